"""What a learner writes and answers: the record, the passport, the portfolio, the boxes to write in."""
