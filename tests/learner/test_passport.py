"""Writing and reading passports, and what comes of restoring them."""

import json
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from caucasus_course.learner.entry import Entry
from caucasus_course.learner.passport import PassportError, read_passport, write_passport
from caucasus_course.learner.record import Record

NOW = datetime(2026, 5, 1, tzinfo=UTC)
ROW = {
    "entry_id": "0" * 32,
    "lesson": "01",
    "item_id": "q1",
    "kind": "quiz",
    "value": {"answer": "a"},
    "kept_at": "2026-04-30T10:00:00.000000+00:00",
}
TEXT = {**ROW, "entry_id": "1" * 32, "item_id": "01-prediction", "kind": "prediction", "value": "My view."}
VERDICT = {**TEXT, "entry_id": "3" * 32, "kind": "reflection", "value": {"verdict": "disputed", "reason": "My reason."}}
MARKS = {**TEXT, "entry_id": "4" * 32, "kind": "reflection", "value": [0, 7]}
WORDS = {**ROW, "entry_id": "2" * 32, "value": {"answer": "my words", "is_free_text": True}}


def passport(*rows, **changes):
    """Return a passport with these rows, as text."""
    whole = {"format": "caucasus-course-passport", "version": 1, "has_texts": True, "entries": list(rows), **changes}
    return json.dumps(whole)


def test_what_is_written_is_read_again():
    """Nothing is lost on the way."""
    entries = [Entry(**row) for row in (ROW, TEXT, WORDS, VERDICT, MARKS)]

    assert read_passport(write_passport(entries, with_texts=True), now=NOW) == entries


def test_words_stay_at_home_unless_the_learner_says_otherwise():
    """Predictions, paragraphs and answers in words can tell what somebody thinks of this war."""
    written = write_passport([Entry(**row) for row in (ROW, TEXT, WORDS, VERDICT, MARKS)], with_texts=False)

    assert [words for words in ("My view", "my words", "My reason", "disputed", "[0,7]") if words in written] == []
    assert [entry.value for entry in read_passport(written, now=NOW)] == [{"answer": "a"}]


def test_points_inside_are_ignored():
    """A learner who writes points into the file has written nothing."""
    forged = {**ROW, "value": {"answer": "a", "points": 99, "is_right": True}}

    assert read_passport(passport(forged), now=NOW)[0].value == {"answer": "a"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[]", "does not say that its format is"),
        (passport(format="other"), "does not say that its format is"),
        (passport(version=2), "version 2; this course reads version 1"),
        (passport(version=True), "version True"),
        (passport(entries={}), "no list of entries"),
        (passport(*[1] * 20_001), "20,001 entries; at most 20,000"),
        (passport(ROW, 7), "entry 2: it needs entry_id"),
        (passport({**ROW, "lesson": "x"}), "entry 1, lesson: 'x' is not an id"),
        (passport({**ROW, "kind": "exam"}), "entry 1, kind: 'exam'"),
        (passport({**ROW, "entry_id": "../../x"}), "entry 1, entry_id"),
        (passport({**ROW, "kept_at": "2026-13-40T10:00:00.000000+00:00"}), "is not a moment"),
        (passport({**ROW, "kept_at": 7}), "entry 1: 7 is not a moment"),
        (passport({**ROW, "kept_at": "2026-05-03T10:00:00.000000+00:00"}), "from the future at entry 1 (2026-05-03)"),
        (passport({**ROW, "value": {"points": 1}}), "is no quiz of this course"),
        (passport({**ROW, "value": {"answer": {"a": {"b": 1}}}}), "is no quiz"),
        (passport({**ROW, "value": {"answer": None}}), "is no quiz"),
        (passport({**TEXT, "value": 7}), "is no prediction"),
        (passport({**TEXT, "value": "x" * 40_000}), "is no prediction"),
        (passport({**TEXT, "value": [1]}), "is no prediction"),
        (passport({**VERDICT, "value": {"verdict": "disputed"}}), "is no reflection"),
        (passport({**VERDICT, "value": {"verdict": "disputed", "reason": {}}}), "is no reflection"),
        (passport({**MARKS, "value": [True]}), "is no reflection"),
        (passport({**MARKS, "value": [0] * 101}), "is no reflection"),
        (passport({**ROW, "kind": "hint"}), "is no hint"),
        ('{"a":1,"a":1}', "not a passport: the key 'a' stands twice"),
        (b"PK\x03\x04", "not a passport: not JSON"),
    ],
)  # fmt: skip
def test_what_is_no_passport_is_refused_whole(text, said):
    """An error says where and why; nothing of the file is taken."""
    with pytest.raises(PassportError) as caught:
        read_passport(text, now=NOW)

    assert said in str(caught.value)
    assert len(str(caught.value)) < 250


