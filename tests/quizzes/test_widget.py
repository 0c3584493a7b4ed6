"""The quiz as a widget, without a browser."""

import json
import re
import threading

import attrs
import pytest

from caucasus_course.core.errors import CourseError, UnknownNameError
from caucasus_course.learner.record import Record
from caucasus_course.learner.store import StoreError
from caucasus_course.quizzes.bank import read_bank
from caucasus_course.quizzes.widget import Quiz
from tests.quiz_banks import ATLAS, BANK, NAMES, WIDE

BANK_01 = read_bank(BANK, file="bank")


@pytest.fixture
def record(tmp_path):
    """Return a record in a folder of its own."""
    return Record(tmp_path / "home" / "answers.sqlite3")


class Listening(Quiz):
    """A quiz whose messages to the page are gathered."""

    def __init__(self, *arguments, **options):
        self.sent = []
        super().__init__(*arguments, **options)

    def send(self, content, buffers=None):
        """Gather a message."""
        self.sent.append(content)

    def hear(self, content):
        """Take a message as if the page had sent it, and return what is sent back."""
        self.sent.clear()
        self._handle_custom_msg(content, [])
        return list(self.sent)


def test_an_answer_is_marked_without_a_browser():
    """`answer` returns a mark that prints the feedback."""
    assert (
        repr(Quiz(BANK_01).answer("q1", "b"))
        == "Not yet (0 of 1 point)\n✗ The <b>new</b> road: WRONG-KEY It runs east."
    )


def test_plain_text_stays_the_same_after_answering(record):
    """What nbval compares does not depend on the learner."""
    quiz = Quiz(BANK_01, record=record)
    before = quiz._repr_mimebundle_()
    quiz.answer("q1", "a")

    assert quiz._repr_mimebundle_() == before
    assert repr(quiz) == before[0]["text/plain"]


def test_the_bundle_has_text_list_and_view():
    """A page with a kernel gets the widget, one without the list of questions, a terminal all the text."""
    data, _ = Quiz(BANK_01)._repr_mimebundle_()

    assert "3. How long is the road?" in data["text/plain"]
    assert data["text/html"].count("<li>") == 8
    assert data["application/vnd.jupyter.widget-view+json"]["model_id"]


def test_no_key_in_the_synchronised_state():
    """What ipywidgets sends to the page and may save in a notebook has no part of the key, before and after an answer."""
    quiz = Quiz(BANK_01)
    quiz.answer("q3", 4713.5)
    quiz.answer("q1", "a")
    state = json.dumps({name: str(value) for name, value in quiz.get_state().items()})
    state = re.sub(r"0x[0-9a-f]+|[0-9a-f]{32}", "", state)  # addresses and ids, which may hold any digits by chance

    assert "Which road runs west?" in state
    assert [word for word in ("-KEY", "is_right': ", "4713") if word in state] == []


def test_a_part_of_a_bank_can_be_shown():
    """`only` chooses questions and their order; the others cannot be answered there."""
    quiz = Quiz(BANK_01, only=["q3", "q1"], title="Check")

    assert [each["id"] for each in quiz.questions] == ["q3", "q1"]
    assert quiz.text().startswith("Quiz: Check\n\n1. How long")
    with pytest.raises(UnknownNameError, match="No question in quiz 01 called 'q2'"):
        quiz.answer("q2", ["a"])


@pytest.mark.parametrize("only", ["q1", [], ["q9"], ["q1", None]])
def test_a_wrong_choice_of_questions_is_refused(only):
    """Ids that are not there, and a text in place of a list, are answered in words."""
    with pytest.raises(CourseError, match=r"q1"):
        Quiz(BANK_01, only=only)


def test_an_answer_is_kept_before_the_page_hears(record):
    """When the feedback leaves the kernel, the answer is in the record already."""
    quiz = Listening(BANK_01, record=record)
    kept = []
    quiz.send = lambda content, buffers=None: kept.append(record.latest(lesson="01", item_id="q2"))
    quiz._handle_custom_msg({"do": "mark", "question": "q2", "answer": ["b", "a"]}, [])

    assert kept[0].value == {"answer": ["a", "b"]}


def test_the_page_gets_the_reply_to_what_was_chosen():
    """Only the chosen option's reply crosses."""
    [message] = Listening(BANK_01).hear({"do": "mark", "question": "q1", "answer": "b"})

    assert (message["kind"], message["question"], message["mark"]["word"]) == ("mark", "q1", "Not yet")
    assert "RIGHT-KEY" not in json.dumps(message)


def test_a_hint_crosses_when_it_is_asked_for():
    """The hint comes by message; a question without one says so."""
    quiz = Listening(BANK_01)

    assert quiz.hear({"do": "hint", "question": "q1"})[0]["text"].startswith("HINT-KEY")
    assert "no hint" in quiz.hear({"do": "hint", "question": "q2"})[0]["text"]


