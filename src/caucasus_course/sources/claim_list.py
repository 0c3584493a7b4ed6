"""Show who said each figure of a lesson, where a figure's link leads, and what was read of the works it recommends."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING

from caucasus_course.core.display import Display
from caucasus_course.core.figures import counted, figure
from caucasus_course.core.rows import Row
from caucasus_course.data.citation import cite, cite_html, how_read, is_encyclopedia

if TYPE_CHECKING:
    import pandas as pd


THROUGH = "Known to us only through an encyclopedia."
_HEAD = "Read on"


def _read(source: Row) -> str:
    """Return what was read of a source as a sentence, with a space before it."""
    return f" {how_read(source).capitalize()}." if how_read(source) else ""


class ClaimList(Display):
    """Every figure of a lesson with who said it, how sure we are, and the works that carry it; then its reading list.

    Parameters
    ----------
    claims : rows of `data/claims.csv`, in the order of the lesson
    sources : rows of `data/sources.csv`, by source id
    works : ids of the sources that the lesson recommends

    """

    def __init__(self, claims: list[Row], sources: dict[str, Row], works: Sequence[str] = ()) -> None:
        self.claims, self.sources = claims, sources
        self.works = [sources[source_id] for source_id in works]
        self.title = "Who said it"

    def _sources(self, claim: Row) -> list[Row]:
        return [self.sources[source_id] for source_id in claim["source_ids"].split("; ")]

    def _line(self, claim: Row) -> str:
        as_of = f", {claim['as_of']}" if claim.get("as_of") else ""
        through = f" {THROUGH}" if all(map(is_encyclopedia, self._sources(claim))) else ""
        return f"{figure(claim)} ({counted(claim)}). Said by {claim['said_by']}{as_of}; {claim['status']}.{through}"

    def text(self) -> str:
        """Return one line a figure, then its sources; a line for each work of the reading list."""
        lines = [
            f"- {self._line(claim)} {' '.join(cite(source) + _read(source) for source in self._sources(claim))}"
            for claim in self.claims
        ]
        works = [_HEAD, *(f"- {cite(work)}{_read(work)}" for work in self.works)] if self.works else []
        return "\n".join([self.title, *lines, *works])

    def html(self) -> str:
        """Return lists whose entries are the targets of the lesson's figures and works."""
        entries = "".join(
            f"<li id='claim-{escape(claim['claim_id'])}' style='margin:0 0 8px'>{escape(self._line(claim))}"
            f"<br><small>{'<br>'.join(cite_html(source) + _read(source) for source in self._sources(claim))}</small></li>"
            for claim in self.claims
        )
        works = "".join(
            f"<li id='source-{escape(work['source_id'])}' style='margin:0 0 8px'>{cite_html(work)}{_read(work)}</li>"
            for work in self.works
        )
        style = "max-width:46em;padding-left:1.2em"
        reading = f"<p><strong>{_HEAD}</strong></p><ul class='works' style='{style}'>{works}</ul>" if works else ""
        return f"<ul class='claims' style='{style}'>{entries}</ul>{reading}"

    def table(self) -> pd.DataFrame:
        """Return the claims as a frame."""
        import pandas as pd

        return pd.DataFrame(self.claims)
