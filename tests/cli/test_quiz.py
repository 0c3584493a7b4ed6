"""The command `caucasus-course quiz check`."""

import pytest

from caucasus_course.cli import main as cli
from caucasus_course.data import loaders
from tests.quiz_banks import BANK


def run(capsys, *arguments):
    """Return exit code, lines and the closing line of a command."""
    with pytest.raises(SystemExit) as left:
        cli.main(["quiz", "check", *arguments])
    said = capsys.readouterr()
    return left.value.code, said.out.splitlines(), said.err.strip()


def test_the_banks_of_the_course_have_no_fault(capsys):
    """Every bank is read, and every id in it leads somewhere."""
    code, lines, summary = run(capsys)

    assert (code, [line for line in lines if not line.startswith("warning: ")]) == (0, [])
    assert "0 faults" in summary


def test_a_fault_is_told_with_file_line_and_question(capsys, tmp_path):
    """A bank elsewhere is checked too; the exit code says that it has a fault."""
    path = tmp_path / "01_mine.toml"
    path.write_text(BANK.replace("objective = 3", "objective = 9"), encoding="utf-8")
    code, lines, summary = run(capsys, str(path))

    number = BANK.splitlines().index("objective = 3") + 1
    assert (code, summary) == (1, "1 banks checked, 1 faults, 0 warnings.")
    assert lines == [f"{path}, line {number}: question q3, key objective: 9 is not a whole number from 1 to 5"]


def test_unknown_sources_are_faults_and_habits_warnings(capsys, tmp_path):
    """What is wrong fails; what teaches badly is told, and fails only when asked."""
    path = tmp_path / "01_mine.toml"
    path.write_text(BANK, encoding="utf-8")
    code, lines, _ = run(capsys, str(path))
    sound = BANK.replace('["a-map"]', "[]")
    path.write_text(sound, encoding="utf-8")

    assert code == 1 and any("question q1: no source called 'a-map'" in line for line in lines)
    assert run(capsys, str(path))[0] == 0
    assert run(capsys, str(path), "--strict")[0] == 1
    assert any(line.startswith("warning: ") and "objective 4" in line for line in run(capsys, str(path))[1])


@pytest.mark.parametrize("given", ["99", "no.toml", ""])
def test_an_unknown_bank_is_answered_with_the_known_ones(capsys, given):
    """One sentence names the bad value and the good ones."""
    code, lines, said = run(capsys, given)

    assert (code, lines) == (2, [])
    assert "No question bank called" in said


@pytest.mark.parametrize("content", [b"\xff\xfe", b"format = " + b"9" * 300_000, b"\x1b[31m = 1"])
def test_hostile_files_end_in_a_sentence(capsys, tmp_path, content):
    """Neither a traceback nor a control character reaches the terminal."""
    path = tmp_path / "x.toml"
    path.write_bytes(content)
    code, lines, _ = run(capsys, str(path))

    assert code == 1
    assert str(path) in lines[0]
    assert "\x1b" not in "".join(lines)


def test_a_folder_without_banks_is_said(capsys, tmp_path, monkeypatch):
    """A course that is not whole says so."""
    monkeypatch.setattr(loaders, "data_folder", lambda: tmp_path)

    assert "There are no question banks" in run(capsys)[2]
