"""Count the wrong changes that the tests find: a seeded sample of cosmic-ray's mutants for each module of rules and drawing.

Run with `uv run --group dev --with cosmic-ray python tests/bench/bench_mutants.py [--each 10] [--seed 1988] [maps/still …]`.
A mutant is one change of cosmic-ray's, or one word or colour in quotes replaced; changes of annotations are left out.
Each runs in a fork, in memory (no file is touched), against the module's own tests, the kept pictures and its room, and is
killed by the first test that fails or by a minute without an end. It prints what survived, with file, line and change, then a
count for each module and each room. cosmic-ray's own runner would write to the files and start Python anew for each.
"""

import argparse
import ast
import contextlib
import os
import random
import signal
import sys
import time
from collections import Counter, defaultdict
from importlib.machinery import SourceFileLoader
from importlib.util import spec_from_file_location
from pathlib import Path

import anywidget  # noqa: F401 - what is imported here is not imported again by each fork
import pandas  # noqa: F401
import pytest
from cosmic_ray.ast import get_ast
from cosmic_ray.mutating import mutate_code
from cosmic_ray.operators.operator import Operator
from cosmic_ray.plugins import get_operator, operator_names

ROOT = Path(__file__).parents[2]
SOURCE, TESTS = ROOT / "src/caucasus_course", ROOT / "tests"
MODULES = {
    "core": "figures days style",
    "data": "contract contract_words control places schema citation verbatim",
    "quizzes": "marking marks reading kinds questions",
    "learner": "record entry passport store store_format",
    "maps": "holding control movements flights arrows drawing payload still labels projection",
    "charts": "panel curve swimlanes claims_chart axes filters",
}
# These read real tables and whole lessons, or start other processes, which do not see a change in memory.
LEFT_OUT = ("data/test_geo.py", "data/test_facts.py", "data/test_datapackage.py", "quizzes/test_quiz_leaks.py")
STARTS_ANOTHER = "not (stable or process or killed or notebooks or power or plotting or library)"
PATIENCE = 60  # seconds of computing; five times as many by the clock


class Word(Operator):
    """Replace one word in quotes (a colour, a key, a name of a mark); sentences are left alone."""

    def mutation_positions(self, node):
        """Yield where a plain string of two letters or more, without a space, is used as a value."""
        if (
            node.type == "string"
            and node.parent.type != "simple_stmt"
            and len(node.value) > 3
            and " " not in node.value
        ):
            yield node.start_pos, node.end_pos

    def mutate(self, node, index):
        """Put two letters into the string."""
        node.value = f"{node.value[:-1]}XX{node.value[-1]}"
        return node

    @classmethod
    def examples(cls):
        """Return none."""
        return ()


def sites(operator, node):
    """Return where an operator can change a module, in the order in which cosmic-ray counts: a node before its parts."""
    inner = [place for child in getattr(node, "children", ()) for place in sites(operator, child)]
    return [*operator.mutation_positions(node), *inner]


class Changed(SourceFileLoader):
    """Load one module from a changed text; `sys.meta_path` takes it as a finder."""

    code = ""

    def find_spec(self, name, path=None, target=None):
        """Answer for the one module."""
        return spec_from_file_location(name, self.path, loader=self) if name == self.name else None

    def get_code(self, fullname):
        """Compile the changed text."""
        return compile(self.code, self.path, "exec")


def meaning(code):
    """Return a module without its annotations, so that changes to these count as none."""
    tree = ast.parse(code)
    for node in ast.walk(tree):
        for part in ("annotation", "returns"):
            if getattr(node, part, None) is not None:
                setattr(node, part, ast.Constant(value=None))
    return ast.dump(tree)


def mutants(path, count, seed):
    """Return `count` changed texts of a module, each at another place of it."""
    code = path.read_text()
    places = defaultdict(list)
    for operator in [get_operator(name)() for name in sorted(operator_names()) if "Variable" not in name] + [Word()]:
        for number, (start, _) in enumerate(sites(operator, get_ast(code))):
            places[start].append((operator, number))
    dice, found = random.Random(f"{seed} {path.relative_to(SOURCE)}"), []
    for start in dice.sample(sorted(places), len(places)):
        changed = mutate_code(code, *dice.choice(places[start]))
        with contextlib.suppress(SyntaxError):
            if meaning(changed) != meaning(code):
                found.append((start[0], changed))
        if len(found) == count:
            break
    return found


def survives(name, path, code, tests):
    """Say whether the tests pass with a changed module."""
    child = os.fork()
    if not child:
        signal.setitimer(signal.ITIMER_PROF, PATIENCE)  # ends this fork, which counts as a test that fails
        signal.alarm(5 * PATIENCE)
        quiet = os.open(os.devnull, os.O_WRONLY)
        os.dup2(quiet, 1)
        os.dup2(quiet, 2)
        changed = Changed(name, str(path))
        changed.code = code
        sys.meta_path.insert(0, changed)
        options = ["-x", "-q", "-o", "addopts=", "-p", "no:cacheprovider", "-k", STARTS_ANOTHER]
        left_out = [f"--ignore={TESTS / test}" for test in LEFT_OUT]
        code = 1
        try:
            code = pytest.main([*options, *left_out, *map(str, tests)])
        finally:
            os._exit(code)
    return os.waitpid(child, 0)[1] == 0


def change(before, after):
    """Return the first line that differs, before and after."""
    pairs = zip(before.splitlines(), after.splitlines(), strict=False)
    return next((f"{a.strip()}  →  {b.strip()}" for a, b in pairs if a != b), "a line more or less")


def main():
    """Run the sample and print what survived."""
    words = argparse.ArgumentParser()
    words.add_argument("--each", type=int, default=10)
    words.add_argument("--seed", default="1988")
    words.add_argument("modules", nargs="*", default=[f"{room}/{m}" for room in MODULES for m in MODULES[room].split()])
    asked = words.parse_args()
    os.chdir(ROOT)
    all_of, killed = Counter(), Counter()
    for module in asked.modules:
        room, name = module.split("/")
        if not all_of[room] and not survives("", SOURCE, "", [TESTS / room]):
            raise SystemExit(f"The tests of {room} fail unchanged: nothing can be told from them.")
        path, start = SOURCE / f"{module}.py", time.monotonic()
        own = [TESTS / room / f"test_{name}.py"] if (TESTS / room / f"test_{name}.py").exists() else []
        own += sorted(TESTS.glob("*/test_kept_*.py"))
        for line, code in mutants(path, asked.each, asked.seed):
            alive = survives(f"caucasus_course.{room}.{name}", path, code, [*own, TESTS / room])
            all_of.update([room, module, "all"])
            killed.update([] if alive else [room, module, "all"])
            if alive:
                print(f"survived {module}.py:{line}: {change(path.read_text(), code)}", flush=True)
        print(f"{module:<24}{killed[module]:>4} of {all_of[module]:<4}{time.monotonic() - start:>6.0f} s", flush=True)
    for room in [*MODULES, "all"]:
        if all_of[room]:
            print(f"{room:<24}{killed[room]:>4} of {all_of[room]:<4}{100 * killed[room] / all_of[room]:>5.0f} %")


if __name__ == "__main__":
    main()
