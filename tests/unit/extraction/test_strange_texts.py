"""Whatever a text is made of, each fact stands where it says, and the end comes soon.

How soon is measured by `python -m benchmarks.extracting`; a text that took more than its length
would make these tests feel endless.
"""

import unicodedata
from collections.abc import Callable

import pytest

from benchmarks.extracting import article, hard
from ingestd.evaluation.gold import GoldDocument, gold_of
from ingestd.extraction.rules import RulesExtractor
from ingestd.pipeline.soundness import faults_of
from tests.fixtures.machine import CLONE

DEVELOPMENT = CLONE / "tests" / "corpus" / "development"
ARABIC = "\n\nأعلنت الشركة يوم الثلاثاء أنها وقعت الاتفاق.\n"
FAMILY = "\U0001f469\u200d\U0001f469\u200d\U0001f467"
CHANGES: dict[str, Callable[[str], str]] = {
    "as it stands": lambda text: text,
    "composed": lambda text: unicodedata.normalize("NFC", text),
    "decomposed": lambda text: unicodedata.normalize("NFD", text),
    "line ends of Windows": lambda text: text.replace("\n", "\r\n"),
    "emoji": lambda text: text.replace(" ", f" {FAMILY} ", 40),
    "right to left": lambda text: ARABIC.join(text.split("\n\n")),
    "no breaks": lambda text: text.replace("\n", " "),
    "soft hyphens": lambda text: text.replace("tion", "ti\u00adon").replace(" ", "\u00a0", 60),
    "capitals": lambda text: text.upper(),
}
GOLD = gold_of(DEVELOPMENT)
NEWS = "".join((DEVELOPMENT / f"{gold.id}.txt").read_text("utf-8") for gold in GOLD)[:5000]


@pytest.fixture(scope="module")
def extractor() -> RulesExtractor:
    return RulesExtractor()


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("gold", GOLD[::6], ids=lambda gold: gold.id)
def test_every_quote_stands_where_it_is_said_to_stand(
    extractor: RulesExtractor, gold: GoldDocument, change: str
) -> None:
    text = CHANGES[change]((DEVELOPMENT / f"{gold.id}.txt").read_text("utf-8"))

    extraction = extractor.extract(article(text, gold.lang))

    assert list(faults_of(extraction, text)) == []
    assert change == "capitals" or extraction.entities


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("name", hard(""))
def test_texts_made_to_be_slow_have_an_end(
    extractor: RulesExtractor, name: str, language: str | None
) -> None:
    text = hard(NEWS, letters=10_000)[name]

    extraction = extractor.extract(article(text, language))

    assert list(faults_of(extraction, text)) == []
