"""Write the glossary as a page: each term with those who use it, each place with its names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import groupby

from caucasus_course.authoring.lesson_use import places_named
from caucasus_course.authoring.pages.markdown import MADE, lesson_links, plain
from caucasus_course.core.errors import UnknownNameError
from caucasus_course.core.folding import folded
from caucasus_course.core.languages import OTHER_LANGUAGES, name_column
from caucasus_course.core.rows import Row
from caucasus_course.data.citation import cite
from caucasus_course.data.places import find_place

_OPENING = f"""# Glossary

{MADE}

Each term has a meaning in our words, and the people who use it or object to it. A word that one side uses is not
ours because it stands here. [Names and words](names_policy.md) tells which one we choose.
"""
_PLACES = """## Places in four languages

The places that the lessons introduce, with the Armenian name in Latin letters too.
"""


def _sort_key(term: Row) -> str:
    return str(term["term"]).casefold().lstrip("\"'“ ")


def _initial(term: Row) -> str:
    first = _sort_key(term)[0].upper()
    return first if first.isalpha() else "0–9"


def _entry(term: Row, links: dict[str, str], sources: dict[str, Row]) -> Iterator[str]:
    lessons = [links.get(number, number) for number in term["lessons"].split("; ")]
    cited = [plain(cite(sources[one])) for one in (term["source_ids"] or "").split("; ") if one]
    yield f"**{plain(term['term'])}.** {plain(term['meaning'])}"
    yield ""
    yield f"- *Who says it:* {plain(term['used_by'])}"
    yield f"- *Lessons:* {', '.join(lessons)}"
    if cited:
        yield f"- *Sources:* {' · '.join(cited)}"
    yield ""


def _introduced(places: list[Row], lessons: Iterable[Row]) -> Iterator[tuple[Row, list[str]]]:
    """Yield the places of the lessons' tables of names, in the order of the alphabet, with the lessons of each."""
    found: dict[str, tuple[Row, list[str]]] = {}
    for lesson in lessons:
        for name in places_named(lesson):
            with suppress(UnknownNameError):  # a table may name what is no place
                place = find_place(name, places)
                found.setdefault(place["place_id"], (place, []))[1].append(lesson["lesson_id"])
    yield from sorted(found.values(), key=lambda one: folded(one[0]["name_en"]))


def _name_in(place: Row, code: str) -> str:
    """Return a place's name in a language: `Armenian Շուշի (Shushi)`; a dash where it has none."""
    language = OTHER_LANGUAGES[code]
    latin = place.get(language.latin_column)
    return f"{language.english} {place[name_column(code)] or '–'}{f' ({latin})' if latin else ''}"


def _place_entry(place: Row, lessons: Iterable[str], links: dict[str, str]) -> str:
    """Return one line: the names in four languages, what is to be said of them, the lessons."""
    names = f"{' · '.join(_name_in(place, code) for code in OTHER_LANGUAGES)}."
    note = f" {plain(place['names_note'])}" if place["names_note"] else ""
    numbers = ", ".join(links[number] for number in lessons)
    return f"- **{plain(place['name_en'])}.** {plain(names)}{note} *Lessons:* {numbers}"


def glossary_page(terms: list[Row], places: list[Row], lessons: list[Row], sources: dict[str, Row]) -> str:
    """Return the glossary as Markdown: every term by its letter, then the places that the lessons introduce.

    Parameters
    ----------
    terms : rows of the glossary table
    places : rows of the places table
    lessons : rows of the lessons table; terms of other lessons keep the bare number
    sources : rows of the sources table, by source id

    """
    links = lesson_links(lessons)
    by_letter = [(letter, list(group)) for letter, group in groupby(sorted(terms, key=_sort_key), _initial)]
    lines = [_OPENING]
    for letter, group in by_letter:
        lines += [f"## {letter}", ""]
        lines += [line for term in group for line in _entry(term, links, sources)]
    lines += [_PLACES]
    lines += [_place_entry(place, numbers, links) for place, numbers in _introduced(places, lessons)]
    return "\n".join(lines) + "\n"
