"""Cite a source in one line."""

from __future__ import annotations

from html import escape
from typing import Any

Row = dict[str, Any]


def cite(source: Row) -> str:
    """Return a source in one line: author, title, publisher, date."""
    parts = [source.get("author"), source["title"], source.get("publisher"), source.get("date")]
    return ". ".join(str(part) for part in parts if part) + "."


def cite_html(source: Row) -> str:
    """Return the citation as HTML, linked to the work where its address is known."""
    address = str(source.get("url") or "")
    if not address.startswith(("https://", "http://")):
        return escape(cite(source))
    return (
        f"<a href='{escape(address, quote=True)}' rel='noopener noreferrer' target='_blank'>{escape(cite(source))}</a>"
    )
