"""What each language supplies: words and patterns, no logic."""
