"""Show who said each figure of a lesson, where a figure's link leads."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from caucasus_course.core.display import Display
from caucasus_course.core.figures import counted, figure
from caucasus_course.data.citation import cite, cite_html

if TYPE_CHECKING:
    import pandas as pd

Row = dict[str, Any]


class ClaimList(Display):
    """Every figure of a lesson with who said it, how sure we are, and the works that carry it.

    Parameters
    ----------
    claims : rows of `data/claims.csv`, in the order of the lesson
    sources : rows of `data/sources.csv`, by source id

    """

    def __init__(self, claims: list[Row], sources: dict[str, Row]) -> None:
        self.claims, self.sources = claims, sources
        self.title = "Who said it"

    def _sources(self, claim: Row) -> list[Row]:
        return [self.sources[source_id] for source_id in claim["source_ids"].split("; ")]

    def _line(self, claim: Row) -> str:
        as_of = f", {claim['as_of']}" if claim.get("as_of") else ""
        return f"{figure(claim)} ({counted(claim)}). Said by {claim['said_by']}{as_of}; {claim['status']}."

    def text(self) -> str:
        """Return one line a figure, then its sources."""
        lines = [f"- {self._line(claim)} {' '.join(map(cite, self._sources(claim)))}" for claim in self.claims]
        return "\n".join([self.title, *lines])

    def html(self) -> str:
        """Return a list whose entries are the targets of the lesson's figures."""
        entries = "".join(
            f"<li id='claim-{escape(claim['claim_id'])}' style='margin:0 0 8px'>{escape(self._line(claim))}"
            f"<br><small>{'<br>'.join(map(cite_html, self._sources(claim)))}</small></li>"
            for claim in self.claims
        )
        return f"<ul class='claims' style='max-width:46em;padding-left:1.2em'>{entries}</ul>"

    def table(self) -> pd.DataFrame:
        """Return the claims as a frame."""
        import pandas as pd

        return pd.DataFrame(self.claims)
