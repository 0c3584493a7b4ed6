"""Quizzes and writing boxes in a real JupyterLab: by keyboard, without a leak, kept at the click."""

import json

import pytest

from tests.browser.quiz_pages import tab_to

pytestmark = pytest.mark.browser


def answer_by_keyboard(page):
    """Answer all three questions with keys that JupyterLab has other uses for."""
    tab_to(page, value="a")
    for key in ("ArrowDown", "b", "a", "Escape", "d", "d", "Enter"):
        page.keyboard.press(key)
    tab_to(page, value="a")
    page.keyboard.press("Space")
    tab_to(page, text="Check")
    page.keyboard.press("Space")
    tab_to(page, value="")
    page.keyboard.type("4713,5")
    page.keyboard.press("Enter")


def test_a_quiz_is_answered_by_keyboard_alone(lesson):
    """Every kind is answered, nothing typed reaches the notebook around it, and the answers are in the record."""
    notebook = lesson("Quiz(bank, record=record)")
    page, cells = notebook.page, notebook.cells.count()
    answer_by_keyboard(page)
    page.wait_for_function("document.querySelectorAll('.cc-word').length === 3")

    assert page.locator(".cc-word strong").all_text_contents() == ["Not yet", "Partly right", "Right"]
    assert page.get_by_text("WRONG-KEY It runs east.").is_visible()
    assert page.get_by_text("3 of 3 answered").is_visible()
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    assert notebook.cells.count() == cells
    assert [entry.value["answer"] for entry in lesson.record.history()] == ["b", ["a"], "4713,5"]
    assert (notebook.console_errors, notebook.outside_requests) == ([], [])


def test_the_page_before_an_answer(lesson):
    """No part of the key is in the page or the notebook, and the markup is what assistive technology expects."""
    notebook = lesson("Quiz(bank, record=record)", "Quiz(bank, record=record)")
    page = notebook.page
    page.wait_for_function("document.querySelectorAll('.cc-question').length === 6")
    saved = page.evaluate("() => JSON.stringify(window.jupyterapp.shell.currentWidget.context.model.toJSON())")
    controls = page.locator(".cc-quiz :is(input, button)")
    page.get_by_label("The old road").nth(0).check()
    page.get_by_label("The <b>new</b> road").nth(1).check()

    assert "The <b>new</b> road" in json.loads(saved)["cells"][1]["outputs"][0]["data"]["text/plain"]
    assert [word for word in ("-KEY", "4713", "is_right") if word in page.content() + saved] == []
    assert page.get_by_role("group", name="Which road runs west?").count() == 2
    assert page.get_by_role("radio", name="The <b>new</b> road").count() == 2
    assert page.get_by_role("textbox", name="Your answer km").count() == 2
    assert page.get_by_label("The old road").nth(0).is_checked()  # each question is a group of its own
    assert controls.evaluate_all("all => all.every(one => one.hasAttribute('data-lm-suppress-shortcuts'))")
    assert controls.evaluate_all("all => all.every(one => Math.min(one.offsetWidth, one.offsetHeight) >= 24)")
    assert page.locator(".cc-question [role=status]").count() == 6


def test_questions_below_the_window_arrive_too(lesson):
    """What is in view is drawn first; a moment later every word of every question is in the page's text."""
    page = lesson("Quiz(bank, record=record)", "Quiz(wide, record=record, atlas=atlas)", height=400).page
    page.wait_for_function("document.querySelectorAll('.cc-arriving').length === 0")

    stems = page.locator(".cc-question legend").evaluate_all("all => all.map(one => one.innerText.length)")
    assert len(stems) == 7
    assert min(stems) > 5


def test_reminder_hint_and_feedback(lesson):
    """Without a choice nothing is sent; a hint comes when it is asked for; feedback goes with the choice it was about."""
    page = lesson("Quiz(bank, record=record)").page
    page.get_by_role("button", name="Check").first.click()
    page.get_by_text("Choose an answer first.").wait_for()
    kept = lesson.record.history()
    page.get_by_role("button", name="Hint").click()
    page.get_by_text("HINT-KEY Look left.").wait_for()
    page.get_by_label("The <b>new</b> road").check()
    page.get_by_role("button", name="Check").first.click()
    page.get_by_text("WRONG-KEY").wait_for()
    page.get_by_label("The old road").check()

    assert kept == []
    assert page.get_by_text("WRONG-KEY").count() == 0
    assert page.get_by_text("1 of 3 answered").is_visible()


