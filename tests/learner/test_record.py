"""The learner's record: kept at once, in order, whatever happens."""

import os
import re
import signal
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import attrs
import pytest

from caucasus_course.core.errors import CourseError
from caucasus_course.core.fields import FieldError
from caucasus_course.learner.record import Record, record_path

ANSWER = {"lesson": "01", "item_id": "q1", "kind": "quiz"}


@pytest.fixture
def record(tmp_path):
    """Return a record in a folder that does not exist yet."""
    return Record(tmp_path / "home" / "answers.sqlite3")


def test_what_is_kept_comes_back(record):
    """Any JSON value is returned as it was given, with the moment in UTC."""
    value = {"answer": ["a", "Խանքենդի"], "points": 0.5}
    entry = record.keep(**ANSWER, value=value)

    assert record.latest(lesson="01", item_id="q1") == entry
    assert (entry.value, entry.kept_at[-6:]) == (value, "+00:00")


def test_reading_creates_nothing(record):
    """Opening a lesson leaves no trace on the disk until something is answered."""
    assert (record.history(), record.latest(lesson="01", item_id="q1")) == ([], None)
    assert not record.path.parent.exists()


def test_history_can_be_narrowed(record):
    """A lesson, an item or a kind gives a part of the record, in the order of keeping."""
    for lesson, item_id, kind in (("01", "q1", "quiz"), ("02", "q1", "quiz"), ("01", "01-prediction", "prediction")):
        record.keep(lesson=lesson, item_id=item_id, kind=kind, value=lesson)

    assert [entry.lesson for entry in record.history()] == ["01", "02", "01"]
    assert [entry.item_id for entry in record.history(lesson="01")] == ["q1", "01-prediction"]
    assert [entry.kind for entry in record.history(kind="prediction")] == ["prediction"]
    assert record.latest(lesson="01", item_id="q1", kind="prediction") is None


def test_nothing_is_overwritten(record):
    """A second answer stands beside the first; the latest is the second."""
    record.keep(**ANSWER, value="a")
    record.keep(**ANSWER, value="b")

    assert [entry.value for entry in record.history()] == ["a", "b"]
    assert record.latest(lesson="01", item_id="q1").value == "b"


def test_order_survives_a_clock_that_is_set_back(record, monkeypatch):
    """The later answer stays the later one even when the clock says otherwise."""

    class Clock(datetime):
        steps = iter([datetime(2026, 5, 2, tzinfo=UTC), datetime(2026, 5, 1, tzinfo=UTC)])

        @classmethod
        def now(cls, tz=None):
            return next(cls.steps)

    monkeypatch.setattr("caucasus_course.learner.record.datetime", Clock)
    first, second = record.keep(**ANSWER, value="a"), record.keep(**ANSWER, value="b")

    step = datetime.fromisoformat(second.kept_at) - datetime.fromisoformat(first.kept_at)
    assert step == timedelta(microseconds=1)


@pytest.mark.parametrize(
    ("change", "error", "message"),
    [
        ({"lesson": "1"}, FieldError, "lesson: '1'"),
        ({"item_id": "Q 1"}, FieldError, "item_id"),
        ({"kind": "exam"}, FieldError, "kind: 'exam' is not known"),
        ({"value": float("nan")}, CourseError, "cannot be kept"),
        ({"value": {1, 2}}, CourseError, "cannot be kept"),
        ({"value": "\ud800"}, CourseError, "cannot be kept"),
        ({"value": "x" * 70_000}, CourseError, "at most 64 KiB"),
    ],
)
def test_what_cannot_be_kept_is_refused_in_words(record, change, error, message):
    """A wrong lesson, item, kind or value never reaches the file."""
    with pytest.raises(error, match=message):
        record.keep(**{**ANSWER, "value": "a", **change})

    assert record.history() == []


def test_the_home_can_be_moved(monkeypatch, tmp_path):
    """CAUCASUS_COURSE_HOME says where the record lies; without it, the user's data folder does."""
    monkeypatch.setenv("CAUCASUS_COURSE_HOME", str(tmp_path))
    moved = record_path()
    monkeypatch.delenv("CAUCASUS_COURSE_HOME")

    assert moved == tmp_path / "answers.sqlite3"
    assert record_path().parent.name == "caucasus-course"


