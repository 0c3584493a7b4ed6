"""The contract of the data holds, and each way of breaking it is named with file, line and column."""

import csv
import json
import shutil

import pytest

from caucasus_course.data import contract, contract_words, loaders
from caucasus_course.data.verbatim import fingerprints


@pytest.fixture(scope="module")
def untouched(tmp_path_factory):
    """A copy of the data folder."""
    folder = tmp_path_factory.mktemp("data") / "data"
    shutil.copytree(loaders.data_folder(), folder, ignore=shutil.ignore_patterns("build"))
    return folder


@pytest.fixture
def broken(untouched, monkeypatch):
    """Return a function that edits a table of the copy and says the faults found; the copy is put back."""
    monkeypatch.setattr(loaders, "data_folder", lambda: untouched)
    loaders.package_description.cache_clear()
    loaders._layer_text.cache_clear()
    kept = {}

    def edit(table, change):
        path = untouched / f"{table}.csv"
        kept.setdefault(path, path.read_bytes())
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        head = list(rows[0])
        rows = change(rows) or rows
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, fieldnames=head, lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
        return [str(fault) for fault in contract.validate()]

    yield edit
    for path, content in kept.items():
        path.write_bytes(content)
    loaders.package_description.cache_clear()
    loaders._layer_text.cache_clear()


def find(rows, **wanted):
    """Return the first row with the given cells."""
    return next(row for row in rows if all(row[key] == value for key, value in wanted.items()))


def test_the_data_of_the_course_keep_the_contract():
    """No fault in any file."""
    assert contract.validate() == []


def test_a_deleted_source_is_missed_wherever_it_is_cited(broken):
    """The rows that cite it are named."""
    faults = broken("sources", lambda rows: [row for row in rows if row["source_id"] != "echr-chiragov-2015"])

    assert len(faults) > 5
    assert all("'echr-chiragov-2015' is not in data/sources.csv" in fault for fault in faults)
    assert any(fault.startswith("data/claims.csv, line ") and "column source_ids" in fault for fault in faults)


def swap_low_and_high(rows):
    """Exchange the bounds of the first claim that has both."""
    row = next(row for row in rows if row["low"] and row["high"] and float(row["low"]) < float(row["high"]))
    row["low"], row["high"] = row["high"], row["low"]


def overlap_two_holders(rows):
    """Let an interval of Shusha run on into the next."""
    first = min((row for row in rows if row["place_id"] == "shusha"), key=lambda row: row["valid_from"])
    first["valid_to"] = "1995-01-01"


def change_one_letter(rows):
    """Change one letter of an excerpt of an article."""
    row = find(rows, excerpt_id="a002-where")
    row["text"] = row["text"].replace("located", "locatod", 1)


def one_perspective(rows):
    """Let all authors of the first question look from one place."""
    for row in rows:
        if row["question_id"] == rows[0]["question_id"]:
            row["perspective"] = "Armenian"


def let_an_arrival_decrease(rows):
    """Turn one running total to nothing."""
    [row for row in rows if row["status"] == "reported"][-1]["cumulative"] = "1"


