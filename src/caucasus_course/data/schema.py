"""Check the rows of a CSV text against its Table Schema and say every fault with its line and column."""

from __future__ import annotations

import csv
import io
import math
import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from caucasus_course.core.days import iso_day
from caucasus_course.core.rows import Row

Field = dict[str, Any]


class Fault(NamedTuple):
    """One thing wrong in a data file: where it is, what stands there, what was expected."""

    file: str
    line: int
    column: str
    message: str

    def __str__(self) -> str:
        """Return the fault as one sentence for the person who will mend it."""
        where = f"{self.file}, line {self.line}" if self.line else self.file
        return f"{where}, column {self.column}: {self.message}" if self.column else f"{where}: {self.message}"


def _number(text: str) -> float:
    value = float(text)
    if not math.isfinite(value):
        raise ValueError(text)
    return value


def _whole(text: str) -> int:
    if not re.fullmatch(r"-?\d{1,15}", text):
        raise ValueError(text)
    return int(text)


def _truth(text: str) -> bool:
    return {"true": True, "false": False}[text]


# Frictionless type → how a cell becomes a value, and what to say when it does not.
TYPES: dict[str, tuple[Callable[[str], Any], str]] = {
    "string": (str, "text"),
    "number": (_number, "a number such as 39.82"),
    "integer": (_whole, "a whole number such as 1200"),
    "boolean": (_truth, "true or false"),
    "date": (iso_day, "a date such as 1994-05-12"),
}


def _constraint_fault(value: Any, field: Field) -> str | None:
    rules = field.get("constraints", {})
    if "enum" in rules and value not in rules["enum"]:
        return f"{value!r} is not one of {', '.join(map(str, rules['enum']))}"
    if "minimum" in rules and value < rules["minimum"]:
        return f"{value} is below {rules['minimum']}"
    if "maximum" in rules and value > rules["maximum"]:
        return f"{value} is above {rules['maximum']}"
    if "pattern" in rules and not re.fullmatch(rules["pattern"], value):
        return f"{value!r} does not have the form {rules['pattern']}"
    return None


def read_cell(text: str, field: Field) -> tuple[Any, str | None]:
    """Return the value of one cell and what is wrong with it (None when nothing is)."""
    if text == "":
        required = field.get("constraints", {}).get("required")
        return None, "empty; a value is required here" if required else None
    convert, expected = TYPES[field["type"]]
    try:
        value = convert(text)
    except (ValueError, KeyError):
        return None, f"{text!r} is not {expected}"
    return value, _constraint_fault(value, field)


def _header_faults(header: list[str], expected: list[str], file: str) -> Iterator[Fault]:
    if header != expected:
        missing = [name for name in expected if name not in header]
        extra = [name for name in header if name not in expected]
        detail = "".join(
            [f"; missing: {', '.join(missing)}" if missing else "", f"; not known: {', '.join(extra)}" if extra else ""]
        )
        yield Fault(
            file, 1, "", f"the columns are not those described, in their order{detail or '; the order differs'}"
        )


def _row_faults(cells: list[str], fields: list[Field], row: Row, place: tuple[str, int]) -> Iterator[Fault]:
    if len(cells) != len(fields):
        yield Fault(*place, "", f"{len(cells)} cells, expected {len(fields)} (a comma or a quotation mark too many?)")
        return
    for text, field in zip(cells, fields, strict=True):
        row[field["name"]], message = read_cell(text, field)
        if message:
            yield Fault(*place, field["name"], message)


def _key_faults(rows: list[tuple[int, Row]], key: str | list[str] | None, file: str) -> Iterator[Fault]:
    columns = [key] if isinstance(key, str) else (key or [])
    seen: dict[tuple[Any, ...], int] = {}
    for line, row in rows if columns else []:
        value = tuple(row.get(column) for column in columns)
        if value in seen:
            yield Fault(file, line, columns[0], f"{value[0]!r} stands on line {seen[value]} already")
        seen.setdefault(value, line)


def read_rows(text: str, schema: dict[str, Any], *, file: str) -> tuple[list[tuple[int, Row]], list[Fault]]:
    """Return the rows of a CSV text with their line numbers, and all faults found.

    Parameters
    ----------
    text : the whole CSV text, comma-separated with a header line
    schema : a Frictionless Table Schema: `fields` and, if there is one, `primaryKey`
    file : the name to use in faults, as a reader would write it

    """
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    fields: list[Field] = schema["fields"]
    rows: list[tuple[int, Row]] = []
    faults: list[Fault] = []
    try:
        faults += _header_faults(next(reader, []), [field["name"] for field in fields], file)
        for cells in [] if faults else reader:
            row: Row = {}
            found = list(_row_faults(cells, fields, row, (file, reader.line_num)))
            faults += found
            if not found:
                rows.append((reader.line_num, row))
    except csv.Error as error:
        faults.append(Fault(file, reader.line_num, "", f"not readable as CSV: {error}"))
    return rows, faults + list(_key_faults(rows, schema.get("primaryKey"), file))
