"""Lesson 09 from its first box to its last, by keyboard alone and with every outside host refused."""

import os
from collections import Counter

import pytest

from caucasus_course.data.loaders import lessons_folder
from caucasus_course.learner.record import Record
from tests.browser.test_quiz_axe import AXE, BODY
from tests.browser.test_quiz_kinds import APPS, NOTEBOOK_7

pytestmark = pytest.mark.browser

LESSON = lessons_folder() / "09_news_on_trial.ipynb"
# CAUCASUS_COURSE_ALL_PAGES=1 walks through it in JupyterLab too (half a minute more).
WALKED = APPS if os.environ.get("CAUCASUS_COURSE_ALL_PAGES") else {"Notebook 7": APPS["Notebook 7"]}
WORDS = "b a dd One <b>source</b> of each side."
MOST_STOPS = 300
FOCUS = """() => {
    const it = document.activeElement;
    const kind = it.matches(".cs-piece") ? "word" : it.type === "submit" || it.type === "button" ? "button" : it.type;
    return { isOurs: Boolean(it.closest(".jp-Notebook")), kind: kind || it.tagName.toLowerCase(), to: it.getAttribute("href") ?? "" };
}"""
# A reply has come: a mark, our verdict, the notes; or the text has opened and its first word has the focus.
HAS_REPLY = """() => {
    const it = document.activeElement;
    const card = it.closest(".cc-question, .cs-card");
    return it.matches(".cs-piece") || card.querySelector(".cc-status p, .cs-ours p, .cs-notes p") !== null;
}"""
IS_IN_VIEW = """(id) => {
    const { top } = document.getElementById(id).getBoundingClientRect();
    return top >= 0 && top < innerHeight;
}"""
# Notebook 7 would shut what is long into a box of 312 px.
IS_WHOLE = "all => all.every((output) => output.scrollHeight <= output.clientHeight + 1)"
# Two long lists of one pattern each are left out: those behind a map and that of who said it.
LOOK = """async () => {
    const found = await axe.run(
        { include: [".jp-Notebook .jp-RenderedHTMLCommon", ".cc-quiz"], exclude: [".course-map details", ".claims li + li"] },
        { resultTypes: ["violations"], iframes: false },
    );
    const told = (each) => each.nodes.map((node) => `${each.id}: ${node.html.slice(0, 160)} ${node.failureSummary}`);
    return found.violations.flatMap(told);
}"""


def press(page, *keys):
    """Press keys one after the other."""
    for key in keys:
        page.keyboard.press(key)


def write(page, text):
    """Write with keys, then Escape, which must not leave the box."""
    page.keyboard.type(text)
    press(page, "Escape")


def ask(page):
    """Press a button with Enter and wait for what comes of it; in a text that opens, mark the second word."""
    press(page, "Enter")
    page.wait_for_function(HAS_REPLY, timeout=10_000)
    if page.evaluate(FOCUS)["kind"] == "word":
        press(page, "b", "ArrowRight", "Space")


def move_time(page):
    """Where a map's slider has the focus, go back one state with an arrow key, and hear another."""
    frame = page.locator("figure.course-map iframe").element_handle().content_frame()
    if frame.evaluate("document.activeElement.type") == "range":
        before = frame.evaluate("document.activeElement.getAttribute('aria-valuetext')")
        press(page, "ArrowLeft")
        assert frame.evaluate("document.activeElement.getAttribute('aria-valuetext')") != before


# `b` would insert a cell, and Enter open an editor, if the notebook around took them.
STEPS = {
    "textarea": lambda page: write(page, WORDS),
    "text": lambda page: write(page, "13 550"),  # with a comma it could be read in two ways, and is asked back
    "radio": lambda page: press(page, "b", "Space"),
    "checkbox": lambda page: press(page, "b", "Space"),
    "button": ask,
    "summary": lambda page: press(page, "b", "Enter"),
    "pre": lambda page: press(page, "b"),
    "iframe": move_time,
}


def walk(page):
    """Press Tab from the first box to the end of the lesson, do at each stop what is to be done, and return the links met."""
    links, is_begun = [], False
    for _ in range(MOST_STOPS):
        press(page, "Tab")
        focus = page.evaluate(FOCUS)
        if is_begun and not focus["isOurs"]:
            return links
        is_begun = is_begun or focus["kind"] == "textarea"
        if is_begun and focus["kind"] == "a":
            links.append(focus["to"])
            if len(links) == 1:
                press(page, "b", "Enter")
                page.wait_for_function(IS_IN_VIEW, arg=focus["to"].removeprefix("#"))
        elif is_begun:
            STEPS[focus["kind"]](page)
    pytest.fail(f"the end of the lesson was not reached in {MOST_STOPS} stops")


def faults_of(page):
    """Return what axe-core has to say against a lesson; it measures contrast only of what is in the window."""
    page.set_viewport_size({"width": 1200, "height": 26_000})
    page.add_style_tag(content=BODY)
    page.evaluate(AXE)
    return page.evaluate(LOOK)


@pytest.mark.parametrize("app", WALKED.values(), ids=WALKED)
def test_the_whole_of_lesson_09_is_done_by_keyboard_alone(lab, open_notebook, app):
    """Boxes, questions, boards, cards, wordings, voices and map: each is reached, answers, is kept; axe finds no fault."""
    path = lab.home / "answers.sqlite3"
    path.unlink(missing_ok=True)
    notebook = open_notebook(LESSON, app=app)
    notebook.run_all()
    page, cells = notebook.page, notebook.cells.count()
    page.locator(".cc-recall").wait_for()
    links = walk(page)
    page.locator(".cc-recall").get_by_text(WORDS).wait_for()
    kept = Record(path).history()
    texts = Counter(entry.item_id.rpartition("-")[2] for entry in kept if entry.kind != "quiz")
    kinds = (".cc-question", ".cs-compare", ".cs-source", ".cs-why")
    questions, boards, cards, causes = (page.locator(kind).count() for kind in kinds)

    assert len({entry.item_id for entry in kept if entry.kind == "quiz"}) == questions == 18
    assert texts == {"verdict": boards, "evidence": causes, "prediction": cards + 1, "marks": cards, "paragraph": 1}
    assert [entry.value for entry in kept if entry.item_id.endswith("-marks")] == [[1]] * cards
    assert page.locator(".jp-Notebook details:not([open])").count() == 0
    assert page.locator(".jp-Cell-outputArea").evaluate_all(IS_WHOLE)
    assert len(links) > 20
    assert (notebook.cells.count(), page.locator(".jp-mod-editMode").count()) == (cells, 0)
    assert (set(notebook.console_errors) - NOTEBOOK_7, notebook.outside_requests) == (set(), [])
    assert faults_of(page) == []
