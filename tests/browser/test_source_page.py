"""Source cards in a real JupyterLab, by keyboard alone."""

import pytest

pytestmark = pytest.mark.browser


@pytest.fixture
def open_card(open_notebook):
    """Return a function that opens a notebook with one source card, run."""

    def open_it(excerpt_id):
        notebook = open_notebook("card.ipynb", cells=[f"from caucasus_course import excerpt\nexcerpt({excerpt_id!r})"])
        notebook.run_all()
        notebook.page.wait_for_selector(".cs-source textarea")
        return notebook

    return open_it


def test_a_card_is_opened_marked_and_compared_by_keyboard(open_card):
    """Predict, open, move with arrows, mark with Space, compare; `b` inserts no cell."""
    card = open_card("a002-where")
    page = card.page
    box = page.locator(".cs-source textarea")
    assert page.locator(".cs-text").count() == 0

    box.focus()
    page.keyboard.type("but it will be broad")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_selector(".cs-text")
    page.locator(".cs-piece").first.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_selector(".cs-source [role=status] p")

    assert page.locator(".cs-piece[aria-pressed=true]").count() == 1
    assert "class notes" in page.locator(".cs-source").inner_text()
    assert card.cells.count() == 1
    assert card.console_errors == [] and card.outside_requests == []


def test_too_short_a_prediction_is_answered_in_words(open_card):
    """The text stays closed."""
    card = open_card("a000-control")
    card.page.get_by_role("button", name="Open the text").click()
    card.page.wait_for_selector(".cs-source .cc-kept:has-text('at least 3 words')")

    assert card.page.locator(".cs-text").count() == 0


# Restarted as by the menu, without the question whether one is sure.
RESTART = """async () => {
    const { sessionContext } = window.jupyterapp.shell.currentWidget;
    await sessionContext.restartKernel();
}"""


MARKUP = "<img src=x onerror=alert(1)> <b>two</b> texts, one origin"


def test_verdict_and_prediction_are_there_after_a_restart_as_they_were_written(open_notebook):
    """By keyboard: ours comes only after the learner's; in a new kernel both come back, markup as text."""
    cells = [
        "import os\nos.getpid()",
        "from caucasus_course import compare, excerpt\ncompare('russian-peacekeepers-number')",
        "excerpt('a003-window')",
    ]
    notebook = open_notebook("board.ipynb", cells=cells)
    notebook.run_all()
    page = notebook.page
    page.wait_for_selector(".cs-source textarea")
    assert "The course says" not in page.locator(".cs-compare").inner_text()

    page.locator(".cs-compare input[type=radio]").first.focus()
    for key in ("Space", "Tab", MARKUP, "Tab", "Enter"):
        (page.keyboard.type if key == MARKUP else page.keyboard.press)(key)
    page.wait_for_selector(".cs-ours strong")
    page.locator(".cs-source textarea").focus()
    for key in (MARKUP, "Tab", "Enter"):
        (page.keyboard.type if key == MARKUP else page.keyboard.press)(key)
    page.wait_for_selector(".cs-text")
    before = notebook.cells.first.locator(".jp-OutputArea-output").inner_text()
    page.evaluate(RESTART)
    notebook.wait_for_kernel()
    notebook.command("notebook:clear-all-cell-outputs")
    notebook.run_all()
    page.wait_for_selector(".cs-ours strong")
    page.wait_for_selector(".cs-text")

    assert notebook.cells.first.locator(".jp-OutputArea-output").inner_text() != before
    assert "The course says: established." in page.locator(".cs-ours").inner_text()
    assert page.locator(".cs-compare input:checked").get_attribute("value") == "established"
    assert page.locator(".cs-compare textarea").input_value() == MARKUP
    assert page.locator(".cs-mine").inner_text() == f"You expected: {MARKUP}"
    assert page.locator(".cs-card :is(img, b)").count() == 0
    assert notebook.cells.count() == 3
    assert notebook.console_errors == [] and notebook.outside_requests == []
