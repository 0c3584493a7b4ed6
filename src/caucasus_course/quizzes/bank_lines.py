"""Find the line on which a question, a part of one or a key stands in the text of a bank."""

from __future__ import annotations

import re
from typing import NamedTuple

from caucasus_course.quizzes.kinds import part_keys

_HEADER = re.compile(rf"^\s*\[\[\s*question\s*(\.\s*(?:{'|'.join(sorted(part_keys()))})\s*)?\]\]")


class Block(NamedTuple):
    """The part of a bank between two headers: where it starts, and its lines."""

    line: int
    lines: list[str]

    def line_of(self, key: str) -> int:
        """Return the line of a key, or of the header when the key is not there."""
        pattern = re.compile(rf"""^\s*["']?{re.escape(key)}["']?\s*=""")
        return next((self.line + at for at, text in enumerate(self.lines) if pattern.match(text)), self.line)


def _outside_text(lines: list[str]) -> list[str]:
    """Return the lines with those inside a multi-line text emptied, lest a header quoted there be counted."""
    fence, kept = "", []
    for text in lines:
        kept.append("" if fence else text)
        for mark in re.findall(r'"""|\'\'\'', text):
            fence = "" if mark == fence else fence or mark
    return kept


def find_blocks(text: str) -> tuple[Block, list[Block], list[list[Block]]]:
    """Return the blocks of the bank's own keys, of its questions, and of each question's options, items or pairs."""
    bank, questions, options = Block(1, []), list[Block](), list[list[Block]]()
    block = bank
    for number, line in enumerate(_outside_text(text.splitlines()), start=1):
        if header := _HEADER.match(line):
            block = Block(number, [])
            if header[1] and options:
                options[-1].append(block)
            else:
                questions.append(block)
                options.append([])
        block.lines.append(line)
    return bank, questions, options
