"""The clues to relations that a language has; imported with the first text in it."""

from ingestd.extraction.languages.pack import Clue


def clues_of(code: str) -> tuple[Clue, ...]:
    """The clues of one language; none where nobody wrote any."""
    if code == "en":
        from ingestd.extraction.languages.en_relations import CLUES  # noqa: PLC0415 - large

        return CLUES
    return ()
