"""The extractor `llm`: a language model behind an API, believed as far as the text bears it out."""

from dataclasses import replace
from hashlib import sha256

import msgspec

from ingestd.config.extraction import LlmSettings
from ingestd.events.facts import Extraction, Usage
from ingestd.events.ids import digest
from ingestd.extraction.extractor import Article
from ingestd.extraction.models.answer import SCHEMA, Told, read
from ingestd.extraction.models.apis import Said
from ingestd.extraction.models.asking import Asking, Pause
from ingestd.extraction.models.grounding import Grounds
from ingestd.extraction.models.locating import Located
from ingestd.extraction.models.prompt import INSTRUCTIONS, question
from ingestd.extraction.models.windows import windows
from ingestd.fetching.http import GuardedWeb

MILLION = 1_000_000


class LlmExtractor:
    """Entities and deals as a model tells them, each sought in the text.

    It asks over the network: `remote`. `pause` waits between two tries.
    """

    name = "llm"
    remote = True

    def __init__(self, settings: LlmSettings, web: GuardedWeb, pause: Pause) -> None:
        self._settings = settings
        self._asking = Asking(settings, web, pause)
        self.version = _version(settings)

    def extract(self, article: Article) -> Extraction:
        """Ask about each piece. Raises UnavailableError, or UnreadableError."""
        grounds, spent = Grounds(Located(article.text)), _Spent()
        pieces = windows(article.text, self._settings.window, self._settings.overlap)
        for start, end in pieces if article.text.strip() else ():
            told = question(
                article.text[start:end],
                published=article.published,
                language=article.language,
            )
            body = self._asking.body(told)
            spent.asked(body)
            grounds.take(self._asking.ask(body, spent.read), start, end)
        usage = spent.usage(self._settings, dropped=grounds.dropped)
        return replace(grounds.extraction(), usage=usage)


class _Spent:
    """What asking took so far; an answer that could not be used was paid for, too."""

    def __init__(self) -> None:
        self._tokens_in = self._tokens_out = 0
        self._model = ""
        self._asked, self._answered = sha256(), sha256()

    def read(self, said: Said) -> Told:
        """Count an answer, and take it apart. Raises MalformedAnswerError."""
        self._tokens_in += said.tokens_in
        self._tokens_out += said.tokens_out
        told = read(said.answer)
        self._model = said.model
        self._answered.update(said.answer.encode())
        return told

    def asked(self, body: bytes) -> None:
        """Count a question."""
        self._asked.update(body)

    def usage(self, settings: LlmSettings, *, dropped: int) -> Usage:
        """What is recorded of it."""
        return Usage(
            model=self._model or settings.model,
            prompt=self._asked.hexdigest(),
            answer=self._answered.hexdigest(),
            tokens_in=self._tokens_in,
            tokens_out=self._tokens_out,
            cost=self._cost(settings),
            dropped=dropped,
        )

    def _cost(self, settings: LlmSettings) -> float | None:
        if settings.price_in is None or settings.price_out is None:
            return None
        paid = self._tokens_in * settings.price_in + self._tokens_out * settings.price_out
        return round(paid / MILLION, 9)


def _version(settings: LlmSettings) -> str:
    """What answers depend on, as far as it is ours: model, prompt, schema, windows."""
    shown = settings.model, settings.api, settings.window, settings.overlap
    told = repr((*shown, settings.max_tokens, INSTRUCTIONS)).encode()
    return f"{settings.model}-{digest(told + msgspec.json.encode(SCHEMA))[:8]}"
