"""Cite a source: in one line, as a link, as BibTeX and as CSL-JSON."""

from __future__ import annotations

import json
from html import escape
from typing import TYPE_CHECKING, Any

from caucasus_course.core.rows import Row

if TYPE_CHECKING:
    import pandas as pd

# What of a source was read, as the reader is told; the keys are the words of the table.
READ = {"whole": "read whole", "excerpt": "read in part", "title only": "title only seen", "not read": "not read by us"}


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


def how_read(source: Row) -> str:
    """Return how much of a source we read, in words; empty where the row does not say."""
    return READ.get(source.get("read_as") or "", "")


def is_encyclopedia(source: Row) -> bool:
    """Say whether a source is an encyclopedia, which passes on what others found."""
    return source.get("kind") == "encyclopedia"


# Our kinds of source in the words of BibTeX and of the Citation Style Language.
_TYPES = {
    "news": ("misc", "article-newspaper"),
    "analysis": ("misc", "article-magazine"),
    "book": ("book", "book"),
    "report": ("techreport", "report"),
    "judgment": ("misc", "legal_case"),
    "court order": ("misc", "legal_case"),
    "treaty": ("misc", "treaty"),
    "resolution": ("misc", "legislation"),
    "encyclopedia": ("incollection", "entry-encyclopedia"),
    "press release": ("misc", "document"),
    "dataset": ("misc", "dataset"),
    "map": ("misc", "map"),
}


def csl(source: Row) -> Row:
    """Return a source as one item of CSL-JSON, as reference managers import it."""
    parts = [int(part) for part in str(source.get("date") or "").split("-") if part.isdigit()]
    item = {
        "id": source.get("source_id"),
        "type": _TYPES.get(source.get("kind", ""), ("misc", "document"))[1],
        "title": source["title"],
        "author": [{"literal": name} for name in (source.get("author") or "").split("; ") if name],
        "publisher": source.get("publisher"),
        "issued": {"date-parts": [parts]} if parts else None,
        "URL": source.get("url"),
    }
    return {key: value for key, value in item.items() if value}


def bibtex(source: Row) -> str:
    """Return a source as a BibTeX entry."""
    from pybtex.database import BibliographyData, Entry, Person

    date = str(source.get("date") or "")
    fields = {"title": source["title"], "year": date[:4], "date": date, "url": source.get("url")}
    kind = _TYPES.get(source.get("kind", ""), ("misc", ""))[0]
    place = {"techreport": "institution", "incollection": "booktitle", "book": "publisher"}.get(kind, "howpublished")
    fields[place] = source.get("publisher")
    authors = [Person(last=name) for name in (source.get("author") or "").split("; ") if name]
    given = {key: str(value) for key, value in fields.items() if value}
    entry = Entry(kind, fields=given, persons={"author": authors} if authors else {})
    return str(BibliographyData({str(source.get("source_id") or "source"): entry}).to_string("bibtex"))


def citations(source: Row) -> dict[str, str]:
    """Return a source in every form that a learner may need, by the form's name."""
    return {
        "Plain": cite(source),
        "BibTeX": bibtex(source).strip(),
        "CSL-JSON": json.dumps([csl(source)], ensure_ascii=False, indent=1),
    }


def works_of(sources: pd.DataFrame | None) -> dict[str, str]:
    """Return how each work is cited in few words: publisher and title, or its id where there is no table."""
    if sources is None:
        return {}
    columns = sources[["source_id", "title", "publisher", "date"]].astype(object).where(sources.notna(), "")
    return {row.source_id: _short(row) for row in columns.itertuples()}


def _short(row: Any) -> str:
    title = row.title if len(row.title) <= 60 else row.title[:57].rstrip() + " …"
    return ", ".join(part for part in (row.publisher, f"“{title}”", str(row.date)) if part)
