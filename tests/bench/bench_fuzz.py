"""Give the readers of banks, passports and stores thousands of broken files: each is read, or refused in a sentence.

Run with `uv run --group dev python tests/bench/bench_fuzz.py`; it prints how many cases ended how, and exits 1 at a traceback or a loss.
"""

import random
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.quiz_banks import BANK, WIDE

from caucasus_course.core.errors import CourseError
from caucasus_course.learner.passport import read_passport, write_passport
from caucasus_course.learner.record import Record
from caucasus_course.quizzes.bank import read_bank

CASES = {"banks": 4_000, "passports": 4_000, "stores": 2_400}
SEED = 1_918
ODD = [
    "\x00",
    "\ud800",
    "é",
    "\u202e",
    '"',
    "'",
    "[",
    "]",
    "{",
    "}",
    "=",
    "\n",
    "9" * 30,
    "NaN",
    "null",
    "-1",
    "1e999",
    '"""',
    ",",
    "\\",
]


def mangle(text: str, chance: random.Random) -> str:
    """Return a text with some parts changed, dropped, doubled or moved."""
    for _ in range(chance.randint(1, 6)):
        at, length = chance.randrange(len(text) + 1), chance.choice([1, 1, 3, 20, 200])
        part = text[at : at + length]
        new = chance.choice(
            ["", part * 2, chance.choice(ODD), part[::-1], text[chance.randrange(len(text) + 1) :][:length]]
        )
        text = text[:at] + new + text[at + length :]
    return text


def mangle_lines(text: str, chance: random.Random) -> str:
    """Return a text with whole lines dropped, doubled or taken from elsewhere: it is more often still readable."""
    lines = text.splitlines()
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(lines))
        lines[at : at + 1] = chance.choice([[], [lines[at]] * 2, [chance.choice(lines)]])
    return "\n".join(lines)


def fuzz_bank(chance: random.Random, _: Path) -> str:
    """Read a broken bank."""
    text = chance.choice([mangle, mangle_lines])(chance.choice([BANK, WIDE]), chance)
    try:
        read_bank(text, file="bank.toml")
    except CourseError as error:
        assert str(error).startswith("bank.toml"), error
        return "refused with its place"
    return "read"


def fuzz_passport(chance: random.Random, folder: Path) -> str:
    """Restore a broken passport: the record afterwards has at least what it had before."""
    record = Record(folder / "passports.sqlite3")
    if not record.path.exists():
        for number in range(6):
            record.keep(lesson="01", item_id=f"q{number}", kind="quiz", value={"answer": "a"})
    before = record.history()[:6]
    text = mangle(write_passport(before, with_texts=True), chance)
    try:
        entries = read_passport(text.encode("utf-8", "surrogatepass") if chance.random() < 0.5 else text)
    except CourseError as error:
        assert "assport" in str(error), error
        return "refused in a sentence"
    record.merge(entries)
    assert set(map(str, before)) <= set(map(str, record.history())), "something was lost"
    return "read"


def fuzz_store(chance: random.Random, folder: Path) -> str:
    """Open a broken store and write to it: it is set aside unchanged, or what it had is still there."""
    path = folder / f"stores-{chance.getrandbits(64):x}" / "answers.sqlite3"
    path.parent.mkdir()
    whole = bytearray((folder / "sound.sqlite3").read_bytes())
    for _ in range(chance.randint(1, 5)):
        at = chance.choice([chance.randrange(100), chance.randrange(len(whole))])
        whole[at : at + chance.choice([1, 4, 64])] = chance.randbytes(chance.choice([1, 4, 64]))
    if chance.random() < 0.3:
        del whole[chance.randrange(len(whole)) :]
    path.write_bytes(whole)
    record = Record(path)
    with suppress(CourseError):
        record.history()
    try:
        record.keep(lesson="01", item_id="q9", kind="quiz", value={"answer": "new"})
    except CourseError as error:
        assert path.read_bytes() == bytes(whole), "a refused store was changed"
        return f"refused: {str(error).split('(')[0].strip()}"[:60]
    aside = path.with_name("answers-set-aside-1.sqlite3")
    assert record.latest(lesson="01", item_id="q9").value == {"answer": "new"}
    if aside.exists():
        assert aside.read_bytes() == bytes(whole), "a file set aside was changed"
        return "set aside, unchanged, and said"
    return "written to" + (", strange rows passed over and said" if record.notices else "")


def run(name: str, fuzz: Callable[[random.Random, Path], str], folder: Path) -> bool:
    """Run all cases of a kind; say whether none ended otherwise than it may."""
    outcomes, faults = Counter[str](), 0
    for case in range(CASES[name]):
        try:
            outcomes[fuzz(random.Random(f"{SEED}:{name}:{case}"), folder)] += 1
        except Exception as error:  # exactly what a learner may never see
            faults += 1
            print(f"  {name}, case {case}: {type(error).__name__}: {str(error)[:200]}")
    told = ", ".join(f"{count:,} {outcome}" for outcome, count in outcomes.most_common(6))
    print(f"{CASES[name]:,} {name}: {told}; {faults} tracebacks or losses")
    return faults == 0


def main() -> None:
    """Run all kinds."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        sound = Record(folder / "sound.sqlite3")
        for number in range(40):
            sound.keep(lesson="01", item_id="q1", kind="quiz", value={"answer": str(number) * 30})
        kinds = {"banks": fuzz_bank, "passports": fuzz_passport, "stores": fuzz_store}
        outcomes = [run(kind, fuzz, folder) for kind, fuzz in kinds.items()]
    sys.exit(not all(outcomes))


if __name__ == "__main__":
    main()
