"""A model of power cuts: what a disk has when everything that was not synced is lost.

A process that keeps answers is watched by strace. Every write, truncation, creation, deletion and sync in its folder is
logged in order, with the moments when it said that an answer is kept. A cut after any of them is then played: a file has
what was synced by fsync or fdatasync, a folder has the names that were there when it was last synced. With `luck`, each
unsynced change survives by chance, in its order, as on a disk that had begun to write.

It models the file system's promises (POSIX), not a disk that lies about syncing, nor torn writes within one call.
"""

import random
import re
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

CALLS = "openat,pwrite64,write,ftruncate,fsync,fdatasync,unlink,rename"
_CALL = re.compile(r"^(?:\d+\s+)?(\w+)\((.*)\)\s+= (-?\d+)")
_FD = re.compile(r"^(\d+)<([^>]*)>")
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')

KEEPER = """
import sys
from caucasus_course.learner.record import Record
record = Record(sys.argv[1])
for number in range(int(sys.argv[2])):
    record.keep(lesson="01", item_id="q1", kind="quiz", value={"answer": "x" * (number % 97), "number": number})
    print(f"kept {number}", flush=True)
"""


class Event(NamedTuple):
    """One thing that happened: `what` is create, write, cut, sync, delete or kept."""

    what: str
    path: str
    data: bytes = b""
    at: int = 0


def _bytes(text: str) -> bytes:
    return bytes.fromhex(text.replace("\\x", ""))


def _event(line: str) -> Event | None:
    match = _CALL.match(line)
    if match is None or int(match[3]) < 0:
        return None
    call, arguments, result = match[1], match[2], int(match[3])
    descriptor, texts = _FD.match(arguments), _TEXT.findall(arguments)
    path = (
        _bytes(descriptor[2]).decode()
        if descriptor and "\\x" in descriptor[2]
        else (descriptor[2] if descriptor else "")
    )
    if call == "openat":
        opened = _bytes(texts[0]).decode()
        return Event("create", opened) if "O_CREAT" in arguments else None
    if call == "unlink":
        return Event("delete", _bytes(texts[0]).decode())
    if call in ("fsync", "fdatasync"):
        return Event("sync", path)
    if call == "ftruncate":
        return Event("cut", path, at=int(arguments.rsplit(",", 1)[1]))
    if call == "pwrite64":
        return Event("write", path, _bytes(texts[0])[:result], int(arguments.rsplit(",", 1)[1]))
    if call == "write" and descriptor and descriptor[1] == "1":
        return Event("kept", "", _bytes(texts[0]))
    if call == "write":
        raise AssertionError(f"a write that the model does not know: {line[:200]}")
    raise AssertionError(f"a call that the model does not know: {line[:200]}")


# What a store would be that does not sync: a model that lost nothing of it would prove nothing.
CARELESS = """
import sqlite3
from caucasus_course.learner import store as file
class Careless(sqlite3.Connection):
    def execute(self, statement, *rest):
        return super().execute(statement.replace("synchronous = EXTRA", "synchronous = OFF"), *rest)
real = sqlite3.connect
file.sqlite3.connect = lambda *given, **options: real(*given, factory=Careless, **options)
"""


def watch(folder: Path, count: int, *, is_careless: bool = False) -> list[Event]:
    """Return what happens in a folder while a process keeps answers there."""
    log = folder.parent / "strace.log"
    command = ["strace", "-f", "-y", "-xx", "-s", "70000", "-o", str(log), "-e", f"trace={CALLS}"]
    keeper = [
        sys.executable,
        "-c",
        (CARELESS if is_careless else "") + KEEPER,
        str(folder / "answers.sqlite3"),
        str(count),
    ]
    subprocess.run([*command, *keeper], check=True, stdout=subprocess.DEVNULL)
    plain, hidden = str(folder), "".join(f"\\x{letter:02x}" for letter in str(folder).encode())
    kept = "".join(f"\\x{letter:02x}" for letter in b"kept ")
    lines = [line for line in log.read_text().splitlines() if plain in line or hidden in line or f'"{kept}' in line]
    return [event for line in lines if (event := _event(line)) is not None]


def after_cut(events: list[Event], folder: Path, *, luck: random.Random | None = None) -> dict[str, bytes]:
    """Return the files that a folder has after a cut at the end of these events."""
    files: dict[int, bytes] = {}  # what is on the disk, by file and not by name: a name may be used again
    loose: dict[int, list[Event]] = {}  # what was written to a file since its last sync
    names: dict[str, int] = {}
    synced_names: dict[str, int] = {}
    name_changes: list[tuple[str, int | None]] = []
    for event in events:
        if event.what == "create" and event.path not in names:
            names[event.path] = len(files)
            name_changes.append((event.path, len(files)))
            files[len(files)] = b""
        elif event.what == "delete":
            names.pop(event.path)
            name_changes.append((event.path, None))
        elif event.what in ("write", "cut"):
            loose.setdefault(names[event.path], []).append(event)
        elif event.what == "sync" and event.path == str(folder):
            synced_names, name_changes = dict(names), []
        elif event.what == "sync":
            file = names[event.path]
            files[file] = _applied(files[file], loose.pop(file, []))
    return _survivors(files, loose, synced_names, name_changes, luck)


def _survivors(files, loose, synced_names, name_changes, luck):
    names = dict(synced_names)
    for path, file in name_changes:
        if luck and luck.random() < 0.5:
            if file is None:
                names.pop(path, None)
            else:
                names[path] = file
    kept = {file: [each for each in loose.get(file, []) if luck and luck.random() < 0.5] for file in names.values()}
    return {path: _applied(files[file], kept[file]) for path, file in names.items()}


def _applied(content: bytes, changes: list[Event]) -> bytes:
    whole = bytearray(content)
    for change in changes:
        if change.what == "cut":
            del whole[change.at :]
            whole.extend(b"\0" * (change.at - len(whole)))
        else:
            whole.extend(b"\0" * (change.at - len(whole)))
            whole[change.at : change.at + len(change.data)] = change.data
    return bytes(whole)


def lost_after_cut(events: list[Event], folder: Path, new: Path, *, luck: random.Random | None = None) -> set[int]:
    """Play a cut into a new folder and return the answers that were said to be kept and are not there."""
    from caucasus_course.learner.record import Record

    promised = {int(number) for event in events if event.what == "kept" for number in event.data.split()[1::2]}
    new.mkdir()
    for path, content in after_cut(events, folder, luck=luck).items():
        (new / Path(path).name).write_bytes(content)
    record = Record(new / "answers.sqlite3")
    record.keep(lesson="01", item_id="q1", kind="quiz", value={"answer": "after", "number": -1})
    assert record.notices == (), record.notices
    return promised - {entry.value["number"] for entry in record.history()}
