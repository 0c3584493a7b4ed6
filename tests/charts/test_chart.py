"""What every chart has: two pictures, a caption, a table, and the same bytes in every process."""

import hashlib
import os
import re
import subprocess
import sys
from html.parser import HTMLParser
from urllib.parse import unquote

import pandas as pd
import pytest

from caucasus_course.charts.chart import NARROW, WIDE
from caucasus_course.charts.claims_chart import chart_claims
from caucasus_course.charts.series_chart import chart_series
from caucasus_course.charts.timeline import timeline
from tests.charts.conftest import HOSTILE, arrival, claim, event
from tests.charts.pictures import parsed, words

TAGS = {
    "figure", "picture", "source", "img", "figcaption", "div", "details", "summary", "table", "thead", "tbody", "tr", "th", "td",
    "ol", "li", "b", "br",
}  # fmt: skip

CODE = """
import hashlib
from caucasus_course import chart_claims, chart_series, load, timeline
charts = [
    chart_claims(load("claims"), topic="khojaly-1992"),
    chart_series(load("arrivals")),
    timeline(load("events"), lesson="08"),
]
print(*(hashlib.sha256(repr(chart._repr_mimebundle_()).encode()).hexdigest() for chart in charts))
"""


@pytest.fixture
def page(claims):
    """The HTML of a small chart."""
    return chart_claims(claims).html()


def pictures(page):
    """Return both pictures of a page, wide first."""
    wide = re.search(r'<img src="data:image/svg\+xml,([^"]+)"', page)[1]
    narrow = re.search(r'srcset="data:image/svg\+xml,([^"]+)"', page)[1]
    return [unquote(picture.replace("&#x27;", "'").replace("&amp;", "&")) for picture in (wide, narrow)]


def test_two_widths_of_one_chart(page):
    """A telephone gets a picture of its own, whose letters are as large as on a page."""
    wide, narrow = (parsed(picture) for picture in pictures(page))

    assert (wide.get("width"), narrow.get("width")) == (str(WIDE), str(NARROW))
    assert float(narrow.get("height")) > float(wide.get("height"))


def test_no_blank_splits_the_narrow_picture_s_address(page):
    """A blank would end the address within `srcset`, and the telephone would see nothing."""
    assert " " not in re.search(r'srcset="([^"]+)"', page)[1]


def test_the_picture_has_an_alternative_and_the_rows_are_below(page, claims):
    """Alt text, caption with the number of works, and a closed table with a row for each figure."""
    chart = chart_claims(claims)

    assert f'alt="{chart.alt()}"' in page
    assert "Sources: 2 works, named row by row in the table." in page
    assert page.count("<tr>") == 1 + len(claims)
    assert "<script" not in page


def test_the_same_bytes_in_every_process():
    """Neither the order of sets nor the hour nor the process changes a chart: strict nbval needs no sanitizing."""
    running = [
        subprocess.Popen(
            [sys.executable, "-c", CODE], stdout=subprocess.PIPE, text=True, env=os.environ | {"PYTHONHASHSEED": seed}
        )
        for seed in ("1", "2")
    ]
    done = [process.communicate()[0] for process in running]

    assert done[0] == done[1]
    assert len(done[0].split()) == 3
    assert hashlib.sha256(b"").hexdigest() not in done[0]


def test_a_chart_loads_no_plotting_library():
    """It took a third of a lesson's time; the reader's own settings of it are left alone as well."""
    code = CODE + "import sys; print('matplotlib' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.split()[-1] == "False"


def _of_hostile(text):
    """Return a chart of each kind whose every cell, and title, is a text."""
    said = claim("a", point=1, said_by=text, group=text, measure=text, unit=text, note=text, source_ids=text)
    happened = event(
        "a", "1992-01-01", title=text, description=text, contested_note=text, is_contested=True, source_ids=text
    )
    moved = arrival("2023-09-24T15:00", 30, said_by=text, note=text)
    yield chart_claims(pd.DataFrame([said]), title=text)
    yield timeline(pd.DataFrame([happened]), title=text)
    yield chart_series(pd.DataFrame([moved]), title=text)


def _tags(page):
    found, parser = set(), HTMLParser()
    parser.handle_starttag = lambda tag, attributes: found.add(tag)
    parser.feed(page)
    return found


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(text):
    """Whatever stands in a cell or a title, no tag but ours is in the page, and the picture can be read."""
    for chart in _of_hostile(text):
        assert _tags(chart.html()) <= TAGS
        assert words(chart.svg(width=400))
        assert chart.text()
