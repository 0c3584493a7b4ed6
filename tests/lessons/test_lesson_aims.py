"""A lesson's objectives are met by its tasks, its questions and its end; its misconceptions by its questions."""

import re

from tests.lesson_text import EACH, bank, code, objectives, prose, section, twin

# Bloom's verbs from Analyse upward; the lower ones are met in lessons too.
HIGHER = {"analyse", "compare", "distinguish", "test", "trace", "judge", "weigh", "evaluate", "argue", "design", "negotiate",
          "assess", "question", "contrast", "critique", "defend", "draft", "build", "reconstruct", "separate", "propose"}  # fmt: skip
LOWER = {"apply", "explain", "classify", "locate", "order", "calculate", "date", "describe", "name", "identify", "summarise",
         "map", "read", "tell", "use", "count", "state", "follow", "add", "sort", "list", "compute"}  # fmt: skip
# A task in an objective's bracket is a section of the lesson, or what some of its cells show.
SECTIONS = {"prediction": "Predict", "quiz": "Exit quiz", "writing": "Write", "paragraph": "Write"}
CELLS = {"pairs of wordings": r"(?m)^drift\(", "boards": r"(?m)^compare\(", "timeline": r"(?m)^timeline\("}
NUMBER_WORDS = r"^(?:the |two |three |both )"


def exists(task, markdown, cells):
    """Say whether a task of an objective's bracket is in a lesson."""
    task = re.sub(NUMBER_WORDS, "", task)
    if task in CELLS:
        return re.search(CELLS[task], cells) is not None
    numbered = re.fullmatch(r"sections? (\d)(?: and (\d))?", task)
    heads = [f"{number}. " for number in numbered.groups() if number] if numbered else [SECTIONS.get(task, task)]
    return all(re.search(rf"(?mi)^## {re.escape(head)}", markdown) for head in heads)


def test_a_task_that_is_not_there_is_missed():
    """Sections by name or number, and what cells show."""
    markdown, cells = "## 1. Roads\n## Map task\n## Write", 'drift("a")'

    assert all(exists(task, markdown, cells) for task in ("map task", "section 1", "writing", "the pairs of wordings"))
    assert not any(
        exists(task, markdown, cells) for task in ("data task", "section 2", "sections 1 and 2", "two boards")
    )


@EACH
def test_objectives_begin_with_a_verb_and_one_asks_for_analysis(lesson):
    """Bloom's verbs, at least one at Analyse or above."""
    verbs = {verb.casefold() for verb, _ in objectives(lesson)}

    assert verbs <= HIGHER | LOWER
    assert verbs & HIGHER


@EACH
def test_each_objective_names_the_quiz_and_a_task_that_exists(lesson):
    """A reader can go from an aim to the place where it is practised."""
    found = objectives(lesson)

    assert found and all("quiz" in tasks and len(tasks) >= 2 for _, tasks in found)
    assert [task for _, tasks in found for task in tasks if not exists(task, prose(lesson), code(lesson))] == []


@EACH
def test_take_aways_have_the_objectives_verbs_in_their_order(lesson):
    """What we learned is what we set out to learn."""
    take_aways = re.findall(r"(?m)^- We can (\w+)", section(lesson, "Take-aways"))

    assert take_aways == [verb.casefold() for verb, _ in objectives(lesson)]


@EACH
def test_every_misconception_of_the_twin_is_met_by_a_question(lesson):
    """Each of the three names, as (q4), a question of the bank that states a misconception."""
    rows = re.findall(r"(?m)^\| [\"“].+$", twin(lesson).split("misconceptions, and a move")[1])
    asked = [set(re.findall(r"q\d+", " ".join(re.findall(r"\((q[\d, q]+)\)", row)))) for row in rows]
    stated = {question.id for question in bank(lesson).questions if question.misconception}

    assert len(rows) == 3
    assert [row for row, questions in zip(rows, asked, strict=True) if not questions or not questions <= stated] == []
