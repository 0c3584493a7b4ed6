"""environment.yml, postBuild and constraints.txt: the same dependencies everywhere."""

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name
from packaging.version import Version
from rattler import MatchSpec

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
ENVIRONMENT = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))
CONDA = [line for line in ENVIRONMENT["dependencies"] if isinstance(line, str)]
PIP = next(line["pip"] for line in ENVIRONMENT["dependencies"] if isinstance(line, dict))
# What environment.yml has beside the course's own dependencies.
TOOLS = {"python", "pip", "hatchling"}


def _requirements(lines):
    return {canonicalize_name(one.name): one.specifier for one in map(Requirement, lines)}


NEEDED = _requirements(PROJECT["project"]["dependencies"])


@pytest.mark.parametrize("line", CONDA)
def test_conda_understands_every_line(line):
    """Each line is a specification that conda's own parser reads; repo2docker would pass on anything."""
    assert MatchSpec(line, strict=True).name is not None


def test_ranges_equal_those_of_pyproject():
    """Conda and pip are asked for the same packages in the same ranges."""
    conda = {name: one for name, one in _requirements(line for line in CONDA if "python=" not in line).items()}

    assert {**{name: one for name, one in conda.items() if name not in TOOLS}, **_requirements(PIP)} == NEEDED


def test_build_tool_equals_that_of_pyproject():
    """The build tool that pyproject.toml asks for is there when postBuild runs."""
    build = _requirements(PROJECT["build-system"]["requires"])

    assert _requirements(line for line in CONDA if line.startswith("hatchling")) == build


def test_python_is_pinned():
    """Python is one version that the course supports: without a pin repo2docker takes an older one."""
    versions = [line.removeprefix("python=") for line in CONDA if line.startswith("python=")]

    assert len(versions) == 1
    assert re.fullmatch(r"3\.\d+", versions[0])
    assert Version(versions[0]) in SpecifierSet(PROJECT["project"]["requires-python"])


def test_conda_forge_only():
    """Packages come from conda-forge, and the course itself is not in the list: postBuild installs it."""
    assert ENVIRONMENT["channels"] == ["conda-forge"]
    assert not [line for line in PIP if line.startswith((".", "-", "/")) or "caucasus" in line]


def test_ranges_have_floor_and_ceiling():
    """Every dependency has a floor, and a ceiling unless its versions are dates."""
    by_date = {"attrs"}
    open_ended = {
        name
        for name, one in NEEDED.items()
        if not {">=", "<"} <= {part.operator for part in one} and name not in by_date
    }

    assert open_ended == set()


def test_post_build_can_run():
    """The script postBuild is executable and installs the course without its dependencies, which are there already."""
    script = ROOT / "postBuild"

    assert os.name == "nt" or os.access(script, os.X_OK)
    assert script.read_bytes().startswith(b"#!/bin/bash\n")
    assert "pip install --no-deps --no-build-isolation ." in script.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def recipe():
    """Return the recipe that Binder would build from, written without building and without the network."""
    done = subprocess.run(
        [sys.executable, "-m", "repo2docker", "--no-build", "--debug", str(ROOT)], capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout + done.stderr


def test_binder_takes_our_files(recipe):
    """Binder builds with environment.yml in our Python and runs postBuild."""
    python = next(line.removeprefix("python=") for line in CONDA if line.startswith("python="))

    assert f"Building conda environment for python={python}" in recipe
    assert '--file "environment.yml"' in recipe
    assert "RUN ./postBuild" in recipe
    assert "Python version unspecified" not in recipe


def test_constraints_name_no_host():
    """constraints.txt holds names and versions only, and so works with any package index."""
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()

    assert [line for line in lines if not re.match(r"[a-z0-9][a-z0-9._-]*==[0-9][\w.!+]*( ; .+)?$", line)] == []
    assert not [line for line in lines if "//" in line or "@" in line]


def test_constraints_are_within_the_ranges():
    """Every dependency is constrained to a version that pyproject.toml allows."""
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pinned = {}
    for line in map(Requirement, lines):
        version = next(iter(line.specifier)).version
        pinned.setdefault(canonicalize_name(line.name), []).append(version)
    extras = [line for lines in PROJECT["project"]["optional-dependencies"].values() for line in lines]

    for name, allowed in {**_requirements(extras), **NEEDED}.items():
        assert pinned.get(name), f"{name} is not in constraints.txt"
        assert all(Version(version) in allowed for version in pinned[name]), name
