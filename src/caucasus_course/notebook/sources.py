"""The words for sources: cards, boards, voices, wordings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from caucasus_course.core.errors import CourseError
from caucasus_course.data import loaders
from caucasus_course.notebook.rows import find_row, sound, sources_by_id

if TYPE_CHECKING:
    from caucasus_course.lessons.header import LessonHeader
    from caucasus_course.sources.board import Board
    from caucasus_course.sources.card import SourceCard
    from caucasus_course.sources.explanations import Explanations
    from caucasus_course.sources.wordings import Wordings


def header(lesson: str) -> LessonHeader:
    """Return the head of a lesson: its question, minutes, content note, the day of its facts and of its last check.

    Examples
    --------
    >>> header("01").title
    'Lesson 01 · Land, roads, names'

    """
    from caucasus_course.lessons.header import LessonHeader

    row = find_row("lessons", "lesson_id", lesson, kind="lesson")
    return LessonHeader({**find_row("freshness", "lesson_id", lesson, kind="lesson"), **row})


def excerpt(excerpt_id: str, *, is_open: bool = False) -> SourceCard:
    """Return a source card: the head first, its words after a prediction; `is_open` shows them at once."""
    from caucasus_course.learner.record import Record
    from caucasus_course.sources.card import SourceCard

    [found] = sound("excerpts", [find_row("excerpts", "excerpt_id", excerpt_id, kind="excerpt")])
    source = find_row("sources", "source_id", found["source_id"], kind="source")
    article = next((row for row in loaders.rows("articles") if row["article_id"] == found["source_id"]), None)
    return SourceCard(found, source, article=article, record=Record(), is_open=is_open)


def compare(topic: str) -> Board:
    """Return the corroboration board of a topic: all claims side by side, a verdict to file, then the course's own."""
    from caucasus_course.learner.record import Record
    from caucasus_course.sources.board import Board

    [verdict] = sound("verdicts", [find_row("verdicts", "topic", topic, kind="topic to compare")])
    claims = [row for row in loaders.rows("claims") if row["topic"] == topic and row["status"] != "unverified"]
    return Board(verdict, sound("claims", claims), sources_by_id(), record=Record())


def explanations(question_id: str) -> Explanations:
    """Return a question of cause with authors who answer it differently, and the evidence that would decide."""
    from caucasus_course.learner.record import Record
    from caucasus_course.sources.explanations import Explanations

    question = find_row("questions", "question_id", question_id, kind="question of cause")
    of_it = {
        name: sound(name, [row for row in loaders.rows(name) if row["question_id"] == question_id])
        for name in ("explanations", "deciding")
    }
    told = [row for row in of_it["explanations"] if row["status"] == "verified"]
    return Explanations(question, told, of_it["deciding"], sources_by_id(), record=Record())


def perspectives(event_id: str) -> Wordings:
    """Return one event in two or three attributed quotations, with the words in which they differ."""
    from caucasus_course.sources.wordings import Wordings

    [row] = sound("perspectives", [find_row("perspectives", "event_id", event_id, kind="event told in several voices")])
    event = find_row("events", "event_id", event_id, kind="event")
    statements = {statement["statement_id"]: statement for statement in loaders.rows("statements")}
    sources = sources_by_id()
    said = sound("statements", [statements[statement_id] for statement_id in row["statement_ids"].split("; ")])
    voices = [(f"{s['speaker']}, {s['date']}", s["quote"], sources[s["source_ids"].split("; ")[0]]) for s in said]
    return Wordings(event["title"], voices, question=row["question"], answer=row["answer"])


def drift(drift_id: str) -> Wordings:
    """Return two wordings of one thing side by side, with the words in which they differ and a question."""
    from caucasus_course.sources.wordings import Wordings

    [row] = sound("drift", [find_row("drift", "drift_id", drift_id, kind="pair of wordings")])
    if row["status"] == "unverified":
        raise CourseError(f"The wordings of {drift_id!r} were not seen by us; no lesson may use them.")
    sources = sources_by_id()
    pairs = ((row["version_a"], row["source_a"]), (row["version_b"], row["source_b"]))
    voices = [(sources[source_id]["publisher"], text, sources[source_id]) for text, source_id in pairs]
    return Wordings(row["title"], voices, question=row["question"], answer=row["answer"])
