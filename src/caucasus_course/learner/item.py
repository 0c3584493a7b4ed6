"""One thing that a learner writes or decides: where it lies in the record, and the sentence about its keeping."""

from __future__ import annotations

from typing import Any

from caucasus_course.core.errors import CourseError
from caucasus_course.learner.record import Record

KEPT = "Kept on this computer."


class Item:
    """A place in the learner's record, known by an id that begins with the lesson: `01-prediction`."""

    def __init__(self, record: Record | None, item_id: str, *, kind: str = "reflection") -> None:
        self._record, self._kind = record, kind
        self._place = {"lesson": item_id[:2], "item_id": item_id}

    def keep(self, value: Any) -> str:
        """Return what to tell the learner once a value is kept: also what the record has to say about its file."""
        if self._record is None:
            return "Not kept: there is no record to write to."
        told = len(self._record.notices)
        try:
            self._record.keep(**self._place, kind=self._kind, value=value)
        except CourseError as error:
            raise CourseError(f"This could not be kept because {error}. Copy it to a safe place.") from error
        return " ".join([KEPT, *self._record.notices[told:]])

    def latest(self) -> Any:
        """Return what was kept last, or None."""
        found = self._record.latest(**self._place, kind=self._kind) if self._record else None
        return found.value if found else None
