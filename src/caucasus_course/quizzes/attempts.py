"""Remember what was answered, which hints were taken and which results were shown: in the record, or for the moment."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from caucasus_course.core.errors import CourseError
from caucasus_course.learner.record import Record


class Attempts:
    """The learner's doings in one quiz; without a record, or when it cannot be written, they last as long as the quiz."""

    def __init__(self, lesson: str, record: Record | None) -> None:
        self._lesson = lesson
        self._record = record
        self._unkept: dict[tuple[str, str], list[Any]] = defaultdict(list)

    def keep(self, kind: str, question_id: str, value: Any) -> list[str]:
        """Return what the learner must be told about the keeping, once it is done: nothing when all is well."""
        if self._record is None:
            self._unkept[kind, question_id].append(value)
            return []
        told = len(self._record.notices)
        try:
            self._record.keep(lesson=self._lesson, item_id=question_id, kind=kind, value=value)
        except CourseError as error:
            self._unkept[kind, question_id].append(value)
            return [f"Your answer was marked but could not be kept because {error}."]
        return list(self._record.notices[told:])

    def of(self, kind: str, question_id: str) -> list[Any]:
        """Return everything of a kind for a question, oldest first."""
        return self.all(kind).get(question_id, [])

    def all(self, kind: str) -> dict[str, list[Any]]:
        """Return everything of a kind by question, oldest first."""
        found: dict[str, list[Any]] = {}
        for entry in self._record.history(lesson=self._lesson, kind=kind) if self._record else ():
            found.setdefault(entry.item_id, []).append(entry.value)
        for (unkept_kind, question_id), values in self._unkept.items():
            if unkept_kind == kind:
                found.setdefault(question_id, []).extend(values)
        return found


def answer_in(value: Any) -> Any:
    """Return the answer in a kept value, or None when it is of another form: points beside it count for nothing."""
    return value.get("answer") if isinstance(value, dict) else None


def latest_answers(attempts: Attempts, question_ids: Sequence[str]) -> dict[str, Any]:
    """Return the last answer to each question that has one."""
    answers = {question_id: answer_in(values[-1]) for question_id, values in attempts.all("quiz").items()}
    return {each: answers[each] for each in question_ids if answers.get(each) is not None}
