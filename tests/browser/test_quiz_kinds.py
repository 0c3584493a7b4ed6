"""Every kind of question beyond choices and numbers in a real page: by keyboard alone, in JupyterLab and Notebook 7."""

import pytest

from tests.browser.quiz_pages import tab_to

pytestmark = pytest.mark.browser
APPS = {"JupyterLab": "doc/tree", "Notebook 7": "notebooks"}
# Notebook 7 itself logs these when a page is opened without its file browser.
NOTEBOOK_7 = {
    "Cannot read properties of undefined (reading 'schema')",
    "Command 'filebrowser:open-path' not registered.",
}


def press(page, *keys):
    """Press keys one after the other."""
    for key in keys:
        page.keyboard.press(key)


def put_in_order(page):
    """Move things by their buttons until the ford comes first and the tunnel last."""
    for name, place in (("The ford", 0), ("The tunnel", 2)):
        rows = page.locator(".cc-order li span")
        while (at := rows.all_text_contents().index(name)) != place:
            tab_to(page, by="Shift+Tab" if at else "Tab", name=f"Move {'up' if at > place else 'down'}: {name}")
            press(page, "Enter")


@pytest.mark.parametrize("app", APPS.values(), ids=APPS)
def test_every_further_kind_is_answered_by_keyboard_alone(lesson, app):
    """Keys that the notebook has other uses for stay in the quiz, and every answer is in the record."""
    notebook = lesson("Quiz(wide, record=record, atlas=atlas)", app=app)
    page, cells = notebook.page, notebook.cells.count()
    tab_to(page, name="Move down: The tunnel")
    press(page, "b", "a", "Escape", "d", "d", "ArrowDown")
    put_in_order(page)
    tab_to(page, text="Check")
    press(page, "Enter")
    for first_letters in ("a river", "a ridge"):
        tab_to(page, tag="SELECT")
        page.keyboard.type(first_letters)
        press(page, "Escape")
    tab_to(page, text="Check")
    press(page, "Space")
    # The record is asked below for the order of the answers: the next is given when this one is kept.
    page.wait_for_function("document.querySelectorAll('.cc-word').length === 2")
    tab_to(page, tag="INPUT")
    page.keyboard.type("b a coridor, Şərq")
    press(page, "Escape", "Enter")
    tab_to(page, name="1: In the west")
    press(page, "b", "ArrowRight", "Escape", "d", "d")
    tab_to(page, text="Check")
    press(page, "Enter")
    page.wait_for_function("document.querySelectorAll('.cc-word').length === 4")

    # The course hands in the names of places; here nobody did, so one of two things asked for is found.
    assert page.locator(".cc-word strong").all_text_contents() == ["Right", "Right", "Partly right", "Right"]
    assert page.get_by_text("4 of 4 answered").is_visible()
    assert notebook.cells.count() == cells
    assert [entry.value["answer"] for entry in lesson.record.history()] == [
        ["ford", "bridge", "tunnel"], {"araks": "a river", "murov": "a ridge"}, "b a coridor, Şərq", "b",
    ]  # fmt: skip
    assert page.locator("fieldset:disabled").count() == 1
    assert (set(notebook.console_errors) - NOTEBOOK_7, notebook.outside_requests) == (set(), [])


def test_a_map_is_a_group_of_radio_buttons_with_one_stop(lesson):
    """Tab reaches the map once; arrows go round; what is chosen is said in words and with a number."""
    page = lesson("Quiz(wide, only=['p1'], atlas=atlas)").page
    tab_to(page, name="1: In the west")
    press(page, "ArrowLeft")
    chosen = page.get_by_role("radio", checked=True)

    assert page.get_by_role("radiogroup", name="Map").count() == 1
    assert chosen.get_attribute("aria-label") == "2: In the east"
    assert page.get_by_text("Chosen: 2, In the east").is_visible()
    assert page.locator(".cc-shape[tabindex='0']").count() == 1
    assert page.locator(".cc-shape").evaluate_all(
        "all => all.every(one => Math.min(one.getBoundingClientRect().width, one.getBoundingClientRect().height) >= 24)"
    )
    assert page.evaluate("getComputedStyle(document.activeElement.firstChild).strokeDasharray") != "none"


def test_results_together_and_a_closed_quiz(lesson):
    """A quiz that marks at the end keeps silent until all is answered, then shows all and closes."""
    page = lesson("Quiz(bank, record=record, mode='end')").page
    page.get_by_role("button", name="Show all results").click()
    page.get_by_text("Answer every question first").wait_for()
    page.get_by_label("The old road").check()
    page.get_by_label("Araks").check()
    page.get_by_label("Your answer").fill("4713.5")
    for button in page.get_by_role("button", name="Keep").all():
        button.click()
    page.wait_for_function("document.querySelectorAll('[data-state=kept]').length === 3")
    before = page.content()
    page.get_by_role("button", name="Show all results").click()
    page.wait_for_function("document.querySelectorAll('.cc-word').length === 3")

    assert "-KEY" not in before
    assert page.locator(".cc-word strong").all_text_contents() == ["Right", "Partly right", "Right"]
    assert page.locator("fieldset:disabled").count() == 3


def test_a_passport_goes_out_and_comes_back(lesson, tmp_path):
    """Downloaded without words unless the box is ticked; restored in the page; what is done is said."""
    lesson.record.keep(lesson="01", item_id="q1", kind="quiz", value={"answer": "a"})
    lesson.record.keep(lesson="01", item_id="01-prediction", kind="prediction", value="My view.")
    page = lesson("Passport(record, [])", "Portfolio(record, [], in_words=answer_in_words)").page
    with page.expect_download() as without:
        page.get_by_role("button", name="Download passport").click()
    page.get_by_label("Include what I wrote").check()
    with page.expect_download() as with_words:
        page.get_by_role("button", name="Download passport").click()
    with page.expect_download() as portfolio:
        page.get_by_role("button", name="Download portfolio").click()
    texts = [each.value.path().read_text(encoding="utf-8") for each in (without, with_words, portfolio)]
    (tmp_path / "back.json").write_text(texts[1].replace('"q1"', '"q2"'), encoding="utf-8")
    page.get_by_label("Restore a passport").set_input_files(tmp_path / "back.json")
    page.get_by_text("Restored: 1 thing that you had answered").wait_for()
    (tmp_path / "bad.json").write_text(texts[1].replace('"01"', '"<img src=x>"'), encoding="utf-8")
    page.get_by_label("Restore a passport").set_input_files(tmp_path / "bad.json")
    page.get_by_text("'<img src=x>' is not an id").wait_for()

    assert ["My view." in text for text in texts[:2]] == [False, True]
    assert without.value.suggested_filename == "caucasus-course-passport.json"
    assert "default-src 'none'" in texts[2]
    assert page.locator(".cc-passport img").count() == 0
    assert {entry.item_id for entry in lesson.record.history(kind="quiz")} == {"q1", "q2"}
