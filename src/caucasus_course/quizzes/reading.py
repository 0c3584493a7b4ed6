"""Read what a learner wrote, as people write it: numbers with commas and spaces, names with a slip or without accents."""

from __future__ import annotations

import math
import re
from itertools import product

from caucasus_course.core.folding import alike, same, words

MAX_NUMBER_LENGTH = 60

# How English, Armenian, Azerbaijani and Russian (by Unicode's CLDR) set thousands apart and write the decimal mark:
# 14,570.5 · 14 570,5 · 14.570,5 · 14 570,5. People also write 14 570.5 and 14’570.5.
_SPACES = " \u00a0\u2007\u2009\u202f"
_GRAMMARS = [(",", r"\."), (r"\.", ","), *product((f"[{_SPACES}]", "['’]"), (r"\.", ","))]
_MINUS = "−–-"  # the hyphen last: inside brackets it would else make a range
_UNITS = {
    "percent": ("%", "per cent"),
    "people": ("person", "persons"),
    "days": ("day",),
    "times": ("×", "x"),
    "km²": ("km2", "km^2", "sq km", "square km", "square kilometres", "square kilometers"),
    "km": ("kilometres", "kilometers"),
    "vehicles a day": ("vehicles per day", "vehicles/day"),
}


def readings(answer: object, *, unit: str = "", is_whole: bool = False) -> tuple[float, ...]:
    """Return every number that an answer can mean: none, one, or two.

    Two come of a comma or a point before exactly three digits: it sets thousands apart in one of the four languages and
    decimals in another. Which question is asked decides nothing, unless it wants a whole number: then a number without
    decimals is meant wherever there can be one.

    Examples
    --------
    >>> readings("14 570"), readings("14.570"), readings("14.570", is_whole=True)
    ((14570.0,), (14570.0, 14.57), (14570.0,))

    """
    if isinstance(answer, int | float) and not isinstance(answer, bool):
        found = {_as_float(answer)}
    elif isinstance(answer, str) and len(answer) <= MAX_NUMBER_LENGTH:
        written = re.fullmatch(_with_unit(unit), answer.strip(), re.IGNORECASE)
        found = _values(written) if written else set()
    else:
        found = set()
    # The larger in size comes first: it is the one whose mark sets thousands apart.
    known = sorted(filter(math.isfinite, found), key=abs, reverse=True)
    return tuple([value for value in known[:1] if value.is_integer()] if is_whole else known)


def _as_float(number: float) -> float:
    try:
        return float(number)
    except OverflowError:
        return math.nan


def _with_unit(unit: str) -> str:
    """Return the pattern of a sign and digits, with the unit before or behind them or without it."""
    forms = [re.escape(form) for form in (unit, *_UNITS.get(unit, ())) if form]
    named, space, sign = "|".join(forms) or "(?!)", f"[{_SPACES}]*", f"[+{_MINUS}]?"
    digits = f"[0-9](?:[0-9.,'’{_SPACES}]*[0-9])?"
    before = f"(?:{named}){space}(?P<inner>{sign}){space}(?P<behind>{digits})"
    return f"(?P<outer>{sign}){space}(?:{before}|(?P<front>{digits}){space}(?:{named})?)"


def _values(written: re.Match[str]) -> set[float]:
    """Return what the digits mean in each of the grammars."""
    sign = (written["outer"] or "") + (written["inner"] or "")
    if len(sign) > 1:
        return set()
    sizes = [_size(written["front"] or written["behind"], *grammar) for grammar in _GRAMMARS]
    return {0.0 - size if sign and sign in _MINUS else size for size in sizes if size is not None}


def _size(digits: str, group: str, decimal: str) -> float | None:
    thousands = f"[1-9][0-9]{{0,2}}(?:{group}[0-9]{{3}})+"
    number = re.fullmatch(f"({thousands}|[0-9]+)(?:{decimal}([0-9]+))?", digits)
    return float(f"{re.sub(group, '', number[1])}.{number[2] or 0}") if number else None


def unmistakable(value: float) -> str:
    """Return one of two readings written so that it has only that one: never with three decimals."""
    written = f"{value:.12g}"
    return f"{written}0" if re.search(r"\.[0-9]{3}$", written) else written


def _slips(word: str) -> int:
    """Return how many letters of a word may be wrong: none in short words and numbers, where one is another word."""
    if any(letter.isdigit() for letter in word) or len(word) < 5:
        return 0
    return 1 if len(word) < 8 else 2


def distance(first: str, second: str, limit: int) -> int:
    """Return how many letters must be added, dropped, changed or swapped with a neighbour, or `limit + 1` if more."""
    if abs(len(first) - len(second)) > limit:
        return limit + 1
    before, row = [0] * (len(second) + 1), list(range(len(second) + 1))
    for at, letter in enumerate(first, start=1):
        earlier, before, row = before, row, [at]
        for other_at, other in enumerate(second, start=1):
            cost = min(before[other_at] + 1, row[-1] + 1, before[other_at - 1] + (not alike(letter, other)))
            if min(at, other_at) > 1 and (letter, first[at - 2]) == (second[other_at - 2], other):
                cost = min(cost, earlier[other_at - 2] + 1)
            row.append(cost)
    return row[-1]


def _is_word(written: str, wanted: str) -> bool:
    limit = _slips(wanted)
    return same(written, wanted) or (limit > 0 and distance(written, wanted, limit) <= limit)


def says(answer: str, keyword: str) -> bool:
    """Say whether the words of a keyword stand in an answer, one after the other, slips of the finger forgiven.

    Examples
    --------
    >>> says("It was called Stepanakret then", "Stepanakert")
    True
    >>> says("in 1993", "1994")
    False

    """
    wanted, written = words(keyword), words(answer)
    starts = range(len(written) - len(wanted) + 1) if wanted else ()
    return any(all(map(_is_word, written[start : start + len(wanted)], wanted)) for start in starts)
