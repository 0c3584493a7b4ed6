"""Maps in a real Chromium, outside any notebook: drawn, driven by keyboard, and deaf to hostile text."""

import pandas as pd
import pytest

from caucasus_course import layer, load, map_compare, map_control, map_movements, map_places, map_predict, map_routes
from caucasus_course.maps.control import map_control as control_of
from caucasus_course.maps.course_map import CourseMap
from caucasus_course.maps.drawing import Layer, Shape, names_of
from caucasus_course.maps.movements import map_movements as movements_of
from caucasus_course.maps.views import map_places as places_of
from caucasus_course.maps.views import map_predict as predict_of
from tests.browser.test_quiz_axe import AXE
from tests.conftest import collection, place, square

pytestmark = pytest.mark.browser

HEAD = "<!doctype html><meta charset=utf-8><meta name=viewport content='width=device-width'><body>"


@pytest.fixture
def open_page(chromium_browser, tmp_path):
    """Return a function that opens html in a page of its own; what it asks from outside and logs is kept."""
    contexts = []

    def open_it(html, *, width=1000, **options):
        context = chromium_browser.new_context(viewport={"width": width, "height": 900}, **options)
        contexts.append(context)
        page = context.new_page()
        page.outside, page.errors = [], []
        page.on("request", lambda r: r.url.startswith("http") and page.outside.append(r.url))
        page.on("console", lambda message: message.type == "error" and page.errors.append(message.text))
        page.on("pageerror", lambda error: page.errors.append(str(error)))
        page.on("dialog", lambda dialog: (page.errors.append("dialog"), dialog.dismiss()))
        path = tmp_path / "page.html"
        path.write_text(HEAD + html, encoding="utf-8")
        page.goto(path.as_uri())
        return page

    yield open_it
    for context in contexts:
        context.close()


def frames(page):
    """Return the live frames of a page's maps, drawn."""
    for element in page.query_selector_all("figure.course-map iframe"):
        element.scroll_into_view_if_needed()
        frame = element.content_frame()
        frame.wait_for_selector("html.drawn", timeout=15_000)
        yield frame


def every_map():
    """Return one map of each kind."""
    control = load("control")
    return [
        map_control(control, at="1994-05-12"),
        map_movements(load("movements"), load("claims")),
        map_places(load("places"), only=["goris", "shusha"]),
        map_routes(layer("roads"), at="2022-08-30"),
        map_compare(map_control(control, at="2020-09-26", dates=[]), map_control(control, at="2020-12-01", dates=[])),
        map_predict(
            layer("rayons"), ["lachin-district"], only=["lachin-district", "barda-district"], question="?", told="."
        ),
    ]


@pytest.mark.parametrize("width", [1200, 400])
def test_every_map_is_drawn_and_asks_for_nothing(open_page, width):
    """Each of six kinds, on a wide and on a narrow page; the page never scrolls sideways."""
    page = open_page("".join(shown.html() for shown in every_map()), width=width)

    assert [frame.locator("path.leaflet-interactive").count() > 5 for frame in frames(page)] == [True] * 7
    assert (page.outside, page.errors) == ([], [])
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_slider_moves_by_keyboard_and_says_where_it_is(open_page):
    """Date and change stand in the value's text; the map follows."""
    page = open_page(map_control(load("control"), at="2020-11-10").html())
    (frame,) = frames(page)
    slider = frame.locator("#step")
    slider.focus()
    before = frame.locator("path.leaflet-interactive").evaluate_all("all => all.map(path => path.getAttribute('fill'))")
    for _ in range(3):
        page.keyboard.press("ArrowRight")

    assert slider.get_attribute("aria-valuetext").startswith("1 December 2020. Lachin district handed over.")
    assert frame.locator("#step-text").inner_text().startswith("1 December 2020")
    after = frame.locator("path.leaflet-interactive").evaluate_all("all => all.map(path => path.getAttribute('fill'))")
    assert after != before


def test_play_and_pause(open_page):
    """Nothing moves until play; pause holds the state."""
    page = open_page(map_control(load("control"), at="1992-02-26").html())
    (frame,) = frames(page)
    first = frame.locator("#step").input_value()
    frame.get_by_role("button", name="Play").click()
    frame.wait_for_function("first => document.getElementById('step').value > first", arg=first)
    frame.get_by_role("button", name="Pause").click()
    held = frame.locator("#step").input_value()
    page.wait_for_timeout(1800)

    assert frame.locator("#step").input_value() == held


def test_who_asks_for_less_motion_gets_no_play_button(open_page):
    """The step buttons stay."""
    page = open_page(map_control(load("control"), at="1992-02-26").html(), reduced_motion="reduce")
    (frame,) = frames(page)

    frame.get_by_role("button", name="Play").wait_for(state="hidden")
    assert frame.get_by_role("button", name="Play").count() == 0
    assert frame.get_by_role("button", name="One step on").is_visible()


