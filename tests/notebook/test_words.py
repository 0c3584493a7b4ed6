"""The words of a lesson, on the real data."""

import doctest
import importlib
import pkgutil
from pathlib import Path

import pytest

import caucasus_course
from caucasus_course import (
    claim,
    compare,
    excerpt,
    explanations,
    header,
    layer,
    load,
    map_places,
    map_routes,
    portfolio,
    who_said,
)
from caucasus_course.core.errors import CourseError, UnknownNameError
from caucasus_course.learner.entry import Entry
from caucasus_course.notebook.learner import _source_work

SIZE_LIMIT = 300_000  # bytes of HTML for one map


def test_every_word_promised_is_there():
    """`__all__` keeps its promise and stays within thirty or so."""
    assert all(hasattr(caucasus_course, name) for name in caucasus_course.__all__)
    assert len(caucasus_course.__all__) <= 31


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (lambda: header("1"), "No lesson called '1'"),
        (lambda: excerpt("a002-wher"), "No excerpt called 'a002-wher'. Did you mean 'a002-where'"),
        (lambda: map_places(load("places"), only=["Shusha"]), "No place called 'Shusha'. Did you mean 'shusha'"),
        (lambda: map_places(load("places"), over=["rivrs"]), "No layer called 'rivrs'. Did you mean 'rivers'"),
        (lambda: load("claim"), "No table called 'claim'. Did you mean 'claims'"),
        (lambda: who_said("99"), "No lesson called '99'"),
    ],
)
def test_a_wrong_name_is_answered_with_the_nearest(call, said):
    """The reader sees the bad value and the good ones."""
    with pytest.raises(UnknownNameError) as caught:
        call()
    assert said in str(caught.value)


def test_a_map_of_the_region_draws_all_districts_within_its_size():
    """More than 70 districts and the names of the towns, in at most 300 KB."""
    course_map = map_places(load("places"), only=["stepanakert", "lachin", "goris"], over=["rivers", "oblast"])
    districts = next(layer for layer in course_map.layers if layer.style == "rayons")

    assert len(districts.shapes) > 70
    assert len(course_map.html().encode()) <= SIZE_LIMIT


def test_the_lachin_road_changes_at_the_end_of_august_2022():
    """Traffic moved to the temporary link on 30 August 2022."""
    before, after = (map_routes(layer("roads"), at=day).text() for day in ("2022-08-29", "2022-08-31"))

    assert before != after
    assert len(map_routes(layer("roads"), at="2022-08-29").html().encode()) <= SIZE_LIMIT


def test_every_figure_of_lesson_01_names_its_claimant():
    """Figures in the prose lead to who said them."""
    assert who_said("01").text().count("Said by") >= 3


def test_a_bad_date_is_said():
    """Errors reach the lesson as sentences."""
    with pytest.raises(CourseError, match="year-month-day"):
        map_routes(layer("roads"), at="then")


def test_source_work_stands_in_the_portfolio_under_what_was_asked(tmp_path, monkeypatch):
    """A card's prediction and marks, a board's verdict and evidence for a cause, each with its source or question, never with an id."""
    monkeypatch.setenv("CAUCASUS_COURSE_HOME", str(tmp_path))
    card, board = excerpt("a002-1994"), compare("first-war-deaths")
    card.predict("It will <b>shorten</b> it.")
    card.mark([2])
    board.decide("disputed", "No source says <i>how</i> it counted.")
    explanations("1988-why-war").decide(
        "The papers of the talks of July 1991", "They name <i>who</i> refused the offer."
    )
    page = portfolio().page()

    assert "What I expected of “Explainer on the Nagorno-Karabakh" in page and "Words that I marked in “" in page
    assert "<h3>My verdict: " in page and "<strong>disputed</strong>" in page
    assert "<h3>The evidence that would decide: Why did the movement of 1988 become a war?" in page
    assert "<strong>The papers of the talks of July 1991</strong>" in page
    assert page.count("<mark>") == 1
    assert "<b>" not in page and "<i>" not in page
    assert "-a002-1994-" not in page and "first-war-deaths" not in page


def test_every_id_of_source_work_can_be_kept():
    """The record takes ids of at most 80 letters."""
    prompts, _ = _source_work()

    assert all(Entry(entry_id="0" * 32, lesson="01", item_id=item, kind="reflection", value="") for item in prompts)


def _has_an_example(module):
    return ">>> " in Path(module.module_finder.path, f"{module.name.rpartition('.')[2]}.py").read_text(encoding="utf-8")


MODULES = [one for one in pkgutil.walk_packages(caucasus_course.__path__, "caucasus_course.") if not one.ispkg]


@pytest.mark.parametrize("name", [one.name for one in MODULES if _has_an_example(one)])
def test_examples_in_docstrings_are_true(name):
    """An example that no longer runs misleads."""
    done = doctest.testmod(importlib.import_module(name), extraglobs=vars(caucasus_course))

    assert done.attempted > done.failed == 0


def test_the_words_stay_what_they_are_after_their_first_use():
    """A submodule of the same name would take a word's place once it is imported."""
    from caucasus_course import quiz

    quiz("01", only=["q1"])
    from caucasus_course import quiz as again

    assert again is quiz


def test_one_claim_is_one_line():
    """`claim()` gives the one number that was asked for."""
    found = claim("nkao-armenian-share-1989").table()

    assert list(found["claim_id"]) == ["nkao-armenian-share-1989"]
