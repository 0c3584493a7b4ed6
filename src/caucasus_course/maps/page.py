"""The page inside a map's frame: its policy, its scripts and styles, written out as they are."""

from __future__ import annotations

import re
from functools import cache
from html import escape
from importlib.resources import files

from branca.element import Element, MacroElement

from caucasus_course.core.style import FONTS, INK, MUTED_INK, PAPER

# The frame may run its own scripts and nothing else: no network, no origin, no way to the page around it.
POLICY = "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:"

_SCRIPTS = ("drawing.js", "names.js", "panels.js", "course_map.js")


@cache
def asset(name: str) -> str:
    """Return a script or style of ours without its indents and whole-line comments: it travels in every map."""
    text = (files("caucasus_course.maps") / name).read_text(encoding="utf-8")
    lines = (line.strip() for line in text.splitlines())
    return "\n".join(line for line in lines if line and not line.startswith("//"))


@cache
def leaflet(name: str) -> str:
    """Return a file of the installed Leaflet; its style without comments and the pictures that the policy refuses."""
    text = (files("xstatic.pkg.leaflet") / "data" / name).read_text(encoding="utf-8")
    if not name.endswith(".css"):
        return text
    text = re.sub(r"/\*.*?\*/|[^{};]+\{[^{}]*url\([^{}]*\}", "", text, flags=re.DOTALL)
    return re.sub(r"\s*([{};,])\s*", r"\1", text).strip()


def titled(page: str, title: str) -> str:
    """Return a page of branca's with its language, and with a title that is text."""
    return page.replace("<html>", f'<html lang="en"><title>{escape(title)}</title>', 1)


@cache
def head(scripts: tuple[str, ...]) -> str:
    """Return the page's head with the scripts that every map needs, and those named."""
    variables = f":root{{--paper:{PAPER};--ink:{INK};--muted:{MUTED_INK};--fonts:{FONTS}}}"
    return (
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
        # In place of folium's, which forbids zooming: a barrier to readers with low vision.
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<style>{leaflet('leaflet.css')}{variables}{asset('course_map.css')}</style>"
        f"<script>{leaflet('leaflet.js')}</script>"
        + "".join(f"<script>{asset(name)}</script>" for name in (*_SCRIPTS, *scripts))
    )


def attribute(page: str) -> str:
    """Escape a page for a single-quoted attribute: scripts hold many double quotes, and each would cost 5 bytes.

    An ampersand that no reference can begin with (`&&`) stays as it is, by the rules of HTML.
    """
    return re.sub(r"&(?=[A-Za-z0-9#])", "&amp;", page).replace("'", "&#39;")


class Raw(Element):  # type: ignore[misc]  # branca has no types
    """A piece of the page that is written as it is: branca would read it as a template once more."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text

    def render(self, **_: object) -> str:
        """Return the text."""
        return self.text


class Drawing(MacroElement):  # type: ignore[misc]  # branca has no types
    """All shapes, places and names of a map as inert data, and the call that draws them."""

    def __init__(self, data: str) -> None:
        super().__init__()
        self.data = data

    def render(self, **_: object) -> None:
        """Put data and call into the page of the map."""
        figure, name = self.get_root(), self._parent.get_name()
        data = f'<script type="application/json" id="course-map-data">{self.data}</script>'
        call = (
            f"whenSized({name}.getContainer(), () => drawCourseMap({name}, "
            'JSON.parse(document.getElementById("course-map-data").textContent)));'
        )
        figure.html.add_child(Raw(data), name="course-map-data")
        figure.script.add_child(Raw(call), name="course-map-call")


def container(name: str, title: str) -> Raw:
    """Return the page's main part with its heading, and in it the element that the map lives in."""
    label = escape(title, quote=True)
    return Raw(
        f'<main><h1>{label}</h1><div class="folium-map" id="{name}" role="application" aria-label="{label}"></div></main>'
    )


def beginning(name: str) -> Raw:
    """Return the call that makes the Leaflet map."""
    options = "{center: [39.8, 46.7], zoom: 8, zoomSnap: 0.25, maxZoom: 13, attributionControl: false}"
    return Raw(f'var {name} = L.map("{name}", {options});')
