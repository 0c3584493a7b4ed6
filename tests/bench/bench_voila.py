"""Open a lesson in Voilà and answer its quiz by keyboard; the answer must be there when the page is loaded anew.

Run with `uv run --group dev --with "voila>=0.5.8,<0.6" python tests/bench/bench_voila.py`; it prints the seconds to each step and
exits 1 when something fails. Voilà is not among the tests' dependencies: its extension would be loaded into every other
page of JupyterLab. Its own page asks a font of icons from outside; that is refused, and not counted.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

import anywidget
from playwright.sync_api import sync_playwright
from tests.browser.conftest import CHROMIUM_OPTIONS, SECONDS_TO_START, NotebookPage, _environment, _free_port
from tests.browser.quiz_pages import tab_to

from caucasus_course.learner.record import Record

LESSON = Path(__file__).parents[2] / "lessons/01_land_roads_names.ipynb"
ICONS = "https://cdn.jsdelivr.net/npm/@fortawesome/"
# `uv run --group dev --with` puts Voilà into an environment of its own, which does not see the extensions of this one.
EXTENSIONS = Path(anywidget.__file__).parents[4] / "share/jupyter/labextensions"


def _wait_until_served(address: str) -> None:
    give_up = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < give_up:
        try:
            urllib.request.urlopen(f"{address}/voila/static/none", timeout=2).close()
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.2)
    sys.exit("Voilà did not start.")


def _try_out(address: str, record: Record) -> list[str]:
    """Return what went wrong on the page."""
    started = time.monotonic()

    def say(what: str) -> None:
        print(f"{time.monotonic() - started:>5.1f} s  {what}", flush=True)

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=CHROMIUM_OPTIONS)
        notebook = NotebookPage(browser.new_page(viewport={"width": 1200, "height": 1000}))
        page = notebook.page
        page.goto(address, timeout=120_000)
        page.locator(".cc-question").first.wait_for(timeout=90_000)
        page.locator("figure iframe").first.wait_for(state="attached")
        say("quizzes and maps are shown")
        page.locator(".cc-question").first.locator("xpath=..").locator(".cc-title").click()  # Tab goes on from there
        tab_to(page, value="a")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        page.locator(".cc-word").first.wait_for()
        say(f"the answer is marked: {page.locator('.cc-word strong').first.inner_text()}")
        page.reload(timeout=120_000)
        page.locator(".cc-word").first.wait_for(timeout=90_000)
        say("the answer is there when the page is loaded anew")
        browser.close()
    kept = [(entry.item_id, entry.value) for entry in record.history(kind="quiz")]
    outside = [request for request in notebook.outside_requests if not request.startswith(ICONS)]
    return [*([] if len(kept) == 1 else [f"kept: {kept}"]), *(f"asked {request}" for request in outside)]


def main() -> None:
    """Serve the lesson, try it out, and say what is wrong."""
    with tempfile.TemporaryDirectory() as folder:
        port, top = _free_port(), Path(folder)
        shutil.copy(LESSON, top)
        command = [
            sys.executable, "-m", "voila", LESSON.name, "--no-browser", f"--port={port}", "--token=", "--Voila.ip=127.0.0.1",
            f"--VoilaConfiguration.extra_labextensions_path={EXTENSIONS}",
        ]  # fmt: skip
        silent = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        server = subprocess.Popen(command, cwd=top, env=os.environ | _environment(top), **silent)
        try:
            _wait_until_served(f"http://127.0.0.1:{port}")
            wrong = _try_out(f"http://127.0.0.1:{port}/", Record(top / "home/answers.sqlite3"))
        finally:
            server.terminate()
            server.wait()
    print("\n".join(wrong) or "Lesson 01 works in Voilà.")
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()
