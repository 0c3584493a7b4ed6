"""Reading banks of questions, and saying every fault in one that is broken."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from caucasus_course.core.errors import DataFileError
from caucasus_course.quizzes.bank import MAX_BYTES, read_bank
from caucasus_course.quizzes.questions import Bank
from tests.quiz_banks import BANK, WIDE

FILE = "data/quizzes/01_roads.toml"


def line_of(text, part, question=0):
    """Return the number of the first line that begins with `part`, counted from the header of a question (1, 2 …) on."""
    lines = text.splitlines()
    headers = [0, *(at for at, line in enumerate(lines) if line == "[[question]]")]
    return next(at + 1 for at in range(headers[question], len(lines)) if lines[at].startswith(part))


def faults(text):
    """Return the sentences of the error that reading a text ends in."""
    with pytest.raises(DataFileError) as caught:
        read_bank(text, file=FILE)
    return str(caught.value).splitlines()


def test_a_bank_is_read():
    """Every kind of question arrives with its key and its replies."""
    bank = read_bank(BANK, file=FILE)

    assert (bank.lesson, bank.title, [each.kind for each in bank.questions]) == (
        "01", "Roads and <rivers>", ["one", "many", "number"],
    )  # fmt: skip
    assert [option.is_right for option in bank.question("q2").options] == [True, True, False]
    assert (bank.question("q3").answer, bank.question("q3").unit, bank.question("q2").points) == (4713.5, "km", 2)


def test_every_further_kind_is_read():
    """Items, pairs, keywords and places arrive with their question."""
    order, match, text, place = read_bank(WIDE, file=FILE).questions

    assert [item.id for item in order.items] == ["ford", "bridge", "tunnel"]
    assert match.choices == ["a lake", "a ridge", "a river"]
    assert (text.keywords, text.place_ids) == ((("corridor", "passage"),), ("east-town",))
    assert ([option.place_id for option in place.options], place.tries) == (["west-town", "east-town"], 2)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ('kind = "order"', 'kind = "match"', 'question o1, key item: kind "match" has no [[question.item]]; write [[question.pair]]'),
        ('id = "ford"', 'id = "a"', "question o1, key item: the ids, sorted, give the order away"),
        ('reply = "FORD-KEY First."', "", "question o1, item 'ford', key reply: missing"),
        ('match = "a ridge"', 'match = "a river"', "question m1, key pair: every match is the same"),
        ('distractors = ["a lake"]', "distractors = 7", "question m1, key distractors: 7 is not a list"),
        ('keywords = [["corridor", "passage"]]', 'keywords = ["corridor"]', "question t1, key keywords: 'corridor' is not a list"),
        ('keywords = [["corridor", "passage"]]', 'keywords = [["…"]]', "question t1, key keywords: '…' has no letter"),
        ('keywords = [["corridor", "passage"]]\nplace_ids = ["east-town"]', "", "question t1, key keywords: missing"),
        ('place_id = "west-town"', 'place_id = "east-town"', "question p1, key option: the place 'east-town' stands twice"),
        ("tries = 2", "tries = 0", "question p1, key tries: 0 is not a whole number from 1 to 20"),
        ("hint_cost = 0.5", "hint_cost = -1", "question o1, key hint_cost: -1 is not a number from 0 to 20"),
        ('title = "Every kind"', 'title = "T"\nmode = "exam"', "key mode: 'exam' is not known; the good ones are practice"),
    ],
)  # fmt: skip
def test_a_fault_of_a_further_kind_is_named(old, new, expected):
    """Each kind says in words what it cannot be made of."""
    assert old in WIDE
    [told] = [fault for fault in faults(WIDE.replace(old, new, 1)) if expected in fault]

    assert told.startswith(f"{FILE}, line ")


def test_line_breaks_are_undone_and_paragraphs_kept():
    """How an author wraps lines does not show; a blank line does."""
    assert read_bank(BANK, file=FILE).question("q1").stem == "Which road runs west?\nThink of the map."


@pytest.mark.parametrize(
    ("old", "new", "question", "begins", "expected"),
    [
        ("format = 1", "format = 2", 0, "format", "key format: 2 is not a format known here; write format = 1"),
        ('lesson = "01"', 'lesson = "1"', 0, "lesson", "key lesson: '1' is not an id such as '01'"),
        ('"many"', '"mny"', 2, "kind", "question q2, key kind: 'mny' is not a kind of question; did you mean 'many'?"),
        ('"many"', '"essay"', 2, "kind", "the kinds are one, many, number, order, match, text, place"),
        ("objective = 3", "objective = 9", 3, "objective", "question q3, key objective: 9 is not a whole number from 1 to 5"),
        ('level = "recall"', 'levl = "recall"', 1, "levl", "key levl: not a key that is known here; did you mean 'level'?"),
        ('level = "recall"', "", 1, "[[question]]", "question q1, key level: missing; it is required"),
        ('reply = "RIGHT-KEY It runs west."', 'reply = ""', 1, "reply", "question q1, option 'a', key reply: empty"),
        ('text = "Tartar"', 'text = "Araks"', 2, "[[question]]", "question q2, key option: the text 'araks' stands twice"),
        ('id = "q2"', 'id = "q1"', 2, "id", "question q1, key id: 'q1' stands on an earlier question already"),
        ("answer = 4713.5", "answer = nan", 3, "answer", "question q3, key answer: nan is not a number"),
        ('kind = "number"', 'kind = "one"', 3, "answer", "question q3, key answer: not a key that is known here"),
        ("points = 2", "points = ", 2, "points", "not readable as TOML"),
        ("source_ids = []", "source_ids = [1]", 2, "source_ids", "question q2, key source_ids: 1 is not an id"),
    ],
)  # fmt: skip
def test_a_fault_is_named_with_its_place(old, new, question, begins, expected):
    """An error names the file, the line, the question, the key and what was expected."""
    broken = BANK.replace(old, new, 1)
    [told] = [fault for fault in faults(broken) if expected in fault]

    assert told.startswith(f"{FILE}, line {line_of(broken, begins, question)}: ")


def test_all_faults_come_at_once_in_their_order():
    """Mending a bank takes one reading, not one per fault."""
    broken = (
        BANK.replace("objective = 1", "objective = 0")
        .replace("is_right = true", "is_right = 1")
        .replace("title", "titel")
    )
    told = faults(broken)

    lines = [int(fault.split("line ")[1].split(":")[0]) for fault in told]
    assert lines == sorted(lines)
    assert sum("key is_right" in fault for fault in told) == 3
    assert any("did you mean 'title'" in fault for fault in told)
    assert any("key objective" in fault for fault in told)


def test_a_header_inside_a_text_is_not_counted():
    """A stem that quotes TOML does not move the line numbers of what follows."""
    broken = BANK.replace("Which road runs", "[[question]]\n[[question.option]]\nWhich road runs").replace(
        'text = "Tartar"', "text = 7"
    )

    assert faults(broken) == [
        f"{FILE}, line {line_of(broken, 'text = 7')}: question q2, option 'b', key text: 7 is not text; put it in quotation marks"
    ]


def test_a_bank_written_in_one_line_is_checked_too():
    """Inline tables have no header of their own; the fault then names the question only."""
    told = faults('format = 1\nlesson = "01"\ntitle = "T"\nquestion = [{id = "q1", kind = "one", option = [{}]}]')

    assert any("question q1, option '?', key text: missing" in fault for fault in told)


def test_options_of_a_number_are_refused():
    """A question that asks for a number has nothing to choose."""
    broken = BANK + '\n[[question.option]]\nid = "a"\ntext = "x"\nis_right = true\nreply = "y"\n'

    assert any('kind "number" has no [[question.option]]; take them out' in fault for fault in faults(broken))


@pytest.mark.parametrize("plural", ["options", "questions"])
def test_plural_keys_are_refused(plural):
    """A key that looks right but is not read is never passed over in silence."""
    place = "format = 1" if plural == "questions" else "objective = 1"

    assert any(
        f"did you mean '{plural[:-1]}'?" in fault for fault in faults(BANK.replace(place, f"{place}\n{plural} = [1]"))
    )


@pytest.mark.parametrize(
    "text",
    [
        "", "[", "[[question]]", "question = 3", "question = [[[]]]", "format = " + "9" * 2000, "a = " + "[" * 2000,
        ".".join("a" * 120_000) + " = 1", "# " + "x" * MAX_BYTES, "\ud800", "\x00", "[question]\nid = 'q1'",
    ],
)  # fmt: skip
def test_hostile_texts_are_refused_quickly(text):
    """A text that is no bank ends in an error of a few lines, within a second."""
    started = time.perf_counter()
    told = faults(text)

    assert time.perf_counter() - started < 1
    assert all(len(line) < 400 for line in told)


def test_many_faults_are_cut_short():
    """Nobody reads a thousand faults; the count of the rest is told."""
    told = faults(BANK + "\n[[question]]\n" * 50)

    assert len(told) == 41
    assert told[-1].startswith("… and ")


PARTS = sorted(
    {line for line in (BANK + WIDE).splitlines() if line} | {"[[question]]", "points = -1", "x = {}", "id = 7", '"""'}
)


@given(st.lists(st.sampled_from(PARTS), max_size=30).map("\n".join) | st.text(max_size=300))
@settings(max_examples=300)
def test_shuffled_banks_are_read_or_refused_in_words(text):
    """Whatever stands in a bank, the outcome is a bank or an error that names the file."""
    try:
        assert isinstance(read_bank(text, file=FILE), Bank)
    except DataFileError as error:
        assert str(error).startswith(FILE)


@given(st.integers(0, len(BANK) - 1), st.text(max_size=3))
@settings(max_examples=300)
def test_a_changed_letter_is_harmless(at, letters):
    """A slip of the finger anywhere gives a bank or an error in words, never a traceback."""
    try:
        assert isinstance(read_bank(BANK[:at] + letters + BANK[at + 1 :], file=FILE), Bank)
    except DataFileError as error:
        assert str(error).startswith(FILE)
