"""How a lesson explains is measured, and what is held for rewritten lessons can fail."""

import datetime

import pytest

from caucasus_course.authoring.audit import audit
from caucasus_course.authoring.explaining import grade, is_academic, joints, mean_sentence, numbered_sections
from caucasus_course.data import loaders

LESSONS = {row["lesson_id"]: row for row in loaders.rows("lessons")}

# Lessons written as a history that explains. A lesson joins when it is rewritten; when all are in, the list goes.
HELD: list[str] = ["06"]
# Lesson 00 teaches how we work; it explains no event.
WITHOUT_CAUSES = {"00"}
SENTENCE, GRADE = (14, 19), (7, 10)
LEAST_JOINTS, LEAST_ACADEMIC, MOST_BY_ENCYCLOPEDIA = 4, 3, 0.1


@pytest.fixture(scope="module")
def measured():
    """The measures of every lesson by its number."""
    return {row["lesson"]: row for row in audit(datetime.date(2026, 12, 1))["lessons"]}


def too_flat(told):
    """Return what is wrong with a lesson's sentences."""
    low, high = SENTENCE
    if not low <= told["mean_sentence"] <= high:
        yield f"{told['mean_sentence']} words a sentence"
    if not GRADE[0] <= told["grade"] <= GRADE[1]:
        yield f"grade {told['grade']}"
    yield from (f"{count} joints in {head!r}" for head, count in told["joints"].items() if count < LEAST_JOINTS)


def too_one_sided(told):
    """Return whose words a lesson lacks."""
    for people in ("Armenian", "Azerbaijani"):
        yield from (f"no {people} {what}" for what in ("voices", "originals") if not told[what].get(people))


def too_little_cause(row):
    """Return what a lesson lacks to say why."""
    told = row["explaining"]
    if not told["questions_of_cause"]:
        yield "no question of cause"
    if len(told["academic_works"]) < LEAST_ACADEMIC:
        yield f"{len(told['academic_works'])} academic works"
    if len(row["figures_through_an_encyclopedia"]) > MOST_BY_ENCYCLOPEDIA * row["figures"]:
        yield "more than a tenth of the figures by an encyclopedia alone"


def faults_of(row):
    """Return all that a rewritten lesson must not have."""
    causes = [] if row["lesson"] in WITHOUT_CAUSES else [*too_one_sided(row["explaining"]), *too_little_cause(row)]
    return [*too_flat(row["explaining"]), *causes]


def test_a_rewritten_lesson_explains(measured):
    """Sentences that join, words of both peoples, causes with owners, scholars behind the figures."""
    assert {lesson: found for lesson in HELD if (found := list(faults_of(measured[lesson])))} == {}


def test_what_lessons_have_reached_is_not_lost(measured):
    """Every lesson on events has sentences of 14 to 19 words in the mean, and authors who disagree on why."""
    low, high = SENTENCE
    told = {lesson: row["explaining"] for lesson, row in measured.items() if lesson not in WITHOUT_CAUSES}

    assert {
        lesson: each["mean_sentence"] for lesson, each in told.items() if not low <= each["mean_sentence"] <= high
    } == {}
    assert [lesson for lesson, each in told.items() if not each["questions_of_cause"]] == []
    assert sum(sum(each["joints"].values()) for each in told.values()) >= 200


def test_only_lessons_are_held():
    """The list names lessons, each once, in their order."""
    assert sorted(set(HELD)) == HELD
    assert set(HELD) <= LESSONS.keys()


def test_each_fault_is_named():
    """A lesson of short sentences without causes fails in every way."""
    told = {
        "mean_sentence": 10.9, "grade": 4.0, "joints": {"1. War": 0}, "voices": {"Armenian": 2}, "originals": {},
        "questions_of_cause": [], "academic_works": ["one"],
    }  # fmt: skip
    row = {"lesson": "03", "explaining": told, "figures": 10, "figures_through_an_encyclopedia": ["a", "b"]}

    assert faults_of(row) == [
        "10.9 words a sentence", "grade 4.0", "0 joints in '1. War'", "no Armenian originals", "no Azerbaijani voices",
        "no Azerbaijani originals", "no question of cause", "1 academic works",
        "more than a tenth of the figures by an encyclopedia alone",
    ]  # fmt: skip


def test_every_numbered_section_is_found():
    """Three or four in each lesson, also where one shares a cell with the names."""
    found = {number: list(numbered_sections(row)) for number, row in LESSONS.items()}

    assert all(2 <= len(heads) <= 5 for heads in found.values()), found
    assert all(heads[0].startswith("1. ") for heads in found.values())


def test_words_of_time_are_no_joints():
    """“Since 1994” counts years, “since nobody asked” gives a ground."""
    assert joints("Since 1994, until May 1996 and until then, it held.") == 0
    assert joints("Since nobody asked, it held until they met, even though both knew.") == 3


def test_a_mean_sentence_is_counted_over_paragraphs():
    """A heading-less line is a sentence of its own."""
    assert mean_sentence("One two three.\n\nOne two three four five.") == 4


def test_a_decree_is_harder_than_a_lesson():
    """By the same measure as the ceiling of reading level."""
    assert (
        grade("It asked to join. Moscow refused.")
        < GRADE[0]
        < grade(
            "Notwithstanding constitutional provisions regulating territorial reorganisation, the administration refused."
        )
    )


@pytest.mark.parametrize(
    ("cells", "counts"),
    [
        ({"perspective": "academic", "kind": "analysis", "read_as": "excerpt"}, True),
        ({"perspective": "Western", "kind": "book", "read_as": "whole"}, True),
        ({"perspective": "academic", "kind": "analysis", "read_as": "title only"}, False),
        ({"perspective": "Western", "kind": "news", "read_as": "whole"}, False),
    ],
)
def test_a_work_counts_once_it_was_read(cells, counts):
    """A title in a list is no scholarship."""
    assert is_academic(cells) is counts


# The material lies ready: what a writer can place in a lesson without looking for more.
CAUSED = sorted(LESSONS.keys() - WITHOUT_CAUSES)


@pytest.mark.parametrize("lesson", CAUSED)
def test_the_tables_hold_words_of_both_peoples_for_each_lesson(lesson):
    """A voice and a passage in its own language of each people, and a question of cause."""
    mine = [row for row in loaders.rows("excerpts") if lesson in row["lessons"].split("; ")]
    voices = {row["side"].split()[-1] for row in mine if row["role"] == "voice"}
    originals = {row["side"].split()[-1] for row in mine if row["original"] and row["role"] != "voice"}

    assert voices >= {"Armenian", "Azerbaijani"}
    assert originals >= {"Armenian", "Azerbaijani"}
    assert any(lesson in row["lessons"].split("; ") for row in loaders.rows("questions"))


def test_causes_have_owners_on_both_sides_and_on_neither():
    """Three authors or more from each country and from neither."""
    people = [row["perspective"] for row in loaders.rows("explanations")]

    assert sum(name in ("Armenian", "Karabakh Armenian") for name in people) >= 3
    assert people.count("Azerbaijani") >= 3
    assert sum(name in ("academic", "Western", "Russian") for name in people) >= 3
