"""Vietnamese: class nouns stand in front of names, words are syllables, callings come first."""
