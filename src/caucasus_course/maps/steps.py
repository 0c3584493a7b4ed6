"""The states that one map goes through: the same things, drawn alike or left out, step by step."""

from __future__ import annotations

from attrs import evolve, frozen

from caucasus_course.core.errors import CourseError
from caucasus_course.core.style import AREAS, POINTS
from caucasus_course.maps.drawing import Layer
from caucasus_course.maps.projection import Bounds

Looks = tuple[str, ...]  # one key of AREAS or POINTS for each thing of a stepped layer; "" leaves the thing out


@frozen
class Step:
    """One state: its name, what it says, and how each thing of each stepped layer looks in it."""

    label: str
    text: str
    looks: tuple[Looks, ...]
    bounds: Bounds | None = None
    group: str = ""


@frozen
class Steps:
    """All states of a map, the one that it opens with, and how the reader moves through them."""

    name: str
    steps: tuple[Step, ...]
    at: int = 0
    is_slider: bool = True

    def __attrs_post_init__(self) -> None:
        if not self.steps:
            raise CourseError("A map in steps needs at least one state. Did a filter leave none?")

    @property
    def now(self) -> Step:
        """Return the state that the map opens with."""
        return self.steps[self.at]

    def keys(self) -> list[str]:
        """Return every look that any state uses, in a fixed order."""
        used = {key for step in self.steps for looks in step.looks for key in looks if key}
        return [key for key in (*AREAS, *POINTS) if key in used]


def _one_look(layer: Layer, looks: Looks, key: str) -> Layer:
    legend = (AREAS.get(key) or POINTS[key]).legend
    shapes = [shape for shape, look in zip(layer.shapes, looks, strict=False) if look == key]
    points = [point for point, look in zip(layer.points, looks, strict=False) if look == key]
    return evolve(layer, style=key, legend=legend, shapes=shapes, points=points, is_stepped=False)


def _apart(layer: Layer, looks: Looks) -> list[Layer]:
    return [_one_look(layer, looks, key) for key in (*AREAS, *POINTS) if key in looks]


def at_step(layers: list[Layer], step: Step) -> list[Layer]:
    """Return plain layers as they are in one state, a layer for each look."""
    stepped = iter(step.looks)
    return [part for layer in layers for part in (_apart(layer, next(stepped)) if layer.is_stepped else [layer])]
