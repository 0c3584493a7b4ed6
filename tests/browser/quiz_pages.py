"""Cells and keys that tests of quizzes in a browser share."""

import json

import pytest

from tests.quiz_banks import ATLAS, BANK, WIDE

SETUP = """import json
from pathlib import Path
from caucasus_course.learner.record import Record
from caucasus_course.quizzes.bank import read_bank
from caucasus_course.learner.cards import Passport, Portfolio
from caucasus_course.learner.recall import Recall
from caucasus_course.learner.reflection import Reflection
from caucasus_course.quizzes.widget import Quiz
from caucasus_course.quizzes.wording import answer_in_words
read = lambda name: read_bank(Path(name).read_text(encoding="utf-8"), file=name)
bank, wide = read("bank.toml"), read("wide.toml")
record = Record("%s/answers.sqlite3")
atlas = {None: json.loads(Path("atlas.json").read_text())}"""
FOCUS = """() => {
    const element = document.activeElement;
    return {
        inside: Boolean(element.closest(".cc-quiz")), value: element.value, text: element.textContent,
        name: element.getAttribute("aria-label"), tag: element.tagName,
    };
}"""


def tab_to(page, *, by="Tab", **wanted):
    """Press Tab until an element of a quiz with this value, text, name or tag has the focus."""
    for _ in range(120):
        page.keyboard.press(by)
        focus = page.evaluate(FOCUS)
        if focus["inside"] and all(focus[key] == value for key, value in wanted.items()):
            return
    pytest.fail(f"the Tab key never reached {wanted}")


def lay_out(folder):
    """Put what the cells of `SETUP` read into the server's folder."""
    (folder / "bank.toml").write_text(BANK, encoding="utf-8")
    (folder / "wide.toml").write_text(WIDE, encoding="utf-8")
    (folder / "atlas.json").write_text(json.dumps(ATLAS[None]), encoding="utf-8")
