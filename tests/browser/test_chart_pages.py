"""Charts in a real browser: seen in JupyterLab, trusted or not, on a telephone, without script or network."""

import itertools
import json

import pytest

from caucasus_course import chart_claims, chart_series, load, timeline

pytestmark = pytest.mark.browser

CELLS = [
    "from caucasus_course import chart_claims, chart_series, load, timeline",
    'chart_claims(load("claims"), topic="khojaly-1992")',
    'chart_series(load("arrivals"), end="2023-10-04")',
    'timeline(load("events"), start="1991-01-01", end="1994-12-31")',
]
CHARTS = {
    "claims": lambda: chart_claims(load("claims"), topic="khojaly-1992"),
    "series": lambda: chart_series(load("arrivals"), end="2023-10-04"),
    "timeline": lambda: timeline(load("events"), start="2022-12-01", end="2023-12-31"),
}
IS_DRAWN = "image => image.complete && image.naturalWidth > 0"
BOXES = """() => [...document.querySelectorAll('text')].map(node => {
    const box = node.getBoundingClientRect();
    return [node.textContent, box.left, box.top, box.right, box.bottom];
})"""


@pytest.fixture
def open_page(chromium_browser, tmp_path):
    """Return a function that opens a text as a page of a given width, with scripts off."""
    contexts = []

    def open_it(text, *, width, suffix="html", scripts=False):
        path = tmp_path / f"page.{suffix}"
        path.write_text(text, encoding="utf-8")
        context = chromium_browser.new_context(viewport={"width": width, "height": 800}, java_script_enabled=scripts)
        contexts.append(context)
        page = context.new_page()
        page.goto(path.as_uri())
        return page

    yield open_it
    for context in contexts:
        context.close()


def as_page(chart):
    """Return a chart's HTML as a whole page."""
    return f"<!doctype html><meta charset='utf-8'><meta name='viewport' content='width=device-width'>{chart.html()}"


def test_charts_in_jupyterlab(open_notebook):
    """Every picture is drawn, nothing is asked from outside, no error is logged."""
    notebook = open_notebook("charts.ipynb", cells=CELLS)
    notebook.run_all()
    pictures = notebook.page.locator("figure.course-chart img")
    pictures.nth(2).wait_for(timeout=30_000)

    assert pictures.count() == 3
    assert all(picture.evaluate(IS_DRAWN) for picture in pictures.all())
    assert notebook.outside_requests == []
    assert notebook.console_errors == []


def test_an_untrusted_notebook_shows_picture_and_table(open_notebook, tmp_path):
    """What JupyterLab strips from strangers' notebooks leaves the picture, its words and its rows."""
    bundle = CHARTS["claims"]()._repr_mimebundle_()
    output = {"output_type": "display_data", "metadata": {}, "data": bundle}
    cell = {"cell_type": "code", "id": "a", "metadata": {}, "source": "x", "execution_count": 1, "outputs": [output]}
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3"}}
    path = tmp_path / "untrusted-chart.ipynb"
    path.write_text(json.dumps({"cells": [cell], "metadata": kernel, "nbformat": 4, "nbformat_minor": 5}))
    page = open_notebook(path).page

    assert page.locator("figure img").first.evaluate(IS_DRAWN)
    assert "Khojaly 1992" in page.locator("figure img").first.get_attribute("alt")
    assert page.locator("figure table tbody tr").count() == len(CHARTS["claims"]().rows)


@pytest.mark.parametrize("name", CHARTS)
def test_a_telephone_gets_the_narrow_picture(open_page, name):
    """At 400 px the picture fits the screen, at 1200 px it is the wide one; neither makes the page scroll sideways."""
    chart = CHARTS[name]()
    narrow, wide = (open_page(as_page(chart), width=width, scripts=True) for width in (400, 1200))
    widths = [page.locator("img").evaluate("image => image.naturalWidth") for page in (narrow, wide)]

    assert widths == [400, 820]
    assert narrow.evaluate("document.documentElement.scrollWidth") <= 400


@pytest.mark.parametrize("width", [400, 820])
@pytest.mark.parametrize("name", CHARTS)
def test_texts_do_not_collide_as_the_browser_sets_them(open_page, name, width):
    """With the fonts of this machine no text covers another or leaves the picture."""
    page = open_page(CHARTS[name]().svg(width=width), width=1200, suffix="svg", scripts=True)
    boxes = page.evaluate(BOXES)
    # Lines of one paragraph lie close: two px of overlap are the gap between them, not a collision.
    clashes = [
        (one[0], other[0])
        for one, other in itertools.combinations(boxes, 2)
        if min(one[3], other[3]) - max(one[1], other[1]) > 1 and min(one[4], other[4]) - max(one[2], other[2]) > 4
    ]

    assert clashes == []
    assert max(box[3] for box in boxes) <= width


def test_the_list_opens_by_keyboard_without_script(open_page):
    """Tab and Enter open the events; nothing runs."""
    page = open_page(as_page(CHARTS["timeline"]()), width=400)
    assert not page.locator("ol li").first.is_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    assert page.locator("ol li").first.is_visible()
    assert page.locator("ol li").count() == len(CHARTS["timeline"]().events)


def test_letters_of_every_script_are_drawn(open_page):
    """Armenian, Azerbaijani and Russian letters have glyphs: no two of them have the box of a missing one."""
    chart = chart_claims(load("claims"), topic="khojaly-1992", title="Ստեփանակերտ · Xankəndi · Степанакерт")
    page = open_page(chart.svg(), width=1200, suffix="svg", scripts=True)
    widths = page.evaluate(
        """() => { const text = document.querySelector('text'); const size = n => text.getSubStringLength(n, 1);
        return [...text.textContent].map((letter, n) => [letter, size(n)]); }"""
    )

    assert [letter for letter, width in widths if width == 0] == []
    assert len({width for letter, width in widths if letter in "Ստեփանակերտ"}) > 1
