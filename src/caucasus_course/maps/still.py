"""Draw a map as one SVG picture, for paper, untrusted notebooks and everything without scripts."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from html import escape

from caucasus_course.core.boxes import Box
from caucasus_course.core.style import AREAS, FONTS, HATCHES, HELD, INK, PAPER, POINTS, SELF_EVIDENT, AreaStyle
from caucasus_course.maps.drawing import Layer, Name, Point, Ring, Shape
from caucasus_course.maps.labels import Label, Placed, place_labels
from caucasus_course.maps.projection import QUARTER, Bounds, Projection

WIDTH, HEIGHT = 960, 600
_AREA_SIZE, _PLACE_SIZE = 12.5, 13.5
_ITALIC = " font-style='italic'"


def _path(shape: Shape, projection: Projection) -> str:
    return "".join(projection.path(ring, closed=shape.closed) for ring in shape.rings)


def _fill(style: AreaStyle, *, size: str = "large") -> str:
    if not style.fill_opacity:
        return "fill='none'"
    colour = f"url(#{_hatch_id(style, size)})" if style.hatch else style.fill
    return f"fill='{colour}' fill-opacity='{style.fill_opacity}'"


def _hatch_id(style: AreaStyle, size: str) -> str:
    return f"{style.hatch}-{style.fill[1:]}-{size}"


def _hatch(style: AreaStyle, size: str) -> str:
    path, width, opacity = HATCHES[style.hatch]
    return (
        f"<pattern id='{_hatch_id(style, size)}' width='8' height='8' patternUnits='userSpaceOnUse' "
        f"patternTransform='scale({QUARTER if size == 'large' else 1})'><rect width='8' height='8' fill='{style.fill}'/>"
        f"<path d='{path}' fill='none' stroke='{style.stroke}' stroke-width='{width}' stroke-opacity='{opacity}' "
        f"stroke-linecap='round'/></pattern>"
    )


def hatches(styles: Iterable[AreaStyle]) -> str:
    """Return the patterns of hatched styles: large for the map, whose paths are in quarters of a px, and small."""
    hatched = dict.fromkeys(style for style in styles if style.hatch)
    return "".join(_hatch(style, size) for style in hatched for size in ("large", "small"))


def _area_layer(layer: Layer, projection: Projection) -> str:
    style = AREAS[layer.style]
    path = "".join(_path(shape, projection) for shape in layer.shapes)
    fill = _fill(style)
    dash = (
        f" stroke-dasharray='{' '.join(f'{float(d) * QUARTER:g}' for d in style.dash.split())}'" if style.dash else ""
    )
    return (
        f"<path {fill} fill-rule='evenodd' stroke='{style.stroke}' stroke-width='{style.width * QUARTER:g}'{dash} "
        f"stroke-linejoin='round' transform='scale({1 / QUARTER:g})' d='{path}'/>"
    )


def mark(kind: str, x: float, y: float) -> str:
    """Return the SVG of a place's mark at x, y px; shape as well as size tells the kinds apart."""
    style = POINTS[kind]
    r, ink = style.radius, style.ink
    match style.mark:
        case "dot":
            return f"<circle cx='{x:.1f}' cy='{y:.1f}' r='{r}' fill='{ink}' stroke='{PAPER}'/>"
        case "ring":
            return f"<circle cx='{x:.1f}' cy='{y:.1f}' r='{r}' fill='{PAPER}' stroke='{ink}' stroke-width='1.8'/>"
        case "square":
            return f"<path d='M{x - r:.1f} {y - r:.1f}h{2 * r}v{2 * r}h{-2 * r}z' fill='{ink}' stroke='{PAPER}'/>"
        case "diamond":
            return f"<path d='M{x:.1f} {y - r:.1f}l{r} {r} {-r} {r} {-r} {-r}z' fill='{ink}' stroke='{PAPER}'/>"
        case "triangle":
            return f"<path d='M{x:.1f} {y - r:.1f}l{r} {1.8 * r:.1f}h{-2 * r}z' fill='{ink}' stroke='{PAPER}'/>"
    return ""


