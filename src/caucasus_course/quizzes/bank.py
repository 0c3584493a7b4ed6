"""Read the text of a question bank into records, or say every fault in it with its line.

The format is described in `data/quizzes/README.md`.
"""

from __future__ import annotations

import re
import tomllib
from itertools import zip_longest
from typing import Any, TypeVar

from caucasus_course.core.errors import DataFileError, nearest
from caucasus_course.core.fields import FieldError, field_faults, shown
from caucasus_course.data.schema import Fault
from caucasus_course.quizzes.bank_lines import Block, find_blocks
from caucasus_course.quizzes.bank_text import tidied
from caucasus_course.quizzes.kinds import KINDS, part_keys
from caucasus_course.quizzes.questions import MAX_OPTIONS, MAX_QUESTIONS, Bank, Question

FORMAT = 1
MAX_BYTES = 256 * 1024
MAX_LINE = 2_500  # tomllib needs minutes for one dotted key of 100,000 parts; a key cannot leave its line
SHOWN_FAULTS = 40

Values = dict[str, Any]
Built = TypeVar("Built")


def _refuse(faults: list[Fault]) -> DataFileError:
    told = [str(fault) for fault in sorted(faults, key=lambda fault: fault.line)]
    rest = [f"… and {len(told) - SHOWN_FAULTS} more faults"] if len(told) > SHOWN_FAULTS else []
    return DataFileError("\n".join(told[:SHOWN_FAULTS] + rest))


def _size_faults(text: str, file: str) -> list[Fault]:
    if len(text.encode(errors="replace")) > MAX_BYTES:
        return [Fault(file, 0, "", f"larger than {MAX_BYTES // 1024} KiB; a bank is never that large")]
    lines = enumerate(text.splitlines(), start=1)
    return [
        Fault(file, at, "", f"{len(line)} characters in one line; at most {MAX_LINE} are allowed")
        for at, line in lines
        if len(line) > MAX_LINE
    ]


def _parse(text: str, file: str) -> Values:
    if faults := _size_faults(text, file):
        raise _refuse(faults)
    try:
        return tomllib.loads(text)
    except RecursionError:
        raise _refuse([Fault(file, 0, "", "not readable as TOML: brackets inside brackets, too deep")]) from None
    except ValueError as error:  # TOMLDecodeError is one; so is an integer of more than 4,300 digits
        where, reason = re.search(r"line (\d+)", str(error)), re.sub(r"\s*\(at .*\)$", "", str(error))
        line = int(where[1]) if where else len(text.splitlines())
        raise _refuse([Fault(file, line, "", f"not readable as TOML: {reason[:120]}")]) from None


