"""What a question, its options and a bank of questions are: pure rules, no files.

A new kind of question is a class in `kinds.py` with its `kind` and, if it has any, its parts; a marker in
`quizzes/marking.py`, a task in `quizzes/page.py`, and a way to draw it in `quizzes/fields.js`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

import attrs
from attrs import field, frozen

from caucasus_course.core.errors import CourseError, unknown
from caucasus_course.core.fields import finite, one_of, optional, prose, require, shown, slug, truth, whole

LEVELS = ("recall", "apply", "analyse", "source")
MODES = ("practice", "collect", "end")
MAX_OPTIONS = 10
MAX_QUESTIONS = 60
MAX_SOURCES = 12


def _sources(_: object, attribute: attrs.Attribute[Any], value: Any) -> None:
    require(isinstance(value, tuple | list), attribute, f'{shown(value)} is not a list such as ["un-sc-res-853"]')
    require(len(value) <= MAX_SOURCES, attribute, f"{len(value)} sources; at most {MAX_SOURCES} are allowed")
    for source_id in value:
        slug(r"[a-z0-9][a-z0-9-]{0,79}", "un-sc-res-853")(_, attribute, source_id)


def as_tuple(values: Any) -> Any:
    """Return a list of a file as a tuple, which nobody can change; anything else is left to the rules."""
    return tuple(values) if isinstance(values, list) else values


@frozen(kw_only=True)
class Option:
    """One thing to choose, whether it is right, and what to say to the learner who chose it."""

    id: str = field(validator=slug(r"[a-z0-9][a-z0-9-]{0,19}", "a"))
    text: str = field(validator=prose(300))
    is_right: bool = field(validator=truth)
    reply: str = field(validator=prose(800))


@frozen(kw_only=True)
class Question:
    """What every question has, of whichever kind."""

    kind: ClassVar[str]
    # The key of a question's tables in a bank, what each table is, and the field that has them; None for no tables.
    parts: ClassVar[tuple[str, type, str] | None] = None

    id: str = field(validator=slug(r"[a-z][a-z0-9-]{0,39}", "q1"))
    stem: str = field(validator=prose(1200))
    objective: int = field(validator=whole(1, 5))
    level: str = field(validator=one_of(LEVELS))
    source_ids: tuple[str, ...] = field(validator=_sources, converter=as_tuple)
    points: int = field(default=1, validator=whole(1, 20))
    hint: str | None = field(default=None, validator=optional(prose(500)))
    hint_cost: float = field(default=0, validator=finite(0, 20))
    tries: int | None = field(default=None, validator=optional(whole(1, 20)))
    misconception: str | None = field(default=None, validator=optional(prose(300)))


def repeated(values: list[str]) -> str | None:
    """Return the first value that stands twice, or None."""
    return next((value for place, value in enumerate(values) if value in values[:place]), None)


def _options(question: ChoiceQuestion, attribute: attrs.Attribute[Any], value: tuple[Option, ...]) -> None:
    require(2 <= len(value) <= MAX_OPTIONS, attribute, f"{len(value)} options; from 2 to {MAX_OPTIONS} are needed")
    twice = repeated([option.id for option in value])
    require(twice is None, attribute, f"the id {twice!r} stands twice; each option needs its own")
    twice = repeated([option.text.casefold() for option in value])
    require(twice is None, attribute, f"the text {shown(twice)} stands twice; a learner could not tell them apart")
    question.check_key(attribute, sum(option.is_right for option in value), len(value))


@frozen(kw_only=True)
class ChoiceQuestion(Question):
    """A question that is answered by choosing among options."""

    parts: ClassVar[tuple[str, type, str] | None] = ("option", Option, "options")

    options: tuple[Option, ...] = field(validator=_options, metadata={"key": "option"})

    @classmethod
    def check_key(cls, attribute: attrs.Attribute[Any], right: int, total: int) -> None:
        """Refuse a number of right options that this kind of question cannot have."""
        raise NotImplementedError(f"{cls.__name__} says nothing about how many options may be right")

    def option(self, option_id: object) -> Option:
        """Return an option by its id, or say which ids there are."""
        found = {option.id: option for option in self.options}
        if not isinstance(option_id, str) or option_id not in found:
            raise unknown(f"option of question {self.id}", str(option_id)[:60], found)
        return found[option_id]


@frozen(kw_only=True)
class OneQuestion(ChoiceQuestion):
    """A question with one right option."""

    kind: ClassVar[str] = "one"

    @classmethod
    def check_key(cls, attribute: attrs.Attribute[Any], right: int, total: int) -> None:
        """Ask for exactly one right option."""
        require(right == 1, attribute, f'{right} options are right; kind "one" has exactly one')


@frozen(kw_only=True)
class ManyQuestion(ChoiceQuestion):
    """A question with one or more right options and at least one wrong, with credit for a part."""

    kind: ClassVar[str] = "many"

    @classmethod
    def check_key(cls, attribute: attrs.Attribute[Any], right: int, total: int) -> None:
        """Ask for a right and a wrong option: without a wrong one, choosing everything would always be right."""
        require(
            1 <= right < total, attribute, f'{right} of {total} options are right; kind "many" needs right and wrong'
        )


def _questions(_: object, attribute: attrs.Attribute[Any], value: tuple[Question, ...]) -> None:
    many = len(value)
    require(1 <= many <= MAX_QUESTIONS, attribute, f"{many} questions; from 1 to {MAX_QUESTIONS} are needed")
    twice = repeated([question.id for question in value])
    require(twice is None, attribute, f"the id {twice!r} stands twice; each question needs its own")


@frozen(kw_only=True)
class Bank:
    """The questions of one lesson, in their order.

    `mode` says when an answer is marked: at once (practice), by the teacher (collect), when all are given (end).
    `tries` says how often each may be answered, unless a question says otherwise; None for as often as one likes.
    """

    lesson: str = field(validator=slug(r"[0-9]{2}", "01"))
    title: str = field(validator=prose(120))
    questions: tuple[Question, ...] = field(validator=_questions, metadata={"key": "question"})
    mode: str = field(default="practice", validator=one_of(MODES))
    tries: int | None = field(default=None, validator=optional(whole(1, 20)))

    def question(self, question_id: object) -> Question:
        """Return a question by its id, or say which ids there are."""
        found = {question.id: question for question in self.questions}
        if not isinstance(question_id, str) or question_id not in found:
            raise unknown(f"question in quiz {self.lesson}", str(question_id)[:60], found)
        return found[question_id]

    def chosen(self, only: Sequence[str] | None) -> tuple[Question, ...]:
        """Return the questions with these ids, in this order, each once; all for None."""
        if only is None:
            return self.questions
        if isinstance(only, str) or not only:
            raise CourseError(f"only={only!r} names no questions; give a list such as only=['q1', 'q2'].")
        return tuple(self.question(question_id) for question_id in dict.fromkeys(only))
