"""Mark an answer to a question: pure, never outside 0 … points, the same for the same answer.

One marker per kind of question; `mark` chooses by the question's class.
"""

from __future__ import annotations

import math
import re
from functools import singledispatch

from attrs import frozen

from caucasus_course.errors import CourseError
from caucasus_course.fields import shown
from caucasus_course.records import MAX_OPTIONS, ManyQuestion, NumberQuestion, OneQuestion, Question

MAX_NUMBER_LENGTH = 60


class AnswerError(CourseError, ValueError):
    """An answer that cannot be marked; the message says what an answer to this question looks like."""


@frozen
class Reply:
    """What the course says about one thing that the learner chose or wrote."""

    is_right: bool
    about: str
    text: str


@frozen(kw_only=True, repr=False)
class Mark:
    """What an answer earned, and what the course says to it."""

    question_id: str
    points: float
    out_of: int
    replies: tuple[Reply, ...]
    note: str = ""

    @property
    def is_right(self) -> bool:
        """Say whether the answer is wholly right."""
        return self.points == self.out_of

    @property
    def word(self) -> str:
        """Return the one word that a learner reads first."""
        if self.is_right:
            return "Right"
        return "Partly right" if self.points else "Not yet"

    @property
    def score(self) -> str:
        """Return the points in words: `0.5 of 1 point`."""
        return f"{self.points:g} of {self.out_of} {'point' if self.out_of == 1 else 'points'}"

    @property
    def text(self) -> str:
        """Return the whole feedback as plain text."""
        said = [f"{'✓' if reply.is_right else '✗'} {reply.about}: {reply.text}" for reply in self.replies]
        return "\n".join([f"{self.word} ({self.score})", *said, *([self.note] if self.note else [])])

    def __repr__(self) -> str:
        """Return the feedback, so that a cell and a terminal show what the quiz would say."""
        return self.text


@singledispatch
def mark(question: Question, answer: object) -> Mark:
    """Return what an answer earns.

    Parameters
    ----------
    question : the question that was asked
    answer : an option's id (kind one), a list of option ids (many), or a number as a number or as text (number)

    Raises
    ------
    AnswerError : the answer has a form that this kind of question does not take
    UnknownNameError : there is no option with that id

    """
    raise TypeError(f"Nobody has said how to mark a {type(question).__name__}.")


@mark.register
def _one(question: OneQuestion, answer: object) -> Mark:
    if not isinstance(answer, str):
        raise AnswerError(f"{shown(answer)} cannot answer {question.id}: give one option's id such as 'a'.")
    option = question.option(answer)
    points = question.points if option.is_right else 0
    replies = (Reply(option.is_right, option.text, option.reply),)
    return Mark(question_id=question.id, points=points, out_of=question.points, replies=replies)


@mark.register
def _many(question: ManyQuestion, answer: object) -> Mark:
    chosen = _chosen(question, answer)
    right = [option for option in question.options if option.is_right]
    hits = sum(option.is_right for option in question.options if option.id in chosen)
    # A wrong choice takes back a right one: else ticking everything would earn everything.
    share = max(0, hits - (len(chosen) - hits)) / len(right)
    replies = tuple(Reply(each.is_right, each.text, each.reply) for each in question.options if each.id in chosen)
    points = question.points if share == 1 else round(question.points * share, 2)
    note = _missing(len(right) - hits)
    return Mark(question_id=question.id, points=points, out_of=question.points, replies=replies, note=note)


def _chosen(question: ManyQuestion, answer: object) -> set[str]:
    if not isinstance(answer, list | tuple | set | frozenset) or not answer or len(answer) > MAX_OPTIONS:
        raise AnswerError(f"{shown(answer)} cannot answer {question.id}: give a list of option ids such as ['a', 'c'].")
    return {question.option(option_id).id for option_id in answer}


def _missing(count: int) -> str:
    if not count:
        return ""
    return "One more option belongs to the answer." if count == 1 else f"{count} more options belong to the answer."


@mark.register
def _number(question: NumberQuestion, answer: object) -> Mark:
    value = read_number(answer, question=question)
    # The last digits of binary fractions must not decide: 0.1 + 0.2 lies within 0.1 of 0.2.
    slack = 1e-9 * max(1.0, abs(question.answer), question.tolerance)
    is_right = abs(value - question.answer) <= question.tolerance + slack
    unit = f" {question.unit}" if question.unit else ""
    reply = Reply(is_right, f"{value:,.15g}{unit}", question.right_reply if is_right else question.wrong_reply)
    points = question.points if is_right else 0
    return Mark(question_id=question.id, points=points, out_of=question.points, replies=(reply,))


def read_number(answer: object, *, question: NumberQuestion) -> float:
    """Return the number that a learner gave or wrote: `13 550`, `13,550`, `13550 people`, `−4,5`."""
    if isinstance(answer, int | float) and not isinstance(answer, bool):
        value = _as_float(answer)
    elif isinstance(answer, str) and len(answer) <= MAX_NUMBER_LENGTH:
        value = _read_digits(answer, question.unit or "")
    else:
        value = math.nan
    if not math.isfinite(value):
        raise AnswerError(f"{shown(answer)} cannot answer {question.id}: give a number such as 42, 13,550 or 4.5.")
    return value


def _as_float(number: float) -> float:
    try:
        return float(number)
    except OverflowError:
        return math.nan


def _read_digits(answer: str, unit: str) -> float:
    bare = answer.strip().casefold().removesuffix(unit.casefold()).strip()
    plain = re.sub(r"(?<=\d)[\s\u00a0\u202f'](?=\d{3}(?!\d))", "", bare.replace("\u2212", "-"))
    if re.fullmatch(r"[+-]?[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?", plain):
        plain = plain.replace(",", "")
    # What is left of commas is decimal: "4,5" is how Armenian, Azerbaijani and Russian write 4.5.
    plain = plain.replace(",", ".")
    return float(plain) if re.fullmatch(r"[+-]?[0-9]{1,20}(\.[0-9]{1,20})?", plain) else math.nan
