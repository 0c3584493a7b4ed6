"""Show a source as a card: its head first, its words after a prediction, its loaded words last."""

from __future__ import annotations

import re
from html import escape
from typing import Any

import traitlets

from caucasus_course.core.errors import CourseError
from caucasus_course.core.languages import LANGUAGES
from caucasus_course.core.rows import Row
from caucasus_course.data.citation import citations, cite
from caucasus_course.learner.item import Item
from caucasus_course.learner.record import Record
from caucasus_course.sources.items import id_of
from caucasus_course.widgets.base import CourseWidget, script

# A prediction of three words is a thought; fewer is a click.
LEAST_WORDS = 3
MAX_LENGTH = 5_000

# What a head says, in this order: column of the source or article, and the words for it.
_HEAD = (
    ("owner", "Whose words"),
    ("title", "Title"),
    ("author", "Author"),
    ("publisher", "Publisher"),
    ("date", "Date"),
    ("stamped_date", "Date printed on it"),
    ("inferred_date", "Date its content shows"),
    ("kind", "Kind"),
    ("genre", "Genre"),
    ("audience", "For whom"),
    ("purpose", "What for"),
    ("perspective", "Perspective"),
    ("translation", "Translation"),
    ("disclosed_interest", "Interest that it discloses"),
    ("read_as", "Read by us"),
    ("licence", "Licence"),
)


def head(source: Row, article: Row | None = None, excerpt: Row | None = None) -> list[tuple[str, str]]:
    """Return what is known about who made a source, when, for whom and why; unknown is said where it matters."""
    known = {
        "author": "not named",
        "publisher": "unknown",
        "date": "unknown",
        **_given(source),
        **_given(article or {}),
        **_of_the_words(excerpt or {}),
    }
    return [(words, str(known[column])) for column, words in _HEAD if column in known]


def _given(row: Row) -> Row:
    return {column: value for column, value in row.items() if value not in (None, "")}


def _of_the_words(excerpt: Row) -> Row:
    """Return what the head says of an excerpt itself: whose words they are, and out of which language they come."""
    given = _given({"owner": excerpt.get("owner")})
    if original := original_of(excerpt):
        by = f"{excerpt['translation']}, by {excerpt['translator']}"
        given["translation"] = f"from {original['language']}; {by}"
    return given


def original_of(excerpt: Row) -> dict[str, str]:
    """Return an excerpt in its own words, with the name and the code of their language; empty if it has none.

    Examples
    --------
    >>> original_of({"original": "Sülh.", "language": "az"})
    {'text': 'Sülh.', 'language': 'Azerbaijani', 'code': 'az'}

    """
    if not excerpt.get("original"):
        return {}
    code = excerpt["language"]
    return {"text": excerpt["original"], "language": LANGUAGES[code].english, "code": code}


def words_of(text: str) -> list[str]:
    """Return a text as pieces that a learner can mark: words with their punctuation, in order."""
    return text.split()


def _bare(word: str) -> str:
    return re.sub(r"^\W+|\W+$", "", word).casefold()


