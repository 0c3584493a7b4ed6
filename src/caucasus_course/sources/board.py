"""Compare what every source says on one question, and take the learner's verdict before giving the course's own."""

from __future__ import annotations

from html import escape
from typing import Any

import traitlets

from caucasus_course.core.errors import CourseError
from caucasus_course.core.figures import counted, figure
from caucasus_course.core.rows import Row
from caucasus_course.data.citation import cite
from caucasus_course.learner.item import Item
from caucasus_course.learner.record import Record
from caucasus_course.sources.decision import Decision
from caucasus_course.sources.items import id_of
from caucasus_course.widgets.base import script

VERDICTS = {
    "established": "sources of different sides agree",
    "probable": "good grounds, and nothing serious against it",
    "disputed": "sources or sides contradict each other",
    "unsupported": "no source gives good grounds",
}
_WORDS = {
    "legend": "Your verdict on the question above",
    "reason": "Your reason: which source weighs most, and why?",
    "hint": "which source, and why it weighs",
    "button": "File the verdict",
    "choose": "Choose one of the four verdicts first.",
}


def lines_of(claims: list[Row], sources: dict[str, Row]) -> list[list[str]]:
    """Return a line for each claim: figure, what was counted, who says so, when, and where; measures apart, then by date."""
    ordered = sorted(claims, key=lambda claim: (claim["measure"], claim["as_of"] or "9999", claim["said_by"]))
    return [
        [
            figure(claim),
            counted(claim),
            f"{claim['said_by']} ({claim['side']})",
            claim["as_of"] or "no date",
            " ".join(cite(sources[source_id]) for source_id in claim["source_ids"].split("; ")),
        ]
        for claim in ordered
    ]


class Board(Decision):
    """One question, every claim side by side, a verdict with a reason, then the course's own.

    Parameters
    ----------
    verdict : a row of `data/verdicts.csv`: topic, question, our verdict, its reason
    claims : the rows of `data/claims.csv` on its topic
    sources : rows of `data/sources.csv` by id
    record : where the learner's verdict is kept

    """

    noun = "verdict"
    _esm = traitlets.Unicode(script("decision.js", "board.js", module=__file__, style="source.css")).tag(sync=True)
    lines: traitlets.List[Any] = traitlets.List().tag(sync=True)

    def __init__(
        self, verdict: Row, claims: list[Row], sources: dict[str, Row], *, record: Record | None = None
    ) -> None:
        if not claims:
            raise CourseError(f"There is no claim to compare on {verdict['topic']!r}.")
        self._verdict, self._sources = verdict, sources
        super().__init__(
            Item(record, id_of(verdict, verdict["topic"], "verdict")),
            question=verdict["question"],
            choices={name: f"{name}: {meaning}" for name, meaning in VERDICTS.items()},
            words=_WORDS,
            lines=lines_of(claims, sources),
        )

    def answer(self, choice: str) -> dict[str, Any]:
        """Return the course's own verdict, whatever the learner's is."""
        row = self._verdict
        evidence = [cite(self._sources[source_id]) for source_id in row["source_ids"].split("; ")]
        lead = f"The course says: {row['verdict']}."
        return {"lead": lead, "verdict": row["verdict"], "reason": row["reason"], "evidence": evidence}

    def text(self) -> str:
        """Return the question and all claims; neither the learner's verdict nor ours."""
        lines = "\n".join(
            f"- {number} | {what} | {who} | {when} | {how}" for number, what, who, when, how in self.lines
        )
        return f"Compare: {self.question}\n{lines}\nVerdicts to choose from: {', '.join(VERDICTS)}."

    def html(self) -> str:
        """Return the claims as a table, for pages where no kernel runs."""
        rows = "".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in line) + "</tr>" for line in self.lines)
        heads = "".join(f"<th>{name}</th>" for name in ("figure", "what", "who says so", "as of", "where"))
        return f"<p><strong>{escape(self.question)}</strong></p><table><tr>{heads}</tr>{rows}</table>"
