"""A source in one line."""

import pytest

from caucasus_course.data.citation import cite, cite_html

SOURCE = {
    "title": "A <report>",
    "author": "",
    "publisher": "An outlet",
    "date": "2023-09-26",
    "url": "https://example.org/a?b=1&c=2",
}


def test_a_citation_leaves_out_what_is_unknown():
    """No empty author, no double stop."""
    assert cite(SOURCE) == "A <report>. An outlet. 2023-09-26."


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "", None])
def test_only_web_addresses_become_links(address):
    """An address from a file is input like any other."""
    assert "<a" not in cite_html({**SOURCE, "url": address})


def test_a_web_address_becomes_one_escaped_link():
    """One click shows the work."""
    assert "href='https://example.org/a?b=1&amp;c=2'" in cite_html(SOURCE)
