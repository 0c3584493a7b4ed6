"""Small made-up tables that the tests of charts share."""

import pandas as pd
import pytest

HOSTILE = [
    "<script>alert(1)</script>", "$\\frac{1}{0}$", "$x_1$ and $y^2$", "a & b < c > d \"e\" 'f'", "]]>", "<!-- -->",
    "\u202eright to left\u202c", "tab\tand\nline", "\x00\x07 bell", "javascript:alert(1)", "{{ braces }}", "%s %d %n",
    "Շուշի · Şuşa · Шуша · შუშა", "x" * 400, "\ud800 half a pair", "\\usepackage{evil}", "&#x3C;img&#x3E;", "</svg><img src=x onerror=alert(1)>",
]  # fmt: skip


def claim(claim_id, *, low=None, high=None, point=None, **more):
    """Return a row of the claims table."""
    row = {"claim_id": claim_id, "topic": "made-up-1992", "measure": "killed", "group": "villagers", "unit": "people"}
    rest = {"as_of": "1992-02", "said_by": claim_id.title(), "side": "press", "status": "reported"}
    last = {"source_ids": "paper-one; paper-two", "note": ""}
    return row | {"low": low, "high": high, "point": point} | rest | last | more


def event(event_id, start, **more):
    """Return a row of the events table."""
    row = {"event_id": event_id, "start_date": start, "end_date": None, "date_precision": "day"}
    words = {"title": event_id.title(), "description": "It happened.", "category": "legal", "is_contested": False}
    rest = {"contested_note": None, "status": "verified", "source_ids": "paper-one", "lessons": "03; 04"}
    return row | words | rest | more


def arrival(observed_at, cumulative, **more):
    """Return a row of the arrivals table."""
    rest = {"said_by": "the office", "status": "reported", "source_ids": "paper-one", "note": ""}
    return {"arrival_id": observed_at, "observed_at": observed_at, "cumulative": cumulative} | rest | more


def supply(supply_id, start, end, value, **more):
    """Return a row of the supply table."""
    row = {"supply_id": supply_id, "start_date": start, "end_date": end, "date_precision": "day"}
    numbers = {"indicator": "patients", "value_low": None, "value_high": None, "value": value, "unit": "people"}
    rest = {"said_by": "an office", "side": "press", "status": "reported", "source_ids": "paper-one", "note": ""}
    return row | numbers | rest | more


@pytest.fixture
def claims():
    """Four claims about the dead of one village: a number, a range, two bounds; and one claim about the wounded."""
    return pd.DataFrame(
        [
            claim("gazette", point=300, side="Azerbaijani", status="disputed"),
            claim("memorial", low=181, side="human-rights organisation", as_of="1992-06-01"),
            claim("observer", low=150, high=200, as_of="1994"),
            claim("herald", high=90, side="Armenian", as_of=None),
            claim("clinic", point=12, measure="wounded"),
        ]
    )


@pytest.fixture
def events():
    """Three events: one of a day, one of a month, one contested and long."""
    return pd.DataFrame(
        [
            event("vote", "1991-12-10"),
            event("talks", "1992-05-01", date_precision="month", category="diplomatic"),
            event("siege", "1992-01-05", end_date="1992-05-09", category="humanitarian", is_contested=True,
                  contested_note="One side says relief, the other siege.", lessons="03"),
        ]
    )  # fmt: skip


@pytest.fixture
def arrivals():
    """Four running totals, one of them disputed, one without its hour."""
    return pd.DataFrame(
        [
            arrival("2023-09-24T15:00", 30),
            arrival("2023-09-26T08:00", 13350, status="disputed"),
            arrival("2023-09-26T08:00", 13550),
            arrival("2023-10-01T23:59", 100514, note="hour not stated"),
        ]
    )


@pytest.fixture
def supplies():
    """Running totals of patients, and gas by period."""
    return pd.DataFrame(
        [
            supply("p1", "2022-12-19", "2023-01-12", 16),
            supply("p2", "2022-12-19", "2023-05-05", 394),
            supply("p3", "2022-12-19", "2023-07-29", None, value_low=680),
            supply("g1", "2022-12-13", "2022-12-16", 0, indicator="gas", unit="percent"),
            supply("g2", "2023-01-17", "2023-01-29", None, value_low=0, value_high=50, indicator="gas", unit="percent"),
            supply("g3", "2023-02-13", "2023-02-16", 10, indicator="gas", unit="percent"),
        ]
    )
