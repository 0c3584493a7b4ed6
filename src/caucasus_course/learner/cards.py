"""Show what is done, hand it out as a passport or a portfolio, and take a passport back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from html import escape
from pathlib import Path
from typing import Any

import traitlets

from caucasus_course.core import strict_json
from caucasus_course.core.errors import CourseError
from caucasus_course.learner import passport as passports
from caucasus_course.learner.entry import Entry
from caucasus_course.learner.portfolio import FILE_NAME as PORTFOLIO_NAME
from caucasus_course.learner.portfolio import AnswerInWords, Chapter, write_portfolio
from caucasus_course.learner.record import Record
from caucasus_course.widgets.base import CourseWidget, script

ABOUT = (
    "Your answers are on this computer only. A passport is a small file that carries them to another one: "
    "download it here, open this page there, restore it. Restoring adds; it never takes anything away."
)
ABOUT_TEXTS = "Include what I wrote: predictions, paragraphs, answers in words. Whoever has the file can read them."
ABOUT_PORTFOLIO = (
    "Your portfolio is one page with your predictions, paragraphs and answers, to read, print or hand in. "
    "It has no name on it. Whoever has the file can read what you wrote."
)


def _save(path: str | Path, text: str) -> Path:
    """Write a file that is not there yet, and return its path: a learner's file is never written over."""
    target = Path(path)
    try:
        with target.open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError:
        raise CourseError(f"{target} is there already; give another name.") from None
    except OSError as error:
        raise CourseError(f"{target} could not be written: {error.strerror or error}.") from None
    return target


class _Card(CourseWidget):
    """A card with a heading, what it is about, and buttons.

    Parameters
    ----------
    record : the learner's record
    chapters : the lessons, in their order

    """

    _esm = traitlets.Unicode(script("passport.js", module=__file__)).tag(sync=True)
    heading = traitlets.Unicode().tag(sync=True)
    about = traitlets.Unicode().tag(sync=True)
    about_texts = traitlets.Unicode().tag(sync=True)
    is_passport = traitlets.Bool(False).tag(sync=True)

    def __init__(self, record: Record, chapters: Sequence[Chapter]) -> None:
        self._record, self._chapters = record, chapters
        super().__init__()

    def text(self) -> str:
        """Return a fixed text; never what is done, so that the output is the same for everybody."""
        return f"{self.heading}\n{self.about}"

    def html(self) -> str:
        """Return the fixed text for pages where no kernel runs."""
        return f"<p><strong>{escape(self.heading)}</strong><br>{escape(self.about)}</p>"


class Passport(_Card):
    """What is done in each lesson, and the file that carries it to another machine."""

    heading = traitlets.Unicode("Your passport").tag(sync=True)
    about = traitlets.Unicode(ABOUT).tag(sync=True)
    about_texts = traitlets.Unicode(ABOUT_TEXTS).tag(sync=True)
    is_passport = traitlets.Bool(True).tag(sync=True)

    def done(self) -> list[str]:
        """Return what is done, one sentence for each lesson that was begun."""
        entries = self._record.history()
        told = [
            _done(chapter, [each for each in entries if each.lesson == chapter.number]) for chapter in self._chapters
        ]
        return [sentence for sentence in told if sentence] or ["Nothing is answered or written yet."]

    def save(self, path: str | Path = passports.FILE_NAME, *, with_texts: bool = False) -> Path:
        """Write the passport to a new file and return its path; `with_texts` takes your own words along."""
        return _save(path, passports.write_passport(self._record.history(), with_texts=with_texts))

    def restore(self, path: str | Path) -> str:
        """Add what a passport file has, and return what happened in one sentence."""
        try:
            with Path(path).open("rb") as file:
                data = file.read(strict_json.MAX_BYTES + 1)
        except OSError as error:
            raise CourseError(f"{path} could not be read: {error.strerror or error}.") from None
        return self._restore(data)

    def reply_to(self, message: dict[str, Any]) -> list[dict[str, Any]]:
        """Return what is done, the passport as a file, or what became of one that was given back."""
        wish = message.get("do")
        if wish == "resume":
            return [{"kind": "done", "lines": self.done()}]
        if wish == "download":
            text = passports.write_passport(self._record.history(), with_texts=message.get("with_texts") is True)
            return [{"kind": "file", "name": passports.FILE_NAME, "type": "application/json", "text": text}]
        if wish == "restore" and isinstance(message.get("text"), str):
            said = self._restore(message["text"])
            return [{"kind": "said", "text": said}, {"kind": "done", "lines": self.done()}]
        raise CourseError("The page asked for something that this card does not know. Run its cell again.")

    def _restore(self, data: str | bytes) -> str:
        entries = passports.read_passport(data)
        try:
            added = self._record.merge(entries)
        except CourseError as error:
            raise CourseError(
                f"The passport was read but could not be kept because {error}. Nothing was changed."
            ) from error
        if not added:
            return "Everything in this passport was here already."
        return f"Restored: {added} {'thing' if added == 1 else 'things'} that you had answered or written. Run the lesson again to see them."


def _done(chapter: Chapter, entries: list[Entry]) -> str:
    # A list has the places of marked words: no text.
    counts = Counter(
        kind for kind, _ in {(each.kind, each.item_id) for each in entries if type(each.value) is not list}
    )
    asked = f" of {len(chapter.bank.questions)}" if chapter.bank else ""
    written = counts["prediction"] + counts["reflection"]
    if not counts["quiz"] + written:
        return ""
    said = f"{counts['quiz']}{asked} questions answered, {written} {'text' if written == 1 else 'texts'} written"
    return f"{chapter.number} {chapter.title}: {said}."


class Portfolio(_Card):
    """The learner's predictions, paragraphs and answers as one page; `in_words` says an answer and its mark."""

    heading = traitlets.Unicode("Your portfolio").tag(sync=True)
    about = traitlets.Unicode(ABOUT_PORTFOLIO).tag(sync=True)

    def __init__(self, record: Record, chapters: Sequence[Chapter], *, in_words: AnswerInWords) -> None:
        super().__init__(record, chapters)
        self._in_words = in_words

    def page(self) -> str:
        """Return the portfolio's HTML."""
        return write_portfolio(self._record.history(), self._chapters, in_words=self._in_words)

    def save(self, path: str | Path = PORTFOLIO_NAME) -> Path:
        """Write the portfolio to a new file and return its path."""
        return _save(path, self.page())

    def reply_to(self, message: dict[str, Any]) -> list[dict[str, Any]]:
        """Return the portfolio as a file."""
        if message.get("do") == "resume":
            return []
        if message.get("do") == "download":
            return [{"kind": "file", "name": PORTFOLIO_NAME, "type": "text/html", "text": self.page()}]
        raise CourseError("The page asked for something that this card does not know. Run its cell again.")
