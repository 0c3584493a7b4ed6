"""A notebook of every display gives the same output each time it is run, to nbval at its strictest."""

import os
import re
import subprocess
import sys

import nbformat
import pytest
from nbclient import NotebookClient

import caucasus_course

CELLS = [
    "from caucasus_course import *",
    "load('lessons').lesson_id.tolist()",
    "layer('oblast')['features'][0]['properties']['id']",
    "holder('shusha', '1994-05-12')",
    "holders(['shusha', 'lachin'], '1994-05-12')",
    "rows('places', where={'place_id': ['shusha', 'lachin']}, columns=['name_en', 'name_az'])",
    "share('referendum-1991-yes-108615', of='referendum-1991-ballots-108736')",
    "claim('nkao-armenian-share-1989')",
    "map_places(load('places'), only=['goris', 'shusha'])",
    "map_routes(layer('roads'), at='2022-08-30')",
    "map_control(load('control'), at='1994-05-12')",
    "map_movements(load('movements'), load('claims'))",
    "map_compare(map_control(load('control'), at='1994-05-12', dates=['1994-05-12']),\n"
    "    map_control(load('control'), at='2020-12-02', dates=['2020-12-02']))",
    "map_predict(layer('rayons'), ['lachin-district'], question='Where?', told='There.', only=['lachin-district'])",
    "chart_claims(load('claims'), topic='khojaly-1992')",
    "chart_series(load('arrivals'))",
    "timeline(load('events'), start='1988-02-13', end='1992-01-06', category='legal')",
    "header('01')",
    "quiz('01')",
    "reflect('01-every-display', 'What do you think?')",
    "recall('01-every-display')",
    "excerpt('un-822-forces')",
    "excerpt('orig-08-decree-2023', is_open=True)",
    "compare('depot-explosion-2023')",
    "drift('un-822')",
    "perspectives('2023-04-hakari-checkpoint')",
    "who_said('01')",
    "passport()",
    "portfolio()",
    "self_check()",
]


@pytest.fixture
def notebooks(tmp_path, monkeypatch):
    """Three copies of the notebook with the outputs of one run, and an empty record."""
    monkeypatch.setenv("CAUCASUS_COURSE_HOME", str(tmp_path / "home"))
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in CELLS])
    NotebookClient(notebook, timeout=60).execute()
    paths = [tmp_path / f"run_{number}.ipynb" for number in (1, 2, 3)]
    for path in paths:
        nbformat.write(notebook, path)
    return paths


def test_every_public_word_stands_in_the_notebook():
    """A new display cannot be forgotten here."""
    used = set(re.findall(r"\w+(?=\()", " ".join(CELLS)))

    assert set(caucasus_course.__all__) <= used


def test_three_runs_give_every_output_again(notebooks):
    """HTML, text and pictures are compared, without a sanitize file; a widget's random id alone is left out by nbval."""
    run = [
        sys.executable,
        "-m",
        "pytest",
        "--nbval",
        "-p",
        "no:cacheprovider",
        "-p",
        "no:xdist",
        "-q",
        *map(str, notebooks),
    ]
    done = subprocess.run(run, cwd=notebooks[0].parent, env=os.environ, capture_output=True, text=True, timeout=300)

    assert done.returncode == 0, done.stdout[-3000:]
    assert f"{3 * len(CELLS)} passed" in done.stdout
