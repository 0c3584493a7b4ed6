"""What of a quiz crosses to the page before an answer, as data, as plain text and as HTML: never any of its key."""

from __future__ import annotations

from functools import singledispatch
from html import escape
from typing import Any

from caucasus_course.records import ChoiceQuestion, ManyQuestion, NumberQuestion, OneQuestion, Question

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
    return f"Give a number in {question.unit}" if question.unit else "Give a number"


def points_in_words(question: Question) -> str:
    """Return how much a question is worth: `1 point`."""
    return f"{question.points} {'point' if question.points == 1 else 'points'}"


def _choices(question: Question) -> list[tuple[str, str]]:
    return [(option.id, option.text) for option in question.options] if isinstance(question, ChoiceQuestion) else []


def as_data(question: Question) -> dict[str, Any]:
    """Return the part of a question that the page may have: a list of what is let through, not of what is held back."""
    return {
        "id": question.id,
        "kind": question.kind,
        "stem": question.stem,
        "task": task(question),
        "points": points_in_words(question),
        "has_hint": question.hint is not None,
        "unit": question.unit if isinstance(question, NumberQuestion) else None,
        "options": [{"id": option_id, "text": text} for option_id, text in _choices(question)],
    }


def _lines(number: int, question: Question) -> list[str]:
    stem = question.stem.replace("\n", "\n   ")
    head = f"{number}. {stem}\n   [{question.id} · {task(question)} · {points_in_words(question)}]"
    return [head, *(f"   {option_id}) {text}" for option_id, text in _choices(question))]


def as_text(title: str, questions: tuple[Question, ...]) -> str:
    """Return the whole quiz as plain text, always the same for the same bank."""
    asked = ["\n".join(_lines(number, question)) for number, question in enumerate(questions, start=1)]
    return "\n\n".join([f"Quiz: {title}", *asked, HOW_TO_ANSWER])


def _item(question: Question) -> str:
    choices = "".join(f"<li>{escape(text)}</li>" for _, text in _choices(question))
    stem = escape(question.stem).replace("\n", "<br>")
    asked = f"<p>{stem}<br><small>{escape(task(question))} · {points_in_words(question)}</small></p>"
    return f'<li>{asked}{f"""<ol type="a">{choices}</ol>""" if choices else ""}</li>'


def as_html(title: str, questions: tuple[Question, ...]) -> str:
    """Return the list of questions for pages where no kernel runs."""
    items = "".join(_item(question) for question in questions)
    return f"<section><p><strong>{escape(title)}</strong></p><ol>{items}</ol><p>{HOW_TO_ANSWER}</p></section>"