class _Reader:
    """One reading of one bank, which gathers faults as it goes."""

    def __init__(self, text: str, file: str) -> None:
        self.file = file
        self.faults: list[Fault] = []
        self.head, self.question_blocks, self.part_blocks = find_blocks(text)

    def fault(self, block: Block | None, key: str, message: str, *, whose: str = "") -> None:
        """Note a fault with its line, whose it is and the key."""
        line = block.line_of(key) if block else 0
        owner = ", ".join([part for part in (whose, f"key {key[:60]}" if key else "") if part])
        self.faults.append(Fault(self.file, line, "", f"{owner}: {message}" if owner else message))

    def build(
        self, record: type[Built], values: Values, block: Block | None, whose: str, *, noted: str = ""
    ) -> Built | None:
        """Return a record, or None after noting what is wrong with it (but for the key whose faults are noted)."""
        found = [(key, message) for key, message in field_faults(record, values) if key != noted]
        for key, message in found:
            self.fault(block, key, message, whose=whose)
        if found or noted:
            return None
        try:
            return record(**values)
        except FieldError as error:
            self.fault(block, error.field_name, error.message, whose=whose)
            return None

    def tables(self, values: Values, key: str, limit: int, *, whose: str, block: Block | None) -> list[Values] | None:
        """Take the list of tables under a key, or return None after noting that it is something else."""
        found, plural = values.pop(key, []), f"{key}s"
        if values.pop(plural, None) is not None:
            self.fault(block, plural, f"not a key that is known here; did you mean {key!r}?", whose=whose)
        if not isinstance(found, list) or not all(isinstance(each, dict) for each in found):
            self.fault(block, key, f"{shown(found)} is not a list of tables; write [[…{key}]] above each", whose=whose)
            return None
        if len(found) > limit:
            self.fault(block, key, f"{len(found)} of them; at most {limit} are allowed", whose=whose)
            return None
        return found

    def kind(self, value: Any, block: Block | None, whose: str) -> type[Question] | None:
        """Return the class of a kind of question, or None after naming the good ones."""
        if isinstance(value, str) and value in KINDS:
            return KINDS[value]
        close = nearest(value, KINDS) if isinstance(value, str) else []
        hint = f"did you mean {close[0]!r}?" if close else f"the kinds are {', '.join(KINDS)}"
        what = "missing" if value is None else f"{shown(value)} is not a kind of question"
        self.fault(block, "kind", f"{what}; {hint}", whose=whose)
        return None

    def parts(self, part: tuple[str, type], tables: list[Values], blocks: list[Block], whose: str) -> Any:
        """Return the options, items or pairs of a question, or None after noting the faults of any."""
        key, record = part
        built = [
            self.build(record, tidied(values), block, f"{whose}, {key} {shown(values.get('id', '?'))}")
            for values, block in zip_longest(tables, blocks[: len(tables)])
        ]
        return None if None in built else tuple(built)

    def question(self, values: Values, block: Block | None, part_blocks: list[Block], whose: str) -> Question | None:
        """Return one question, or None after noting its faults."""
        record = self.kind(values.pop("kind", None), block, whose)
        if record is None:
            return None
        wanted = record.parts[0] if record.parts else ""
        for key in sorted((part_keys() - {wanted}) & values.keys()):
            values.pop(key)
            hint = f"write [[question.{wanted}]]" if wanted else "take them out"
            self.fault(block, key, f'kind "{record.kind}" has no [[question.{key}]]; {hint}', whose=whose)
        if record.parts is None:
            return self.build(record, tidied(values), block, whose)
        return self.question_of_parts(record, values, block, part_blocks, whose)

    def question_of_parts(
        self, record: type[Question], values: Values, block: Block | None, part_blocks: list[Block], whose: str
    ) -> Question | None:
        """Return a question that has options, items or pairs, or None after noting its faults."""
        key, part, field = record.parts  # type: ignore[misc]
        tables = self.tables(values, key, MAX_OPTIONS, whose=whose, block=block)
        parts = None if tables is None else self.parts((key, part), tables, part_blocks, whose)
        if parts is None:
            return self.build(record, tidied(values), block, whose, noted=key)
        return self.build(record, tidied(values) | {field: parts}, block, whose)

    def questions(self, tables: list[Values]) -> list[Question]:
        """Return the questions that have no fault, after noting the faults of the others."""
        built: dict[str, Question] = {}
        for at, (values, block, part_blocks) in enumerate(
            zip_longest(tables, self.question_blocks[: len(tables)], self.part_blocks[: len(tables)]), start=1
        ):
            name = values.get("id")
            whose = f"question {name[:40]}" if isinstance(name, str) else f"question number {at}"
            question = self.question(dict(values), block, part_blocks or [], whose)
            if question is not None and built.setdefault(question.id, question) is not question:
                self.fault(block, "id", f"{question.id!r} stands on an earlier question already", whose=whose)
        return list(built.values())

    def bank(self, values: Values) -> Bank | None:
        """Return the bank, or None after noting its faults."""
        version = values.pop("format", None)
        if version is None:
            self.fault(self.head, "format", f"missing; write format = {FORMAT}")
        elif version != FORMAT or isinstance(version, bool):
            self.fault(self.head, "format", f"{shown(version)} is not a format known here; write format = {FORMAT}")
        tables = self.tables(values, "question", MAX_QUESTIONS, whose="", block=self.head)
        questions = tuple(self.questions(tables or []))
        noted = "question" if tables is None or len(questions) < len(tables) else ""
        return self.build(Bank, tidied(values) | {"questions": questions}, self.head, "", noted=noted)


def read_bank(text: str, *, file: str) -> Bank:
    """Return the questions of a bank written in TOML.

    Parameters
    ----------
    text : the whole text of the bank
    file : its name, as a reader would write it in an error

    Raises
    ------
    DataFileError : the bank does not keep its format; every fault is named with its line, and nothing is loaded

    """
    values = _parse(text, file)
    reader = _Reader(text, file)
    bank = reader.bank(values)
    if bank is None or reader.faults:
        raise _refuse(reader.faults)
    return bank
