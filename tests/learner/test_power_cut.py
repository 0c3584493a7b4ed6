"""An answer that was said to be kept survives a power cut at any moment, as far as the model of `power_cut.py` goes."""

import random
import shutil

import pytest

from tests.power_cut import Event, after_cut, lost_after_cut, watch


def test_the_model_loses_what_was_not_synced(tmp_path):
    """A write is there after its file and its name were synced, and not before; a name that was deleted comes back."""
    file = str(tmp_path / "a")
    events = [Event("create", file), Event("write", file, b"one"), Event("sync", file), Event("sync", str(tmp_path)),
              Event("write", file, b"two"), Event("delete", file)]  # fmt: skip

    assert after_cut(events[:3], tmp_path) == {}
    assert after_cut(events[:4], tmp_path) == {file: b"one"}
    assert after_cut(events, tmp_path) == {file: b"one"}
    assert after_cut([*events, Event("sync", str(tmp_path))], tmp_path) == {}


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not here to watch what is written and synced")
def test_no_kept_answer_is_lost_in_forty_power_cuts(tmp_path):
    """Half of the cuts drop all that was not synced, half a part of it by chance."""
    folder = tmp_path / "home"
    events = watch(folder, 12)
    chance = random.Random(7)
    for number in range(40):
        end = chance.randrange(1, len(events) + 1)
        lost = lost_after_cut(events[:end], folder, tmp_path / f"cut-{number}", luck=chance if number % 2 else None)
        assert lost == set()
    assert sum(event.what == "kept" for event in events) == 12


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not here to watch what is written and synced")
def test_a_store_that_does_not_sync_would_be_found_out(tmp_path):
    """The same cuts lose answers of a store with synchronous=OFF."""
    folder = tmp_path / "home"
    events = watch(folder, 12, is_careless=True)

    assert after_cut(events, folder) == {}
    assert any(event.what == "write" for event in events)
