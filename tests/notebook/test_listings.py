"""Tables that are read: chosen rows, shares, holders of several places."""

import pytest

from caucasus_course import holders, load, rows, share
from caucasus_course.charts.listing import Listing
from caucasus_course.core.errors import CourseError, UnknownNameError


def test_rows_are_chosen_ordered_and_written():
    """A claim's figure comes in words, days as days, nothing as a dash."""
    found = rows("claims", where={"topic": "nkao-azerbaijani-share"}, columns=["as_of", "figure", "high"], sort="as_of")

    assert [cells[0] for cells in found.body] == sorted(cells[0] for cells in found.body)
    assert found.body[0][1].endswith(" %")
    assert found.body[0][2] == "–"


def test_a_star_stands_for_any_letters_and_a_list_for_several():
    """Both pick the same two rows."""
    star = rows("arrivals", where={"arrival_id": "2023-09-26-0800*"}, columns=["cumulative", "said_by"])
    some = rows("arrivals", where={"cumulative": ["13350", "13550"]}, columns=["cumulative", "said_by"])

    assert star.text() == some.text()
    assert "13,550 | Government of Armenia" in star.text()


def test_rows_take_a_frame_that_the_student_has_filtered():
    """What pandas left is what is shown."""
    frame = load("places").query("place_id == 'shusha'")

    assert rows(frame, columns=["name_az"]).text() == "name_az\nŞuşa"


def test_unverified_rows_teach_nothing():
    """By a table's name they stay out."""
    shown = rows("claims", columns=["claim_id", "status"])

    assert "unverified" not in {status for _, status in shown.body}


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (lambda: rows("claims", columns=["figur"]), "No column called 'figur'. Did you mean 'figure'"),
        (lambda: rows("claims", columns=["topic"], where={"topc": "x"}), "No column called 'topc'"),
        (lambda: share("nkao-armenian-share-1989x", of="held-total"), "No claim called"),
    ],
)
def test_a_wrong_name_is_answered_with_the_nearest(call, said):
    """The reader sees the bad value and the good ones."""
    with pytest.raises(UnknownNameError) as caught:
        call()
    assert said in str(caught.value)


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (lambda: rows("claims", columns=["topic"], where={"topic": "nothing"}), "no row to show"),
        (lambda: share(["held-total", "held-total"], of=["held-total"] * 3), "2 parts and 3 wholes"),
        (lambda: share("held-total", of="referendum-1991-yes-108615"), "no share can be taken"),
        (lambda: share("khojaly-killed-hrw-161", of="referendum-1991-yes-108615"), "a share needs a single figure"),
    ],
)
def test_what_cannot_be_shown_is_said(call, said):
    """A sentence, never an empty table or a sum of different things."""
    with pytest.raises(CourseError, match=said):
        call()


def test_one_part_of_two_wholes_and_two_parts_of_one():
    """The single one is taken for both."""
    votes = share(
        "referendum-1991-yes-108615", of=["referendum-1991-ballots-108736", "referendum-1991-registered-132328"]
    )

    assert [cells[-1] for cells in votes.body] == ["99.9 %", "82.1 %"]


def test_holders_of_several_places_in_the_order_asked_for():
    """Names in any form."""
    found = holders(["Lachin town", "shusha"], "2020-12-05")

    assert [cells[0] for cells in found.body] == ["Lachin", "Shusha"]


def test_cells_are_escaped_and_the_table_has_a_caption():
    """What a table holds is text."""
    html = Listing("A < B", ["<b>"], [["<script>"]]).html()

    assert "<script>" not in html and "<b>" not in html
    assert ">A &lt; B</caption>" in html
