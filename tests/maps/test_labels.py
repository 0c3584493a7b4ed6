"""No two names collide."""

from itertools import combinations

import pytest

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


def test_the_places_of_a_name_are_tried_in_their_order():
    """Right, left, above, below, then the corners; the box is as high as 1.2 letters."""
    town, found, taken = label("Town", 200, 150), [], []
    while placed := place_labels([town], size=SIZE, taken=taken):
        found.append((placed[0].x - 200, placed[0].y - 150, placed[0].anchor))
        left = placed[0].x - {"start": 0, "middle": 15.6, "end": 31.2}[placed[0].anchor]
        taken.append((left + 15, placed[0].y - 0.1, left + 16, placed[0].y + 0.1))

    up = 13 * 0.75
    assert found == [
        (6, 0, "start"), (-6, 0, "end"), (0, -6 - up, "middle"), (0, 6 + up, "middle"),
        (6, -up, "start"), (6, up, "start"), (-6, -up, "end"), (-6, up, "end"),
    ]  # fmt: skip


def test_the_name_of_an_area_stands_on_it_or_a_line_and_a_half_beside():
    """Above first, then below."""
    area, found, taken = Label("Land", 200, 150, 1, 12, 0, "#000", is_area=True), [], []
    while placed := place_labels([area], size=SIZE, taken=taken):
        found.append((placed[0].x, placed[0].y, placed[0].anchor))
        taken.append((199, placed[0].y - 0.1, 201, placed[0].y + 0.1))

    assert found == [(200, 150, "middle"), (200, 132, "middle"), (200, 168, "middle")]


@pytest.mark.parametrize(
    ("x", "y", "is_placed"),
    [(17.6, 150, True), (17.5, 150, False), (382.4, 150, True), (382.5, 150, False),
     (200, 9.8, True), (200, 9.7, False), (200, 290.2, True), (200, 290.3, False)],
)  # fmt: skip
def test_a_name_keeps_two_px_from_each_edge(x, y, is_placed):
    """31.2 px wide and 15.6 high."""
    area, blocked = (
        Label("Land", x, y, 1, 13, 0, "#000", is_area=True),
        [(0, y - 30, 400, y - 15), (0, y + 15, 400, y + 30)],
    )

    assert bool(place_labels([area], size=SIZE, taken=blocked)) is is_placed


def test_names_may_touch():
    """They must not overlap."""
    names = [Label("Lands", x, 150, 1, 10, 0, "#000", is_area=True) for x in (100, 130)]

    assert [placed.y for placed in place_labels(names, size=SIZE, taken=[])] == [150, 150]


def test_the_width_of_a_letter_by_language():
    """Armenian letters are the widest."""
    assert [round(text_width("ab", 10, code), 6) for code in ("en", "az", "ru", "hy")] == [12, 12, 12.8, 13.6]
