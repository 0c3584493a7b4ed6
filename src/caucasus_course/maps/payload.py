"""Turn what a map draws into one inert block of JSON for its frame."""

from __future__ import annotations

import json
from typing import Any

from caucasus_course.maps.drawing import Layer, Name, Ring
from caucasus_course.maps.projection import Bounds
from caucasus_course.style import AREAS, LANGUAGES, POINTS

# Coordinates travel as whole steps of this many degrees (about 110 m north–south), each as the way from the last.
STEP = 0.001


def steps(ring: Ring) -> list[int]:
    """Return a ring as [x0, y0, dx1, dy1, …] in whole steps, without points that fall together."""
    flat: list[int] = []
    last = (0, 0)
    for lon, lat in ring:
        here = (round(lon / STEP), round(lat / STEP))
        if not flat or here != last:
            flat += [here[0] - last[0], here[1] - last[1]]
            last = here
    return flat


def _layer(layer: Layer, facts: list[tuple[str, ...]]) -> dict[str, Any]:
    look = (AREAS[layer.style] if layer.shapes else POINTS[layer.style])._asdict()
    return {
        "legend": layer.legend,
        "look": {key: value for key, value in look.items() if key != "legend"},
        "labelled": layer.labelled,
        "shapes": [
            [shape.place_id, int(shape.closed), facts.index(shape.facts), [steps(ring) for ring in shape.rings]]
            for shape in layer.shapes
        ],
        "points": [[point.place_id, round(point.lat, 4), round(point.lon, 4)] for point in layer.points],
    }


def payload(layers: list[Layer], names: dict[str, Name], *, bounds: Bounds, language: str) -> dict[str, Any]:
    """Return all that the frame needs; only the names of what is drawn travel, and each text but once."""
    drawn = {item.place_id for layer in layers for item in (*layer.shapes, *layer.points)}
    facts = list(dict.fromkeys(shape.facts for layer in layers for shape in layer.shapes))
    return {
        "step": STEP,
        "bounds": [[bounds[0], bounds[1]], [bounds[2], bounds[3]]],
        "language": language,
        "languages": LANGUAGES,
        "facts": facts,
        "layers": [_layer(layer, facts) for layer in layers],
        "names": {key: [[name[code] for code in LANGUAGES], name.facts] for key, name in names.items() if key in drawn},
    }


def inert(value: Any) -> str:
    """Return JSON that no HTML parser can read as markup or as the end of its script element."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for letter in "<>&\u2028\u2029":
        text = text.replace(letter, f"\\u{ord(letter):04x}")
    return text
