"""The outlines of marks: each its own, each in its place."""

import re

import pytest

from caucasus_course.charts.outlines import outline
from caucasus_course.core.style import KINDS, SIDES

MARKERS = list(dict.fromkeys(mark.marker for mark in (*SIDES.values(), *KINDS.values())))


@pytest.mark.parametrize("marker", [marker for marker in MARKERS if marker != "o"], ids=str)
def test_a_mark_lies_round_its_place(marker):
    """Its corners reach about as far as its size says, on both sides."""
    numbers = [float(number) for number in re.findall(r"-?[\d.]+", outline(marker, 100, 50, 10))]
    xs, ys = numbers[::2], numbers[1::2]

    assert min(xs) < 100 < max(xs)
    assert min(ys) < 50 < max(ys)
    assert 8 <= max(xs) - min(xs) <= 17


def test_no_two_marks_have_one_outline():
    """Shape tells what colour alone would tell."""
    assert len({outline(marker, 0, 0, 10) for marker in MARKERS}) == len(MARKERS)
