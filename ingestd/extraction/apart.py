"""The rules as they are asked of a child process, which can be ended: a text may be made to stall."""

from ingestd.confinement.task import Confinement, Patience, Task
from ingestd.events.facts import Extraction
from ingestd.extraction.extractor import Article
from ingestd.extraction.rules import RulesExtractor


def read(article: Article) -> Extraction:
    """What the rules say of a text."""
    return RulesExtractor().extract(article)


def warm() -> None:
    """Load the tables of every language but those that are large; what comes of it is nobody's."""
    read(Article(text="Acme Ltd bought Globex Ltd.", blocks=(), language="en"))


PATIENCE = Patience(seconds=100, work=60)
"""An article of five megabytes takes half of that; what takes more was made to."""

EXTRACT = Task(f"{__name__}:{read.__name__}", Article, Extraction, PATIENCE)
"""For `Confinement.run`."""

WARM = f"{__name__}:{warm.__name__}"
"""For `Children.warm`."""


class ConfinedRules:
    """The rules, run where they can be ended. Raises StoppedError where they had to be."""

    name = RulesExtractor.name
    version = RulesExtractor.version

    def __init__(self, confinement: Confinement) -> None:
        self._confinement = confinement

    def extract(self, article: Article) -> Extraction:
        """Say what they say."""
        return self._confinement.run(EXTRACT, article)
