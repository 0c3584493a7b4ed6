"""The self-check answers and has words for a page without widgets."""

from caucasus_course import self_check


def test_the_kernel_answers_the_page():
    """A question from the page is answered; anything else is not."""
    check, sent = self_check(), []
    check.send = sent.append

    check._hear(check, {"do": "resume"}, [])
    check._hear(check, {"do": "<script>"}, [])

    assert [message["kind"] for message in sent] == ["here", "trouble"]


def test_without_widgets_the_reader_is_told_what_to_do():
    """The fallback is a fixed sentence."""
    data, _ = check_bundle()

    assert "Open the lesson in JupyterLab and run its cells" in data["text/plain"]
    assert "application/vnd.jupyter.widget-view+json" in data


def check_bundle():
    """Return the bundle of a self-check as data and metadata."""
    return self_check()._repr_mimebundle_()
