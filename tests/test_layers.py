"""Who may import whom, and what the student's side must not do."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "src" / "caucasus_course"

# Imports run downward only. A name here is a module or a folder of the package.
FLOORS = [
    {
        "errors",
        "schema",
        "fields",
        "records",
        "kinds",
        "passports",
        "portfolios",
        "strict_json",
        "style",
        "citation",
        "control",
        "lookup",
        "verbatim",
        "figures",
        "amounts",
        "plain_prose",
        "dates_in_prose",
        "months",
        "dated_rows",
        "reading_list",
        "through_whom",
    },
    {"loaders", "display", "store", "progress"},
    {
        "maps",
        "charts",
        "quizzes",
        "sourcework",
        "claims",
        "lesson_header",
        "selfcheck",
        "contract",
        "contract_copies",
        "contract_words",
    },
    {"lesson_use"},
    {"words", "lessons", "launch"},
    {"teaching", "audit"},
    {"cli_data", "cli_quiz", "pages"},
    {"cli"},
]
# Who may import a neighbour of its own floor all the same: a record is made of fields, progress is kept in a store,
# source cards are widgets like quizzes and share their base.
NEIGHBOURS = {
    "records": {"fields"},
    "kinds": {"fields", "records"},
    "passports": {"fields", "records", "strict_json"},
    "portfolios": {"records"},
    "progress": {"store"},
    "sourcework": {"quizzes"},
    "contract": {"contract_copies", "contract_words"},
    "contract_copies": {"contract_words"},
    "dates_in_prose": {"plain_prose", "months"},
    "dated_rows": {"dates_in_prose", "figures"},
    "reading_list": {"citation"},
    "through_whom": {"citation", "figures", "plain_prose"},
}
# Displays get tables as arguments, so that a test can hand them two made-up rows.
DISPLAYS = {"maps", "charts", "quizzes", "sourcework", "claims", "lesson_header", "selfcheck"}
# These run on a machine of their own, not in the student's browser.
OUTSIDE_THE_BROWSER = {"cli", "cli_data", "cli_quiz", "audit", "lessons", "launch", "pages", "teaching"}
NOT_IN_THE_BROWSER = {
    "asyncio.subprocess", "concurrent.futures", "ftplib", "http.client", "httpx", "multiprocessing", "requests", "smtplib",
    "socket", "subprocess", "threading.Thread", "threading.Timer", "urllib.request", "urllib3",
}  # fmt: skip
UNSAFE_PYTHON = {"HTMLMath", "eval", "exec"}
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


def own_imports(path):
    """Return the parts of the package that a file imports, apart from the part it belongs to."""
    ours = {name for name in imports(path) if name.startswith("caucasus_course.")}
    return {_part(name) for name in ours} - {_part(_name(path))}


def _floor(part):
    return next((number for number, names in enumerate(FLOORS) if part in names), None)


def _ids(paths):
    return [str(path.relative_to(PACKAGE)) for path in paths]


@pytest.mark.parametrize("path", MODULES, ids=_ids(MODULES))
def test_every_module_has_its_floor(path):
    """A new module is given a floor here before it is used."""
    assert path == PACKAGE / "__init__.py" or _floor(_part(_name(path))) is not None


@pytest.mark.parametrize("path", MODULES, ids=_ids(MODULES))
def test_imports_run_downward(path):
    """A module imports from lower floors only; errors may be raised on every floor."""
    part = _part(_name(path))
    own = _floor(part) if part else len(FLOORS)
    allowed = NEIGHBOURS.get(part, set()) | {"errors"}

    assert [name for name in own_imports(path) - allowed if _floor(name) is None or _floor(name) >= own] == []


@pytest.mark.parametrize(
    "path",
    [path for path in MODULES if _part(_name(path)) in DISPLAYS],
    ids=lambda path: str(path.relative_to(PACKAGE)),
)
def test_displays_get_tables_as_arguments(path):
    """A display imports neither the loaders nor another display, but for the neighbours named above."""
    refused = ({"loaders"} | DISPLAYS) - NEIGHBOURS.get(_part(_name(path)), set())

    assert own_imports(path) & refused == set()


def test_nobody_imports_the_package_itself():
    """Modules import each other by their own names: the package's list of names is for lessons."""
    parts = {part for floor in FLOORS for part in floor}
    from_package = {
        (path.name, name)
        for path in MODULES
        for name in imports(path)
        if name.startswith("caucasus_course.") and _part(name) not in parts
    }

    assert {pair for pair in from_package if pair[0] != "__init__.py"} == set()


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


@pytest.mark.parametrize("path", MODULES, ids=_ids(MODULES))
def test_students_side_runs_in_a_browser(path):
    """What a student's lesson needs opens no connection, starts no program and no thread; nobody else asks the network."""
    if _part(_name(path)) in OUTSIDE_THE_BROWSER:
        assert imports(path) & {"requests", "urllib.request", "httpx"} == set()
    else:
        assert (imports(path) | _dotted_names(path)) & NOT_IN_THE_BROWSER == set()


def _dotted_names(path):
    """Return names such as `threading.Thread` where a file uses them: a lock is welcome, a thread is not."""
    nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    return {ast.unparse(node) for node in nodes if isinstance(node, ast.Attribute)}


@pytest.mark.parametrize("path", MODULES, ids=_ids(MODULES))
def test_no_unsafe_python(path):
    """No text of the data becomes markup or code by a widget or a call that trusts it."""
    nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    used = {node.id for node in nodes if isinstance(node, ast.Name)}
    used |= {node.attr for node in nodes if isinstance(node, ast.Attribute) and node.attr == "HTMLMath"}
    widgets = [
        node
        for node in nodes
        if isinstance(node, ast.Attribute) and node.attr == "HTML" and ast.unparse(node.value).endswith("widgets")
    ]

    assert used & UNSAFE_PYTHON == set()
    assert widgets == []
    assert not {"ipywidgets.HTML", "pickle", "marshal", "shelve"} & imports(path)


@pytest.mark.parametrize("path", SCRIPTS, ids=_ids(SCRIPTS))
def test_no_unsafe_script(path):
    """Scripts write text, never markup, evaluate nothing and name no outside address."""
    text = path.read_text(encoding="utf-8")

    assert [word for pattern, word in UNSAFE_SCRIPT.items() if re.search(pattern, text)] == []


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
        ("def f():\n    from caucasus_course import loaders", {"caucasus_course", "caucasus_course.loaders"}),
        ("from ..errors import unknown", {"caucasus_course.errors", "caucasus_course.errors.unknown"}),
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
