"""What all widgets share: lean scripts, one class a kind, one layout."""

import json

import pytest

from caucasus_course.quizzes import widget
from caucasus_course.quizzes.bank import read_bank
from caucasus_course.quizzes.widget import Quiz
from caucasus_course.widgets.base import lean, script
from tests.quiz_banks import BANK


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("// why\n  const a = 1; // kept\n", "const a = 1; // kept\n"),
        ("/** What\n * it is. */\nfunction f() {\n  return 1;\n}", "function f() {\nreturn 1;\n}"),
        ("// one\n// two\n\nf();", "f();"),
        ('a("// no comment");\n  b("/* nor this */");', 'a("// no comment");\nb("/* nor this */");'),
    ],
)
def test_a_lean_script_says_the_same(text, expected):
    """Whole lines of comment and indents go; what stands beside code or inside words stays."""
    assert lean(text) == expected


def test_no_script_has_words_that_lean_would_change():
    """A text over several lines would lose its indents, so no script has one."""
    lines = script("fields.js", "map.js", "card.js", "quiz.js", module=widget.__file__).splitlines()

    assert [line for line in lines if line.count("`") % 2] == []


def test_two_quizzes_are_of_one_class_and_name_it():
    """Widgets of a kind share their class, their name for anywidget and their layout."""
    bank = read_bank(BANK, file="bank")
    first, second = Quiz(bank), Quiz(bank)

    assert type(first) is type(second) is Quiz
    assert first.get_state()["_anywidget_id"] == "caucasus_course.quizzes.widget.Quiz"
    assert first.layout is second.layout


def test_questions_travel_as_one_word():
    """The page gets one JSON text with every question, and Python still has the list."""
    quiz = Quiz(read_bank(BANK, file="bank"))
    (word,) = quiz.get_state()["questions"]

    assert json.loads(word) == quiz.questions
    assert len(quiz.questions) == 3
