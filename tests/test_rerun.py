"""A lesson that was run and stripped is the file that it was. All lessons, three runs each: bench/bench_reruns.py."""

import json

import pytest

from caucasus_course.lessons.catalogue import find
from tests import rerun


def test_a_run_that_leaves_another_output_is_found(tmp_path, monkeypatch):
    """A kept output that changes is told with the number of its run."""
    lesson = find("00").path

    def pretend_to_run(path, home):
        notebook = json.loads(path.read_text(encoding="utf-8"))
        for cell in notebook["cells"]:
            if cell["cell_type"] == "code":
                cell["metadata"]["execution"] = {"iopub.execute_input": "2026-01-01"}
        kept = next(cell for cell in notebook["cells"] if cell.get("outputs"))
        kept["outputs"][0]["text"] = ["other"]
        path.write_text(json.dumps(notebook, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")

    monkeypatch.setattr(rerun, "execute", pretend_to_run)

    assert rerun.changed_runs(lesson, tmp_path, 1) == [1]


def test_a_run_that_never_happened_is_found(tmp_path, monkeypatch):
    """A tool that does nothing leaves the file as it was too."""
    monkeypatch.setattr(rerun, "execute", lambda path, home: None)

    with pytest.raises(RuntimeError, match="run at all"):
        rerun.changed_runs(find("00").path, tmp_path, 1)


def test_lesson_00_stays_as_it_is(tmp_path):
    """Maps, quizzes, timing and the Python version leave no trace."""
    assert rerun.changed_runs(find("00").path, tmp_path, 1) == []
