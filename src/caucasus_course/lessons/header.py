"""Show what a lesson asks, how long it takes and what to know before it."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from caucasus_course.core.days import date_words
from caucasus_course.core.display import Display

if TYPE_CHECKING:
    import pandas as pd

# Two days that a reader would else take for one: facts may be old and have been looked through yesterday.
_FACTS = "the date of the newest fact or source that this lesson uses"
_CHECKED = "when somebody last looked for errors and for news"


class LessonHeader(Display):
    """The head of a lesson, from its rows in `data/lessons.csv` and `data/freshness.csv`."""

    def __init__(self, lesson: dict[str, Any]) -> None:
        self.lesson = lesson
        self.title = f"Lesson {lesson['lesson_id']} · {lesson['title']}"

    def _lines(self) -> list[tuple[str, str]]:
        it = self.lesson
        minutes = it["minutes_read"] + it["minutes_do"] + it["minutes_discuss"]
        time = f"{minutes} minutes: read {it['minutes_read']}, do {it['minutes_do']}, discuss {it['minutes_discuss']}"
        return [
            ("Question", it["question"]),
            ("Time", time),
            ("Before it", it["prerequisites"]),
            ("Content note", it["content_note"]),
            ("If you would rather skip", it["skip_path"]),
            ("Facts as of", f"{date_words(it['facts_as_of'])}, {_FACTS}"),
            ("Last checked", f"{date_words(it['checked_on'])}, {_CHECKED}"),
        ]

    def text(self) -> str:
        """Return the head as lines of plain text."""
        return "\n".join([self.title, *(f"{name}: {value}" for name, value in self._lines())])

    def html(self) -> str:
        """Return the head as a described list."""
        lines = "".join(
            f"<dt style='font-weight:600;float:none;width:auto'>{escape(name)}</dt><dd style='margin:0;float:none;width:auto'>{escape(value)}</dd>"
            for name, value in self._lines()
        )
        return (
            "<dl class='lesson-header' style='display:grid;grid-template-columns:fit-content(9em) 1fr;gap:6px 16px;"
            f"box-sizing:border-box;max-width:46em;border-left:4px solid #a63d2f;padding:4px 0 4px 14px;margin:0'>{lines}</dl>"
        )

    def table(self) -> pd.DataFrame:
        """Return the head as a frame of two columns."""
        import pandas as pd

        return pd.DataFrame(self._lines(), columns=["what", "text"])
