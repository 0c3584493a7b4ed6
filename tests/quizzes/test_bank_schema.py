"""The schema that editors use says what the reader of banks does."""

import json
import tomllib

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from caucasus_course.core.errors import DataFileError
from caucasus_course.core.fields import key_of
from caucasus_course.data import loaders
from caucasus_course.quizzes.bank import FORMAT, read_bank
from caucasus_course.quizzes.kinds import KINDS
from caucasus_course.quizzes.questions import Bank
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
