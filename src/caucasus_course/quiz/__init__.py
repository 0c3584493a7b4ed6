"""Quizzes: reading a bank, marking an answer, showing both in a notebook.

Nothing is imported here, so that a page of maps does not pay for widgets: take `quiz.widget.Quiz`,
`quiz.reflection.Reflection`, `quiz.bank.read_bank` and `quiz.marking.mark` by their full names.
"""
