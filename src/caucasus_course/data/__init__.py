"""The course's tables and what one asks of them."""
