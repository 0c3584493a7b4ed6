"""What an answer to a question gets back: points, a word, replies."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import attrs
from attrs import frozen

from caucasus_course.core.errors import CourseError


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
    """What an answer earned, what a hint took of it, and what the course says to it."""

    question_id: str
    earned: float
    out_of: int
    replies: tuple[Reply, ...]
    note: str = ""
    cost: float = 0

    @property
    def points(self) -> float:
        """Return what remains after the hint is paid for, never less than nothing."""
        return max(0, round(self.earned - self.cost, 2))

    @property
    def is_right(self) -> bool:
        """Say whether the answer is wholly right, whatever a hint cost."""
        return self.earned == self.out_of

    def after_hint(self, cost: float) -> Mark:
        """Return the same mark with a hint paid for."""
        return attrs.evolve(self, cost=cost)

    @property
    def word(self) -> str:
        """Return the one word that a learner reads first."""
        if self.is_right:
            return "Right"
        return "Partly right" if self.earned else "Not yet"

    @property
    def score(self) -> str:
        """Return the points in words: `0.5 of 1 point`."""
        paid = f"; the hint took {self.cost:g}" if self.cost and self.earned else ""
        return f"{self.points:g} of {self.out_of} {'point' if self.out_of == 1 else 'points'}{paid}"

    @property
    def text(self) -> str:
        """Return the whole feedback as plain text."""
        said = [f"{'✓' if reply.is_right else '✗'} {reply.about}: {reply.text}" for reply in self.replies]
        return "\n".join([f"{self.word} ({self.score})", *said, *([self.note] if self.note else [])])

    def __repr__(self) -> str:
        """Return the feedback, so that a cell and a terminal show what the quiz would say."""
        return self.text


def as_message(given: Mark, answer: Any, remarks: Sequence[str] = (), *, left: int | None = None) -> dict[str, Any]:
    """Return a mark as the page gets it; `left` is how often the question may still be answered, None if not counted."""
    replies = [{"is_right": reply.is_right, "about": reply.about, "text": reply.text} for reply in given.replies]
    shown = {"word": given.word, "score": given.score, "note": given.note, "replies": replies, "remarks": list(remarks)}
    is_closed = left is not None and (left <= 0 or given.is_right)
    shown["tries"] = "" if left is None or is_closed else f"{left} {'try' if left == 1 else 'tries'} left."
    return {"kind": "mark", "question": given.question_id, "answer": answer, "mark": shown, "is_closed": is_closed}
