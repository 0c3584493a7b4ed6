"""A folium map that keeps the display contract: offline, sandboxed, the same bytes every time."""

from __future__ import annotations

import hashlib
from functools import cache
from html import escape
from importlib.resources import files
from typing import TYPE_CHECKING

import folium
from branca.element import Element, MacroElement
from jinja2 import Template

from caucasus_course.display import Display, picture_address, rows_html
from caucasus_course.errors import unknown
from caucasus_course.maps import still
from caucasus_course.maps.drawing import Layer, Name
from caucasus_course.maps.guess import Guess
from caucasus_course.maps.payload import inert, payload
from caucasus_course.maps.projection import Bounds
from caucasus_course.maps.steps import Steps, at_step
from caucasus_course.style import FONTS, INK, LANGUAGES, MUTED_INK, PAPER

if TYPE_CHECKING:
    import pandas as pd

# The frame may run its own scripts and nothing else: no network, no origin, no way to the page around it.
POLICY = "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:"

# Our own page head in place of folium's, which forbids zooming (a barrier to readers with low vision).
_PAGE = Template(
    """
    {% macro html(this, kwargs) %}<div class="folium-map" id="{{ this.get_name() }}" role="application"
    aria-label="{{ this.label }}" style="height:100%"></div>{% endmacro %}
    {% macro script(this, kwargs) %}
    var {{ this.get_name() }} = L.map("{{ this.get_name() }}", {center: [39.8, 46.7], zoom: 8, zoomSnap: 0.25,
      maxZoom: 13, attributionControl: false});
    {% endmacro %}
    """
)
_DRAWING = Template(
    """
    {% macro html(this, kwargs) %}<script type="application/json" id="course-map-data">{{ this.data }}</script>{% endmacro %}
    {% macro script(this, kwargs) %}
    whenSized({{ this._parent.get_name() }}.getContainer(), () => drawCourseMap({{ this._parent.get_name() }},
      JSON.parse(document.getElementById("course-map-data").textContent)));
    {% endmacro %}
    """
)


@cache
def _asset(name: str) -> str:
    """Return a script or style of ours without its indents and whole-line comments: it travels in every map."""
    text = (files("caucasus_course.maps") / name).read_text(encoding="utf-8")
    lines = (line.strip() for line in text.splitlines())
    return "\n".join(line for line in lines if line and not line.startswith("//"))


@cache
def _leaflet(name: str) -> str:
    text = (files("xstatic.pkg.leaflet") / "data" / name).read_text(encoding="utf-8")
    return "\n".join(line.strip() for line in text.splitlines()) if name.endswith(".css") else text


def _head(scripts: tuple[str, ...]) -> str:
    variables = f":root{{--paper:{PAPER};--ink:{INK};--muted:{MUTED_INK};--fonts:{FONTS}}}"
    return (
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<style>{_leaflet('leaflet.css')}{variables}{_asset('course_map.css')}</style>"
        f"<script>{_leaflet('leaflet.js')}</script><script>{_asset('course_map.js')}</script>"
        + "".join(f"<script>{_asset(name)}</script>" for name in scripts)
    )


@cache
def _head_template(scripts: tuple[str, ...]) -> Template:
    """Return the head as the template that branca asks for; made once, for it holds all of Leaflet."""
    return Template("{% raw %}" + _head(scripts) + "{% endraw %}")


def _attribute(page: str) -> str:
    """Escape a page for a single-quoted attribute: scripts hold many double quotes, and each would cost 5 bytes."""
    return page.replace("&", "&amp;").replace("'", "&#39;")


class _Drawing(MacroElement):
    """The one element of the map: all shapes, places and names as inert data, and the call that draws them."""

    _template = _DRAWING

    def __init__(self, data: str) -> None:
        super().__init__()
        self.data = data


class CourseMap(folium.Map, Display):
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
    _template = _PAGE

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
        # Braces too are written as entities, for branca reads its own output as a template once more.
        self.label = escape(title, quote=True).replace("{", "&#123;")
        self.layers = at_step(layers, steps.now) if steps else layers
        self.bounds, self.as_of, self.according_to, self.language = bounds, as_of, according_to, language
        data = inert(payload(layers, names, bounds=bounds, language=language, steps=steps, guess=guess))
        drawing = _Drawing(data).add_to(self)
        # branca draws its ids from chance; ours come from the content, so that the same map is the same bytes.
        self._id = hashlib.sha256((title + as_of + data).encode()).hexdigest()[:16]
        drawing._id = self._id
        head = Element()
        head._template = _head_template(("guess.js",) if guess else ("steps.js",) if steps else ())
        self.get_root().header.add_child(head, name="course")

    def _items(self, layer: Layer) -> list[str]:
        return sorted({self.names[item.place_id]["en"] for item in (*layer.shapes, *layer.points)})

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

        header = ["layer", "place_id", *(f"name_{code}" for code in LANGUAGES)]
        return pd.DataFrame(self._rows(), columns=header)

    def _rows(self) -> list[list[str]]:
        return [
            [layer.legend, item.place_id, *(self.names[item.place_id][code] for code in LANGUAGES)]
            for layer in self.layers
            if not layer.is_base
            for item in sorted((*layer.shapes, *layer.points), key=lambda item: self.names[item.place_id]["en"])
        ]

    def frame(self) -> str:
        """Return the whole page that runs inside the sandboxed frame."""
        return self.get_root().render()

    def html(self) -> str:
        """Return a `<figure>`: the still picture, the live frame over it, the caption and the list of names."""
        rows = [[row[0], *row[2:]] for row in self._rows()]
        listing = rows_html(["On the map", *LANGUAGES.values()], rows, summary="The places of this map as a list")
        label = escape(self.title, quote=True)
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
            f'<iframe title="{label}" sandbox="allow-scripts" srcdoc=\'{_attribute(self.frame())}\' '
            'style="position:absolute;inset:0;width:100%;height:100%;border:0"></iframe></div>'
            f"<figcaption>{escape(self.caption())}</figcaption>{listing}</figure>"
        )

    def _repr_html_(self, **_: object) -> str:
        return self.html()
