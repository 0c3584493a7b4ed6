"""The course's colours, line styles and legend words: the one place for all three."""

from __future__ import annotations

from typing import NamedTuple

# A quiet paper base; no colour of any flag of the parties. Shapes keep 3:1 and text 4.5:1 against it.
PAPER = "#f6f3ec"
INK = "#2b2a28"
MUTED_INK = "#5f5a50"
WATER = "#c4d9e4"
WATER_INK = "#2a5f80"

# The base, from the ground up; names of neighbouring districts would crowd the map, so only some layers are labelled.
BASE = ("sea", "countries", "provinces", "rayons", "lakes")

FONTS = "'Noto Sans','DejaVu Sans',system-ui,sans-serif"


class AreaStyle(NamedTuple):
    """How a shape is drawn. `dash` in SVG units; `label_rank` 0 is labelled first, None never; `hatch` over the fill."""

    legend: str
    fill: str
    fill_opacity: float
    stroke: str
    width: float
    dash: str = ""
    label_rank: int | None = None
    label_ink: str = MUTED_INK
    hatch: str = ""


class PointStyle(NamedTuple):
    """How a place is drawn: a mark (`dot`, `ring`, `square`, …), its radius in px and its label."""

    legend: str
    mark: str
    radius: float
    label_rank: int
    weight: int = 400
    ink: str = INK


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

# Blue and named on the map: no line of the legend is spent on them.
SELF_EVIDENT = frozenset({"sea", "lakes"})

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


# Hatches on a tile of 8 × 8 px: path, width of its line, opacity.
HATCHES: dict[str, tuple[str, float, float]] = {
    "lines": ("M-2 6L2 10M-2 -2L10 10M6 -2L10 2", 0.9, 0.55),
    "dots": ("M2 2h.01M6 6h.01", 1.9, 0.75),
    "rows": ("M0 2h8M0 6h8", 0.8, 0.6),
    "bands": ("M-2 2L2 -2M-2 10L10 -2M6 10L10 6", 1.7, 0.55),
}

# Who holds a place: a hue, and beside it a hatch for areas and a mark of its own for places. The hues are those of
# SIDES. What only one side says is an open ring or a banded area: it never looks like what is settled.
_HELD = (
    # key, legend, fill, hatch, line, dash, mark
    ("soviet", "Soviet authorities", "#c9c3b4", "", "#6d675b", "", "dot"),
    ("azerbaijan", "Azerbaijan", "#ecd09a", "", "#94590a", "", "dot"),
    ("armenian", "Armenian forces", "#bba4e0", "lines", "#5f3a94", "", "square"),
    ("armenia", "Armenia", "#e4dbf1", "", "#5f3a94", "", "square"),
    ("karabakh", "Karabakh Armenian authorities, Russian peacekeepers", "#e2d5ef", "dots", "#5f3a94", "", "triangle"),
    ("peacekeepers", "Corridor under Russian peacekeepers", "#bfd0dc", "rows", "#3f5f78", "", "triangle"),
    ("contested", "Contested, or taken but not settled", "#f3e6c8", "bands", "#2b2a28", "4 3", "diamond"),
)  # fmt: skip
HOLDERS: dict[str, str] = {
    "Soviet authorities": "soviet",
    "Azerbaijan": "azerbaijan",
    "Armenian forces": "armenian",
    "Armenia": "armenia",
    "Karabakh Armenian authorities with Russian peacekeepers": "karabakh",
    "Russian peacekeepers": "peacekeepers",
    "contested": "contested",
}
for _key, _legend, _fill, _hatch, _line, _dash, _mark in _HELD:
    AREAS[f"held_{_key}"] = AreaStyle(_legend, _fill, 1, _line, 1.1, _dash, None, hatch=_hatch)
    POINTS[f"at_{_key}"] = PointStyle(_legend, _mark, 4, 1, ink=_line)
    POINTS[f"said_{_key}"] = PointStyle(f"{_legend}: announced by one side", "ring", 4, 1, ink=_line)
