"""Show texts side by side with the words in which they differ."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from html import escape
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from caucasus_course.core.display import Display, details_html
from caucasus_course.core.rows import Row
from caucasus_course.data.citation import cite, cite_html

if TYPE_CHECKING:
    import pandas as pd


# A second cue beside the colour: what differs is underlined.
LOUD = "background:#f3e3b3;color:#2b2a28;text-decoration:underline"
# Where each text differs in more than this part of its words, colour would be everywhere and show nothing.
MOST_LOUD = 0.75
QUIET = "background:none;color:inherit;text-decoration:underline dotted;text-underline-offset:3px"


def _bare(word: str) -> str:
    return re.sub(r"^\W+|\W+$", "", word).casefold()


def differing(text: str, other: str) -> list[tuple[str, bool]]:
    """Return the words of a text, each with whether the other text lacks it at this place.

    Examples
    --------
    >>> differing("took the town", "left the town")
    [('took', True), ('the', False), ('town', False)]

    """
    words = text.split()
    matcher = SequenceMatcher(None, [_bare(w) for w in words], [_bare(w) for w in other.split()], autojunk=False)
    shared = {i for block in matcher.get_matching_blocks() for i in range(block.a, block.a + block.size)}
    return [(word, index not in shared) for index, word in enumerate(words)]


def marked_html(text: str, other: str, *, style: str = LOUD) -> str:
    """Return a text as HTML with the words marked that the other lacks, neighbours together.

    Examples
    --------
    >>> marked_html("took it", "took it")
    'took it'

    """
    runs = groupby(differing(text, other), key=itemgetter(1))
    told = ((is_new, escape(" ".join(word for word, _ in words))) for is_new, words in runs)
    return " ".join(f"<mark style='{style}'>{words}</mark>" if is_new else words for is_new, words in told)


def differing_part(text: str, other: str) -> float:
    """Return which part of a text's words (0 to 1) the other text lacks."""
    words = differing(text, other)
    return sum(is_new for _, is_new in words) / max(len(words), 1)


class Wordings(Display):
    """Two or three attributed texts about one thing, side by side.

    Parameters
    ----------
    title : what the texts are about
    voices : (who says it, text, row of the source) for each
    question : what the class is asked, if anything
    answer : what there is to see; shown after a click

    """

    def __init__(self, title: str, voices: list[tuple[str, str, Row]], *, question: str = "", answer: str = "") -> None:
        self.title, self.voices, self.question, self.answer = title, voices, question, answer

    def text(self) -> str:
        """Return title, texts with their sources, and the question; the answer stays closed."""
        said = [f"{who}: “{text}” {cite(source)}" for who, text, source in self.voices]
        return "\n".join([self.title, *said, *([f"Question: {self.question}"] if self.question else [])])

    def _others(self, text: str) -> str:
        return " ".join(other for _, other, _ in self.voices if other is not text)

    def _style(self) -> str:
        is_close = any(differing_part(text, self._others(text)) <= MOST_LOUD for _, text, _ in self.voices)
        return LOUD if is_close else QUIET

    def _voice(self, who: str, text: str, source: Row) -> str:
        words = marked_html(text, self._others(text), style=self._style())
        return (
            "<div style='flex:1 1 16em;min-width:0;border:1px solid #b9b2a3;border-radius:6px;padding:10px 14px'>"
            f"<p style='margin:0 0 6px'><strong><bdi>{escape(who)}</bdi></strong></p>"
            f"<blockquote style='margin:0 0 6px;padding:0;border:0'>{words}</blockquote>"
            f"<p style='margin:0'><small>{cite_html(source)}</small></p></div>"
        )

    def html(self) -> str:
        """Return the texts side by side (one under the other on a narrow page), what differs underlined."""
        answer = details_html("What there is to see", f"<p>{escape(self.answer)}</p>") if self.answer else ""
        question = f"<p style='margin:12px 0 8px'><strong>{escape(self.question)}</strong></p>" if self.question else ""
        voices = "".join(self._voice(*voice) for voice in self.voices)
        return (
            f"<section style='max-width:62em'><h3 style='margin:0 0 8px;font-size:1.1em;font-weight:600'>{escape(self.title)}</h3>"
            f"<div style='display:flex;flex-wrap:wrap;gap:12px'>{voices}</div>{question}{answer}</section>"
        )

    def table(self) -> pd.DataFrame:
        """Return a row for each text."""
        import pandas as pd

        rows = [[who, text, cite(source)] for who, text, source in self.voices]
        return pd.DataFrame(rows, columns=["said_by", "text", "source"])
