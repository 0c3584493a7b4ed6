"""Every picture that a lesson shows says in words what is on it."""

import ast
import html
import re

from tests.lesson_text import EACH, cells, prose

_IMAGE = re.compile(r"<img\b[^>]*>")
_SVG = re.compile(r"<svg\b[^>]*>")
# The live map lies over its still picture in a frame of its own, whose script is no picture.
_FRAME = re.compile(r"""srcdoc=(?:"[^"]*"|'[^']*')""")
LEAST = 20  # letters; "map" or "figure" is no description


def shown(source, names):
    """Run a cell and return the HTML of its last value; '' when it has none."""
    tree = ast.parse(source)
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    exec(compile(tree, "<cell>", "exec"), names)
    value = eval(compile(ast.Expression(last.value), "<cell>", "eval"), names) if last else None
    bundle = value._repr_mimebundle_() if hasattr(value, "_repr_mimebundle_") else {}
    data = bundle[0] if isinstance(bundle, tuple) else bundle
    page = (data or {}).get("text/html") or (value._repr_html_() if hasattr(value, "_repr_html_") else "") or ""
    return _FRAME.sub("", page)


def without_words(page):
    """Return the tags of pictures that say nothing: an image without alt text, a drawing without a label."""
    images = [tag for tag in _IMAGE.findall(page) if len(_attribute(tag, "alt")) < LEAST]
    drawings = [
        tag
        for tag in _SVG.findall(page)
        if 'aria-hidden="true"' not in tag
        and len(_attribute(tag, "aria-label")) < LEAST
        and "aria-labelledby" not in tag
    ]
    return [tag[:120] for tag in images + drawings]


def _attribute(tag, name):
    found = re.search(rf"""\b{name}=(?:"([^"]*)"|'([^']*)')""", tag)
    return html.unescape(found[1] or found[2] or "") if found else ""


def test_a_picture_without_words_is_found():
    """Alt text that is missing, empty or a single word."""
    page = "<img src='a'><img src='a' alt=''><img src='a' alt='A map of two towns and a road'><svg></svg>"

    assert without_words(page) == ["<img src='a'>", "<img src='a' alt=''>", "<svg>"]


@EACH
def test_every_picture_has_its_words(lesson, tmp_path, monkeypatch):
    """Maps, charts and timelines, as the lesson's own cells make them."""
    monkeypatch.setenv("CAUCASUS_COURSE_HOME", str(tmp_path))
    names = {}
    pages = [shown(source, names) for _, source in cells(lesson, "code")]
    pictures = [tag for page in pages for tag in _IMAGE.findall(page) + _SVG.findall(page)]

    assert pictures
    assert [tag for page in pages for tag in without_words(page)] == []


@EACH
def test_pictures_in_the_prose_have_words(lesson):
    """A Markdown picture needs its text too."""
    assert [alt for alt in re.findall(r"!\[([^\]]*)\]\(", prose(lesson)) if len(alt) < LEAST] == []
