"""The launch links of the README."""

import re

import pytest

from caucasus_course.authoring.launch import END, START, launch_block, main, repository_address, with_launch_block
from caucasus_course.core.errors import CourseError

_REPOSITORY = "https://github.com/someone/some.course"


def _write_pyproject(folder, address):
    path = folder / "pyproject.toml"
    path.write_text(f'[project]\nname = "x"\n[project.urls]\nRepository = "{address}"\n')
    return path


def test_every_link_follows_the_repository():
    """All links of the block lead to the one repository, and the badge opens lesson 00 in JupyterLab."""
    links = re.findall(r"\]\((.*?)\)", launch_block(_REPOSITORY))
    binder = "https://mybinder.org/v2/gh/someone/some.course/HEAD?urlpath=lab/tree/lessons/00_start_here.ipynb"

    assert links == ["https://mybinder.org/badge_logo.svg", binder, binder, _REPOSITORY, f"{_REPOSITORY}/issues"]


def test_address_is_read_from_pyproject(tmp_path):
    """The address is the one in pyproject.toml, with or without a slash at the end."""
    assert repository_address(_write_pyproject(tmp_path, f"{_REPOSITORY}/")) == _REPOSITORY


@pytest.mark.parametrize("address", ["http://github.com/a/b", "https://github.com/a", "https://example.org/a/b"])
def test_address_of_another_form(tmp_path, address):
    """An address that Binder's links cannot be made of is named."""
    with pytest.raises(CourseError, match="expected https://github"):
        repository_address(_write_pyproject(tmp_path, address))


def test_only_the_block_is_replaced():
    """The text around the markers stays."""
    assert with_launch_block(f"before\n{START}\nold\n{END}\nafter", "new") == "before\nnew\nafter"


@pytest.mark.parametrize("readme", ["", START, END])
def test_missing_marker(readme):
    """A README without its markers is said, not overwritten."""
    with pytest.raises(CourseError, match="lacks its markers"):
        with_launch_block(readme, "new")


def test_rewriting_twice_changes_nothing(tmp_path):
    """Bringing the README up to date a second time leaves it as it is."""
    _write_pyproject(tmp_path, _REPOSITORY)
    (tmp_path / "README.md").write_text(f"# Title — Խանքենդի\n\n{START}\n{END}\n", encoding="utf-8")
    main(tmp_path)
    first = (tmp_path / "README.md").read_bytes()

    main(tmp_path)

    assert (tmp_path / "README.md").read_bytes() == first
    assert launch_block(_REPOSITORY) in first.decode()
