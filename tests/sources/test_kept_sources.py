"""Each display of source work, of made-up rows, reads as the kept one: words, and the page where no kernel runs."""

from caucasus_course.learner.record import Record
from caucasus_course.sources.board import Board
from caucasus_course.sources.card import SourceCard
from caucasus_course.sources.claim_list import ClaimList
from tests.sources.test_board import CLAIMS, SOURCES, VERDICT
from tests.sources.test_card import ARTICLE, EXCERPT, SOURCE
from tests.sources.test_claim_list import CLAIM
from tests.sources.test_wordings import TWO


def test_card(tmp_path, kept):
    """Who speaks stands before what is said."""
    card = SourceCard(EXCERPT, SOURCE, article=ARTICLE, record=Record(tmp_path / "record.sqlite3"))

    kept("card", card.text(), card.html())


def test_board(tmp_path, kept):
    """Every claim side by side."""
    board = Board(VERDICT, CLAIMS, SOURCES, record=Record(tmp_path / "record.sqlite3"))

    kept("board", board.text(), board.html())


def test_wordings(kept):
    """Two texts with the words in which they differ."""
    kept("wordings", TWO.text(), TWO.html())


def test_claim_list(kept):
    """A point, a bound and a range, each with who says so."""
    claims = [
        CLAIM,
        {**CLAIM, "claim_id": "b", "point": None, "low": 200.0},
        {**CLAIM, "claim_id": "c", "point": None, "low": 1.0, "high": 9.0},
    ]
    works = {"a": {"title": "Work A"}, "b": {"title": "Work B", "url": "https://example.org"}}
    found = ClaimList(claims, works)

    kept("claim_list", found.text(), found.html())
