"""Show authors who explain one thing differently, and ask which evidence would decide between them."""

from __future__ import annotations

from html import escape
from typing import Any

import traitlets

from caucasus_course.core.display import details_html
from caucasus_course.core.errors import CourseError
from caucasus_course.core.rows import Row
from caucasus_course.data.citation import cite, cite_html
from caucasus_course.learner.item import Item
from caucasus_course.learner.record import Record
from caucasus_course.sources.decision import Decision
from caucasus_course.sources.items import id_of
from caucasus_course.widgets.base import script

_WORDS = {
    "legend": "Which evidence would decide between them?",
    "reason": "Your reason: whom would it help, whom would it trouble, and why?",
    "hint": "what this evidence would show, and against whom",
    "button": "Keep my choice",
    "choose": "Choose one kind of evidence first.",
}


def account_of(row: Row, sources: dict[str, Row]) -> dict[str, Any]:
    """Return what a page shows of one explanation: whose it is, what it says, what speaks for it and against."""
    work = sources[row["source_id"]]
    others = [sources[source_id] for source_id in (row["source_ids"] or "").split("; ") if source_id]
    return {
        "author": row["author"],
        "what": f"{work['title']}, {str(work['date'])[:4] if work['date'] else 'no date'}; {row['perspective']}",
        "explanation": row["explanation"],
        "speaks_for": row["evidence_for"],
        "speaks_against": row["evidence_against"],
        "sources": [cite(source) for source in (work, *others)],
    }


class Explanations(Decision):
    """One question of cause, two to four authors who answer it differently, and evidence to choose from.

    Parameters
    ----------
    question : a row of `data/questions.csv`
    rows : its rows of `data/explanations.csv`
    deciding : its rows of `data/deciding.csv`: a kind of evidence, and what it would show
    sources : rows of `data/sources.csv` by id
    record : where the learner's choice is kept

    """

    noun = "evidence"
    _esm = traitlets.Unicode(script("decision.js", "explanations.js", module=__file__, style="source.css")).tag(
        sync=True
    )
    accounts: traitlets.List[Any] = traitlets.List().tag(sync=True)

    def __init__(
        self,
        question: Row,
        rows: list[Row],
        deciding: list[Row],
        sources: dict[str, Row],
        *,
        record: Record | None = None,
    ) -> None:
        if len(rows) < 2:
            raise CourseError(f"Fewer than two authors explain {question['question_id']!r}.")
        self._rows, self._sources = rows, sources
        self._replies = {row["evidence"]: row["reply"] for row in deciding}
        super().__init__(
            Item(record, id_of(question, question["question_id"], "evidence")),
            question=question["question"],
            choices={evidence: evidence for evidence in self._replies},
            words=_WORDS,
            accounts=[account_of(row, sources) for row in rows],
        )

    def answer(self, choice: str) -> dict[str, Any]:
        """Return what the evidence chosen would show; nothing of evidence that is not on the list any more."""
        reply = self._replies.get(choice, "This evidence is not on the list any more.")
        return {"lead": f"{choice}:", "reason": reply, "evidence": []}

    def text(self) -> str:
        """Return the question, each author's answer and the evidence to choose from; not what it would show."""
        told = [
            f"- {account['author']} ({account['what']}): {account['explanation']}\n"
            f"  Speaks for it: {account['speaks_for']}\n  Speaks against it: {account['speaks_against']}\n"
            f"  Sources: {' '.join(account['sources'])}"
            for account in self.accounts
        ]
        return "\n".join([f"Why? {self.question}", *told, f"Which evidence would decide? {'; '.join(self.choices)}."])

    def _account_html(self, row: Row, account: dict[str, Any]) -> str:
        works = [self._sources[name] for name in (row["source_id"], *(row["source_ids"] or "").split("; ")) if name]
        return (
            f"<li><p><strong><bdi>{escape(account['author'])}</bdi></strong> ({escape(account['what'])})</p>"
            f"<p>{escape(account['explanation'])}</p>"
            f"<dl><dt><strong>Speaks for it</strong></dt><dd>{escape(account['speaks_for'])}</dd>"
            f"<dt><strong>Speaks against it</strong></dt><dd>{escape(account['speaks_against'])}</dd></dl>"
            f"<p><small>{' '.join(cite_html(work) for work in works)}</small></p></li>"
        )

    def html(self) -> str:
        """Return the authors' answers, and closed what each kind of evidence would show, for pages without a kernel."""
        told = "".join(self._account_html(*pair) for pair in zip(self._rows, self.accounts, strict=True))
        shows = "".join(f"<dt>{escape(name)}</dt><dd>{escape(reply)}</dd>" for name, reply in self._replies.items())
        kinds = "".join(f"<li>{escape(name)}</li>" for name in self._replies)
        return (
            f"<section><p><strong>{escape(self.question)}</strong></p><ul>{told}</ul>"
            f"<p><strong>{escape(self.words['legend'])}</strong></p><ul>{kinds}</ul>"
            f"{details_html('What each would show', f'<dl>{shows}</dl>')}</section>"
        )
