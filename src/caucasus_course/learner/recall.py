"""Show again what the learner wrote earlier."""

from __future__ import annotations

from html import escape
from typing import Any

import traitlets

from caucasus_course.core.errors import CourseError
from caucasus_course.learner.record import Record
from caucasus_course.learner.reflection import check_item_id, read_kept
from caucasus_course.widgets.base import CourseWidget, script

NOTHING_YET = "Nothing written yet."


class Recall(CourseWidget):
    """The learner's own words again: asked for anew whenever they come into view, for they may have been written since.

    Parameters
    ----------
    item_id : the id of the box that they were written in, such as "01-prediction"
    record : where the text is kept
    heading : what stands above it

    """

    _esm = traitlets.Unicode(script("recall.js", module=__file__)).tag(sync=True)
    heading = traitlets.Unicode().tag(sync=True)
    nothing_yet = traitlets.Unicode(NOTHING_YET).tag(sync=True)

    def __init__(self, item_id: str, *, record: Record | None = None, heading: str = "What you wrote earlier") -> None:
        check_item_id(item_id)
        self.item_id, self._record = item_id, record
        super().__init__(heading=heading)

    def reply_to(self, message: dict[str, Any]) -> list[dict[str, Any]]:
        """Return what is kept now, whatever the page asks."""
        return [{"kind": "earlier", "text": self._words()}]

    def text(self) -> str:
        """Return a fixed sentence; never the learner's words, so that the output is the same for everybody."""
        return f"{self.heading} ({self.item_id}) is shown here while the lesson runs."

    def html(self) -> str:
        """Return the learner's words, escaped, in their own direction of writing."""
        parts = [part for part in (self._words() or NOTHING_YET).splitlines() if part.strip()]
        paragraphs = "".join(f'<p><bdi dir="auto">{escape(part)}</bdi></p>' for part in parts)
        caption = f"<figcaption><strong>{escape(self.heading)}</strong></figcaption>"
        return f"<figure>{caption}<blockquote>{paragraphs}</blockquote></figure>"

    def _words(self) -> str:
        try:
            return read_kept(self.item_id, record=self._record)
        except CourseError as error:
            return f"What you wrote could not be read because {error}."
