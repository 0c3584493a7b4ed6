"""Fit all land and water into one coverage whose neighbours meet: districts, provinces, countries, sea, reservoirs."""

from __future__ import annotations

import shapely
from plane import WINDOW, to_degrees, to_metres
from shapely import affinity
from shapely.geometry.base import BaseGeometry

Shapes = dict[str, BaseGeometry]

GAP_WIDTH = 2500  # metres; wider holes are lakes and the exclave of Artsvashen
SNAP = 50
SLIT = 800
SIMPLIFY = 100
SEED_SPACING = 400  # metres between the points that decide to which neighbour a gap belongs
CRUMB = 250_000  # square metres; smaller loose pieces are slips of the sources, not land


def build(districts: Shapes, others: Shapes, drawn: dict) -> Shapes:
    """Return every unit in degrees, rounded, sharing its borders with its neighbours to the last digit."""
    units = _in_metres(districts)
    units |= _holes(units, drawn["holes"])
    units = _close_slits(_tidy(_mend_cities(units, drawn["cities"])))
    units |= _fill_around(units, _in_metres(others))
    units = _move_land(units, drawn["patches"])
    units = _simplify(_drop_crumbs(_tidy(units)))
    return {name: to_degrees(shape) for name, shape in units.items()}


def _in_metres(shapes: Shapes) -> Shapes:
    return {name: to_metres(shape) for name, shape in shapes.items()}


def _tidy(units: Shapes) -> Shapes:
    cleaned = shapely.coverage_clean(list(units.values()), gap_width=GAP_WIDTH, snapping_distance=SNAP)
    return dict(zip(units, cleaned, strict=True))


def _simplify(units: Shapes) -> Shapes:
    return dict(zip(units, shapely.coverage_simplify(list(units.values()), SIMPLIFY), strict=True))


def _mend_cities(units: Shapes, cities: list[dict]) -> Shapes:
    """Give the ground of cities that the source misplaces to the district around, and set them on their town."""
    moved = {}
    for city in cities:
        old = units.pop(city["name"])
        units[city["host"]] = units[city["host"]].union(old.buffer(SNAP, join_style="mitre"))
        moved[city.get("becomes", city["name"])] = _set_on_town(old, city)
    for name, ground in moved.items():
        units = _give(units, name, ground)
    return units


def _set_on_town(old: BaseGeometry, city: dict) -> BaseGeometry:
    town = to_metres(shapely.Point(city["lon"], city["lat"]))
    smaller = affinity.scale(old, city["scale"], city["scale"], origin="centroid")
    return affinity.translate(smaller, town.x - old.centroid.x, town.y - old.centroid.y)


def _give(units: Shapes, name: str, ground: BaseGeometry) -> Shapes:
    """Let the unit gain this ground and every other one lose it."""
    rest = {other: shape.difference(ground) for other, shape in units.items()}
    rest[name] = ground.union(units[name]) if name in units else ground
    return rest


def _close_slits(units: Shapes) -> Shapes:
    """Fill cracks that open to the outside, such as the one between Astara and Lankaran."""
    whole = shapely.union_all(list(units.values()))
    closed = whole.buffer(SLIT / 2, join_style="mitre").buffer(-SLIT / 2, join_style="mitre")
    kept = {name: list(shapely.get_parts(shape)) for name, shape in units.items()}
    for slit in shapely.get_parts(closed.difference(whole)):
        if slit.geom_type == "Polygon":
            kept[_longest_neighbour(slit, kept, next(iter(kept)))].append(slit)
    return {name: shapely.union_all(parts) for name, parts in kept.items()}


def _holes(units: Shapes, holes: list[dict]) -> Shapes:
    """Return waters and exclaves that the districts leave open, named by a point inside each."""
    whole = shapely.union_all(list(units.values()))
    rings = [shapely.Polygon(ring) for part in shapely.get_parts(whole) for ring in part.interiors]
    found = {}
    for hole in holes:
        point = to_metres(shapely.Point(hole["lon"], hole["lat"]))
        found[hole["id"]] = next(ring for ring in rings if ring.covers(point))
    return found


def _fill_around(units: Shapes, others: Shapes) -> Shapes:
    """Return the neighbours cut to what Azerbaijan's outline leaves, with the gaps between shared out to the nearest."""
    taken = shapely.union_all(list(units.values())).buffer(0)
    window = to_metres(shapely.segmentize(WINDOW, 0.05))
    cut, free = {}, window.difference(taken)
    for name, shape in others.items():
        cut[name] = _polygons(shape.intersection(free))
        free = free.difference(shape)
    return _share_out(cut, free)


def _share_out(units: Shapes, gaps: BaseGeometry) -> Shapes:
    seeds, owners = [], []
    near = gaps.buffer(10)
    for name, shape in units.items():
        edge = shapely.segmentize(shape.boundary.intersection(near), SEED_SPACING)
        points = shapely.get_coordinates(edge)
        seeds += list(points)
        owners += [name] * len(points)
    cells = shapely.voronoi_polygons(shapely.MultiPoint(seeds), ordered=False)
    tree = shapely.STRtree(shapely.points(seeds))
    grown = {name: [shape] for name, shape in units.items()}
    shapely.prepare(gaps)
    for cell in shapely.get_parts(cells):
        if cell.intersects(gaps):
            owner = owners[int(tree.query(cell, predicate="contains")[0])]
            grown[owner].append(cell.intersection(gaps))
    return {name: shapely.union_all([_polygons(part) for part in parts]) for name, parts in grown.items()}


def _polygons(shape: BaseGeometry) -> BaseGeometry:
    return shapely.MultiPolygon([part for part in shapely.get_parts(shape) if part.geom_type == "Polygon"])


def _move_land(units: Shapes, patches: list[dict]) -> Shapes:
    """Make small hand-drawn corrections where a source puts a known village on the wrong side of a border."""
    for patch in patches:
        units = _give(units, patch["gains"], to_metres(shapely.Polygon(patch["ring"])))
    return units


def _drop_crumbs(units: Shapes) -> Shapes:
    """Give loose crumbs to whichever neighbour surrounds them."""
    kept = {name: [part for part in shapely.get_parts(shape) if part.area >= CRUMB] for name, shape in units.items()}
    crumbs = [(name, part) for name, shape in units.items() for part in shapely.get_parts(shape) if part.area < CRUMB]
    for name, crumb in crumbs:
        kept[_longest_neighbour(crumb, kept, name)].append(crumb)
    return {name: shapely.union_all(parts) for name, parts in kept.items()}


def _longest_neighbour(crumb: BaseGeometry, kept: dict[str, list[BaseGeometry]], fallback: str) -> str:
    shared = {name: sum(crumb.intersection(part).length for part in parts) for name, parts in kept.items()}
    best = max(shared, key=lambda name: shared[name])
    return best if shared[best] > 0 else fallback
