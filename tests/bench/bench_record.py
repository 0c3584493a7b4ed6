"""Kill kernels, run two at once and cut the power, and count what of the learner's record is lost.

Run with `uv run --group dev python tests/bench/bench_record.py`; it prints figures and exits 1 if an acknowledged answer is lost, a
store is damaged, or an answer of two kernels is missing. The power cuts need strace; `power_cut.py` says what they model.
"""

import json
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.power_cut import lost_after_cut, watch
from tests.quiz_banks import BANK

from caucasus_course.learner.record import Record
from caucasus_course.quizzes.bank import read_bank
from caucasus_course.quizzes.widget import Quiz

KILLS = 500
ANSWERS_EACH = 1_000
CUTS = 200
SEED = 20_231


def answer_until_killed(path: Path, pipe: int) -> None:
    """Click on Check again and again; what is written to the pipe is the feedback, sent after the answer is kept."""

    class Kernel(Quiz):
        def send(self, content: object, buffers: object = None) -> None:
            os.write(pipe, f"{self.clicks}\n".encode())

    quiz = Kernel(read_bank(BANK, file="bank"), record=Record(path))
    for clicks in range(100_000):
        quiz.clicks = clicks
        quiz._handle_custom_msg({"do": "mark", "question": "q3", "answer": str(clicks)}, [])


def one_kill(path: Path, chance: random.Random) -> tuple[int, int]:
    """Return how many answers one kernel acknowledged before it was killed, and how many are there."""
    before = len(Record(path).history()) if path.exists() else 0
    receiving, sending = os.pipe()
    child = os.fork()
    if child == 0:
        answer_until_killed(path, sending)
    os.close(sending)
    first = os.read(receiving, 1) if chance.random() < 0.9 else b""  # sometimes killed before the first feedback
    time.sleep(chance.uniform(0, 0.02))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(receiving, "rb") as rest:
        acknowledged = (first + rest.read()).count(b"\n")
    return acknowledged, len(Record(path).history()) - before


def kill_many(folder: Path) -> bool:
    """Kill kernels at random moments between click and feedback; say whether nothing was lost."""
    chance, lost, acknowledged, record = random.Random(SEED), 0, 0, Record(folder / "kills.sqlite3")
    for kill in range(KILLS):
        # A fresh file now and then: its beginning is the tenderest moment, and a long one makes counting slow.
        path = folder / f"kills-{kill // 25}.sqlite3"
        told, there = one_kill(path, chance)
        lost, acknowledged = lost + max(0, told - there), acknowledged + told
    stores = [Record(path) for path in folder.glob("kills-*.sqlite3")]
    for record in stores:
        record.keep(lesson="01", item_id="q1", kind="quiz", value={"answer": "a"})
    aside = len(list(folder.glob("*set-aside*")))
    print(
        f"{KILLS} kernel kills: {acknowledged} answers acknowledged, {lost} lost, {aside} of {len(stores)} stores damaged"
    )
    return lost == 0 and aside == 0


KERNEL = """
from caucasus_course.learner.record import Record
from caucasus_course.quizzes.bank import read_bank
from caucasus_course.quizzes.widget import Quiz
from tests.quiz_banks import BANK
quiz = Quiz(read_bank(BANK, file="bank"), record=Record({path!r}))
for number in range({count}):
    _, remarks = quiz._mark_and_keep("q3", "{name}" + str(number).zfill(4))
    assert not remarks, remarks
"""


def two_kernels(folder: Path) -> bool:
    """Let two real kernels keep answers in one record at the same time; say whether all are there."""
    from jupyter_client.manager import start_new_kernel

    path, started = folder / "two.sqlite3", time.perf_counter()
    pairs = [start_new_kernel(cwd=str(Path(__file__).parents[2])) for _ in range(2)]
    asked = [
        client.execute(KERNEL.format(path=str(path), count=ANSWERS_EACH, name=name))
        for name, (_, client) in zip("12", pairs, strict=True)
    ]
    replies = [client._recv_reply(each, timeout=600) for each, (_, client) in zip(asked, pairs, strict=True)]
    for manager, client in pairs:
        client.stop_channels()
        manager.shutdown_kernel(now=True)
    answers = [entry.value["answer"] for entry in Record(path).history()]
    seconds = time.perf_counter() - started
    print(
        f"two kernels, {ANSWERS_EACH:,} answers each: {len(answers):,} there, {len(set(answers)):,} different, {seconds:.0f} s"
    )
    for reply in replies:
        if reply["content"]["status"] != "ok":
            print(f"  a kernel stopped: {reply['content']['evalue'][:200]}")
    return [each["content"]["status"] for each in replies] == ["ok"] * 2 and len(set(answers)) == 2 * ANSWERS_EACH


def cut_power(folder: Path) -> bool:
    """Play power cuts; say whether no kept answer was lost, and lose some of a store that does not sync."""
    if shutil.which("strace") is None:
        print("power cuts: not tried, strace is not here")
        return False
    chance, figures = random.Random(SEED), {}
    for is_careless in (False, True):
        home = folder / f"home-{is_careless}"
        events, bad = watch(home, 60, is_careless=is_careless), 0
        for number in range(CUTS):
            part = events[: chance.randrange(1, len(events) + 1)]
            new = folder / f"cut-{is_careless}-{number}"
            try:
                bad += bool(lost_after_cut(part, home, new, luck=chance if number % 2 else None))
            except AssertionError:
                bad += 1  # a damaged store was set aside
        figures[is_careless] = bad
    print(f"{CUTS} power cuts: {figures[False]} lost an answer (of a store that does not sync: {figures[True]})")
    return figures[False] == 0 < figures[True]


def full_disk(folder: Path) -> bool:
    """Fill a real small disk; say whether the learner is told and everything acknowledged is there."""
    mount = folder / "disk"
    mount.mkdir()
    if os.system(f"mount -t tmpfs -o size=128k tmpfs {mount} 2>/dev/null") != 0:
        print("full disk: not tried, this user may not mount a small one")
        return True
    try:
        record = Record(mount / "answers.sqlite3")
        quiz = Quiz(read_bank(BANK, file="bank"), record=record)
        kept, told = 0, ""
        while not told and kept < 10_000:
            [reply] = quiz.reply_to({"do": "mark", "question": "q3", "answer": str(kept)})
            told = " ".join(reply["mark"]["remarks"])
            kept += not told
        there, notices = len(record.history()), record.notices
    finally:
        os.system(f"umount {mount}")
    print(f"full disk of 128 KiB: {kept} acknowledged, {there} there; the learner reads: {json.dumps(told)}")
    return there == kept and "the disk is full" in told and notices == ()


def main() -> None:
    """Run all four in a folder of their own."""
    with tempfile.TemporaryDirectory() as folder:
        outcomes = [trial(Path(folder)) for trial in (kill_many, two_kernels, cut_power, full_disk)]
    sys.exit(not all(outcomes))


if __name__ == "__main__":
    main()
