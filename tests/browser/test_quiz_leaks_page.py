"""What crosses between kernel and page before an answer, for every bank of the course."""

import nbformat
import pytest

from tests.bank_keys import BANKS, leaks
from tests.quizzes.test_quiz_leaks import static_html

pytestmark = pytest.mark.browser

LISTEN = """() => {
    window.heard = [];
    const kernel = window.jupyterapp.shell.currentWidget.sessionContext.session.kernel;
    kernel.anyMessage.connect((_, { msg }) => window.heard.push(JSON.stringify([msg.header.msg_type, msg.content])));
}"""


# A record of its own: with answers from other tests, their replies would rightly be shown again.
SETUP = """import os
os.environ["CAUCASUS_COURSE_HOME"] = {home!r}
from caucasus_course import quiz"""


def test_no_key_in_messages_page_file_or_static_html(open_notebook, lab, tmp_path):
    """All quizzes of the course are shown; four places are searched for every reply, hint and misconception."""
    cells = [f'quiz("{lesson}")' for lesson in BANKS]
    notebook = open_notebook("leaks.ipynb", cells=[SETUP.format(home=str(tmp_path)), *cells])
    page = notebook.page
    page.evaluate(LISTEN)
    notebook.run_all()
    asked = sum(len(bank.questions) for bank in BANKS.values())
    page.wait_for_function(f"document.querySelectorAll('.cc-question').length === {asked}")
    notebook.command("docmanager:save")
    messages = "\n".join(page.evaluate("window.heard"))
    text = (lab.folder / "leaks.ipynb").read_text(encoding="utf-8")
    places = [messages, page.content(), text, static_html(nbformat.reads(text, as_version=4))]

    stems = [question.stem.splitlines()[0] for bank in BANKS.values() for question in bank.questions]
    assert messages.count("comm_open") >= len(BANKS)
    assert [stem for stem in stems if stem not in page.inner_text(".jp-Notebook")] == []
    assert [leaks(place) for place in places] == [[]] * 4

    page.locator(".cc-question input[type=radio]").first.check()
    page.locator(".cc-check").first.click()
    page.wait_for_selector(".cc-reply")
    assert len(leaks("\n".join(page.evaluate("window.heard")))) == 1
