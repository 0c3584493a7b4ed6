"""The words that a lesson uses: each finds its data by name and hands it to its display."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from caucasus_course import loaders
from caucasus_course.errors import CourseError, unknown

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Sequence

    import pandas as pd

    from caucasus_course.charts.claims_chart import ClaimsChart
    from caucasus_course.charts.series_chart import SeriesChart
    from caucasus_course.charts.timeline import Timeline
    from caucasus_course.claims import ClaimList
    from caucasus_course.control import Held
    from caucasus_course.lesson_header import LessonHeader
    from caucasus_course.maps.compare import MapPair
    from caucasus_course.maps.course_map import CourseMap
    from caucasus_course.portfolios import Chapter
    from caucasus_course.quizzes.passport_card import Passport, Portfolio
    from caucasus_course.quizzes.recall import Recall
    from caucasus_course.quizzes.reflection import Reflection
    from caucasus_course.quizzes.widget import Quiz
    from caucasus_course.records import Bank
    from caucasus_course.selfcheck import SelfCheck
    from caucasus_course.sourcework.board import Board
    from caucasus_course.sourcework.card import SourceCard
    from caucasus_course.sourcework.wordings import Wordings

BASE = ("sea", "countries", "provinces", "rayons", "lakes")


def _row(table: str, column: str, value: str, *, kind: str) -> dict[str, Any]:
    found = {row[column]: row for row in loaders.rows(table)}
    if value not in found:
        raise unknown(kind, value, found)
    return found[value]


def holder(place: str, date: str | datetime.date) -> Held:
    """Return who held a place on a date, how certain that is and from which source.

    Parameters
    ----------
    place : any of the place's names, in any script
    date : `YYYY-MM-DD`, from 20 February 1988 on

    Examples
    --------
    >>> holder("Berdzor", "1994-05-12").holder
    'Armenian forces'

    """
    from caucasus_course.control import held
    from caucasus_course.lookup import find_place

    return held(find_place(place, loaders.rows("places"))["place_id"], date, loaders.rows("control"))


def claim(claim_id: str) -> ClaimList:
    """Return one reported number with who said it and the works that carry it."""
    return _claim_list([claim_id])


def _claim_list(wanted: list[str]) -> ClaimList:
    from caucasus_course.claims import ClaimList

    claims = {row["claim_id"]: row for row in loaders.rows("claims")}
    for claim_id in wanted:
        if claim_id not in claims:
            raise unknown("claim", claim_id, claims)
    sources = {row["source_id"]: row for row in loaders.rows("sources")}
    return ClaimList([claims[claim_id] for claim_id in wanted], sources)


def who_said(lesson: str) -> ClaimList:
    """Return every figure of a lesson with who said it and where; the figures' links lead here."""
    from caucasus_course.lesson_use import used

    return _claim_list(used(_row("lessons", "lesson_id", lesson, kind="lesson")).claim_ids)


def _bank(lesson: str) -> Bank:
    from caucasus_course.quizzes.bank import read_bank

    row = _row("lessons", "lesson_id", lesson, kind="lesson")
    path = f"quizzes/{row['lesson_id']}_{row['slug']}.toml"
    return read_bank(loaders.read_text(path), file=f"data/{path}")


def _for_maps(bank: Bank) -> dict[str, Any]:
    """Return the shapes that the bank's place-on-map questions need, and the quiet lines behind them."""
    from caucasus_course.quizzes.atlas import points_by_id, shapes_by_id

    layers = {question.layer for question in bank.questions if question.kind == "place"}  # type: ignore[attr-defined]
    if not layers:
        return {}
    atlas = {
        name: shapes_by_id(loaders.layer(name)) if name else points_by_id(loaders.rows("places")) for name in layers
    }
    behind = [feature["geometry"] for name in ("countries", "rivers") for feature in loaders.layer(name)["features"]]
    return {"atlas": atlas, "backdrop": behind}


def _named(bank: Bank) -> Bank:
    """Return the bank with each place that an answer in words may name known by all its names."""
    import attrs

    from caucasus_course.kinds import TextQuestion

    if not any(isinstance(question, TextQuestion) and question.place_ids for question in bank.questions):
        return bank
    columns = ("name_en", "name_az", "name_hy", "name_hy_latn", "name_ru", "other_names")
    names = {
        row["place_id"]: tuple(name for column in columns for name in (row[column] or "").split("; ") if name)
        for row in loaders.rows("places")
    }
    questions = (each.named(names) if isinstance(each, TextQuestion) else each for each in bank.questions)
    return attrs.evolve(bank, questions=tuple(questions))


def quiz(lesson: str, *, only: Sequence[str] | None = None, **options: Any) -> Quiz:
    """Return a lesson's quiz; `only` picks questions by id, such as `["q1", "q2"]`.

    Answers are marked in the kernel and kept in the learner's record.
    Other options (`mode`, `shuffle`, `title`) are those of `quizzes.widget.Quiz`.

    Examples
    --------
    >>> quiz("01", only=["q1"]).title
    'Land, roads, names'

    """
    from caucasus_course.progress import Record
    from caucasus_course.quizzes.widget import Quiz

    bank = _named(_bank(lesson))
    return Quiz(bank, record=Record(), only=only, **_for_maps(bank), **options)


