"""Rules for the single fields of a record, each saying what is wrong in the reader's words."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import attrs

from caucasus_course.core.errors import CourseError, nearest

Check = Callable[[Any, "attrs.Attribute[Any]", Any], None]


class FieldError(CourseError, ValueError):
    """A record with a field that breaks its rule; it knows which field and why."""

    def __init__(self, field_name: str, message: str) -> None:
        super().__init__(f"{field_name}: {message}")
        self.field_name = field_name
        self.message = message


def shown(value: object) -> str:
    """Return a value as it can stand in an error sentence: quoted and never long."""
    written = repr(value)
    return written if len(written) <= 60 else f"{written[:57]}…"


def key_of(attribute: attrs.Attribute[Any]) -> str:
    """Return the name under which a field is written in a file."""
    return str(attribute.metadata.get("key", attribute.name))


def require(is_kept: bool, attribute: attrs.Attribute[Any], message: str) -> None:
    """Refuse a field, naming it, unless its rule is kept."""
    if not is_kept:
        raise FieldError(key_of(attribute), message)


def prose(limit: int) -> Check:
    """Return a validator for text that is not blank, has no control characters and is at most `limit` long."""

    def check(_: object, attribute: attrs.Attribute[Any], value: Any) -> None:
        is_text = isinstance(value, str)
        require(is_text, attribute, f"{shown(value)} is not text; put it in quotation marks")
        require(bool(value.strip()), attribute, "empty; a text is required here")
        require(len(value) <= limit, attribute, f"{len(value)} characters long; at most {limit} are allowed")
        bad = re.search(r"[\x00-\x09\x0b-\x1f\x7f\ud800-\udfff\u202a-\u202e\u2066-\u2069]", value)
        require(bad is None, attribute, f"has the control character {bad and bad.group()!r}; take it out")

    return check


def slug(pattern: str, example: str) -> Check:
    """Return a validator for a short id of the given form."""

    def check(_: object, attribute: attrs.Attribute[Any], value: Any) -> None:
        is_kept = isinstance(value, str) and re.fullmatch(pattern, value) is not None
        require(is_kept, attribute, f"{shown(value)} is not an id such as {example!r}")

    return check


def whole(low: int, high: int) -> Check:
    """Return a validator for a whole number from `low` to `high`."""

    def check(_: object, attribute: attrs.Attribute[Any], value: Any) -> None:
        is_kept = isinstance(value, int) and not isinstance(value, bool) and low <= value <= high
        require(is_kept, attribute, f"{shown(value)} is not a whole number from {low} to {high}")

    return check


def finite(low: float = -1e15, high: float = 1e15) -> Check:
    """Return a validator for a finite number from `low` to `high`."""

    def check(_: object, attribute: attrs.Attribute[Any], value: Any) -> None:
        is_number = isinstance(value, int | float) and not isinstance(value, bool)
        is_kept = is_number and math.isfinite(value) and low <= value <= high
        require(is_kept, attribute, f"{shown(value)} is not a number from {low:g} to {high:g}")

    return check


def truth(_: object, attribute: attrs.Attribute[Any], value: Any) -> None:
    """Refuse what is neither true nor false."""
    require(isinstance(value, bool), attribute, f"{shown(value)} is not true or false (without quotation marks)")


def one_of(names: tuple[str, ...]) -> Check:
    """Return a validator for one word of a fixed list."""

    def check(_: object, attribute: attrs.Attribute[Any], value: Any) -> None:
        if isinstance(value, str) and value in names:
            return
        close = nearest(value, names)
        hint = f"did you mean {close[0]!r}?" if close else f"the good ones are {', '.join(names)}"
        raise FieldError(key_of(attribute), f"{shown(value)} is not known; {hint}")

    return check


def optional(check: Check) -> Check:
    """Return a validator that lets None pass and asks `check` about everything else."""
    return attrs.validators.optional(check)


def field_faults(record: type[Any], values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield every field that is unknown, missing or breaks its own rule, with what is wrong.

    Building a record stops at the first fault; the author of a file wants to see them all.
    Only rules that need nothing but the value are asked: a record's rules about several fields come when it is built.
    """
    known = {attribute.name: attribute for attribute in attrs.fields(record)}
    for name in [name for name in values if name not in known]:
        keys = [key_of(attribute) for attribute in known.values()]
        close = nearest(name, keys)
        hint = f"did you mean {close[0]!r}?" if close else f"the keys are {', '.join(keys)}"
        yield name, f"not a key that is known here; {hint}"
    for name, attribute in known.items():
        if name not in values:
            if attribute.default is attrs.NOTHING:
                yield key_of(attribute), "missing; it is required"
        elif attribute.validator is not None:
            yield from _value_faults(record, attribute, values[name])


def _value_faults(record: type[Any], attribute: attrs.Attribute[Any], value: Any) -> Iterator[tuple[str, str]]:
    try:
        attribute.validator(record, attribute, value)  # type: ignore[misc]
    except FieldError as error:
        yield error.field_name, error.message
