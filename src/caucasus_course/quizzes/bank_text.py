"""Undo the line breaks that an author of a bank makes for the eye."""

from __future__ import annotations

import re
from typing import Any


def one_paragraph_per_line(text: Any) -> Any:
    """Return a text with its line breaks undone and blank lines kept as paragraph breaks."""
    if not isinstance(text, str):
        return text
    return "\n".join(" ".join(part.split()) for part in re.split(r"\n[ \t]*\n", text.strip()))


_PROSE = ("stem", "text", "reply", "match", "hint", "misconception", "right_reply", "wrong_reply", "title", "unit")


def tidied(values: dict[str, Any]) -> dict[str, Any]:
    """Return the keys of a table of a bank, each text as paragraphs of one line."""
    return {key: one_paragraph_per_line(value) if key in _PROSE else value for key, value in values.items()}
