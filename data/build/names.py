"""Turn the sources' names of districts and provinces into our place ids."""

from __future__ import annotations

import re

# The spelling the course leads with, where the source's differs.
SPELLINGS = {
    "agdam": "aghdam",
    "qubadli": "gubadly",
    "qazakh": "gazakh",
    "agdash": "aghdash",
    "agstafa": "aghstafa",
    "agsu": "aghsu",
    "qakh": "gakh",
    "qusar": "gusar",
    "quba": "guba",
    "qabala": "gabala",
    "siazan": "siyazan",
    "sumqayit": "sumgait",
    "shaki": "sheki",
    "zaqatala": "zagatala",
    "masally": "masalli",
}
PROVINCES = {
    "AM-AG": "aragatsotn",
    "AM-AR": "ararat-province",
    "AM-AV": "armavir-province",
    "AM-ER": "yerevan-city",
    "AM-GR": "gegharkunik",
    "AM-KT": "kotayk",
    "AM-LO": "lori",
    "AM-SH": "shirak",
    "AM-SU": "syunik",
    "AM-TV": "tavush",
    "AM-VD": "vayots-dzor",
}
COUNTRIES = {"GEO": "georgia", "RUS": "russia", "TUR": "turkey", "IRN": "iran"}


def place_id(name: str) -> str:
    """Return the id of a unit: 'Qubadli District' becomes 'gubadly-district', 'AM-SU' becomes 'syunik'."""
    if name in PROVINCES | COUNTRIES:
        return (PROVINCES | COUNTRIES)[name]
    if not re.search(r" (District|City)$", name):
        return name
    stem, kind = name.lower().rsplit(" ", 1)
    return f"{SPELLINGS.get(stem, stem)}-{kind}"
