"""The words that a lesson uses: each finds its data by name and hands it to its display."""
