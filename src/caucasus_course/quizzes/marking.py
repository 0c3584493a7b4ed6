"""Mark an answer to a question: pure, never outside 0 … points, the same for the same answer.

One marker per kind of question; `mark` chooses by the question's class. How numbers and words are read is said in
`reading.py`.
"""

from __future__ import annotations

from functools import singledispatch
from itertools import combinations
from typing import Any, NoReturn

from caucasus_course.core.errors import CourseError
from caucasus_course.core.fields import shown
from caucasus_course.quizzes.kinds import MatchQuestion, NumberQuestion, OrderQuestion, TextQuestion
from caucasus_course.quizzes.marks import AnswerError, Mark, Reply
from caucasus_course.quizzes.questions import MAX_OPTIONS, ManyQuestion, OneQuestion, Question
from caucasus_course.quizzes.reading import readings, says, unmistakable

MAX_TEXT = 300
NOT_IN_ITS_PLACE = "Not in its place yet."
NOT_ITS_MATCH = "These two do not belong together."


def _refuse(question: Question, answer: object, wanted: str) -> NoReturn:
    raise AnswerError(f"{shown(answer)} cannot answer {question.id}: give {wanted}.")


@singledispatch
def mark(question: Question, answer: object) -> Mark:
    """Return what an answer earns.

    Parameters
    ----------
    question : the question that was asked
    answer : an option's id (kinds one and place), a list of option ids (many), a number as a number or as text (number),
        a list of all item ids (order), the match of each pair's id (match), or words (text)

    Raises
    ------
    AnswerError : the answer has a form that this kind of question does not take
    UnknownNameError : there is no option with that id

    """
    raise TypeError(f"Nobody has said how to mark a {type(question).__name__}.")


def _share(question: Question, share: float) -> float:
    return question.points if share == 1 else round(question.points * max(0.0, share), 2)


@mark.register
def _one(question: OneQuestion, answer: object) -> Mark:
    if not isinstance(answer, str):
        _refuse(question, answer, "one option's id such as 'a'")
    option = question.option(answer)
    points = question.points if option.is_right else 0
    replies = (Reply(option.is_right, option.text, option.reply),)
    return Mark(question_id=question.id, earned=points, out_of=question.points, replies=replies)


@mark.register
def _many(question: ManyQuestion, answer: object) -> Mark:
    chosen = _chosen(question, answer)
    right = [option for option in question.options if option.is_right]
    hits = sum(option.is_right for option in question.options if option.id in chosen)
    # A wrong choice takes back a right one: else ticking everything would earn everything.
    earned = _share(question, (hits - (len(chosen) - hits)) / len(right))
    replies = tuple(Reply(each.is_right, each.text, each.reply) for each in question.options if each.id in chosen)
    note = _missing(len(right) - hits)
    return Mark(question_id=question.id, earned=earned, out_of=question.points, replies=replies, note=note)


def _chosen(question: ManyQuestion, answer: object) -> set[str]:
    if not isinstance(answer, list | tuple | set | frozenset) or not answer or len(answer) > MAX_OPTIONS:
        _refuse(question, answer, "a list of option ids such as ['a', 'c']")
    return {question.option(option_id).id for option_id in answer}


def _missing(count: int) -> str:
    if not count:
        return ""
    return "One more option belongs to the answer." if count == 1 else f"{count} more options belong to the answer."


@mark.register
def _number(question: NumberQuestion, answer: object) -> Mark:
    value = _meant(question, answer)
    # The last digits of binary fractions must not decide: 0.1 + 0.2 lies within 0.1 of 0.2.
    slack = 1e-9 * max(1.0, abs(question.answer), question.tolerance)
    is_right = abs(value - question.answer) <= question.tolerance + slack
    unit = f" {question.unit}" if question.unit else ""
    reply = Reply(is_right, f"{value:,.15g}{unit}", question.right_reply if is_right else question.wrong_reply)
    points = question.points if is_right else 0
    return Mark(question_id=question.id, earned=points, out_of=question.points, replies=(reply,))


