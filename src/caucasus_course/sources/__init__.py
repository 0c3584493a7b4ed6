"""Source cards, boards and wordings: a source is read, doubted and compared."""
