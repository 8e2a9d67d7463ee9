"""The rules in children: the same answers, and an end to a text that makes them stall."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from ingestd.confinement.children import Children
from ingestd.confinement.task import Patience, Task
from ingestd.events import DocumentExtracted, DocumentRejected, Extraction
from ingestd.extraction import apart
from ingestd.extraction.apart import EXTRACT, ConfinedRules
from ingestd.extraction.extractor import Article
from ingestd.extraction.registry import Surroundings, load_extractor
from ingestd.parsing.parse import parse
from ingestd.parsing.parsed import Claims
from ingestd.pipeline import follower
from ingestd.pipeline.extract import extract_step
from ingestd.pipeline.parse import parse_step
from ingestd.pipeline.step import Tools
from tests.fixtures.building import SOURCE
from tests.fixtures.shelves import body, found, take_in
from tests.fixtures.stores import told
from tests.integration.extraction import stalling

NEWS = Path(__file__).parents[2] / "corpus" / "development"


@pytest.fixture
def children() -> Iterator[Children]:
    children = Children(1)
    yield children
    children.close()


def article(path: Path) -> Article:
    parsed = parse(path.read_bytes(), "text/plain", Claims())
    return Article(
        text=parsed.text,
        blocks=parsed.blocks,
        language=parsed.language,
        published=parsed.published,
    )


@pytest.mark.parametrize("language", ["en", "fr", "vi", "ru"])
def test_the_rules_say_the_same_in_a_child_as_here(language: str, children: Children) -> None:
    children.warm(apart.WARM)
    confined = load_extractor("rules", Surroundings(confinement=children))
    here = load_extractor("rules")
    news = article(min(NEWS.glob(f"{language}_*.txt")))

    said = confined.extract(news)

    assert said == here.extract(news)
    assert said.entities
    assert (confined.name, confined.version) == (here.name, here.version)


class Stalling(ConfinedRules):
    """The rules, with a weakness."""

    def extract(self, article: Article) -> Extraction:
        place = f"{stalling.__name__}:read"
        task = Task(place, EXTRACT.asks, EXTRACT.answers, Patience(seconds=4, work=20))
        return self._confinement.run(task, article)


def test_a_text_that_takes_too_long_is_set_aside_and_the_next_goes_on(
    tools: Tools, children: Children
) -> None:
    children.warm(apart.WARM)  # to load takes long where others work, too
    confined = replace(tools, extractors=(Stalling(children),))
    take_in(found("a", body("Acme Ltd will stall.")), source=SOURCE, tools=tools)
    take_in(found("b", body("Acme Ltd bought Globex Ltd.")), source=SOURCE, tools=tools)

    while any(follower.advance(step, confined) for step in (parse_step, extract_step)):
        pass

    *_, rejected, extracted = told(tools.database, tools.log)
    assert isinstance(rejected, DocumentRejected)
    assert rejected.reason.endswith(": reading it took over 4 s")
    assert isinstance(extracted, DocumentExtracted)
    assert extracted.extraction.entities
