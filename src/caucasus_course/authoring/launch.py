"""Write the launch links of the README from the one repository address in pyproject.toml."""

from __future__ import annotations

import re
import sys
import tomllib
from pathlib import Path
from urllib.parse import urlsplit

from caucasus_course.core.errors import CourseError

START = "<!-- launch links: written by `python -m caucasus_course.authoring.launch` -->"
END = "<!-- end of launch links -->"
_FIRST_LESSON = "lessons/00_start_here.ipynb"
_BADGE = "https://mybinder.org/badge_logo.svg"


def repository_address(pyproject: Path) -> str:
    """Return the address of the repository as `pyproject.toml` states it, without a slash at the end."""
    project = tomllib.loads(pyproject.read_text(encoding="utf-8"))["project"]
    address: str = project["urls"]["Repository"].rstrip("/")
    if not re.fullmatch(r"https://github\.com/[\w.-]+/[\w.-]+", address):
        raise CourseError(f"{pyproject}: Repository is {address!r}, expected https://github.com/OWNER/NAME.")
    return address


def binder_address(repository: str) -> str:
    """Return the address that opens the first lesson in JupyterLab on Binder."""
    owner_and_name = urlsplit(repository).path.strip("/")
    return f"https://mybinder.org/v2/gh/{owner_and_name}/HEAD?urlpath=lab/tree/{_FIRST_LESSON}"


def launch_block(repository: str) -> str:
    """Return the Markdown between the README's markers: the badge and the links."""
    binder = binder_address(repository)
    return "\n".join(
        [
            START,
            f"[![Open the course on Binder]({_BADGE})]({binder})",
            "",
            f"[Open the first lesson in your browser]({binder}) ·",
            f"[Repository]({repository}) · [Report an error]({repository}/issues)",
            END,
        ]
    )


def with_launch_block(readme: str, block: str) -> str:
    """Return the README's text with its launch links replaced by `block`."""
    before, start, rest = readme.partition(START)
    _, end, after = rest.partition(END)
    if not (start and end):
        raise CourseError(f"The README lacks its markers: {START} … {END}")
    return before + block + after


def main(root: Path = Path()) -> None:
    """Bring the README of a clone up to date."""
    readme = root / "README.md"
    block = launch_block(repository_address(root / "pyproject.toml"))
    readme.write_text(with_launch_block(readme.read_text(encoding="utf-8"), block), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:2]))