@pytest.mark.parametrize(
    ("table", "change", "said"),
    [
        ("claims", swap_low_and_high, "column high: {} expected low ≤ point ≤ high"),
        ("control", overlap_two_holders, "column valid_from: 'shusha': the interval before ends on 1995-01-01"),
        ("excerpts", change_one_letter, "column text: not verbatim in article-002: “"),
        ("arrivals", let_an_arrival_decrease, "column cumulative: 1 is below"),
        ("places", lambda rows: find(rows, place_id="goris").update(lat="46.3", lon="39.5"), "lat and lon exchanged?"),
        (
            "places",
            lambda rows: find(rows, place_id="goris").update(place_id="gorus"),
            "'goris' is not in data/places.csv",
        ),
        ("events", lambda rows: rows[0].update(end_date="1700-01-01"), "column end_date: 1700-01-01 lies before"),
        ("events", lambda rows: rows[0].update(place_id="atlantis"), "column place_id: 'atlantis' is not in"),
        ("events", lambda rows: rows[0].update(source_ids=""), "column source_ids: empty; a value is required"),
        ("statements", lambda rows: rows[0].update(quote="word " * 41), "column quote: 41 words; at most 40"),
        ("excerpts", lambda rows: rows[0].update(text="word " * 61), "column text: 61 words; at most 60"),
        (
            "excerpts",
            lambda rows: find(rows, role="voice").update(owner=""),
            "column owner: empty; a voice says whose it is",
        ),
        (
            "excerpts",
            lambda rows: find(rows, role="voice").update(side=""),
            "column side: empty; a voice says whose it is",
        ),
        (
            "excerpts",
            lambda rows: find(rows, language="hy").update(original=""),
            "column original: empty; language is given",
        ),
        (
            "excerpts",
            lambda rows: find(rows, language="az").update(language=""),
            "column language: empty; original is given",
        ),
        (
            "excerpts",
            lambda rows: find(rows, language="az").update(translation=""),
            "column translation: empty; original is given",
        ),
        (
            "excerpts",
            lambda rows: find(rows, language="ru").update(translator=""),
            "column translator: empty; original is given",
        ),
        (
            "excerpts",
            lambda rows: find(rows, language="ru").update(side=""),
            "column side: empty; words in their own language",
        ),
        (
            "excerpts",
            lambda rows: find(rows, language="hy").update(translation="google"),
            "'google' is not one of official, the publisher's, ours",
        ),
        (
            "excerpts",
            lambda rows: rows[0].update(role="witness"),
            "'witness' is not one of primary, voice, article, secondary",
        ),
        (
            "explanations",
            lambda rows: rows[0].update(explanation="word " * 39),
            "column explanation: 39 words; an argument has 40 to 90",
        ),
        (
            "explanations",
            lambda rows: rows[0].update(source_id="nobody"),
            "column source_id: 'nobody' is not in data/sources.csv",
        ),
        (
            "explanations",
            lambda rows: rows[0].update(question_id="nobody"),
            "column question_id: 'nobody' is not in data/questions.csv",
        ),
        (
            "explanations",
            one_perspective,
            "data/questions.csv, line 2, column question_id: needs two to four authors, not all of one",
        ),
        ("explanations", lambda rows: rows[:1], "column question_id: needs two to four authors"),
        (
            "deciding",
            lambda rows: rows[1].update(evidence=rows[0]["evidence"]),
            "needs two to four different kinds of evidence",
        ),
        ("claims", lambda rows: rows[0].update(low="", point="", high=""), "a claim needs a figure"),
    ],
)
def test_each_breach_is_named(broken, table, change, said):
    """File, line and column lead to the cell."""
    faults = broken(table, change)
    head, _, tail = said.partition("{}")

    assert any(fault.startswith("data/") and head in fault and tail in fault for fault in faults), faults[:5]


def test_all_faults_are_said_in_one_run(broken):
    """Two breaches of two tables."""
    broken("events", lambda rows: rows[0].update(category="weather"))
    faults = broken("claims", lambda rows: rows[0].update(point="many"))

    assert any("'weather' is not one of" in fault for fault in faults)
    assert any("'many' is not a number" in fault for fault in faults)


def test_a_missing_file_does_not_hide_the_others(broken, untouched):
    """The rest is still checked."""
    (untouched / "census.csv").rename(untouched / "census.away")
    try:
        faults = broken("events", lambda rows: rows[0].update(category="weather"))
    finally:
        (untouched / "census.away").rename(untouched / "census.csv")

    assert any("data/census.csv is missing" in fault for fault in faults)
    assert any("'weather' is not one of" in fault for fault in faults)


def test_validate_never_writes(untouched, broken):
    """The folder is the same before and after."""
    before = {path: path.read_bytes() for path in untouched.rglob("*") if path.is_file()}
    contract.validate()

    assert before == {path: path.read_bytes() for path in untouched.rglob("*") if path.is_file()}


def test_a_shape_without_a_name_is_named(broken, untouched):
    """Every shape's id is a place."""
    path = untouched / "geo" / "roads.geojson"
    kept = path.read_text(encoding="utf-8")
    layer = json.loads(kept)
    layer["features"][0]["properties"]["id"] = "no-road"
    path.write_text(json.dumps(layer), encoding="utf-8")
    try:
        faults = [str(fault) for fault in contract.validate()]
    finally:
        path.write_text(kept, encoding="utf-8")

    assert faults == ["data/geo/roads.geojson, column id: 'no-road' is not in data/places.csv"]


@pytest.mark.parametrize(
    ("table", "change", "said"),
    [
        (
            "excerpts",
            lambda rows: rows[0].update(loaded_words="zzz"),
            "column loaded_words: 'zzz' does not stand in the text",
        ),
        ("verdicts", lambda rows: rows[0].update(topic="nothing"), "column topic: 'nothing' has fewer than two claims"),
        ("perspectives", lambda rows: rows[0].update(statement_ids="nobody"), "'nobody' is not in data/statements.csv"),
    ],
)
def test_breaches_of_source_work_are_named(broken, table, change, said):
    """Marked words, questions to compare and voices lead to what is there."""
    assert any(said in fault for fault in broken(table, change))


def said_of(check, **tables):
    """Return line and column of each fault that a check finds in made-up rows, the first of them on line 2."""
    numbered = {name: list(enumerate(rows, start=2)) for name, rows in tables.items()}
    return [(fault.line, fault.column) for fault in check(numbered)]


