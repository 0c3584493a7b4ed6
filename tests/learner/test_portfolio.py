"""The learner's portfolio as a page."""

import re
from base64 import b64encode
from hashlib import sha256

import pytest
from attrs import evolve

from caucasus_course.learner.entry import Entry
from caucasus_course.learner.portfolio import Chapter, prompts_in, write_portfolio
from caucasus_course.quizzes.bank import read_bank
from caucasus_course.quizzes.wording import answer_in_words
from tests.quiz_banks import BANK

CHAPTER = Chapter(
    number="01", title="Roads & <rivers>", bank=read_bank(BANK, file="bank"), prompts={"01-prediction": "Which <road>?"}
)


def entry(item_id, kind, value, lesson="01"):
    """Return an entry of a record."""
    return Entry(entry_id="0" * 32, lesson=lesson, item_id=item_id, kind=kind, value=value)


def page(*entries):
    """Return the portfolio of these entries."""
    return write_portfolio(entries, [CHAPTER], in_words=answer_in_words)


def test_words_and_answers_are_on_the_page():
    """A prediction stands under its prompt, an answer under its question with its mark in words."""
    html = page(entry("01-prediction", "prediction", "The old one.\n\nשלום"), entry("q1", "quiz", {"answer": "a"}))

    assert "<h3>Which &lt;road&gt;?</h3>" in html
    assert '<p><bdi dir="auto">The old one.</bdi></p><p><bdi dir="auto">שלום</bdi></p>' in html
    assert "Which road runs west?" in html and "The old road" in html and "Right (1 of 1 point)" in html


def test_the_page_runs_and_fetches_nothing():
    """No script, nothing from outside, and a policy that says so and knows the one style sheet by its hash."""
    html = page(entry("01-paragraph", "reflection", "<script>alert(1)</script><img src=x onerror=y>"))
    style = re.search("<style>(.*)</style>", html, re.DOTALL)[1]

    assert "<script" not in html and "<img" not in html and "http:" not in html and "https:" not in html
    assert f"default-src 'none'; style-src 'sha256-{b64encode(sha256(style.encode()).digest()).decode()}'" in html


def test_a_verdict_and_marks_are_on_the_page():
    """A verdict stands with its reason, marked words in their excerpt; markup in either is shown as text."""
    chapter = evolve(
        CHAPTER, prompts={"01-a-verdict": "My verdict: <how> many?"}, passages={"01-x-marks": "a <b>bad</b> day"}
    )
    verdict = {"verdict": "disputed", "reason": "<img src=x>\nTwo counts."}
    kept = [entry("01-a-verdict", "reflection", verdict), entry("01-x-marks", "reflection", [1])]
    html = write_portfolio(kept, [chapter], in_words=answer_in_words)

    assert "<h3>My verdict: &lt;how&gt; many?</h3><blockquote><p><strong>disputed</strong></p>" in html
    assert '<bdi dir="auto">&lt;img src=x&gt;</bdi></p><p><bdi dir="auto">Two counts.' in html
    assert '<bdi dir="auto">a <mark>&lt;b&gt;bad&lt;/b&gt;</mark> day</bdi>' in html


@pytest.mark.parametrize("marked", [[], [9], [True], ["0"], [None]])
def test_marks_that_fit_no_word_are_left_out(marked):
    """An excerpt may have changed, and a passport may have been written by somebody else."""
    chapter = evolve(CHAPTER, passages={"01-x-marks": "a bad day"})
    html = write_portfolio([entry("01-x-marks", "reflection", marked)], [chapter], in_words=answer_in_words)

    assert "Nothing has been written or answered yet." in html


def test_only_the_latest_words_count_and_empty_ones_do_not():
    """What was rewritten or deleted is not handed in."""
    html = page(
        entry("01-a", "reflection", "first"), entry("01-a", "reflection", "second"), entry("01-b", "reflection", " ")
    )

    assert "second" in html and "first" not in html and "01-b" not in html


def test_an_answer_to_a_changed_question_is_shown_without_mark():
    """What the learner chose is not hidden because the course has changed."""
    assert "Not marked: the question has changed since." in page(entry("q1", "quiz", {"answer": "gone"}))


def test_nothing_done_is_said():
    """An empty portfolio is a page too."""
    assert "Nothing has been written or answered yet." in page()


def test_prompts_are_found_in_a_lesson():
    """They are read, never run; what is no Python is passed over."""
    cells = [
        'reflect("01-a", "Why?")',
        "reflect(",
        'reflect(name)\nreflect("01-b", prompt)',
        'x = reflect("01-c", "How?", rows=3)',
    ]
    notebook = {"cells": [{"cell_type": "code", "source": source} for source in cells]}

    assert prompts_in(notebook) == {"01-a": "Why?", "01-c": "How?"}