def test_a_page_that_is_loaded_again_looks_as_it_was_left(record):
    """A new view, and a new kernel with the same record, get the marks of what was answered."""
    first = Listening(BANK_01, record=record)
    first.hear({"do": "mark", "question": "q1", "answer": "b"})
    first.hear({"do": "mark", "question": "q1", "answer": "a"})
    again = Listening(BANK_01, record=Record(record.path))

    assert [(each["question"], each["answer"]) for each in first.hear({"do": "resume"})] == [("q1", "a")]
    assert [(each["question"], each["answer"]) for each in again.hear({"do": "resume"})] == [("q1", "a")]


def test_an_answer_to_a_question_that_has_changed_is_passed_over(record):
    """A record from an older bank does not break the quiz."""
    record.keep(lesson="01", item_id="q1", kind="quiz", value={"answer": "gone"})
    record.keep(lesson="01", item_id="q2", kind="quiz", value="older form")

    assert Listening(BANK_01, record=record).hear({"do": "resume"}) == []


@pytest.mark.parametrize(
    "message",
    [None, 7, [], {}, {"do": "steal"}, {"do": "mark"}, {"do": "mark", "question": "q1"}, {"do": "hint", "question": {}},
     {"do": "mark", "question": "q1", "answer": {"a": 1}}, {"do": "mark", "question": "q9", "answer": "a"}],
)  # fmt: skip
def test_hostile_messages_are_answered_in_words(message):
    """Whatever a page sends, it gets one sentence back and nothing of the key."""
    [reply] = Listening(BANK_01).hear(message)

    assert (reply["kind"], "-KEY" in json.dumps(reply)) == ("trouble", False)
    assert len(reply["text"]) < 300


@pytest.mark.parametrize("mode", ["practice", "collect", "end"])
def test_a_number_asked_back_uses_no_try_and_is_kept_nowhere(record, mode):
    """The question comes on the road of what cannot be marked, and the one try is still there."""
    bank = attrs.evolve(BANK_01, mode=mode, tries=1)
    quiz = Listening(bank, record=record)
    [reply] = quiz.hear({"do": "mark", "question": "q3", "answer": "4,713"})

    assert (reply["kind"], reply["question"]) == ("trouble", "q3")
    assert reply["text"] == "4,713 can be read as 4,713 or as 4.713: which do you mean? Write 4713 or 4.7130."
    assert record.history() == []
    assert quiz.hear({"do": "resume"}) == []
    with pytest.raises(CourseError, match="which do you mean"):
        quiz.answer("q3", "4,713")
    assert quiz.hear({"do": "mark", "question": "q3", "answer": "4713"})[0]["kind"] != "trouble"


def test_what_cannot_be_kept_is_marked_and_said(record, monkeypatch):
    """A full disk costs the learner neither the feedback nor the truth."""
    quiz = Listening(BANK_01, record=record)
    monkeypatch.setattr(record._store, "write", _refuse)
    [message] = quiz.hear({"do": "mark", "question": "q1", "answer": "a"})

    assert message["mark"]["word"] == "Right"
    assert message["mark"]["remarks"] == ["Your answer was marked but could not be kept because the disk is full."]


def _refuse(_):
    raise StoreError("the disk is full")


def test_a_damaged_record_is_told_in_the_quiz(record):
    """The learner hears that earlier answers could not be read, and where the file went when a new one is begun."""
    record.path.parent.mkdir()
    record.path.write_bytes(b"no database " * 100)
    quiz = Listening(BANK_01, record=record)

    assert "could not be read because" in quiz.hear({"do": "resume"})[0]["text"]
    [message] = quiz.hear({"do": "mark", "question": "q1", "answer": "a"})
    assert "answers-set-aside-1.sqlite3" in message["mark"]["remarks"][0]


def test_a_failure_of_ours_is_shown_in_the_quiz(monkeypatch):
    """A callback's traceback would go where no learner looks."""
    monkeypatch.setattr("caucasus_course.quizzes.widget.mark", lambda *_: 1 / 0)
    [reply] = Listening(BANK_01).hear({"do": "mark", "question": "q1", "answer": "a"})

    assert reply["text"] == "The course itself has failed here (ZeroDivisionError: division by zero)."


