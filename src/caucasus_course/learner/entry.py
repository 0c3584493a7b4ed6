"""What one thing in the learner's record is: an answer, a prediction, a paragraph."""

from __future__ import annotations

from typing import Any

import attrs
from attrs import field, frozen

from caucasus_course.core.fields import one_of, slug

ENTRY_KINDS = ("quiz", "reflection", "prediction", "hint", "results")  # the last two: a hint taken, results shown


@frozen(kw_only=True)
class Entry:
    """One thing in the learner's record: an answer, a prediction or a paragraph; `kept_at` is UTC."""

    entry_id: str = field(validator=slug(r"[0-9a-f]{32}", "8f14e45fceea467f9d6b2c7b0c1f2a3d"))
    lesson: str = field(validator=slug(r"[0-9]{2}", "01"))
    item_id: str = field(validator=slug(r"[a-z0-9][a-z0-9-]{0,79}", "q1"))
    kind: str = field(validator=one_of(ENTRY_KINDS))
    value: Any
    kept_at: str = ""

    def at(self, kept_at: str) -> Entry:
        """Return the same entry with the moment when it was kept."""
        return attrs.evolve(self, kept_at=kept_at)

    def bare(self) -> Entry:
        """Return the same entry with the answer alone: points that a file has beside it are nobody's business."""
        if self.kind != "quiz" or not isinstance(self.value, dict) or "answer" not in self.value:
            return self
        value = {key: self.value[key] for key in ("answer", "is_free_text") if key in self.value}
        return attrs.evolve(self, value=value)

    @property
    def is_free_text(self) -> bool:
        """Say whether the learner wrote it in words of their own."""
        is_marked = isinstance(self.value, dict) and "is_free_text" in self.value
        return self.kind in ("reflection", "prediction") or is_marked


# The names under which an entry is written, in a passport as in the store.
FIELDS = tuple(attribute.name for attribute in attrs.fields(Entry))
