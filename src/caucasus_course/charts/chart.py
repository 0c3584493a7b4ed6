"""What every chart of the course has: two widths of one picture, its words and the table behind it."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Mapping
from html import escape
from typing import TYPE_CHECKING

from caucasus_course.charts.canvas import Canvas
from caucasus_course.charts.layout import SMALL, Layout, write
from caucasus_course.core.display import Display, picture_address, rows_html
from caucasus_course.core.errors import CourseError, nearest
from caucasus_course.core.rows import Row
from caucasus_course.core.style import MUTED_INK
from caucasus_course.core.text import clean
from caucasus_course.data.citation import cite

if TYPE_CHECKING:
    import pandas as pd

Sources = Mapping[str, Row]

WIDE, NARROW = 820, 400


def rows_of(table: pd.DataFrame, *, needs: Iterable[str], example: str) -> list[Row]:
    """Return the rows of a table, or say which column it lacks."""
    for column in needs:
        if column not in table.columns:
            close = nearest(column, map(str, table.columns))
            hint = f" Is it {close[0]!r}?" if close else ""
            raise CourseError(f"This table has no column {column!r}.{hint} A table that fits is {example}.")
    return [{str(key): value for key, value in row.items()} for row in table.to_dict("records")]


def some(rows: list[Row], *, what: str) -> list[Row]:
    """Return the rows if there are any; an empty chart would look like a fact."""
    if not rows:
        raise CourseError(f"There is nothing to draw: no {what} is left. Is the table empty, or a filter too narrow?")
    return rows


def one_or_many(value: str | Iterable[str]) -> list[str]:
    """Return what may be one name or several as a list."""
    return [value] if isinstance(value, str) else list(value)


class Chart(Display):
    """A chart: a wide and a narrow SVG, alt text, fixed plain text and the rows that it draws.

    Parameters
    ----------
    title : what the chart shows, in words
    rows : the rows behind it, in the order in which it draws them
    sources : rows of the sources table by id; without them the table names the ids

    """

    def __init__(self, title: str, rows: list[Row], *, sources: Sources | None = None) -> None:
        self.title, self.rows, self.sources = clean(title), rows, sources or {}

    @abstractmethod
    def body(self, canvas: Canvas, top: float, layout: Layout) -> float:
        """Draw what stands between title and key and return where it ends."""

    @abstractmethod
    def key(self) -> list[tuple[bool, str]]:
        """Return the sentences of the key, each with whether this chart shows what it explains."""

    def how_to_read(self) -> str:
        """Return the key in words, and only of what this chart shows."""
        return " ".join(sentence for is_shown, sentence in self.key() if is_shown)

    @abstractmethod
    def alt(self) -> str:
        """Return what the picture shows, for who cannot see it."""

    @abstractmethod
    def cells(self) -> tuple[list[str], list[list[str]]]:
        """Return the header and the rows of the table as a reader sees it."""

    def draw(self, canvas: Canvas) -> float:
        """Draw title, body, key and source line on a sheet and return how high it came to be."""
        layout = Layout(canvas.width)
        y = self.body(canvas, write(canvas, 10, self.title, layout, size=17, bold=True), layout)
        canvas.line([layout.pad, canvas.width - layout.pad], [y + 10, y + 10])
        y = write(canvas, y + 12, self.how_to_read(), layout, size=SMALL, colour=MUTED_INK)
        return write(canvas, y + 2, self.source_line(), layout, size=SMALL, colour=MUTED_INK) + 14

    def svg(self, *, width: int = WIDE) -> str:
        """Return the picture; the same chart is the same bytes."""
        canvas = Canvas(width)
        return canvas.svg(self.draw(canvas), title=self.title, description=self.alt())

    def cited(self, row: Row) -> str:
        """Return the works behind a row, each cited in one line."""
        ids = clean(row.get("source_ids")).split("; ")
        return " ".join(cite(self.sources[one]) if one in self.sources else f"{one}." for one in ids if one)

    def source_line(self) -> str:
        """Return how many works stand behind the chart and where they are named."""
        count = len({one for row in self.rows for one in clean(row.get("source_ids")).split("; ") if one})
        return f"Sources: {count} {'work' if count == 1 else 'works'}, named row by row in the table."

    def list_html(self) -> str:
        """Return what stands between picture and table; most charts need nothing."""
        return ""

    def html(self) -> str:
        """Return a `<figure>` whose picture fits a page or a telephone, with the table closed below it."""
        narrow = picture_address(self.svg(width=NARROW)).replace(" ", "%20")
        header, rows = self.cells()
        return (
            f'<figure class="course-chart" style="margin:0 0 1em;max-width:{WIDE}px">'
            f'<picture><source media="(max-width:620px)" srcset="{escape(narrow, quote=True)}">'
            f'<img src="{escape(picture_address(self.svg()), quote=True)}" alt="{escape(self.alt(), quote=True)}" '
            'style="display:block;max-width:100%;height:auto"></picture>'
            f"<figcaption>{escape(self.title)}. {escape(self.source_line())}</figcaption>{self.list_html()}"
            f'<div style="overflow-x:auto">{rows_html(header, rows, summary="The table behind this chart")}</div></figure>'
        )

    def table(self) -> pd.DataFrame:
        """Return the rows behind the chart, in its order."""
        import pandas as pd

        return pd.DataFrame(self.rows)
