"""Finding the line of a question, an option or a key."""

from caucasus_course.quizzes.bank_lines import find_blocks

TEXT = '''format = 1

[[question]]
id = "q1"
stem = """
[[question]]
id = "no"
"""
  [[ question . option ]]
  "text" = "x"
[[question]]
id = "q2"'''


def test_blocks_begin_at_their_headers():
    """Questions and options are found, and headers quoted in a text are not."""
    bank, questions, options = find_blocks(TEXT)

    assert (bank.line, [each.line for each in questions]) == (1, [3, 11])
    assert [[each.line for each in group] for group in options] == [[9], []]


def test_keys_are_found_in_their_block():
    """A key's line is its own; a missing key has the line of the header."""
    _, questions, options = find_blocks(TEXT)

    assert [questions[0].line_of("id"), questions[1].line_of("id"), questions[1].line_of("stem")] == [4, 12, 11]
    assert options[0][0].line_of("text") == 10
