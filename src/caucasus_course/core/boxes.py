"""Boxes on a picture: what stands where, and whether two would cover each other."""

from __future__ import annotations

Box = tuple[float, float, float, float]  # left, top, right, bottom in px


def overlap(a: Box, b: Box) -> bool:
    """Say whether two boxes cover a part of each other; boxes that touch do not."""
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
