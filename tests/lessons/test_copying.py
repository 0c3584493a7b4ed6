"""Copying lessons: a learner's file is never written over."""

import json
import os
import shutil

import pytest

from caucasus_course.core.errors import CourseError
from caucasus_course.lessons import copying
from caucasus_course.lessons.copying import MANIFEST, copy_lessons

START, LAND = "00_start_here.ipynb", "01_land.ipynb"


@pytest.fixture
def course(tmp_path):
    """Return a course of two lessons and something that students do not get."""
    source = tmp_path / "course"
    (source / "teaching").mkdir(parents=True)
    (source / START).write_text("start, first version")
    (source / LAND).write_text("land, first version")
    (source / "teaching" / "00_start_here.md").write_text("key")
    return source


@pytest.fixture
def learner(course, tmp_path):
    """Return a learner's folder with a first copy of the course."""
    folder = tmp_path / "learner" / "course"
    copy_lessons(folder, source=course, version="0.1.0")
    return folder


def _files(folder):
    return sorted(path.name for path in folder.iterdir())


def test_first_copy(learner):
    """A first copy brings the lessons and the note of what was copied, and no teaching notes."""
    assert _files(learner) == [MANIFEST, START, LAND]
    assert (learner / LAND).read_text() == "land, first version"


@pytest.fixture
def paged(course):
    """Return the course with a page beside its lessons."""
    (course / "pages").mkdir()
    (course / "pages" / "rubric.md").write_text("rubric, first version")
    return course


def test_pages_are_copied(paged, tmp_path):
    """The pages that hold for all lessons come along, in a folder of their own as the lessons' links expect."""
    report = copy_lessons(tmp_path / "mine", source=paged, version="0.1.0")

    assert report.copied == [START, LAND, "pages/rubric.md"]
    assert _files(tmp_path / "mine" / "pages") == ["rubric.md"]
    assert not (tmp_path / "mine" / "teaching").exists()


def test_changed_page_stays(paged, tmp_path):
    """A page that the learner wrote in stays, and the new one lies beside it in the same folder."""
    folder = tmp_path / "mine"
    copy_lessons(folder, source=paged, version="0.1.0")
    (folder / "pages" / "rubric.md").write_text("my notes")
    (paged / "pages" / "rubric.md").write_text("rubric, second version")

    report = copy_lessons(folder, source=paged, version="0.2.0")

    assert report.beside == {"pages/rubric.md": "pages/rubric.v0.2.0.md"}
    assert (folder / "pages" / "rubric.md").read_text() == "my notes"


def test_pages_come_to_an_older_copy(paged, tmp_path):
    """A folder from before there were pages gets them, and its lessons stay."""
    folder = tmp_path / "mine"
    copy_lessons(folder, source=paged, version="0.1.0")
    shutil.rmtree(folder / "pages")

    assert copy_lessons(folder, source=paged, version="0.2.0").copied == ["pages/rubric.md"]


def test_file_where_the_pages_should_be(paged, tmp_path):
    """A file named `pages` is named before anything is copied."""
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "pages").write_text("mine")

    with pytest.raises(CourseError, match="where a folder should be"):
        copy_lessons(folder, source=paged, version="0.1.0")
    assert _files(folder) == ["pages"]


@pytest.mark.skipif(os.name == "nt", reason="Windows lets only administrators make links")
def test_linked_pages_are_refused(paged, tmp_path):
    """A link is not followed for the pages either."""
    (tmp_path / "other").mkdir()
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "pages").symlink_to(tmp_path / "other")

    with pytest.raises(CourseError, match="is a link"):
        copy_lessons(tmp_path / "mine", source=paged, version="0.1.0")
    assert _files(tmp_path / "other") == []


def test_second_copy_changes_nothing(course, learner):
    """Copying again says that all is up to date and leaves every byte as it is."""
    before = {path.name: path.read_bytes() for path in learner.iterdir()}

    report = copy_lessons(learner, source=course, version="0.1.0")

    assert "up to date" in str(report)
    assert {path.name: path.read_bytes() for path in learner.iterdir()} == before


def test_unchanged_lesson_is_replaced(course, learner):
    """A lesson that the learner did not change follows the course."""
    (course / LAND).write_text("land, second version")

    report = copy_lessons(learner, source=course, version="0.2.0")

    assert report.replaced == [LAND]
    assert (learner / LAND).read_text() == "land, second version"


def test_changed_lesson_stays(course, learner):
    """A lesson that the learner changed stays, the new one lies beside it, and the report says so."""
    (learner / LAND).write_text("my answer")
    (course / LAND).write_text("land, second version")

    report = copy_lessons(learner, source=course, version="0.2.0")

    assert (learner / LAND).read_text() == "my answer"
    assert (learner / "01_land.v0.2.0.ipynb").read_text() == "land, second version"
    assert "01_land.ipynb has your changes" in str(report)
    assert "01_land.v0.2.0.ipynb" in str(report)


def test_offered_once(course, learner):
    """A new version is laid beside a changed lesson once, even if the learner then edits or removes it."""
    (learner / LAND).write_text("my answer")
    (course / LAND).write_text("land, second version")
    copy_lessons(learner, source=course, version="0.2.0")
    (learner / "01_land.v0.2.0.ipynb").write_text("my second answer")

    report = copy_lessons(learner, source=course, version="0.2.0")

    assert report.beside == {}
    assert (learner / "01_land.v0.2.0.ipynb").read_text() == "my second answer"


