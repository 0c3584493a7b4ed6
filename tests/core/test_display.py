"""The pieces of the display contract."""

from html.parser import HTMLParser
from urllib.parse import unquote

from caucasus_course.core.display import details_html, picture_address, rows_html


def test_a_picture_address_reads_back_as_the_picture():
    """No letter of the SVG is lost, and none ends the attribute or starts a fragment."""
    svg = "<svg xmlns='http://www.w3.org/2000/svg'><text fill='#fff'>Շուշի 100 % \"a\"</text></svg>"
    address = picture_address(svg)

    assert not set('"<>#') & set(address)
    assert unquote(address.removeprefix("data:image/svg+xml,")) == svg


def test_cells_are_escaped():
    """Hostile text in a cell is shown and not run."""
    seen = set()
    parser = HTMLParser()
    parser.handle_starttag = lambda tag, attributes: seen.add(tag)
    parser.feed(rows_html(["<b>"], [["<script>alert(1)</script>"]], summary="<i>"))

    assert seen == {"details", "summary", "table", "thead", "tbody", "tr", "th", "td"}


def test_a_summary_keeps_its_keys():
    """JupyterLab takes Enter for "edit the cell" unless the element that has the focus says otherwise."""
    closed, opened = details_html("A <b>", "<p>in</p>"), details_html("A", "", is_open=True)

    assert closed == '<details><summary data-lm-suppress-shortcuts="true">A &lt;b&gt;</summary><p>in</p></details>'
    assert opened.startswith("<details open>")
