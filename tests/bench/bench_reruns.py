"""Run every lesson three times in a row, strip it each time as the hook does, and compare it byte for byte.

Run with `uv run --group dev python -m tests.bench.bench_reruns` (all lessons) or with numbers behind it (`… 03 09`).
It prints a line per lesson and exits with 1 if a run changed a file.
"""

import sys
import tempfile
import time
from pathlib import Path

from tests.rerun import changed_runs

from caucasus_course.data.loaders import lessons_folder
from caucasus_course.lessons.catalogue import all_lessons

RUNS = 3


def main(numbers):
    """Print how each lesson came out of its runs."""
    lessons = [lesson for lesson in all_lessons(lessons_folder()) if not numbers or lesson.path.name[:2] in numbers]
    failed = 0
    for lesson in lessons:
        started = time.perf_counter()
        with tempfile.TemporaryDirectory() as folder:
            changed = changed_runs(lesson.path, Path(folder), RUNS)
        failed += bool(changed)
        said = f"changed by run {', '.join(map(str, changed))}" if changed else "byte-identical"
        print(f"{lesson.path.stem:<24}{RUNS} runs  {time.perf_counter() - started:6.1f} s  {said}", flush=True)
    print(f"{len(lessons) - failed} of {len(lessons)} lessons unchanged")
    return bool(failed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
