"""The key strings of the course's own banks: what no page may have before an answer."""

from caucasus_course.data import loaders
from caucasus_course.quizzes.bank import read_bank
from caucasus_course.quizzes.page import as_text

_LESSONS = {row["lesson_id"] for row in loaders.rows("lessons")}
BANKS = {
    path.name[:2]: read_bank(path.read_text(encoding="utf-8"), file=path.name)
    for path in sorted((loaders.data_folder() / "quizzes").glob("*.toml"))
    if path.name[:2] in _LESSONS
}
_SECRET = ("reply", "right_reply", "wrong_reply", "hint", "misconception")


def keys_of(bank):
    """Return every reply, hint and misconception of a bank that is long enough to be known again and is not asked about.

    A misconception may stand word for word in an option of any bank: then it is no key.
    """
    found = set()
    asked = "\n".join(as_text(each.title, each.questions) for each in BANKS.values())
    for question in bank.questions:
        parts = [question, *(getattr(question, question.parts[2]) if question.parts else ())]
        found |= {getattr(part, name) for part in parts for name in _SECRET if getattr(part, name, None)}
    return {key for key in found if len(key) > 12 and key not in asked}


def leaks(text, banks=BANKS):
    """Return the key strings that stand in a text, however its letters were escaped for JSON or HTML."""
    from html import unescape
    from json import dumps

    plain = unescape(text)
    keys = {key for bank in banks.values() for key in keys_of(bank)}
    return sorted(
        key for key in keys if key in plain or dumps(key)[1:-1] in text or dumps(key, ensure_ascii=False)[1:-1] in text
    )
