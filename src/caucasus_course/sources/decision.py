"""Take a learner's choice with a reason before the course gives its answer."""

from __future__ import annotations

from typing import Any, ClassVar

import traitlets

from caucasus_course.core.errors import CourseError, unknown
from caucasus_course.learner.item import Item
from caucasus_course.widgets.base import CourseWidget

# A reason of five words is a thought; fewer is a click.
LEAST_WORDS, MAX_LENGTH = 5, 5_000


class Decision(CourseWidget):
    """A question, choices of which one is kept with its reason, and an answer that comes after.

    A subclass says what a choice is called, which words stand round the form, and what the course answers.
    """

    noun: ClassVar[str]
    question = traitlets.Unicode().tag(sync=True)
    choices = traitlets.Dict().tag(sync=True)
    words = traitlets.Dict().tag(sync=True)

    def __init__(self, item: Item, **traits: Any) -> None:
        self._item = item
        super().__init__(**traits)

    def answer(self, choice: str) -> dict[str, Any]:
        """Return what the course says once a choice is kept."""
        raise NotImplementedError(f"{type(self).__name__} does not say what it answers")

    def decide(self, choice: str, reason: str) -> dict[str, Any]:
        """Keep a choice with its reason and return the course's answer.

        Raises
        ------
        UnknownNameError : no such choice
        CourseError : the reason has fewer than five words, or is longer than 5,000 characters

        """
        if choice not in self.choices:
            raise unknown(self.noun, choice, self.choices)
        if not isinstance(reason, str) or len(reason) > MAX_LENGTH or len(reason.split()) < LEAST_WORDS:
            raise CourseError(f"Give a reason of at least {LEAST_WORDS} words: {self.words['hint']}.")
        said = self._item.keep({"verdict": choice, "reason": reason.encode("utf-8", "replace").decode()})
        return {"kind": "ours", **self.answer(choice), "said": said}

    def reply_to(self, message: dict[str, Any]) -> list[dict[str, Any]]:
        """Return the reply to one message of the page."""
        if message.get("do") == "decide":
            return [self.decide(str(message.get("choice", "")), message.get("reason", ""))]
        if message.get("do") == "resume":
            return self._resume()
        raise CourseError("The page asked for something that this board does not know. Run its cell again.")

    def _resume(self) -> list[dict[str, Any]]:
        mine = self._item.latest()
        if not isinstance(mine, dict):
            return []
        return [{"kind": "ours", **self.answer(str(mine.get("verdict", ""))), "mine": mine}]
