"""The built-in extractor: rules for five languages, offline, the same answer each time."""

from ingestd.events.facts import ExtractedDeal, ExtractedRelation, Extraction
from ingestd.extraction.entities import Cast, cast_of
from ingestd.extraction.extractor import Article
from ingestd.extraction.figures import figures
from ingestd.extraction.languages.choice import language_of
from ingestd.extraction.relations import relations
from ingestd.extraction.sentences import sentences
from ingestd.extraction.spots import Reading, read
from ingestd.extraction.tongues import deals_of
from ingestd.extraction.view import view


class RulesExtractor:
    """Entities by the look and company of their names, deals by clause patterns."""

    name = "rules"
    version = "3"

    def extract(self, article: Article) -> Extraction:
        """Say who and what a text names, and how they stand to each other, who agreed what."""
        seen = view(article.text)
        language = language_of(article.language, seen.low)
        reading = read(seen, sentences(seen, article.blocks), language)
        cast = _cast(reading, article.published)
        notes = () if language.known else (f"language {language.code}: names by shape only",)
        told = deals_of(reading, cast, article.published)
        return Extraction(
            entities=cast.entities,
            deals=told,
            relations=_relations(reading, cast, told),
            figures=figures(reading, cast, article.published),
            notes=notes,
        )


def _relations(
    reading: Reading, cast: Cast, deals: tuple[ExtractedDeal, ...]
) -> tuple[ExtractedRelation, ...]:
    """Those told outright; who owns whom is read off trees in Russian, where cases tell."""
    told = relations(reading, cast, deals)
    if reading.language.code != "ru":
        return told
    from ingestd.extraction.russian.owners import owners  # noqa: PLC0415 - large

    known = {frozenset({one.one, one.other}) for one in told}
    more = owners(reading, cast)
    return (*told, *(one for one in more if frozenset({one.one, one.other}) not in known))


def _cast(reading: Reading, published: str | None) -> Cast:
    """Russian is read by its own means; they load with the first text that needs them."""
    if reading.language.code != "ru":
        return cast_of(reading, published)
    from ingestd.extraction.russian.scene import cast_of_russian  # noqa: PLC0415 - large

    return cast_of_russian(reading)
