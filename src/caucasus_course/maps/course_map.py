"""A folium map that keeps the display contract: offline, sandboxed, the same bytes every time."""

from __future__ import annotations

import hashlib
from html import escape
from typing import TYPE_CHECKING

import folium

from caucasus_course.core.display import Display, picture_address, rows_html
from caucasus_course.core.errors import unknown
from caucasus_course.core.languages import LANGUAGES, name_column
from caucasus_course.maps import page, still
from caucasus_course.maps.drawing import Layer, Name
from caucasus_course.maps.guess import Guess
from caucasus_course.maps.payload import inert, payload
from caucasus_course.maps.projection import Bounds
from caucasus_course.maps.steps import Steps, at_step

if TYPE_CHECKING:
    import pandas as pd


class CourseMap(folium.Map, Display):  # type: ignore[misc]  # folium has no types
    """A map of the course: live in a sandboxed frame over a still picture, with its text and table.

    Parameters
    ----------
    title : what the map shows, as a heading
    layers : what is drawn, from the ground up
    names : every drawn thing's names by place id
    bounds : south, west, north, east in degrees
    as_of : the date that the map speaks of, as the reader should see it
    according_to : whose account the map follows
    language : code of the language that the names start in: en, hy, az or ru
    guess : a question whose answer the reader marks on the stepped layer before it is shown
    steps : the states that the stepped layers go through; picture, text and table show the one it opens with

    """

    default_js = ()
    default_css = ()

    def __init__(
        self,
        title: str,
        layers: list[Layer],
        names: dict[str, Name],
        *,
        bounds: Bounds,
        as_of: str,
        according_to: str,
        language: str = "en",
        steps: Steps | None = None,
        guess: Guess | None = None,
    ) -> None:
        if language not in LANGUAGES:
            raise unknown("language", language, LANGUAGES)
        super().__init__(tiles=None)
        self.title, self.names, self.steps, self.guess = title, names, steps, guess
        self.layers = at_step(layers, steps.now) if steps else layers
        self.bounds, self.as_of, self.according_to, self.language = bounds, as_of, according_to, language
        data = inert(payload(layers, names, bounds=bounds, language=language, steps=steps, guess=guess))
        drawing = page.Drawing(data).add_to(self)
        # branca draws its ids from chance; ours come from the content, so that the same map is the same bytes.
        self._id = hashlib.sha256((title + as_of + data).encode()).hexdigest()[:16]
        drawing._id = self._id
        head = page.head(("guess.js",) if guess else ("steps.js",) if steps else ())
        self.get_root().header.add_child(page.Raw(head), name="course")

    def render(self, **kwargs: object) -> None:
        """Put the map into its page: our own beginning in place of folium's, then everything added to the map."""
        figure, name = self.get_root(), self.get_name()
        figure.html.add_child(page.container(name, self.title), name=name)
        figure.script.add_child(page.beginning(name), name=name)
        for child in self._children.values():
            child.render(**kwargs)

    def _items(self, layer: Layer) -> list[str]:
        return sorted({self.names[place_id]["en"] for place_id in layer.place_ids})

    def caption(self) -> str:
        """Return title, date and account in one line."""
        stop = "" if self.title.endswith(("?", "!", ".")) else "."
        return f"{self.title}{stop} As of {self.as_of}, according to {self.according_to}."

    def text(self) -> str:
        """Return the title, the date, the account and everything named on the map, layer by layer."""
        lines = [f"Map: {self.title}", f"As of {self.as_of}, according to {self.according_to}."]
        if self.guess:
            lines.append(f"Question: {self.guess.question} Mark on the map or in the list, then reveal.")
        elif self.steps:
            now = self.steps.now
            lines.append(f"{self.steps.name} {self.steps.at + 1} of {len(self.steps.steps)}, {now.label}: {now.text}")
        lines += [f"{layer.legend}: {', '.join(self._items(layer))}" for layer in self.layers if not layer.is_base]
        lines += [f"Note on {name}: {remark}" for name, remark in self._remarks()]
        base = [f"{layer.legend} ({len(layer.shapes)})" for layer in self.layers if layer.is_base]
        return "\n".join(lines + ([f"Base: {', '.join(base)}"] if base else []))

    def alt(self) -> str:
        """Return one sentence for who cannot see the picture; the list below the map says the rest."""
        shown = [f"{layer.legend.lower()}: {len(self._items(layer))}" for layer in self.layers if not layer.is_base]
        return f"Map: {self.caption()} Shown: {'; '.join(shown)}. The list under the map names them all."

    def still(self) -> str:
        """Return the map as an SVG picture."""
        return still.draw(
            self.layers,
            self.names,
            bounds=(self.steps and self.steps.now.bounds) or self.bounds,
            language=self.language,
        )

    def table(self) -> pd.DataFrame:
        """Return a row for each thing drawn (base excepted): layer, place_id and its names."""
        import pandas as pd

        header = ["layer", "place_id", *map(name_column, LANGUAGES)]
        return pd.DataFrame(self._rows(), columns=header)

    def _rows(self) -> list[list[str]]:
        return [
            [layer.legend, place_id, *(self.names[place_id][code] for code in LANGUAGES)]
            for layer in self.layers
            if not layer.is_base
            for place_id in sorted(layer.place_ids, key=lambda place_id: self.names[place_id]["en"])
        ]

    def _remarks(self) -> list[list[str]]:
        return sorted([name["en"], name.remark] for name in self.names.values() if name.remark)

    def frame(self) -> str:
        """Return the whole page that runs inside the sandboxed frame."""
        return page.titled(self.get_root().render(), self.title)

    def html(self) -> str:
        """Return a `<figure>`: the still picture, the live frame over it, the caption and the list of names."""
        rows = [[row[0], *row[2:]] for row in self._rows()]
        listing = rows_html(
            ["On the map", *(language.own for language in LANGUAGES.values())],
            rows,
            summary="The places of this map as a list",
        )
        label = escape(self.title, quote=True)
        if remarks := self._remarks():
            notes = "".join(f"<li><strong>{escape(name)}</strong>: {escape(text)}</li>" for name, text in remarks)
            listing = f"<details open><summary>The notes on this map</summary><ul>{notes}</ul></details>{listing}"
        if self.steps and not self.guess:
            listing += rows_html(
                [self.steps.name, "What it shows"],
                [[step.label, step.text] for step in self.steps.steps],
                summary="All states of this map as a list",
            )
        return (
            '<figure class="course-map" style="margin:0 0 1em;max-width:960px">'
            '<div style="position:relative;border:1px solid #b9b2a3;line-height:0">'
            f'<img src="{picture_address(self.still())}" alt="{escape(self.alt(), quote=True)}" '
            f'style="display:block;width:100%;aspect-ratio:{"8/6" if self.steps else "8/5"};'
            f'min-height:{560 if self.steps else 380}px;object-fit:contain;background:#f6f3ec">'
            f'<iframe title="{label}" sandbox="allow-scripts" srcdoc=\'{page.attribute(self.frame())}\' '
            'style="position:absolute;inset:0;width:100%;height:100%;border:0"></iframe></div>'
            f"<figcaption>{escape(self.caption())}</figcaption>{listing}</figure>"
        )

    def _repr_html_(self, **_: object) -> str:
        return self.html()
