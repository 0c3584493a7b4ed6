"""The course's colours, line styles and legend words: the one place for all three."""

from __future__ import annotations

from typing import NamedTuple

# A quiet paper base; no colour of any flag of the parties. Shapes keep 3:1 and text 4.5:1 against it.
PAPER = "#f6f3ec"
INK = "#2b2a28"
MUTED_INK = "#5f5a50"
WATER = "#c4d9e4"
WATER_INK = "#2a5f80"

LANGUAGES = {"en": "English", "hy": "Հայերեն", "az": "Azərbaycanca", "ru": "Русский"}

FONTS = "'Noto Sans','DejaVu Sans',system-ui,sans-serif"


class AreaStyle(NamedTuple):
    """How a shape is drawn. `dash` in SVG units; `label_rank` 0 is labelled first, None never."""

    legend: str
    fill: str
    fill_opacity: float
    stroke: str
    width: float
    dash: str = ""
    label_rank: int | None = None
    label_ink: str = MUTED_INK


class PointStyle(NamedTuple):
    """How a place is drawn: a mark (`dot`, `ring`, `diamond`, `triangle`), its radius in px and its label."""

    legend: str
    mark: str
    radius: float
    label_rank: int
    weight: int = 400


AREAS: dict[str, AreaStyle] = {
    "countries": AreaStyle("State border", PAPER, 1, "#6d675b", 1.6, "", 6, "#6d675b"),
    "rayons": AreaStyle("District or province", "#ffffff", 0, "#a49c8c", 0.7, "", 8),
    "provinces": AreaStyle("District or province", "#ffffff", 0, "#a49c8c", 0.7, "", 9),
    "sea": AreaStyle("Sea", WATER, 1, "#8fb3c6", 0.6, "", 7, WATER_INK),
    "lakes": AreaStyle("Lake", WATER, 1, "#8fb3c6", 0.6, "", 7, WATER_INK),
    "rivers": AreaStyle("River", "none", 0, "#4a86a8", 1.6, "", 5, WATER_INK),
    "oblast": AreaStyle("Soviet autonomous oblast (NKAO)", "#7b5ea7", 0.1, "#6a4c93", 2.2, "7 4", 4, "#5a3d85"),
    "road": AreaStyle("Road", "none", 0, "#a63d2f", 3.2, "", 3, "#8a2f23"),
    "road_closed": AreaStyle("Road not in use that day", "none", 0, "#a63d2f", 2.4, "3 5", 3, "#8a2f23"),
    "area": AreaStyle("Area", "#b35806", 0.28, "#8a4405", 1.6, "", 4, "#7a3c04"),
}

POINTS: dict[str, PointStyle] = {
    "city": PointStyle("City", "dot", 4.6, 0, 600),
    "town": PointStyle("Town", "dot", 3.6, 1),
    "village": PointStyle("Village", "ring", 3.2, 2),
    "pass": PointStyle("Pass", "triangle", 5, 2),
    "crossing": PointStyle("Bridge or checkpoint", "diamond", 4.6, 2),
    "airport": PointStyle("Airport", "diamond", 4.6, 2),
    "mountains": PointStyle("Mountains", "", 0, 5),
    "plain": PointStyle("Plain", "", 0, 5),
    "region": PointStyle("Region", "", 0, 4),
}
