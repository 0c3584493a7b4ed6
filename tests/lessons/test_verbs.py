"""People who had to leave get their verb by one rule, and a row of departures.csv says which."""

import ast
import re
import tomllib
from typing import NamedTuple

import pytest

from caucasus_course.authoring.prose import blocks, sentences
from caucasus_course.data import loaders
from tests.lesson_text import LESSONS, cells, twin

# Columns in which the course speaks itself. What an article or a claimant says is left out: `claim`, `quote`, `demands`.
OWN_VOICE = {
    "events": ["title", "description", "contested_note", "note"],
    "control": ["note"],
    "claims": ["note"],
    "article_claims": ["evidence", "teaching_note"],
    "articles": ["note"],
    "excerpts": ["notice"],
    "glossary": ["meaning", "used_by"],
    "verdicts": ["question", "reason"],
    "drift": ["question", "answer"],
    "perspectives": ["question", "answer"],
    "questions": ["question"],
    "explanations": ["evidence_for", "evidence_against"],
    "deciding": ["evidence", "reply"],
    "actors": ["role", "note"],
    "places": ["names_note"],
    "statements": ["note"],
    "resolutions": ["teaching_note"],
    "trilateral": ["note"],
    "lessons": ["question", "content_note"],
}
PAGES = [path for path in sorted((loaders.lessons_folder() / "pages").glob("*.md")) if path.stem != "glossary"]

BANNED = re.compile(
    r"(?i)\bdr(?:ove|iven|iving)\s+(?:\w+\s+){0,3}?(?:out\b|from\s+(?:their|his|her|its|the)\s+(?:homes?|villages?|towns?))"
    r"|\bdriven from (?!power)|\b(?:cleansed|ousted|chased out|chased away|forced to flee|uprooted|evicted)\b"
)
BOTH = re.compile(r"(?i)\bfled,? or (?:(?:had|were|had been|been) )?forced out\b")
STRONG = re.compile(r"(?i)\b(?:(expelled|expulsions?)|(forced (?:\w+ ){0,2}out))\b")
WEAK = re.compile(r"(?i)\b(?:fled|flee|moved away|relocated)\b")
PEOPLES = {"Armenians": "armenian", "Azerbaijanis": "azerbaijani|kurd|muslim"}
# A quotation is somebody else's voice, so is what a table gives as an article's; a word in italics is spoken of, not used.
QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|(?<!\*)\*[^*\n]+\*(?!\*)|(?<=\| article \d\d\d \|)[^|]*")


class Unit(NamedTuple):
    """One piece of our own text: where it stands, what it says, and the words round it that name place and people."""

    where: str
    text: str
    around: str


def own(text):
    """Return a text without what is quoted in it."""
    return QUOTED.sub(" ", text)


def rows_for(unit, hows):
    """Return the rows of departures whose people and place a unit names."""
    return [
        row
        for row in loaders.rows("departures")
        if row["left_how"] in hows
        and re.search(PEOPLES[row["people"]], unit.around, re.I)
        and any(name.lower() in unit.around.lower() for name in row["named_as"].split("; "))
    ]


def faults(unit):
    """Return what is wrong with the verbs of one unit."""
    words = own(unit.text)
    found = [f"{hit[0]!r} is a verb that we do not use" for hit in BANNED.finditer(words)]
    if BOTH.search(words) and not rows_for(unit, {"fled or forced out"}):
        found.append("no row says 'fled or forced out'")
    rest = BOTH.sub(" ", words)
    for hit in STRONG.finditer(rest):
        how = "expelled" if hit[1] else "forced out"
        if not rows_for(unit, {how} if hit[1] else {how, "fled or forced out"}):
            found.append(f"no row says {how!r}")
    if WEAK.search(rest) and not STRONG.search(words) and only_stronger(unit):
        found.append("a row has a stronger verb")
    return found


def only_stronger(unit):
    """Say whether every row that a unit names is one of people who were expelled."""
    named = rows_for(unit, {"fled", "fled or forced out", "forced out", "expelled", "left"})
    return bool(named) and all(row["left_how"] == "expelled" for row in named)


def of_markdown(where, text):
    """Return the units of a Markdown text: a paragraph, an item or a row names the place for each of its sentences."""
    return [
        Unit(where, sentence, block.words)
        for block in blocks(text)
        for sentence in sentences(QUOTED.sub(" ", block.markdown))
    ]


def of_notes(where, source):
    """Return the units of map notes: texts in a code cell that stand under a place's id."""
    notes = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Dict))
    pairs = ((key, value) for node in notes for key, value in zip(node.keys, node.values, strict=True))
    return [
        Unit(where, value.value, f"{key.value}: {value.value}")
        for key, value in pairs
        if isinstance(key, ast.Constant) and isinstance(value, ast.Constant) and isinstance(value.value, str)
    ]


