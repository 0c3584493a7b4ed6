"""The contract that every display keeps: html, still picture, alt text, plain text and the table behind it."""

from __future__ import annotations

from abc import ABC, abstractmethod
from html import escape
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

if TYPE_CHECKING:
    import pandas as pd


class Shown:
    """Something that a lesson shows: maps, charts, cards and every widget keep this contract."""

    def text(self) -> str:
        """Return the fixed plain text: the screen reader's alternative and what nbval compares."""
        raise NotImplementedError(f"{type(self).__name__} has no plain text")

    def html(self) -> str:
        """Return the HTML that needs neither network nor kernel."""
        raise NotImplementedError(f"{type(self).__name__} has no HTML")

    def __repr__(self) -> str:
        """Return the plain text, so that a terminal shows what a notebook would read out."""
        return self.text()


def fallback(shown: Shown) -> dict[str, str]:
    """Return what stands in an output wherever no kernel runs: by MIME type, the same for everybody."""
    return {"text/plain": shown.text(), "text/html": shown.html()}


class Display(Shown, ABC):
    """Something that is shown the same in every place where a notebook is opened, with the rows behind it."""

    title: str

    @abstractmethod
    def table(self) -> pd.DataFrame:
        """Return the rows behind the display."""

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        return fallback(self)


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
