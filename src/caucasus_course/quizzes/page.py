"""What of a quiz crosses to the page before an answer, as data, as plain text and as HTML: never any of its key."""

from __future__ import annotations

from functools import singledispatch
from html import escape
from typing import Any

from caucasus_course.quizzes.kinds import MatchQuestion, NumberQuestion, OrderQuestion, PlaceQuestion, TextQuestion
from caucasus_course.quizzes.questions import ChoiceQuestion, ManyQuestion, OneQuestion, Question
from caucasus_course.quizzes.shuffling import shuffled

HOW_TO_ANSWER = "To answer, open this lesson in Jupyter and run the cell."


@singledispatch
def task(question: Question) -> str:
    """Return what the learner is asked to do with a question of this kind."""
    raise TypeError(f"Nobody has said how to ask a {type(question).__name__}.")


@task.register
def _one(question: OneQuestion) -> str:
    return "Choose one"


@task.register
def _many(question: ManyQuestion) -> str:
    return "Choose all that apply"


@task.register
def _number(question: NumberQuestion) -> str:
    if question.whole:
        return f"Give a whole number of {question.unit}" if question.unit else "Give a whole number"
    return f"Give a number in {question.unit}" if question.unit else "Give a number"


@task.register
def _order(question: OrderQuestion) -> str:
    return "Put in order"


@task.register
def _match(question: MatchQuestion) -> str:
    return "Choose what belongs to each"


@task.register
def _text(question: TextQuestion) -> str:
    return "Answer in a few words"


@task.register
def _place(question: PlaceQuestion) -> str:
    return "Choose one on the map"


def points_in_words(question: Question) -> str:
    """Return how much a question is worth: `1 point`."""
    return f"{question.points} {'point' if question.points == 1 else 'points'}"


def hint_in_words(question: Question) -> str | None:
    """Return what the button for the hint says, or None when there is no hint."""
    if question.hint is None:
        return None
    return f"Hint (takes {question.hint_cost:g} of the points)" if question.hint_cost else "Hint"


def options_of(question: Question, seed: object = None) -> list[tuple[str, str]]:
    """Return the id and text of what a learner chooses, orders or matches, in the order of the page."""
    if isinstance(question, OrderQuestion):
        return shuffled([(item.id, item.text) for item in question.items], seed=f"{seed}:{question.id}", never=True)
    if isinstance(question, MatchQuestion):
        listed = [(pair.id, pair.text) for pair in question.pairs]
    else:
        listed = [(each.id, each.text) for each in question.options] if isinstance(question, ChoiceQuestion) else []
    return listed if seed is None else shuffled(listed, seed=f"{seed}:{question.id}")


def _choices(question: Question) -> list[str]:
    return question.choices if isinstance(question, MatchQuestion) else []


def as_data(question: Question, *, seed: object = None, picture: dict[str, Any] | None = None) -> dict[str, Any]:
    """Return the part of a question that the page may have: a list of what is let through, not of what is held back."""
    return {
        "id": question.id,
        "kind": question.kind,
        "stem": question.stem,
        "task": task(question),
        "points": points_in_words(question),
        "hint": hint_in_words(question),
        "unit": question.unit if isinstance(question, NumberQuestion) else None,
        "options": [{"id": option_id, "text": text} for option_id, text in options_of(question, seed)],
        "choices": _choices(question),
        "picture": picture,
    }


def _lines(number: int, question: Question, seed: object) -> list[str]:
    stem = question.stem.replace("\n", "\n   ")
    head = f"{number}. {stem}\n   [{question.id} · {task(question)} · {points_in_words(question)}]"
    choices = _choices(question)
    tail = [f"   to match: {' · '.join(choices)}"] if choices else []
    return [head, *(f"   {option_id}) {text}" for option_id, text in options_of(question, seed)), *tail]


def as_text(title: str, questions: tuple[Question, ...], *, seed: object = None) -> str:
    """Return the whole quiz as plain text, always the same for the same bank."""
    asked = ["\n".join(_lines(number, question, seed)) for number, question in enumerate(questions, start=1)]
    return "\n\n".join([f"Quiz: {title}", *asked, HOW_TO_ANSWER])


def _list(tag: str, texts: list[str]) -> str:
    return f"<{tag}>{''.join(f'<li>{escape(text)}</li>' for text in texts)}</{tag.split()[0]}>" if texts else ""


def _item(question: Question, seed: object) -> str:
    stem = escape(question.stem).replace("\n", "<br>")
    asked = f"<p>{stem}<br><small>{escape(task(question))} · {points_in_words(question)}</small></p>"
    options = _list('ol type="a"', [text for _, text in options_of(question, seed)])
    return f"<li>{asked}{options}{_list('ul', _choices(question))}</li>"


def as_html(title: str, questions: tuple[Question, ...], *, seed: object = None) -> str:
    """Return the list of questions for pages where no kernel runs."""
    items = "".join(_item(question, seed) for question in questions)
    return f"<section><p><strong>{escape(title)}</strong></p><ol>{items}</ol><p>{HOW_TO_ANSWER}</p></section>"