def test_changed_lesson_of_an_unchanged_course_stays(course, learner):
    """A learner's change alone brings no second file."""
    (learner / LAND).write_text("my answer")

    copy_lessons(learner, source=course, version="0.2.0")

    assert _files(learner) == [MANIFEST, START, LAND]
    assert (learner / LAND).read_text() == "my answer"


def test_taken_name_gets_a_number(course, learner):
    """Neither the learner's lesson nor a file that has the new version's name is written over."""
    (learner / LAND).write_text("my answer")
    (learner / "01_land.v0.2.0.ipynb").write_text("mine too")
    (course / LAND).write_text("land, second version")

    report = copy_lessons(learner, source=course, version="0.2.0")

    assert report.beside == {LAND: "01_land.v0.2.0-2.ipynb"}
    assert (learner / "01_land.v0.2.0.ipynb").read_text() == "mine too"


@pytest.mark.parametrize(
    "damage",
    [b"", b"{", b"[]", b'{"lessons": 1}', b'{"lessons": {"01_land.ipynb": 3}}', b"\xff\xfe", b"[" * 100_000, b"null"],
)
def test_damaged_manifest(course, learner, damage):
    """When the note of what was copied is damaged, every lesson counts as changed by the learner."""
    (learner / MANIFEST).write_bytes(damage)
    (course / LAND).write_text("land, second version")

    report = copy_lessons(learner, source=course, version="0.2.0")

    assert report.is_manifest_damaged
    assert (learner / LAND).read_text() == "land, first version"
    assert (learner / "01_land.v0.2.0.ipynb").read_text() == "land, second version"


def test_foreign_file_stays(course, tmp_path):
    """A file that was there before the first copy is the learner's."""
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / LAND).write_text("older than the course")

    report = copy_lessons(folder, source=course, version="0.1.0")

    assert (folder / LAND).read_text() == "older than the course"
    assert report.copied == [START]
    assert report.beside == {LAND: "01_land.v0.1.0.ipynb"}


def test_removed_lesson_comes_back(course, learner):
    """A lesson that the learner removed is copied anew."""
    (learner / START).unlink()

    assert copy_lessons(learner, source=course, version="0.1.0").copied == [START]


def test_lesson_that_left_the_course_stays_known(course, learner):
    """What we know of a lesson outlives its absence from one version of the course."""
    before = json.loads((learner / MANIFEST).read_text())["lessons"][LAND]
    (course / LAND).unlink()

    copy_lessons(learner, source=course, version="0.2.0")

    assert json.loads((learner / MANIFEST).read_text())["lessons"][LAND] == before


def test_file_where_the_folder_should_be(course, tmp_path):
    """A file in the folder's place is named, and stays."""
    (tmp_path / "taken").write_text("x")

    with pytest.raises(CourseError, match="is a file, not a folder"):
        copy_lessons(tmp_path / "taken", source=course, version="0.1.0")

    assert (tmp_path / "taken").read_text() == "x"


def test_folder_below_a_file(course, tmp_path):
    """A folder that cannot be made is said before anything is copied."""
    (tmp_path / "taken").write_text("x")

    with pytest.raises(CourseError, match="Nothing was copied"):
        copy_lessons(tmp_path / "taken" / "below", source=course, version="0.1.0")


def test_unwritable_folder(course, tmp_path, monkeypatch):
    """A folder that takes no file is said before anything is copied."""
    folder = tmp_path / "locked"
    folder.mkdir()

    def refuse(*_args, **_kwargs):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(copying.Path, "touch", refuse)  # root, who runs tests in a container, may write anywhere

    with pytest.raises(CourseError, match=r"Permission denied\. Nothing was copied"):
        copy_lessons(folder, source=course, version="0.1.0")
    assert _files(folder) == []


@pytest.mark.skipif(os.name == "nt", reason="Windows lets only administrators make links")
@pytest.mark.parametrize("name", ["", LAND, MANIFEST])
def test_links_are_refused(course, tmp_path, name):
    """A link is never followed: what it points to may be anyone's."""
    other = tmp_path / "other"
    other.mkdir()
    (other / "file").write_text("not ours")
    folder = tmp_path / "linked"
    if name:
        folder.mkdir()
        (folder / name).symlink_to(other / "file")
    else:
        folder.symlink_to(other)

    with pytest.raises(CourseError, match="is a link"):
        copy_lessons(folder, source=course, version="0.1.0")
    assert _files(other) == ["file"]
    assert (other / "file").read_text() == "not ours"


@pytest.mark.parametrize("below", [".", "teaching"])
def test_course_is_not_copied_onto_itself(course, below):
    """The course's own folder is refused as a target."""
    with pytest.raises(CourseError, match="own folder"):
        copy_lessons(course / below, source=course, version="0.1.0")

    assert not (course / below / MANIFEST).exists()


def test_interrupted_write_leaves_the_old_file(course, learner, monkeypatch):
    """When the disk fills while a lesson is written, the old lesson is whole and no half file is left."""
    (course / LAND).write_text("land, second version")

    def full(_descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(copying.os, "fsync", full)

    with pytest.raises(CourseError, match="No space left on device"):
        copy_lessons(learner, source=course, version="0.2.0")
    assert (learner / LAND).read_text() == "land, first version"
    assert _files(learner) == [MANIFEST, START, LAND]
