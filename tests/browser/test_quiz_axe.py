"""axe-core finds nothing to mend in quizzes, cards and writing boxes, and would find it if there were."""

import re
from importlib.resources import files

import pytest
from playwright.sync_api import expect

from tests.browser.quiz_pages import SETUP, lay_out, tab_to
from tests.browser.test_quiz_kinds import APPS

pytestmark = pytest.mark.browser

AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
# JupyterLab's body is 0 px high: axe takes everything below for invisible and passes whatever it meets.
BODY = "html,body{height:100%!important;overflow:visible!important}"
RUN = """async () => {
    const found = await axe.run({ include: [".cc-quiz"] }, { resultTypes: ["violations", "passes", "incomplete"] });
    const told = (each) => each.nodes.map((node) => `${each.id}: ${node.html.slice(0, 160)} ${node.failureSummary ?? ""}`);
    return {
        violations: found.violations.flatMap(told),
        passes: found.passes.map((each) => each.id),
        // Of arrows and single figures axe cannot say whether they are words; a ground that it could not see is a fault.
        unseen: found.incomplete.flatMap(told).filter((words) => words.includes("could not be determined")),
    };
}"""
MARK = re.compile("Right|Partly right|Not yet")
PLANTED = """() => {
    const card = document.querySelector(".cc-quiz");
    const image = document.createElement("img");
    const faint = document.createElement("p");
    Object.assign(faint, { textContent: "faint", style: "color:#ddd;background:#fff" });
    card.append(image, faint, Object.assign(document.createElement("input"), { type: "text" }));
}"""


def axe(page):
    """Return what axe-core says about all cards of the course in a page."""
    return page.evaluate(RUN)


@pytest.mark.parametrize("app", APPS.values(), ids=APPS)
def test_axe_finds_nothing_and_would_find_something(lab, open_notebook, tmp_path, app):
    """Before and after answers, in light and dark: no violation; with three faults planted: those three."""
    lay_out(lab.folder)
    cards = (
        "Reflection('01-a', 'Why?', record=record)",
        "Recall('01-a', record=record)",
        "Passport(record, [])",
        "Portfolio(record, [], in_words=answer_in_words)",
    )
    cells = [SETUP % tmp_path, "Quiz(bank, record=record)", "Quiz(wide, record=record, atlas=atlas)", *cards]
    notebook = open_notebook(
        f"{tmp_path.name}.ipynb", cells=cells, app=app, height=4000
    )  # axe measures contrast in view only
    notebook.run_all()
    page = notebook.page
    page.wait_for_function("document.querySelectorAll('.cc-quiz').length === 6")
    page.add_style_tag(content=BODY)
    page.evaluate(AXE)
    before = axe(page)
    page.get_by_label("Araks", exact=True).check()
    page.get_by_label("The old road").check()
    tab_to(page, name="1: In the west")
    page.keyboard.press("Space")
    for place in (0, 1, 3, 6):
        page.locator(".cc-check").nth(place).click()
    # By now each of the four cards has its mark; where one has not, its own words say why.
    for place in (0, 1, 3, 6):
        expect(page.locator(".cc-question").nth(place).locator(".cc-status")).to_contain_text(MARK, timeout=30_000)
    page.get_by_role("button", name="Hint").first.click()
    after = [axe(page)]
    for is_dark in (True, False):
        notebook.set_theme(is_dark=is_dark)
        after.append(axe(page))
    page.evaluate(PLANTED)

    assert [found["violations"] for found in (before, *after)] == [[]] * 4
    assert [found["unseen"] for found in (before, *after)] == [[]] * 4
    assert all({"color-contrast", "label"} <= set(found["passes"]) for found in (before, *after))
    assert {line.split(":")[0] for line in axe(page)["violations"]} == {"color-contrast", "image-alt", "label"}
