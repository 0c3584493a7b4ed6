"""The command `caucasus-course`."""

import re
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

from caucasus_course.cli import main as cli
from caucasus_course.lessons import catalogue, lab


@pytest.fixture
def run(capsys, monkeypatch):
    """Return a function that runs the command and gives its exit code and what it wrote."""
    monkeypatch.setenv("COLUMNS", "120")
    monkeypatch.setenv("NO_COLOR", "1")

    def run_command(*arguments):
        with pytest.raises(SystemExit) as stop:
            cli.main([str(argument) for argument in arguments])
        written = capsys.readouterr()
        return stop.value.code or 0, written.out, written.err

    return run_command


@pytest.fixture
def opened(monkeypatch):
    """Return the list of what JupyterLab would have been started with."""
    starts = []
    monkeypatch.setattr(lab, "open_lab", starts.append)
    return starts


@pytest.fixture
def lessons(tmp_path, monkeypatch):
    """Return the folder of a course with one lesson that runs and one that fails."""
    folder = tmp_path / "lessons"
    folder.mkdir()
    for name, code in (("00_good.ipynb", "1 + 1"), ("01_bad.ipynb", "[red]")):
        cell = nbformat.v4.new_code_cell(code)
        nbformat.write(nbformat.v4.new_notebook(cells=[cell]), folder / name)
    monkeypatch.setattr(catalogue, "lessons_folder", lambda: folder)
    monkeypatch.setattr(cli.copying, "lessons_folder", lambda: folder)
    return folder


@pytest.mark.parametrize("arguments", [[], ["lab"], ["--no-browser"], ["--port", "9000"], ["--", "--debug"]])
def test_without_a_command_the_lessons_open(run, opened, monkeypatch, lessons, arguments):
    """No command, or options alone, mean `lab`; in a clone that is the clone's own folder."""
    monkeypatch.setattr(cli, "is_clone", lambda: True)
    monkeypatch.setattr(cli, "lessons_folder", lambda: lessons)

    code, _, _ = run(*arguments)

    assert code == 0
    assert f"--ServerApp.root_dir={lessons.resolve()}" in opened[0]
    assert "--LabApp.default_url=/lab/tree/00_good.ipynb" in opened[0]


def test_options_reach_jupyterlab(run, opened, monkeypatch, lessons):
    """Browser, port, address and what stands after -- are handed on."""
    monkeypatch.setattr(cli, "is_clone", lambda: True)
    monkeypatch.setattr(cli, "lessons_folder", lambda: lessons)

    run("lab", "--no-browser", "--port", "9001", "--ip", "127.0.0.1", "--", "--LabApp.collaborative=True")

    assert {"--ServerApp.open_browser=False", "--ServerApp.port=9001", "--ServerApp.ip=127.0.0.1"} <= set(opened[0])
    assert opened[0][-1] == "--LabApp.collaborative=True"


def test_installed_course_copies_first(run, opened, monkeypatch, lessons, tmp_path):
    """From an installed wheel the lessons are copied to ./caucasus-course and opened there."""
    monkeypatch.setattr(cli, "is_clone", lambda: False)
    monkeypatch.chdir(tmp_path)

    code, _, said = run()

    assert code == 0
    assert (tmp_path / "caucasus-course" / "00_good.ipynb").is_file()
    assert f"--ServerApp.root_dir={(tmp_path / 'caucasus-course').resolve()}" in opened[0]
    assert "Copied to caucasus-course: 00_good.ipynb, 01_bad.ipynb." in said


def test_copy_says_what_it_did(run, lessons, tmp_path):
    """`copy` keeps a changed lesson and names the new one beside it."""
    run("copy", tmp_path / "mine")
    (tmp_path / "mine" / "00_good.ipynb").write_text("my work")
    (lessons / "00_good.ipynb").write_text("a newer lesson")

    code, _, said = run("copy", tmp_path / "mine")

    assert code == 0
    assert "00_good.ipynb has your changes and stays as it is" in said
    assert (tmp_path / "mine" / "00_good.ipynb").read_text() == "my work"


