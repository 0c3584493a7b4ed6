"""Time lesson 01 against an empty notebook that only imports pandas, folium and ipywidgets.

Run with `uv run --group dev python tests/bench/bench_lesson.py`; it prints the median of five runs of each, and their ratio.
"""

import statistics
import sys
import tempfile
from pathlib import Path

import nbformat

from caucasus_course.lessons.catalogue import find
from caucasus_course.lessons.running import run_lesson

RUNS = 5
ALLOWED_RATIO = 2.5


def write_empty_notebook(folder: Path) -> Path:
    """Write the notebook to compare with and return its path."""
    cell = nbformat.v4.new_code_cell("import pandas, folium, ipywidgets")
    path = folder / "empty.ipynb"
    nbformat.write(nbformat.v4.new_notebook(cells=[cell]), path)
    return path


def seconds(path: Path) -> float:
    """Return how long one run takes, from the kernel's start to its end."""
    run = run_lesson(path)
    if run.error:
        sys.exit(f"{path.name}: {run.error}")
    return run.seconds


def main() -> None:
    """Run both in turn, so that a busy machine slows both alike, and print the medians."""
    lesson = find("01").path
    with tempfile.TemporaryDirectory() as folder:
        empty = write_empty_notebook(Path(folder))
        pairs = [(seconds(empty), seconds(lesson)) for _ in range(RUNS)]
    base, full = (statistics.median(column) for column in zip(*pairs, strict=True))
    print(f"{'only imports':<22}{base:6.2f} s")
    print(f"{lesson.stem:<22}{full:6.2f} s")
    print(f"{'ratio':<22}{full / base:6.2f}   (allowed: {ALLOWED_RATIO})")
    sys.exit(full / base > ALLOWED_RATIO)


if __name__ == "__main__":
    main()
