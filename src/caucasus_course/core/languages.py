"""The languages in which places are named: the one list for tables, maps, quizzes and pages.

A further language is one row here and its column `name_xx` in `data/places.csv` and `data/datapackage.json`.
"""

from __future__ import annotations

from typing import NamedTuple


class Language(NamedTuple):
    """A language: its own name, its English name, and the column that spells its names in Latin letters, if any."""

    own: str
    english: str
    latin_column: str = ""


# By code (ISO 639-1). English leads: a place without a name in another language is shown by its English one.
LANGUAGES = {
    "en": Language("English", "English"),
    "hy": Language("Հայերեն", "Armenian", "name_hy_latn"),
    "az": Language("Azərbaycanca", "Azerbaijani"),
    "ru": Language("Русский", "Russian"),
}

OTHER_LANGUAGES = {code: language for code, language in LANGUAGES.items() if code != "en"}


def name_column(code: str) -> str:
    """Return the column of the places table that has the names in a language."""
    return f"name_{code}"


# Every column of the places table in which a name stands, older and other names last.
NAME_COLUMNS = (
    *(
        column
        for code, language in LANGUAGES.items()
        for column in (name_column(code), language.latin_column)
        if column
    ),
    "other_names",
)
