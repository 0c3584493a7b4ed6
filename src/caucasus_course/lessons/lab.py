"""Open JupyterLab on the first lesson, without a word to the network."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from caucasus_course.lessons.catalogue import all_lessons

# Releases, news and extensions: each would ask a host outside when JupyterLab opens.
_STAY_OFFLINE = (
    "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
    "--LabApp.news_url=None",
    "--LabApp.extension_manager=readonly",
)


def first_page(folder: Path) -> str:
    """Return the address, within JupyterLab, of the first lesson of a folder."""
    lessons = all_lessons(folder)
    return f"/lab/tree/{lessons[0].path.name}" if lessons else "/lab"


def lab_arguments(
    folder: Path,
    *,
    browser: bool = True,
    port: int | None = None,
    ip: str | None = None,
    extra: Iterable[str] = (),
) -> list[str]:
    """Return the options that JupyterLab starts with; `extra` comes last and so has the last word."""
    arguments = [f"--ServerApp.root_dir={folder}", f"--LabApp.default_url={first_page(folder)}", *_STAY_OFFLINE]
    if not browser:
        arguments.append("--ServerApp.open_browser=False")
    if port is not None:
        arguments.append(f"--ServerApp.port={port}")
    if ip is not None:
        arguments.append(f"--ServerApp.ip={ip}")
    if _is_root():
        arguments.append("--ServerApp.allow_root=True")
    return [*arguments, *extra]


def _is_root() -> bool:
    """Say whether we run as root: in a container often the only user, and JupyterLab would refuse to start."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def open_lab(arguments: list[str]) -> None:
    """Run JupyterLab in this process until it is stopped, so that Ctrl+C reaches it and nothing outlives it."""
    from jupyterlab.labapp import LabApp

    LabApp.launch_instance(arguments)
