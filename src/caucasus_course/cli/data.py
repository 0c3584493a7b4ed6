"""The commands `caucasus-course data validate` and `data audit`."""

from __future__ import annotations

import datetime
import json
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from caucasus_course.authoring.audit import audit
from caucasus_course.data import contract, loaders

app = typer.Typer(help="Check the data files and say what they rest on.", no_args_is_help=True)
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON instead of a table.")]


@app.command()
def validate(as_json: AsJson = False) -> None:
    """Check every data file against its description and the rules of the course; name all faults at once.

    Nothing is written. The exit code is 1 if there is a fault.
    """
    faults = contract.validate()
    if as_json:
        typer.echo(json.dumps([fault._asdict() for fault in faults], ensure_ascii=False, indent=1))
    else:
        for fault in faults:
            typer.echo(str(fault))
        tables, layers = len(loaders.table_names()), len(loaders.layer_names())
        typer.echo(f"{tables} tables and {layers} layers checked, {len(faults)} faults.", err=True)
    raise typer.Exit(1 if faults else 0)


@app.command("audit")
def report(
    as_json: AsJson = False,
    today: Annotated[
        datetime.datetime | None, typer.Option(formats=["%Y-%m-%d"], help="The day to take ages against.")
    ] = None,
) -> None:
    """Say what the facts rest on, for each lesson and in all."""
    found = audit((today or datetime.datetime.now()).date())
    if as_json:
        typer.echo(json.dumps(found, ensure_ascii=False, indent=1))
    else:
        console = Console()
        console.print(_lessons_table(found["lessons"]))
        console.print(_explaining_table(found["lessons"]))
        console.print(_facts_table(found["all"]))
        console.print(_counts_table(found["all"]))


def _words(counts: dict[str, int]) -> Text:
    return Text(", ".join(f"{name} {number}" for name, number in counts.items()))


def _lessons_table(lessons: list[dict[str, Any]]) -> Table:
    heads = (
        "lesson", "sources", "Armenian", "Azerbaijani", "largest share", "one source", "encyclopedia alone",
        "unverified", "days named",
    )  # fmt: skip
    table = Table(*heads, title="What each lesson rests on", title_justify="left", caption_justify="left")
    for row in lessons:
        sides = row["by_perspective"]
        largest = f"{next(iter(sides), 'none')} {row['largest_share']:.0%}"
        armenian = sides.get("Armenian", 0) + sides.get("Karabakh Armenian", 0)
        counts = (row["sources"], armenian, sides.get("Azerbaijani", 0))
        through = len(row["figures_through_an_encyclopedia"])
        weak = (len(row["single_source_figures"]), through, len(row["unverified_rows"]), row["days_named"])
        table.add_row(row["lesson"], *map(str, counts), largest, *map(str, weak))
    old = [f"{row['lesson']} ({row['checked_on']})" for row in lessons if row["is_due_for_checking"]]
    undated = [f"{row['lesson']}: {day['words']}" for row in lessons for day in row["days_without_row"]]
    table.caption = (
        f"Last checked more than 12 months ago: {', '.join(old) or 'none'}\n"
        f"Days in the prose without an event or another row: {', '.join(undated) or 'none'}"
    )
    return table


def _explaining_table(lessons: list[dict[str, Any]]) -> Table:
    heads = (
        "lesson", "words a sentence", "grade", "joints a section", "primary excerpts", "voices", "originals",
        "authors on why", "academic works", "figures by encyclopedia alone",
    )  # fmt: skip
    table = Table(*heads, title="How each lesson explains", title_justify="left")
    for row in lessons:
        told, figures = row["explaining"], max(row["figures"], 1)
        people = [_words(told[name]) for name in ("voices", "originals", "authors")]
        table.add_row(
            row["lesson"],
            str(told["mean_sentence"]),
            str(told["grade"] or "-"),
            " ".join(map(str, told["joints"].values())),
            f"{told['primary_share']:.0%}",
            *people,
            str(len(told["academic_works"])),
            f"{len(row['figures_through_an_encyclopedia']) / figures:.0%}",
        )
    return table


def _facts_table(found: dict[str, Any]) -> Table:
    table = Table("table", "facts", "single source", "unverified", title="All facts", title_justify="left")
    for name, number in found["facts"].items():
        single, unverified = found["single_source_facts"][name], len(found["unverified_rows"][name])
        table.add_row(name, str(number), str(single), str(unverified))
    return table


def _counts_table(found: dict[str, Any]) -> Table:
    table = Table("what", "how many", title=f"{found['sources_cited']} sources cited", title_justify="left")
    table.add_row("by perspective", _words(found["by_perspective"]))
    table.add_row("by kind", _words(found["by_kind"]))
    table.add_row("by what was read", _words(found["by_reading"]))
    for code, places in found["names_missing"].items():
        table.add_row(f"places without a name in {code}", str(len(places)))
    return table
