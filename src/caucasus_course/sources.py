"""Show a source as a card: who made it first, its words only after."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from caucasus_course.citation import cite_html
from caucasus_course.display import Display

if TYPE_CHECKING:
    import pandas as pd

Row = dict[str, Any]


class ExcerptCard(Display):
    """A short verbatim excerpt behind the head of its source.

    Parameters
    ----------
    excerpt : a row of `data/excerpts.csv`
    source : its row of `data/sources.csv`

    """

    def __init__(self, excerpt: Row, source: Row) -> None:
        self.excerpt, self.source = excerpt, source
        self.title = f"Source: {source['title']}"

    def _head(self) -> list[tuple[str, str]]:
        it = self.source
        known = [
            ("Title", it["title"]),
            ("Author", it.get("author") or "not named"),
            ("Publisher", it.get("publisher") or "unknown"),
            ("Date", it.get("date") or "unknown"),
            ("Kind", it["kind"]),
            ("Perspective", it["perspective"]),
            ("Read by us", it["read_as"]),
            ("Licence", it.get("licence") or "unknown"),
            ("Note", it.get("note") or ""),
        ]
        return [(name, str(value)) for name, value in known if value]

    def text(self) -> str:
        """Return the head, then the excerpt, as plain text."""
        head = "\n".join(f"{name}: {value}" for name, value in self._head())
        return f"Source card {self.excerpt['excerpt_id']}\n{head}\nExcerpt: “{self.excerpt['text']}”"

    def html(self) -> str:
        """Return the head and a closed `<details>` with the excerpt: sourcing comes before reading."""
        head = "".join(
            f"<dt style='font-weight:600;float:none;width:auto'>{escape(name)}</dt><dd style='margin:0;float:none;width:auto'><bdi>{escape(value)}</bdi></dd>"
            for name, value in self._head()
        )
        return (
            "<section class='source-card' style='max-width:46em;border:1px solid #b9b2a3;border-radius:6px;padding:12px 16px'>"
            f"<dl style='display:grid;grid-template-columns:fit-content(9em) 1fr;gap:4px 16px;margin:0 0 10px'>{head}</dl>"
            "<details><summary style='cursor:pointer;min-height:24px'>I have said what I expect. Open the text.</summary>"
            f"<blockquote style='margin:10px 0 6px'><bdi>{escape(self.excerpt['text'])}</bdi></blockquote>"
            f"<p style='margin:0'>{cite_html(self.source)}</p></details></section>"
        )

    def table(self) -> pd.DataFrame:
        """Return head and excerpt as a frame of two columns."""
        import pandas as pd

        return pd.DataFrame([*self._head(), ("Excerpt", self.excerpt["text"])], columns=["what", "text"])
