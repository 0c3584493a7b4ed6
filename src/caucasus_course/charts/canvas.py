"""Draw lines, marks and words at given px with matplotlib, and return them as a reproducible SVG."""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from html import escape

from caucasus_course.charts.words import clean
from caucasus_course.style import FONTS, GUIDE, INK, PAPER, Mark

# A fixed salt makes matplotlib's ids follow from the content; text stays text, for search and for any script.
_SETTINGS = {
    "svg.hashsalt": "caucasus_course",
    "svg.fonttype": "none",
    "text.usetex": False,
    "font.family": "DejaVu Sans",
}
_NO_METADATA = dict.fromkeys(("Date", "Creator", "Format", "Type"))


class Canvas:
    """A sheet of a given width, in px from the top left; its height is told when it is finished."""

    def __init__(self, width: float) -> None:
        from matplotlib.figure import Figure

        self.width = width
        self._figure = Figure(dpi=72, facecolor=PAPER)
        self._axes = self._figure.add_axes((0, 0, 1, 1))
        self._axes.set_axis_off()

    def line(self, xs: list[float], ys: list[float], *, colour: str = GUIDE, width: float = 1, dash: str = "-") -> None:
        """Draw a line through points."""
        from matplotlib.lines import Line2D

        self._axes.add_artist(
            Line2D(
                xs, ys, color=colour, linewidth=width, linestyle=dash, clip_on=False, zorder=1 if colour == GUIDE else 2
            )
        )

    def mark(self, x: float, y: float, mark: Mark, *, hollow: bool = False, size: float = 9) -> None:
        """Draw one marker, filled or hollow."""
        from matplotlib.lines import Line2D

        # Stars and crosses cover less of their box than squares; they are drawn larger to look alike.
        size *= {"*": 1.5, "P": 1.15, "X": 1.15, (4, 1, 0): 1.6, "D": 0.88, "s": 0.92}.get(mark.marker, 1)
        fill = PAPER if hollow else mark.colour
        style = {
            "markerfacecolor": fill,
            "markeredgecolor": mark.colour,
            "markeredgewidth": 1.6,
            "markersize": size,
            "zorder": 3,
        }
        self._axes.add_artist(Line2D([x], [y], marker=mark.marker, linestyle="none", clip_on=False, **style))

    def text(
        self,
        x: float,
        y: float,
        words: str,
        *,
        size: float = 13,
        colour: str = INK,
        bold: bool = False,
        anchor: str = "left",
    ) -> None:
        """Write one line whose baseline is at y; `anchor` is left, center or right."""
        weight = "bold" if bold else "normal"
        place = {"ha": anchor, "va": "baseline", "parse_math": False, "clip_on": False}
        self._axes.text(x, y, clean(words), fontsize=size, color=colour, fontweight=weight, **place)

    def svg(self, height: float, *, title: str, description: str) -> str:
        """Return the sheet as an SVG of the given height, with its title and description."""
        self._figure.set_size_inches(self.width / 72, height / 72)
        self._axes.set_xlim(0, self.width)
        self._axes.set_ylim(height, 0)
        return _finished(_printed(self._figure), title, description)


@contextmanager
def course_style() -> Iterator[None]:
    """Let matplotlib draw as on every machine, whatever the reader's own settings."""
    import matplotlib

    with matplotlib.rc_context():
        matplotlib.rcdefaults()
        matplotlib.rcParams.update(_SETTINGS)
        yield


def _printed(figure: object) -> str:
    from matplotlib.backends.backend_svg import FigureCanvasSVG

    buffer = io.StringIO()
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Glyph")
        FigureCanvasSVG(figure).print_svg(buffer, metadata=_NO_METADATA)
    return buffer.getvalue()


def _finished(svg: str, title: str, description: str) -> str:
    """Drop the prologue, count in px, name every script's font and say what the picture shows."""
    svg = svg[svg.index("<svg") :]
    head, body = svg.split(">", 1)
    head = re.sub(r'(width|height)="([\d.]+)pt"', r'\1="\2"', head) + ' role="img">'
    words = f"<title>{escape(clean(title))}</title><desc>{escape(clean(description))}</desc>"
    return head + words + body.replace("'DejaVu Sans'", FONTS).strip()
