"""Tables as charts: who says what, how a number grew, what happened when."""
