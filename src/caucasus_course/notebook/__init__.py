"""One function for each word that a lesson calls: it joins a table with a display."""
