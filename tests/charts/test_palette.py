"""The charts' colours: contrast, and distance for every kind of colour vision."""

import itertools

import pytest

from caucasus_course.core.style import INK, KINDS, MUTED_INK, PAPER, SIDES

# Machado, Oliveira and Fernandes 2009, severity 1, on linear RGB.
VISION = {
    "typical": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
D65 = (0.95047, 1.0, 1.08883)


def linear(colour):
    """Return a hex colour as linear red, green and blue."""
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    return [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]


def contrast(one, other):
    """Return the WCAG contrast ratio of two colours."""
    light, dark = sorted(
        (
            sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear(c), strict=True))
            for c in (one, other)
        ),
        reverse=True,
    )
    return (light + 0.05) / (dark + 0.05)


def lab(colour, vision):
    """Return a colour in CIELAB as an eye of this kind sees it."""
    seen = [min(1, max(0, sum(a * b for a, b in zip(row, linear(colour), strict=True)))) for row in VISION[vision]]
    to_xyz = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
    xyz = [sum(a * b for a, b in zip(row, seen, strict=True)) / white for row, white in zip(to_xyz, D65, strict=True)]
    x, y, z = (part ** (1 / 3) if part > 0.008856 else 7.787 * part + 16 / 116 for part in xyz)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def distance(one, other, vision):
    """Return the CIE76 distance of two colours for an eye of this kind; about 2 is just noticeable."""
    pairs = zip(lab(one, vision), lab(other, vision), strict=True)
    return sum((a - b) ** 2 for a, b in pairs) ** 0.5


def test_known_contrast():
    """The formula gives what the standard gives: black on white is 21."""
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize(("name", "mark"), [*SIDES.items(), *KINDS.items()])
def test_marks_stand_out_from_the_paper(name, mark):
    """Every mark has at least 3:1."""
    assert contrast(mark.colour, PAPER) >= 3, name


@pytest.mark.parametrize("ink", [INK, MUTED_INK])
def test_text_is_readable(ink):
    """Both inks of text have at least 4.5:1."""
    assert contrast(ink, PAPER) >= 4.5


@pytest.mark.parametrize("vision", VISION)
def test_the_two_peoples_sides_differ_for_every_eye(vision):
    """Their hues stay far apart under each colour-vision deficiency; their shapes differ besides."""
    pairs = itertools.product([SIDES["Azerbaijani"]], [SIDES["Armenian"], SIDES["Karabakh Armenian"]])

    assert min(distance(one.colour, other.colour, vision) for one, other in pairs) >= 25


@pytest.mark.parametrize("vision", VISION)
def test_third_parties_differ_from_both(vision):
    """No other side takes a hue that could be mistaken for that of the peoples."""
    peoples = {SIDES[name].colour for name in ("Azerbaijani", "Armenian", "Karabakh Armenian")}
    others = {mark.colour for mark in SIDES.values()} - peoples

    assert min(distance(one, other, vision) for one, other in itertools.product(peoples, others)) >= 10


def test_kinds_of_events_borrow_no_sides_hue():
    """A military event does not look Azerbaijani, nor a political one Armenian."""
    peoples = {SIDES[name].colour for name in ("Azerbaijani", "Armenian", "Karabakh Armenian")}

    assert {mark.colour for mark in KINDS.values()} & peoples == set()