entries = st.builds(
    Entry,
    entry_id=st.sampled_from(["0" * 32, "1" * 32, "2" * 32, "3" * 32]),
    lesson=st.sampled_from(["01", "02"]),
    item_id=st.sampled_from(["q1", "q2"]),
    kind=st.just("quiz"),
    value=st.sampled_from([{"answer": "a"}, {"answer": "b"}, {"answer": ["a"]}]),
    kept_at=st.sampled_from([f"2026-04-30T10:00:0{second}.000000+00:00" for second in range(3)]),
)


def contents(record):
    """Return what a record has, without ids: in its order where moments differ."""
    return sorted((each.kept_at, each.lesson, each.item_id, json.dumps(each.value)) for each in record.history())


@given(st.lists(entries, max_size=5), st.lists(entries, max_size=5))
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_restoring_is_idempotent_and_commutative(tmp_path_factory, ours, theirs):
    """Two machines that restore each other's passports have the same; restoring again changes nothing; nothing is lost."""
    folder = tmp_path_factory.mktemp("machines")
    one, two = Record(folder / "one.sqlite3"), Record(folder / "two.sqlite3")
    one.merge(ours)
    two.merge(theirs)
    before = contents(one) + contents(two)
    to_two, to_one = (write_passport(each.history(), with_texts=True) for each in (one, two))
    one.merge(read_passport(to_one, now=NOW))
    two.merge(read_passport(to_two, now=NOW))

    assert contents(one) == contents(two) == sorted(set(before))
    assert one.merge(read_passport(to_one, now=NOW)) == two.merge(read_passport(to_two, now=NOW)) == 0


mangled = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.just({"answer": "a"}) | st.just(ROW),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(list(ROW)), inner, max_size=6),
    max_leaves=10,
)


@given(st.dictionaries(st.sampled_from([*ROW, "format"]), mangled, max_size=5), st.data())
@settings(max_examples=200)
def test_mangled_passports_are_read_or_refused(changes, data):
    """Whatever stands in a file, the outcome is entries of the course or a sentence."""
    text = passport({**ROW, **changes}, data.draw(mangled))
    cut = data.draw(st.integers(0, len(text)) | st.just(len(text)))
    try:
        assert all(isinstance(entry, Entry) for entry in read_passport(text[:cut], now=NOW))
    except PassportError as error:
        assert "passport" in str(error)


@pytest.mark.parametrize(
    ("row", "changes", "is_taken"),
    [
        (TEXT, {"value": "x" * 29_998}, True),
        (TEXT, {"value": "x" * 29_999}, False),
        (MARKS, {"value": [0] * 100}, True),
        (MARKS, {"value": []}, True),
        (ROW, {"value": {"answer": ["a"] * 20}}, True),
        (ROW, {"value": {"answer": ["a"] * 21}}, False),
        (ROW, {"value": {"answer": {"a": 1.5}}}, True),
        (ROW, {"value": {"answer": True}}, False),
        (ROW, {"kind": "hint", "value": True}, True),
        (ROW, {"kind": "results", "value": True}, True),
        (ROW, {"kind": "results", "value": 1}, False),
        (ROW, {"kept_at": "2026-05-02T00:00:00.000000+00:00"}, True),
        (ROW, {"kept_at": "2026-05-02T00:00:00.000001+00:00"}, False),
        (ROW, {"kept_at": "2026-04-30T10:00:00.000000+04:00"}, False),
    ],
)
def test_what_is_taken_ends_where_it_is_said(row, changes, is_taken):
    """Lengths, marks, answers, and a clock that is at most a day ahead."""
    try:
        found = len(read_passport(passport({**row, **changes}), now=NOW)) == 1
    except PassportError:
        found = False

    assert found is is_taken


def test_a_passport_says_what_it_is():
    """One line of JSON, sorted, in letters that can be read."""
    entry = Entry(**{**TEXT, "value": "Շուշի"})

    assert write_passport([entry], with_texts=True) == (
        '{"entries":[{"entry_id":"11111111111111111111111111111111","item_id":"01-prediction",'
        '"kept_at":"2026-04-30T10:00:00.000000+00:00","kind":"prediction","lesson":"01","value":"Շուշի"}],'
        '"format":"caucasus-course-passport","has_texts":true,"version":1}'
    )
