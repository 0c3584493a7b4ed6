"""The schema that editors use says what the reader of banks does."""

import json
import re
import tomllib

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from caucasus_course.core.errors import DataFileError
from caucasus_course.core.fields import field_faults, key_of
from caucasus_course.data import loaders
from caucasus_course.quizzes.bank import FORMAT, read_bank
from caucasus_course.quizzes.kinds import KINDS, Item, Pair
from caucasus_course.quizzes.questions import Bank, Option
from tests.quiz_banks import BANK, WIDE

SCHEMA = json.loads((loaders.data_folder() / "quizzes" / "bank.schema.json").read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)
BANKS = sorted((loaders.data_folder() / "quizzes").glob("*.toml"))


def keys(record):
    """Return the keys that a record takes, and those that it needs."""
    fields = attrs.fields(record)
    return {key_of(each) for each in fields}, {key_of(each) for each in fields if each.default is attrs.NOTHING}


def test_the_schema_is_one():
    """Editors can read it, and it is of the format that the reader reads."""
    Draft202012Validator.check_schema(SCHEMA)

    assert SCHEMA["properties"]["format"] == {"const": FORMAT}


@pytest.mark.parametrize("path", BANKS, ids=lambda path: path.stem)
def test_every_bank_keeps_the_schema(path):
    """No bank of the course is underlined in an editor."""
    assert list(VALIDATOR.iter_errors(tomllib.loads(path.read_text(encoding="utf-8")))) == []


@pytest.mark.parametrize("text", [BANK, WIDE])
def test_every_kind_keeps_the_schema(text):
    """Each kind's example is valid."""
    assert list(VALIDATOR.iter_errors(tomllib.loads(text))) == []


@pytest.mark.parametrize("kind", KINDS)
def test_keys_agree_with_the_reader(kind):
    """What the reader takes and needs is what the schema allows and requires, for each kind and its parts."""
    shape = SCHEMA["$defs"][kind]
    known, needed = keys(KINDS[kind])

    assert (set(shape["properties"]), set(shape["required"])) == (known | {"kind"}, needed | {"kind"})
    if KINDS[kind].parts:
        key, part, _ = KINDS[kind].parts
        inner = SCHEMA["$defs"][shape["properties"][key]["items"]["$ref"].rsplit("/", 1)[1]]
        assert (set(inner["properties"]), set(inner["required"])) == keys(part)


def test_keys_of_the_bank_agree_with_the_reader():
    """The bank's own keys too."""
    known, needed = keys(Bank)

    assert set(SCHEMA["properties"]) == known | {"format"}
    assert set(SCHEMA["required"]) == needed | {"format"}


LINES = (BANK + WIDE).splitlines()


@given(st.sampled_from([BANK, WIDE]), st.data())
@settings(max_examples=200)
def test_what_the_reader_takes_the_schema_takes(text, data):
    """A bank with a line changed, dropped or doubled that is still read is not underlined."""
    lines = text.splitlines()
    at = data.draw(st.integers(0, len(lines) - 1))
    lines[at : at + 1] = data.draw(st.sampled_from([[], [lines[at]] * 2, [data.draw(st.sampled_from(LINES))]]))
    changed = "\n".join(lines)
    try:
        read_bank(changed, file="bank")
    except DataFileError:
        return

    assert list(VALIDATOR.iter_errors(tomllib.loads(changed))) == []


def shapes():
    """Yield each record with the schema's words on its keys: every kind, its parts, the bank."""
    yield Bank, SCHEMA["properties"]
    for kind, record in KINDS.items():
        shape = SCHEMA["$defs"][kind]["properties"]
        yield record, shape
        if record.parts:
            yield (
                record.parts[1],
                SCHEMA["$defs"][shape[record.parts[0]]["items"]["$ref"].rsplit("/", 1)[1]]["properties"],
            )


def edges(shape):
    """Return values at the edges of what a schema allows, and values one step beyond."""
    if "maxLength" in shape:
        return ["x", "x" * shape["maxLength"]], ["", "x" * (shape["maxLength"] + 1)]
    if "minimum" in shape:
        return [shape["minimum"], shape["maximum"]], [shape["minimum"] - 1, shape["maximum"] + 1]
    if longest := re.search(r"\{0,(\d+)\}\$$", shape.get("pattern", "")):
        most = int(longest[1]) + 1
        return ["a", "a" * most], ["", "-" * 2, "a" * (most + 1)]
    if "enum" in shape:
        return shape["enum"], [f"{word}x" for word in shape["enum"]]
    if "maxItems" in shape and shape["items"].get("type") in ("string", "array"):
        good, bad = edges(shape["items"])
        least, most = shape.get("minItems", 0), shape["maxItems"]
        lists = [[one] * most for one in good] + [[good[0]] * least]
        return lists, [[good[0]] * (most + 1), *([one] for one in bad), *([[]] if least else [])]
    return [], []


def is_taken(record, attribute, value):
    """Say whether the reader has nothing against a value of a field."""
    return key_of(attribute) not in {key for key, _ in field_faults(record, {attribute.name: value})}


def test_every_limit_agrees_with_the_reader():
    """What stands at an edge of the schema is read, and what is one step beyond is refused, key by key."""
    found, checked = [], 0
    for record, shape in shapes():
        for attribute in attrs.fields(record):
            good, bad = edges(shape[key_of(attribute)])
            wrong = [value for value in good if not is_taken(record, attribute, value)]
            wrong += [value for value in bad if is_taken(record, attribute, value)]
            found += [(record.__name__, attribute.name, str(value)[:40]) for value in wrong]
            checked += bool(good)

    assert (found, checked > 80) == ([], True)


def test_every_default_agrees_with_the_reader():
    """What is left out means the same in an editor."""
    said = {
        (record, key): words["default"]
        for record, shape in shapes()
        for key, words in shape.items()
        if "default" in words
    }
    read = {(record, key_of(each)): each.default for record, _ in shapes() for each in attrs.fields(record)}

    assert {which: read[which] for which in said} == said


PARTS = {
    "option": lambda n: Option(id=f"o{n}", text=f"Text {n}", is_right=n == 0, reply="So."),
    "item": lambda n: Item(id=f"i{99 - n}", text=f"Text {n}", reply="So."),
    "pair": lambda n: Pair(id=f"p{n}", text=f"Text {n}", match=f"Match {n}", reply="So."),
}


@pytest.mark.parametrize("kind", ["one", "many", "order", "match"])
def test_the_number_of_parts_agrees_with_the_reader(kind):
    """Options, items, pairs: from the least to the most."""
    record, key = KINDS[kind], KINDS[kind].parts[0]
    (attribute,) = [each for each in attrs.fields(record) if key_of(each) == key]
    least, most = (SCHEMA["$defs"][kind]["properties"][key][name] for name in ("minItems", "maxItems"))
    taken = [n for n in range(most + 3) if is_taken(record, attribute, tuple(map(PARTS[key], range(n))))]

    assert taken == list(range(least, most + 1))
