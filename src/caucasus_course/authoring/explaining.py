"""Tell how a lesson explains: how its sentences join, whose words it shows, who owns its causes."""

from __future__ import annotations

import re
import warnings
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from caucasus_course.authoring.lesson_use import Used
from caucasus_course.authoring.prose import running_prose, sentences
from caucasus_course.core.rows import Row
from caucasus_course.lessons.catalogue import cells

Table = Mapping[str, Row]

# Words that join one thought to another. "So" alone is too often no joint.
JOINTS = re.compile(
    r"(?i)\b(?:because|although|even though|so that|while|unless|since|whereas|therefore|until)\b",
)
_NUMBERED = re.compile(r"## \d+\. ")
# "Since" and "until" before a date or a year count time and join nothing.
_OF_TIME = re.compile(
    r"(?i)\b(?:since|until)\s+(?:(?:early|late|about|mid-?)\s*)?(?:\d|January|February|March|April|May|June|July|August|September|October|November|December|then\b)"
)
PEOPLES = {"Armenian": "Armenian", "Karabakh Armenian": "Armenian", "Azerbaijani": "Azerbaijani"}
NEITHER = "neither"


def numbered_sections(lesson: Row) -> dict[str, str]:
    """Return the prose of a lesson's numbered sections by their headings."""
    prose = "\n\n".join(text for _, text in cells(lesson, "markdown"))
    parts = [part.partition("\n") for part in re.split(r"(?m)^(?=#{1,3} )", prose)]
    return {head.lstrip("# "): running_prose(text) for head, _, text in parts if _NUMBERED.match(head)}


def joints(prose: str) -> int:
    """Return how many words of a text join a thought to another.

    Examples
    --------
    >>> joints("It lasted until 1994 because nobody asked, although many knew.")
    2

    """
    return len(JOINTS.findall(_OF_TIME.sub("", prose)))


def mean_sentence(prose: str) -> float:
    """Return how many words a sentence has, on average.

    Examples
    --------
    >>> mean_sentence("It lasted. Nobody asked why it did.")
    3.5

    """
    lengths = [len(sentence.split()) for line in prose.split("\n\n") for sentence in sentences(line)]
    return round(sum(lengths) / max(len(lengths), 1), 1)


def grade(prose: str) -> float | None:
    """Return the Flesch–Kincaid grade; None where the developers' tools are not installed."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r"(?s).*pkg_resources")
        try:
            import textstat
        except ImportError:
            return None
    return round(float(textstat.flesch_kincaid_grade(prose)), 1)


def _by_people(sides: Iterable[str]) -> dict[str, int]:
    return dict(sorted(Counter(PEOPLES.get(side, NEITHER) for side in sides).items()))


def _words_shown(excerpts: list[Row]) -> dict[str, Any]:
    """Return the share of primary excerpts among those that are no voices, and voices and originals by people."""
    others = [row for row in excerpts if row["role"] != "voice"]
    return {
        "excerpts": len(others),
        "primary_share": round(sum(row["role"] == "primary" for row in others) / max(len(others), 1), 2),
        "voices": _by_people(row["side"] for row in excerpts if row["role"] == "voice"),
        "originals": _by_people(row["side"] for row in excerpts if row["original"]),
    }


def is_academic(source: Row) -> bool:
    """Say whether a source is a scholar's work or a book that we read at least in part."""
    return source["read_as"] in ("whole", "excerpt") and (
        source["perspective"] == "academic" or source["kind"] == "book"
    )


def explaining(lesson: Row, in_use: Used, source_ids: Iterable[str], tables: Mapping[str, Table]) -> dict[str, Any]:
    """Return the measures of one lesson, ready for JSON.

    Parameters
    ----------
    lesson : a row of `data/lessons.csv`
    in_use : what its notebook uses
    source_ids : the sources that it rests on
    tables : sources, excerpts and explanations by id

    """
    parts = numbered_sections(lesson)
    prose = "\n\n".join(parts.values())
    told = [row for row in tables["explanations"].values() if row["question_id"] in in_use.question_ids]
    academic = [name for name in sorted(set(source_ids)) if is_academic(tables["sources"][name])]
    return {
        "mean_sentence": mean_sentence(prose),
        "grade": grade(prose) if prose else None,
        "joints": {heading: joints(text) for heading, text in parts.items()},
        **_words_shown([tables["excerpts"][name] for name in in_use.excerpt_ids]),
        "questions_of_cause": in_use.question_ids,
        "authors": _by_people(row["perspective"] for row in told),
        "academic_works": academic,
    }
