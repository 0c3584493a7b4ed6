"""Find the figures that we know only through an encyclopedia, and whether the text says so where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from caucasus_course.authoring.prose import sentences
from caucasus_course.core.rows import Row
from caucasus_course.data.citation import is_encyclopedia
from caucasus_course.lessons.traces import LINK

# The sign after such a figure, and the note that explains it in the same cell.
SIGN = "†"
NOTE = f"{SIGN} Known only through an encyclopedia."
_NAMES_ONE = re.compile(r"Wikipedia|[Ee]ncyclop(?:a)?edi|Universalis|Britannica|Armeniapedia")


def is_through_encyclopedia(claim: Row, sources: Mapping[str, Row]) -> bool:
    """Say whether every source of a claim is an encyclopedia."""
    return all(is_encyclopedia(sources[source_id]) for source_id in claim["source_ids"].split("; "))


def _says_so(sentence: str, end: int) -> bool:
    return sentence[end:].startswith(SIGN) or bool(_NAMES_ONE.search(LINK.sub(r"\1", sentence)))


def _parts(markdown: str) -> Iterator[str]:
    """Yield what is read at one go: the sentences of a line, a table's row whole."""
    for line in markdown.splitlines():
        yield from [line] if line.startswith("|") else sentences(line)


def unsaid(markdown: str, claims: Mapping[str, Row], sources: Mapping[str, Row]) -> Iterator[str]:
    """Yield every figure of a cell that is known only through an encyclopedia and does not say so."""
    for part in _parts(markdown):
        for found in LINK.finditer(part):
            claim = claims.get(found[2])
            if claim and is_through_encyclopedia(claim, sources) and not _says_so(part, found.end()):
                yield f"[{found[1]}](#claim-{found[2]})"


def misplaced_signs(markdown: str, claims: Mapping[str, Row], sources: Mapping[str, Row]) -> Iterator[str]:
    """Yield what is wrong with the signs of a cell: one at a figure that has better sources, or one without its note."""
    for found in re.finditer(LINK.pattern + SIGN, markdown):
        claim = claims.get(found[2])
        if claim and not is_through_encyclopedia(claim, sources):
            yield f"[{found[1]}](#claim-{found[2]}) has a source that is no encyclopedia"
    if (SIGN in markdown.replace(NOTE, "")) != (NOTE in markdown):
        yield f"a cell with {SIGN} ends with the note “{NOTE}”, and only such a cell"
