"""Size every kind of map, time its making, and compare its page with bare Leaflet drawing the same shapes.

Run with `uv run --group dev python tests/bench/bench_maps.py`; it needs Chromium for the second half. Medians, printed with what is allowed.
"""

import json
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import sync_playwright

from caucasus_course import layer, load
from caucasus_course.maps.control import map_control
from caucasus_course.maps.course_map import CourseMap
from caucasus_course.maps.movements import map_movements
from caucasus_course.maps.page import leaflet
from caucasus_course.maps.views import KARABAKH, map_places, map_routes
from caucasus_course.notebook import maps as mapping

RUNS = 21
ALLOWED_MS, ALLOWED_RATIO, ALLOWED_KB, ALLOWED_CONTROL_KB = 60, 1.3, 300, 450
TABLES = ("places", "control", "events", "sources", "movements", "claims")


def makers() -> dict:
    """Return a function for each kind of map, with every table and layer read beforehand."""
    t = {name: load(name) for name in TABLES}
    places, base = t["places"], mapping._layers(mapping.BASE)
    towns = places[
        places["kind"].isin(["city", "town"]) & places["lat"].between(39, 40.5) & places["lon"].between(46, 47.5)
    ]
    cells, areas, roads, rivers = (layer(name) for name in ("control_cells", "control_areas", "roads", "rivers"))
    shared = {"places": places, "base": base}
    rest = {"cells": cells, "areas": areas, "rivers": rivers, "events": t["events"], "sources": t["sources"]}
    return {
        "map_places": lambda: map_places(towns, bounds=KARABAKH, names=places, base=base, shapes={"rivers": rivers}),
        "map_routes": lambda: map_routes(roads, at="2022-08-30", shapes={"rivers": rivers}, **shared),
        "map_movements": lambda: map_movements(t["movements"], t["claims"], **shared),
        "map_control": lambda: map_control(t["control"], at="1994-05-12", **shared, **rest),
    }


def milliseconds(make) -> float:
    """Return the median processor time of building and rendering a map; other work on the machine does not count."""
    times = []
    for _ in range(RUNS):
        start = time.process_time()
        make().html()
        times.append((time.process_time() - start) * 1000)
    return statistics.median(times)


def bare(shown: CourseMap) -> str:
    """Return a page of nothing but Leaflet and the shapes and points of a map."""
    shapes = [
        [shape.closed, [[[lat, lon] for lon, lat in ring] for ring in shape.rings]]
        for drawn in shown.layers
        for shape in drawn.shapes
    ]
    points = [[point.lat, point.lon] for drawn in shown.layers for point in drawn.points]
    return (
        f"<!doctype html><meta charset=utf-8><style>{leaflet('leaflet.css')}html,body,#m{{height:100%;margin:0}}</style>"
        f"<script>{leaflet('leaflet.js')}</script><div id=m></div><script>const m=L.map('m').setView([39.8,46.7],8);"
        f"for(const [c,r] of {json.dumps(shapes)})(c?L.polygon(r):L.polyline(r)).addTo(m);"
        f"for(const p of {json.dumps(points)})L.marker(p,{{icon:L.divIcon()}}).addTo(m);"
        "document.documentElement.classList.add('drawn')</script>"
    )


def seconds_to_drawn(browser, path: Path) -> float:
    """Return how long a page takes from being asked for to being drawn and painted."""
    page = browser.new_page(viewport={"width": 960, "height": 600})
    start = time.perf_counter()
    page.goto(path.as_uri())
    page.wait_for_selector("html.drawn", state="attached")
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => setTimeout(done)))")
    taken = time.perf_counter() - start
    page.close()
    return taken


def ratio(browser, shown: CourseMap, folder: Path) -> tuple[float, float]:
    """Return the medians of our page and of the bare one, opened in turn."""
    ours, plain = folder / "ours.html", folder / "bare.html"
    ours.write_text(shown.frame(), encoding="utf-8")
    plain.write_text(bare(shown), encoding="utf-8")
    seconds_to_drawn(browser, ours)  # the first page of a fresh browser pays for its start
    pairs = [(seconds_to_drawn(browser, ours), seconds_to_drawn(browser, plain)) for _ in range(RUNS)]
    return tuple(statistics.median(column) for column in zip(*pairs, strict=True))


def main() -> None:
    """Print sizes, times and ratios; exit 1 where one is over what is allowed."""
    over = False
    made = makers()
    print(f"{'':<16}{'KB':>8}{'allowed':>9}{'build + render ms':>20}{'allowed':>9}")
    for name, make in made.items():
        size, taken = len(make().html().encode()) / 1000, milliseconds(make)
        allowed = ALLOWED_CONTROL_KB if name == "map_control" else ALLOWED_KB
        over |= size > allowed or taken > ALLOWED_MS
        print(f"{name:<16}{size:8.1f}{allowed:9}{taken:20.1f}{ALLOWED_MS:9}")
    chromium = shutil.which("chromium") or sys.exit("No Chromium on this machine: no page was opened.")
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        print(f"\n{'':<16}{'ours ms':>9}{'bare ms':>9}{'ratio':>8}{'allowed':>9}")
        for name, make in made.items():
            ours, plain = ratio(browser, make(), Path(folder))
            over |= ours / plain > ALLOWED_RATIO
            print(f"{name:<16}{ours * 1000:9.0f}{plain * 1000:9.0f}{ours / plain:8.2f}{ALLOWED_RATIO:9}")
    sys.exit(over)


if __name__ == "__main__":
    main()