HELD = frozenset(f"{part}_{row[0]}" for row in _HELD for part in ("held", "at", "said"))
AREAS["edge_1994"] = AreaStyle("Edge of the area held 1994–2020", "none", 0, "#2b2a28", 2)
AREAS["edge_before"] = AreaStyle("Edge before the war of 2020", "none", 0, "#2b2a28", 1.6, "2 4")
AREAS["oblast_line"] = AreaStyle("Soviet autonomous oblast (NKAO)", "none", 0, "#5a3d85", 1.5, "5 4", 4, "#5a3d85")

# Arrows of flight, in the two hues of SIDES; the second has a hatch too. Labelled with the number before anything else.
AREAS["flight_armenians"] = AreaStyle("Armenians who fled", "#b9a1dc", 0.9, "#5f3a94", 1.2, "", 0, "#4a2a78")
AREAS["flight_azerbaijanis"] = AreaStyle(
    "Azerbaijanis who fled", "#ecd09a", 0.9, "#94590a", 1.2, "", 0, "#7a4906", "lines"
)
AREAS["flight_unsaid"] = AreaStyle("Flight for which this side gives no number", PAPER, 0.9, "#6d675b", 1, "2 3")
POINTS["anchor"] = PointStyle("Where an arrow begins or ends", "dot", 3, 1)

# A guess and its answer: told apart by hatch and by the words beside each name, not by colour alone.
AREAS["guess_open"] = AreaStyle("Not marked", PAPER, 0.5, "#6d675b", 1.2, "", 3)
AREAS["guess_marked"] = AreaStyle("Marked by you", "#bfd0dc", 0.95, "#3f5f78", 2, "", 3, hatch="lines")
AREAS["guess_right"] = AreaStyle("Marked, and part of the answer", "#5f7f98", 0.95, "#2b2a28", 2, "", 3)
AREAS["guess_missed"] = AreaStyle(
    "Part of the answer, not marked", "#e9e2d0", 0.95, "#2b2a28", 2, "4 3", 3, hatch="dots"
)
AREAS["guess_wrong"] = AreaStyle(
    "Marked, not part of the answer", "#f0d9d9", 0.95, "#7a2b2b", 2, "2 3", 3, hatch="bands"
)


class Mark(NamedTuple):
    """How a chart draws one side or kind: its colour and a marker, in matplotlib's letters, that no other has."""

    colour: str
    marker: str | tuple[int, int, int]


# The two peoples' sides have a hue each, far apart for every eye; all others are ink, slate or grey.
# Within a colour the marker alone tells the sides apart, so grey print loses nothing.
_OCHRE, _VIOLET, _SLATE, _GREY = "#94590a", "#5f3a94", "#3f5f78", "#6d675b"

SIDES: dict[str, Mark] = {
    "Azerbaijani": Mark(_OCHRE, "D"),
    "Armenian": Mark(_VIOLET, "^"),
    "Karabakh Armenian": Mark(_VIOLET, "v"),
    "Russian": Mark(_SLATE, "s"),
    "Turkish": Mark(_SLATE, "p"),
    "Western": Mark(_SLATE, ">"),
    "international body": Mark(INK, "o"),
    "international court": Mark(INK, "P"),
    "human-rights organisation": Mark(INK, "*"),
    "press": Mark(_GREY, "X"),
    "academic": Mark(_GREY, "h"),
    "neutral data": Mark(_GREY, "<"),
    "other": Mark(_GREY, (4, 1, 0)),  # a star of four points
}

# Kinds of events take no side's hue.
KINDS: dict[str, Mark] = {
    "military": Mark("#7a3f4a", "D"),
    "diplomatic": Mark(_SLATE, "s"),
    "political": Mark(_GREY, "^"),
    "legal": Mark(INK, "P"),
    "humanitarian": Mark("#4f6420", "o"),
}

# Lines that help the eye and carry nothing themselves.
GUIDE = "#cfc8b8"
