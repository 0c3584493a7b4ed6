"""Trace every figure in a lesson's prose to the claim that it comes from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from caucasus_course.core.rows import Row
from caucasus_course.lessons.catalogue import cells

# The course's notation: a figure is a link to its claim, [about 4,400 square kilometres](#claim-oblast-area).
LINK = re.compile(r"\[([^\]]+)\]\(#claim-([a-z0-9-]+)\)")
_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
# Numbers that are no figures: dates, years, ordinals, and the numbers by which things are called.
_NO_FIGURES = (
    r"\(#source-[a-z0-9-]+\)",  # first: the dates within an id are nobody's figures
    rf"\b\d{{1,2}}(–\d{{1,2}})? (?:{_MONTH})\b",
    rf"\b(?:{_MONTH}) \d{{1,2}}\b",
    r"\b\d{4}-\d{2}-\d{2}\b",
    r"\b(?:19|20)\d\d[–-]\d\d\b",
    r"\b1[6-9]\d\ds?\b|\b20\d\ds?\b",
    r"\b\d+(?:st|nd|rd|th)\b",
    r"\b\d{1,2}:\d{2}\b",
    r"(?i)\b(?:lessons?|sections?|points?|resolutions?|articles?|app\.|no\.|nos\.|page|question|objectives?|version) "
    r"\d+(?:(?:,| and| to|–|, and) \d+)*\b",
    r"`[^`]*`",
    r"https?://\S+",
    r"\bFrance 24\b",
    r"[\"“][^\"“”]*[\"”]",  # a quotation's numbers are its author's
)
_NUMBER = re.compile(r"\d[\d,.]*\d|\d")
_ROUGHLY = re.compile(
    r"(?i)\b(?:about|around|nearly|almost|roughly|some|over|more than|less than|under|at least|at most)\b"
)
# How far a figure in words of caution may lie from its claim.
_ROUGH_SHARE = 0.05


class Loose(NamedTuple):
    """A figure that cannot be traced: where it stands and why."""

    cell: str
    figure: str
    why: str


def _numbers(text: str) -> list[float]:
    return [float(found.replace(",", "")) for found in _NUMBER.findall(text)]


def _prose(markdown: str) -> str:
    """Return a Markdown cell without headings, lines of sources, list numbers and fenced code."""
    text = re.sub(r"(?s)```.*?```", "", markdown)
    kept = [line for line in text.splitlines() if not re.match(r"\s*(?:#|\*Sources?:)", line)]
    return "\n".join(re.sub(r"^\s*\d+\.\s", "", line) for line in kept)


def _without_dates(text: str) -> str:
    for pattern in _NO_FIGURES:
        text = re.sub(pattern, " ", text)
    return text


def agrees(words: str, claim: Row) -> bool:
    """Say whether the figures in a link's words are those of its claim; after 'about', within five per cent."""
    known = [claim[key] for key in ("low", "point", "high") if claim.get(key) is not None]
    slack = _ROUGH_SHARE if _ROUGHLY.search(words) else 1e-9
    return all(any(abs(number - value) <= slack * abs(value) for value in known) for number in _numbers(words))


def traced_claims(lesson: Row) -> list[str]:
    """Return the ids of the claims that a lesson's figures lead to, each once, in the lesson's order."""
    found = (claim_id for _, text in cells(lesson, "markdown") for _, claim_id in LINK.findall(text))
    return list(dict.fromkeys(found))


def loose_figures(cell: str, markdown: str, claims: dict[str, Row]) -> Iterator[Loose]:
    """Yield every figure of a Markdown cell that has no claim, or another value than its claim."""
    prose = _prose(markdown)
    for words, claim_id in LINK.findall(prose):
        if claim_id not in claims:
            yield Loose(cell, words, f"links to {claim_id!r}, which is not in data/claims.csv")
        elif claims[claim_id]["status"] == "unverified":
            yield Loose(cell, words, f"the claim {claim_id!r} is unverified; no lesson may use it")
        elif not agrees(words, claims[claim_id]):
            yield Loose(cell, words, f"the claim {claim_id!r} says otherwise")
    for figure in _NUMBER.findall(_without_dates(LINK.sub(" ", prose))):
        yield Loose(cell, figure, "no claim; write it as [figure](#claim-id)")
