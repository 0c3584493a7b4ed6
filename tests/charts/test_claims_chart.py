"""Who says what: claimants, measures, statuses and bounds, as drawn and as written."""

import pandas as pd
import pytest

from caucasus_course.charts.claim_lines import heading_of
from caucasus_course.charts.claims_chart import chart_claims
from caucasus_course.core.errors import CourseError, UnknownNameError
from caucasus_course.core.style import MUTED_INK, SIDES, Mark
from tests.charts.conftest import claim
from tests.charts.pictures import words


def drawn(chart, **options):
    """Return the texts of a chart's picture in order."""
    return [word.text for word in words(chart.svg(**options))]


def test_every_figure_is_drawn_with_its_claimant_and_status(claims):
    """The picture names who says it, from which side, when, how sure we are, and the figure in words."""
    texts = drawn(chart_claims(claims))

    assert {"Gazette", "Memorial", "Observer", "Herald", "Clinic"} <= set(texts)
    assert {"300", "at least 181", "150–200", "at most 90", "12"} <= set(texts)
    assert "Azerbaijani · February 1992 · disputed" in texts
    assert "Armenian · undated · reported" in texts


def test_measures_have_panels_of_their_own(claims):
    """The wounded never stand on the scale of the dead, and the key says so."""
    chart = chart_claims(claims)

    assert [panel.heading for panel in chart.panels()] == ["Killed (people)", "Wounded (people)"]
    assert "Measures are not to be added" in chart.how_to_read()


def test_claims_about_the_other_side_come_last_and_say_so(claims):
    """What a party says of its enemy's losses is not mixed with what anybody says of his own."""
    more = [claim(f"army-{n}", point=n, measure="killed (claim about the other side)") for n in range(9)]
    chart = chart_claims(pd.concat([claims, pd.DataFrame(more)]))

    assert chart.panels()[-1].heading == "Claims about the other side: killed (people)"
    assert heading_of("area", "km2") == "Area (km²)"


def test_figures_run_by_size_whoever_gives_them(claims):
    """No side is always first: the order is that of the figures, or of the dates."""
    by_value = [row["claim_id"] for row in chart_claims(claims, measure="killed").rows]
    by_date = [row["claim_id"] for row in chart_claims(claims, measure="killed", sort="date").rows]

    assert by_value == ["herald", "observer", "memorial", "gazette"]
    assert by_date == ["gazette", "memorial", "observer", "herald"]
    assert "smallest to the largest" in chart_claims(claims).text()


def test_disputed_is_hollow_and_the_key_tells(claims):
    """Fill is explained where it is used, and only there."""
    killed = chart_claims(claims, measure="killed")
    lines = {line.label[0][0]: line for group in killed.panels()[0].groups for line in group.lines}

    assert lines["Gazette"].hollow
    assert not lines["Memorial"].hollow
    assert "Hollow: disputed." in killed.how_to_read()
    assert "Hollow" not in chart_claims(claims, measure="wounded").how_to_read()


def test_unverified_claims_are_left_out_unless_asked_for(claims):
    """Asked for, they are grey, hollow and labelled."""
    table = pd.concat([claims, pd.DataFrame([claim("rumour", point=999, side="Armenian", status="unverified")])])
    chart = chart_claims(table, unverified=True)
    line = next(line for group in chart.panels()[0].groups for line in group.lines if line.point == 999)

    assert "999" not in chart_claims(table).text()
    assert line.hollow
    assert line.mark == Mark(MUTED_INK, SIDES["Armenian"].marker)
    assert "Armenian · February 1992 · unverified, source not seen" in drawn(chart)
    assert "Hollow and grey: unverified." in chart.how_to_read()


def test_a_claim_without_a_figure_stays_in_sight():
    """That a side gave no total is a finding, and the last row of its group."""
    table = pd.DataFrame([claim("silent", status="unknown"), claim("loud", point=5)])
    chart = chart_claims(table)

    assert "no figure" in drawn(chart)
    assert chart.text().splitlines()[-1] == "- villagers: no figure, said by Silent (February 1992; unknown)"


