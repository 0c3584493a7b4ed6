"""Mix things by a seed: the same seed gives the same order on every machine."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from typing import TypeVar

Thing = TypeVar("Thing")


def shuffled(things: Sequence[Thing], *, seed: str, never: bool = False) -> list[Thing]:
    """Return the things in an order that depends on the seed and their own texts alone.

    Parameters
    ----------
    things : what is mixed
    seed : any text, such as a learner's number and a question's id
    never : never return them in the order that they came in

    """
    mixed = sorted(things, key=lambda thing: sha256(f"{seed}:{thing!r}".encode()).digest())
    return mixed[1:] + mixed[:1] if never and mixed == list(things) else mixed