@pytest.mark.parametrize(
    ("first", "last"), [("start_date", "end_date"), ("valid_from", "valid_to"), ("active_from", "active_to")]
)
def test_an_interval_may_last_a_day_but_not_end_before_it_begins(first, last):
    """Each pair of columns; either end may be open."""
    rows = [{first: "1994-05-12", last: day} for day in ("1994-05-13", "1994-05-12", "1994-05-11", None)]

    assert said_of(contract.dates_are_ordered, any=rows) == [(4, last)]


def figures(table, low, point, high, status="reported"):
    """Return a row with a figure, in the columns of its table."""
    names = {"claims": ("low", "point", "high"), "supply": ("value_low", "value", "value_high")}[table]
    return dict(zip(names, (low, point, high), strict=True)) | {"status": status}


@pytest.mark.parametrize("table", ["claims", "supply"])
def test_a_figure_lies_between_its_bounds(table):
    """Equal ends are a range; each pair out of order is named by the larger one's column."""
    good = [(1, 1, 1), (None, 2, 3), (1, None, 1), (0, None, None)]
    bad = [(2, 1, None), (None, 3, 2), (3, None, 2)]
    rows = [figures(table, *numbers) for numbers in [*good, *bad]]
    point, high = list(rows[0])[1:3]

    assert said_of(contract.ranges_are_ordered, **{table: rows}) == [(6, point), (7, high), (8, high)]


def test_a_claim_has_a_figure_unless_it_is_unknown():
    """Nought is a figure."""
    rows = [
        figures("claims", None, None, None),
        figures("claims", None, None, None, "unknown"),
        figures("claims", None, 0, None),
    ]

    assert said_of(contract.ranges_are_ordered, claims=rows) == [(2, "point")]


def test_places_lie_in_the_region_but_those_abroad():
    """A place without coordinates is no fault."""
    spots = [("town", 39.8, 46.7), ("town", 46.7, 39.8), ("place abroad", 48.8, 2.3), ("region", None, None)]
    rows = [dict(zip(("kind", "lat", "lon"), spot, strict=True)) for spot in spots]

    assert said_of(contract.places_lie_in_the_region, places=rows) == [(3, "lat")]


def test_control_has_neither_gap_nor_overlap_nor_end():
    """From 20 February 1988 to this day, whatever the order of the rows."""

    def row(place, start, end):
        return {"place_id": place, "valid_from": start, "valid_to": end}

    whole = [row("a", "1992-01-01", None), row("a", "1988-02-20", "1992-01-01")]
    late, gap = row("b", "1988-02-21", None), row("c", "1992-01-02", None)
    rows = [*whole, late, row("c", "1988-02-20", "1992-01-01"), gap, row("d", "1988-02-20", "2020-01-01")]

    found = said_of(contract.control_is_seamless, control=rows)
    assert found == [(4, "valid_from"), (6, "valid_from"), (7, "valid_to")]


def test_arrivals_may_stand_still_and_disputed_ones_do_not_count():
    """By time, not by row."""
    rows = [
        ("02", 20, "reported"),
        ("01", 10, "established"),
        ("03", 5, "disputed"),
        ("04", 20, "reported"),
        ("05", 19, "reported"),
    ]
    rows = [dict(zip(("observed_at", "cumulative", "status"), row, strict=True)) for row in rows]

    assert said_of(contract.arrivals_never_decrease, arrivals=rows) == [(6, "cumulative")]


@pytest.mark.parametrize(("table", "column", "most"), [("statements", "quote", 40), ("excerpts", "text", 60)])
def test_a_quotation_may_have_its_number_of_words_and_no_more(table, column, most):
    """An empty cell is no quotation."""
    rows = [{column: "word " * most}, {column: "word " * (most + 1)}, {column: None}]

    assert said_of(contract_words.quotations_are_short, **{table: rows}) == [(3, column)]


def test_a_verdict_needs_two_claims_that_somebody_stands_for():
    """Unverified ones do not count."""
    claims = [{"topic": topic, "status": status} for topic, status in
              [("a", "reported"), ("a", "disputed"), ("b", "reported"), ("b", "unverified")]]  # fmt: skip

    assert said_of(contract_words.verdicts_have_claims, claims=claims, verdicts=[{"topic": "a"}, {"topic": "b"}]) == [
        (3, "topic")
    ]


def test_an_article_is_quoted_in_a_small_part(monkeypatch):
    """Up to 15 % together; another work is not compared."""
    text = " ".join(f"word{number}" for number in range(104))  # a hundred runs of five words
    monkeypatch.setattr(loaders, "read_text", lambda name: json.dumps({"article": fingerprints(text)}))
    rows = [("article", 0, 14), ("article", 20, 29), ("other", 0, 50), ("article", 40, 45)]
    rows = [{"source_id": source, "text": " ".join(text.split()[start:end])} for source, start, end in rows]

    assert said_of(contract_words.excerpts_are_verbatim, excerpts=rows) == [(5, "text")]
