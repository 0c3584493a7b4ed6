"""Gather what a learner wrote and answered into one page: no script, nothing from outside, no name."""

from __future__ import annotations

import ast
from base64 import b64encode
from collections.abc import Callable, Iterable, Mapping, Sequence
from hashlib import sha256
from html import escape
from typing import Any, Protocol

from attrs import field, frozen

from caucasus_course.learner.entry import Entry

FILE_NAME = "caucasus-course-portfolio.html"
NAMELESS = "This page has no name on it: what a person writes about this war can tell what they think. Add yours only where you want it."
STYLE = """body{max-width:44rem;margin:2rem auto;padding:0 1rem;font:1rem/1.6 system-ui,sans-serif;color:#1f2328;background:#fff}
h1,h2,h3{line-height:1.3}h2{margin-top:2.5rem;border-top:1px solid #6b7280;padding-top:1rem}
mark{background:#f3e3b3;color:#1f2328;text-decoration:underline}blockquote{margin:.5rem 0 1rem;padding-left:1rem;border-left:4px solid #6b7280;overflow-wrap:anywhere}
dt{font-weight:600;margin-top:.75rem}dd{margin:0 0 0 1rem;overflow-wrap:anywhere}@media print{h2{break-before:page}}"""

AnswerInWords = Callable[[Any, Any], tuple[str, str]]


class Question(Protocol):
    """What the portfolio asks of a question: its id and the sentence that asks."""

    @property
    def id(self) -> str: ...  # noqa: D102
    @property
    def stem(self) -> str: ...  # noqa: D102


class Bank(Protocol):
    """What the portfolio asks of a bank: its questions. Quizzes stand on the record, so nothing here imports them."""

    @property
    def questions(self) -> Sequence[Question]: ...  # noqa: D102


@frozen(kw_only=True)
class Chapter:
    """A lesson as the portfolio needs it: its number and title, its questions, the prompts of its boxes by their ids.

    `passages` has the excerpts in which words can be marked, by the ids of the marks.
    """

    number: str
    title: str
    bank: Bank | None
    prompts: Mapping[str, str]
    passages: Mapping[str, str] = field(factory=dict)


def prompts_in(notebook: Mapping[str, Any]) -> dict[str, str]:
    """Return the prompt of each `reflect("01-prediction", "Where …?")` in a lesson, by its id."""
    found: dict[str, str] = {}
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            found.update(_prompts("".join(cell["source"])))
    return found


def _prompts(source: str) -> dict[str, str]:
    try:
        tree = ast.parse(source)
    except SyntaxError:  # a learner's own cell
        return {}
    calls = [
        node for node in ast.walk(tree) if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "reflect"
    ]
    constants = ([arg.value for arg in call.args if isinstance(arg, ast.Constant)] for call in calls)
    texts = ([value for value in values[:2] if isinstance(value, str)] for values in constants)
    return {pair[0]: pair[1] for pair in texts if len(pair) == 2}


def _paragraphs(text: str) -> str:
    parts = [part for part in text.splitlines() if part.strip()]
    return "".join(f'<p><bdi dir="auto">{escape(part)}</bdi></p>' for part in parts)


def _verdict(verdict: Mapping[str, Any]) -> str:
    said = escape(str(verdict.get("verdict", "")))
    return f"<p><strong>{said}</strong></p>{_paragraphs(str(verdict.get('reason', '')))}"


def _passage(text: str, marked: list[Any]) -> str:
    """Return an excerpt with the words marked that the learner marked; nothing if the excerpt has changed since."""
    words = text.split()
    if not all(type(place) is int and 0 <= place < len(words) for place in marked):
        return ""
    shown = (f"<mark>{escape(word)}</mark>" if n in marked else escape(word) for n, word in enumerate(words))
    return f'<p><bdi dir="auto">{" ".join(shown)}</bdi></p>' if marked else ""


def _words(chapter: Chapter, entry: Entry) -> str:
    """Return what stands in an entry as HTML: a text, a verdict with its reason, or marked words."""
    if isinstance(entry.value, str):
        return _paragraphs(entry.value)
    if isinstance(entry.value, dict):
        return _verdict(entry.value)
    passage = chapter.passages.get(entry.item_id, "")
    return _passage(passage, entry.value) if isinstance(entry.value, list) else ""


def _texts(chapter: Chapter, entries: Iterable[Entry]) -> str:
    latest = {entry.item_id: entry for entry in entries if entry.kind in ("prediction", "reflection")}
    written = ((entry, _words(chapter, entry)) for entry in latest.values())
    return "".join(
        f"<h3>{escape(chapter.prompts.get(entry.item_id, entry.item_id))}</h3><blockquote>{words}</blockquote>"
        for entry, words in written
        if words
    )


def _answers(chapter: Chapter, entries: Iterable[Entry], in_words: AnswerInWords) -> str:
    answers = {
        entry.item_id: entry.value["answer"]
        for entry in entries
        if entry.kind == "quiz" and isinstance(entry.value, dict) and "answer" in entry.value
    }
    rows = []
    for question in chapter.bank.questions if chapter.bank else ():
        if question.id in answers:
            answer, mark = in_words(question, answers[question.id])
            said = f'<dd><bdi dir="auto">{escape(answer)}</bdi></dd><dd>{escape(mark)}</dd>'
            rows.append(f"<dt>{escape(question.stem)}</dt>{said}")
    return f"<h3>Quiz</h3><dl>{''.join(rows)}</dl>" if rows else ""


def _chapter(chapter: Chapter, entries: list[Entry], in_words: AnswerInWords) -> str:
    own = [entry for entry in entries if entry.lesson == chapter.number]
    body = _texts(chapter, own) + _answers(chapter, own, in_words)
    return f"<section><h2>{escape(f'{chapter.number} {chapter.title}')}</h2>{body}</section>" if body else ""


def write_portfolio(entries: Iterable[Entry], chapters: Iterable[Chapter], *, in_words: AnswerInWords) -> str:
    """Return the portfolio as one HTML page.

    Parameters
    ----------
    entries : what the learner's record has, oldest first
    chapters : the lessons, in their order
    in_words : what says an answer to a question, and its mark, in words

    """
    kept = list(entries)
    chosen = "".join(_chapter(chapter, kept, in_words) for chapter in chapters)
    # The browser runs and fetches nothing; the one style sheet is known by its hash.
    policy = f"default-src 'none'; style-src 'sha256-{b64encode(sha256(STYLE.encode()).digest()).decode()}'"
    head = (
        f'<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{policy}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>My portfolio</title><style>{STYLE}</style>"
    )
    body = chosen or "<p>Nothing has been written or answered yet.</p>"
    return (
        f'<!DOCTYPE html>\n<html lang="en"><head>{head}</head>'
        f"<body><main><h1>My portfolio</h1><p>{NAMELESS}</p>{body}</main></body></html>\n"
    )
