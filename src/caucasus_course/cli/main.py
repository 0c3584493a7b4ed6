"""The command `caucasus-course`: open the lessons, copy them, check that they run."""

from __future__ import annotations

import sys
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
from rich.table import Table
from rich.text import Text

from caucasus_course.cli import data as cli_data
from caucasus_course.cli import quiz as cli_quiz
from caucasus_course.core.errors import CourseError
from caucasus_course.core.text import printable
from caucasus_course.data.loaders import is_clone, lessons_folder
from caucasus_course.lessons import catalogue, copying, lab

if TYPE_CHECKING:
    from caucasus_course.lessons import running

app = typer.Typer(
    help="An open course on the Nagorno-Karabakh conflict. Without a command it opens the lessons.",
    pretty_exceptions_enable=False,
    add_completion=False,
    no_args_is_help=True,
)

app.add_typer(cli_data.app, name="data")
app.add_typer(cli_quiz.app, name="quiz")

_DEFAULT_FOLDER = Path("caucasus-course")
_ASKS_ABOUT_THE_PROGRAM = ("--help", "--version")


def _say_version(is_wanted: bool) -> None:
    if is_wanted:
        typer.echo(f"caucasus-course {version('caucasus-course')}")
        raise typer.Exit


@app.callback()
def _program(
    is_version_wanted: Annotated[
        bool, typer.Option("--version", callback=_say_version, is_eager=True, help="Say which version this is.")
    ] = False,
) -> None:
    """Take the options that belong to no command."""


@app.command("lab")
def open_lessons(
    folder: Annotated[
        Path | None,
        typer.Option(help="Where your lessons are, or shall be copied to (./caucasus-course, if you do not say)."),
    ] = None,
    browser: Annotated[bool, typer.Option("--browser/--no-browser", help="Open a browser window.")] = True,
    port: Annotated[int | None, typer.Option(min=0, max=65535, help="The port JupyterLab listens on.")] = None,
    ip: Annotated[
        str | None, typer.Option(help="The address JupyterLab listens on, if not this machine's own.")
    ] = None,
    extra: Annotated[list[str] | None, typer.Argument(help="Options for JupyterLab itself, after --.")] = None,
) -> None:
    """Open the lessons in JupyterLab.

    In a clone of the repository these are the clone's own lessons; otherwise they are first copied to your folder.
    A lesson that you changed is never written over.
    """
    home = lessons_folder() if folder is None and is_clone() else _copied(folder or _DEFAULT_FOLDER)
    lab.open_lab(lab.lab_arguments(home.resolve(), browser=browser, port=port, ip=ip, extra=extra or []))


def _copied(folder: Path) -> Path:
    report = copying.copy_lessons(folder)
    typer.echo(printable(str(report), keep="\n"), err=True)
    return report.folder


@app.command("copy")
def copy_to_folder(
    folder: Annotated[Path, typer.Argument(help="Where the lessons shall go.")] = _DEFAULT_FOLDER,
) -> None:
    """Copy the lessons to a folder of yours; a lesson that you changed is never written over."""
    _copied(folder)


@app.command("check")
def check_lessons(
    numbers: Annotated[
        list[str] | None, typer.Argument(help="Lesson numbers such as 01; all when there are none.")
    ] = None,
) -> None:
    """Run lessons from top to bottom in fresh kernels and say how each went.

    Nothing is saved: neither the lessons nor your answers change.
    """
    lessons = list(dict.fromkeys(map(catalogue.find, numbers))) if numbers else catalogue.all_lessons()
    if not lessons:
        raise CourseError(f"There are no lessons in {lessons_folder()}. Install the course again.")
    runs = _run_all(lessons)
    Console().print(_result_table(runs))
    failed = {lesson: run for lesson, run in runs.items() if run.error}
    for lesson, run in failed.items():
        typer.echo(printable(f"Lesson {lesson.number} ({lesson.path.name}). {run.error}", keep="\n"))
    if failed:
        raise typer.Exit(1)


def _run_all(lessons: list[catalogue.Lesson]) -> dict[catalogue.Lesson, running.LessonRun]:
    from caucasus_course.lessons import running  # takes half a second, and only this command needs it

    columns = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn(), TextColumn("cells"))
    runs = {}
    with Progress(*columns, console=Console(stderr=True)) as progress:
        bars = {one: progress.add_task(one.path.name, total=running.code_cells(one.path)) for one in lessons}
        for lesson, bar in bars.items():
            runs[lesson] = running.run_lesson(lesson.path, after_cell=partial(progress.advance, bar))
    return runs


def _result_table(runs: dict[catalogue.Lesson, running.LessonRun]) -> Table:
    table = Table("lesson", "cells", "seconds", "result")
    for lesson, run in runs.items():
        result = Text("failed", "bold red") if run.error else Text("passed", "green")
        table.add_row(Text(lesson.path.stem), str(run.cells), f"{run.seconds:.1f}", result)
    return table


def _with_command(arguments: list[str]) -> list[str]:
    """Return the arguments with `lab` in front when they name no command."""
    if arguments and (not arguments[0].startswith("-") or arguments[0] in _ASKS_ABOUT_THE_PROGRAM):
        return arguments
    return ["lab", *arguments]


def main(arguments: list[str] | None = None) -> None:
    """Run the command; an error that the reader can put right is one sentence, not a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # an old Windows console has no letter for some place names
            stream.reconfigure(errors="replace")
    try:
        app(_with_command(sys.argv[1:] if arguments is None else arguments), prog_name="caucasus-course")
    except CourseError as error:
        typer.echo(printable(f"caucasus-course: {error}", keep="\n"), err=True)
        sys.exit(2)


if __name__ == "__main__":
    main()