def told(part):
    """Yield (text, option) that a bank tells; a wrong option and a misconception are mistakes to find, not our voice."""
    skipped = {"id", "misconception"} | ({"text"} if part.get("is_right") is False else set())
    for key, value in part.items():
        if isinstance(value, str) and key not in skipped:
            yield value, part.get("text", "")
        for inner in value if isinstance(value, list) else ():
            if isinstance(inner, dict):
                yield from told(inner)


def of_bank(lesson):
    """Return the units of a bank; the stem and the option name the place for a reply."""
    path = f"quizzes/{lesson['lesson_id']}_{lesson['slug']}.toml"
    return [
        Unit(f"{lesson['lesson_id']} {question['id']}", text, f"{question['stem']} {option} {text}")
        for question in tomllib.loads(loaders.read_text(path))["question"]
        for text, option in told(question)
    ]


def of_lesson(lesson):
    """Return all units of a lesson: prose, map notes, bank and twin."""
    where = lesson["lesson_id"]
    units = [unit for _, text in cells(lesson, "markdown") for unit in of_markdown(where, text)]
    units += [unit for _, source in cells(lesson, "code") for unit in of_notes(f"{where}, map notes", source)]
    return units + of_bank(lesson) + of_markdown(f"{where}, twin", twin(lesson))


def of_table(name):
    """Return the units of a table's columns in our own voice; the whole row names the place."""
    return [
        Unit(f"{name}.csv, {next(iter(row.values()))}", row[column], " ".join(str(value) for value in row.values()))
        for row in loaders.rows(name)
        for column in OWN_VOICE[name]
        if row[column]
    ]


def bad(units):
    """Return each faulty unit as a sentence."""
    return [f"{unit.where}: {fault} in: {unit.text}" for unit in units for fault in faults(unit)]


@pytest.mark.parametrize(
    "text",
    [
        "In 1988 local Armenians expelled the Azerbaijanis of Spitak.",
        "In 1992 Azerbaijani forces expelled the Armenians of Martakert.",
        "The Azerbaijanis of Aghdam were forced out in 1993.",
        "The Armenians of Martuni were forced out in 2023.",
        "Azerbaijanis were driven out of Lachin.",
        "They drove Armenians from their homes in Baku.",
        "The Armenian villagers of Getashen fled in 1991.",
        "In 2023 the Armenians of Stepanakert fled or were forced out.",
    ],
)
def test_a_verb_without_its_row_is_found(text):
    """Of either people, too strong or too weak."""
    assert faults(Unit("planted", text, text))


@pytest.mark.parametrize(
    "text",
    [
        "In Operation Ring Soviet soldiers expelled Armenians from Getashen.",
        "The Armenians of Shusha and the Azerbaijanis of Stepanakert were forced out of their towns in September 1988.",
        "The Azerbaijanis of the oblast had fled or been forced out.",
        "Azerbaijanis fled from Gugark; Armenians fled from Baku.",
        "Armenia says “driven out”; the word *expelled* has a rule.",
        "A colonel's revolt drove the president from Baku; he was driven from power.",
    ],
)
def test_a_verb_with_its_row_passes(text):
    """So do quotations, words that are spoken of, and a president who lost his office."""
    assert faults(Unit("planted", text, text)) == []


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson["lesson_id"])
def test_the_verbs_of_a_lesson_have_their_rows(lesson):
    """In prose, map notes, quiz and notes for the instructor."""
    assert bad(of_lesson(lesson)) == []


@pytest.mark.parametrize("name", sorted(OWN_VOICE))
def test_the_verbs_of_a_table_have_their_rows(name):
    """In the columns in which the course speaks itself."""
    assert bad(of_table(name)) == []


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_the_verbs_of_a_page_have_their_rows(path):
    """The glossary is left out: its words are the table's."""
    assert bad(of_markdown(path.stem, path.read_text(encoding="utf-8"))) == []


def test_each_verb_of_our_own_has_a_people_of_both_sides_or_a_reason():
    """*Forced out* stands for both peoples; *expelled* for the one operation in which soldiers ordered people out."""
    peoples = {
        how: {row["people"] for row in loaders.rows("departures") if row["left_how"] == how}
        for how in ("fled", "fled or forced out", "forced out", "expelled")
    }

    assert peoples.pop("expelled") == {"Armenians"}
    assert all(found == {"Armenians", "Azerbaijanis"} for found in peoples.values())