def test_a_number_with_two_readings_is_asked_back(lesson):
    """The page asks which is meant; nothing is recorded and no try used until the learner says so."""
    page = lesson("import attrs; Quiz(attrs.evolve(bank, tries=1), record=record)").page
    page.get_by_role("textbox", name="Your answer km").fill("4.713")
    page.get_by_role("button", name="Check").nth(2).click()
    page.get_by_text("4.713 can be read as 4,713 or as 4.713: which do you mean? Write 4713 or 4.7130.").wait_for()
    kept, said = lesson.record.history(), page.get_by_text("0 of 3 answered").is_visible()
    page.get_by_role("textbox", name="Your answer km").fill("4713")
    page.get_by_role("button", name="Check").nth(2).click()
    page.get_by_text("NUMBER-KEY").wait_for()

    assert (kept, said) == ([], True)
    assert [entry.value["answer"] for entry in lesson.record.history()] == ["4713"]


def test_an_earlier_answer_is_shown_and_a_lost_kernel_is_said(lesson):
    """The quiz looks as the learner left it, and a click that nobody answers does not stay silent."""
    lesson.record.keep(lesson="01", item_id="q1", kind="quiz", value={"answer": "b"})
    notebook = lesson("Quiz(bank, record=record)")
    page = notebook.page
    page.get_by_text("WRONG-KEY").wait_for()
    is_chosen = page.get_by_label("The <b>new</b> road").is_checked()
    page.evaluate("() => window.jupyterapp.shell.currentWidget.sessionContext.shutdown()")
    page.get_by_label("Araks").check()
    page.get_by_role("button", name="Check").nth(1).click()
    page.get_by_text("The kernel has not replied.").wait_for(timeout=15_000)

    assert is_chosen
    assert page.get_by_text("1 of 3 answered").is_visible()


def test_words_are_kept_as_they_are_written_and_shown_again(lesson):
    """A pause keeps the text, keys stay in the box, and the same words appear where the lesson recalls them."""
    notebook = lesson(
        'Reflection("01-prediction", "Which road?", record=record)', 'Recall("01-prediction", record=record)'
    )
    page, cells = notebook.page, notebook.cells.count()
    page.get_by_label("Which road?").click()
    page.keyboard.type("a b <b>dd</b>")
    page.get_by_text("Kept on this computer.").wait_for()
    page.locator(".cc-words").get_by_text("a b <b>dd</b>").wait_for()

    assert notebook.cells.count() == cells
    assert page.get_by_text("5 words").is_visible()
    assert lesson.record.latest(lesson="01", item_id="01-prediction").value == "a b <b>dd</b>"
    assert (notebook.console_errors, notebook.outside_requests) == ([], [])


def test_nothing_is_cut_off_and_words_can_be_read(lesson):
    """At each width the card fits its column, and every text has a contrast of 4.5 : 1, in both themes."""
    notebook = lesson("Quiz(bank)")
    page, card = notebook.page, notebook.page.locator(".cc-quiz")
    for place, choice in enumerate(("The <b>new</b> road", "Araks")):
        page.get_by_label(choice).check()
        page.get_by_role("button", name="Check").nth(place).click()
    page.get_by_text("ARAKS-KEY").wait_for()

    for is_dark in (False, True):
        notebook.set_theme(is_dark=is_dark)
        assert page.evaluate(LOWEST_CONTRAST) >= 4.5
        for width in (1200, 400):
            page.set_viewport_size({"width": width, "height": 900})
            assert card.evaluate("card => card.scrollWidth <= card.clientWidth")


# Paints each colour on a canvas, over what lies behind it, since the style sheet mixes colours.
LOWEST_CONTRAST = """() => {
    const canvas = Object.assign(document.createElement("canvas"), { width: 1, height: 1 });
    const paint = canvas.getContext("2d", { willReadFrequently: true });
    const behind = (element) => element ? [...behind(element.parentElement), getComputedStyle(element).backgroundColor] : [];
    const luminance = (colours) => {
        for (const colour of ["#fff", ...colours]) { paint.fillStyle = colour; paint.fillRect(0, 0, 1, 1); }
        const [red, green, blue] = [...paint.getImageData(0, 0, 1, 1).data].map((part) => {
            const share = part / 255;
            return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const contrast = (element) => {
        const ground = behind(element);
        const pair = [luminance(ground), luminance([...ground, getComputedStyle(element).color])].sort();
        return (Math.max(...pair) + 0.05) / (Math.min(...pair) + 0.05);
    };
    const hasText = (element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    return Math.min(...[...document.querySelectorAll(".cc-quiz *")].filter(hasText).map(contrast));
}"""
