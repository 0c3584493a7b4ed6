"""Check the quotations, excerpts and verdicts of the data; a part of the contract."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator

from caucasus_course.core.rows import Row
from caucasus_course.data import loaders
from caucasus_course.data.schema import Fault
from caucasus_course.data.verbatim import changed_run, share

Tables = dict[str, list[tuple[int, Row]]]

EXCERPT_WORDS, QUOTE_WORDS, ARTICLE_SHARE = 60, 40, 0.15
EXPLANATION_WORDS, AUTHORS = range(40, 91), range(2, 5)
# Table, column, and how many words of somebody else it may hold.
_QUOTED = (
    ("statements", "quote", QUOTE_WORDS),
    ("excerpts", "text", EXCERPT_WORDS),
    ("excerpts", "original", EXCERPT_WORDS),
)
# What a reader must know of words that were translated.
_OF_A_TRANSLATION = ("original", "language", "translation", "translator")


def fault_in(table: str, line: int, column: str, message: str) -> Fault:
    """Return a fault of a table, named as a reader finds the file."""
    return Fault(f"data/{table}.csv", line, column, message)


def quotations_are_short(tables: Tables) -> Iterator[Fault]:
    """A quotation has at most 40 words, an excerpt 60."""
    for name, column, most in _QUOTED:
        for line, row in tables.get(name, []):
            words = len((row.get(column) or "").split())
            if words > most:
                yield fault_in(name, line, column, f"{words} words; at most {most} may be quoted")


def excerpts_are_verbatim(tables: Tables) -> Iterator[Fault]:
    """An excerpt of an article stands there letter for letter, and all together are a small part of it."""
    known = json.loads(loaders.read_text("article_fingerprints.json"))
    quoted: dict[str, list[str]] = defaultdict(list)
    for line, row in tables.get("excerpts", []):
        article = known.get(row["source_id"])
        if article is None:
            continue
        changed = changed_run(row["text"], article)
        if changed:
            yield fault_in("excerpts", line, "text", f"not verbatim in {row['source_id']}: “{changed}”")
        quoted[row["source_id"]].append(row["text"])
        if share(quoted[row["source_id"]], article) > ARTICLE_SHARE:
            yield fault_in("excerpts", line, "text", f"more than 15 % of {row['source_id']} would be reproduced")


def translations_show_their_original(tables: Tables) -> Iterator[Fault]:
    """A translated excerpt has its original, the language, the kind of translation and who translated, or none of them."""
    for line, row in tables.get("excerpts", []):
        missing = [column for column in _OF_A_TRANSLATION if not row[column]]
        if missing and len(missing) < len(_OF_A_TRANSLATION):
            given = next(column for column in _OF_A_TRANSLATION if row[column])
            yield fault_in("excerpts", line, missing[0], f"empty; {given} is given, so a value is required here")
        if row["original"] and not row["side"]:
            yield fault_in("excerpts", line, "side", "empty; words in their own language have a side")


def voices_have_an_owner(tables: Tables) -> Iterator[Fault]:
    """A voice says whose it is and of which people."""
    for line, row in tables.get("excerpts", []):
        for column in ("owner", "side") if row["role"] == "voice" else ():
            if not row[column]:
                yield fault_in("excerpts", line, column, "empty; a voice says whose it is and of which side")


def loaded_words_stand_in_their_excerpt(tables: Tables) -> Iterator[Fault]:
    """A word that the class notes mark is a word of the excerpt."""
    for line, row in tables.get("excerpts", []):
        for phrase in (row["loaded_words"] or "").split("; "):
            if phrase not in row["text"]:
                yield fault_in("excerpts", line, "loaded_words", f"{phrase!r} does not stand in the text")


def verdicts_have_claims(tables: Tables) -> Iterator[Fault]:
    """A question of the corroboration board has at least two claims to compare."""
    topics = [row["topic"] for _, row in tables.get("claims", []) if row["status"] != "unverified"]
    for line, row in tables.get("verdicts", []):
        if topics.count(row["topic"]) < 2:
            yield fault_in("verdicts", line, "topic", f"{row['topic']!r} has fewer than two claims in data/claims.csv")


def explanations_are_of_a_length(tables: Tables) -> Iterator[Fault]:
    """An author's argument has 40 to 90 words: long enough to be one, short enough to be read beside others."""
    for line, row in tables.get("explanations", []):
        words = len(row["explanation"].split())
        if words not in EXPLANATION_WORDS:
            yield fault_in("explanations", line, "explanation", f"{words} words; an argument has 40 to 90")


def questions_have_authors_who_differ(tables: Tables) -> Iterator[Fault]:
    """A question of cause has two to four authors, not all of one perspective, and as many kinds of evidence."""
    for line, row in tables.get("questions", []):
        told = [item for _, item in tables.get("explanations", []) if item["question_id"] == row["question_id"]]
        kept = [item for item in told if item["status"] == "verified"]
        evidence = [
            item["evidence"] for _, item in tables.get("deciding", []) if item["question_id"] == row["question_id"]
        ]
        if len(kept) not in AUTHORS or len({item["perspective"] for item in kept}) < 2:
            yield fault_in("questions", line, "question_id", "needs two to four authors, not all of one perspective")
        if len(set(evidence)) not in AUTHORS or len(set(evidence)) < len(evidence):
            yield fault_in("questions", line, "question_id", "needs two to four different kinds of evidence")
