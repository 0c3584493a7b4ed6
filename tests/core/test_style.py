"""Colours hold for every eye and on paper; what colour alone would say is said by a hatch or a mark too."""

import itertools
import math

import pytest

from caucasus_course.core.style import AREAS, HELD, INK, MUTED_INK, PAPER, POINTS, SIDES, WATER_INK

# Full dichromacy, on linear RGB: Viénot, Brettel and Mollon (1999), "Digital video colourmaps for checking the
# legibility of displays by dichromats", for protan and deutan; Machado, Oliveira and Fernandes (2009), "A
# physiologically-based model for simulation of color vision deficiency", severity 1.0, for tritan.
EYES = {
    "usual": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": ((0.11238, 0.88762, 0), (0.11238, 0.88762, 0), (0.00401, -0.00401, 1)),
    "deuteranopia": ((0.29275, 0.70725, 0), (0.29275, 0.70725, 0), (-0.02234, 0.02234, 1)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
LEAST_DISTANCE = 10  # ΔE*ab of CIE 1976: differences under about 2.3 are not seen, 10 are seen at a glance


def linear(colour):
    """Return a #rrggbb colour as linear light."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    return [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]


def contrast(one, other):
    """Return the contrast ratio of WCAG 2."""
    light, dark = sorted(
        (sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), linear(x), strict=True)) for x in (one, other)),
        reverse=True,
    )
    return (light + 0.05) / (dark + 0.05)


def lab(colour, eye):
    """Return CIELAB (D65) of a colour as an eye sees it."""
    seen = [max(0, sum(a * b for a, b in zip(row, linear(colour), strict=True))) for row in EYES[eye]]
    rows = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
    xyz = [
        sum(a * b for a, b in zip(row, seen, strict=True)) / white
        for row, white in zip(rows, (0.9505, 1, 1.089), strict=True)
    ]
    x, y, z = (c ** (1 / 3) if c > 0.008856 else 7.787 * c + 16 / 116 for c in xyz)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


HOLDERS = [key for key in AREAS if key in HELD]
FLIGHTS = ["flight_armenians", "flight_azerbaijanis"]
LINES = [key for key, style in AREAS.items() if key not in {"rayons", "provinces", "sea", "lakes"}]


def test_outlines_stand_out_from_the_paper():
    """At least 3:1; districts and shores are ground and may be fainter."""
    assert [key for key in LINES if contrast(AREAS[key].stroke, PAPER) < 3] == []


def test_outlines_stand_out_from_their_own_fill():
    """The edge of an area is seen from inside too."""
    assert [key for key in [*HOLDERS, *FLIGHTS] if contrast(AREAS[key].stroke, AREAS[key].fill) < 3] == []


def test_words_are_readable_on_paper():
    """At least 4.5:1."""
    inks = {INK, MUTED_INK, WATER_INK} | {style.label_ink for style in AREAS.values()}

    assert [ink for ink in inks if contrast(ink, PAPER) < 4.5] == []


def test_place_names_are_readable_on_every_area():
    """Names stand on the fills in ink."""
    assert [key for key in [*HOLDERS, *FLIGHTS] if contrast(INK, AREAS[key].fill) < 4.5] == []


def test_marks_stand_out_from_the_paper():
    """At least 3:1."""
    assert [key for key in POINTS if contrast(POINTS[key].ink, PAPER) < 3] == []


@pytest.mark.parametrize("eye", EYES)
def test_holders_are_told_apart_by_every_eye(eye):
    """Far apart in colour, or by another hatch; two plain areas need the colour."""
    alike = [
        (one, other) for one, other in itertools.combinations(HOLDERS, 2) if AREAS[one].hatch == AREAS[other].hatch
    ]
    apart = {pair: math.dist(*(lab(AREAS[key].fill, eye) for key in pair)) for pair in alike}

    assert {pair: distance for pair, distance in apart.items() if distance < LEAST_DISTANCE} == {}


@pytest.mark.parametrize("eye", EYES)
def test_the_two_sides_are_far_apart_for_every_eye(eye):
    """Azerbaijan and Armenian forces differ in colour, hatch and mark."""
    for one, other in (("held_azerbaijan", "held_armenian"), ("flight_azerbaijanis", "flight_armenians")):
        assert math.dist(lab(AREAS[one].fill, eye), lab(AREAS[other].fill, eye)) >= 2 * LEAST_DISTANCE
        assert AREAS[one].hatch != AREAS[other].hatch
    assert POINTS["at_azerbaijan"].mark != POINTS["at_armenian"].mark


def test_what_one_side_announced_has_another_mark_than_what_is_settled():
    """Ring against filled mark, for every holder."""
    for key in POINTS:
        if key.startswith("said_"):
            assert POINTS[key].mark == "ring" != POINTS[f"at_{key[5:]}"].mark


def test_contested_areas_have_bands_and_a_broken_edge():
    """Never mistaken for settled."""
    assert AREAS["held_contested"].hatch == "bands"
    assert AREAS["held_contested"].dash
    assert all(AREAS[key].hatch != "bands" for key in HOLDERS if key != "held_contested")


def test_each_holder_has_its_hue_hatch_and_mark():
    """One hue for each people, and a hatch that tells its forces, its state and its authorities apart."""
    looks = {key[5:]: (AREAS[key].stroke, AREAS[key].hatch, POINTS[f"at_{key[5:]}"].mark) for key in HOLDERS}
    ochre, violet = SIDES["Azerbaijani"].colour, SIDES["Armenian"].colour

    assert looks == {
        "soviet": ("#6d675b", "", "dot"),
        "azerbaijan": (ochre, "", "dot"),
        "armenian": (violet, "lines", "square"),
        "armenia": (violet, "", "square"),
        "karabakh": (violet, "dots", "triangle"),
        "peacekeepers": (SIDES["Russian"].colour, "rows", "triangle"),
        "contested": (INK, "bands", "diamond"),
    }
    assert (AREAS["flight_azerbaijanis"].stroke, AREAS["flight_armenians"].stroke) == (ochre, violet)
