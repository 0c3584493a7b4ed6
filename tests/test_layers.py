"""Who may import whom, and what the student's side must not do."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "src" / "caucasus_course"

# Imports run downward only: a room imports rooms of lower floors. The package's own `__init__` stands above them all.
FLOORS = (
    {"core"},
    {"data", "widgets"},
    {"maps", "charts", "learner", "lessons"},
    {"quizzes", "sources"},
    {"notebook", "authoring"},
    {"cli"},
)
# What is shown gets tables as arguments, so that a test can hand it two made-up rows.
SHOWN = {"widgets", "maps", "charts", "learner", "quizzes", "sources"}
# These run on a machine of their own, not in the student's browser: rooms, or modules of one.
OUTSIDE_THE_BROWSER = {"cli", "authoring", "lessons.copying", "lessons.running", "lessons.lab"}
NOT_IN_THE_BROWSER = {
    "asyncio.subprocess", "concurrent.futures", "ftplib", "http.client", "httpx", "multiprocessing", "requests", "smtplib",
    "socket", "subprocess", "threading.Thread", "threading.Timer", "urllib.request", "urllib3",
}  # fmt: skip
UNSAFE_PYTHON = {"HTMLMath", "eval", "exec"}
UNSAFE_IMPORTS = {"ipywidgets.HTML", "pickle", "marshal", "shelve"}
UNSAFE_SCRIPT = {
    r"\.innerHTML\b": "innerHTML",
    r"\.outerHTML\s*=": "outerHTML",
    r"insertAdjacentHTML": "insertAdjacentHTML",
    r"document\.write": "document.write",
    r"\beval\s*\(": "eval",
    r"new\s+Function\b": "new Function",
    r"https?://(?!www\.w3\.org/)": "an outside address",
}

MODULES = sorted(PACKAGE.rglob("*.py"))
SCRIPTS = sorted(PACKAGE.rglob("*.js"))
TEMPLATES = sorted(path for path in PACKAGE.rglob("*") if path.suffix in {".html", ".j2", ".jinja"})


def _name(path):
    return ".".join(("caucasus_course", *path.relative_to(PACKAGE).with_suffix("").parts)).removesuffix(".__init__")


def _part(module):
    """Return the module or folder of the package that a full name belongs to; '' for the package itself."""
    return [*module.split("."), ""][1]


def _resolved(node, path):
    """Return the full name of the module that a `from … import` names, dots in front included."""
    if not node.level:
        return node.module or ""
    inside = _name(path).split(".") + ([""] if path.name == "__init__.py" else [])
    return ".".join(inside[: -node.level] + ([node.module] if node.module else []))


def imports(path):
    """Return every module that a file imports, inside functions too, but not those for type hints alone."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for_hints = {id(inner) for node in ast.walk(tree) if _is_for_hints(node) for inner in ast.walk(node)}
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import) and id(node) not in for_hints:
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and id(node) not in for_hints:
            module = _resolved(node, path)
            found |= {f"{module}.{alias.name}" for alias in node.names} | {module}
    return found


def _is_for_hints(node):
    return isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"


def rooms_imported(path):
    """Return the rooms that a file imports, apart from its own."""
    ours = {name for name in imports(path) if name.startswith("caucasus_course.")}
    return {_part(name) for name in ours} - {_part(_name(path)), "_version"}


def _floor(room):
    return next((number for number, names in enumerate(FLOORS) if room in names), len(FLOORS))


def _told(faults):
    return [f"{path.relative_to(PACKAGE)}: {what}" for path, what in faults]


def test_every_room_has_its_floor():
    """There is nothing loose in the hall but the package's own list of words."""
    rooms = {path.relative_to(PACKAGE).parts[0] for path in MODULES}

    assert rooms == {room for floor in FLOORS for room in floor} | {"__init__.py"}


def test_imports_run_downward():
    """A module imports from lower floors only."""
    faults = [
        (path, f"imports {room}")
        for path in MODULES
        for room in rooms_imported(path)
        if _floor(room) >= _floor(_part(_name(path)))
    ]

    assert _told(faults) == []


def test_what_is_shown_gets_tables_as_arguments():
    """No display reads a file of the data for itself."""
    faults = [
        (path, "imports the loaders")
        for path in MODULES
        if _part(_name(path)) in SHOWN and "caucasus_course.data.loaders" in imports(path)
    ]

    assert _told(faults) == []


