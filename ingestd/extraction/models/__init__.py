"""Extractors that ask a model: of spaCy, of GLiNER, or a language model behind an API."""
