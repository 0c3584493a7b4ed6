"""Each lesson keeps the anatomy of the course and the rules of its notebooks."""

import re

from caucasus_course.authoring.through_whom import NOTE
from caucasus_course.data import loaders
from caucasus_course.lessons.catalogue import notebook_path
from tests.lesson_text import EACH, LESSONS, bank, cells, code, prose, section, twin

# The parts of a lesson, in their order. Numbered sections stand between the terms and the map task.
PARTS = [
    "What you will learn", "Predict", "Names and terms", "1. ", "Map task", "Data task", "Source lab", "Contested claims",
    "Discussion", "Exit quiz", "Write", "Take-aways", "Who said it",
]  # fmt: skip
# Sections that rest on no source: the rules that the course makes itself.
OWN_RULES = {"00": ["2. Our class contract", "3. Names have owners", "4. Claims have levels"]}
WORDS_A_MINUTE = 200
NOT_IN_A_LESSON = r"\b(datetime\.now|time\.|random|requests|urllib|urlopen|warnings|display\(|!pip|%pip)|://|\bwww\."


@EACH
def test_the_parts_stand_in_their_order(lesson):
    """Header, objectives, hook, terms, narrative, tasks, sources, claims, discussion, quiz, writing, take-aways."""
    heads = re.findall(r"(?m)^## (.+)$", prose(lesson))
    places = [next((i for i, head in enumerate(heads) if head.startswith(part)), None) for part in PARTS]

    assert None not in places, dict(zip(PARTS, places, strict=True))
    assert places == sorted(places)


@EACH
def test_a_lesson_asks_why_after_its_narrative(lesson):
    """Between the numbered sections and the map task, authors disagree on a cause; lesson 00 tells of no event."""
    heads = re.findall(r"(?m)^## (.+)$", prose(lesson))
    asks = [place for place, head in enumerate(heads) if head == "Why?"]

    assert [heads[place + 1] for place in asks] == ([] if lesson["lesson_id"] == "00" else ["Map task"])
    assert bool(asks) == ("explanations(" in code(lesson))


@EACH
def test_some_cells_are_checked_with_outputs_stored(lesson):
    """A notebook without any output passes nbval: at least two cells must have one to compare."""
    checked = [cell for cell, _ in cells(lesson, "code") if "nbval-check-output" in cell["metadata"].get("tags", [])]

    assert len(checked) >= 2
    assert all(cell["outputs"] and "keep_output" in cell["metadata"]["tags"] for cell in checked)


@EACH
def test_other_cells_store_no_output(lesson):
    """Maps and widgets are run, not stored: static pages would show nothing of them offline."""
    stored = [
        cell["id"]
        for cell, _ in cells(lesson, "code")
        if cell["outputs"] and "keep_output" not in cell["metadata"].get("tags", [])
    ]

    assert stored == []


@EACH
def test_code_is_short_hidden_and_without_clock_chance_or_network(lesson):
    """A student who does not code sees prose, maps and quizzes."""
    found = cells(lesson, "code")

    assert all(cell["metadata"]["jupyter"]["source_hidden"] for cell, _ in found)
    assert max(len(text.splitlines()) for _, text in found) <= 8
    assert len([line for line in code(lesson).splitlines() if line]) <= 45
    assert not re.search(NOT_IN_A_LESSON, code(lesson))
    assert not re.search(r"(?m)^\s*(def|class) ", code(lesson))
    assert re.findall(r"(?m)^.*\bimport\b.*$", code(lesson)) == ["from caucasus_course import *"]


@EACH
def test_objectives_are_three_to_five_verbs_and_the_take_aways_mirror_them(lesson):
    """Each objective begins with its verb; there are as many take-aways."""
    objectives = re.findall(r"(?m)^\d\. \*\*(\w+)\*\*", section(lesson, "What you will learn"))
    take_aways = re.findall(r"(?m)^- ", section(lesson, "Take-aways").split("**Read on")[0])

    assert 3 <= len(objectives) <= 5
    assert len(take_aways) == len(objectives)


