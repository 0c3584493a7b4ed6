"""Markdown as a reader reads it."""

from caucasus_course.authoring.prose import blocks, running_prose, sections, sentences, words_of

PAGE = """## 1. Two votes

In *1991* [about 30](#claim-a) people **voted**.

| when | what |
| --- | --- |
| 2 September | a vote |

1. **Order** the steps.

```python
print(1)
```

*Sources: The Times (1991).*
"""


def test_blocks_are_named_by_what_they_are():
    """Code, sources and the rules of tables are no blocks."""
    found = [(block.kind, block.words) for block in blocks(PAGE)]

    assert found == [
        ("head", "1. Two votes"),
        ("text", "In 1991 about 30 people voted."),
        ("row", "when | what"),
        ("row", "2 September | a vote"),
        ("item", "Order the steps."),
    ]


def test_running_prose_is_what_stands_in_sentences():
    """Headings and tables have no sentences, so a reading level must not count them."""
    assert running_prose(PAGE) == "In 1991 about 30 people voted.\n\nOrder the steps."


def test_a_link_and_a_picture_are_their_words():
    """Addresses are not read."""
    assert words_of("![A map](a.png) of [Shusha](https://example.org/a_b_c)") == "A map of Shusha"


def test_a_sentence_does_not_end_at_an_initial_or_in_a_figure():
    """`T. de Waal` and `13.3` hold a sentence together."""
    assert sentences("By T. de Waal it is 13.3 percent. A. Yunusov says less. Who is right?") == [
        "By T. de Waal it is 13.3 percent.",
        "A. Yunusov says less.",
        "Who is right?",
    ]


def test_blocks_are_sorted_under_their_headings():
    """What stands before the first heading has none."""
    found = sections(blocks("A.\n## B\nC.\n## D"))

    assert [(head, [block.words for block in under]) for head, under in found] == [
        ("", ["A."]),
        ("B", ["C."]),
        ("D", []),
    ]
