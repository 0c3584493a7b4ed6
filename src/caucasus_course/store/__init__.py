"""The file that holds the learner's record: its format, and how it is opened."""