def middle(ring: Ring, *, closed: bool) -> tuple[float, float]:
    """Return where a shape's name stands: the centroid of an area, the middle vertex of a line."""
    if not closed:
        return ring[len(ring) // 2]
    edges = list(itertools.pairwise(ring))
    cross = [a[0] * b[1] - b[0] * a[1] for a, b in edges]
    total = sum(cross)
    if abs(total) < 1e-12:
        return ring[0]
    x = sum((a[0] + b[0]) * c for (a, b), c in zip(edges, cross, strict=True)) / (3 * total)
    y = sum((a[1] + b[1]) * c for (a, b), c in zip(edges, cross, strict=True)) / (3 * total)
    return x, y


def _shape_label(shape: Shape, layer: Layer, name: str, projection: Projection) -> Label:
    style = AREAS[layer.style]
    ring = max(shape.rings, key=len)
    x, y = projection.point(*middle(ring, closed=shape.closed))
    return Label(name, x, y, style.label_rank or 0, _AREA_SIZE, 0, style.label_ink, is_area=True)


def _point_label(point: Point, name: str, projection: Projection) -> Label:
    style = POINTS[point.kind]
    x, y = projection.point(point.lon, point.lat)
    is_area = not style.mark
    return Label(name, x, y, style.label_rank, _PLACE_SIZE, style.radius + 3, INK, style.weight, is_area=is_area)


def _labels(layers: list[Layer], names: dict[str, Name], language: str, projection: Projection) -> list[Label]:
    labels = []
    for layer in (layer for layer in layers if layer.labelled):
        shapes = layer.shapes if layer.style in AREAS and AREAS[layer.style].label_rank is not None else []
        labels += [_shape_label(s, layer, names[s.place_id][language], projection) for s in shapes]
        labels += [_point_label(p, names[p.place_id][language], projection) for p in layer.points]
    return labels


def _label_svg(placed: list[Placed]) -> str:
    return "".join(
        f"<text x='{p.x:.1f}' y='{p.y + p.label.size * 0.35:.1f}' text-anchor='{p.anchor}' "
        f"font-size='{p.label.size}' font-weight='{p.label.weight}' fill='{p.label.ink}'"
        f"{_ITALIC if p.label.is_area else ''}>{escape(p.label.text)}</text>"
        for p in placed
    )


def _legend_entry(layer: Layer, y: float) -> str:
    if layer.points:
        swatch = mark(layer.style, 22, y)
    else:
        style = AREAS[layer.style]
        shape = (
            f"<path d='M12 {y}h20'"
            if layer.shapes and not layer.shapes[0].closed
            else f"<path d='M13 {y - 5}h18v10h-18z'"
        )
        dash = f" stroke-dasharray='{style.dash}'" if style.dash else ""
        swatch = f"{shape} {_fill(style, size='small')} stroke='{style.stroke}' stroke-width='{style.width}'{dash}/>"
    return f"{swatch}<text x='40' y='{y + 4}' font-size='12' fill='{INK}'>{escape(layer.legend)}</text>"


def _free_corner(width: float, height: float, spots: list[tuple[float, float]]) -> tuple[float, float]:
    """Return where a box of this size covers the fewest places; its usual corner is the lower left one."""
    left, right, top, bottom = 8, WIDTH - width - 8, 8, HEIGHT - height - 8

    def covered(corner: tuple[float, float]) -> int:
        x, y = corner
        return sum(x - 8 < px < x + width + 8 and y - 8 < py < y + height + 8 for px, py in spots)

    return min([(left, bottom), (left, top), (right, top)], key=covered)


def _legend(layers: list[Layer], spots: list[tuple[float, float]]) -> tuple[str, Box]:
    entries = [layer for layer in layers if layer.shapes or (layer.points and POINTS[layer.style].mark)]
    entries = [layer for layer in entries if layer.style not in SELF_EVIDENT]
    if any(layer.style in HELD for layer in entries):
        entries = [layer for layer in entries if not layer.is_base]
    entries = list({layer.legend: layer for layer in reversed(entries)}.values())[::-1]
    width, height = 52 + max((len(e.legend) for e in entries), default=0) * 6.9, 10 + 19 * len(entries)
    x, y = _free_corner(width, height, spots)
    body = "".join(_legend_entry(layer, 14 + 19 * number) for number, layer in enumerate(entries))
    frame = f"<rect width='{width:.0f}' height='{height}' rx='4' fill='{PAPER}' fill-opacity='.93' stroke='#b9b2a3'/>"
    return f"<g transform='translate({x:g} {y:g})'>{frame}{body}</g>", (x, y, x + width, y + height)


def _scale_bar(projection: Projection) -> tuple[str, Box]:
    km = max(k for k in (5, 10, 20, 50, 100) if projection.km(k) <= 160 or k == 5)
    length = projection.km(km)
    left, y = WIDTH - length - 16, HEIGHT - 16
    bar = f"<path d='M{left:.1f} {y - 5}v5h{length:.1f}v-5' fill='none' stroke='{INK}' stroke-width='1.4'/>"
    text = f"<text x='{left + length / 2:.1f}' y='{y - 4}' text-anchor='middle' font-size='11.5' fill='{INK}'>{km} km</text>"
    return bar + text, (left - 4, y - 20, WIDTH, HEIGHT)


def draw(layers: list[Layer], names: dict[str, Name], *, bounds: Bounds, language: str = "en") -> str:
    """Return the map as an SVG text, 960 × 600 px, names without collisions, legend and scale bar in it."""
    projection = Projection(bounds, WIDTH, HEIGHT)
    areas = "".join(_area_layer(layer, projection) for layer in layers if layer.shapes)
    points = [(layer.style, point) for layer in layers for point in layer.points]
    spots = [projection.point(point.lon, point.lat) for _, point in points]
    marks = "".join(mark(style, *spot) for (style, _), spot in zip(points, spots, strict=True))
    patterns = hatches(AREAS[layer.style] for layer in layers if layer.shapes)
    legend, legend_box = _legend(layers, spots)
    scale, scale_box = _scale_bar(projection)
    taken = [legend_box, scale_box, *((x - 5, y - 5, x + 5, y + 5) for x, y in spots)]
    placed = place_labels(
        _labels(layers, names, language, projection), size=(WIDTH, HEIGHT), taken=taken, language=language
    )
    return (
        f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {WIDTH} {HEIGHT}' font-family=\"{FONTS}\">"
        f"<rect width='{WIDTH}' height='{HEIGHT}' fill='{PAPER}'/><defs>{patterns}</defs>{areas}{marks}"
        f"<g stroke='{PAPER}' stroke-width='3' paint-order='stroke' stroke-linejoin='round'>{_label_svg(placed)}</g>"
        f"{legend}{scale}</svg>"
    )
