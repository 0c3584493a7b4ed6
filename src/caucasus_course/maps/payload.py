"""Turn what a map draws into one inert block of JSON for its frame."""

from __future__ import annotations

import json
import re
from typing import Any

from caucasus_course.core.languages import LANGUAGES
from caucasus_course.core.style import AREAS, HATCHES, POINTS, SELF_EVIDENT
from caucasus_course.maps.drawing import Layer, Name, Ring
from caucasus_course.maps.guess import Guess
from caucasus_course.maps.projection import Bounds
from caucasus_course.maps.steps import Looks, Steps

# Coordinates travel as whole steps of this many degrees (about 110 m north–south), each as the way from the last.
STEP = 0.001


def steps(ring: Ring) -> str:
    """Return a ring as `x0 y0 dx1 dy1 …` in whole steps, without points that fall together.

    A minus sign parts two numbers as well as a space does, as in the path of an SVG.
    """
    flat: list[int] = []
    last = (0, 0)
    for lon, lat in ring:
        here = (round(lon / STEP), round(lat / STEP))
        if not flat or here != last:
            flat += [here[0] - last[0], here[1] - last[1]]
            last = here
    return " ".join(map(str, flat)).replace(" -", "-")


def _look(key: str) -> dict[str, Any]:
    return (AREAS.get(key) or POINTS[key])._asdict()


def _layer(layer: Layer, facts: list[tuple[str, ...]]) -> dict[str, Any]:
    return {
        "legend": "" if layer.style in SELF_EVIDENT else layer.legend,
        "look": _look(layer.style),
        "stepped": int(layer.is_stepped),
        "base": int(layer.is_base),
        "labelled": layer.labelled,
        "shapes": [
            [shape.place_id, int(shape.closed), facts.index(shape.facts), [steps(ring) for ring in shape.rings]]
            for shape in layer.shapes
        ],
        "points": [
            [point.place_id, round(point.lat, 4), round(point.lon, 4), POINTS[point.kind].label_rank]
            for point in layer.points
        ],
    }


def _written(name: Name) -> list[str]:
    """Return a place's names, or the one word of a thing that is a number and has no name."""
    return [name[code] for code in LANGUAGES] if len(name.by_language) > 1 else [name["en"]]


def _letters(looks: Looks, keys: list[str]) -> str:
    """Return one letter a thing: its look's place in `keys` counted from a, `-` for left out."""
    letters = {key: chr(97 + place) for place, key in enumerate(keys)}
    return "".join(letters[key] if key else "-" for key in looks)


def _corners(bounds: Bounds) -> list[list[float]]:
    return [[bounds[0], bounds[1]], [bounds[2], bounds[3]]]


def _steps(steps: Steps) -> dict[str, Any]:
    keys = steps.keys()
    return {
        "name": steps.name,
        "slider": steps.is_slider,
        "at": steps.at,
        "looks": [_look(key) for key in keys],
        "steps": [
            [step.label, step.text, [_letters(looks, keys) for looks in step.looks], step.group]
            + ([_corners(step.bounds)] if step.bounds else [])
            for step in steps.steps
        ],
    }


def _guess(guess: Guess) -> dict[str, Any]:
    looks = {key: _look(f"guess_{key}") for key in ("open", "marked", "right", "missed", "wrong")}
    return {"question": guess.question, "told": guess.told, "answer": sorted(guess.answer), "looks": looks}


def payload(
    layers: list[Layer],
    names: dict[str, Name],
    *,
    bounds: Bounds,
    language: str,
    steps: Steps | None = None,
    guess: Guess | None = None,
) -> dict[str, Any]:
    """Return all that the frame needs; only the names of what is drawn travel, and each text but once."""
    # The ground's districts are named in their popups; their notes would be a tenth of the page.
    ground = {shape.place_id for layer in layers if layer.style in ("rayons", "provinces") for shape in layer.shapes}
    drawn = {place_id for layer in layers for place_id in layer.place_ids}
    facts = list(dict.fromkeys(shape.facts for layer in layers for shape in layer.shapes))
    return {
        "step": STEP,
        "bounds": _corners(bounds),
        "language": language,
        "languages": {code: [language.own, language.english] for code, language in LANGUAGES.items()},
        "hatches": HATCHES,
        "facts": facts,
        "layers": [_layer(layer, facts) for layer in layers],
        "names": {
            key: [_written(name), () if key in ground else name.facts, *([name.remark] if name.remark else [])]
            for key, name in names.items()
            if key in drawn
        },
        "steps": _steps(steps) if steps else None,
        "guess": _guess(guess) if guess else None,
    }


def inert(value: Any) -> str:
    """Return JSON that no HTML parser can read as markup or as the end of its script element, and no template as a tag."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for letter in "<>&\u2028\u2029":
        text = text.replace(letter, f"\\u{ord(letter):04x}")
    return re.sub(r"\{(?=[{%#])", r"\\u007b", text)
