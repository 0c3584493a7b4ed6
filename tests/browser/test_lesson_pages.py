"""The lessons in a real JupyterLab, with every outside host refused."""

import json
import os

import pytest

from caucasus_course.data.loaders import lessons_folder

pytestmark = pytest.mark.browser

# These two show maps, quizzes and cards; CAUCASUS_COURSE_ALL_PAGES=1 opens all lessons (a minute and a half more).
SHOWN = "[0-9][0-9]" if os.environ.get("CAUCASUS_COURSE_ALL_PAGES") else "0[01]"
LESSONS = sorted(lessons_folder().glob(f"{SHOWN}_*.ipynb"))
DISTRICTS, COUNTRIES = 70, 6
KERNEL = {"kernelspec": {"name": "python3", "display_name": "Python 3"}}


def frames_of_maps(notebook):
    """Return the live frames of the page's maps, drawn."""
    page = notebook.page
    page.locator("figure.course-map iframe").first.wait_for(timeout=30_000)
    for element in page.locator("figure.course-map iframe").all():
        element.scroll_into_view_if_needed()
        frame = element.element_handle().content_frame()
        frame.wait_for_selector("html.drawn", timeout=30_000)
        yield frame


def assert_a_figure_leads_to_who_said_it(page):
    """One click on a number brings its claimant into view."""
    link = page.locator("a[href^='#claim-']").first
    target = page.locator(f"[id='{link.get_attribute('href')[1:]}']")
    link.click()
    page.wait_for_timeout(500)

    assert target.is_visible()
    assert 0 <= target.bounding_box()["y"] < 1000


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem[:2])
def test_a_lesson_runs_with_maps_drawn_and_nothing_asked_from_outside(open_notebook, path):
    """Each map shows all its districts or countries, the switch relabels it, a figure leads to its claimant, no error is logged."""
    notebook = open_notebook(path)
    notebook.run_all()

    assert_a_figure_leads_to_who_said_it(notebook.page)
    for frame in frames_of_maps(notebook):
        # The map of flight has countries and arrows; the others stand on districts.
        least = (
            COUNTRIES
            if frame.locator(".legend li", has_text="Flight")
            .or_(frame.locator(".legend li", has_text="who fled"))
            .count()
            else DISTRICTS
        )
        assert frame.locator("path.leaflet-interactive").count() > least
        before = frame.locator(".name").all_text_contents()
        frame.select_option("#language", label="Հայերեն")
        assert frame.locator(".name").all_text_contents() != before
    assert notebook.page.locator(".jp-OutputArea-output[data-mime-type$='stderr']").count() == 0
    assert notebook.outside_requests == []
    assert notebook.console_errors == []


def test_a_lesson_does_not_scroll_sideways_on_a_telephone(open_notebook):
    """At 400 px the notebook is as wide as its window: wide tables scroll within themselves, folded cells are cut."""
    notebook = open_notebook(LESSONS[0], width=400, app="notebooks")
    notebook.run_all()
    notebook.page.wait_for_selector(".cc-quiz")
    widths = notebook.page.locator(".jp-WindowedPanel-outer").evaluate("e => [e.scrollWidth, e.clientWidth]")

    assert widths[0] == widths[1] == 400


def test_the_self_check_says_what_works(open_notebook):
    """In JupyterLab all four lines have a check mark."""
    notebook = open_notebook("selfcheck.ipynb", cells=["from caucasus_course import self_check\nself_check()"])
    notebook.run_all()
    lines = notebook.page.locator(".self-check li")
    notebook.page.wait_for_selector(".self-check li[data-check=maps][data-works=true]", timeout=30_000)

    assert [line[0] for line in lines.all_text_contents()] == ["✓"] * 4


MAP = """from caucasus_course import load, map_places
map_places(load("places"), only=["goris", "lachin"], title="Two towns")"""


def test_a_frame_cannot_reach_the_page_around_it(open_notebook):
    """The sandbox gives the map an origin of its own: no cookies, no parent document."""
    notebook = open_notebook("sandbox.ipynb", cells=[MAP])
    notebook.run_all()
    (frame,) = frames_of_maps(notebook)

    reached = frame.evaluate("() => { try { return Boolean(parent.document.body) } catch { return false } }")
    assert reached is False
    assert frame.evaluate("() => origin") == "null"


def test_an_untrusted_notebook_shows_the_still_picture(open_notebook, lab, tmp_path):
    """JupyterLab strips the frame of a notebook that it does not trust; the picture and its words remain."""
    from caucasus_course import load, map_places

    bundle = map_places(load("places"), only=["goris", "lachin"], title="Two towns")._repr_mimebundle_()
    output = {"output_type": "display_data", "metadata": {}, "data": bundle}
    cell = {"cell_type": "code", "id": "a", "metadata": {}, "source": "x", "execution_count": 1, "outputs": [output]}
    path = tmp_path / "untrusted.ipynb"
    path.write_text(json.dumps({"cells": [cell], "metadata": KERNEL, "nbformat": 4, "nbformat_minor": 5}))
    notebook = open_notebook(path)
    picture = notebook.page.locator("figure img").first

    assert notebook.page.locator("figure iframe").count() == 0
    assert picture.evaluate("image => image.complete && image.naturalWidth > 0")
    assert "Two towns" in picture.get_attribute("alt")
