"""A course on the Nagorno-Karabakh conflict: maps, quizzes and source cards for its lessons."""

from caucasus_course.data.loaders import layer, load
from caucasus_course.notebook.charts import chart_claims, chart_series, timeline
from caucasus_course.notebook.facts import claim, holder, who_said
from caucasus_course.notebook.learner import passport, portfolio, quiz, recall, reflect
from caucasus_course.notebook.listings import holders, rows, share
from caucasus_course.notebook.maps import (
    map_compare,
    map_control,
    map_movements,
    map_places,
    map_predict,
    map_routes,
    self_check,
)
from caucasus_course.notebook.sources import compare, drift, excerpt, header, perspectives

__all__ = [
    "chart_claims",
    "chart_series",
    "claim",
    "compare",
    "drift",
    "excerpt",
    "header",
    "holder",
    "holders",
    "layer",
    "load",
    "map_compare",
    "map_control",
    "map_movements",
    "map_places",
    "map_predict",
    "map_routes",
    "passport",
    "perspectives",
    "portfolio",
    "quiz",
    "recall",
    "reflect",
    "rows",
    "self_check",
    "share",
    "timeline",
    "who_said",
]
