"""Measure our quiz beside jupyterquiz and bare ipywidgets, in one run of one JupyterLab: drawing, feedback, memory.

Run with `uv run --group dev --with jupyterquiz python tests/bench/bench_quiz.py`; it prints medians and ratios, and exits 1 when 50
questions draw slower than jupyterquiz's, feedback takes more than 60 ms (95 of 100 clicks), or a kernel needs 5 MiB more
than with bare ipywidgets.
"""

import shutil
import statistics
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

import nbformat
from playwright.sync_api import Browser, Page, sync_playwright
from tests.browser.conftest import CHROMIUM_OPTIONS, Lab, NotebookPage, _as_notebook, _serving

QUESTIONS, ROUNDS, KERNELS = 50, 7, 3
ALLOWED_MS, ALLOWED_MIB = 60, 5
QUIET_MS = 500  # between two drawings: what came before has its last words, which are not the next one's

OURS = f"""from caucasus_course.quizzes.widget import Quiz
from caucasus_course.quizzes.questions import Bank, OneQuestion, Option
from caucasus_course.learner.record import Record
import tempfile
def ask(number):
    options = tuple(Option(id=each, text=f"Answer {{each}}", is_right=each == "b", reply=f"Because of {{each}}.") for each in "abcd")
    return OneQuestion(id=f"q{{number}}", stem=f"Question {{number}}?", objective=1, level="recall", source_ids=(), options=options)
bank = Bank(lesson="01", title="Fifty", questions=tuple(map(ask, range({QUESTIONS}))))
record = Record(tempfile.mkdtemp() + "/answers.sqlite3")"""
PEER = f"""from jupyterquiz import display_quiz
asked = [dict(question=f"Question {{number}}?", type="multiple_choice", answers=[
    dict(answer=f"Answer {{each}}", correct=each == "b", feedback=f"Because of {{each}}.") for each in "abcd"])
    for number in range({QUESTIONS})]"""
BARE = f"""import ipywidgets as widgets
def ask(number):
    chosen = widgets.RadioButtons(options=[f"Answer {{each}}" for each in "abcd"], value=None)
    button, said = widgets.Button(description="Check"), widgets.Label()
    button.on_click(lambda _: setattr(said, "value", f"Because of {{chosen.value}}."))
    return widgets.VBox([widgets.Label(f"Question {{number}}?"), chosen, button, said])
make = lambda: widgets.VBox([ask(number) for number in range({QUESTIONS})])"""
# What to run first, what draws the quiz, and how one drawn question is known.
CONTENDERS = {
    "caucasus_course": (OURS, "Quiz(bank, record=record)", ".cc-question"),
    "jupyterquiz": (PEER, "display_quiz(asked)", ".Quiz"),
    "bare ipywidgets": (BARE, "make()", ".widget-radio"),
}

DRAW = """async ([selector, wanted, quiet]) => {
    const notebook = window.jupyterapp.shell.currentWidget.content;
    notebook.activeCellIndex = 1;
    await window.jupyterapp.commands.execute("notebook:clear-cell-output");
    const reach = (number) =>
        new Promise((done) => {
            const look = () => document.querySelectorAll(selector).length === number && (watcher.disconnect(), done());
            const watcher = new MutationObserver(look);
            watcher.observe(document.body, { childList: true, subtree: true });
            look();
        });
    // A message that a frame's own callback sends arrives when that frame has been laid out and painted.
    const painted = () =>
        new Promise((done) =>
            requestAnimationFrame(() => {
                const { port1, port2 } = new MessageChannel();
                port1.onmessage = done;
                port2.postMessage(null);
            }),
        );
    await reach(0);
    await new Promise((done) => setTimeout(done, quiet));
    const started = performance.now();
    window.jupyterapp.commands.execute("notebook:run-cell");
    await reach(wanted);
    await painted();
    return performance.now() - started;
}"""
CLICK = """async ([place, card, choice, said]) => {
    const element = document.querySelectorAll(card)[place];
    element.querySelectorAll("input[type=radio]")[choice].click();
    const appeared = new Promise((done) => {
        const look = () => (element.querySelector(said)?.textContent ?? "").includes("Because") && done(performance.now());
        new MutationObserver(look).observe(element, { childList: true, subtree: true, characterData: true });
    });
    const started = performance.now();
    element.querySelector("button").click();
    return (await appeared) - started;
}"""