def reflect(item_id: str, prompt: str, *, rows: int = 5) -> Reflection:
    """Return a box for free text that is kept as it is written; `item_id` begins with the lesson, `01-prediction`."""
    from caucasus_course.progress import Record
    from caucasus_course.quizzes.reflection import Reflection

    return Reflection(item_id, prompt, record=Record(), rows=rows)


def recall(item_id: str) -> Recall:
    """Show again what the learner wrote in the box of this id."""
    from caucasus_course.progress import Record
    from caucasus_course.quizzes.recall import Recall

    return Recall(item_id, record=Record())


def _chapters() -> list[Chapter]:
    """Return what passport and portfolio need of each lesson: its title, its bank and the prompts of its boxes."""
    from caucasus_course.portfolios import Chapter, prompts_in

    chapters = []
    for row in loaders.rows("lessons"):
        name = f"{row['lesson_id']}_{row['slug']}"
        notebook, bank = loaders.lessons_folder() / f"{name}.ipynb", loaders.data_folder() / f"quizzes/{name}.toml"
        prompts = prompts_in(json.loads(notebook.read_text(encoding="utf-8"))) if notebook.is_file() else {}
        known = _named(_bank(row["lesson_id"])) if bank.is_file() else None
        chapters.append(Chapter(number=row["lesson_id"], title=row["title"], bank=known, prompts=prompts))
    return chapters


def passport() -> Passport:
    """Return a card that shows what is done, and carries it to another machine as one small file."""
    from caucasus_course.progress import Record
    from caucasus_course.quizzes.passport_card import Passport

    return Passport(Record(), _chapters())


def portfolio() -> Portfolio:
    """Return a card that gathers what you wrote and answered into one page of your own."""
    from caucasus_course.progress import Record
    from caucasus_course.quizzes.passport_card import Portfolio

    return Portfolio(Record(), _chapters())


def _layers(names: Iterable[str]) -> dict[str, Any]:
    return {name: loaders.layer(name) for name in names}


def header(lesson: str) -> LessonHeader:
    """Return the head of a lesson: its question, minutes, content note and the date of its facts.

    Examples
    --------
    >>> header("01").title
    'Lesson 01 · Land, roads, names'

    """
    from caucasus_course.lesson_header import LessonHeader

    return LessonHeader(_row("lessons", "lesson_id", lesson, kind="lesson"))


def excerpt(excerpt_id: str, *, is_open: bool = False) -> SourceCard:
    """Return a source card: the head first, its words after a prediction; `is_open` shows them at once."""
    from caucasus_course.progress import Record
    from caucasus_course.sourcework.card import SourceCard

    found = _row("excerpts", "excerpt_id", excerpt_id, kind="excerpt")
    source = _row("sources", "source_id", found["source_id"], kind="source")
    article = next((row for row in loaders.rows("articles") if row["article_id"] == found["source_id"]), None)
    return SourceCard(found, source, article=article, record=Record(), is_open=is_open)


def compare(topic: str) -> Board:
    """Return the corroboration board of a topic: all claims side by side, a verdict to file, then the course's own."""
    from caucasus_course.progress import Record
    from caucasus_course.sourcework.board import Board

    verdict = _row("verdicts", "topic", topic, kind="topic to compare")
    claims = [row for row in loaders.rows("claims") if row["topic"] == topic and row["status"] != "unverified"]
    sources = {source["source_id"]: source for source in loaders.rows("sources")}
    return Board(verdict, claims, sources, record=Record())


def perspectives(event_id: str) -> Wordings:
    """Return one event in two or three attributed quotations, with the words in which they differ."""
    from caucasus_course.sourcework.wordings import Wordings

    row = _row("perspectives", "event_id", event_id, kind="event told in several voices")
    event = _row("events", "event_id", event_id, kind="event")
    statements = {statement["statement_id"]: statement for statement in loaders.rows("statements")}
    sources = {source["source_id"]: source for source in loaders.rows("sources")}
    said = [statements[statement_id] for statement_id in row["statement_ids"].split("; ")]
    voices = [(f"{s['speaker']}, {s['date']}", s["quote"], sources[s["source_ids"].split("; ")[0]]) for s in said]
    return Wordings(event["title"], voices, question=row["question"], answer=row["answer"])


def drift(drift_id: str) -> Wordings:
    """Return two wordings of one thing side by side, with the words in which they differ and a question."""
    from caucasus_course.sourcework.wordings import Wordings

    row = _row("drift", "drift_id", drift_id, kind="pair of wordings")
    if row["status"] == "unverified":
        raise CourseError(f"The wordings of {drift_id!r} were not seen by us; no lesson may use them.")
    sources = {source["source_id"]: source for source in loaders.rows("sources")}
    pairs = ((row["version_a"], row["source_a"]), (row["version_b"], row["source_b"]))
    voices = [(sources[source_id]["publisher"], text, sources[source_id]) for text, source_id in pairs]
    return Wordings(row["title"], voices, question=row["question"], answer=row["answer"])


