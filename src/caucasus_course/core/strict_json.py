"""Read JSON that a stranger may have written: small, flat enough, each key once, no number or letter that breaks later."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from typing import Any, NoReturn

from caucasus_course.core.errors import CourseError

MAX_BYTES = 4 * 1024 * 1024
MAX_DEPTH = 8
MAX_MEMBERS = 200_000
_BITS_64 = 2**63


class StrictJsonError(CourseError, ValueError):
    """A text that is not JSON as it is taken here; the message says what is wrong with it."""


def _refuse(message: str) -> NoReturn:
    raise StrictJsonError(message)


def _members_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    members = dict(pairs)
    if len(members) < len(pairs):
        seen: set[str] = set()
        twice = next(key for key, _ in pairs if key in seen or seen.add(key))  # type: ignore[func-returns-value]
        _refuse(f"the key {twice[:40]!r} stands twice")
    return members


def _whole(digits: str) -> int:
    # Checked before the conversion, which takes long for a number of many digits.
    if len(digits) > 20 or not -_BITS_64 <= (number := int(digits)) < _BITS_64:
        _refuse(f"the number {digits[:20]}… is too large")
    return number


def _real(digits: str) -> float:
    if len(digits) > 40 or not math.isfinite(number := float(digits)):
        _refuse(f"the number {digits[:20]}… is too large or too long")
    return number


def _too_deep(limit: int) -> NoReturn:
    _refuse(f"brackets inside brackets, deeper than {limit}")


def _constant(name: str) -> NoReturn:
    _refuse(f"{name} is not a number")


def _texts(value: Any, room: list[int], depth: int, max_depth: int) -> Iterator[str]:
    """Yield every text of a value, keys too, while there is room for its members and its brackets."""
    room[0] -= 1
    if room[0] < 0:
        _refuse(f"more than {MAX_MEMBERS:,} members")
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        if depth == max_depth:
            _too_deep(max_depth)
        yield from value if isinstance(value, dict) else ()
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _texts(inner, room, depth + 1, max_depth)


def loads(data: str | bytes, *, max_bytes: int = MAX_BYTES, max_depth: int = MAX_DEPTH) -> Any:
    """Return the value of a JSON text.

    Raises
    ------
    StrictJsonError : too large, too deep, a key twice, NaN, an integer beyond 64 bits, half a letter, or no JSON at all

    """
    size = len(data) if isinstance(data, bytes) else len(data.encode("utf-8", "replace"))
    if size > max_bytes:
        _refuse(f"larger than {max_bytes // 1024} KiB")
    try:
        text = data.decode("utf-8-sig") if isinstance(data, bytes) else data
        value = json.loads(
            text, object_pairs_hook=_members_once, parse_int=_whole, parse_float=_real, parse_constant=_constant
        )
    except UnicodeDecodeError as error:
        _refuse(f"not UTF-8 at byte {error.start}")
    except json.JSONDecodeError as error:
        _refuse(f"not JSON at line {error.lineno}, column {error.colno}")
    except RecursionError:  # Python's own reader stops there, long before the machine does
        _too_deep(max_depth)
    texts = _texts(value, [MAX_MEMBERS], 0, max_depth)
    if any(0xD800 <= ord(sign) <= 0xDFFF for found in texts for sign in found):
        _refuse("half a letter (a lone surrogate)")
    return value