def test_in_a_browser_the_record_lies_in_the_drive(monkeypatch, tmp_path):
    """JupyterLite keeps its drive when the page is loaded anew, and nothing else."""
    monkeypatch.delenv("CAUCASUS_COURSE_HOME", raising=False)
    monkeypatch.setattr("sys.platform", "emscripten")
    monkeypatch.setattr("caucasus_course.learner.record.BROWSER_DRIVE", tmp_path)

    assert record_path() == tmp_path / "caucasus-course-answers.sqlite3"


def test_threads_share_a_record(record):
    """Every operation has a connection of its own, so callbacks on other threads are welcome."""
    threads = [threading.Thread(target=record.keep, kwargs={**ANSWER, "value": number}) for number in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(entry.value for entry in record.history()) == list(range(12))


WRITER = """
import sys
from caucasus_course.learner.record import Record
record = Record(sys.argv[1])
for number in range(int(sys.argv[2])):
    record.keep(lesson="01", item_id=sys.argv[3], kind="quiz", value=number)
    print(number, flush=True)
"""


def start_writer(path: Path, count: int, item_id: str) -> subprocess.Popen:
    """Start a process that keeps numbers and prints each one once it is kept."""
    command = [sys.executable, "-c", WRITER, str(path), str(count), item_id]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def test_two_notebooks_keep_everything(record):
    """Two processes that begin the same record at the same moment lose nothing of each other."""
    writers = [start_writer(record.path, 60, item_id) for item_id in ("one", "two")]
    for writer in writers:
        writer.communicate(timeout=60)

    assert [writer.returncode for writer in writers] == [0, 0]
    for item_id in ("one", "two"):
        assert [entry.value for entry in record.history(item_id=item_id)] == list(range(60))


def test_no_acknowledged_answer_is_lost_when_the_kernel_is_killed(record):
    """Ten kills at different moments: all that was said to be kept is there, in order, and the file is whole."""
    promised = []
    for kill in range(10):
        writer = start_writer(record.path, 10_000, f"run-{kill}")
        lines = [writer.stdout.readline() for _ in range(1 + 7 * kill)]
        os.kill(writer.pid, signal.SIGKILL)
        rest, _ = writer.communicate(timeout=60)
        promised.append(len("".join(lines).split()) + rest.count("\n"))

    kept = [[entry.value for entry in record.history(item_id=f"run-{kill}")] for kill in range(10)]
    assert all(values == list(range(len(values))) for values in kept)
    assert [len(values) >= count for values, count in zip(kept, promised, strict=True)] == [True] * 10
    assert record.keep(**ANSWER, value="after").value == "after"
    assert record.notices == ()


def test_merging_adds_what_is_not_here_and_changes_nothing(record, tmp_path):
    """The union of two records is the same whichever is merged into which."""
    mine, other = record.keep(**ANSWER, value={"answer": "a"}), Record(tmp_path / "other.sqlite3")
    theirs = other.keep(**ANSWER, value={"answer": "b"})

    assert (record.merge([theirs, mine]), other.merge([mine]), record.merge([theirs])) == (1, 1, 0)
    assert record.history() == other.history() == [mine, theirs]


def test_two_contents_with_one_id_are_both_kept(record):
    """Whoever changed a passport by hand adds to the record and replaces nothing."""
    mine = record.keep(**ANSWER, value={"answer": "a"})
    forged = attrs.evolve(mine, value={"answer": "b"})

    assert (record.merge([forged]), record.merge([forged])) == (1, 0)
    assert sorted(entry.value["answer"] for entry in record.history()) == ["a", "b"]


@pytest.mark.parametrize("column", ["value", "kept_at", "lesson"])
@pytest.mark.parametrize("content", ["nonsense", b"\xff", "[" * 5000, '{"a": NaN}'])
def test_rows_of_strangers_are_passed_over_and_said(record, column, content):
    """What somebody else wrote into the file costs the learner nothing but a notice."""
    record.keep(**ANSWER, value="a")
    with closing(sqlite3.connect(record.path)) as connection:
        row = {
            "entry_id": "x",
            "lesson": "01",
            "item_id": "q1",
            "kind": "quiz",
            "value": '"b"',
            "kept_at": "2020",
            column: content,
        }
        connection.execute(f"INSERT INTO answers ({', '.join(row)}) VALUES (?, ?, ?, ?, ?, ?)", tuple(row.values()))
        connection.commit()
    record.keep(**ANSWER, value="c")

    assert [entry.value for entry in record.history()] == ["a", "c"]
    assert "not written by the course" in record.notices[0]


FULL = """
import resource, sys
from caucasus_course.learner.record import Record
from caucasus_course.quizzes.bank import read_bank
from caucasus_course.quizzes.widget import Quiz
from tests.quiz_banks import BANK
quiz = Quiz(read_bank(BANK, file="b"), record=Record(sys.argv[1]))
quiz.answer("q1", "a")
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), resource.RLIM_INFINITY))
reply = quiz.reply_to({"do": "mark", "question": "q1", "answer": "b"})[0]
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
quiz.answer("q2", ["a"])
print(reply["mark"]["word"], *reply["mark"]["remarks"])
"""


@pytest.mark.parametrize("limit", [0, 600, 4096])
def test_a_disk_that_takes_no_more_is_said_and_costs_nothing(record, limit):
    """The system itself refuses to let any file grow: the answer is marked, the learner told, the file whole after."""
    done = subprocess.run(
        [sys.executable, "-c", FULL, str(record.path), str(limit)],
        capture_output=True,
        text=True,
        cwd=Path(__file__).parents[2],
    )

    assert done.stderr == ""
    assert done.stdout.startswith("Not yet Your answer was marked but could not be kept because the disk")
    assert [entry.item_id for entry in record.history()] == ["q1", "q2"]


def nested(depth):
    """Return lists within lists."""
    return [nested(depth - 1)] if depth > 1 else [1]


@pytest.mark.parametrize(
    ("value", "is_kept"),
    [("x" * (64 * 1024 - 2), True), ("x" * (64 * 1024 - 1), False), (nested(20), True), (nested(21), False)],
)
def test_what_can_be_kept_ends_where_it_is_said(record, value, is_kept):
    """64 KiB with the quotation marks, twenty levels."""
    try:
        record.keep(**ANSWER, value=value)
    except CourseError as error:
        assert str(error).startswith("This cannot be kept: ")

    assert len(record.history()) == is_kept


def test_another_content_of_a_known_id_gets_the_same_id_on_every_machine(record, tmp_path):
    """An id of the record's own form, that only the content gives."""
    mine = record.keep(**ANSWER, value={"answer": "a"})
    forged, other = attrs.evolve(mine, value={"answer": "b"}), Record(tmp_path / "other.sqlite3")
    other.merge([mine])
    record.merge([forged]), other.merge([forged])
    ids = {entry.entry_id for entry in record.history()}

    assert ids == {entry.entry_id for entry in other.history()} and len(ids) == 2
    assert all(re.fullmatch("[0-9a-f]{32}", entry_id) for entry_id in ids)


def test_merging_nothing_begins_no_file(record):
    """An empty passport leaves no trace."""
    assert record.merge([]) == 0
    assert not record.path.exists()


def test_a_stranger_is_told_of_once(record):
    """Two bad rows, read twice, are one notice."""
    record.keep(**ANSWER, value="a")
    with closing(sqlite3.connect(record.path)) as connection:
        for entry_id in "xy":
            row = (entry_id, "01", "q1", "quiz", "nonsense", "2020")
            connection.execute(
                "INSERT INTO answers (entry_id, lesson, item_id, kind, value, kept_at) VALUES (?, ?, ?, ?, ?, ?)", row
            )
        connection.commit()
    record.history(), record.history()

    assert len(record.notices) == 1
