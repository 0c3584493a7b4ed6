"""Show a box for the learner's own words and keep them as they are written."""

from __future__ import annotations

import re
import threading
from html import escape
from typing import Any

import traitlets

from caucasus_course.core.errors import CourseError
from caucasus_course.learner.item import KEPT, Item
from caucasus_course.learner.record import Record
from caucasus_course.widgets.base import CourseWidget, script

MAX_LENGTH = 20_000


def check_item_id(item_id: object) -> str:
    """Return the lesson of an item's id, or say what such an id looks like."""
    if not isinstance(item_id, str) or not re.fullmatch(r"[0-9]{2}-[a-z0-9-]{1,60}", item_id):
        raise CourseError(f"{item_id!r} is not an id for a text; write the lesson and a word, such as '01-prediction'.")
    return item_id[:2]


def _item(item_id: str, record: Record | None) -> Item:
    check_item_id(item_id)
    return Item(record, item_id, kind="prediction" if item_id.endswith("-prediction") else "reflection")


def read_kept(item_id: str, *, record: Record | None) -> str:
    """Return what the learner wrote last for an item, or an empty text."""
    value = _item(item_id, record).latest()
    return value if isinstance(value, str) else ""


class Reflection(CourseWidget):
    """A prompt with a box to write in; the text is kept in the learner's record and nowhere else.

    Parameters
    ----------
    item_id : the lesson and a word, such as "01-prediction"; one that ends in "-prediction" is kept as a prediction
    prompt : what the learner is asked
    record : where the text is kept; without one, nothing is kept, and the box says so
    rows : the height of the box in lines

    """

    _esm = traitlets.Unicode(script("reflection.js", module=__file__)).tag(sync=True)
    prompt = traitlets.Unicode().tag(sync=True)
    rows = traitlets.Int().tag(sync=True)

    def __init__(self, item_id: str, prompt: str, *, record: Record | None = None, rows: int = 5) -> None:
        self._item = _item(item_id, record)
        self.item_id, self._record = item_id, record
        self._kept: str | None = None
        self._lock = threading.RLock()
        super().__init__(prompt=prompt, rows=min(max(rows, 2), 30))

    def write(self, text: str) -> str:
        """Keep a text as if it had been written in the box, and return what the box would say."""
        if not isinstance(text, str) or len(text) > MAX_LENGTH:
            raise CourseError(f"Your text was not kept: it must be text of at most {MAX_LENGTH:,} characters.")
        # Half of a surrogate pair, as a browser may send it, cannot be written to any file.
        text = text.encode("utf-8", "replace").decode("utf-8")
        with self._lock:
            if text == self._kept:
                return KEPT
            said = self._item.keep(text)
            self._kept = text if self._record else None
            return said

    def reply_to(self, message: dict[str, Any]) -> list[dict[str, Any]]:
        """Return the reply to one message of the page: that a text is kept, or what was kept before."""
        if message.get("do") == "keep":
            return [{"kind": "kept", "said": self.write(message.get("text", ""))}]
        if message.get("do") == "resume":
            earlier = read_kept(self.item_id, record=self._record)
            return [{"kind": "earlier", "text": earlier, "said": KEPT}] if earlier else []
        raise CourseError("The page asked for something that this box does not know. Run its cell again.")

    def text(self) -> str:
        """Return the prompt; never the learner's words, so that the output is the same for everybody."""
        return f"{self.prompt}\n[{self.item_id} · a box to write in; it needs a running kernel]"

    def html(self) -> str:
        """Return the prompt for pages where no kernel runs."""
        return f"<p><strong>{escape(self.prompt)}</strong><br><small>Write your answer on paper, or open this lesson in Jupyter.</small></p>"