def map_places(
    places: pd.DataFrame, *, over: Iterable[str] = ("rivers",), title: str = "Places", **options: Any
) -> CourseMap:
    """Return a map of the places of a table; `over` names further layers to draw, such as `rivers` or `oblast`.

    Other options (`only`, `bounds`, `as_of`, `according_to`, `language`) are those of `maps.views.map_places`.
    """
    from caucasus_course.maps import views

    names = loaders.load("places")
    return views.map_places(places, names=names, base=_layers(BASE), shapes=_layers(over), title=title, **options)


def map_routes(
    roads: dict[str, Any], *, at: str | datetime.date, over: Iterable[str] = ("rivers",), **options: Any
) -> CourseMap:
    """Return a map of the roads in use at a date, `YYYY-MM-DD`; those of another date are dashed.

    Other options (`only`, `title`, `language`) are those of `maps.views.map_routes`.
    """
    from caucasus_course.maps import views

    places = loaders.load("places")
    return views.map_routes(roads, at=at, places=places, base=_layers(BASE), shapes=_layers(over), **options)


def map_control(control: pd.DataFrame, *, at: str | datetime.date, **options: Any) -> CourseMap:
    """Return one map of who held what, 1988–2024, with a slider over every dated state; it opens at a date.

    Other options (`dates`, `title`, `language`) are those of `maps.control.map_control`.
    """
    from caucasus_course.maps import control as view

    tables = {name: loaders.load(name) for name in ("places", "events", "sources")}
    return view.map_control(
        control,
        at=at,
        base=_layers(BASE),
        cells=loaders.layer("control_cells"),
        areas=loaders.layer("control_areas"),
        oblast=loaders.layer("oblast"),
        rivers=loaders.layer("rivers"),
        **tables,
        **options,
    )


def _sources() -> dict[str, dict[str, Any]]:
    return {row["source_id"]: row for row in loaders.rows("sources")}


def chart_claims(claims: pd.DataFrame, **options: Any) -> ClaimsChart:
    """Return who says what about a question, measure by measure, with the works cited in the table.

    The options (`topic`, `ids`, `measure`, `sort`, `unverified`, `title`) are those of `charts.claims_chart.chart_claims`.

    Examples
    --------
    >>> chart_claims(loaders.load("claims"), topic="khojaly-1992").title
    'Who says what: Khojaly 1992'

    """
    from caucasus_course.charts import claims_chart

    return claims_chart.chart_claims(claims, sources=_sources(), **options)


def chart_series(table: pd.DataFrame, **options: Any) -> SeriesChart:
    """Return how a number moved: arrivals, supply by `indicator`, or the claims of a `topic` and `measure`.

    The other options (`start`, `end`, `unverified`, `title`) are those of `charts.series_chart.chart_series`.
    """
    from caucasus_course.charts import series_chart

    return series_chart.chart_series(table, sources=_sources(), **options)


def timeline(events: pd.DataFrame, **options: Any) -> Timeline:
    """Return events by date, one lane for each kind, with the accounts that differ.

    The options (`start`, `end`, `category`, `lesson`, `unverified`, `title`) are those of `charts.timeline.timeline`.
    """
    from caucasus_course.charts import timeline as lanes

    return lanes.timeline(events, sources=_sources(), **options)


def map_movements(movements: pd.DataFrame, claims: pd.DataFrame, **options: Any) -> CourseMap:
    """Return one map of who fled, from where to where, with a chooser of period and claimant.

    Other options (`period`, `side`, `title`, `language`) are those of `maps.movements.map_movements`.
    """
    from caucasus_course.maps import movements as view

    return view.map_movements(movements, claims, places=loaders.load("places"), base=_layers(BASE), **options)


def map_predict(
    collection: dict[str, Any], answer: Iterable[str], *, over: Iterable[str] = ("rivers",), **options: Any
) -> CourseMap:
    """Return a map on which the reader marks areas before the answer is shown, with the overlap of both.

    Other options (`question`, `told`, `only`, `as_of`, `according_to`, `language`) are those of `maps.views.map_predict`.
    """
    from caucasus_course.maps import views

    places = loaders.load("places")
    return views.map_predict(collection, answer, places=places, base=_layers(BASE), shapes=_layers(over), **options)


def map_compare(left: CourseMap, right: CourseMap, *, title: str | None = None) -> MapPair:
    """Return two maps side by side, one over the other on a narrow page."""
    from caucasus_course.maps import compare

    return compare.map_compare(left, right, title=title)


def self_check() -> SelfCheck:
    """Return a widget that says whether maps, quizzes and letters work here."""
    from caucasus_course.selfcheck import SelfCheck

    places = loaders.load("places")
    return SelfCheck(map_places(places, only=["shusha"], over=(), title="Self-check").frame())
