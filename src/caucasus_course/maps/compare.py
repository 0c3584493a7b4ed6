"""Two maps side by side, or one over the other where there is no room."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from caucasus_course.core.display import Display
from caucasus_course.core.errors import CourseError
from caucasus_course.maps.course_map import CourseMap

if TYPE_CHECKING:
    import pandas as pd

_BOX = "flex:1 1 340px;min-width:0"


class MapPair(Display):
    """Two course maps to compare: two dates, or two claimants."""

    def __init__(self, left: CourseMap, right: CourseMap, *, title: str) -> None:
        for side in (left, right):
            if not isinstance(side, CourseMap):
                raise CourseError(
                    f"Two maps can be compared, but {side!r} is none. Make each with map_control or another map_… word."
                )
        self.title, self.left, self.right = title, left, right

    def text(self) -> str:
        """Return the texts of both maps, the left one first."""
        return f"Two maps: {self.title}\nLeft. {self.left.text()}\nRight. {self.right.text()}"

    def table(self) -> pd.DataFrame:
        """Return the rows of both maps; `map` says of which."""
        import pandas as pd

        return pd.concat(
            [self.left.table().assign(map="left"), self.right.table().assign(map="right")], ignore_index=True
        )

    def html(self) -> str:
        """Return both figures in a row that wraps."""
        boxes = "".join(f'<div style="{_BOX}">{side.html()}</div>' for side in (self.left, self.right))
        return (
            f'<section aria-label="{escape(self.title, quote=True)}"><p><strong>{escape(self.title)}</strong></p>'
            f'<div style="display:flex;flex-wrap:wrap;gap:12px">{boxes}</div></section>'
        )


def map_compare(left: CourseMap, right: CourseMap, *, title: str | None = None) -> MapPair:
    """Return two maps side by side, stacked on a narrow page."""
    return MapPair(left, right, title=title or f"{left.as_of} and {right.as_of}")