def test_folder_that_is_a_file(run, opened, lessons, tmp_path):
    """A folder that cannot be used is one sentence, exit code 2, and JupyterLab does not start."""
    (tmp_path / "taken").write_text("")

    code, _, said = run("lab", "--folder", tmp_path / "taken")

    assert (code, opened) == (2, [])
    assert said.startswith("caucasus-course: ")
    assert "is a file, not a folder" in said


def test_check_passes(run, lessons):
    """A lesson that runs is a line of the table, and the exit code is 0."""
    code, said, progress = run("check", "00")

    assert code == 0
    assert re.search(r"00_good\W+1\W+\d+\.\d\W+passed", said)
    assert "00_good.ipynb" in progress


def test_check_fails_in_words(run, lessons):
    """A lesson that fails makes the exit code 1 and is named with its cell and error; the others still run."""
    code, said, _ = run("check")

    assert code == 1
    assert re.search(r"00_good\W.*passed", said)
    assert re.search(r"01_bad\W.*failed", said)
    assert "Lesson 01 (01_bad.ipynb). Cell 1 ([red]) stopped with NameError: name 'red' is not defined" in said


def test_lesson_named_twice_runs_once(run, lessons):
    """The same lesson in two spellings is one line."""
    _, said, _ = run("check", "0", "00")

    assert said.count("00_good") == 1


@pytest.mark.parametrize("wrong", ["12", "first", "--", "ąß"])
def test_wrong_number_lists_the_right_ones(run, lessons, wrong):
    """A lesson that is not there is named with those that are, and none is run."""
    code, said, complaint = run("check", "00", "--", wrong)

    assert (code, said) == (2, "")
    assert complaint == f"caucasus-course: No lesson called {wrong!r}. The lessons are: 00 (good), 01 (bad).\n"


def test_no_lessons(run, tmp_path, monkeypatch):
    """A course without lessons does not count as checked."""
    monkeypatch.setattr(catalogue, "lessons_folder", lambda: tmp_path)

    code, _, said = run("check")

    assert code == 2
    assert "There are no lessons" in said


def test_control_characters_do_not_reach_the_terminal(run, lessons, tmp_path):
    """A folder's name cannot recolour the terminal or rename its window."""
    _, _, said = run("copy", tmp_path / "a\x1b]0;owned\x07")

    assert "\x1b" not in said
    assert "owned" in said


@pytest.mark.parametrize("command", [[], ["lab"], ["copy"], ["check"]])
def test_help_on_everything(run, command):
    """Every command explains itself."""
    code, said, _ = run(*command, "--help")

    assert code == 0
    assert "Usage: caucasus-course" in said


@pytest.mark.parametrize("wrong", [["chekc"], ["lab", "--port", "x"], ["lab", "--port", "70000"], ["--colour"]])
def test_wrong_usage(run, opened, wrong):
    """A command or option that there is not ends with code 2 and starts nothing."""
    code, _, said = run(*wrong)

    assert (code, opened) == (2, [])
    assert wrong[-2:][0] in said


def test_version(run):
    """`--version` says the version of pyproject.toml."""
    pyproject = (Path(__file__).parents[2] / "pyproject.toml").read_text(encoding="utf-8")

    assert run("--version")[1].split() == ["caucasus-course", re.search(r'^version = "(.+)"', pyproject, re.M)[1]]


def test_program_without_traceback(tmp_path):
    """The program itself, run as a person runs it, answers a wrong number with one sentence and code 2."""
    done = subprocess.run(
        [sys.executable, "-m", "caucasus_course.cli.main", "check", "99"], capture_output=True, text=True, cwd=tmp_path
    )

    assert done.returncode == 2
    assert done.stderr.startswith("caucasus-course: No lesson called '99'. The lessons are: ")
    assert len(done.stderr.splitlines()) == 1
