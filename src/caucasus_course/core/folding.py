"""Fold names so that case, accents, punctuation and the letters that a keyboard lacks do not count."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Letters that no decomposition takes apart, as they are written by those whose keyboard lacks them; letters that look
# like ə; and the marks within a word that are typed in many ways or not at all.
_PLAIN = str.maketrans(
    {"ı": "i", "ø": "o", "ł": "l", "ǝ": "ə", "ә": "ə", **dict.fromkeys("'’‘ʼʻ`", "")},
)
# ə is typed as e by Azerbaijanis whose keyboard lacks it, and printed as a in English texts: Kelbecer, Kalbajar.
_SCHWA = frozenset("əae")


@lru_cache(maxsize=16_384)
def words(text: str) -> tuple[str, ...]:
    """Return the words of a text without case, accents and punctuation: `Şuşa,` and `SUSA` are one."""
    # Decomposed before the case is folded: a letter such as a mathematical bold A has a capital inside.
    folded = unicodedata.normalize("NFKC", text).casefold().translate(_PLAIN)
    parts = unicodedata.normalize("NFKD", folded).translate(_PLAIN)
    plain = "".join(letter for letter in parts if not unicodedata.combining(letter))
    # The Armenian և is two letters in capitals, ԵՎ today and ԵՒ before.
    plain = plain.replace("եւ", "եվ")
    return tuple(re.findall(r"[^\W_]+", plain))


def folded(name: str) -> str:
    """Return the words of a name as one text; ə stays, for `same` to take as e or a.

    Examples
    --------
    >>> folded("Şuşa-kənd")
    'susa kənd'

    """
    return " ".join(words(name))


def alike(letter: str, other: str) -> bool:
    """Say whether two folded letters are one: the same, or ə and what is typed for it."""
    return letter == other or ("ə" in (letter, other) and letter in _SCHWA and other in _SCHWA)


def same(first: str, second: str) -> bool:
    """Say whether two folded texts are one name.

    Examples
    --------
    >>> same(folded("Kelbecer"), folded("Kəlbəcər")), same(folded("Kalbacar"), folded("Kəlbəcər"))
    (True, True)
    >>> same("lele", "lala")
    False

    """
    return first == second or (len(first) == len(second) and all(map(alike, first, second)))
