"""Copy the lessons with their pages to a learner's folder and never overwrite what the learner changed."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable
from importlib.metadata import version as installed_version
from pathlib import Path
from typing import Literal, NamedTuple

from caucasus_course.core.errors import CourseError
from caucasus_course.data.loaders import lessons_folder
from caucasus_course.lessons.catalogue import all_lessons, all_pages

MANIFEST = ".caucasus-course.json"

# What we know of one lesson there: the checksum we copied, and the one we last laid beside an edited lesson.
Record = dict[Literal["copied", "offered"], str]


class CopyReport(NamedTuple):
    """What a copy did, by file name; `beside` leads from an edited lesson to the new one laid next to it."""

    folder: Path
    copied: list[str]
    replaced: list[str]
    beside: dict[str, str]
    is_manifest_damaged: bool

    def __str__(self) -> str:
        """Return the report as sentences for the learner."""
        return "\n".join(self._sentences())

    def _sentences(self) -> Iterable[str]:
        if self.is_manifest_damaged:
            yield f"{MANIFEST} could not be read, so every lesson there counts as yours and stays as it is."
        if self.copied:
            yield f"Copied to {self.folder}: {', '.join(self.copied)}."
        if self.replaced:
            yield f"Brought up to date (you had not changed them): {', '.join(self.replaced)}."
        for lesson, new in self.beside.items():
            yield f"{lesson} has your changes and stays as it is. The course's new version lies beside it as {new}."
        if not (self.copied or self.replaced or self.beside):
            yield f"The lessons in {self.folder} are up to date."


def _checksum(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _read_manifest(path: Path) -> dict[str, Record] | None:
    """Return what we know of each lesson; nothing when there is no manifest, None when it is damaged."""
    if not path.exists():
        return {}
    try:
        lessons = json.loads(path.read_text(encoding="utf-8"))["lessons"]
        return {str(name): {key: str(record[key]) for key in record} for name, record in lessons.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _write(path: Path, content: bytes) -> None:
    """Write a file whole or not at all."""
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(exist_ok=True)
        with part.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError as error:
        raise CourseError(f"{path} could not be written: {error.strerror}.") from None
    finally:
        part.unlink(missing_ok=True)


def _what_to_do(new: str, present: str | None, record: Record) -> Literal["copy", "keep", "replace", "lay beside"]:
    """Decide from three checksums: the course's, the one that lies there, the one we put there."""
    if present is None:
        return "copy"
    if present == new:
        return "keep"
    if present == record.get("copied"):
        return "replace"
    return "keep" if new in record.values() else "lay beside"


def _name_beside(path: Path, content: bytes, version: str) -> Path:
    """Return the first free name such as `01_land.v0.2.0.ipynb`, or the one that already holds this content."""
    number = 1
    while True:
        counter = "" if number == 1 else f"-{number}"
        beside = path.with_name(f"{path.stem}.v{version}{counter}{path.suffix}")
        if not os.path.lexists(beside) or (beside.is_file() and beside.read_bytes() == content):
            return beside
        number += 1


def _refuse_odd_places(folder: Path, source: Path, names: Iterable[str]) -> None:
    """Say what stands in the way before anything is written."""
    if folder.is_symlink():
        raise CourseError(f"{folder} is a link to another place. Name the folder itself.")
    if folder.exists() and not folder.is_dir():
        raise CourseError(f"{folder} is a file, not a folder. Name another folder for the lessons.")
    if source.resolve() in (folder.resolve(), *folder.resolve().parents):
        raise CourseError(f"{folder} is the course's own folder. Name another folder for your copy of the lessons.")
    paths = [folder / name for name in names]
    for parent in {path.parent for path in paths} - {folder}:
        if parent.is_symlink() or (parent.exists() and not parent.is_dir()):
            raise CourseError(f"{parent} is a link or a file where a folder should be. Move it away and try again.")
    for path in paths:
        if path.is_symlink() or (path.exists() and not path.is_file()):
            raise CourseError(f"{path} is a link or a folder where a file should be. Move it away and try again.")


def _make_writable_folder(folder: Path) -> None:
    probe = folder / f".caucasus-course.{os.getpid()}.part"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe.touch(exist_ok=False)
        probe.unlink()
    except OSError as error:
        raise CourseError(
            f"The lessons cannot be written to {folder}: {error.strerror}. Nothing was copied; "
            "name another folder, for example with --folder."
        ) from None


def _released(source: Path) -> dict[str, bytes]:
    """Return what students get, by its name within the folder: the lessons and the pages, not the teaching notes."""
    paths = [*(lesson.path for lesson in all_lessons(source)), *all_pages(source)]
    return {path.relative_to(source).as_posix(): path.read_bytes() for path in paths}


def copy_lessons(target: Path, *, source: Path | None = None, version: str | None = None) -> CopyReport:
    """Copy lessons and pages and return what was done; what the learner changed is never written over.

    Parameters
    ----------
    target : the learner's folder; it is made when it is not there
    source : where the lessons come from, if not the course
    version : what to call the course's version in file names, if not the installed one

    Raises
    ------
    CourseError : the folder cannot take the lessons; said before anything is copied

    """
    source = source or lessons_folder()
    version = version or installed_version("caucasus-course")
    folder = Path(target).expanduser()
    lessons = _released(source)
    _refuse_odd_places(folder, source, [*lessons, MANIFEST])
    _make_writable_folder(folder)
    known = _read_manifest(folder / MANIFEST)
    report = CopyReport(folder, [], [], {}, known is None)
    records = {
        name: _place(name, new, dict((known or {}).get(name, {})), version, report) for name, new in lessons.items()
    }
    content = {"version": version, "lessons": {**(known or {}), **records}}
    _write(folder / MANIFEST, json.dumps(content, indent=1).encode())
    return report


def _place(name: str, content: bytes, record: Record, version: str, report: CopyReport) -> Record:
    """Bring one file to the folder, note it in the report, return what we know of it from now on."""
    path = report.folder / name
    new = _checksum(content)
    present = _checksum(path.read_bytes()) if path.exists() else None
    action = _what_to_do(new, present, record)
    if action == "lay beside":
        beside = _name_beside(path, content, version)
        if not beside.exists():
            _write(beside, content)
        report.beside[name] = beside.relative_to(report.folder).as_posix()
        return {**record, "offered": new}
    if action in ("copy", "replace"):
        _write(path, content)
        (report.copied if action == "copy" else report.replaced).append(name)
    return {**record, "copied": new} if action != "keep" or present == new else record
