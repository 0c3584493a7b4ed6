"""Show chosen rows of a table as a table that is read: a header, cells in words, the same everywhere."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING, Any

from caucasus_course.core.display import Display
from caucasus_course.core.figures import number
from caucasus_course.core.text import clean, is_empty

if TYPE_CHECKING:
    import pandas as pd

NOTHING = "–"
_LEFT = "style='text-align:left'"  # words are read from the left; JupyterLab sets cells as if all were numbers


def cell_words(value: Any) -> str:
    """Return a cell as a reader would write it: days as `YYYY-MM-DD`, numbers with thousands apart, a dash for nothing."""
    if is_empty(value):
        return NOTHING
    if isinstance(value, datetime.date):  # a timestamp is one too
        return value.isoformat()[:10]
    if isinstance(value, int | float) and not isinstance(value, bool):
        return number(value)
    return clean(value)


class Listing(Display):
    """Rows of a table.

    Parameters
    ----------
    title : what the rows are
    header : the columns' names
    body : the cells, already in words

    """

    def __init__(self, title: str, header: Sequence[str], body: Sequence[Sequence[str]]) -> None:
        self.title, self.header, self.body = title, list(header), [list(cells) for cells in body]

    def text(self) -> str:
        """Return a line for the header and one for each row, cells parted by ` | `."""
        return "\n".join(" | ".join(cells) for cells in (self.header, *self.body))

    def html(self) -> str:
        """Return a table with a caption; every text is escaped."""
        head = "".join(f"<th scope='col' {_LEFT}>{escape(name)}</th>" for name in self.header)
        rows = "".join(
            f"<tr>{''.join(f'<td {_LEFT}>{escape(cell)}</td>' for cell in cells)}</tr>" for cells in self.body
        )
        caption = f"<caption {_LEFT}>{escape(self.title)}</caption>"
        return f"<table class='listing'>{caption}<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"

    def table(self) -> pd.DataFrame:
        """Return the cells as a frame of text."""
        import pandas as pd

        return pd.DataFrame(self.body, columns=self.header)
