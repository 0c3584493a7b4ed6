"""Make any text safe to show: one line, without control and direction signs."""

from __future__ import annotations

import re
from typing import Any

# Controls and signs that reverse the direction of writing: an SVG must not hold the first, a reader not the second.
_UNSAFE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)


def printable(text: str, *, keep: str = "") -> str:
    """Return text whose control characters cannot drive a terminal; `keep` names signs that may stay, such as a new line."""
    return "".join(sign if sign.isprintable() or sign in keep else "�" for sign in text)


def is_empty(value: Any) -> bool:
    """Say whether a cell holds nothing: None, NaN, NaT, NA or an empty text."""
    return value is None or (not isinstance(value, str) and str(value) in {"<NA>", "nan", "NaT"}) or value == ""


def clean(value: Any) -> str:
    """Return a cell as one line of text without control and direction signs; nothing for an empty one."""
    return "" if is_empty(value) else " ".join(_UNSAFE.sub("", str(value)).split())