def test_threads_may_answer_at_once(record):
    """Callbacks come on a thread of their own: no answer is lost between two of them."""
    quiz = Quiz(BANK_01, record=record)
    threads = [threading.Thread(target=quiz.answer, args=("q1", "ab"[number % 2])) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(record.history(lesson="01", item_id="q1")) == 8


WIDE_BANK = read_bank(WIDE, file="bank")
WIDE_BANK = attrs.evolve(
    WIDE_BANK, questions=tuple(each.named(NAMES) if each.kind == "text" else each for each in WIDE_BANK.questions)
)
RIGHT = {
    "o1": ["ford", "bridge", "tunnel"],
    "m1": {"araks": "a river", "murov": "a ridge"},
    "t1": "the corridor in the Şərq",
    "p1": "b",
}


def wide(**options):
    """Return a quiz of every further kind whose messages are gathered."""
    return Listening(WIDE_BANK, atlas=ATLAS, **options)


def test_every_further_kind_is_answered_and_found_again(record):
    """Each kind's answer is kept in the form that the page can draw again."""
    quiz = wide(record=record)
    words = [
        quiz.hear({"do": "mark", "question": each, "answer": answer})[0]["mark"]["word"]
        for each, answer in RIGHT.items()
    ]
    again = {each["question"]: each["answer"] for each in wide(record=record).hear({"do": "resume"})}

    assert words == ["Right"] * 4
    assert again == RIGHT


def test_words_are_marked_as_the_learners_own(record):
    """What leaves this machine without the learner's leave must not contain them."""
    quiz = wide(record=record)
    quiz.answer("t1", "corridor")
    quiz.answer("p1", "a")

    assert [entry.value for entry in record.history()] == [
        {"answer": "corridor", "is_free_text": True},
        {"answer": "a"},
    ]


def test_tries_run_out_and_a_new_kernel_knows(record):
    """After the last try a question is closed, and stays so when the notebook is opened again."""
    quiz = wide(record=record)
    first, last = (quiz.hear({"do": "mark", "question": "p1", "answer": "a"})[0] for _ in range(2))
    [after] = wide(record=record).hear({"do": "mark", "question": "p1", "answer": "b"})

    assert (first["mark"]["tries"], first["is_closed"], last["is_closed"]) == ("1 try left.", False, True)
    assert after["text"] == "Question p1 is closed: it can no longer be answered."
    assert wide(record=record).hear({"do": "resume"})[0]["is_closed"]


def test_a_right_answer_closes_a_question_with_counted_tries():
    """What is right cannot be spoilt by a further click."""
    quiz = wide()

    assert quiz.hear({"do": "mark", "question": "p1", "answer": "b"})[0]["is_closed"]
    assert "closed" in quiz.hear({"do": "mark", "question": "p1", "answer": "a"})[0]["text"]


def test_a_hint_is_paid_once_and_not_after_a_right_answer(record):
    """The cost comes off the points; a hint that is looked at after a right answer is free."""
    quiz = wide(record=record)
    for _ in range(2):
        quiz.hear({"do": "hint", "question": "o1"})
    paid = quiz.answer("o1", RIGHT["o1"])
    other = wide()
    other.answer("o1", RIGHT["o1"])
    other.hear({"do": "hint", "question": "o1"})

    assert (paid.points, paid.is_right, other.hear({"do": "resume"})[0]["mark"]["score"]) == (
        2.5,
        True,
        "3 of 3 points",
    )
    assert len(record.history(kind="hint")) == 1


def test_a_quiz_that_collects_says_nothing_about_right_and_wrong(record):
    """Answers are kept and may be changed; no word of a key crosses, now or later."""
    quiz = wide(record=record, mode="collect")
    [kept] = quiz.hear({"do": "mark", "question": "p1", "answer": "a"})
    again = quiz.hear({"do": "mark", "question": "p1", "answer": "b"}) + quiz.hear({"do": "resume"})

    assert (kept["kind"], kept["text"], quiz.answer("p1", "b")) == (
        "kept",
        "Kept. You may still change it.",
        "Kept. You may still change it.",
    )
    assert [word for word in ("-KEY", "Right", "points") if word in json.dumps(again)] == []
    assert "no results" in quiz.hear({"do": "results"})[0]["text"]


def test_results_come_together_at_the_end(record):
    """Only when everything is answered are the marks shown; then the answers stay as they are."""
    quiz = wide(record=record, mode="end")
    early = quiz.hear({"do": "results"})
    for question_id, answer in RIGHT.items():
        assert quiz.hear({"do": "mark", "question": question_id, "answer": answer})[0]["kind"] == "kept"
    results = quiz.hear({"do": "results"})

    assert early[0]["text"].startswith("Answer every question first")
    assert [(each["mark"]["word"], each["is_closed"]) for each in results] == [("Right", True)] * 4
    assert "closed" in quiz.hear({"do": "mark", "question": "p1", "answer": "a"})[0]["text"]
    assert len(wide(record=record, mode="end").hear({"do": "resume"})) == 4


def test_a_seed_mixes_questions_and_options_alike_for_everybody():
    """The same seed shows the same quiz; the text that nbval compares follows it."""
    first, second, plain = wide(shuffle=3), wide(shuffle=3), wide()

    assert first.text() == second.text() != plain.text()
    assert {each["id"] for each in first.questions} == set(RIGHT)


@pytest.mark.parametrize("mode", ["exam", 7, ["end"]])
def test_a_wrong_mode_is_refused(mode):
    """The good modes are named."""
    with pytest.raises(CourseError, match="mode: .* the good ones are practice, collect, end|mode: .*did you mean"):
        wide(mode=mode)


def test_a_map_without_shapes_is_refused():
    """A place-on-map question that cannot be drawn is said when the cell runs, not when the learner looks for it."""
    with pytest.raises(CourseError, match="Question p1: No shape"):
        Quiz(WIDE_BANK)
