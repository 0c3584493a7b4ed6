"""Tell a learner in plain words whether maps, quizzes and letters work where the notebook is open."""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import Any

import anywidget
import traitlets

_FOLDER = Path(__file__).parent
_FALLBACK = (
    "Self-check: this place shows no widgets. Maps appear as still pictures and quizzes as lists of questions. "
    "Open the lesson in JupyterLab and run its cells to use them."
)


class SelfCheck(anywidget.AnyWidget):  # type: ignore[misc]  # anywidget has no types
    """Four lines, each a ✓ or ✗ and a sentence: widgets, quizzes, maps, letters."""

    _esm = _FOLDER / "selfcheck.js"
    _css = ".self-check{list-style:none;margin:0;padding:8px 14px;border-left:4px solid #2a5f80;line-height:1.7}"
    page = traitlets.Unicode().tag(sync=True)

    def __init__(self, page: str) -> None:
        super().__init__(page=page)
        self.on_msg(self._answer)

    def _answer(self, _widget: Any, content: Any, _buffers: Any) -> None:
        if content == {"kind": "there?"}:
            self.send({"kind": "here"})

    def _repr_mimebundle_(self, **kwargs: Any) -> Any:
        bundle = super()._repr_mimebundle_(**kwargs)
        data, metadata = bundle if isinstance(bundle, tuple) else (bundle or {}, {})
        return {**data, "text/plain": _FALLBACK, "text/html": f"<p>{escape(_FALLBACK)}</p>"}, metadata