def test_the_table_names_the_works(claims):
    """Each row cites its sources; an id that is not in the sources table is shown as it is."""
    sources = {"paper-one": {"title": "A report", "publisher": "A house", "date": "1993"}}
    chart = chart_claims(claims, sources=sources)
    header, rows = chart.cells()

    assert rows[0][header.index("Sources")] == "A report. A house. 1993. paper-two."
    assert list(chart.table()["claim_id"]) == [row["claim_id"] for row in chart.rows]


def test_the_same_chart_is_the_same_everywhere(claims):
    """HTML and plain text are fixed: two charts of one table are equal to the last byte."""
    first, second = chart_claims(claims)._repr_mimebundle_(), chart_claims(claims.copy())._repr_mimebundle_()

    assert first == second
    assert set(first) == {"text/plain", "text/html"}
    assert first["text/plain"].startswith("Chart: Who says what: Made-up 1992".replace("Made-up", "Made up"))


def test_the_alternative_text_says_what_is_shown(claims):
    """Title, number of figures and claimants, and the span of each measure."""
    alt = chart_claims(claims).alt()

    assert "5 figures by 5 claimants" in alt
    assert "Killed (people): 90–300" in alt


def test_a_topic_that_is_not_there(claims):
    """The nearest topic is named."""
    with pytest.raises(UnknownNameError, match="Did you mean 'made-up-1992'"):
        chart_claims(claims, topic="made-up-1929")


def test_a_claim_a_measure_or_an_order_that_is_not_there(claims):
    """Each error tells what was asked for and what is near it."""
    with pytest.raises(UnknownNameError, match=r"No claim called 'gazete'. Did you mean 'gazette'"):
        chart_claims(claims, ids=["gazete"])
    with pytest.raises(UnknownNameError, match="Did you mean 'killed'"):
        chart_claims(claims, measure="kiled")
    with pytest.raises(UnknownNameError, match="No order called 'size'"):
        chart_claims(claims, sort="size")


def test_claims_by_id_keep_their_number(claims):
    """A list of ids picks just these, each once."""
    chart = chart_claims(claims, ids=["gazette", "clinic", "gazette"])

    assert sorted(row["claim_id"] for row in chart.rows) == ["clinic", "gazette"]


@pytest.mark.parametrize("column", ["topic", "measure", "said_by", "as_of"])
def test_a_table_without_a_column(claims, column):
    """The error names the column and a table that fits."""
    with pytest.raises(CourseError, match=f"no column '{column}'.*load"):
        chart_claims(claims.drop(columns=column))


def test_a_misspelt_column_is_recognised(claims):
    """The nearest column is offered."""
    with pytest.raises(CourseError, match="no column 'said_by'. Is it 'said by'"):
        chart_claims(claims.rename(columns={"said_by": "said by"}))


def test_nothing_to_draw(claims):
    """An empty chart would look like a fact, so there is none."""
    with pytest.raises(CourseError, match="nothing to draw"):
        chart_claims(claims.iloc[:0])
    with pytest.raises(CourseError, match="no verified claim"):
        chart_claims(claims.assign(status="unverified"))


def test_two_topics_are_not_one_question(claims):
    """A table of several topics needs one named."""
    with pytest.raises(CourseError, match="has 2 topics. Pick one"):
        chart_claims(pd.concat([claims, claims.assign(topic="other-1993")]))


@pytest.mark.parametrize(
    ("bad", "message"),
    [
        ({"low": 9, "high": 3}, "low of 9 above its high of 3"),
        ({"point": "many"}, "Column 'point' holds 'many'"),
        ({"side": "Martian"}, "No side called 'Martian'"),
        ({"status": "sure"}, "No status called 'sure'"),
        ({"as_of": "spring"}, "'spring' is not a date"),
    ],
)
def test_a_bad_row(bad, message):
    """What does not fit in a row is said in words."""
    with pytest.raises(CourseError, match=message):
        chart_claims(pd.DataFrame([claim("a", **({"point": 1} | bad if "low" not in bad else bad))])).svg()
