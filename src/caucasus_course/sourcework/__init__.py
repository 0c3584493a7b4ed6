"""Source work: a card that opens after a prediction, a board that compares claims, voices, wordings that drift."""