@EACH
def test_the_bank_has_a_dozen_questions_and_meets_every_objective(lesson):
    """At least eight of them stand in the exit quiz."""
    questions = bank(lesson).questions
    objectives = len(re.findall(r"(?m)^\d\. \*\*", section(lesson, "What you will learn")))
    asked = [re.findall(r'"(q\d+)"', text) for _, text in cells(lesson, "code") if text.startswith("quiz(")]

    assert len(questions) >= 12
    assert {question.objective for question in questions} == set(range(1, objectives + 1))
    assert len(asked[-1]) >= 8
    assert sorted(question for part in asked for question in part) == sorted(question.id for question in questions)


def _read(markdown):
    """Return what is read as the lesson's text: without the line of sources and the note on the sign for encyclopedias."""
    return re.sub(r"(?m)^\*Sources?:.*$", "", markdown).replace(NOTE, "")


@EACH
def test_sections_are_at_most_650_words_each_with_a_check(lesson):
    """Three or four numbered sections, none too long."""
    heads = re.findall(r"(?m)^## (\d\. .+)$", prose(lesson))

    assert 3 <= len(heads) <= 4
    assert [head for head in heads if len(_read(section(lesson, head)).split()) > 650] == []


@EACH
def test_at_most_eight_places_are_new(lesson):
    """The table of names has at most eight rows."""
    rows = re.findall(r"(?m)^\|(?! ---)(?!-).+\|$", section(lesson, "Names and terms"))

    assert 1 <= len(rows) - 1 <= 8


@EACH
def test_the_minutes_fit_the_words(lesson):
    """Reading takes at least the words at 200 a minute, and not twice that."""
    words = len(re.sub(r"\|[^\n]*\|", " ", prose(lesson)).split())

    assert words / WORDS_A_MINUTE <= lesson["minutes_read"] + 1
    assert lesson["minutes_read"] <= 2 * words / WORDS_A_MINUTE


@EACH
def test_the_head_tells_what_to_know_how_long_and_what_hurts(lesson):
    """The first code cell shows the lesson's row: question, minutes, prerequisites, content note, a way round."""
    told = ("question", "prerequisites", "content_note", "skip_path", "checked_on")

    assert all(lesson[column] for column in told)
    assert min(lesson["minutes_read"], lesson["minutes_do"], lesson["minutes_discuss"]) > 0
    assert cells(lesson, "code")[0][1].endswith(f'header("{lesson["lesson_id"]}")')


@EACH
def test_the_lesson_ends_with_summary_reading_and_references(lesson):
    """Take-aways, at least three works to read on, what comes next; each section names its sources; the claims come last."""
    end = section(lesson, "Take-aways")
    heads = re.findall(r"(?m)^## (\d\. .+)$", prose(lesson))

    assert len(re.findall(r"(?m)^- ", end.split("**Read on")[1])) >= 3
    assert "**Next:**" in end or lesson == LESSONS[-1]
    unsourced = [head for head in heads if not re.search(r"(?m)^\*Sources: .{20,}\*$", section(lesson, head))]
    assert unsourced == OWN_RULES.get(lesson["lesson_id"], [])
    assert cells(lesson, "code")[-1][1] == f'who_said("{lesson["lesson_id"]}")'


@EACH
def test_the_notebook_is_small_and_has_a_twin_for_the_instructor(lesson):
    """90 KB at most; the twin has timing, key, misconceptions and a plan without internet."""
    path = notebook_path(lesson)
    notes = twin(lesson).casefold()

    assert path.stat().st_size <= 90_000
    assert all(
        word in notes
        for word in ("timing", "key", "misconception", "board", "sensitiv", "without internet", "discussion")
    )


def test_every_notebook_has_its_row_and_every_row_its_notebook():
    """No draft lies in the folder."""
    on_disk = {path.name for path in loaders.lessons_folder().glob("*.ipynb")}

    assert on_disk == {notebook_path(lesson).name for lesson in LESSONS}
