"""Reading JSON that a stranger may have written."""

import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caucasus_course.core.strict_json import StrictJsonError, loads

plain = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**63 - 1) | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.text(st.characters(exclude_categories=["Cs"])), inner, max_size=4)
    ),
    max_leaves=8,
)


@given(plain)
def test_what_is_plain_comes_through(value):
    """JSON that nobody needs to fear is read as any other reader reads it, in text and in bytes."""
    written = json.dumps(value, ensure_ascii=False)

    assert loads(written, max_depth=50) == loads(written.encode(), max_depth=50) == value


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"a": 1, "a": 2}', "the key 'a' stands twice"),
        ("[NaN]", "NaN is not a number"),
        ("[-Infinity]", "Infinity is not a number"),
        ("[1e999]", "too large"),
        (str(2**63), "too large"),
        ("9" * 1_000_000, "too large"),
        ("0." + "1" * 500_000, "too large or too long"),
        ("[" * 9 + "]" * 9, "deeper than 8"),
        ("[" * 100_000, "deeper than 8"),
        ('["\\ud800"]', "half a letter"),
        ('{"\\udfff": 1}', "half a letter"),
        ('["a', "not JSON at line 1, column 2"),
        ("", "not JSON at line 1, column 1"),
        (b"\xff", "not UTF-8 at byte 0"),
        (b" " * 5_000_000, "larger than 4096 KiB"),
        ("[" + "1," * 200_000 + "1]", "more than 200,000 members"),
    ],
)
def test_what_could_break_something_later_is_refused_at_once(text, said):
    """Each refusal says why, in a line, within a second."""
    started = time.perf_counter()
    with pytest.raises(StrictJsonError) as caught:
        loads(text)

    assert said in str(caught.value)
    assert len(str(caught.value)) < 120
    assert time.perf_counter() - started < 1


def test_brackets_inside_texts_do_not_count():
    """A text may hold as many brackets, quotes and backslashes as it likes."""
    value = ['[[[[[[[[[[ "quoted" \\ {{{{{{{{{{', "\\"]

    assert loads(json.dumps(value)) == value


@given(st.text(max_size=60) | st.binary(max_size=60))
def test_any_bytes_are_read_or_refused(data):
    """There is no third outcome."""
    try:
        loads(data)
    except StrictJsonError as error:
        assert str(error)
