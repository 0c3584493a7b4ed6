"""Source cards in a real JupyterLab, by keyboard alone."""

import pytest

pytestmark = pytest.mark.browser


@pytest.fixture
def open_card(open_notebook):
    """Return a function that opens a notebook with one source card, run."""

    def open_it(excerpt_id):
        notebook = open_notebook("card.ipynb", cells=[f"from caucasus_course import excerpt\nexcerpt({excerpt_id!r})"])
        notebook.run_all()
        notebook.page.wait_for_selector(".cc-source textarea")
        return notebook

    return open_it


def test_a_card_is_opened_marked_and_compared_by_keyboard(open_card):
    """Predict, open, move with arrows, mark with Space, compare; `b` inserts no cell."""
    card = open_card("a002-where")
    page = card.page
    box = page.locator(".cc-source textarea")
    assert page.locator(".cc-words").count() == 0

    box.focus()
    page.keyboard.type("but it will be broad")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_selector(".cc-words")
    page.locator(".cc-word").first.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_selector(".cc-source [role=status] p")

    assert page.locator(".cc-word[aria-pressed=true]").count() == 1
    assert "class notes" in page.locator(".cc-source").inner_text()
    assert card.cells.count() == 1
    assert card.console_errors == [] and card.outside_requests == []


def test_too_short_a_prediction_is_answered_in_words(open_card):
    """The text stays closed."""
    card = open_card("a000-control")
    card.page.get_by_role("button", name="Open the text").click()
    card.page.wait_for_selector(".cc-source .cc-kept:has-text('at least 3 words')")

    assert card.page.locator(".cc-words").count() == 0