def test_a_claimant_is_chosen_from_a_list(open_page):
    """Arrows and words change."""
    page = open_page(map_movements(load("movements"), load("claims")).html())
    (frame,) = frames(page)
    frame.select_option("#step", index=len(frame.query_selector_all("#step option")) - 1)

    assert "2023" in frame.locator("#step-text").inner_text()


def test_a_guess_is_marked_by_keyboard_and_scored(open_page):
    """Marks stay when the answer is shown and when it is hidden again."""
    only = ["lachin-district", "kalbajar-district", "barda-district"]
    shown = map_predict(layer("rayons"), only[:2], only=only, question="Which?", told="Both.")
    page = open_page(shown.html())
    (frame,) = frames(page)
    frame.locator(".guess input").nth(1).focus()
    page.keyboard.press("Space")
    frame.locator(".guess button").press("Enter")

    assert frame.locator("#guess-score").inner_text() == (
        "You marked 1; 1 of the 2 are right. Your marks and the answer are 2 areas together, 1 in both: overlap 50 %. Both."
    )
    frame.locator(".guess button").press("Enter")
    assert frame.locator(".guess input").nth(1).is_checked()


def test_a_note_is_read_as_text_in_the_popup_of_its_place(open_page):
    """The reader's own words come right after the name, markup and all."""
    page = open_page(
        map_places(load("places"), only=["goris", "shusha"], notes={"goris": "Who lives <b>here</b>?"}).html()
    )
    (frame,) = frames(page)
    frame.locator("#finder").focus()
    frame.select_option("#finder", label="Goris")

    assert frame.locator(".leaflet-popup .said").inner_text() == "Who lives <b>here</b>?"
    assert page.locator("details[open] li").inner_text() == "Goris: Who lives <b>here</b>?"


def test_on_a_narrow_page_the_finder_makes_room_for_the_popup(open_page):
    """The panel folds when a place is found, and the focus stays on its head."""
    page = open_page(map_places(load("places"), only=["goris", "shusha"]).html(), width=400)
    (frame,) = frames(page)
    frame.locator("summary", has_text="Names").click()
    frame.locator("#finder").focus()
    frame.select_option("#finder", label="Shusha")

    assert frame.locator(".names-panel").get_attribute("open") is None
    assert frame.evaluate("document.activeElement.textContent") == "Names and places"
    assert frame.locator(".leaflet-popup h2").inner_text() == "Shusha"
    page.wait_for_timeout(600)
    box = frame.evaluate("document.querySelector('.leaflet-popup-content').getBoundingClientRect().toJSON()")
    assert box["left"] >= 0
    assert box["right"] <= frame.evaluate("innerWidth")
    assert box["top"] >= frame.evaluate("document.querySelector('.names-panel').getBoundingClientRect().bottom")


def test_the_legend_lies_where_it_covers_no_place(open_page):
    """Its usual corner has a town under it, so it takes another."""
    rows = [place("west", 39.0, 46.0), place("east", 39.6, 47.4), place("north", 39.9, 46.9)]
    places = pd.DataFrame(rows)
    page = open_page(places_of(places, names=places, base={}, bounds=(38.9, 45.9, 40.0, 47.5)).html())
    (frame,) = frames(page)
    boxes = {
        name: frame.locator(name).first.evaluate("one => one.getBoundingClientRect().toJSON()")
        for name in (".panel.legend", ".mark >> nth=0", ".mark >> nth=1", ".mark >> nth=2")
    }
    legend = boxes.pop(".panel.legend")

    assert all(
        box["right"] < legend["left"]
        or box["left"] > legend["right"]
        or box["bottom"] < legend["top"]
        or box["top"] > legend["bottom"]
        for box in boxes.values()
    )


def test_axe_finds_nothing_inside_the_frames(open_page):
    """The page in the frame has a language, a title, a heading and one main part; every control has its name."""
    page = open_page("<main>" + "".join(shown.html() for shown in every_map()[:3]) + "</main>")
    found = []
    for frame in frames(page):
        frame.evaluate(AXE)
        found += frame.evaluate(
            "async () => (await axe.run()).violations.map(one => `${one.id}: ${one.nodes[0].html}`)"
        )

    assert found == []


ATTACKS = [
    "<script>top.hit=window.hit=1</script>", "</script><script>top.hit=1</script>", "<img src=x onerror=top.hit=1>",
    "'><svg onload=window.hit=1>", '"><iframe srcdoc="<script>top.hit=1</script>">', "${window.hit=1}", "{{7*7}}",
    "{% raw %}", "{% endraw %}<script>window.hit=1</script>", "--><script>window.hit=1</script>", "]]><b>", "&lt;script&gt;",
    "\u202egnp.exe", "\u2066rtl\u2069", "`;window.hit=1;`", "javascript:window.hit=1", "\u2028window.hit=1", "\\u003cscript>",
    "';window.hit=1;//", "<style>*{display:none}</style>", "<base href=//evil>", "<meta http-equiv=refresh content=0>",
    "</textarea><script>window.hit=1</script>", "<a href=javascript:window.hit=1>x", "\x00\x1b[31m",
]  # fmt: skip


