"""Read what a learner wrote, as people write it: numbers with commas and spaces, names with a slip or without accents."""

from __future__ import annotations

import math
import re
import unicodedata
from functools import lru_cache

MAX_NUMBER_LENGTH = 60

# Letters that no decomposition takes apart, as they are written by those whose keyboard lacks them.
_PLAIN = str.maketrans({"ə": "e", "ı": "i", "ø": "o", "ł": "l", "ё": "е", "й": "и", "և": "եւ", "’": "'", "ʼ": "'"})


def read_number(answer: object, *, unit: str = "") -> float | None:
    """Return the number that a learner gave or wrote (`13 550`, `13,550`, `13550 people`, `−4,5`), or None."""
    if isinstance(answer, int | float) and not isinstance(answer, bool):
        value = _as_float(answer)
    elif isinstance(answer, str) and len(answer) <= MAX_NUMBER_LENGTH:
        value = _read_digits(answer, unit)
    else:
        value = math.nan
    return value if math.isfinite(value) else None


def _as_float(number: float) -> float:
    try:
        return float(number)
    except OverflowError:
        return math.nan


def _read_digits(answer: str, unit: str) -> float:
    bare = answer.strip().casefold().removesuffix(unit.casefold()).strip()
    plain = re.sub(r"(?<=\d)[\s\u00a0\u202f'](?=\d{3}(?!\d))", "", bare.replace("\u2212", "-"))
    if re.fullmatch(r"[+-]?[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?", plain):
        plain = plain.replace(",", "")
    # What is left of commas is decimal: "4,5" is how Armenian, Azerbaijani and Russian write 4.5.
    plain = plain.replace(",", ".")
    return float(plain) if re.fullmatch(r"[+-]?[0-9]{1,20}(\.[0-9]{1,20})?", plain) else math.nan


@lru_cache(maxsize=4096)
def words(text: str) -> tuple[str, ...]:
    """Return the words of a text without case, accents and punctuation: `Xankəndi,` and `XANKENDI` are one."""
    # Decomposed before the case is folded: a letter such as a mathematical bold A has a capital inside.
    folded = unicodedata.normalize("NFKC", text).casefold().translate(_PLAIN)
    parts = unicodedata.normalize("NFKD", folded).translate(_PLAIN)
    plain = "".join(letter for letter in parts if not unicodedata.combining(letter))
    return tuple(re.findall(r"[^\W_]+", plain.replace("'", "")))


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
            cost = min(before[other_at] + 1, row[-1] + 1, before[other_at - 1] + (letter != other))
            if min(at, other_at) > 1 and (letter, first[at - 2]) == (second[other_at - 2], other):
                cost = min(cost, earlier[other_at - 2] + 1)
            row.append(cost)
    return row[-1]


def _is_word(written: str, wanted: str) -> bool:
    limit = _slips(wanted)
    return written == wanted or (limit > 0 and distance(written, wanted, limit) <= limit)


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
