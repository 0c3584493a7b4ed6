"""A small bank of questions with made-up facts, shared by tests of quizzes."""

BANK = '''
format = 1
lesson = "01"
title = "Roads and <rivers>"

[[question]]
id = "q1"
kind = "one"
stem = """
Which road runs
west?

Think of the map."""
objective = 1
level = "recall"
source_ids = ["a-map"]
hint = "HINT-KEY Look left."
misconception = "MISCONCEPTION-KEY"

[[question.option]]
id = "a"
text = "The old road"
is_right = true
reply = "RIGHT-KEY It runs west."

[[question.option]]
id = "b"
text = "The <b>new</b> road"
is_right = false
reply = "WRONG-KEY It runs east."

[[question]]
id = "q2"
kind = "many"
stem = "Which rivers are on the map?"
objective = 2
level = "apply"
source_ids = []
points = 2

[[question.option]]
id = "a"
text = "Araks"
is_right = true
reply = "ARAKS-KEY In the south."

[[question.option]]
id = "b"
text = "Tartar"
is_right = true
reply = "TARTAR-KEY In the north."

[[question.option]]
id = "c"
text = "Dnieper"
is_right = false
reply = "DNIEPER-KEY Far away."

[[question]]
id = "q3"
kind = "number"
stem = "How long is the road?"
objective = 3
level = "analyse"
source_ids = ["a-map"]
answer = 4713.5
tolerance = 0.5
unit = "km"
right_reply = "NUMBER-KEY Measured along the road."
wrong_reply = "NUMBER-WRONG-KEY Measure again."
'''
