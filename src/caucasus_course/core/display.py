"""The contract that every display keeps: html, still picture, alt text, plain text and the table behind it."""

from __future__ import annotations

from abc import ABC, abstractmethod
from html import escape
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

if TYPE_CHECKING:
    import pandas as pd


class Display(ABC):
    """Something that a lesson shows, the same in every place where a notebook is opened."""

    title: str

    @abstractmethod
    def text(self) -> str:
        """Return the fixed plain text: the screen reader's alternative and what nbval compares."""

    @abstractmethod
    def html(self) -> str:
        """Return the HTML that needs neither network nor kernel."""

    @abstractmethod
    def table(self) -> pd.DataFrame:
        """Return the rows behind the display."""

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        return {"text/plain": self.text(), "text/html": self.html()}

    def __repr__(self) -> str:
        """Return the plain text, so that a terminal shows what a notebook would read out."""
        return self.text()


def picture_address(svg: str) -> str:
    """Return an SVG as a `data:` address for an `<img>`, percent-encoded (a third shorter than base64)."""
    return "data:image/svg+xml," + quote(svg, safe=" !$&'()*+,-./:;=?@[]_~")


def details_html(summary: str, inside: str, *, is_open: bool = False) -> str:
    """Return a `<details>`; in JupyterLab its keys are its own, where Enter would else open an editor."""
    opened = " open" if is_open else ""
    return f'<details{opened}><summary data-lm-suppress-shortcuts="true">{escape(summary)}</summary>{inside}</details>'


def rows_html(header: list[str], rows: list[list[str]], *, summary: str) -> str:
    """Return a closed `<details>` with a table of escaped text."""
    head = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in header)
    body = "".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in rows)
    return details_html(summary, f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>")
