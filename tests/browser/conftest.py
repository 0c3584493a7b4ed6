"""A real JupyterLab and a real Chromium for tests of what a learner sees and touches.

`lab` is one server for all tests of a process, with a folder and a learner's record of its own.
`open_notebook(name, cells)` or `open_notebook(path)` opens a notebook in a fresh page and returns a `NotebookPage`;
with `app="notebooks"` the page is Notebook 7's.
Every request that leaves this machine is refused and remembered in `outside_requests`.
"""

import json
import os
import secrets
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

import nbformat
import pytest
from playwright.sync_api import Browser, ConsoleMessage, Locator, Page, Route, sync_playwright

from caucasus_course.learner.record import Record
from tests.browser.quiz_pages import SETUP, lay_out

CHROMIUM_OPTIONS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
HERE = {"localhost", "127.0.0.1", "[::1]", "::1"}
SECONDS_TO_START = 90
SECONDS_TO_RUN = 120

_RUN_COMMAND = """([name, options, patience]) => Promise.race([
    window.jupyterapp.commands.execute(name, options).then(() => null),
    new Promise((_, refuse) => setTimeout(() => refuse(new Error(`${name} did not end`)), patience)),
])"""
# The status bar says "idle" before there is a kernel; a cell that is run then asks which kernel to take.
_IS_IDLE = """() => {
    const kernel = window.jupyterapp.shell.currentWidget?.sessionContext?.session?.kernel;
    return kernel?.connectionStatus === "connected" && kernel.status === "idle";
}"""


class Lab(NamedTuple):
    """A running JupyterLab server: its address, its key, its folder and the folder of the learner's record."""

    address: str
    token: str
    folder: Path
    home: Path


class NotebookPage:
    """One notebook open in JupyterLab, as a learner would drive it."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.outside_requests: list[str] = []
        self.console_errors: list[str] = []
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self.console_errors.append(str(error)))
        page.route("**/*", self._let_through)

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.console_errors.append(f"{message.text} ({message.location.get('url', '')})")

    def _let_through(self, route: Route) -> None:
        address = urlsplit(route.request.url)
        if address.scheme in {"data", "blob", "about"} or address.hostname in HERE:
            route.continue_()
        else:
            self.outside_requests.append(route.request.url)
            route.abort()

    def command(self, name: str, **options: object) -> None:
        """Run a command of JupyterLab by its id, and wait for its end."""
        self.page.evaluate(_RUN_COMMAND, [name, options, SECONDS_TO_RUN * 1000])

    def run_all(self) -> None:
        """Run every cell from the top and wait until the kernel is idle again."""
        self.command("notebook:run-all-cells")
        self.wait_for_kernel()

    def wait_for_kernel(self) -> None:
        """Wait until the kernel is there and has nothing to do."""
        self.page.wait_for_function(_IS_IDLE, timeout=SECONDS_TO_RUN * 1000)

    def set_theme(self, *, is_dark: bool) -> None:
        """Change JupyterLab's theme and what the system says it prefers."""
        self.page.emulate_media(color_scheme="dark" if is_dark else "light")
        self.command("apputils:change-theme", theme="JupyterLab Dark" if is_dark else "JupyterLab Light")
        self.page.wait_for_selector(f"body[data-jp-theme-light='{str(not is_dark).lower()}']", state="attached")
        # A change of theme lays a splash over the page for a moment; axe cannot judge what is under it.
        self.page.wait_for_selector("#jupyterlab-splash", state="detached")

    @property
    def cells(self) -> Locator:
        """The cells of the notebook."""
        return self.page.locator(".jp-Notebook .jp-Cell")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _write_settings(folder: Path) -> None:
    """Keep JupyterLab from asking about news, and its pages from waiting for what is not in view."""
    plugins = {
        "@jupyterlab/apputils-extension/notification": {"fetchNews": "false", "checkForUpdates": False},
        "@jupyterlab/notebook-extension/tracker": {"windowingMode": "none"},
    }
    for plugin, settings in plugins.items():
        path = folder / f"{plugin}.jupyterlab-settings"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(settings), encoding="utf-8")


