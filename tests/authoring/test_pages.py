"""The course pages: there, linked, without loose figures; those made from tables are up to date."""

import datetime
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from caucasus_course.authoring.audit import audit
from caucasus_course.authoring.launch import repository_address
from caucasus_course.authoring.lesson_use import places_named
from caucasus_course.authoring.pages.__main__ import made_pages, made_table
from caucasus_course.authoring.pages.freshness import freshness_page
from caucasus_course.authoring.pages.glossary import glossary_page
from caucasus_course.data import loaders
from caucasus_course.lessons.catalogue import all_lessons, all_pages
from caucasus_course.lessons.traces import loose_figures

ROOT = Path(__file__).parents[2]
LESSONS = ROOT / "lessons"
PAGES = LESSONS / "pages"
WRITTEN = [
    "README.md", "ai_use_policy.md", "class_contract.md", "editorial_policy.md", "names_policy.md", "negotiation_pack.md",
    "rubric.md",
]  # fmt: skip
MADE = ["freshness.md", "glossary.md"]
TEXTS = sorted(path for path in LESSONS.rglob("*") if path.suffix in {".md", ".ipynb"} and path.parent.name[0] != ".")
CLAIMS = {row["claim_id"]: row for row in loaders.rows("claims")}


def words(path):
    """Return the Markdown of a page or of a lesson."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".md":
        return text
    return "\n".join("".join(cell["source"]) for cell in json.loads(text)["cells"] if cell["cell_type"] == "markdown")


def links(path):
    """Return the files that a text links to, as it writes them."""
    found = re.findall(r"\]\(([^)\s]+)\)", words(path))
    return [link.split("#")[0] for link in found if not link.startswith(("#", "https://", "http://"))]


def cells(text):
    """Return the rows of all tables of a text, cell by cell, without the rulers."""
    rows = [line.strip("|").split("|") for line in text.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in row] for row in rows if not set("".join(row)) <= set("- ")]


def test_every_page_is_there():
    """No page is missing and no draft lies beside them."""
    assert [path.name for path in all_pages(LESSONS)] == sorted(WRITTEN + MADE)


@pytest.mark.parametrize("reader", ["For students", "For instructors"])
def test_the_index_leads_to_every_page(reader):
    """Students and instructors each have a list of all pages."""
    part = words(PAGES / "README.md").split(f"## {reader}\n")[1].split("\n## ")[0]

    assert {name for name in WRITTEN + MADE if f"]({name})" in part} == set(WRITTEN + MADE) - {"README.md"}


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("README.md", {"README.md"}),
        ("CONTRIBUTING.md", {"editorial_policy.md", "names_policy.md", "glossary.md", "freshness.md"}),
        ("lessons/00_start_here.ipynb", set(WRITTEN) - {"README.md", "negotiation_pack.md"} | {"glossary.md"}),
        ("lessons/10_after.ipynb", {"rubric.md", "negotiation_pack.md"}),
        ("lessons/teaching/00_start_here.md", {"class_contract.md"}),
        ("lessons/teaching/09_news_on_trial.md", {"rubric.md"}),
    ],
)
def test_pages_are_linked_where_a_reader_would_look(place, expected):
    """The way to a page starts where the question arises."""
    assert expected <= {Path(link).name for link in links(ROOT / place) if "pages/" in link}


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.relative_to(LESSONS).as_posix())
def test_no_link_is_dead(path):
    """Every link of a lesson, its twin or a page into the repository leads to a file."""
    assert [link for link in links(path) if not (path.parent / link).is_file()] == []


@pytest.mark.parametrize("path", all_pages(LESSONS), ids=lambda path: path.name)
def test_pages_link_only_to_what_students_have(path):
    """A copy of the course has the lessons and the pages, so a page leads nowhere else."""
    copied = {*(lesson.path for lesson in all_lessons(LESSONS)), *all_pages(LESSONS)}

    assert {(path.parent / link).resolve() for link in links(path)} <= copied


@pytest.mark.parametrize("name", WRITTEN)
def test_written_pages_have_no_loose_figures(name):
    """A page tells how we work; a figure about the conflict belongs where its claimant stands beside it."""
    text = re.sub(r"\]\([^)]*\)", "]", words(PAGES / name))  # the number in a lesson's file name is none

    assert list(loose_figures(name, text, CLAIMS)) == []


@pytest.mark.parametrize("name", MADE)
def test_made_pages_are_fresh(name):
    """A page made from tables says what the tables say: `uv run python -m caucasus_course.authoring.pages` writes it anew."""
    assert (PAGES / name).read_text(encoding="utf-8") == made_pages()[name]


def test_the_table_behind_the_heads_is_fresh():
    """Each head tells the day that is computed from what its lesson uses today."""
    assert (loaders.data_folder() / "freshness.csv").read_text(encoding="utf-8") == made_table()


def test_what_was_looked_for_in_vain_is_told():
    """Every search stands on the page with its day."""
    rows = cells(words(PAGES / "freshness.md"))

    told = {(row[0], row[1]) for row in rows if len(row) == 5}
    assert {(row["what"], str(row["searched_on"])) for row in loaders.rows("searches")} <= told


def test_the_command_writes_the_same_bytes_anywhere(tmp_path):
    """Neither the day nor the chance by which Python orders sets is in them."""
    environment = {**os.environ, "PYTHONHASHSEED": "7", "TZ": "Asia/Baku"}

    subprocess.run(
        [sys.executable, "-m", "caucasus_course.authoring.pages", str(tmp_path)], env=environment, check=True
    )

    made = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert made.pop("freshness.csv") == (loaders.data_folder() / "freshness.csv").read_bytes()
    assert made == {name: (PAGES / name).read_bytes() for name in MADE}


def test_the_glossary_has_every_term_in_order():
    """Each term of the table stands once, under its letter."""
    text = words(PAGES / "glossary.md")
    terms = re.findall(r"^\*\*(.+?)\.\*\* ", text, re.MULTILINE)
    heads = re.findall(r"^## (.+)$", text, re.MULTILINE)

    assert sorted(terms) == sorted(row["term"] for row in loaders.rows("glossary"))
    assert heads[:-1] == sorted(heads[:-1])
    assert heads[-1] == "Places in four languages"


def test_the_glossary_has_every_place_that_a_lesson_introduces():
    """A reader finds Berdzor at Lachin, in four languages and with the lessons that speak of it."""
    entries = dict(re.findall(r"^- \*\*(.+?)\.\*\* (.+)$", words(PAGES / "glossary.md"), re.MULTILINE))

    assert entries["Lachin"].startswith("Armenian Բերձոր (Berdzor) · Azerbaijani Laçın · Russian Лачин. ")
    assert "[00](../00_start_here.ipynb)" in entries["Lachin"]
    assert {"Shusha", "Stepanakert", "Aghdam", "Martakert", "Nagorno-Karabakh"} <= entries.keys()


def test_places_of_a_lesson():
    """Two places in one row are two."""
    assert places_named(loaders.rows("lessons")[0])[-2:] == ["Kura", "Araks"]


def test_the_freshness_page_counts_as_the_audit_does():
    """Days, sources and figures with one source are those of the report, for every lesson."""
    newest = max(row["checked_on"] for row in loaders.rows("lessons"))
    rows = cells(words(PAGES / "freshness.md"))

    for report in audit(newest)["lessons"]:
        (row,) = [row for row in rows if row[0].startswith(f"[{report['lesson']}](") and len(row) == 6]
        assert row[1:3] == [report["facts_as_of"], report["checked_on"]]
        assert (int(row[3]), int(row[5])) == (report["sources"], len(report["single_source_figures"]))


LESSON = {"lesson_id": "01", "slug": "land", "title": "Land <b>"}


def test_text_of_a_table_is_no_markup():
    """A bar, a star or a tag in a cell stays a sign, and a lesson that is not there yet gets no link."""
    term = {"term": "a|b", "meaning": "<img src=x> *c*", "used_by": "[d](e)", "lessons": "01; 12", "source_ids": None}
    text = glossary_page([term], [], [], {})

    assert r"**a\|b.** \<img src=x\> \*c\*" in text
    assert r"\[d\](e)" in text
    assert "*Lessons:* 01, 12\n" in text


def test_freshness_of_a_made_up_lesson():
    """Perspectives come in the order of their number; a figure of one source says who said it."""
    report = {
        "lesson": "01", "sources": 3, "by_perspective": {"Armenian": 1, "Azerbaijani": 2}, "largest_share": 0.67,
        "single_source_figures": ["c"], "facts_as_of": "2026-01-01", "checked_on": "2026-02-02",
    }  # fmt: skip
    everything = {
        "sources_cited": 3,
        "by_perspective": {},
        "by_reading": {"whole": 3},
        "facts": {"claims": 9},
        "unverified_rows": {"claims": ["x"]},
    }
    claim = {
        "low": None,
        "high": None,
        "point": 5.0,
        "unit": "km2",
        "measure": "area",
        "group": "a",
        "said_by": "b",
        "status": "reported",
    }
    sought = {
        "what": "A <b>signing</b>", "searched_on": datetime.date(2026, 2, 1), "found": "nothing", "note": "No text.", "lessons": "01",
    }  # fmt: skip

    text = freshness_page({"lessons": [report], "all": everything}, {"01": LESSON}, {"c": claim}, [sought])

    assert "[01](../01_land.ipynb) Land \\<b\\> | 2026-01-01 | 2026-02-02 | 3 |" in text
    assert "| A \\<b\\>signing\\</b\\> | 2026-02-01 | nothing | No text. | [01](../01_land.ipynb) |" in text
    assert text.index("| Azerbaijani | 2 |") < text.index("| Armenian | 1 |")
    assert "- 5 km² (area: a). Said by b; reported.\n" in text
    assert "<summary>01 Land &lt;b&gt;</summary>" in text
    assert "Rows of fact: 9. Unverified among them, used by no lesson: 1." in text


def test_the_rubric_has_four_rows_of_four_levels():
    """Each level of each row has a description of its own."""
    levels = ["starting", "growing", "secure", "strong"]
    rows = [row for row in cells(words(PAGES / "rubric.md")) if row[0] in levels]

    assert [row[0] for row in rows] == levels * 4
    assert len({row[1] for row in rows}) == 16
    assert all(len(row[1].split()) >= 8 for row in rows)


def test_lesson_00_keeps_the_short_form_of_the_pages():
    """The seven rules, the word on AI tools, the names and the four levels are the same in both places."""
    lesson = words(LESSONS / "00_start_here.ipynb")
    rules = re.findall(r"^\d\. \*\*(.+?)\*\*", re.sub(r"\n   ", " ", words(PAGES / "class_contract.md")), re.MULTILINE)
    short = words(PAGES / "ai_use_policy.md").split("## The short form\n")[1].split("\n## ")[0]
    levels = [row[:2] for row in cells(words(PAGES / "editorial_policy.md")) if row[0].startswith("**")]
    names = re.findall(r"^\d\. (.+)$", words(PAGES / "names_policy.md"), re.MULTILINE)[:3]

    assert re.findall(r"^\d\. (.+)$", lesson.split("seven rules")[1].split("**If a remark")[0], re.MULTILINE) == rules
    assert " ".join(short.split()) in lesson
    assert levels == [
        row[:2] for row in cells(lesson) if row[0].strip("*") in {"established", "reported", "disputed", "unknown"}
    ]
    assert all(rule in lesson for rule in names)


def test_errors_are_reported_to_the_one_address():
    """The page on how we work leads to the issues of the repository that pyproject.toml names."""
    assert f"]({repository_address(ROOT / 'pyproject.toml')}/issues)" in words(PAGES / "editorial_policy.md")
