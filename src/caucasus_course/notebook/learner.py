"""The words for what a learner does: answer, write, look back, carry away."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from caucasus_course.data import loaders
from caucasus_course.notebook.rows import find_row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from caucasus_course.learner.cards import Passport, Portfolio
    from caucasus_course.learner.portfolio import Chapter
    from caucasus_course.learner.recall import Recall
    from caucasus_course.learner.reflection import Reflection
    from caucasus_course.quizzes.questions import Bank
    from caucasus_course.quizzes.widget import Quiz


def _bank(lesson: str) -> Bank:
    from caucasus_course.quizzes.bank import read_bank

    row = find_row("lessons", "lesson_id", lesson, kind="lesson")
    path = f"quizzes/{row['lesson_id']}_{row['slug']}.toml"
    return read_bank(loaders.read_text(path), file=f"data/{path}")


def _for_maps(bank: Bank) -> dict[str, Any]:
    """Return the shapes that the bank's place-on-map questions need, and the quiet lines behind them."""
    from caucasus_course.quizzes.map_picture import points_by_id, shapes_by_id

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

    from caucasus_course.data.places import written_names
    from caucasus_course.quizzes.kinds import TextQuestion

    if not any(isinstance(question, TextQuestion) and question.place_ids for question in bank.questions):
        return bank
    names = {row["place_id"]: written_names(row) for row in loaders.rows("places")}
    questions = (each.named(names) if isinstance(each, TextQuestion) else each for each in bank.questions)
    return attrs.evolve(bank, questions=tuple(questions))


def quiz(
    lesson: str,
    *,
    only: Sequence[str] | None = None,
    mode: str | None = None,
    shuffle: str | int | None = None,
    title: str | None = None,
) -> Quiz:
    """Return a lesson's quiz; answers are marked in the kernel and kept in the learner's record.

    Parameters
    ----------
    lesson : its number, such as "01"
    only : ids of the questions to show, in this order, such as `["q1", "q2"]`; without it, all
    mode : practice (marked at once), collect (kept, not marked) or end (marked together); without it, the bank's
    shuffle : any word or number; the same one mixes questions and options the same way
    title : what stands above the questions; without it, the lesson's title

    Examples
    --------
    >>> quiz("01", only=["q1"]).title
    'Land, roads, names'

    """
    from caucasus_course.learner.record import Record
    from caucasus_course.quizzes.widget import Quiz

    bank = _named(_bank(lesson))
    return Quiz(bank, record=Record(), only=only, mode=mode, shuffle=shuffle, title=title, **_for_maps(bank))


def reflect(item_id: str, prompt: str, *, rows: int = 5) -> Reflection:
    """Return a box for free text that is kept as it is written; `item_id` begins with the lesson, `01-prediction`."""
    from caucasus_course.learner.record import Record
    from caucasus_course.learner.reflection import Reflection

    return Reflection(item_id, prompt, record=Record(), rows=rows)


def recall(item_id: str) -> Recall:
    """Show again what the learner wrote in the box of this id."""
    from caucasus_course.learner.recall import Recall
    from caucasus_course.learner.record import Record

    return Recall(item_id, record=Record())


def _source_work() -> tuple[dict[str, str], dict[str, str]]:
    """Return what a learner was asked on each excerpt and board, and each excerpt's text, by the ids of the answers."""
    from caucasus_course.notebook.rows import sources_by_id
    from caucasus_course.sources.items import id_of

    sources, prompts, passages = sources_by_id(), {}, {}
    for row in loaders.rows("excerpts"):
        source = sources[row["source_id"]]
        about = f"“{source['title']}” ({source['publisher']})"
        marks = id_of(row, row["excerpt_id"], "marks")
        passages[marks] = row["text"]
        prompts[marks] = f"Words that I marked in {about}"
        prompts[id_of(row, row["excerpt_id"], "prediction")] = f"What I expected of {about}"
    for row in loaders.rows("verdicts"):
        prompts[id_of(row, row["topic"], "verdict")] = f"My verdict: {row['question']}"
    return prompts, passages


def _chapters() -> list[Chapter]:
    """Return what passport and portfolio need of each lesson: its title, its bank and the prompts of its boxes."""
    from caucasus_course.learner.portfolio import Chapter, prompts_in

    chapters = []
    asked, passages = _source_work()
    for row in loaders.rows("lessons"):
        name = f"{row['lesson_id']}_{row['slug']}"
        notebook, bank = loaders.lessons_folder() / f"{name}.ipynb", loaders.data_folder() / f"quizzes/{name}.toml"
        prompts = prompts_in(json.loads(notebook.read_text(encoding="utf-8"))) if notebook.is_file() else {}
        known = _named(_bank(row["lesson_id"])) if bank.is_file() else None
        about = {"number": row["lesson_id"], "title": row["title"], "bank": known}
        chapters.append(Chapter(**about, prompts=asked | prompts, passages=passages))
    return chapters


def passport() -> Passport:
    """Return a card that shows what is done, and carries it to another machine as one small file."""
    from caucasus_course.learner.cards import Passport
    from caucasus_course.learner.record import Record

    return Passport(Record(), _chapters())


def portfolio() -> Portfolio:
    """Return a card that gathers what you wrote and answered into one page of your own."""
    from caucasus_course.learner.cards import Portfolio
    from caucasus_course.learner.record import Record
    from caucasus_course.quizzes.wording import answer_in_words

    return Portfolio(Record(), _chapters(), in_words=answer_in_words)
