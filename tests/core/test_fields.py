"""Rules for single fields, asked one at a time."""

import attrs
import pytest

from caucasus_course.core.fields import FieldError, field_faults, finite, one_of, optional, prose, slug, truth, whole


@attrs.frozen(kw_only=True)
class Sheep:
    """A record to try rules on."""

    name: str = attrs.field(validator=prose(5))
    legs: int = attrs.field(default=4, validator=whole(0, 4))
    wool: str = attrs.field(default="white", validator=one_of(("white", "black")), metadata={"key": "coat"})


def test_all_faults_are_found():
    """The author of a file sees every fault at once: unknown, missing and wrong."""
    faults = dict(field_faults(Sheep, {"leg": 3, "legs": 5, "wool": "whit"}))

    assert faults.keys() == {"leg", "name", "legs", "coat"}
    assert "did you mean 'legs'" in faults["leg"]
    assert faults["name"] == "missing; it is required"
    assert "did you mean 'white'" in faults["coat"]


def test_no_fault_in_a_good_record():
    """What can be built has no faults."""
    assert list(field_faults(Sheep, {"name": "Dolly"})) == []


@pytest.mark.parametrize(
    ("check", "good", "bad"),
    [
        (prose(3), "abc", "abcd"),
        (prose(3), "abc", 3),
        (slug("[a-z]+", "a"), "abc", "abc\n"),
        (whole(1, 5), 5, "5"),
        (finite(), -1.5, float("inf")),
        (truth, False, 0),
        (one_of(("a", "b")), "a", ["a"]),
        (optional(truth), None, "no"),
    ],
)
def test_each_rule_takes_the_good_and_refuses_the_bad(check, good, bad):
    """A validator is silent about a good value and names the field of a bad one."""
    attribute = attrs.fields(Sheep).name

    assert check(None, attribute, good) is None
    with pytest.raises(FieldError, match=r"^name: "):
        check(None, attribute, bad)
