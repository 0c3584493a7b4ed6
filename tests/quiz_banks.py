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

# One question of each further kind; the keys that may never cross to a page before an answer end in -KEY.
WIDE = """
format = 1
lesson = "02"
title = "Every kind"

[[question]]
id = "o1"
kind = "order"
stem = "Which came first?"
objective = 1
level = "apply"
source_ids = []
points = 3
hint = "HINT-KEY Begin with the ford."
hint_cost = 0.5
wrong_reply = "ORDER-WRONG-KEY Think of the river."

[[question.item]]
id = "ford"
text = "The ford"
reply = "FORD-KEY First."

[[question.item]]
id = "bridge"
text = "The bridge"
reply = "BRIDGE-KEY Second."

[[question.item]]
id = "tunnel"
text = "The tunnel"
reply = "TUNNEL-KEY Third."

[[question]]
id = "m1"
kind = "match"
stem = "What belongs to what?"
objective = 2
level = "recall"
source_ids = []
points = 2
distractors = ["a lake"]
wrong_reply = "MATCH-WRONG-KEY Look at the legend."

[[question.pair]]
id = "araks"
text = "Araks"
match = "a river"
reply = "ARAKS-KEY Yes."

[[question.pair]]
id = "murov"
text = "Murov"
match = "a ridge"
reply = "MUROV-KEY Yes."

[[question]]
id = "t1"
kind = "text"
stem = "Which town lies on which kind of way?"
objective = 3
level = "source"
source_ids = []
points = 2
keywords = [["corridor", "passage"]]
place_ids = ["east-town"]
right_reply = "TEXT-KEY It does."
wrong_reply = "TEXT-WRONG-KEY Read again."

[[question]]
id = "p1"
kind = "place"
stem = "Where does the old town lie?"
objective = 4
level = "apply"
source_ids = []
tries = 2

[[question.option]]
id = "a"
text = "In the west"
place_id = "west-town"
is_right = false
reply = "WEST-KEY That is another town."

[[question.option]]
id = "b"
text = "In the east"
place_id = "east-town"
is_right = true
reply = "EAST-KEY There it lies."
"""
SQUARE = {"type": "Polygon", "coordinates": [[[46.0, 39.5], [46.3, 39.5], [46.3, 39.8], [46.0, 39.8], [46.0, 39.5]]]}
ATLAS = {None: {"west-town": SQUARE, "east-town": {"type": "Point", "coordinates": [46.8, 39.7]}}}
NAMES = {"east-town": ("East Town", "Şərq", "Արևելք", "Восток")}
