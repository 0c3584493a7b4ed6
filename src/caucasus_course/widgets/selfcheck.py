"""Tell a learner in plain words whether maps, quizzes and letters work where the notebook is open."""

from __future__ import annotations

from html import escape
from typing import Any

import traitlets

from caucasus_course.core.errors import CourseError
from caucasus_course.widgets.base import CourseWidget, script

_FALLBACK = (
    "Self-check: this place shows no widgets. Maps appear as still pictures and quizzes as lists of questions. "
    "Open the lesson in JupyterLab and run its cells to use them."
)


class SelfCheck(CourseWidget):
    """Four lines, each a ✓ or ✗ and a sentence: widgets, quizzes, maps, letters.

    Parameters
    ----------
    page : the HTML of a map's frame, which the page tries to draw

    """

    _esm = traitlets.Unicode(script("selfcheck.js", module=__file__)).tag(sync=True)
    page = traitlets.Unicode().tag(sync=True)

    def __init__(self, page: str) -> None:
        super().__init__(page=page)

    def reply_to(self, message: dict[str, Any]) -> list[dict[str, Any]]:
        """Return the sign that the kernel hears the page."""
        if message.get("do") == "resume":
            return [{"kind": "here"}]
        raise CourseError("The page asked for something that the self-check does not know. Run its cell again.")

    def text(self) -> str:
        """Return the sentence for a place without widgets."""
        return _FALLBACK

    def html(self) -> str:
        """Return the same sentence for pages where no kernel runs."""
        return f"<p>{escape(_FALLBACK)}</p>"
