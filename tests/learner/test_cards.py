"""The cards that hand out a passport or a portfolio."""

import json

import pytest

from caucasus_course.core.errors import CourseError
from caucasus_course.learner.cards import Passport, Portfolio
from caucasus_course.learner.portfolio import Chapter
from caucasus_course.learner.record import Record
from caucasus_course.learner.store import StoreError
from caucasus_course.quizzes.bank import read_bank
from caucasus_course.quizzes.wording import answer_in_words
from tests.quiz_banks import BANK

CHAPTERS = [Chapter(number="01", title="Roads", bank=read_bank(BANK, file="b"), prompts={})]


@pytest.fixture
def record(tmp_path):
    """Return a record with an answer and a prediction."""
    record = Record(tmp_path / "here" / "answers.sqlite3")
    record.keep(lesson="01", item_id="q1", kind="quiz", value={"answer": "a"})
    record.keep(lesson="01", item_id="01-prediction", kind="prediction", value="My view.")
    return record


def test_what_is_done_is_said(record, tmp_path):
    """One sentence for each lesson that was begun; none begun is said too."""
    assert Passport(record, CHAPTERS).done() == ["01 Roads: 1 of 3 questions answered, 1 text written."]
    assert Passport(Record(tmp_path / "no"), CHAPTERS).done() == ["Nothing is answered or written yet."]


def test_marked_words_are_no_text(record):
    """A prediction, a verdict and marks on one source count as two texts."""
    record.keep(lesson="01", item_id="01-x-marks", kind="reflection", value=[1])
    record.keep(lesson="01", item_id="01-x-verdict", kind="reflection", value={"verdict": "disputed", "reason": "One."})
    record.keep(lesson="01", item_id="q1", kind="hint", value=True)

    assert Passport(record, CHAPTERS).done() == ["01 Roads: 1 of 3 questions answered, 2 texts written."]


def test_the_passport_restores_elsewhere(record, tmp_path):
    """From one machine to another, both sides' work is there; a second time adds nothing."""
    there = Record(tmp_path / "there" / "answers.sqlite3")
    there.keep(lesson="01", item_id="q2", kind="quiz", value={"answer": ["a"]})
    path = Passport(record, CHAPTERS).save(tmp_path / "p.json", with_texts=True)
    card = Passport(there, CHAPTERS)

    assert card.restore(path).startswith("Restored: 2 things")
    assert card.restore(path) == "Everything in this passport was here already."
    assert card.done() == ["01 Roads: 2 of 3 questions answered, 1 text written."]


@pytest.mark.parametrize("wish", [False, "yes", None, True])
def test_words_leave_only_when_the_box_is_ticked(record, wish):
    """Anything but a true tick keeps them at home."""
    [reply] = Passport(record, CHAPTERS).reply_to({"do": "download", "with_texts": wish})

    assert (reply["kind"], reply["name"]) == ("file", "caucasus-course-passport.json")
    assert ("My view." in reply["text"]) == (wish is True)
    assert len(reply["text"]) < 1000


def test_a_file_is_never_written_over(record, tmp_path):
    """Neither a passport nor a portfolio replaces what is there; a folder that is not there is said."""
    path = tmp_path / "mine"
    path.write_text("mine")

    for card in (Passport(record, CHAPTERS), Portfolio(record, CHAPTERS, in_words=answer_in_words)):
        with pytest.raises(CourseError, match="is there already"):
            card.save(path)
        with pytest.raises(CourseError, match="could not be written: No such"):
            card.save(tmp_path / "no" / "p")
    assert path.read_text() == "mine"


def test_a_bad_passport_changes_nothing_and_is_said(record, tmp_path):
    """One fault anywhere and nothing is taken."""
    good = Passport(record, CHAPTERS).reply_to({"do": "download"})[0]["text"]
    entries = json.loads(good)["entries"]
    bad = json.dumps({**json.loads(good), "entries": [{**entries[0], "item_id": "q9"}, {**entries[0], "lesson": 1}]})
    (tmp_path / "bad.json").write_text(bad)
    before = record.history()

    with pytest.raises(CourseError, match="entry 2, lesson"):
        Passport(record, CHAPTERS).restore(tmp_path / "bad.json")
    with pytest.raises(CourseError, match="could not be read"):
        Passport(record, CHAPTERS).restore(tmp_path / "no.json")
    assert record.history() == before


def test_a_full_disk_is_said_when_restoring(record, tmp_path, monkeypatch):
    """The learner hears that nothing was changed."""
    there = Record(tmp_path / "there.sqlite3")

    def refuse(_):
        raise StoreError("the disk is full")

    monkeypatch.setattr(there._store, "write", refuse)
    with pytest.raises(CourseError, match="could not be kept because the disk is full. Nothing was changed."):
        Passport(there, CHAPTERS).restore(Passport(record, CHAPTERS).save(tmp_path / "p.json"))


@pytest.mark.parametrize("message", [{}, {"do": "steal"}, {"do": "restore"}, {"do": "restore", "text": 7}])
def test_other_wishes_of_the_page_are_refused(record, message):
    """A page cannot ask for more than the card offers."""
    for card in (Passport(record, CHAPTERS), Portfolio(record, CHAPTERS, in_words=answer_in_words)):
        with pytest.raises(CourseError, match="does not know"):
            card.reply_to(message)


def test_what_is_done_is_in_no_saved_output(record):
    """Text and HTML are the same for everybody, and the synchronised state has nothing of the learner's."""
    for card in (Passport(record, CHAPTERS), Portfolio(record, CHAPTERS, in_words=answer_in_words)):
        shown = str(card._repr_mimebundle_()) + str(card.get_state())

        assert "My view" not in shown and "1 of 3" not in shown


def test_the_portfolio_is_a_page(record, tmp_path):
    """The button and `save` give the same page."""
    card = Portfolio(record, CHAPTERS, in_words=answer_in_words)
    [reply] = card.reply_to({"do": "download"})

    assert card.reply_to({"do": "resume"}) == []
    assert card.save(tmp_path / "p.html").read_text(encoding="utf-8") == reply["text"]
    assert "My view." in reply["text"]
