"""The commands `data validate` and `data audit`, as a person runs them."""

import json
import shutil

import pytest
from typer.testing import CliRunner

from caucasus_course.cli.main import app
from caucasus_course.data import loaders


def run(*arguments):
    """Return the exit code and what was printed."""
    result = CliRunner().invoke(app, ["data", *arguments])
    return result.exit_code, result.output


def test_validate_ends_with_zero_on_the_courses_data():
    """All tables and layers are counted."""
    code, said = run("validate")

    assert code == 0
    assert f"{len(loaders.table_names())} tables and {len(loaders.layer_names())} layers checked, 0 faults." in said


@pytest.fixture
def broken(tmp_path, monkeypatch):
    """Put a copy of the data in place in which one claim has no number."""
    folder = tmp_path / "data"
    shutil.copytree(loaders.data_folder(), folder, ignore=shutil.ignore_patterns("build"))
    path = folder / "lessons.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("\n00,", "\n0,", 1), encoding="utf-8")
    monkeypatch.setattr(loaders, "data_folder", lambda: folder)
    loaders.package_description.cache_clear()
    yield
    loaders.package_description.cache_clear()


def test_validate_ends_with_one_and_names_the_place(broken):
    """File, line and column."""
    code, said = run("validate")

    assert code == 1
    assert "data/lessons.csv, line 2, column lesson_id: '0' does not have the form" in said


def test_validate_prints_json(broken):
    """A list of faults with their parts: the broken row, and the row elsewhere that leads to it no more."""
    code, said = run("validate", "--json")

    assert code == 1
    assert {"data/lessons.csv", "data/freshness.csv"} == {fault["file"] for fault in json.loads(said)}


def test_audit_prints_tables_and_json():
    """A person and a program can read it."""
    assert "What each lesson rests on" in run("audit")[1]
    assert set(json.loads(run("audit", "--json", "--today", "2026-11-22")[1])) == {"all", "lessons"}


def test_audit_refuses_a_date_that_is_none():
    """The form is said."""
    code, said = run("audit", "--today", "tomorrow")

    assert code == 2
    assert "%Y-%m-%d" in said
