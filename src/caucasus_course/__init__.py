"""A course on the Nagorno-Karabakh conflict: maps, quizzes and source cards for its lessons."""

from caucasus_course.course import (
    chart_claims,
    chart_series,
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
    timeline,
    who_said,
)
from caucasus_course.loaders import layer, load

__all__ = [
    "chart_claims",
    "chart_series",
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
    "timeline",
    "who_said",
]
