"""Every fault of a CSV text is said with its line and column."""

import pytest

from caucasus_course.data.schema import read_cell, read_rows

SCHEMA = {
    "fields": [
        {"name": "town_id", "type": "string", "constraints": {"required": True, "pattern": "[a-z-]+"}},
        {"name": "lat", "type": "number", "constraints": {"minimum": -90, "maximum": 90}},
        {"name": "people", "type": "integer"},
        {"name": "day", "type": "date"},
        {"name": "is_town", "type": "boolean"},
        {"name": "kind", "type": "string", "constraints": {"enum": ["town", "village"]}},
    ],
    "primaryKey": "town_id",
}
HEAD = "town_id,lat,people,day,is_town,kind\n"


def faults(body: str, head: str = HEAD) -> list[str]:
    """Return the faults of a body as sentences."""
    return [str(fault) for fault in read_rows(head + body, SCHEMA, file="data/towns.csv")[1]]


def test_a_good_row_becomes_typed_values():
    """Numbers, dates and truths are values, an empty cell is None."""
    rows, found = read_rows(HEAD + "goris,39.5,,1994-05-12,true,town\n", SCHEMA, file="t")

    assert not found
    assert rows[0][0] == 2
    assert rows[0][1]["lat"] == 39.5
    assert rows[0][1]["people"] is None
    assert rows[0][1]["day"].isoformat() == "1994-05-12"


@pytest.mark.parametrize(
    ("row", "column", "said"),
    [
        ("goris,north,1,1994-05-12,true,town", "lat", "'north' is not a number such as 39.82"),
        ("goris,nan,1,1994-05-12,true,town", "lat", "'nan' is not a number"),
        ("goris,91,1,1994-05-12,true,town", "lat", "91.0 is above 90"),
        ("goris,-91,1,1994-05-12,true,town", "lat", "-91.0 is below -90"),
        ("goris,39,1.5,1994-05-12,true,town", "people", "'1.5' is not a whole number"),
        ("goris,39,99999999999999999999,1994-05-12,true,town", "people", "is not a whole number"),
        ("goris,39,1,12 May 1994,true,town", "day", "such as 1994-05-12"),
        ("goris,39,1,1994-02-30,true,town", "day", "'1994-02-30' is not a date"),
        ("goris,39,1,1994-05-12,yes,town", "is_town", "'yes' is not true or false"),
        ("goris,39,1,1994-05-12,true,hamlet", "kind", "'hamlet' is not one of town, village"),
        ("Goris,39,1,1994-05-12,true,town", "town_id", "does not have the form [a-z-]+"),
        (",39,1,1994-05-12,true,town", "town_id", "empty; a value is required here"),
    ],
)
def test_a_bad_cell_is_named_with_file_line_column_and_what_was_expected(row, column, said):
    """The sentence lets a person find and mend the cell."""
    (fault,) = faults(row + "\n")

    assert fault.startswith(f"data/towns.csv, line 2, column {column}: ")
    assert said in fault


def test_all_faults_are_said_and_not_the_first_only():
    """Two bad cells and a short row give three faults."""
    found = faults("goris,north,x,1994-05-12,true,town\nlachin,39\n")

    assert len(found) == 3
    assert found[2].startswith("data/towns.csv, line 3: 2 cells, expected 6")


def test_a_wrong_header_names_missing_and_unknown_columns():
    """No cell is read under a wrong header."""
    (fault,) = faults("goris,39,1,1994-05-12,true,town\n", head="town_id,lat,people,day,is_town,sort\n")

    assert "missing: kind" in fault
    assert "not known: sort" in fault


def test_a_repeated_key_names_both_lines():
    """An id may stand once."""
    row = "goris,39,1,1994-05-12,true,town\n"

    assert faults(row + row) == ["data/towns.csv, line 3, column town_id: 'goris' stands on line 2 already"]


def test_text_after_a_closing_quotation_mark_is_a_fault():
    """A quotation mark too many is said with its line."""
    assert "line 2: not readable as CSV" in faults('"goris"x,39,1,1994-05-12,true,town\n')[0]


def test_a_line_break_inside_a_cell_keeps_the_line_numbers():
    """The line is that of the file, as an editor counts it."""
    schema = {"fields": [{"name": "a", "type": "string"}, {"name": "n", "type": "integer"}]}

    assert read_rows('a,n\n"two\nlines",1\nb,x\n', schema, file="t")[1][0].line == 4


def test_an_empty_optional_cell_is_no_fault():
    """Unknown is allowed where the schema allows it."""
    assert read_cell("", {"name": "n", "type": "integer"}) == (None, None)


def test_the_ends_of_what_is_allowed_are_allowed():
    """A minimum and a maximum are themselves good."""
    assert faults("goris,90,-5,1994-05-12,false,village\nlachin,-90,5,1994-05-12,true,town\n") == []


def test_columns_in_another_order_are_said():
    """Nothing is missing, and still no cell is read."""
    (fault,) = faults("", head="lat,town_id,people,day,is_town,kind\n")

    assert fault == "data/towns.csv, line 1: the columns are not those described, in their order; the order differs"


def test_a_key_of_two_columns_may_share_one_of_them():
    """Only the pair stands once."""
    schema = {"fields": [{"name": name, "type": "string"} for name in "ab"], "primaryKey": ["a", "b"]}

    assert read_rows("a,b\nx,1\nx,2\n", schema, file="t")[1] == []
    assert [str(fault) for fault in read_rows("a,b\nx,1\nx,2\nx,2\n", schema, file="t")[1]] == [
        "t, line 4, column a: 'x' stands on line 3 already"
    ]
