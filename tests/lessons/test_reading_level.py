"""The lessons' sentences are easy to read, by textstat's Flesch–Kincaid grade."""

import json
import statistics
import warnings

import pytest

from caucasus_course.authoring.prose import running_prose
from caucasus_course.data import loaders
from caucasus_course.lessons.catalogue import notebook_path

LESSONS = loaders.rows("lessons")
HARDEST, MEDIAN = 10, 9


@pytest.fixture(scope="module")
def grade():
    """Return textstat's measure. It imports pkg_resources, which warns of its own end; here warnings are errors."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r"(?s).*pkg_resources")
        import textstat
    return textstat.flesch_kincaid_grade


def sentences_of(lesson):
    """Return what is read as sentences in a lesson."""
    notebook = json.loads(notebook_path(lesson).read_text(encoding="utf-8"))
    cells = ("".join(cell["source"]) for cell in notebook["cells"] if cell["cell_type"] == "markdown")
    return running_prose("\n\n".join(cells))


def test_the_measure_tells_easy_from_hard(grade):
    """A text like a decree lies above the limit, a text like ours below it."""
    easy = "Moscow refused. The council turned to three parliaments. It asked to join Armenia."
    hard = (
        "Notwithstanding the constitutional provisions regulating territorial reorganisation, the administration's "
        "representatives characterised the parliamentary declaration as incompatible with international obligations."
    )

    assert grade(easy) < MEDIAN < HARDEST < grade(hard)


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson["lesson_id"])
def test_no_lesson_is_harder_than_grade_ten(lesson, grade):
    """Many who take the course read English as a second language."""
    assert grade(sentences_of(lesson)) <= HARDEST


def test_half_of_the_lessons_are_at_most_grade_nine(grade):
    """The median over the lessons."""
    assert statistics.median(grade(sentences_of(lesson)) for lesson in LESSONS) <= MEDIAN
