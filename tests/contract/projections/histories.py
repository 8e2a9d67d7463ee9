"""Histories of documents and sources, as a log may hold them."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from hypothesis import strategies as some

from ingestd.events import (
    Claiming,
    DealCorrected,
    DealJudged,
    DealsMerged,
    DealSplit,
    DocumentExtracted,
    EntitiesMerged,
    EntityCorrected,
    EntitySplit,
    Event,
    ExtractedDeal,
    ExtractedEntity,
    ExtractedFigure,
    ExtractedParty,
    ExtractionPolicyChanged,
    IdsRedirected,
    JudgementUndone,
    Money,
    Quote,
    Redirect,
    Telling,
)
from ingestd.events.judgements import name_key
from ingestd.events.subjects import place_id
from ingestd.projections.deal_claims import claims_of
from ingestd.resolution import fold
from tests.fixtures.building import (
    changed,
    deal,
    disappeared,
    document,
    entity,
    erased,
    erased_at,
    extracted,
    failed,
    fell_silent,
    filtered,
    found_again,
    moved,
    network_found,
    network_lost,
    origin,
    parsed,
    polled,
    received,
    recovered,
    registered,
    rejected,
    removed,
    resumed,
    retried,
    source_moved,
    stopped,
)

NAMES = ("a", "b", "c")
PEOPLE = (
    replace(entity("Maria Ivanova", type="person"), role="director", affiliation="Globex"),
    replace(entity("Nguyễn Văn Đức", type="person"), role="minister"),
)
COMPANIES = (
    ExtractedEntity(
        name="Acme Pharma",
        type="company",
        mentions=(Quote(start=0, end=11, text="Acme Pharma"),),
        aliases=("AP",),
        country="VN",
    ),
    entity("Globex Holding"),
    entity("Globex"),
)
SIGNED = ExtractedDeal(
    type="technology_transfer",
    status="signed",
    parties=(
        ExtractedParty(entity=0, role="transferor"),
        ExtractedParty(entity=1, role="recipient"),
    ),
    evidence=(Quote(start=0, end=11, text="Acme Pharma"),),
    witnesses=(2,),
    subject="vaccine production",
    value=Money(amount=1.5e6, currency="USD"),
    date="2021-11-11",
    confidence=0.9,
)
PLANNED = deal(0, 1, status="planned", date="2021-11")
FIGURES = (
    ExtractedFigure(
        measure="exports",
        evidence=Quote(start=0, end=11, text="Acme Pharma"),
        goods="Vaccines",
        origin=0,
        destination_country="RU",
        value=Money(amount=3.9e7, currency="USD"),
        period="2021-01-01/2021-10-31",
        change=2.5,
    ),
    ExtractedFigure(
        measure="sales",
        evidence=Quote(start=0, end=4, text="Acme"),
        origin=0,
        destination=1,
        quantity=2e6,
        unit="doses",
    ),
)
WORDS: dict[str, Any] = {"sketch": tuple(range(20)), "figures": ("--11-11", "1500000")}
OTHER_WORDS: dict[str, Any] = {"sketch": tuple(range(100, 120)), "figures": ("--12-24",)}


def places_of(name: str) -> tuple[str, ...]:
    """Where a document and its copy are, as its erasure tells it."""
    return tuple(place_id(origin(where)) for where in (name, f"{name}-copy"))


def called(name: str, words: str) -> Telling:
    """Where a document tells of somebody by a name."""
    return Telling(article=document(name), name=name_key(fold(words)))


def claimed(event: DocumentExtracted) -> tuple[Claiming, ...]:
    """The deals that an extraction tells of, as judgements name them."""
    return tuple(
        Claiming(article=event.document, seed=each.seed) for each in claims_of(event, 0)
    )


def telling(name: str, revision: int = 1, *, version: str = "1") -> DocumentExtracted:
    """What an extractor said: of one and the same deal, with more or fewer names."""
    which = NAMES.index(name) + revision
    entities = (COMPANIES[0], COMPANIES[1 + which % 2], PEOPLE[which % 2])
    event = extracted(
        name,
        *entities,
        deals=(SIGNED,) if which % 2 else (PLANNED, SIGNED),
        revision=revision,
        version=version,
    )
    return replace(event, extraction=replace(event.extraction, figures=FIGURES[: which % 3]))


def told_too(name: str, revision: int = 1) -> DocumentExtracted:
    """What another extractor said: the same as the first, or as of another revision."""
    return replace(telling(name, revision), extractor="llm")


LIFE: tuple[Event, ...] = (
    registered("wire"),
    registered("other", address="/other"),
    received("a"),
    received("b", url="https://a.example/b", title="Told by the feed"),
    rejected("c", stage="intake"),
    parsed("a", **OTHER_WORDS),
    polled("wire", accepted=2, rejected=1),
    rejected("b", stage="parse"),
    telling("a"),
    found_again("a", at="copy", source="other"),
    received("c"),
    failed("other"),
    parsed("c", language="fr", published="2021", **OTHER_WORDS),
    telling("c"),
    received("a", revision=2),
    IdsRedirected(
        projection="knowledge", code=1, redirects=(Redirect(old="ent_old", new="ent_new"),)
    ),
    retried("b"),
    parsed("b", **WORDS),
    telling("b"),
    recovered("other"),
    parsed("a", revision=2, title="A new title", **WORDS),
    telling("a", 2),
    rejected("a", stage="extract", reason="another extractor failed", revision=2),
    telling("c", version="2"),
    changed("wire", address="/moved"),
    polled("wire", revised=1, unchanged=3),
    source_moved("wire"),
    fell_silent("wire"),
    stopped("other"),
    network_lost(),
    network_found(),
    resumed("other"),
    failed("other", reason="gone"),
    removed("other"),
    registered("other", address="/other"),
    rejected("copy", stage="intake"),
    found_again("a", at="copy", source="other"),
    received("d"),
    rejected("d-copy", stage="intake"),
    parsed("d"),
    rejected("d", stage="extract"),
    found_again("d", at="d-copy"),
    rejected("d-copy", stage="intake", reason="it cannot be read any more"),
    filtered("d-copy"),
    received("e"),
    moved("e", to="e-moved"),
    parsed("e"),
    rejected("e", stage="extract"),
    disappeared("e", at="e-moved", withdrawn=True),
    found_again("e", at="e-moved", again=True),
    filtered("f", rule="max_age = 60s"),
    erased("d", places=places_of("d")),
    erased_at("d", at="d-copy"),
    told_too("c"),
    ExtractionPolicyChanged(extractors=("rules", "llm"), believe="llm"),
    EntitiesMerged(
        entity="ent_one",
        other="ent_other",
        tellings=(called("c", "Maria Ivanova"),),
        other_tellings=(called("b", "Nguyễn Văn Đức"),),
        by="anna",
    ),
    DealJudged(deal="deal_one", claims=claimed(telling("c")), verdict="confirmed", by="anna"),
)


JUDGED = (
    EntitiesMerged, EntitySplit, EntityCorrected,
    DealsMerged, DealSplit, DealCorrected, DealJudged,
)  # fmt: skip


class Author:
    """Writes a history move by move; a move that cannot be is left out."""

    def __init__(self) -> None:
        self.history: list[Event] = []
        self.revisions = dict.fromkeys(NAMES, 0)
        self.read: set[tuple[str, int]] = set()
        self.erased: set[str] = set()

    def receive(self, name: str) -> None:
        self.revisions[name] += 1
        self.history.append(received(name, revision=self.revisions[name]))

    def parse(self, name: str) -> None:
        if revision := self.revisions[name]:
            self.read.add((name, revision))
            words = WORDS if (revision + NAMES.index(name)) % 3 else OTHER_WORDS
            self.history.append(parsed(name, revision=revision, **words))

    def extract(self, name: str) -> None:
        for revision in (self.revisions[name], self.revisions[name] - 1):
            if (name, revision) in self.read:
                self.history.append(telling(name, revision))
                return

    def reject(self, name: str) -> None:
        if revision := self.revisions[name]:
            self.history.append(rejected(name, revision=revision))
        else:
            self.history.append(rejected(name, stage="intake"))

    def lose(self, name: str) -> None:
        self.history.append(rejected(name, stage="intake", reason="it cannot be read"))

    def find_again(self, name: str) -> None:
        if self.revisions[name]:
            self.history.append(found_again(name, at=f"{name}-copy"))

    def move(self, name: str) -> None:
        if self.revisions[name]:
            self.history.append(moved(name, to=f"{name}-copy"))

    def leave(self, name: str) -> None:
        if self.revisions[name]:
            self.history.append(disappeared(name))

    def withdraw(self, name: str) -> None:
        if self.revisions[name]:
            self.history.append(disappeared(name, at=f"{name}-copy", withdrawn=True))

    def come_back(self, name: str) -> None:
        if self.revisions[name]:
            self.history.append(found_again(name, at=name, again=True))

    def filter(self, name: str) -> None:
        self.history += [filtered(name), filtered(f"{name}-copy", rule="words = a")]

    def fail(self, name: str) -> None:
        self.history += [registered(name), failed(name)]

    def end(self, name: str) -> None:
        self.history += [recovered(name), removed(name)]

    def merge(self, name: str) -> None:
        others = [each for each in NAMES if each != name]
        self.history += [
            EntitiesMerged(
                entity="ent_one",
                other="ent_other",
                tellings=(called(name, "Maria Ivanova"), called(name, "Acme Pharma")),
                other_tellings=tuple(called(other, "Nguyễn Văn Đức") for other in others),
                by="anna",
            ),
            DealsMerged(
                deal="deal_one",
                other="deal_other",
                claims=claimed(telling(name)),
                other_claims=claimed(telling(others[0])),
                by="anna",
            ),
        ]

    def split(self, name: str) -> None:
        self.history += [
            EntitySplit(
                entity="ent_one",
                into=f"ent_apart_{name}",
                leaving=(called(name, "Acme Pharma"), called(name, "Globex")),
                staying=tuple(called(each, "Acme Pharma") for each in NAMES if each != name),
                by="boris",
            ),
            DealSplit(
                deal="deal_one",
                into=f"deal_apart_{name}",
                leaving=claimed(telling(name))[:1],
                staying=claimed(telling(name))[1:],
                by="boris",
            ),
        ]

    def correct(self, name: str) -> None:
        self.history += [
            EntityCorrected(
                entity="ent_one",
                tellings=(called(name, "Globex"), called(name, "Acme Pharma")),
                name=f"Acme of {name}",
                type="organization",
                role="sponsor",
                by="anna",
            ),
            DealCorrected(
                deal="deal_one", claims=claimed(telling(name)), status="terminated", by="anna"
            ),
            DealJudged(
                deal="deal_one", claims=claimed(telling(name)), verdict="rejected", by="anna"
            ),
        ]

    def undo(self, _name: str) -> None:
        """Take the last judgement but one back, perhaps a second time."""
        judged = [
            position
            for position, event in enumerate(self.history, start=1)
            if isinstance(event, JUDGED)
        ]
        for position in judged[-2:-1]:
            self.history.append(
                JudgementUndone(judgement=position, subject="ent_one", by="anna")
            )

    def tell_too(self, name: str) -> None:
        if self.revisions[name]:
            revision = self.revisions[name]
            which = chr(ord(name) + 1) if name != NAMES[-1] else NAMES[0]
            other = replace(telling(which, revision), document=document(name), extractor="llm")
            self.history.append(other)

    def believe(self, name: str) -> None:
        """Another policy for each name."""
        whom = {"a": "first", "b": "llm", "c": "vote"}[name]
        self.history.append(ExtractionPolicyChanged(extractors=("rules", "llm"), believe=whom))

    def erase(self, name: str) -> None:
        if self.revisions[name]:
            self.erased.add(name)
            self.history.append(erased(name, places=places_of(name)))


MOVES: tuple[Callable[[Author, str], None], ...] = (
    Author.receive,
    Author.parse,
    Author.extract,
    Author.reject,
    Author.lose,
    Author.find_again,
    Author.move,
    Author.leave,
    Author.withdraw,
    Author.come_back,
    Author.filter,
    Author.fail,
    Author.end,
    Author.merge,
    Author.split,
    Author.correct,
    Author.undo,
    Author.tell_too,
    Author.believe,
    Author.erase,
)


def written(moves: list[tuple[Callable[[Author, str], None], str]]) -> list[Event]:
    author = Author()
    for move, name in moves:
        if name not in author.erased:  # it is not taken in again
            move(author, name)
    return author.history


histories = some.lists(
    some.tuples(some.sampled_from(MOVES), some.sampled_from(NAMES)), max_size=30
).map(written)
