"""For those who write: the audit, figures and days in prose, advice on quizzes, generated pages."""