def open_pages(lab: Lab, browser: Browser) -> dict[str, Page]:
    """Return a page, with a notebook and a kernel, for each contender: in one page each would move and slow the others.

    Each page has a workspace of its own too: who is given JupyterLab's default one draws some 12 ms later.
    """
    pages = {}
    for number, (name, (setup, draw, _)) in enumerate(CONTENDERS.items()):
        nbformat.write(_as_notebook([setup, draw]), lab.folder / f"bench{number}.ipynb")
        notebook = NotebookPage(browser.new_page())
        notebook.page.goto(f"{lab.address}/doc/workspaces/bench{number}/tree/bench{number}.ipynb?token={lab.token}")
        notebook.page.wait_for_selector(".jp-Notebook .jp-Cell", timeout=90_000)
        notebook.wait_for_kernel()
        notebook.run_all()
        notebook.page.unroute_all(behavior="wait")  # who listens to requests delays those who make some
        pages[name] = notebook.page
    return pages


def drawing_times(pages: dict[str, Page]) -> dict[str, list[float]]:
    """Return the milliseconds from running a cell to all questions on the screen, in turn so that all meet the same load.

    Every second round goes backwards: who follows the heaviest one finds the machine still busy.
    """
    times: dict[str, list[float]] = {name: [] for name in CONTENDERS}
    for at in range(ROUNDS + 1):
        for name in list(CONTENDERS)[:: -1 if at % 2 else 1]:
            pages[name].bring_to_front()
            spent = pages[name].evaluate(DRAW, [CONTENDERS[name][2], QUESTIONS, QUIET_MS])
            if at:  # the first time, scripts are fetched and compiled
                times[name].append(spent)
    return times


def feedback_times(pages: dict[str, Page]) -> dict[str, list[float]]:
    """Return the milliseconds from a click on Check to the reply in the page; ours is on the disk by then."""
    parts = {
        "caucasus_course": (".cc-question", ".cc-status"),
        "bare ipywidgets": (".widget-vbox .widget-vbox", ".widget-label:last-child"),
    }
    times = {}
    for name, (card, said) in parts.items():
        pages[name].bring_to_front()
        times[name] = [pages[name].evaluate(CLICK, [at, card, at % 4, said]) for at in range(QUESTIONS)]
    return times


def memory(name: str) -> float:
    """Return how many MiB a fresh kernel has in memory with the quiz drawn."""
    from jupyter_client.manager import start_new_kernel

    setup, draw, _ = CONTENDERS[name]
    manager, client = start_new_kernel(cwd=str(Path(__file__).parents[2]))
    told: list[str] = []
    code = f"{setup}\nfrom IPython.display import display\ndisplay({draw})\nprint(open('/proc/self/status').read())"
    client.execute_interactive(code, output_hook=lambda each: told.append(each["content"].get("text", "")), timeout=120)
    client.stop_channels()
    manager.shutdown_kernel(now=True)
    line = next(line for line in "".join(told).splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


def in_the_browser(lab: Lab) -> tuple[dict[str, list[float]], dict[str, list[float]]]:
    """Return drawing and feedback times."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=CHROMIUM_OPTIONS)
        pages = open_pages(lab, browser)
        times = drawing_times(pages), feedback_times(pages)
        browser.close()
    return times


def main() -> None:
    """Print all figures and say whether they are as good as promised."""
    with tempfile.TemporaryDirectory() as folder, _serving(Path(folder)) as lab:
        drawn, answered = in_the_browser(lab)
    medians = {name: statistics.median(times) for name, times in drawn.items()}
    last = {name: sorted(times)[int(0.95 * len(times)) - 1] for name, times in answered.items()}
    mib = {name: statistics.median(memory(name) for _ in range(KERNELS)) for name in CONTENDERS}
    print(f"{'':<18}{'50 drawn':>10}{'ratio':>8}{'click p50':>11}{'p95':>8}{'kernel':>10}")
    for name in CONTENDERS:
        clicks = (
            f"{statistics.median(answered[name]):>8.0f} ms{last[name]:>5.0f} ms"
            if name in answered
            else f"{'—':>11}{'—':>8}"
        )
        ratio = medians["caucasus_course"] / medians[name]
        print(f"{name:<18}{medians[name]:>7.0f} ms{ratio:>8.2f}{clicks}{mib[name]:>6.1f} MiB")
    more = mib["caucasus_course"] - mib["bare ipywidgets"]
    print(f"kernel memory beyond bare ipywidgets: {more:+.1f} MiB (allowed: {ALLOWED_MIB})")
    is_good = medians["caucasus_course"] <= medians["jupyterquiz"] and last["caucasus_course"] <= ALLOWED_MS
    sys.exit(not (is_good and more <= ALLOWED_MIB))


if __name__ == "__main__":
    main()
