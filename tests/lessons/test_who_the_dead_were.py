"""A lesson that counts the dead says who they were, women, children, elderly people, wherever a claim does."""

import re

import pytest

from caucasus_course.authoring.prose import blocks
from caucasus_course.data import loaders
from tests.lesson_text import LESSONS, prose

LINK = re.compile(r"\(#claim-([a-z0-9-]+)\)")
OF_THE_DEAD = ("killed", "among the dead", "bodies examined", "on board")
KINDS = {
    "women": re.compile(r"(?i)\bwom[ae]n\b|\bgrand(?:mother|daughter)\b"),
    "children": re.compile(r"(?i)child(?:ren)?\b|\bteenagers\b|\bgirls?\b|\bboys?\b|\bgranddaughter\b"),
    "elderly people": re.compile(r"(?i)\belderly\b|\bold(?:er)? people\b|\bgrandmother\b"),
}
COUNTING = [lesson for lesson in LESSONS if "03" <= lesson["lesson_id"] <= "08"]


def kinds_in(text):
    """Return which kinds of people a text names."""
    return {kind for kind, words in KINDS.items() if words.search(text)}


def kinds_of_topics(claims):
    """Return topic → kinds of people whom a claim of the topic names among the dead; unverified claims do not count."""
    found = {}
    for claim in claims:
        if claim["measure"] in OF_THE_DEAD and claim["status"] != "unverified":
            found.setdefault(claim["topic"], set()).update(kinds_in(claim["group"]))
    return found


def unsaid(markdown, claims):
    """Return (topic, kinds) that a lesson counts the dead of without saying who they were, block by block and in sum."""
    topics = {claim["claim_id"]: claim["topic"] for claim in claims if claim["measure"] in OF_THE_DEAD}
    said = {}
    for block in blocks(markdown):
        for topic in {topics[link] for link in LINK.findall(block.markdown) if link in topics}:
            said.setdefault(topic, set()).update(kinds_in(block.words))
    kinds = kinds_of_topics(claims)
    return sorted((topic, sorted(kinds[topic] - named)) for topic, named in said.items() if kinds[topic] - named)


PLANTED = [
    {"claim_id": "a-killed", "topic": "a", "measure": "killed", "group": "Armenian villagers", "status": "reported"},
    {"claim_id": "a-women", "topic": "a", "measure": "among the dead", "group": "women", "status": "reported"},
    {"claim_id": "z-killed", "topic": "z", "measure": "killed", "group": "Azerbaijani villagers", "status": "reported"},
    {"claim_id": "z-kids", "topic": "z", "measure": "among the dead", "group": "children", "status": "reported"},
]


@pytest.mark.parametrize(
    ("markdown", "topics"),
    [
        ("There [9](#claim-a-killed) Armenians died.", [("a", ["women"])]),
        ("There [9](#claim-z-killed) Azerbaijanis died.", [("z", ["children"])]),
        ("There [9](#claim-a-killed) died, women among them. There [9](#claim-z-killed) died, children too.", []),
    ],
)
def test_the_dead_of_either_people_have_to_be_named(markdown, topics):
    """A count alone is a fault when a claim of its topic says more."""
    assert unsaid(markdown, PLANTED) == topics


@pytest.mark.parametrize("lesson", COUNTING, ids=lambda lesson: lesson["lesson_id"])
def test_a_lesson_that_counts_the_dead_says_who_they_were(lesson):
    """For both peoples, in every lesson of the two wars and the years between."""
    assert unsaid(prose(lesson), loaders.rows("claims")) == []


def test_the_record_says_who_the_dead_were_in_one_column():
    """The head of the third column is *victims*, and no row leaves it empty."""
    lesson = next(lesson for lesson in LESSONS if lesson["lesson_id"] == "04")
    rows = [block.words.split(" | ") for block in blocks(prose(lesson)) if block.kind == "row"]
    head = next(row for row in rows if row[0] == "date")
    record = [row for row in rows if len(row) == len(head) and row is not head and re.search(r"19(?:88|9\d)", row[0])]

    assert head[2] == "victims"
    assert len(record) >= 16
    assert all(row[2] for row in record)
