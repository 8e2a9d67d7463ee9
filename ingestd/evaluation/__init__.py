"""How well an extractor does: what it said beside what people wrote down (gold)."""
