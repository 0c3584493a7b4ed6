"""Finding lessons by number."""

import pytest

from caucasus_course.core.errors import UnknownNameError
from caucasus_course.lessons.catalogue import all_lessons, all_pages, find


@pytest.fixture
def shelf(tmp_path):
    """Return a folder with two lessons among files that are none."""
    for name in ("01_land_roads_names.ipynb", "00_start_here.ipynb", "Untitled.ipynb", "01_land.v0.2.0.ipynb"):
        (tmp_path / name).write_text("{}")
    return tmp_path


def test_order(shelf):
    """Lessons come in the order of their numbers, and other notebooks are left out."""
    assert [lesson.path.name for lesson in all_lessons(shelf)] == ["00_start_here.ipynb", "01_land_roads_names.ipynb"]


@pytest.mark.parametrize(
    "written",
    ["1", "01", " 01 ", "01_land_roads_names", "01_land_roads_names.ipynb", "lessons/01_land_roads_names.ipynb"],
)
def test_ways_to_write_a_number(shelf, written):
    """A lesson is found however a person writes its number or its file."""
    assert find(written, among=all_lessons(shelf)).number == "01"


@pytest.mark.parametrize("wrong", ["12", "", "-1", "x", "0x1", "Untitled", "../00"])
def test_wrong_number_lists_the_right_ones(shelf, wrong):
    """A number that no lesson has is named together with all that there are."""
    with pytest.raises(UnknownNameError) as error:
        find(wrong, among=all_lessons(shelf))

    assert repr(wrong) in str(error.value)
    assert "00 (start here), 01 (land roads names)" in str(error.value)


def test_course_has_its_lessons():
    """The course itself starts with lesson 00, start_here."""
    assert find("00").slug == "start_here"


def test_pages(shelf):
    """Pages come in the order of their names; a folder without them has none."""
    assert all_pages(shelf) == []
    (shelf / "pages").mkdir()
    for name in ("rubric.md", "glossary.md", "notes.txt"):
        (shelf / "pages" / name).touch()

    assert [path.name for path in all_pages(shelf)] == ["glossary.md", "rubric.md"]
