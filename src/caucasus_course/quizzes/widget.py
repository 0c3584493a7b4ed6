"""Show a quiz in a notebook: the page has stems and options, the kernel marks."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import attrs
import traitlets

from caucasus_course.core.errors import CourseError
from caucasus_course.core.fields import one_of
from caucasus_course.learner.record import Record
from caucasus_course.quizzes.attempts import Attempts, latest_answers
from caucasus_course.quizzes.kinds import PlaceQuestion, TextQuestion
from caucasus_course.quizzes.map_picture import Geometry, picture
from caucasus_course.quizzes.marking import is_right, mark
from caucasus_course.quizzes.marks import Mark, as_message
from caucasus_course.quizzes.page import as_data, as_html, as_text
from caucasus_course.quizzes.questions import MODES, Bank, ManyQuestion, Question
from caucasus_course.quizzes.shuffling import shuffled
from caucasus_course.widgets.base import CourseWidget, script

Reply = dict[str, Any]
Atlas = Mapping[str | None, Mapping[str, Geometry]]

KEPT = "Kept. You may still change it."
ANSWER_FIRST = "Answer every question first; then all results are shown together."


class Quiz(CourseWidget):
    """The questions of a bank, to be answered in the notebook or by `answer`.

    Parameters
    ----------
    bank : the questions with their key
    record : where answers are kept; without one, they last as long as the quiz
    only : the ids of the questions to show, in this order; without it, all
    title : what stands above the questions; without it, the bank's title
    mode : practice (marked at once), collect (kept, not marked) or end (marked together); without it, the bank's
    shuffle : any word or number; the same one mixes questions and options the same way, without it nothing is mixed
    atlas, backdrop : the shapes of place-on-map questions by layer and place id, and what is drawn behind them

    """

    _esm = traitlets.Unicode(script("fields.js", "map.js", "card.js", "quiz.js", module=__file__)).tag(sync=True)
    title = traitlets.Unicode().tag(sync=True)
    mode = traitlets.Unicode().tag(sync=True)
    # One word on the wire: ipywidgets would else walk through every option in search of binary parts.
    questions: traitlets.List[Any] = traitlets.List().tag(
        sync=True, to_json=lambda asked, _: [json.dumps(asked, separators=(",", ":"))]
    )

    def __init__(
        self,
        bank: Bank,
        *,
        record: Record | None = None,
        only: Sequence[str] | None = None,
        title: str | None = None,
        mode: str | None = None,
        shuffle: str | int | None = None,
        atlas: Atlas | None = None,
        backdrop: Iterable[Geometry] = (),
    ) -> None:
        asked = bank.chosen(only)
        one_of(MODES)(None, attrs.fields(Bank).mode, mode or bank.mode)
        self._asked = asked if shuffle is None else tuple(shuffled(asked, seed=f"{shuffle}:questions"))
        self._bank = Bank(lesson=bank.lesson, title=title or bank.title, questions=asked, tries=bank.tries)
        self._seed = shuffle
        self._attempts = Attempts(bank.lesson, record)
        # Widget callbacks come on a thread of their own (ipykernel 7), beside the cell that is running.
        self._lock = threading.RLock()
        data = [self._data(question, atlas or {}, list(backdrop)) for question in self._asked]
        super().__init__(title=self._bank.title, mode=mode or bank.mode, questions=data)

    def _data(self, question: Question, atlas: Atlas, backdrop: list[Geometry]) -> dict[str, Any]:
        if not isinstance(question, PlaceQuestion):
            return as_data(question, seed=self._seed)
        drawn = picture(question, atlas.get(question.layer, {}), backdrop=backdrop)
        return as_data(question, seed=self._seed, picture=drawn)

    def answer(self, question_id: str, answer: Any) -> Mark | str:
        """Return the mark of an answer, after keeping it, just as a click on Check does.

        A quiz that marks later returns a sentence instead.

        Parameters
        ----------
        question_id : the question's id, such as "q1"
        answer : an option's id, a list of option ids, a number, words … as the question's kind asks for

        """
        given, _ = self._mark_and_keep(question_id, answer)
        return given if self.mode == "practice" else KEPT

    def reply_to(self, message: dict[str, Any]) -> list[Reply]:
        """Return the replies to one message of the page: a mark, a hint, all results, or what was answered before."""
        wish, question_id = message.get("do"), message.get("question")
        if wish == "mark":
            return [self._reply(question_id, message.get("answer"))]
        if wish == "hint":
            return [self._hint(self._bank.question(question_id))]
        if wish == "results":
            return self._results()
        if wish == "resume":
            return self._earlier()
        raise CourseError("The page asked for something that this quiz does not know. Run its cell again.")

    def text(self) -> str:
        """Return all questions with their options as plain text, the same before and after answering."""
        return as_text(self._bank.title, self._asked, seed=self._seed)

    def html(self) -> str:
        """Return all questions with their options as a list for static pages."""
        return as_html(self._bank.title, self._asked, seed=self._seed)

    def _reply(self, question_id: Any, answer: Any) -> Reply:
        given, remarks = self._mark_and_keep(question_id, answer)
        if self.mode != "practice":
            return {"kind": "kept", "question": question_id, "answer": answer, "text": " ".join([KEPT, *remarks])}
        return as_message(given, answer, remarks, left=self._left(self._bank.question(question_id)))

    def _mark_and_keep(self, question_id: Any, answer: Any) -> tuple[Mark, list[str]]:
        question = self._bank.question(question_id)
        given = mark(question, answer)
        answer = sorted(answer) if isinstance(question, ManyQuestion) else answer
        # Words are the learner's own, unlike a choice: what leaves this machine must be able to tell them apart.
        value = {"answer": answer} | ({"is_free_text": True} if isinstance(question, TextQuestion) else {})
        with self._lock:
            if self._is_closed(question):
                raise CourseError(f"Question {question.id} is closed: it can no longer be answered.")
            remarks = self._attempts.keep("quiz", question.id, value)
            return self._paid(question, given), remarks

    def _paid(self, question: Question, given: Mark) -> Mark:
        is_paid = question.hint_cost > 0 and self._attempts.of("hint", question.id)
        return given.after_hint(question.hint_cost) if is_paid else given

    def _left(self, question: Question) -> int | None:
        """Return how many tries are left, or None when they are not counted."""
        tries = question.tries or self._bank.tries
        return None if tries is None else max(0, tries - len(self._attempts.of("quiz", question.id)))

    def _is_closed(self, question: Question) -> bool:
        if self.mode != "practice":
            return bool(self._attempts.of("results", question.id))
        left = self._left(question)
        if not left:
            return left == 0
        answer = latest_answers(self._attempts, [question.id]).get(question.id)
        return answer is not None and is_right(question, answer)

    def _hint(self, question: Question) -> Reply:
        with self._lock:
            answer = latest_answers(self._attempts, [question.id]).get(question.id)
            is_free = answer is not None and is_right(question, answer)
            if question.hint and not is_free and not self._attempts.of("hint", question.id):
                self._attempts.keep("hint", question.id, True)
        return {"kind": "hint", "question": question.id, "text": question.hint or "There is no hint for this one."}

    def _results(self) -> list[Reply]:
        if self.mode != "end":
            raise CourseError("This quiz shows no results together.")
        with self._lock:
            answers = latest_answers(self._attempts, [question.id for question in self._asked])
            if len(answers) < len(self._asked):
                raise CourseError(ANSWER_FIRST)
            for question in self._asked:
                if not self._attempts.of("results", question.id):
                    self._attempts.keep("results", question.id, True)
        return self._marks(answers)

    def _earlier(self) -> list[Reply]:
        """Return what was answered before: a page that is loaded again looks as it was left."""
        try:
            return self._marks(latest_answers(self._attempts, [question.id for question in self._asked]))
        except CourseError as error:
            return [{"kind": "trouble", "text": f"Your earlier answers could not be read because {error}."}]

    def _marks(self, answers: dict[str, Any]) -> list[Reply]:
        shown = self._attempts.all("results") if self.mode == "end" else {}
        replies: list[Reply] = []
        for question in (self._bank.question(question_id) for question_id in answers):
            answer = answers[question.id]
            try:
                given = self._paid(question, mark(question, answer))
            except CourseError:  # the question has changed since
                continue
            if self.mode == "practice" or question.id in shown:
                left = 0 if question.id in shown else self._left(question)
                replies.append(as_message(given, answer, left=left))
            else:
                replies.append({"kind": "kept", "question": question.id, "answer": answer, "text": KEPT})
        return replies
