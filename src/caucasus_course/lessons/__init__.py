"""The course's notebooks as files: find them, copy them, run them, open them."""
