"""README, citation and contributing notes against the repository they describe."""

import re
import subprocess
import tomllib
from pathlib import Path

import pytest
import yaml

from caucasus_course.authoring.launch import END, START, launch_block, repository_address
from caucasus_course.cli import main as cli
from caucasus_course.data.loaders import rows, table_names
from caucasus_course.lessons.catalogue import all_lessons

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
CITATION = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def _section(title):
    """Return the text of one section of the README."""
    return re.split(r"^## ", README.split(f"\n## {title}\n", 1)[1], flags=re.MULTILINE)[0]


def test_length():
    """The README stays within 120 lines."""
    assert len(README.splitlines()) <= 120


def test_lessons_are_those_of_the_table():
    """The README's lessons have the numbers, titles, files, questions and minutes of data/lessons.csv."""
    shown = re.findall(
        r"^\| \[(\d\d) (.+?)\]\(lessons/(.+?)\) \| (.+?) \| (\d+) \|$", _section("Lessons"), re.MULTILINE
    )
    expected = [
        (
            row["lesson_id"],
            row["title"],
            f"{row['lesson_id']}_{row['slug']}.ipynb",
            row["question"],
            str(row["minutes_read"] + row["minutes_do"] + row["minutes_discuss"]),
        )
        for row in rows("lessons")
    ]

    assert shown == expected


def test_lessons_are_those_of_the_folder():
    """Every lesson of the table is a notebook with an instructor's twin, and the other way round."""
    listed = [f"{row['lesson_id']}_{row['slug']}" for row in rows("lessons")]

    assert listed == [lesson.path.stem for lesson in all_lessons(ROOT / "lessons")]
    assert listed == sorted(path.stem for path in (ROOT / "lessons" / "teaching").glob("[0-9][0-9]_*.md"))


def test_tables_are_those_described():
    """The README names every table of datapackage.json and no other."""
    named = re.findall(r"\[(\w+)\]\(data/\1\.csv\)", _section("About the data"))

    assert sorted(named) == table_names()


def _tracked_at_top():
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return {f"{name.split('/')[0]}/" if "/" in name else name for name in listed.stdout.split("\n") if name}


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="only a clone knows what belongs to the repository")
def test_folder_tree_is_whole():
    """The tree has a line for every entry of the repository's top level but itself, and for nothing else."""
    tree = re.search(r"```text\n(.*?)```", _section("What is where"), re.DOTALL)[1]

    assert {line.split()[0] for line in tree.splitlines()} == _tracked_at_top() - {"README.md"}
    assert all(len(line.split(maxsplit=1)) == 2 for line in tree.splitlines())


def test_launch_links_are_generated():
    """The badge and the links are what launch.py writes from the address in pyproject.toml."""
    block = launch_block(repository_address(ROOT / "pyproject.toml"))

    assert README.count(block) == README.count(START) == README.count(END) == 1


def _command_lines():
    """Return what stands after `caucasus-course` in the commands that README and CONTRIBUTING show."""
    text = README + CONTRIBUTING
    fenced = "\n".join(re.findall(r"```bash\n(.*?)```", text, re.DOTALL))
    shown = [line.split("#")[0] for line in fenced.splitlines()] + re.findall(
        r"`([^`\n]+)`", re.sub("```.*?```", "", text, flags=re.S)
    )
    return sorted(
        {found[1].strip() for line in shown if (found := re.search(r"(?:^|&& |uv run )caucasus-course(.*)", line))}
    )


def _known_commands():
    from typer.main import get_command

    return get_command(cli.app).commands


def test_commands_exist():
    """Every command and option that README and CONTRIBUTING show is one that the program has."""
    for line in _command_lines():
        command, *rest = [*line.split(), ""] if not line.startswith("-") else ["lab", *line.split()]
        options = {
            name for one in _known_commands()[command or "lab"].params for name in (*one.opts, *one.secondary_opts)
        }
        assert {word for word in rest if word.startswith("-")} - {"--help"} <= options, line


def test_all_commands_are_shown():
    """Every command of the program is in the README."""
    assert set(_known_commands()) <= {line.split()[0] for line in _command_lines() if line}


def test_links_lead_somewhere():
    """Every link into the repository, from README and CONTRIBUTING, leads to something."""
    links = re.findall(r"\]\((?!https?:|#)(.+?)\)", README + CONTRIBUTING)

    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_files_named_in_contributing_exist():
    """Files that CONTRIBUTING names by their path are there."""
    named = re.findall(r"`((?:data|lessons|tests|src)/[\w/.]*|[A-Z]+\.md)`", CONTRIBUTING)

    assert named
    assert [name for name in named if "NN" not in name and not (ROOT / name).exists()] == []


def test_python_versions():
    """The README names the Python versions of pyproject.toml."""
    first, last = re.fullmatch(r">=3\.(\d+),<3\.(\d+)", PROJECT["requires-python"]).groups()

    assert f"Python 3.{first}–3.{int(last) - 1}" in README


def test_one_test_command():
    """One line of the README starts the tests: the one that continuous integration reads."""
    assert re.findall(r"^uv run.* pytest.*$", README, re.MULTILINE) == ["uv run --group dev pytest"]


@pytest.mark.parametrize("place", ["README.md", "CITATION.cff"])
def test_citation_has_the_version(place):
    """The version to cite is that of pyproject.toml."""
    assert f"version{':' if place.endswith('cff') else ''} {PROJECT['version']}" in (ROOT / place).read_text(
        encoding="utf-8"
    )


def test_citation_file():
    """CITATION.cff has what the format requires, and the repository's one address."""
    assert {"cff-version", "message", "title", "authors"} <= CITATION.keys()
    assert CITATION["cff-version"] == "1.2.0"
    assert CITATION["repository-code"] == repository_address(ROOT / "pyproject.toml")
    assert " AND ".join(one.upper() for one in CITATION["license"]) == PROJECT["license"].upper()


def test_changelog_has_the_unreleased():
    """The changelog has a section for what is not released yet, with entries."""
    unreleased = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8").split("\n## ")[1]

    assert unreleased.startswith("Unreleased\n")
    assert re.findall(r"^- .+", unreleased, re.MULTILINE)
