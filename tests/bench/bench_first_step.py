"""Time a newcomer's first step: a fresh clone, a fresh environment, the README's command, until lesson 00 can be read.

Run with `uv run --group dev python tests/bench/bench_first_step.py [REVISION] [ROUNDS]`: it does the same with an older
revision in turn (bd324c4, where the first step still installed every developer's tool), and prints the seconds of both,
their ratio, packages and megabytes. Packages come from uv's own store where they are there already: a first download is
not timed, so the ratio leaves out what would favour the smaller installation further.
"""

import os
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from playwright.sync_api import sync_playwright
from tests.browser.conftest import CHROMIUM_OPTIONS, _free_port

ROOT = Path(__file__).parents[2]
PATIENCE_SECONDS = 300


def _clone(revision: str, folder: Path) -> Path:
    subprocess.run(["git", "clone", "--quiet", "--no-local", str(ROOT), str(folder)], check=True)
    subprocess.run(["git", "-C", str(folder), "checkout", "--quiet", revision], check=True)
    return folder


def _environment(home: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("VIRTUAL_ENV", "UV_", "JUPYTER"))}
    store = subprocess.run(["uv", "cache", "dir"], capture_output=True, text=True, check=True).stdout.strip()
    return kept | {"HOME": str(home), "UV_CACHE_DIR": store, "CAUCASUS_COURSE_HOME": str(home / "record")}


def _seconds_until_read(clone: Path, home: Path) -> float:
    """Return the seconds from the command to the first section of lesson 00 on the screen."""
    port = _free_port()
    command = [
        "uv",
        "run",
        "caucasus-course",
        "lab",
        "--no-browser",
        "--port",
        str(port),
        "--",
        "--IdentityProvider.token=t",
    ]
    started = time.monotonic()
    server = subprocess.Popen(
        command, cwd=clone, env=_environment(home), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        start_new_session=True,
    )  # fmt: skip
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=CHROMIUM_OPTIONS)
            page = browser.new_page()
            while time.monotonic() < started + PATIENCE_SECONDS:
                try:
                    page.goto(f"http://127.0.0.1:{port}/lab/tree/00_start_here.ipynb?token=t", timeout=60_000)
                    page.locator(".jp-MarkdownOutput h1, .jp-MarkdownOutput h2").first.wait_for(timeout=60_000)
                    return time.monotonic() - started
                except Exception:
                    time.sleep(0.2)
            sys.exit(f"Lesson 00 was not to be read within {PATIENCE_SECONDS} seconds.")
    finally:
        os.killpg(server.pid, signal.SIGKILL)  # a terminated JupyterLab waits for its kernels
        server.wait(30)


def _size(clone: Path) -> tuple[int, float]:
    site = next((clone / ".venv/lib").glob("python*/site-packages"))
    total = sum(path.lstat().st_size for path in (clone / ".venv").rglob("*") if path.is_file())
    return len(list(site.glob("*.dist-info"))), total / 1e6


def main(older: str = "bd324c4", rounds: str = "2") -> None:
    """Print what the first step takes now and took then."""
    seconds: dict[str, list[float]] = {"HEAD": [], older: []}
    with tempfile.TemporaryDirectory() as folder:
        for number in range(int(rounds)):
            for revision in seconds if number % 2 == 0 else reversed(seconds):
                clone = _clone(revision, Path(folder) / f"{revision}-{number}")
                seconds[revision].append(_seconds_until_read(clone, Path(folder)))
                packages, megabytes = _size(clone)
                print(
                    f"{revision:8} {seconds[revision][-1]:6.1f} s  {packages} packages  {megabytes:.0f} MB", flush=True
                )
                shutil.rmtree(clone)
    now, then = (statistics.median(each) for each in seconds.values())
    print(f"ratio {now / then:.2f} (at most 0.6)")


if __name__ == "__main__":
    main(*sys.argv[1:])
