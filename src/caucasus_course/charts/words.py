"""Break text into lines that fit, and write a topic's id in words."""

from __future__ import annotations

import re
from collections.abc import Iterable

from caucasus_course.charts.letters import text_width
from caucasus_course.core.text import clean

# Words of a topic's id that are written with a capital.
_PROPER = {
    "april", "armenia", "armenian", "armenians", "artsvashen", "askeran", "azerbaijan", "azerbaijani", "azerbaijanis",
    "baku", "barda", "eu", "ganja", "garadaghly", "gushchular", "iranian", "january", "july", "kalbajar", "karabakh",
    "khojaly", "khojavend", "khtsaberd", "kirovabad", "lachin", "malibeyli", "maragha", "mardakert", "march",
    "meshali", "november", "russian", "september", "shusha", "stepanakert", "sumgait", "syrian", "un",
}  # fmt: skip


def title_of(topic: str) -> str:
    """Return a topic's id in words: `khojaly-1992` is `Khojaly 1992`."""
    named = [word.capitalize() if word in _PROPER else word for word in topic.split("-")]
    words = re.sub(r"(\d{4}) (\d{2,4})$", r"\1–\2", " ".join(named))
    return words[:1].upper() + words[1:]


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
