"""Say an answer, and what it earned, in words: for a page that is read without the quiz."""

from __future__ import annotations

from typing import Any

from caucasus_course.core.errors import CourseError
from caucasus_course.quizzes.marking import mark
from caucasus_course.quizzes.questions import Question


def answer_in_words(question: Question, answer: Any) -> tuple[str, str]:
    """Return what was answered and its mark; an answer to a question that has changed since is shown without one."""
    try:
        given = mark(question, answer)
    except CourseError:
        return str(answer)[:300], "Not marked: the question has changed since."
    return "; ".join(reply.about for reply in given.replies), f"{given.word} ({given.score})"