def hostile(count):
    """Return as many different hostile texts."""
    return [f"{ATTACKS[i % len(ATTACKS)]}{i}" for i in range(count)]


def hostile_maps():
    """Return five maps in which every text that comes from data is hostile, and how many texts that were."""
    texts = iter(hostile(1000))
    columns = ("name_en", "name_az", "name_hy", "name_hy_latn", "name_ru", "names_note")
    rows = [
        place(f"p{i}", 39.2 + i % 8 * 0.15, 46 + i // 8 * 0.2, **{column: next(texts) for column in columns})
        for i in range(40)
    ]
    places = pd.DataFrame(rows)
    facts = {"according_to": next(texts), "held_by": next(texts)}
    areas = collection(*(square(f"p{i}", 46 + i * 0.2, 39.3, 0.15, **facts) for i in range(4)))
    for feature in areas["features"]:
        feature["properties"]["place_id"] = feature["properties"]["id"]
    base = {"countries": areas}
    control = pd.DataFrame(
        {"place_id": f"p{i}", "valid_from": "1990-01-01", "valid_to": None, "holder": "Azerbaijan",
         "date_basis": "announced", "announced_by": next(texts), "source_ids": next(texts)}
        for i in range(4)
    )  # fmt: skip
    claims = pd.DataFrame(
        {"claim_id": f"c{i}", "group": next(texts), "low": None, "high": None, "point": 9000, "said_by": next(texts),
         "side": next(texts), "status": next(texts), "note": next(texts)}
        for i in range(4)
    )  # fmt: skip
    movements = pd.DataFrame(
        {"claim_id": f"c{i}", "period": next(texts), "people": "Armenians", "from_place_id": "p0", "to_place_id": "p30"}
        for i in range(4)
    )
    told = {"title": next(texts)}
    made = [
        places_of(places, names=places, base=base, as_of=next(texts), according_to=next(texts),
                  notes={f"p{i}": next(texts) for i in range(40)}, **told),
        control_of(control, at="1990-01-01", places=places.assign(kind="town"), base=base, cells=areas,
                   areas=collection(), **told),
        movements_of(movements, claims, places=places, base=base, **told),
        predict_of(areas, ["p1"], question=next(texts), told=next(texts), places=places, base={}, according_to=next(texts)),
    ]  # fmt: skip
    legends = [
        Layer(
            "area",
            next(texts),
            [Shape(f"p{i}", [[(46, 39), (46.5, 39), (46.5, 39.5)]], closed=True, facts=(next(texts),))],
        )
        for i in range(4)
    ]
    made.append(CourseMap(next(texts), legends, names_of(places), bounds=(39, 46, 40, 47), as_of="", according_to=""))
    return made, 1000 - sum(1 for _ in texts)


def test_hostile_text_never_runs_and_never_blanks_a_map(open_page):
    """More than 200 hostile texts, in names, notes, titles, dates, accounts, claims, states and questions."""
    made, count = hostile_maps()
    page = open_page("".join(shown.html() for shown in made))
    drawn = list(frames(page))
    for frame in drawn:
        frame.evaluate("() => document.querySelectorAll('path.leaflet-interactive, .mark').forEach(e => e.dispatchEvent("
                       "new MouseEvent('click', {bubbles: true})))")  # fmt: skip
        for language in range(4):
            frame.evaluate("i => { const s = document.getElementById('language'); s.selectedIndex = i;"
                           " s.dispatchEvent(new Event('change')) }", language)  # fmt: skip
    hits = [frame.evaluate("() => window.hit") for frame in (page.main_frame, *drawn)]

    assert count >= 200
    assert len(drawn) == 5
    assert hits == [None] * 6
    assert page.errors == []
    assert page.outside == []
    assert all(frame.locator("path.leaflet-interactive, .mark").count() >= 4 for frame in drawn)
    assert all(
        frame.evaluate("() => { try { return Boolean(top.document.body) } catch { return false } }") is False
        for frame in drawn
    )


def test_a_page_made_by_nbconvert_shows_the_map_and_asks_no_more_than_an_empty_one(open_page):
    """The map adds no request to those of nbconvert's own page."""
    import nbformat
    from nbconvert import HTMLExporter

    shown = map_routes(layer("roads"), at="2022-08-30")
    output = nbformat.v4.new_output("display_data", data=shown._repr_mimebundle_())
    asked = []
    for outputs in ([], [output]):
        cell = nbformat.v4.new_code_cell("x", outputs=outputs)
        body, _ = HTMLExporter().from_notebook_node(nbformat.v4.new_notebook(cells=[cell]))
        page = open_page(body.replace("<!DOCTYPE html>", ""), offline=True)
        asked.append(set(page.outside))
    (frame,) = frames(page)

    assert asked[0] == asked[1]
    assert frame.locator("path.leaflet-interactive").count() > 70
    assert page.locator("figure.course-map").bounding_box()["height"] > 300
