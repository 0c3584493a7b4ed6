"""The command `caucasus-course quiz check`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Any

import typer

from caucasus_course.authoring.quiz_advice import broken_ties, count_objectives, remarks, with_lines
from caucasus_course.core.errors import CourseError, DataFileError, unknown
from caucasus_course.core.text import printable
from caucasus_course.data import loaders
from caucasus_course.data.places import written_names
from caucasus_course.data.schema import Fault
from caucasus_course.quizzes.bank import MAX_BYTES, read_bank
from caucasus_course.quizzes.questions import Bank

app = typer.Typer(help="Check the question banks.", no_args_is_help=True)


@app.callback()
def _program() -> None:
    """Check the question banks."""


@app.command()
def check(
    banks: Annotated[
        list[str] | None, typer.Argument(help="Lesson numbers such as 01, or files; all banks when there are none.")
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Count warnings as faults.")] = False,
) -> None:
    """Read question banks; name every fault with its line, and warn of what would teach badly.

    The exit code is 1 if there is a fault.
    """
    paths = [_path(each) for each in banks] if banks else _all_banks()
    known = _known()
    faults, warnings = 0, 0
    for path in paths:
        found, doubtful = _check_one(path, known)
        for line in [*found, *(f"warning: {each}" for each in doubtful)]:
            typer.echo(printable(line))
        faults, warnings = faults + len(found), warnings + len(doubtful)
    typer.echo(f"{len(paths)} banks checked, {faults} faults, {warnings} warnings.", err=True)
    raise typer.Exit(1 if faults or (strict and warnings) else 0)


def _all_banks() -> list[Path]:
    found = sorted((loaders.data_folder() / "quizzes").glob("*.toml"))
    if not found:
        raise CourseError(f"There are no question banks in {loaders.data_folder() / 'quizzes'}.")
    return found


def _path(given: str) -> Path:
    by_number = {path.name[:2]: path for path in _all_banks()}
    if given in by_number:
        return by_number[given]
    if given.endswith(".toml") and Path(given).is_file():
        return Path(given)
    raise unknown("question bank", given, by_number)


def _known() -> dict[str, Any]:
    places = loaders.rows("places")
    return {
        "sources": {row["source_id"] for row in loaders.rows("sources")},
        "places": {row["place_id"] for row in places},
        "layers": {
            name: {feature["properties"]["id"] for feature in loaders.layer(name)["features"]}
            for name in loaders.layer_names()
        },
        "names": {row["place_id"]: list(written_names(row)) for row in places},
    }


def _shown(path: Path) -> str:
    is_ours = path.parent == loaders.data_folder() / "quizzes"
    return f"data/quizzes/{path.name}" if is_ours else str(path)


def _read(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1).decode("utf-8")
    except UnicodeDecodeError as error:
        message = f"not UTF-8 at byte {error.start}; save it as UTF-8"
        raise DataFileError(str(Fault(_shown(path), 0, "", message))) from None
    except OSError as error:
        raise DataFileError(str(Fault(_shown(path), 0, "", error.strerror or str(error)))) from None


def _check_one(path: Path, known: dict[str, Any]) -> tuple[list[str], list[str]]:
    """Return the faults of a bank and what is doubtful in it, as sentences."""
    file = _shown(path)
    try:
        text = _read(path)
        bank = read_bank(text, file=file)
    except DataFileError as error:
        return str(error).splitlines(), []
    ties = {name: known[name] for name in ("sources", "places", "layers")}
    found = with_lines(broken_ties(bank, **ties), text, file=file)
    doubtful = with_lines(remarks(bank, objectives=_objectives(bank), names=known["names"]), text, file=file)
    return [str(each) for each in found], [str(each) for each in doubtful]


def _objectives(bank: Bank) -> int:
    """Return how many objectives the bank's lesson has; the highest that is tested when the lesson does not say."""
    lessons = sorted(loaders.lessons_folder().glob(f"{bank.lesson}_*.ipynb"))
    counted = count_objectives(json.loads(lessons[0].read_text(encoding="utf-8"))) if lessons else 0
    return counted or max(question.objective for question in bank.questions)
