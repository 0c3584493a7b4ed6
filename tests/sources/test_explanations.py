"""A question of cause shows authors who disagree, and what evidence would show only after the learner has chosen."""

import pytest

from caucasus_course.core.errors import CourseError, UnknownNameError
from caucasus_course.learner.record import Record
from caucasus_course.sources.explanations import Explanations

SOURCES = {
    "a": {"title": "Work <b>A</b>", "author": "Ann", "date": "2001-05", "url": "https://example.org/a"},
    "b": {"title": "Work B", "date": None},
}  # fmt: skip
QUESTION = {"question_id": "why", "question": "Why <i>so</i>?", "lessons": "05; 06"}
FIXED = {"evidence_for": "A <script>vote</script>.", "evidence_against": "A count.", "perspective": "Armenian"}
ROWS = [
    {**FIXED, "author": "Ann & Co", "source_id": "a", "explanation": "Because of <u>fear</u>.", "source_ids": "b"},
    {**FIXED, "author": "Ben", "source_id": "b", "explanation": "Because of oil.", "source_ids": None},
]
DECIDING = [{"evidence": "the minutes", "reply": "Who <em>spoke</em>."}, {"evidence": "a count", "reply": "How many."}]
REASON = "It would help the first author."


def shown(record=None):
    """Return the two authors of the question."""
    return Explanations(QUESTION, ROWS, DECIDING, SOURCES, record=record)


@pytest.fixture
def record(tmp_path):
    """A record of its own."""
    return Record(tmp_path / "record.sqlite3")


def test_each_author_stands_with_work_year_and_both_sides_of_the_evidence():
    """A work without a date says so; other sources follow the work."""
    first, second = shown().accounts

    assert (first["author"], first["what"]) == ("Ann & Co", "Work <b>A</b>, 2001; Armenian")
    assert second["what"] == "Work B, no date; Armenian"
    assert first["sources"] == ["Ann. Work <b>A</b>. 2001-05.", "Work B."]
    assert (first["speaks_for"], first["speaks_against"]) == ("A <script>vote</script>.", "A count.")


def test_what_evidence_would_show_comes_after_the_choice(record):
    """Neither state nor plain text gives it away; the reply is the chosen one's."""
    display = shown(record)

    assert "spoke" not in str(display.get_state()) + display.text()
    assert "the minutes; a count" in display.text()
    assert display.reply_to({"do": "resume"}) == []
    assert display.decide("the minutes", REASON)["reason"] == "Who <em>spoke</em>."


def test_a_choice_survives_the_kernel(record):
    """It is read back with its reply, under the first lesson that asks."""
    shown(record).decide("a count", REASON)
    (again,) = shown(record).reply_to({"do": "resume"})

    assert again["mine"] == {"verdict": "a count", "reason": REASON}
    assert again["reason"] == "How many."
    assert record.latest(lesson="05", item_id="05-why-evidence", kind="reflection")


def test_a_choice_from_elsewhere_that_is_not_on_the_list_is_said(record):
    """A passport of an older course may name evidence that was renamed."""
    value = {"verdict": "a dream", "reason": REASON}
    record.keep(lesson="05", item_id="05-why-evidence", kind="reflection", value=value)

    assert "not on the list" in shown(record).reply_to({"do": "resume"})[0]["reason"]


@pytest.mark.parametrize(("choice", "reason"), [("a count", "too short"), ("a count", None), ("a count", "x " * 5001)])
def test_a_choice_needs_a_reason(record, choice, reason):
    """Five words at least."""
    with pytest.raises(CourseError, match="reason of at least 5 words"):
        shown(record).decide(choice, reason)


def test_unknown_evidence_names_the_nearest(record):
    """A misspelt one is answered with what there is."""
    with pytest.raises(UnknownNameError, match="'a counts'.*'a count'"):
        shown(record).decide("a counts", REASON)


def test_one_author_is_no_disagreement():
    """A cause with one owner belongs in the prose."""
    with pytest.raises(CourseError, match="Fewer than two authors explain 'why'"):
        Explanations(QUESTION, ROWS[:1], DECIDING, SOURCES)


def test_markup_in_the_data_is_text_and_the_replies_are_closed(record):
    """HTML for pages without a kernel: escaped, the same for everybody, replies in a closed part at the end."""
    display = shown(record)
    before = display.html()
    display.decide("a count", REASON)

    assert display.html() == before
    assert not any(tag in before for tag in ("<script", "<u>", "<i>so", "<b>A", "<em>"))
    assert before.index("Ben") < before.index("<details>") < before.index("How many.")
