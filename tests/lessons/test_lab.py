"""Opening JupyterLab."""

import json
import os
import re
import socket
import subprocess
import sys
import time
import urllib.request

import pytest

from caucasus_course.lessons import lab
from caucasus_course.lessons.lab import first_page, lab_arguments


@pytest.fixture
def folder(tmp_path):
    """Return a folder with two lessons."""
    for name in ("01_land.ipynb", "00_start_here.ipynb"):
        (tmp_path / name).write_text('{"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}')
    return tmp_path


def test_first_page(folder, tmp_path_factory):
    """JupyterLab opens on the first lesson, or on itself where there is none."""
    assert first_page(folder) == "/lab/tree/00_start_here.ipynb"
    assert first_page(tmp_path_factory.mktemp("empty")) == "/lab"


def test_options_pass_through(folder):
    """Browser, port and address reach JupyterLab, and what stands after -- comes last."""
    arguments = lab_arguments(folder, browser=False, port=0, ip="0.0.0.0", extra=["--debug"])

    assert {"--ServerApp.open_browser=False", "--ServerApp.port=0", "--ServerApp.ip=0.0.0.0"} <= set(arguments)
    assert arguments[-1] == "--debug"


def test_defaults_are_jupyters(folder):
    """Without options, port, address and browser are left to JupyterLab."""
    assert not [one for one in lab_arguments(folder) if re.search("port|ip=|browser", one)]


@pytest.mark.parametrize("is_root", [True, False])
def test_root_is_let_in(folder, monkeypatch, is_root):
    """Only root, in a container often the one user, gets the option without which JupyterLab refuses root."""
    monkeypatch.setattr(lab, "_is_root", lambda: is_root)

    assert ("--ServerApp.allow_root=True" in lab_arguments(folder)) is is_root


def _page_settings(address):
    with urllib.request.urlopen(address, timeout=10) as page:
        text = page.read().decode()
    return json.loads(re.search(r'id="jupyter-config-data"[^>]*>(.*?)</script>', text, re.DOTALL)[1])


@pytest.fixture
def server(folder, tmp_path_factory):
    """Give the address of a JupyterLab that the course started."""
    home = tmp_path_factory.mktemp("home")
    places = {f"JUPYTER_{kind}_DIR": str(home / kind) for kind in ("CONFIG", "DATA", "RUNTIME")}
    start = (
        "import sys; from pathlib import Path; from caucasus_course.lessons import lab; "
        "lab.open_lab(lab.lab_arguments(Path(sys.argv[1]), browser=False, port=0))"
    )
    with subprocess.Popen(
        [sys.executable, "-c", start, str(folder)], env={**os.environ, **places}, stderr=subprocess.DEVNULL
    ) as process:
        try:
            yield _wait_for_address(home / "RUNTIME", process)
        finally:
            process.terminate()


def _is_listening(port):
    """Say whether somebody answers: the server's file is written a moment before."""
    with socket.socket() as door:
        return door.connect_ex(("127.0.0.1", port)) == 0


def _wait_for_address(runtime, process):
    for _ in range(300):
        for found in runtime.glob("jpserver-*.json"):
            if (text := found.read_text()) and _is_listening((server := json.loads(text))["port"]):
                return f"{server['url']}lab/tree/00_start_here.ipynb?token={server['token']}"
        assert process.poll() is None, "JupyterLab stopped"
        time.sleep(0.1)
    raise AssertionError("JupyterLab did not start within 30 seconds")


def test_lab_asks_nobody(server):
    """JupyterLab serves lesson 00, without news, extension shop or question for newer releases."""
    settings = _page_settings(server)

    assert settings["treePath"] == "00_start_here.ipynb"
    assert settings["news"] == {"disabled": True}
    assert settings["extensionManager"]["can_install"] is False
    update = server.replace("lab/tree/00_start_here.ipynb", "lab/api/update")
    with urllib.request.urlopen(update, timeout=10) as answer:
        assert json.load(answer) == {"notification": None}
