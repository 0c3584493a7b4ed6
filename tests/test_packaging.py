"""The wheel: what is in it, and that the course works from it alone."""

import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


# What working with a clone leaves in it, and no wheel may carry: among it a learner's answers.
LEFT_BEHIND = [
    "lessons/.ipynb_checkpoints/00-checkpoint.ipynb",
    "data/answers.sqlite3",
    "src/caucasus_course/__pycache__/x.pyc",
]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """Return the wheel of a used clone, built without asking the network."""
    clone = tmp_path_factory.mktemp("clone")
    for name in ("src", "lessons", "data"):
        shutil.copytree(ROOT / name, clone / name)
    for name in ("pyproject.toml", "README.md", "LICENSE", "LICENSE-CONTENT", ".gitignore"):
        shutil.copy(ROOT / name, clone)
    for name in LEFT_BEHIND:
        (clone / name).parent.mkdir(exist_ok=True)
        (clone / name).touch()
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", "dist"]
    subprocess.run(build, cwd=clone, check=True, capture_output=True)
    return next((clone / "dist").glob("*.whl"))


@pytest.fixture(scope="module")
def contents(wheel):
    """Return the names of the files in the wheel."""
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def _files(folder, *suffixes):
    """Return the files below a folder of the repository that belong to it, without what running it leaves behind."""
    left_behind = {"__pycache__", ".ipynb_checkpoints", "build"}
    paths = [path.relative_to(ROOT / folder) for path in (ROOT / folder).rglob("*") if path.is_file()]
    return {path.as_posix() for path in paths if path.suffix in suffixes and not left_behind & set(path.parts)}


def test_lessons_are_in_the_wheel(contents):
    """Every lesson and every instructor's twin travels with the wheel."""
    expected = {f"caucasus_course/_lessons/{name}" for name in _files("lessons", ".ipynb", ".md")}

    assert expected
    assert expected <= contents


def test_data_are_in_the_wheel(contents):
    """Every table, shape, question bank and description travels with the wheel."""
    expected = {f"caucasus_course/_data/{name}" for name in _files("data", ".csv", ".geojson", ".toml", ".json", ".md")}

    assert expected
    assert expected <= contents


def test_code_is_in_the_wheel(contents):
    """Every module, script, style sheet and template travels with the wheel."""
    expected = {
        f"caucasus_course/{name}"
        for name in _files("src/caucasus_course", ".py", ".js", ".css", ".html", ".svg", ".j2")
    }

    assert expected <= contents


def test_nothing_else_is_in_the_wheel(contents):
    """Neither caches nor checkpoints nor a learner's record nor the tests travel with the wheel."""
    odd = ("__pycache__", ".ipynb_checkpoints", ".sqlite3", "tests/", "uv.lock", ".pyc")

    assert [name for name in contents if any(word in name for word in odd)] == []
    assert {name.split("/")[0].split("-")[0] for name in contents} == {"caucasus_course"}


def test_licences_are_in_the_wheel(contents):
    """Both licences travel with the wheel, each as long as a whole licence."""
    licences = {name.rsplit("/", 1)[1] for name in contents if "/licenses/" in name}

    assert licences == {"LICENSE", "LICENSE-CONTENT"}
    assert "Redistribution and use in source and binary forms" in (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert "Section 8 -- Interpretation." in (ROOT / "LICENSE-CONTENT").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    """Return the Python of a fresh environment that has the wheel and nothing that it depends on."""
    home = tmp_path_factory.mktemp("installed")
    python = home / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    uv = os.environ.get("UV") or shutil.which("uv")
    if uv:
        subprocess.run([uv, "venv", "-q", "--clear", "--python", sys.executable, str(home)], check=True)
        install = [uv, "pip", "install", "-q", "--offline", "--no-deps", "--python", str(python), str(wheel)]
    else:
        subprocess.run([sys.executable, "-m", "venv", str(home)], check=True)
        install = [str(python), "-m", "pip", "install", "-q", "--no-index", "--no-deps", str(wheel)]
    subprocess.run(install, check=True)
    return python


def _ask(python, code, folder):
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(
        [str(python), "-c", f"import json; {code}"], cwd=folder, env=environment, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_data_open_from_the_wheel(installed, tmp_path):
    """Installed, the course reads its tables from the wheel, without pandas and without its repository."""
    code = """from caucasus_course.data import loaders
print(json.dumps([str(loaders.data_folder()), loaders.is_clone(), len(loaders.rows('lessons')), loaders.table_names()]))"""

    folder, is_clone, lessons, tables = _ask(installed, code, tmp_path)

    assert Path(folder).is_relative_to(installed.parents[1])
    assert not is_clone
    assert lessons == len(list((ROOT / "lessons").glob("[0-9][0-9]_*.ipynb")))
    assert {"places", "sources"} <= set(tables)


def test_layers_open_from_the_wheel(installed, tmp_path):
    """Installed, every layer of shapes opens and has shapes."""
    code = """from caucasus_course.data import loaders
print(json.dumps({name: len(loaders.layer(name)['features']) for name in loaders.layer_names()}))"""

    counts = _ask(installed, code, tmp_path)

    assert counts
    assert min(counts.values()) > 0


def test_lessons_are_copied_from_the_wheel(installed, tmp_path):
    """Installed, lessons and pages are copied to the learner's folder, and the instructor's twins are not."""
    code = """from pathlib import Path
from caucasus_course.lessons.copying import copy_lessons
print(json.dumps(copy_lessons(Path('mine')).copied))"""

    copied = _ask(installed, code, tmp_path)

    pages = {f"pages/{path.name}" for path in (ROOT / "lessons" / "pages").glob("*.md")}
    assert "pages/class_contract.md" in pages
    assert set(copied) == {path.name for path in (ROOT / "lessons").glob("[0-9][0-9]_*.ipynb")} | pages
    assert {path.suffix or path.name for path in (tmp_path / "mine").iterdir()} == {".ipynb", ".json", "pages"}
