"""A course on the Nagorno-Karabakh conflict: maps, quizzes and source cards for its lessons."""

from caucasus_course.course import (
    claim,
    drift,
    excerpt,
    header,
    holder,
    map_places,
    map_routes,
    quiz,
    recall,
    reflect,
    self_check,
    who_said,
)
from caucasus_course.loaders import layer, load

__all__ = [
    "claim",
    "drift",
    "excerpt",
    "header",
    "holder",
    "layer",
    "load",
    "map_places",
    "map_routes",
    "quiz",
    "recall",
    "reflect",
    "self_check",
    "who_said",
]
