"""Look through a bank that can be read for what would teach badly."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from caucasus_course.core.errors import nearest
from caucasus_course.data.schema import Fault
from caucasus_course.quizzes.bank_lines import find_blocks
from caucasus_course.quizzes.kinds import PlaceQuestion, TextQuestion
from caucasus_course.quizzes.questions import Bank, ChoiceQuestion, OneQuestion, Option, Question
from caucasus_course.quizzes.reading import says

ENOUGH_FOR_A_HABIT = 4
HABIT_SHARE = 0.5
FEWEST_WORDS = 3
QUESTIONS_OF_A_LESSON = 12

Remark = tuple[str, str]  # a question's id, or nothing for the whole bank; what is remarked


def _right(question: OneQuestion) -> Option:
    return next(option for option in question.options if option.is_right)


def _is_longest_right(question: OneQuestion) -> bool:
    right = len(_right(question).text)
    return all(right > len(option.text) for option in question.options if not option.is_right)


def _habits(bank: Bank) -> Iterator[Remark]:
    asked = [each for each in bank.questions if isinstance(each, OneQuestion) and not isinstance(each, PlaceQuestion)]
    if len(asked) < ENOUGH_FOR_A_HABIT:
        return
    longest = [question.id for question in asked if _is_longest_right(question)]
    if len(longest) > HABIT_SHARE * len(asked):
        named = ", ".join(longest)
        yield "", f"the longest option is the right one in {len(longest)} of {len(asked)} questions ({named})"
    places = Counter(question.options.index(_right(question)) + 1 for question in asked)
    place, count = places.most_common(1)[0]
    if count > HABIT_SHARE * len(asked):
        yield "", f"the right option stands in place {place} in {count} of {len(asked)} questions; change some"


def _replies(question: Question) -> Iterator[Remark]:
    options = question.options if isinstance(question, ChoiceQuestion) else ()
    for option in options:
        if len(option.reply.split()) < FEWEST_WORDS:
            yield question.id, f"the reply to option {option.id!r} says too little: {option.reply!r}"
    twice = [text for text, count in Counter(option.reply for option in options).items() if count > 1]
    for text in twice:
        yield question.id, f"two options have the same reply: {text[:60]!r}"


def _maps(question: Question, names: Mapping[str, Collection[str]]) -> Iterator[Remark]:
    for option in question.options if isinstance(question, PlaceQuestion) else ():
        place_id = option.place_id  # type: ignore[attr-defined]
        given_away = [name for name in names.get(place_id, ()) if says(option.text, name)]
        if given_away:
            yield question.id, f"the text of option {option.id!r} names the place ({given_away[0]}); say where it lies"


def remarks(bank: Bank, *, objectives: int, names: Mapping[str, Collection[str]]) -> list[Remark]:
    """Return what would teach badly, each with the id of its question or nothing for the whole bank.

    Parameters
    ----------
    bank : a bank that has been read
    objectives : how many objectives the lesson has
    names : the names of each place by its id

    """
    found = list(_habits(bank))
    tested = {question.objective for question in bank.questions}
    found += [("", f"no question tests objective {each}") for each in range(1, objectives + 1) if each not in tested]
    found += [
        (each.id, f"objective {each.objective}: the lesson has {objectives}")
        for each in bank.questions
        if objectives and each.objective > objectives
    ]
    if len(bank.questions) < QUESTIONS_OF_A_LESSON:
        found.append(("", f"{len(bank.questions)} questions; a lesson has {QUESTIONS_OF_A_LESSON} or more"))
    for question in bank.questions:
        found += [*_replies(question), *_maps(question, names)]
    return found


def _named(question: Question) -> list[str]:
    if isinstance(question, TextQuestion):
        return list(question.place_ids)
    return [option.place_id for option in question.options] if isinstance(question, PlaceQuestion) else []  # type: ignore[attr-defined]


def _missing(what: str, value: str, known: Collection[str]) -> str:
    close = nearest(value, known)
    return f"no {what} called {value!r}" + (f"; did you mean {close[0]!r}?" if close else "")


def broken_ties(
    bank: Bank, *, sources: Collection[str], places: Collection[str], layers: Mapping[str, Collection[str]]
) -> list[Remark]:
    """Return every id in a bank that leads nowhere: sources, places, layers, shapes."""
    found: list[Remark] = []
    for question in bank.questions:
        found += [
            (question.id, _missing("source", each, sources)) for each in question.source_ids if each not in sources
        ]
        layer = getattr(question, "layer", None)
        if layer is not None and layer not in layers:
            found.append((question.id, _missing("layer", layer, layers)))
            continue
        what, known = (f"shape in layer {layer!r}", layers[layer]) if layer else ("place", places)
        found += [(question.id, _missing(what, each, known)) for each in _named(question) if each not in known]
    return found


def with_lines(found: list[Remark], text: str, *, file: str) -> list[Fault]:
    """Return remarks as faults with the line of their question."""
    _, blocks, _ = find_blocks(text)
    lines = {match[1]: block.line for block in blocks if (match := _id_in(block.lines))}
    return [
        Fault(file, lines.get(question_id, 0), "", f"question {question_id}: {said}" if question_id else said)
        for question_id, said in found
    ]


def _id_in(lines: list[str]) -> re.Match[str] | None:
    return next((match for line in lines if (match := re.match(r"""\s*id\s*=\s*["']([^"']+)["']""", line))), None)


def count_objectives(notebook: Mapping[str, Any]) -> int:
    """Return how many objectives a lesson lists under "What you will learn"; nothing when it has no such list."""
    cells = ("".join(cell["source"]) for cell in notebook["cells"] if cell["cell_type"] == "markdown")
    listed = next((text for text in cells if "## What you will learn" in text), "")
    section = re.split(r"\n## ", listed.partition("## What you will learn")[2])[0]
    return len(re.findall(r"(?m)^\d+\. ", section))
