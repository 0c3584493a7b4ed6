"""Make any text safe to draw and break it into lines."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from caucasus_course.charts.letters import text_width
from caucasus_course.core.errors import CourseError

# Controls and signs that reverse the direction of writing: an SVG must not hold the first, a reader not the second.
_UNSAFE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
# Words of a topic's id that are written with a capital.
_PROPER = {
    "april", "armenia", "armenian", "armenians", "artsvashen", "askeran", "azerbaijan", "azerbaijani", "azerbaijanis",
    "baku", "barda", "eu", "ganja", "garadaghly", "gushchular", "iranian", "january", "july", "kalbajar", "karabakh",
    "khojaly", "khojavend", "khtsaberd", "kirovabad", "lachin", "malibeyli", "maragha", "mardakert", "march",
    "meshali", "november", "russian", "september", "shusha", "stepanakert", "sumgait", "syrian", "un",
}  # fmt: skip


def is_empty(value: Any) -> bool:
    """Say whether a cell holds nothing: None, NaN, NaT, NA or an empty text."""
    return value is None or (not isinstance(value, str) and str(value) in {"<NA>", "nan", "NaT"}) or value == ""


def clean(value: Any) -> str:
    """Return a cell as one line of text without control and direction signs; nothing for an empty one."""
    return "" if is_empty(value) else " ".join(_UNSAFE.sub("", str(value)).split())


def title_of(topic: str) -> str:
    """Return a topic's id in words: `khojaly-1992` is `Khojaly 1992`."""
    words = [word.capitalize() if word in _PROPER else word for word in topic.split("-")]
    words = re.sub(r"(\d{4}) (\d{2,4})$", r"\1–\2", " ".join(words))
    return words[:1].upper() + words[1:]


def number(value: float) -> str:
    """Return a number with thousands apart and no needless zeros."""
    return f"{value:,.10g}"


def figure_words(low: float | None, high: float | None, point: float | None) -> str:
    """Return a figure in words: `at least 613`, `485–613`, `no figure`."""
    if point is not None or (low is not None and low == high):
        return number(low if point is None else point)
    if low is None and high is None:
        return "no figure"
    if high is None:
        return f"at least {number(low)}"
    return f"at most {number(high)}" if low is None else f"{number(low)}–{number(high)}"


def value_of(value: Any, *, column: str) -> float | None:
    """Return a cell as a number, None if it is empty."""
    if is_empty(value):
        return None
    try:
        found = float(value)
    except (TypeError, ValueError):
        raise CourseError(f"Column {column!r} holds {value!r}, which is no number.") from None
    if found in {float("inf"), float("-inf")}:
        raise CourseError(f"Column {column!r} holds {value!r}: a chart has no room for the infinite.")
    return found


def unit_words(unit: str) -> str:
    """Return a unit as a reader writes it."""
    return clean(unit).replace("km2", "km²")


def _pieces(word: str, size: float, room: float, *, bold: bool) -> Iterable[str]:
    """Break a word that is longer than a line."""
    start = 0
    for end in range(1, len(word) + 1):
        if end - start > 1 and text_width(word[start:end], size, bold=bold) > room:
            yield word[start : end - 1]
            start = end - 1
    yield word[start:]


def wrap(text: str, size: float, room: float, *, bold: bool = False, limit: int = 4) -> list[str]:
    """Return a text as lines that fit into `room` px; after `limit` lines it ends in an ellipsis."""
    lines = [""]
    # A dot between two parts never begins a line.
    for word in clean(text)[:2000].replace(" ·", "\u00a0·").split(" "):
        for piece in _pieces(word, size, room, bold=bold):
            longer = f"{lines[-1]} {piece}".strip()
            if text_width(longer, size, bold=bold) <= room:
                lines[-1] = longer
            else:
                lines.append(piece)
    return lines if len(lines) <= limit else [*lines[: limit - 1], _cut(lines[limit - 1], size, room, bold=bold)]


def _cut(line: str, size: float, room: float, *, bold: bool) -> str:
    """End a line in an ellipsis, after as many whole words as fit."""
    words = line.split(" ")
    while len(words) > 1 and text_width(" ".join(words) + " …", size, bold=bold) > room:
        words.pop()
    return " ".join(words) + " …"
