"""Quizzes: reading a bank, marking an answer, showing both in a notebook.

The folder is not called quiz, because it would take the place of the function `quiz` in the package.
Nothing is imported here, so that a page of maps does not pay for widgets: take `quizzes.widget.Quiz`,
`quizzes.reflection.Reflection`, `quizzes.bank.read_bank` and `quizzes.marking.mark` by their full names.
"""
