"""Show a quiz in a notebook: the page has stems and options, the kernel marks."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from typing import Any

import traitlets

from caucasus_course.errors import CourseError
from caucasus_course.progress import Record
from caucasus_course.quizzes.base import CourseWidget, script
from caucasus_course.quizzes.marking import Mark, mark
from caucasus_course.quizzes.page import as_data, as_html, as_text
from caucasus_course.records import Bank, Question


def _choose(bank: Bank, only: Sequence[str] | None) -> tuple[Question, ...]:
    if only is None:
        return bank.questions
    if isinstance(only, str) or not only:
        raise CourseError(f"only={only!r} names no questions; give a list such as only=['q1', 'q2'].")
    return tuple(bank.question(question_id) for question_id in dict.fromkeys(only))


def _as_message(given: Mark, answer: Any, remarks: Sequence[str]) -> dict[str, Any]:
    replies = [{"is_right": reply.is_right, "about": reply.about, "text": reply.text} for reply in given.replies]
    shown = {"word": given.word, "score": given.score, "note": given.note, "replies": replies, "remarks": list(remarks)}
    return {"kind": "mark", "question": given.question_id, "answer": answer, "mark": shown}


class Quiz(CourseWidget):
    """The questions of a bank, to be answered in the notebook or by `answer`.

    Parameters
    ----------
    bank : the questions with their key
    record : where answers are kept; without one, nothing is kept
    only : the ids of the questions to show, in this order; without it, all
    title : what stands above the questions; without it, the bank's title

    """

    _esm = traitlets.Unicode(script("quiz.js")).tag(sync=True)
    title = traitlets.Unicode().tag(sync=True)
    questions = traitlets.List().tag(sync=True)

    def __init__(
        self, bank: Bank, *, record: Record | None = None, only: Sequence[str] | None = None, title: str | None = None
    ) -> None:
        self._asked = _choose(bank, only)
        self._bank = Bank(lesson=bank.lesson, title=title or bank.title, questions=self._asked)
        self._record = record
        self._answers: dict[str, Any] = {}
        # Widget callbacks come on a thread of their own (ipykernel 7), beside the cell that is running.
        self._lock = threading.RLock()
        super().__init__(title=self._bank.title, questions=[as_data(question) for question in self._asked])

    def answer(self, question_id: str, answer: Any) -> Mark:
        """Return the mark of an answer, after keeping it, just as a click on Check does.

        Parameters
        ----------
        question_id : the question's id, such as "q1"
        answer : an option's id, a list of option ids, or a number, as the question's kind asks for

        """
        given, _ = self._mark_and_keep(question_id, answer)
        return given

    def reply_to(self, message: dict[str, Any]) -> list[dict[str, Any]]:
        """Return the replies to one message of the page: a mark, a hint, or what was answered before."""
        wish, question_id, answer = message.get("do"), message.get("question"), message.get("answer")
        if wish == "mark":
            given, remarks = self._mark_and_keep(question_id, answer)
            return [_as_message(given, answer, remarks)]
        if wish == "hint":
            return [{"kind": "hint", "text": self._bank.question(question_id).hint or "There is no hint for this one."}]
        if wish == "resume":
            return self._earlier()
        raise CourseError("The page asked for something that this quiz does not know. Run its cell again.")

    def text(self) -> str:
        """Return all questions with their options as plain text, the same before and after answering."""
        return as_text(self._bank.title, self._asked)

    def html(self) -> str:
        """Return all questions with their options as a list for static pages."""
        return as_html(self._bank.title, self._asked)

    def _mark_and_keep(self, question_id: Any, answer: Any) -> tuple[Mark, list[str]]:
        given = mark(self._bank.question(question_id), answer)
        answer = sorted(answer) if isinstance(answer, set | frozenset | tuple | list) else answer
        with self._lock:
            self._answers[given.question_id] = answer
            return given, self._keep(given, answer)

    def _keep(self, given: Mark, answer: Any) -> list[str]:
        """Return what the learner must be told about the keeping, once it is done: nothing when all is well."""
        if self._record is None:
            return []
        told = len(self._record.notices)
        value = {"answer": answer, "points": given.points, "out_of": given.out_of}
        try:
            self._record.keep(lesson=self._bank.lesson, item_id=given.question_id, kind="quiz", value=value)
        except CourseError as error:
            return [f"Your answer was marked but could not be kept because {error}."]
        return list(self._record.notices[told:])

    def _earlier(self) -> list[dict[str, Any]]:
        """Return the marks of what was answered before: a page that is loaded again looks as it was left."""
        replies: list[dict[str, Any]] = []
        try:
            kept = self._kept_answers()
        except CourseError as error:
            kept = {}
            replies.append({"kind": "trouble", "text": f"Your earlier answers could not be read because {error}."})
        with self._lock:
            answers = {**kept, **self._answers}
        for question in self._asked:
            try:
                replies.append(_as_message(mark(question, answers[question.id]), answers[question.id], []))
            except (CourseError, KeyError):  # not answered, or the question has changed since
                continue
        return replies

    def _kept_answers(self) -> dict[str, Any]:
        if self._record is None:
            return {}
        entries = self._record.history(lesson=self._bank.lesson, kind="quiz")
        return {
            entry.item_id: entry.value["answer"]
            for entry in entries
            if isinstance(entry.value, dict) and "answer" in entry.value
        }
