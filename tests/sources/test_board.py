"""A board compares claims and gives the course's verdict only after the learner's."""

import pytest

from caucasus_course.core.errors import CourseError, UnknownNameError
from caucasus_course.learner.record import Record
from caucasus_course.sources.board import Board

SOURCES = {"a": {"title": "Work A"}, "b": {"title": "Work B"}}
VERDICT = {
    "topic": "toll", "question": "How many?", "verdict": "disputed", "reason": "Two counts.", "source_ids": "a; b", "lessons": "04",
}  # fmt: skip


def claim(who: str, point: float, as_of: str) -> dict:
    """Return a claim on the toll."""
    fixed = {"measure": "killed", "group": "all", "low": None, "high": None, "unit": "people", "side": "press"}
    return {**fixed, "said_by": who, "point": point, "as_of": as_of, "source_ids": "a"}


CLAIMS = [claim("Late", 20, "1994"), claim("Early", 10, "1992"), claim("Undated", 5, None)]


@pytest.fixture
def board(tmp_path):
    """A board with a record of its own."""
    return Board(VERDICT, CLAIMS, SOURCES, record=Record(tmp_path / "record.sqlite3"))


def test_claims_stand_by_date(board):
    """The earliest first, the undated last; each with who says so and where."""
    assert [line[2] for line in board.lines] == ["Early (press)", "Late (press)", "Undated (press)"]
    assert board.lines[0] == ["10 people", "killed: all", "Early (press)", "1992", "Work A."]


def test_our_verdict_comes_after_the_learners(board):
    """It is neither in the state of the page nor in text or HTML."""
    assert (
        "disputed: " not in board.text() and "Two counts." not in str(board.get_state()) + board.text() + board.html()
    )
    reply = board.decide("probable", "Both counts come from one side.")

    assert reply["verdict"] == "disputed"
    assert reply["evidence"] == ["Work A.", "Work B."]


def test_a_verdict_survives_the_kernel(tmp_path):
    """It is read back from the record."""
    path = tmp_path / "record.sqlite3"
    Board(VERDICT, CLAIMS, SOURCES, record=Record(path)).decide("probable", "Both counts come from one side.")
    (again,) = Board(VERDICT, CLAIMS, SOURCES, record=Record(path)).reply_to({"do": "resume"})

    assert again["mine"] == {"verdict": "probable", "reason": "Both counts come from one side."}


def test_without_a_verdict_nothing_is_shown(board):
    """Resuming gives nothing away."""
    assert board.reply_to({"do": "resume"}) == []


def test_a_verdict_that_somebody_else_wrote_shows_nothing(tmp_path):
    """A passport may bring a text where a verdict belongs."""
    record = Record(tmp_path / "record.sqlite3")
    record.keep(lesson="04", item_id="04-toll-verdict", kind="reflection", value="disputed")

    assert Board(VERDICT, CLAIMS, SOURCES, record=record).reply_to({"do": "resume"}) == []


def test_an_unknown_verdict_names_the_good_ones(board):
    """A misspelt one is answered with the nearest."""
    with pytest.raises(UnknownNameError, match="'probably'.*'probable'"):
        board.decide("probably", "Both counts come from one side.")


@pytest.mark.parametrize("reason", ["", "too short", None, "x " * 5001])
def test_a_verdict_needs_a_reason(board, reason):
    """Five words at least."""
    with pytest.raises(CourseError, match="reason of at least 5 words"):
        board.decide("probable", reason)


def test_a_topic_without_claims_is_said():
    """No empty board."""
    with pytest.raises(CourseError, match="no claim to compare on 'toll'"):
        Board(VERDICT, [], SOURCES)


def test_five_words_are_a_reason(board):
    """Not four."""
    with pytest.raises(CourseError, match="at least 5 words"):
        board.decide("probable", "One two three four")

    assert board.decide("probable", "One two three four five")["kind"] == "ours"
