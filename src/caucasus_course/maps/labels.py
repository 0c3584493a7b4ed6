"""Choose where names stand on a still map so that no two collide."""

from __future__ import annotations

from attrs import frozen

from caucasus_course.core.boxes import Box, overlap

# Average advance of a letter as a part of the font size, by script; measured on DejaVu Sans and rounded up.
_ADVANCE = {"hy": 0.68, "ru": 0.64}
_LATIN_ADVANCE = 0.6


@frozen
class Label:
    """A name that wants a place: its anchor in px, its rank (0 first) and the gap to its mark."""

    text: str
    x: float
    y: float
    rank: int
    size: float
    gap: float
    ink: str
    weight: int = 400
    is_area: bool = False


@frozen
class Placed:
    """A label with the x, y of its middle-left (`start`), middle (`middle`) or middle-right (`end`)."""

    label: Label
    x: float
    y: float
    anchor: str


def text_width(text: str, size: float, language: str) -> float:
    """Return the estimated width of a text in px."""
    return len(text) * size * _ADVANCE.get(language, _LATIN_ADVANCE)


def _box(x: float, y: float, anchor: str, width: float, size: float) -> Box:
    left = {"start": x, "middle": x - width / 2, "end": x - width}[anchor]
    return left, y - size * 0.6, left + width, y + size * 0.6


def _candidates(label: Label) -> list[tuple[float, float, str]]:
    x, y, gap, up = label.x, label.y, label.gap, label.size * 0.75
    if label.is_area:
        return [(x, y, "middle"), (x, y - 1.5 * label.size, "middle"), (x, y + 1.5 * label.size, "middle")]
    sides = [(x + gap, y, "start"), (x - gap, y, "end"), (x, y - gap - up, "middle"), (x, y + gap + up, "middle")]
    corners = [
        (x + gap, y - up, "start"),
        (x + gap, y + up, "start"),
        (x - gap, y - up, "end"),
        (x - gap, y + up, "end"),
    ]
    return sides + corners


def place_labels(
    labels: list[Label], *, size: tuple[float, float], taken: list[Box], language: str = "en"
) -> list[Placed]:
    """Return the labels that fit, placed; where there is no room the lower rank gives way.

    Parameters
    ----------
    labels : what wants a name
    size : width and height of the picture in px; no label leaves it
    taken : boxes that no label may cover (marks, the legend)
    language : language code of the names, for their width

    """
    boxes, placed = list(taken), []
    for label in sorted(labels, key=lambda label: (label.rank, label.text)):
        width = text_width(label.text, label.size, language)
        for x, y, anchor in _candidates(label):
            box = _box(x, y, anchor, width, label.size)
            inside = box[0] >= 2 and box[1] >= 2 and box[2] <= size[0] - 2 and box[3] <= size[1] - 2
            if inside and not any(overlap(box, other) for other in boxes):
                boxes.append(box)
                placed.append(Placed(label, x, y, anchor))
                break
    return placed