def _environment(top: Path) -> dict[str, str]:
    ours = {name: str(top / name.lower()) for name in ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR")}
    ours |= {f"JUPYTERLAB_{name}_DIR": str(top / name.lower()) for name in ("SETTINGS", "WORKSPACES")}
    return os.environ | ours | {"CAUCASUS_COURSE_HOME": str(top / "home"), "PYTHONWARNINGS": "default"}


def _command(port: int, token: str, folder: Path) -> list[str]:
    return [
        sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root", "--ServerApp.ip=127.0.0.1",
        f"--ServerApp.port={port}", "--ServerApp.port_retries=0", f"--IdentityProvider.token={token}",
        f"--ServerApp.root_dir={folder}", "--LabApp.expose_app_in_browser=True", "--JupyterNotebookApp.expose_app_in_browser=True",
        "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate", "--LabApp.extension_manager=readonly",
    ]  # fmt: skip


def _wait_until_served(server: subprocess.Popen, address: str, log: Path) -> None:
    give_up = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < give_up and server.poll() is None:
        try:
            with urllib.request.urlopen(f"{address}/api", timeout=2):
                return
        except OSError:
            time.sleep(0.2)
    pytest.fail(f"JupyterLab did not start:\n{log.read_text(errors='replace')[-3000:]}")


@contextmanager
def _serving(top: Path) -> Iterator[Lab]:
    """Run a JupyterLab server until the caller is done with it."""
    port, token, log = _free_port(), secrets.token_hex(16), top / "server.log"
    lab = Lab(f"http://127.0.0.1:{port}", token, top / "notebooks", top / "home")
    lab.folder.mkdir()
    _write_settings(top / "settings")
    with log.open("wb") as output:
        server = subprocess.Popen(
            _command(port, token, lab.folder), stdout=output, stderr=output, env=_environment(top), cwd=top
        )
    try:
        _wait_until_served(server, lab.address, log)
        yield lab
    finally:
        server.terminate()
        try:
            server.wait(timeout=20)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


@pytest.fixture(scope="session")
def chromium() -> str:
    """Return the path of Chromium; a machine without one skips these tests, except where CI promises it."""
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if found is None and os.environ.get("CI"):
        pytest.fail("No Chromium on this machine: CI has to install it (Debian's package is called chromium).")
    return found or pytest.skip("no Chromium on this machine: install it to run the tests in a browser")


@pytest.fixture(scope="session")
def lab(tmp_path_factory: pytest.TempPathFactory, chromium: str) -> Iterator[Lab]:
    """One JupyterLab server in a folder of its own."""
    with _serving(tmp_path_factory.mktemp("lab")) as served:
        yield served


@pytest.fixture(scope="session")
def chromium_browser(chromium: str) -> Iterator[Browser]:
    """One Chromium for all tests."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=CHROMIUM_OPTIONS)
        yield browser
        browser.close()


def _as_notebook(cells: list[str]) -> nbformat.NotebookNode:
    notebook = nbformat.v4.new_notebook(
        cells=[nbformat.v4.new_code_cell(source, id=f"cell-{number}") for number, source in enumerate(cells)]
    )
    notebook.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
    return notebook


@pytest.fixture
def open_notebook(lab: Lab, chromium_browser: Browser) -> Iterator[Callable[..., NotebookPage]]:
    """Return a function that opens a notebook in a page of its own.

    `open_notebook(path)` copies a notebook file into the server's folder; `open_notebook("name.ipynb", cells=[…])`
    makes one of the given sources. `width` and `height` are the window's, in pixels; `app` is `doc/tree` (JupyterLab) or
    `notebooks` (Notebook 7).
    """
    contexts = []

    def open_it(
        path: str | Path,
        *,
        cells: list[str] | None = None,
        width: int = 1200,
        height: int = 1000,
        app: str = "doc/tree",
    ) -> NotebookPage:
        name = Path(path).name
        if cells is None:
            shutil.copy(path, lab.folder / name)
        else:
            nbformat.write(_as_notebook(cells), lab.folder / name)
        context = chromium_browser.new_context(viewport={"width": width, "height": height}, service_workers="block")
        contexts.append(context)
        notebook = NotebookPage(context.new_page())
        notebook.page.goto(f"{lab.address}/{app}/{name}?token={lab.token}")
        notebook.page.wait_for_selector(".jp-Notebook .jp-Cell", timeout=SECONDS_TO_START * 1000)
        notebook.wait_for_kernel()
        return notebook

    yield open_it
    for context in contexts:
        context.close()
    _stop_kernels(lab)


@pytest.fixture
def lesson(lab, open_notebook, tmp_path):
    """Return a function that opens and runs a notebook with these cells and a record of its own."""
    lay_out(lab.folder)

    def open_and_run(*cells, **options):
        notebook = open_notebook(f"{tmp_path.name}.ipynb", cells=[SETUP % tmp_path, *cells], **options)
        notebook.run_all()
        notebook.page.wait_for_selector(".cc-quiz")
        return notebook

    open_and_run.record = Record(tmp_path / "answers.sqlite3")
    return open_and_run


def _stop_kernels(lab: Lab) -> None:
    """Stop the kernels of a test: the next one starts with an empty machine."""
    headers = {"Authorization": f"token {lab.token}"}
    sessions = urllib.request.Request(f"{lab.address}/api/sessions", headers=headers)
    with urllib.request.urlopen(sessions) as reply:
        found = json.load(reply)
    for session in found:
        stop = urllib.request.Request(f"{lab.address}/api/sessions/{session['id']}", headers=headers, method="DELETE")
        urllib.request.urlopen(stop).close()
