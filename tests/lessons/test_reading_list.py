"""Every work that a lesson recommends has a source, and the reader is told how much of it we read."""

import re

import pytest

from caucasus_course import who_said
from caucasus_course.data import loaders
from caucasus_course.data.citation import READ
from caucasus_course.lessons.reading_list import reading_faults, reading_items, works
from caucasus_course.sources.claim_list import ClaimList
from tests.lesson_text import EACH, LESSONS, prose, twin

SOURCES = {
    "garden": {"source_id": "garden", "title": "Black Garden", "read_as": "excerpt"},
    "file": {"source_id": "file", "title": "The Karabagh File", "read_as": "title only"},
}
ALL = {row["source_id"]: row for row in loaders.rows("sources")}
PAGES = [*(loaders.lessons_folder() / "pages").glob("*.md")]


def faults(item):
    """Return what is wrong with one item of a reading list."""
    return list(reading_faults(f"**Read on, from several sides**\n\n- {item}\n\n**Next:** more.", SOURCES))


@pytest.mark.parametrize(
    "item",
    [
        "T. de Waal, [*Black Garden*](#source-garden) (2003; read in part). A journalist.",
        "[*Black Garden*](#source-garden) (2003; read in part) and [*The File*](#source-file) (title only seen).",
    ],
)
def test_a_work_with_its_source_and_what_we_read_passes(item):
    """Each work has a bracket of its own."""
    assert faults(item) == []


@pytest.mark.parametrize(
    ("item", "said"),
    [
        ("Thomas de Waal, *Black Garden* (2003).", "links to no source"),
        ("[*Black Garden*](#source-garten) (2003; read in part)", "'garten' is not in data/sources.csv"),
        ("[*Black Garden*](#source-garden) (2003)", "ends with '2003'; write 'read in part'"),
        ("[*Black Garden*](#source-garden) (2003; read whole)", "ends with 'read whole'; write 'read in part'"),
        ("[*Black Garden*](#source-garden) and [*The File*](#source-file) (title only seen)", "ends with ''"),
    ],
)
def test_a_work_without_either_is_found(item, said):
    """No link, a wrong id, no word on our reading, a better word than the table has."""
    [fault] = faults(item)

    assert said in fault


@EACH
def test_every_recommended_work_has_its_source(lesson):
    """At least four items, and each of them says what we read as the table says it."""
    assert len(reading_items(prose(lesson))) >= 4
    assert list(reading_faults(prose(lesson), ALL)) == []


@EACH
def test_the_links_lead_to_the_list_at_the_end(lesson):
    """The target of each work is in the last cell of its lesson."""
    shown = who_said(lesson["lesson_id"]).html()

    assert all(f"<li id='source-{work.source_id}'" in shown for work in works(prose(lesson)))


TITLES = {work.title.strip('*"') for lesson in LESSONS for work in works(prose(lesson)) if work.title[0] in '*"'}


@EACH
def test_notes_for_instructors_name_no_other_work_of_a_reading_list(lesson):
    """A twin that recommends a work links it too, or speaks of one that its lesson recommends."""
    own = {work.title.strip('*"') for work in works(prose(lesson))}
    named = {title for title in TITLES if re.search(rf"[*\"]{re.escape(title)}[*\"]", twin(lesson))}

    assert list(reading_faults(twin(lesson), ALL)) == []
    assert named <= own


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_works_that_pages_link_say_what_we_read(page):
    """The same notation holds in the pages."""
    assert list(reading_faults(page.read_text(encoding="utf-8"), ALL)) == []


def test_every_word_of_the_table_has_words_for_the_reader():
    """`read_as` is a closed list, and each of its words is told."""
    fields = {field["name"]: field for field in loaders.table_schema("sources")["fields"]}

    assert set(READ) == set(fields["read_as"]["constraints"]["enum"])


def test_the_list_at_the_end_says_what_we_read():
    """It is computed from the table, beside each work and each source of a figure."""
    shown = ClaimList([], SOURCES, ["garden", "file"])

    assert "Black Garden. Read in part." in shown.text()
    assert "The Karabagh File. Title only seen." in shown.html()