def test_nobody_imports_the_package_itself():
    """Modules import each other by their own names: the package's list of words is for lessons."""
    rooms = {room for floor in FLOORS for room in floor}
    faults = [
        (path, name)
        for path in MODULES
        for name in imports(path)
        if name.startswith("caucasus_course.") and _part(name) not in rooms and path != PACKAGE / "__init__.py"
    ]

    assert _told(faults) == []


def test_no_circles():
    """Within a folder too, no module imports one that leads back to it."""
    names = {_name(path): path for path in MODULES}
    graph = {
        name: {other for other in imports(path) if other in names and other != name} for name, path in names.items()
    }
    for packages in [name for name, path in names.items() if path.name == "__init__.py"]:
        graph.pop(packages)  # a folder's list of names leads to its modules, and they do not look back
    while leaves := [name for name, others in graph.items() if not others & graph.keys()]:
        for name in leaves:
            graph.pop(name)

    assert graph == {}


def _is_outside_the_browser(path):
    name = _name(path).removeprefix("caucasus_course.")
    return any(name == part or name.startswith(f"{part}.") for part in OUTSIDE_THE_BROWSER)


def test_students_side_runs_in_a_browser():
    """What a student's lesson needs opens no connection, starts no program and no thread; nobody else asks the network."""
    faults = []
    for path in MODULES:
        refused = {"requests", "urllib.request", "httpx"} if _is_outside_the_browser(path) else NOT_IN_THE_BROWSER
        faults += [(path, name) for name in (imports(path) | _dotted_names(path)) & refused]

    assert _told(faults) == []


def _dotted_names(path):
    """Return names such as `threading.Thread` where a file uses them: a lock is welcome, a thread is not."""
    nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    return {ast.unparse(node) for node in nodes if isinstance(node, ast.Attribute)}


def _unsafe_words(path):
    nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    used = {node.id for node in nodes if isinstance(node, ast.Name)}
    dotted = {ast.unparse(node) for node in nodes if isinstance(node, ast.Attribute)}
    used |= {name for name in dotted if name.endswith(("widgets.HTML", ".HTMLMath"))}
    return (used & UNSAFE_PYTHON) | {name for name in used if "." in name} | (imports(path) & UNSAFE_IMPORTS)


def test_no_unsafe_python():
    """No text of the data becomes markup or code by a widget or a call that trusts it."""
    assert _told([(path, word) for path in MODULES for word in _unsafe_words(path)]) == []


@pytest.mark.parametrize(
    "source", ["eval('1')", "import pickle", "import ipywidgets as widgets\nwidgets.HTML('x')", "w.HTMLMath('x')"]
)
def test_unsafe_python_is_seen(source, monkeypatch, tmp_path):
    """The reader behind the rule above finds each form."""
    monkeypatch.setattr(sys.modules[__name__], "PACKAGE", tmp_path)
    (tmp_path / "made_up.py").write_text(source)

    assert _unsafe_words(tmp_path / "made_up.py") != set()


def test_no_unsafe_script():
    """Scripts write text, never markup, evaluate nothing and name no outside address."""
    found = [
        (path, word)
        for path in SCRIPTS
        for pattern, word in UNSAFE_SCRIPT.items()
        if re.search(pattern, path.read_text(encoding="utf-8"))
    ]

    assert _told(found) == []


def test_no_unsafe_template():
    """No template switches its escaping off."""
    unsafe = [path.name for path in TEMPLATES if re.search(r"\|\s*safe\b|autoescape\s+false", path.read_text("utf-8"))]

    assert unsafe == []


def test_import_is_light():
    """`import caucasus_course` waits for neither pandas nor folium nor matplotlib."""
    code = (
        "import sys, caucasus_course; print(*sorted({'pandas', 'folium', 'matplotlib', 'branca'} & set(sys.modules)))"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.split() == []


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("import folium", {"folium"}),
        (
            "def f():\n    from caucasus_course.data import loaders",
            {"caucasus_course.data", "caucasus_course.data.loaders"},
        ),
        ("from ..core.errors import unknown", {"caucasus_course.core.errors", "caucasus_course.core.errors.unknown"}),
        ("from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import pandas", {"typing", "typing.TYPE_CHECKING"}),
    ],
)
def test_this_reader_of_imports(source, expected, monkeypatch, tmp_path):
    """The reader of imports that these tests rest on sees inside functions and past dots."""
    monkeypatch.setattr(sys.modules[__name__], "PACKAGE", tmp_path)
    path = tmp_path / "maps" / "views.py"
    path.parent.mkdir()
    path.write_text(source)

    assert imports(path) == expected