class SourceCard(CourseWidget):
    """A source's head, a box for a prediction, then its words, in which loaded ones can be marked.

    Parameters
    ----------
    excerpt : a row of `data/excerpts.csv`
    source : its row of `data/sources.csv`
    article : its row of `data/articles.csv`, if it is one of the five
    record : where prediction and marks are kept
    is_open : whether the words are shown at once, as an instructor may wish

    """

    _esm = traitlets.Unicode(script("card.js", module=__file__, style="source.css")).tag(sync=True)
    head: traitlets.List[Any] = traitlets.List().tag(sync=True)
    is_open = traitlets.Bool().tag(sync=True)
    citations = traitlets.Dict().tag(sync=True)

    def __init__(
        self,
        excerpt: Row,
        source: Row,
        *,
        article: Row | None = None,
        record: Record | None = None,
        is_open: bool = False,
    ) -> None:
        self.excerpt, self.source, self._record = excerpt, source, record
        super().__init__(
            head=[list(line) for line in head(source, article, excerpt)], is_open=is_open, citations=citations(source)
        )

    def _item(self, part: str) -> Item:
        return Item(self._record, id_of(self.excerpt, self.excerpt["excerpt_id"], part))

    def predict(self, text: str) -> dict[str, Any]:
        """Keep a prediction and return the words of the source.

        Raises
        ------
        CourseError : the prediction has fewer than three words, or is longer than 5,000 characters

        """
        if not isinstance(text, str) or len(text) > MAX_LENGTH:
            raise CourseError(f"A prediction is text of at most {MAX_LENGTH:,} characters.")
        if len(text.split()) < LEAST_WORDS and not self.is_open:
            raise CourseError(f"Write what you expect in at least {LEAST_WORDS} words; then the text opens.")
        said = self._item("prediction").keep(text) if text.strip() else ""
        return {**self._words(), "said": said}

    def _words(self) -> dict[str, Any]:
        return {"kind": "text", "words": words_of(self.excerpt["text"]), "original": original_of(self.excerpt)}

    def mark(self, marked: list[int]) -> dict[str, Any]:
        """Keep which words a learner marked as loaded and return the class's notes beside them."""
        words = words_of(self.excerpt["text"])
        if not isinstance(marked, list) or not all(type(i) is int and 0 <= i < len(words) for i in marked):
            raise CourseError("The marked words are not words of this text. Run the cell again.")
        said = self._item("marks").keep(sorted(set(marked)))
        noted = {_bare(word) for phrase in self._loaded() for word in phrase.split()}
        also = [words[i] for i in sorted(set(marked)) if _bare(words[i]) in noted]
        return {
            "kind": "notes",
            "loaded": self._loaded(),
            "also": also,
            "notice": self.excerpt["notice"] or "",
            "said": said,
        }

    def _loaded(self) -> list[str]:
        return [phrase for phrase in (self.excerpt.get("loaded_words") or "").split("; ") if phrase]

    def reply_to(self, message: dict[str, Any]) -> list[dict[str, Any]]:
        """Return the reply to one message of the page."""
        match message.get("do"):
            case "predict":
                return [self.predict(message.get("text", ""))]
            case "mark":
                return [self.mark(message.get("marked", []))]
            case "resume":
                return self._resume()
        raise CourseError("The page asked for something that this card does not know. Run its cell again.")

    def _resume(self) -> list[dict[str, Any]]:
        prediction, marks = self._item("prediction").latest(), self._item("marks").latest()
        if not isinstance(prediction, str) and not self.is_open:
            return []
        again = {
            **self._words(),
            "prediction": prediction or "",
            "marked": marks if isinstance(marks, list) else [],
        }
        return [again]

    def text(self) -> str:
        """Return head and words as plain text; what a learner wrote is not in it."""
        lines = "\n".join(f"{name}: {value}" for name, value in self.head)
        original = original_of(self.excerpt)
        own = f"\nIn {original['language']}: “{original['text']}”" if original else ""
        said = f"Excerpt: “{self.excerpt['text']}”{own}"
        return f"Source card {self.excerpt['excerpt_id']}\n{lines}\n{said}\nCite: {cite(self.source)}"

    def html(self) -> str:
        """Return the head and a closed `<details>` with the words, for pages where no kernel runs."""
        lines = "".join(
            f"<dt><strong>{escape(name)}</strong></dt><dd>{escape(value)}</dd>" for name, value in self.head
        )
        return (
            f"<section><dl>{lines}</dl><details><summary>I have said what I expect. Open the text.</summary>"
            f"<blockquote><bdi>{escape(self.excerpt['text'])}</bdi></blockquote>{self._original_html()}"
            f"<p>{escape(cite(self.source))}</p></details></section>"
        )

    def _original_html(self) -> str:
        original = original_of(self.excerpt)
        if not original:
            return ""
        words = f"<bdi lang='{escape(original['code'])}'>{escape(original['text'])}</bdi>"
        return f"<p>The same words in {escape(original['language'])}:</p><blockquote>{words}</blockquote>"
