"""Find the days that English prose names, with the years that their context gives."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from caucasus_course.authoring.prose import Block, sections, sentences
from caucasus_course.core.days import MONTHS

_M = "|".join(MONTHS)
_AND = r"\s*(?:[–-]|to|and|until)\s*"
# '20 February 1988', '8 and 9 May 1992', '27–29 February', 'between 27 March and 5 April', 'May 18, 1992', 'on the 8th and 9th'.
_DAY = re.compile(
    rf"(?<![\d:.,])(?P<day>\d{{1,2}})(?:\s+(?P<month1>{_M}))?(?:{_AND}(?P<day2>\d{{1,2}}))?\s+(?P<month>{_M})\b"
    rf"(?:,?\s+(?P<year>1[89]\d\d|20\d\d)\b)?"
    rf"|\b(?P<us_month>{_M})\s+(?P<us_day>\d{{1,2}}),\s+(?P<us_year>1[89]\d\d|20\d\d)\b"
    rf"|\b(?i:on|from|by|until|before|after|of)\s+the\s+(?P<nth>\d{{1,2}})(?:st|nd|rd|th)(?:{_AND}(?P<nth2>\d{{1,2}})(?:st|nd|rd|th))?\b(?! \w*(?:century|Army|anniversary))"
)
_YEARS = re.compile(r"(?<![\d–-])(1[89]\d\d|20\d\d)(?:[–-](\d\d(?:\d\d)?))?(?![\d–-])")
_MONTH = re.compile(rf"\b({_M})\b")
_ASIDE = re.compile(r"\([^()]*\)")


Days = tuple[tuple[datetime.date, datetime.date], ...]


class Mention(NamedTuple):
    """A day, or the first and last of some days, as prose names it.

    `days` has one pair of dates for each year that the context allows; none when the context gives no year.
    `told` is what is said of the day: the list item or table row, or the sentence with the one before it.
    """

    words: str
    days: Days
    told: str
    markdown: str


class _Context(NamedTuple):
    """The years and the month that were read last, and the years of the heading and the title."""

    years: tuple[int, ...] = ()
    month: str = ""
    head_years: tuple[int, ...] = ()


def _all_years(text: str) -> list[tuple[int, ...]]:
    """Return the years mentioned; '1993–94' is two at once, and longer spans say too little to count."""
    found = []
    for first, last in _YEARS.findall(_ASIDE.sub(" ", text)):
        end = int(first[: 4 - len(last)] + last) if last else int(first)
        if end - int(first) <= 1:
            found.append(tuple(range(int(first), end + 1)))
    return found


def _last_years(text: str) -> tuple[int, ...]:
    return next(reversed(_all_years(text)), ())


def _after(text: str, before: _Context) -> _Context:
    months = _MONTH.findall(_ASIDE.sub(" ", text))
    return before._replace(years=_last_years(text) or before.years, month=months[-1] if months else before.month)


def _date(year: int, month: str, day: str) -> datetime.date | None:
    try:
        return datetime.date(year, MONTHS.index(month) + 1, int(day))
    except ValueError:  # 30 February, or 'on the 5th' with no month before it
        return None


def _parts(found: re.Match[str], month: str) -> tuple[str, str, str, str]:
    """Return the first day and its month, the last day and its month."""
    if found["us_day"]:
        return found["us_day"], found["us_month"], found["us_day"], found["us_month"]
    if found["nth"]:
        return found["nth"], month, found["nth2"] or found["nth"], month
    return found["day"], found["month1"] or found["month"], found["day2"] or found["day"], found["month"]


def _days(found: re.Match[str], context: _Context) -> Iterator[tuple[datetime.date, datetime.date]]:
    first_day, first_month, last_day, last_month = _parts(found, context.month)
    for year in dict.fromkeys(context.years + context.head_years):
        first, last = _date(year, first_month, first_day), _date(year, last_month, last_day)
        if first and last and first <= last:
            yield first, last


def _in_sentence(sentence: str, context: _Context) -> tuple[list[tuple[str, Days]], _Context]:
    """Return the days that a sentence names, as words and dates, and the context after it."""
    named: list[tuple[str, Days]] = []
    at = 0
    for found in _DAY.finditer(sentence):
        context = _after(sentence[at : found.start()], context)
        written = found["year"] or found["us_year"]
        if written:
            context = context._replace(years=(int(written),))
        elif not (context.years or context.head_years):
            context = context._replace(years=_last_years(sentence[found.end() :]))
        meant = context._replace(head_years=()) if written else context
        named.append((found.group(), tuple(_days(found, meant))))
        context = context._replace(month=found["month"] or found["us_month"] or context.month)
        at = found.end()
    return named, _after(sentence[at:], context)


def _in_block(block: Block, context: _Context) -> tuple[list[Mention], _Context]:
    mentions: list[Mention] = []
    parts = [block.words] if block.kind == "row" else sentences(block.words)
    for number, sentence in enumerate(parts):
        told = " ".join(parts[max(0, number - 1) : number + 1]) if block.kind == "text" else block.words
        named, context = _in_sentence(sentence, context)
        mentions += [Mention(words, days, told, block.markdown) for words, days in named]
    return mentions, context


def days_written(text: str) -> Iterator[tuple[datetime.date, datetime.date]]:
    """Yield the days that a text names with their year, without any context."""
    for sentence in sentences(text):
        for found in _DAY.finditer(sentence):
            year = found["year"] or found["us_year"]
            yield from _days(found, _Context((int(year),) if year else ()))


def days_named(found: Iterable[Block], title: str = "") -> Iterator[Mention]:
    """Yield every day named in blocks.

    Its year is the one written; without one it may be the last one read in its section, or one of heading and title.

    Parameters
    ----------
    found : the blocks of a lesson in their order
    title : the lesson's title and question

    """
    for head, under in sections(found):
        context = _Context(head_years=tuple(year for years in _all_years(f"{head}. {title}") for year in years))
        for block in under:
            mentions, after = _in_block(block, context)
            yield from mentions
            if block.kind != "row":  # a row's years are its own; the next row goes by what stands above the table
                context = after
