"""What every widget of the course does: listen to its page, answer in words, show itself where no kernel runs."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any, ClassVar

import anywidget
import traitlets
from ipywidgets import Layout

from caucasus_course.core.display import Shown, fallback
from caucasus_course.core.errors import CourseError


def beside(module: str, name: str) -> str:
    """Return the text of a file that lies beside a module."""
    return Path(module).with_name(name).read_text(encoding="utf-8")


def lean(text: str) -> str:
    """Return a script or style sheet without indents and the comments that have lines of their own.

    It travels with every widget, and 28 KB of comments made an empty one 5 ms later.
    """
    return re.sub(r"^\s*(//.*|/\*[\s\S]*?\*/)?\s*", "", text, flags=re.MULTILINE)


def script(*names: str, module: str, style: str | None = None) -> str:
    """Return a widget's scripts as one: what all widgets share in front, then files that lie beside `module`.

    Style sheets travel in the script, not in anywidget's `_css`: that one sets the sheet of a class anew for each
    widget, and the browser then styles the whole page again.
    """
    sheets = {name: beside(__file__, f"{name}.css") for name in ("page", "widget")} | (
        {style: beside(module, style)} if style else {}
    )
    dressed = [f"dress({json.dumps(name)}, {json.dumps(lean(sheet))});" for name, sheet in sheets.items()]
    return "\n".join([lean(beside(__file__, "common.js")), *dressed, *(lean(beside(module, name)) for name in names)])


class CourseWidget(Shown, anywidget.AnyWidget):  # type: ignore[misc]  # anywidget has no types
    """A widget whose page asks by messages; nothing that a learner gives or gets is kept in its synchronised state."""

    _anywidget_id = traitlets.Unicode().tag(sync=True)
    _one_layout: ClassVar[Layout | None] = None

    def __init__(self, **traits: Any) -> None:
        super().__init__(layout=self._shared_layout(), **traits)
        self.on_msg(self._hear)

    @traitlets.default("_anywidget_id")
    def _name_class(self) -> str:
        return f"{type(self).__module__}.{type(self).__name__}"

    def add_traits(self, **traits: traitlets.TraitType[Any, Any]) -> None:
        """Add what is not there yet: anywidget adds its id to each widget, and each would become a class of its own."""
        missing = {name: trait for name, trait in traits.items() if not self.has_trait(name)}
        if missing:
            super().add_traits(**missing)

    @staticmethod
    def _shared_layout() -> Layout:
        """Return the one layout of all widgets of a kernel: each would else open a channel of its own for nothing."""
        if CourseWidget._one_layout is None or CourseWidget._one_layout.comm is None:
            CourseWidget._one_layout = Layout()
        return CourseWidget._one_layout

    def reply_to(self, message: dict[str, Any]) -> list[dict[str, Any]]:
        """Return the messages that answer a message of the page."""
        raise NotImplementedError(f"{type(self).__name__} does not say what it replies")

    def _hear(self, _: Any, content: Any, buffers: Any) -> None:
        message = content if isinstance(content, dict) else {}
        try:
            replies = self.reply_to(message)
        except CourseError as error:
            replies = [{"kind": "trouble", "text": str(error)}]
        except Exception as error:  # a callback's traceback would go where no learner looks
            replies = [
                {"kind": "trouble", "text": f"The course itself has failed here ({type(error).__name__}: {error})."}
            ]
        for reply in replies:
            self.send({"question": message.get("question"), **reply})

    def _repr_mimebundle_(self, **options: Any) -> Any:
        shown = super()._repr_mimebundle_(**options)
        data, *more = shown if isinstance(shown, tuple) else (shown or {},)
        whole = {**data, **fallback(self)}
        return (whole, *more) if more else whole
