"""Run a copy of a lesson and save it, strip it as the hook does, and see whether a byte changed."""

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import yaml
from nbclient import NotebookClient

from caucasus_course.lessons.running import _ThisPython

ROOT = Path(__file__).parents[1]


def strip(path):
    """Strip a notebook with the options of the hook."""
    hooks = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))["repos"]
    (entry,) = (hook["entry"] for repository in hooks for hook in repository["hooks"] if hook["id"] == "nbstripout")
    program, *options = shlex.split(entry.removeprefix("uv run --group dev "))
    subprocess.run([sys.executable, "-m", program, *options, str(path)], check=True)


def execute(path, home):
    """Run a notebook and save it with all outputs and times, as `jupyter execute --inplace` does."""
    notebook = nbformat.read(path, as_version=4)
    (home / "ipython").mkdir(parents=True, exist_ok=True)
    environment = {**os.environ, "CAUCASUS_COURSE_HOME": str(home), "IPYTHONDIR": str(home / "ipython")}
    NotebookClient(notebook, kernel_manager_class=_ThisPython, timeout=120).execute(env=environment)
    nbformat.write(notebook, path)


def changed_runs(lesson, folder, runs):
    """Return the numbers of the runs, from 1, after which a lesson is not what it was byte for byte.

    The runs share one record, so that the second finds the answers of the first, as at home.
    """
    copy = Path(shutil.copy(lesson, folder))
    changed = []
    for run in range(1, runs + 1):
        execute(copy, folder / "home")
        if b'"iopub.execute_input"' not in copy.read_bytes():
            raise RuntimeError(f"{lesson.name} was saved without the times of a run; was it run at all?")
        strip(copy)
        if copy.read_bytes() != lesson.read_bytes():
            changed.append(run)
    return changed
