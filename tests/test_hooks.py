"""The hooks that format code and strip notebooks before a commit."""

import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from caucasus_course.lessons.catalogue import all_lessons

ROOT = Path(__file__).parents[1]
CONFIGURATION = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
HOOKS = {hook["id"]: hook for repository in CONFIGURATION["repos"] for hook in repository["hooks"]}
LESSONS = all_lessons(ROOT / "lessons")
START = "uv run --group dev "


def test_hooks_are_local():
    """No hook is fetched from elsewhere: all come with the development environment."""
    assert [repository["repo"] for repository in CONFIGURATION["repos"]] == ["local"]
    assert all(hook["entry"].startswith(START) for hook in HOOKS.values())


@pytest.mark.parametrize("hook", HOOKS)
def test_hooks_have_their_program(hook):
    """The program that a hook runs is in the development environment."""
    program = shlex.split(HOOKS[hook]["entry"].removeprefix(START))[0]

    assert shutil.which(program, path=str(Path(sys.executable).parent)), program


def test_lessons_are_stripped(tmp_path):
    """Committed lessons are what the hook would leave: outputs only where tests compare them."""
    copies = [Path(shutil.copy(lesson.path, tmp_path)) for lesson in LESSONS]
    program, *options = shlex.split(HOOKS["nbstripout"]["entry"].removeprefix(START))

    subprocess.run([sys.executable, "-m", program, *options, *map(str, copies)], check=True)

    assert [copy.name for copy in copies if copy.read_bytes() != (ROOT / "lessons" / copy.name).read_bytes()] == []


def test_hook_strips(tmp_path):
    """The hook itself empties an output, and keeps the tagged one and the counts."""
    cell = {"cell_type": "code", "id": "a", "execution_count": 1, "source": "1", "metadata": {}}
    output = {"output_type": "execute_result", "execution_count": 1, "data": {"text/plain": "1"}, "metadata": {}}
    kept = {**cell, "id": "b", "metadata": {"tags": ["keep_output"]}, "outputs": [output]}
    import nbformat

    notebook = nbformat.from_dict(
        {"cells": [{**cell, "outputs": [output]}, kept], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
    )
    path = tmp_path / "a.ipynb"
    nbformat.write(notebook, path)
    program, *options = shlex.split(HOOKS["nbstripout"]["entry"].removeprefix(START))

    subprocess.run([sys.executable, "-m", program, *options, str(path)], check=True)

    first, second = nbformat.read(path, as_version=4).cells
    assert (first.outputs, len(second.outputs)) == ([], 1)
    assert (first.execution_count, second.execution_count) == (1, 1)
