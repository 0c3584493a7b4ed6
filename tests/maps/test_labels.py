"""No two names collide."""

from itertools import combinations

from caucasus_course.maps.labels import Label, place_labels, text_width

SIZE = (400, 300)


def label(text: str, x: float, y: float, rank: int = 1) -> Label:
    """Return a town's label."""
    return Label(text, x, y, rank, 13, 6, "#000")


def boxes(placed):
    """Return the boxes of placed labels."""
    for p in placed:
        width = text_width(p.label.text, p.label.size, "en")
        left = p.x - {"start": 0, "middle": width / 2, "end": width}[p.anchor]
        yield left, p.y - 6, left + width, p.y + 6


def test_crowded_names_do_not_overlap():
    """Thirty towns in a small square: those that are placed keep apart."""
    crowd = [label(f"Town {n}", 150 + n % 6 * 20, 100 + n // 6 * 12) for n in range(30)]
    placed = place_labels(crowd, size=SIZE, taken=[])

    assert 8 <= len(placed) < 30
    for a, b in combinations(boxes(placed), 2):
        assert a[0] >= b[2] or b[0] >= a[2] or a[1] >= b[3] or b[1] >= a[3]


def test_the_lower_rank_gives_way():
    """A city keeps its name where a village loses it."""
    taken = [(0, 0, 200, 300), (206, 0, 400, 140), (206, 160, 400, 300)]
    placed = place_labels([label("Village", 200, 150, 2), label("City", 200, 150, 0)], size=SIZE, taken=taken)

    assert [p.label.text for p in placed] == ["City"]


def test_no_name_leaves_the_picture():
    """A town at the right edge has its name on the left."""
    (placed,) = place_labels([label("Edgetown", 395, 150)], size=SIZE, taken=[])

    assert placed.anchor == "end"


def test_armenian_names_are_taken_as_wider():
    """The estimate follows the script."""
    assert text_width("Գորիս", 13, "hy") > text_width("Goris", 13, "en")
