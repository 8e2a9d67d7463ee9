"""Russian: a bundled tagger finds names, a dictionary unbends them, rules say what they are."""
