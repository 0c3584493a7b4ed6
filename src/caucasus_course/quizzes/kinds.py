"""The kinds of question that are more than a choice among options, and the list of all kinds."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

import attrs
from attrs import field, frozen

from caucasus_course.core.fields import finite, optional, prose, require, shown, slug, truth
from caucasus_course.quizzes.questions import (
    MAX_OPTIONS,
    ManyQuestion,
    OneQuestion,
    Option,
    Question,
    as_tuple,
    repeated,
)

_ID = slug(r"[a-z0-9][a-z0-9-]{0,39}", "bishkek")
_PLACE_ID = slug(r"[a-z0-9][a-z0-9-]{0,79}", "lachin-district")


@frozen(kw_only=True)
class NumberQuestion(Question):
    """A question answered with a number, right within a tolerance; `whole` tells the learner that it has no decimals."""

    kind: ClassVar[str] = "number"

    answer: float = field(validator=finite())
    right_reply: str = field(validator=prose(800))
    wrong_reply: str = field(validator=prose(800))
    tolerance: float = field(default=0, validator=finite(low=0))
    unit: str | None = field(default=None, validator=optional(prose(40)))
    whole: bool = field(default=False, validator=truth)

    def __attrs_post_init__(self) -> None:
        """Refuse a question for a whole number whose answer is none."""
        message = f"true, but the answer {self.answer} is not a whole number"
        require(not self.whole or float(self.answer).is_integer(), attrs.fields(NumberQuestion).whole, message)


def _distinct(attribute: attrs.Attribute[Any], parts: tuple[Any, ...], *, low: int) -> None:
    require(
        low <= len(parts) <= MAX_OPTIONS, attribute, f"{len(parts)} of them; from {low} to {MAX_OPTIONS} are needed"
    )
    twice = repeated([part.id for part in parts])
    require(twice is None, attribute, f"the id {twice!r} stands twice; each needs its own")
    twice = repeated([part.text.casefold() for part in parts])
    require(twice is None, attribute, f"the text {shown(twice)} stands twice; a learner could not tell them apart")


@frozen(kw_only=True)
class Item:
    """One thing to be put in its place in an order, and what to say when it stands there."""

    id: str = field(validator=_ID)
    text: str = field(validator=prose(300))
    reply: str = field(validator=prose(800))


def _items(_: object, attribute: attrs.Attribute[Any], value: tuple[Item, ...]) -> None:
    _distinct(attribute, value, low=3)
    ids = [item.id for item in value]
    # The page has the ids: sorted, they must not be the answer.
    message = "the ids, sorted, give the order away; take words such as 'bishkek' and 'madrid'"
    require(ids != sorted(ids), attribute, message)


@frozen(kw_only=True)
class OrderQuestion(Question):
    """A question answered by putting things in order; the bank has them in the right one."""

    kind: ClassVar[str] = "order"
    parts: ClassVar[tuple[str, type, str] | None] = ("item", Item, "items")

    items: tuple[Item, ...] = field(validator=_items, metadata={"key": "item"})
    wrong_reply: str = field(validator=prose(800))


@frozen(kw_only=True)
class Pair:
    """One thing, what belongs to it, and why."""

    id: str = field(validator=_ID)
    text: str = field(validator=prose(300))
    match: str = field(validator=prose(120))
    reply: str = field(validator=prose(800))


def _pairs(_: object, attribute: attrs.Attribute[Any], value: tuple[Pair, ...]) -> None:
    _distinct(attribute, value, low=2)
    matches = {pair.match for pair in value}
    require(len(matches) > 1, attribute, "every match is the same; nothing would be left to match")


def _listed(attribute: attrs.Attribute[Any], value: Any, limit: int, example: str) -> list[Any]:
    require(isinstance(value, list | tuple), attribute, f"{shown(value)} is not a list such as {example}")
    listed = list(value)
    require(len(listed) <= limit, attribute, f"{len(listed)} of them; at most {limit} are allowed")
    return listed


def _texts(limit: int, each: int) -> Any:
    def check(_: object, attribute: attrs.Attribute[Any], value: Any) -> None:
        for text in _listed(attribute, value, limit, '["Baku", "Yerevan"]'):
            prose(each)(_, attribute, text)

    return check


@frozen(kw_only=True)
class MatchQuestion(Question):
    """A question answered by choosing, for each thing, what belongs to it; distractors belong to nothing."""

    kind: ClassVar[str] = "match"
    parts: ClassVar[tuple[str, type, str] | None] = ("pair", Pair, "pairs")

    pairs: tuple[Pair, ...] = field(validator=_pairs, metadata={"key": "pair"})
    wrong_reply: str = field(validator=prose(800))
    distractors: tuple[str, ...] = field(default=(), validator=_texts(6, 120), converter=as_tuple)

    @property
    def choices(self) -> list[str]:
        """Return what can be chosen, each once, sorted: the order of the bank would be the key."""
        return sorted({pair.match for pair in self.pairs} | set(self.distractors))


def _as_groups(value: Any) -> Any:
    return tuple(map(as_tuple, value)) if isinstance(value, list | tuple) else value


def _groups(_: object, attribute: attrs.Attribute[Any], value: Any) -> None:
    for group in _listed(attribute, value, MAX_OPTIONS, '[["road", "route"], ["1994"]]'):
        _texts(40, 60)(_, attribute, group)
        require(bool(group), attribute, "an empty group; nothing would be asked for")
        blank = [word for word in group if not any(letter.isalnum() for letter in word)]
        require(not blank, attribute, f"{blank and blank[0]!r} has no letter and no digit")


def _place_ids(_: object, attribute: attrs.Attribute[Any], value: Any) -> None:
    for place_id in _listed(attribute, value, MAX_OPTIONS, '["lachin"]'):
        _PLACE_ID(_, attribute, place_id)


@frozen(kw_only=True)
class TextQuestion(Question):
    """A question answered in a few words: each group wants one of its keywords, each place one of its names."""

    kind: ClassVar[str] = "text"

    right_reply: str = field(validator=prose(800))
    wrong_reply: str = field(validator=prose(800))
    keywords: tuple[tuple[str, ...], ...] = field(default=(), validator=_groups, converter=_as_groups)
    place_ids: tuple[str, ...] = field(default=(), validator=_place_ids, converter=as_tuple)

    def __attrs_post_init__(self) -> None:
        """Ask for at least one thing that can be found in an answer."""
        wanted = bool(self.keywords or self.place_ids)
        require(wanted, attrs.fields(TextQuestion).keywords, "missing; give keywords or place_ids")

    def named(self, names: Mapping[str, tuple[str, ...]]) -> TextQuestion:
        """Return the same question with each place replaced by the names it has, in any language."""
        groups = tuple((*names.get(place_id, ()), place_id.replace("-", " ")) for place_id in self.place_ids)
        return attrs.evolve(self, keywords=self.keywords + groups, place_ids=()) if groups else self


@frozen(kw_only=True)
class PlaceOption(Option):
    """One shape on a map; `text` says where it lies, for those who hear the map, and does not name it."""

    place_id: str = field(validator=_PLACE_ID)


@frozen(kw_only=True)
class PlaceQuestion(OneQuestion):
    """A question answered by choosing a shape on a map; its place crosses to the page as an outline without a name."""

    kind: ClassVar[str] = "place"
    parts: ClassVar[tuple[str, type, str] | None] = ("option", PlaceOption, "options")

    layer: str | None = field(default=None, validator=optional(slug(r"[a-z][a-z_]{0,39}", "rayons")))

    def __attrs_post_init__(self) -> None:
        """Refuse two shapes of one place."""
        twice = repeated([option.place_id for option in self.options])  # type: ignore[attr-defined]
        message = f"the place {twice!r} stands twice; one shape would lie on the other"
        require(twice is None, attrs.fields(PlaceQuestion).options, message)


_ALL = (OneQuestion, ManyQuestion, NumberQuestion, OrderQuestion, MatchQuestion, TextQuestion, PlaceQuestion)
KINDS: dict[str, type[Question]] = {each.kind: each for each in _ALL}


def part_keys() -> set[str]:
    """Return the keys of all tables that questions of some kind have: option, item, pair."""
    return {record.parts[0] for record in _ALL if record.parts}
