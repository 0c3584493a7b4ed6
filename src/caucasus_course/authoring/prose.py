"""Turn a lesson's Markdown into the blocks that a reader reads: paragraphs, list items, table rows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

Kind = Literal["head", "text", "item", "row"]

_FENCE = re.compile(r"(?s)```.*?```")
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_MARKS = re.compile(r"\*\*|\*|`|(?<!\w)_|_(?!\w)")
_SOURCES = re.compile(r"\*Sources?:")
_RULE = re.compile(r"\|[\s:|-]+\|$")
_ITEM = re.compile(r"\s*(?:[-*]|\d+\.)\s+")
# A sentence ends at a full stop before a capital, but not after an initial such as "T. de Waal".
_SENTENCE_END = re.compile(r"(?<=[.!?])(?<!\b[A-Z]\.)[\"”*)]*\s+(?=[\"“(*]*[A-Z0-9])")


class Block(NamedTuple):
    """A heading, a paragraph, a list item or a table row: its words as they are read, and as they were written."""

    kind: Kind
    words: str
    markdown: str


def words_of(markdown: str) -> str:
    """Return Markdown as it is read: a link is its text, emphasis is gone.

    Examples
    --------
    >>> words_of("By **1994** it held [about 13](#claim-a) percent.")
    'By 1994 it held about 13 percent.'

    """
    return _MARKS.sub("", _LINK.sub(r"\1", markdown)).strip()


def _block(line: str) -> Block:
    if line.startswith("#"):
        return Block("head", words_of(line.lstrip("# ")), line)
    if line.startswith("|"):
        cells = [words_of(cell) for cell in line.strip("|").split("|")]
        return Block("row", " | ".join(cells), line)
    found = _ITEM.match(line)
    return Block("item" if found else "text", words_of(line[found.end() :] if found else line), line)


def blocks(markdown: str) -> Iterator[Block]:
    """Yield the blocks of Markdown in their order, without code, lines of sources and the rules of tables."""
    for line in _FENCE.sub("", markdown).splitlines():
        text = line.strip()
        if text and not _SOURCES.match(text) and not _RULE.match(text):
            yield _block(text)


def running_prose(markdown: str) -> str:
    """Return what is read as sentences, a paragraph a line: no headings, no tables, no code, no sources."""
    return "\n\n".join(block.words for block in blocks(markdown) if block.kind in ("text", "item"))


def sentences(words: str) -> list[str]:
    """Return the sentences of a paragraph."""
    return [sentence for sentence in _SENTENCE_END.split(words) if sentence]


def sections(found: Iterable[Block]) -> list[tuple[str, list[Block]]]:
    """Return blocks as (heading, blocks under it); the part before the first heading has none."""
    parts: list[tuple[str, list[Block]]] = [("", [])]
    for block in found:
        if block.kind == "head":
            parts.append((block.words, []))
        else:
            parts[-1][1].append(block)
    return [part for part in parts if part[0] or part[1]]
