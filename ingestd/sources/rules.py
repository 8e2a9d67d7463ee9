"""What a source's own rules keep out; pure.

Words are whole words, in any case; patterns are RE2, which takes time in proportion to the
text whatever is asked. Where a rule says what must be there, one of its words or patterns is
enough; every rule must let a document through.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import Any

import msgspec

YEAR, MONTH = len("2021"), len("2021-11")


class Told(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """What is known of a document; `text` is None before it is read."""

    title: str | None = None
    published: str | None = None
    text: str | None = None
    language: str | None = None


class Rules(msgspec.Struct, frozen=True, kw_only=True):
    """The rules of one source. `max_age` is in seconds; 0 is any age."""

    words: tuple[str, ...] = ()
    not_words: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()
    not_patterns: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    max_age: float = 0.0
    withdraw: bool = False

    @property
    def names(self) -> frozenset[str]:
        """Every rule, as an event names it: with what it asks, so that another one differs."""
        each = (
            (kind, [one])
            for kind in ("not_words", "not_patterns")
            for one in getattr(self, kind)
        )
        whole = ((kind, getattr(self, kind)) for kind in ("words", "patterns", "languages"))
        names = {_name(kind, asked) for kind, asked in (*each, *whole) if asked}
        return frozenset(names | {self._age_rule} if self.max_age else names)

    @property
    def are_any(self) -> bool:
        """Whether anything can be kept out at all."""
        return bool(self.max_age) or self.need_text

    @property
    def need_text(self) -> bool:
        """Whether some rule cannot be decided by title and date alone."""
        asked = (self.words, self.not_words, self.patterns, self.not_patterns, self.languages)
        return any(asked)

    @property
    def _age_rule(self) -> str:
        return _name("max_age", [f"{self.max_age:g}s"])

    def broken(self, told: Told, *, now: datetime, is_new: bool) -> str | None:
        """Name the first rule that keeps a document out; None where none does.

        Before its text is read, only what is certain. Age keeps out only what `is_new`: an
        article that grows old is corrected still.
        """
        if is_new and self._is_too_old(told.published, now):
            return self._age_rule
        return next(self._broken(told), None)

    def _broken(self, told: Told) -> Iterator[str]:
        shown = "\n".join(part for part in (told.title, told.text) if part)
        kept_out = (
            *(("not_words", word) for word in self.not_words if _has_word(word, shown)),
            *(("not_patterns", one) for one in self.not_patterns if _has_pattern(one, shown)),
        )
        yield from (_name(kind, [asked]) for kind, asked in kept_out)
        if told.text is not None:
            yield from self._missing(told, shown)

    def _missing(self, told: Told, shown: str) -> Iterator[str]:
        if self.words and not any(_has_word(word, shown) for word in self.words):
            yield _name("words", self.words)
        if self.patterns and not any(_has_pattern(one, shown) for one in self.patterns):
            yield _name("patterns", self.patterns)
        if self.languages and told.language not in self.languages:
            yield _name("languages", self.languages)

    def _is_too_old(self, published: str | None, now: datetime) -> bool:
        if not self.max_age or not published:
            return False
        last = _last_moment(published)
        return last is not None and now - last > timedelta(seconds=self.max_age)


def rules_of(options: str) -> Rules:
    """Read the rules out of a source's options, canonical JSON."""
    return msgspec.json.decode(options, type=Rules)


def compiled(pattern: str) -> Any:
    """Make a pattern ready; raises ValueError that says what is wrong with it."""
    import re2  # noqa: PLC0415 - only for those who use patterns

    options = re2.Options()
    options.log_errors = False
    try:
        return re2.compile(pattern, options)
    except re2.error as error:
        said = error.args[0]
        reason = said.decode("utf-8", "replace") if isinstance(said, bytes) else said
        raise ValueError(f"should be a pattern of RE2: {reason}") from None


_ready = lru_cache(maxsize=1024)(compiled)


def _has_pattern(pattern: str, text: str) -> bool:
    return _ready(pattern).search(text) is not None


@lru_cache(maxsize=1024)
def _word(word: str) -> re.Pattern[str]:
    parts = r"\s+".join(map(re.escape, _plain(word).split()))
    return re.compile(rf"(?<!\w){parts}(?!\w)")


def _has_word(word: str, text: str) -> bool:
    return _word(word).search(_plain(text)) is not None


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", text.casefold())


def _name(kind: str, asked: Sequence[str]) -> str:
    return f"{kind} = {', '.join(asked)}"


def _last_moment(published: str) -> datetime | None:
    """The latest moment that a date may mean: a whole year or month, where that is all it says."""
    try:
        if len(published) == YEAR:
            last: date = date(int(published), 12, 31)
        elif len(published) == MONTH:
            year, month = map(int, published.split("-"))
            last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
        else:
            moment = datetime.fromisoformat(published)
            if len(published) > len("2021-11-11"):
                return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
            last = moment.date()
    except ValueError:
        return None
    return datetime(last.year, last.month, last.day, 23, 59, 59, tzinfo=UTC)
