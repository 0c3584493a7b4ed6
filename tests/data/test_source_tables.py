"""The tables of source work: a broken row is refused when a lesson asks for it, and every article has its share."""

import csv
import json
import re
import shutil

import pytest

from caucasus_course import compare, drift, excerpt, perspectives
from caucasus_course.core.errors import DataFileError
from caucasus_course.data import loaders


@pytest.fixture(scope="module")
def untouched(tmp_path_factory):
    """A copy of the data folder."""
    folder = tmp_path_factory.mktemp("data") / "data"
    shutil.copytree(loaders.data_folder(), folder, ignore=shutil.ignore_patterns("build", "geo", "quizzes"))
    return folder


@pytest.fixture
def change(untouched, monkeypatch, tmp_path):
    """Return a function that changes cells of the row with an id, and says its line; the copy is put back."""
    monkeypatch.setattr(loaders, "data_folder", lambda: untouched)
    monkeypatch.setenv("CAUCASUS_COURSE_HOME", str(tmp_path))
    kept = {}

    def edit(table, identity, **cells):
        path = untouched / f"{table}.csv"
        kept[path] = path.read_bytes()
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.reader(file)
            rows = [(reader.line_num, cells) for cells in reader]
        head = rows[0][1]
        line, row = next((line, row) for line, row in rows if row[0] == identity)
        for column, value in cells.items():
            row[head.index(column)] = value
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows(row for _, row in rows)
        return line

    yield edit
    for path, content in kept.items():
        path.write_bytes(content)


@pytest.mark.parametrize(
    ("table", "identity", "cells", "ask", "said"),
    [
        ("excerpts", "a004-eco", {"source_id": "nobody"}, lambda: excerpt("a004-eco"), "source_id: 'nobody' is not in data/sources.csv"),
        ("excerpts", "a004-eco", {"text": "word " * 61}, lambda: excerpt("a004-eco"), "text: 61 words; at most 60 may be quoted"),
        ("excerpts", "orig-08-decree-2023", {"original": "word " * 61}, lambda: excerpt("orig-08-decree-2023"), "original: 61 words; at most 60"),
        ("drift", "decimal-point", {"source_b": "nobody"}, lambda: drift("decimal-point"), "source_b: 'nobody' is not in"),
        ("verdicts", "exodus-first-day", {"source_ids": "nobody"}, lambda: compare("exodus-arrivals-2023-09"), "source_ids: 'nobody'"),
        ("claims", "exodus-13550-tass", {"source_ids": "nobody"}, lambda: compare("exodus-arrivals-2023-09"), "source_ids: 'nobody'"),
        ("claims", "exodus-13550-tass", {"source_ids": ""}, lambda: compare("exodus-arrivals-2023-09"), "source_ids: empty"),
        ("article_claims", "a000-13550", {"evidence": ""}, lambda: loaders.load("article_claims"), "evidence: empty; a value is required"),
        ("article_claims", "a000-13550", {"evidence_source_ids": ""}, lambda: loaders.rows("article_claims"), "evidence_source_ids: empty"),
        ("perspectives", "september-2023", {"statement_ids": "nobody"}, lambda: perspectives("2023-09-operation"), "statement_ids: 'nobody'"),
        ("statements", "2023-09-az-mod-disarm", {"quote": "word " * 41}, lambda: perspectives("2023-09-operation"), "quote: 41 words"),
    ],
)  # fmt: skip
def test_a_broken_row_is_refused_when_it_is_asked_for(change, table, identity, cells, ask, said):
    """An unknown source, too long a quotation, a claim without evidence: the error names file, line and column."""
    line = change(table, identity, **cells)

    with pytest.raises(DataFileError) as caught:
        ask()
    assert f"data/{table}.csv, line {line}, column {said}" in str(caught.value)


def test_a_broken_row_does_not_close_the_others(change):
    """A lesson that does not ask for it goes on."""
    change("excerpts", "a004-eco", source_id="nobody")

    assert excerpt("a002-1994").head


ARTICLES = [row["article_id"] for row in loaders.rows("articles")]


def where_it_is_met(article):
    """Return the lessons before 09 that show an excerpt of an article or a pair of wordings with one of its."""
    shown = {("excerpt", row["excerpt_id"]) for row in loaders.rows("excerpts") if row["source_id"] == article}
    shown |= {
        ("drift", row["drift_id"]) for row in loaders.rows("drift") if article in (row["source_a"], row["source_b"])
    }
    calls = re.compile(r'\b(excerpt|drift)\("([^"]+)"')
    return {
        path.stem[:2]
        for path in loaders.lessons_folder().glob("0[1-8]_*.ipynb")
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]
        if cell["cell_type"] == "code" and shown & set(calls.findall("".join(cell["source"])))
    }


@pytest.mark.parametrize("article", ARTICLES)
def test_every_article_is_met_in_an_earlier_lesson(article):
    """Lesson 09 puts on trial what the class has read before."""
    assert where_it_is_met(article)


@pytest.mark.parametrize("article", ARTICLES)
def test_every_article_has_excerpts_and_stands_trial(article):
    """At least four excerpts of each, and lesson 09 names it in its tables of heads, control and verdicts."""
    excerpts = [row for row in loaders.rows("excerpts") if row["source_id"] == article]
    trial = (loaders.lessons_folder() / "09_news_on_trial.ipynb").read_text(encoding="utf-8")

    assert len(ARTICLES) == 5
    assert len(excerpts) >= 4
    assert trial.count(f"| {article.replace('-', ' ')} |") >= 4
