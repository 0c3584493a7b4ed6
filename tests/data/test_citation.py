"""A source in one line."""

import json

import pytest

from caucasus_course.data.citation import bibtex, citations, cite, cite_html, csl

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


WHOLE = {
    **SOURCE, "source_id": "work-1", "kind": "report", "title": "A report", "author": "Doe, Jane; Committee",
}  # fmt: skip


def test_csl_has_every_field_that_a_reference_manager_reads():
    """Authors apart, the date in parts, the kind in its words."""
    assert csl(WHOLE) == {
        "id": "work-1", "type": "report", "title": "A report",
        "author": [{"literal": "Doe, Jane"}, {"literal": "Committee"}],
        "publisher": "An outlet", "issued": {"date-parts": [[2023, 9, 26]]}, "URL": "https://example.org/a?b=1&c=2",
    }  # fmt: skip


@pytest.mark.parametrize(("date", "parts"), [("1992", [[1992]]), ("1992-02", [[1992, 2]]), ("", None), (None, None)])
def test_csl_gives_a_date_as_far_as_it_is_known(date, parts):
    """A year alone is no first of January."""
    assert csl({**WHOLE, "date": date}).get("issued", {}).get("date-parts") == parts


def test_bibtex_has_every_field():
    """An entry that a bibliography can print."""
    assert bibtex(WHOLE).split("\n") == [
        "@techreport{work-1,",
        '    author = "Doe, Jane and Committee",',
        '    title = "A report",',
        '    year = "2023",',
        '    date = "2023-09-26",',
        '    url = "https://example.org/a?b=1\\&c=2",',
        '    institution = "An outlet"',
        "}",
        "",
    ]


@pytest.mark.parametrize(
    ("kind", "entry", "place", "item"),
    [
        ("news", "misc", "howpublished", "article-newspaper"),
        ("analysis", "misc", "howpublished", "article-magazine"),
        ("book", "book", "publisher", "book"),
        ("report", "techreport", "institution", "report"),
        ("judgment", "misc", "howpublished", "legal_case"),
        ("court order", "misc", "howpublished", "legal_case"),
        ("treaty", "misc", "howpublished", "treaty"),
        ("resolution", "misc", "howpublished", "legislation"),
        ("encyclopedia", "incollection", "booktitle", "entry-encyclopedia"),
        ("press release", "misc", "howpublished", "document"),
        ("dataset", "misc", "howpublished", "dataset"),
        ("map", "misc", "howpublished", "map"),
        ("another", "misc", "howpublished", "document"),
    ],
)
def test_each_kind_of_source_has_its_words(kind, entry, place, item):
    """BibTeX knows few kinds and CSL many."""
    source = {**WHOLE, "kind": kind}

    assert (csl(source)["type"], bibtex(source).split("{")[0]) == (item, f"@{entry}")
    assert f'{place} = "An outlet"' in bibtex(source)


def test_a_work_is_given_in_every_form():
    """Plain, BibTeX, CSL-JSON."""
    forms = citations(WHOLE)

    assert forms["Plain"] == cite(WHOLE)
    assert forms["BibTeX"].startswith("@techreport")
    assert json.loads(forms["CSL-JSON"]) == [csl(WHOLE)]
