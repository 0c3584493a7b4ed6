"""What every widget of the course does: listen to its page, answer in words, show itself where no kernel runs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import anywidget
import traitlets

from caucasus_course.errors import CourseError

_FOLDER = Path(__file__).resolve().parent


def script(*names: str) -> str:
    """Return a widget's scripts as one, with the part that all widgets share in front."""
    return "\n".join((_FOLDER / part).read_text(encoding="utf-8") for part in ("common.js", *names))


def beside(module: str, name: str) -> str:
    """Return the text of a file that lies beside a module."""
    return Path(module).with_name(name).read_text(encoding="utf-8")


def script_from(module: str, name: str) -> str:
    """Return a script that lies beside a module of another folder, with the part that all widgets share in front."""
    return script() + "\n" + beside(module, name)


STYLE = (_FOLDER / "widget.css").read_text(encoding="utf-8")


class CourseWidget(anywidget.AnyWidget):
    """A widget whose page asks by messages; nothing that a learner gives or gets is kept in its synchronised state."""

    _css = traitlets.Unicode(STYLE).tag(sync=True)

    def __init__(self, **traits: Any) -> None:
        super().__init__(**traits)
        self.on_msg(self._hear)

    def reply_to(self, message: dict[str, Any]) -> list[dict[str, Any]]:
        """Return the messages that answer a message of the page."""
        raise NotImplementedError(f"{type(self).__name__} does not say what it replies")

    def text(self) -> str:
        """Return the plain text, always the same for the same content."""
        raise NotImplementedError(f"{type(self).__name__} has no plain text")

    def html(self) -> str:
        """Return the HTML for pages where no kernel runs."""
        raise NotImplementedError(f"{type(self).__name__} has no HTML")

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
        whole = {**data, "text/plain": self.text(), "text/html": self.html()}
        return (whole, *more) if more else whole

    def __repr__(self) -> str:
        """Return the plain text, so that a terminal shows what a notebook would."""
        return self.text()