def _meant(question: NumberQuestion, answer: object) -> float:
    """Return the number that an answer means; one that means two is asked back, whichever of them would be right."""
    found = readings(answer, unit=question.unit or "", is_whole=question.whole)
    if not found:
        _refuse(
            question, answer, f"a {'whole number such as 42' if question.whole else 'number such as 42, 4.5'} or 13 550"
        )
    if len(found) > 1:
        said = " or as ".join(f"{value:,.12g}" for value in found)
        plain = " or ".join(map(unmistakable, found))
        raise AnswerError(f"{str(answer).strip()} can be read as {said}: which do you mean? Write {plain}.")
    return found[0]


@mark.register
def _order(question: OrderQuestion, answer: Any) -> Mark:
    rank = {item.id: place for place, item in enumerate(question.items)}
    if not _is_all_of(answer, rank):
        _refuse(question, answer, f"a list of all ids, in order: {', '.join(sorted(rank))}")
    pairs = list(combinations([rank[item_id] for item_id in answer], 2))
    well = sum(first < second for first, second in pairs)
    # Chance puts half of all pairs in order: that half earns nothing.
    earned = _share(question, 2 * well / len(pairs) - 1)
    replies = tuple(_place(question, rank[item_id], at) for at, item_id in enumerate(answer))
    note = "" if well == len(pairs) else f"{well} of {len(pairs)} pairs stand in order. {question.wrong_reply}"
    return Mark(question_id=question.id, earned=earned, out_of=question.points, replies=replies, note=note)


def _is_all_of(answer: Any, known: dict[str, int]) -> bool:
    is_list = isinstance(answer, list | tuple) and all(isinstance(each, str) for each in answer)
    return is_list and len(answer) == len(known) and set(answer) == known.keys()


def _place(question: OrderQuestion, rank: int, at: int) -> Reply:
    item = question.items[rank]
    return Reply(rank == at, item.text, item.reply if rank == at else NOT_IN_ITS_PLACE)


@mark.register
def _match(question: MatchQuestion, answer: object) -> Mark:
    wanted = {pair.id for pair in question.pairs}
    if not isinstance(answer, dict) or answer.keys() != wanted or not _are_choices(question, answer):
        _refuse(question, answer, f"a match for each of {', '.join(sorted(wanted))}")
    hits = {pair.id for pair in question.pairs if answer[pair.id] == pair.match}
    replies = tuple(
        Reply(pair.id in hits, f"{pair.text} – {answer[pair.id]}", pair.reply if pair.id in hits else NOT_ITS_MATCH)
        for pair in question.pairs
    )
    note = "" if len(hits) == len(wanted) else question.wrong_reply
    earned = _share(question, len(hits) / len(wanted))
    return Mark(question_id=question.id, earned=earned, out_of=question.points, replies=replies, note=note)


def _are_choices(question: MatchQuestion, answer: dict[str, object]) -> bool:
    return all(isinstance(each, str) and each in question.choices for each in answer.values())


@mark.register
def _text(question: TextQuestion, answer: object) -> Mark:
    if not isinstance(answer, str) or not answer.strip() or len(answer) > MAX_TEXT:
        _refuse(question, answer, f"a few words, at most {MAX_TEXT} characters")
    wanted = question.named({}).keywords
    hits = sum(any(says(answer, keyword) for keyword in group) for group in wanted)
    is_right = hits == len(wanted)
    # What a learner writes is shown without the signs that could turn the rest of the line round.
    about = "".join(letter for letter in answer.strip() if letter.isprintable())[:120]
    reply = Reply(is_right, about or "…", question.right_reply if is_right else question.wrong_reply)
    note = "" if is_right or not hits else f"{hits} of {len(wanted)} things asked for are there."
    earned = _share(question, hits / len(wanted))
    return Mark(question_id=question.id, earned=earned, out_of=question.points, replies=(reply,), note=note)


def is_right(question: Question, answer: Any) -> bool:
    """Say whether an answer earns all points; one to a question that has changed since does not."""
    try:
        return mark(question, answer).is_right
    except CourseError:
        return False
