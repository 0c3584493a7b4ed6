"""Time the course's charts against a bare matplotlib chart of as many marks and labels.

Run with `uv run --group dev python tests/bench/bench_charts.py`; it prints the median of seven runs of each, in ms, their ratio
and the size of the HTML.
"""

import io
import statistics
import time
from collections.abc import Callable
from functools import partial

from matplotlib.figure import Figure

from caucasus_course import chart_claims, chart_series, load, timeline
from caucasus_course.core.display import Display

RUNS = 7


def bare(count: int) -> str:
    """Return a plain chart with `count` marks and twice as many labels, as SVG."""
    figure = Figure(figsize=(8.2, 10))
    axes = figure.subplots()
    axes.plot(range(count), range(count), "o")
    for number in range(count):
        axes.text(number, number, f"claimant {number}")
        axes.text(number, number, "side · date · status")
    buffer = io.StringIO()
    figure.savefig(buffer, format="svg")
    return buffer.getvalue()


def milliseconds(action: Callable[[], object]) -> float:
    """Return the median time of an action after one run to warm up."""
    action()
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        action()
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times)


def _html(make: Callable[[], Display]) -> str:
    return make().html()


def main() -> None:
    """Measure each chart's one picture beside a bare one of its size, and its whole HTML."""
    claims, arrivals, events = load("claims"), load("arrivals"), load("events")
    charts = {
        "claims, Khojaly": lambda: chart_claims(claims, topic="khojaly-1992"),
        "arrivals": lambda: chart_series(arrivals),
        "timeline 2022-23": lambda: timeline(events, start="2022-12-01", end="2023-12-31"),
    }
    print(f"{'chart':<20}{'rows':>6}{'svg ms':>9}{'bare ms':>9}{'ratio':>7}{'html ms':>9}{'html KB':>9}")
    for name, make in charts.items():
        chart = make()
        svg = milliseconds(chart.svg)
        base = milliseconds(partial(bare, len(chart.rows)))
        whole = milliseconds(partial(_html, make))
        size = len(chart.html().encode()) / 1000
        print(f"{name:<20}{len(chart.rows):>6}{svg:>9.0f}{base:>9.0f}{svg / base:>7.2f}{whole:>9.0f}{size:>9.0f}")


if __name__ == "__main__":
    main()
