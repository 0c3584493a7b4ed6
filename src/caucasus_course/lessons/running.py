"""Run a lesson from top to bottom in a fresh kernel."""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import nbformat
from jupyter_client.kernelspec import KernelSpec
from jupyter_client.manager import AsyncKernelManager
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

_SECONDS_PER_CELL = 120


class LessonRun(NamedTuple):
    """How a lesson ran: its code cells, the seconds they took, and in words what stopped it (None when nothing did)."""

    cells: int
    seconds: float
    error: str | None


class _ThisPython(AsyncKernelManager):
    """A kernel of the Python that runs the course, whatever kernels the machine has under the name `python3`."""

    @property
    def kernel_spec(self) -> KernelSpec:
        # Errors only: the kernel's notes on its connection would run into the progress bar.
        command = [sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}", "--log-level=40"]
        return KernelSpec(argv=command, display_name="Python of the course", language="python")


def code_cells(path: Path) -> int:
    """Return how many cells of a notebook have code to run; 0 when it cannot be read."""
    try:
        notebook = nbformat.read(path, as_version=4)
    except Exception:
        return 0
    return sum(_has_code(cell) for cell in notebook.cells)


def _has_code(cell: Any) -> bool:
    return cell.cell_type == "code" and bool(cell.source.strip())


def _fresh_environment(home: str) -> dict[str, str]:
    """Return an environment in which a run touches neither the learner's answers nor their IPython profile."""
    return {**os.environ, "CAUCASUS_COURSE_HOME": home, "IPYTHONDIR": os.path.join(home, "ipython")}


def _in_words(error: Exception, number: int, source: str) -> str:
    """Return which cell stopped, at what code, and why."""
    first_line = next((line for line in source.splitlines() if line.strip()), "").strip()
    where = f"Cell {number} ({first_line})"
    if isinstance(error, CellExecutionError):
        return f"{where} stopped with {error.ename}: {error.evalue}"
    if isinstance(error, CellTimeoutError):
        return f"{where} was not done after {_SECONDS_PER_CELL} seconds."
    return f"{where}: the kernel that ran it died. Is there enough memory?"


def run_lesson(path: Path, *, after_cell: Callable[[], object] = lambda: None) -> LessonRun:
    """Run a lesson in its own folder and return how it went; the file itself is not changed.

    Parameters
    ----------
    path : the notebook
    after_cell : called after each code cell, for a progress bar

    """
    started = time.perf_counter()
    try:
        notebook = nbformat.read(path, as_version=4)
    except Exception as error:  # whatever is wrong with the file, the reader needs the same advice
        reason = str(error).splitlines()[0] if str(error) else type(error).__name__
        return LessonRun(0, 0.0, f"The notebook cannot be read: {reason}")
    done, problem = _run_cells(notebook, path.parent, after_cell)
    return LessonRun(done, time.perf_counter() - started, problem)


def _run_cells(notebook: Any, folder: Path, after_cell: Callable[[], object]) -> tuple[int, str | None]:
    started: list[tuple[int, str]] = []

    def note_start(cell: Any, cell_index: int) -> None:
        if _has_code(cell):
            started.append((cell_index + 1, cell.source))

    client = NotebookClient(
        notebook,
        kernel_name="python3",
        kernel_manager_class=_ThisPython,
        timeout=_SECONDS_PER_CELL,
        resources={"metadata": {"path": str(folder)}},
        on_cell_start=note_start,
        on_cell_executed=lambda **_: after_cell(),
    )
    with tempfile.TemporaryDirectory(prefix="caucasus-course-", ignore_cleanup_errors=True) as home:
        try:
            client.execute(env=_fresh_environment(home))
        except (CellExecutionError, CellTimeoutError, DeadKernelError) as error:
            return len(started), _in_words(error, *(started[-1] if started else (1, "")))
        except RuntimeError as error:  # jupyter_client, when the kernel does not come up
            return len(started), f"No kernel could be started: {error}"
    return len(started), None
