"""A course on the Nagorno-Karabakh conflict: maps, quizzes and source cards for its lessons."""
