"""A small newsroom: facts as steps would record them, folded as the daemon folds them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import MappingProxyType
from typing import Required, TypedDict, Unpack

from pydantic import SecretStr

from ingestd.app import App
from ingestd.config.settings import Settings, StoreSettings
from ingestd.events import (
    DocumentExtracted,
    DocumentParsed,
    DocumentReceived,
    DocumentRejected,
    Draft,
    Event,
    ExtractedDeal,
    ExtractedEntity,
    ExtractedParty,
    Extraction,
    Money,
    Quote,
    SourceFailed,
    SourceRegistered,
)
from ingestd.events.facts import DealStatus, EntityType, PartyRole
from ingestd.events.ids import document_id

BEGINNING = datetime(2021, 11, 12, 8, 30, tzinfo=UTC)

ENGLISH = """Firms sign memorandums in Moscow
At the end of the round-table, Biopharma and T&T Group signed memorandums of understanding with Sistema Biotech and Bronemed of Russia.
Oleg Nizhelsky, General Director of Bronemed, said that both <countries> & their firms have adequate resources 🧪 for vaccines."""
SAID = "Biopharma and T&T Group signed memorandums of understanding with Sistema Biotech and Bronemed of Russia."

FRENCH = """Table ronde à Moscou
La table ronde s'est clôturée par la signature d'un protocole d'accord entre Biopharma et Sistema Biotech."""
DIT = "la signature d'un protocole d'accord entre Biopharma et Sistema Biotech."

HOSTILE = '<script>document.title="owned"</script><img src=x onerror=alert(1)>'
HOSTILE_TEXT = f"""{HOSTILE}
{HOSTILE} Ltd supplies "quotes' & <b>ampersands</b> to Bronemed.
"><svg onload=alert(2)> javascript:alert(3)
{"endless" * 60}"""


class Says(TypedDict, total=False):
    """What `publish` can be told of a text."""

    language: Required[str | None]
    people: Sequence[tuple[str, EntityType]]
    aliases: Mapping[str, str]
    deals: "Sequence[Told]"
    title: str | None
    url: str | None
    revises: str | None
    revision: int


@dataclass(frozen=True, kw_only=True)
class Told:
    """A deal by the words of those in it."""

    type: str
    parties: Sequence[tuple[str, PartyRole | None]]
    evidence: Sequence[str]
    products: Sequence[str] = ()
    witnesses: Sequence[str] = ()
    value: Money | None = None
    status: DealStatus = "signed"


class Newsroom:
    """One store in a folder, a second older with every fact."""

    def __init__(self, folder: Path, *, url: str | None = None) -> None:
        self._ticks = 0
        store = StoreSettings(url=SecretStr(url) if url else None)
        self.app = App(Settings(data_dir=folder, store=store), clock=self._tick)
        self.app.project()

    def _tick(self) -> datetime:
        self._ticks += 1
        return BEGINNING + timedelta(seconds=self._ticks)

    def record(self, *facts: Event) -> None:
        """Append facts and fold them."""
        with self.app.database.writing() as connection:
            self.app.log.append(connection, [Draft(event=f, actor="test@1") for f in facts])
        while self.app.project():
            pass

    def publish(self, text: str, **told: Unpack[Says]) -> str:
        """Take in an article with what an extractor says of it; return its id."""
        article, facts = self.drafted(text, **told)
        self.record(*facts)
        return article

    def drafted(
        self,
        text: str,
        *,
        language: str | None,
        people: Sequence[tuple[str, EntityType]] = (),
        aliases: Mapping[str, str] = MappingProxyType({}),
        deals: Sequence[Told] = (),
        title: str | None = None,
        url: str | None = None,
        revises: str | None = None,
        revision: int = 1,
    ) -> tuple[str, list[Event]]:
        """Return an article's id and the facts of its coming in."""
        blob = self.app.blobs.put(text.encode())
        article = revises or document_id(blob)
        received = DocumentReceived(
            document=article,
            revision=revision,
            source="drop",
            origin=f"file:///news/{article}.txt",
            blob=blob,
            media_type="text/plain",
            size=len(text),
            url=url,
        )
        parsed = DocumentParsed(
            document=article,
            revision=revision,
            blob=blob,
            text=blob,
            language=language,
            title=title or text.partition("\n")[0] or None,
            published="2021-11",
            author=None,
            words=len(text.split()),
            blocks=(),
            parser="test@1",
        )
        extracted = DocumentExtracted(
            document=article,
            revision=revision,
            text=blob,
            language=language,
            extractor="test",
            version="1",
            extraction=Extraction(
                entities=tuple(_entity(text, aliases, *person) for person in people),
                deals=tuple(_deal(text, people, deal) for deal in deals),
            ),
        )
        return article, [received, parsed, extracted]


def _entity(
    text: str, aliases: Mapping[str, str], name: str, kind: EntityType
) -> ExtractedEntity:
    is_person = kind == "person"
    return ExtractedEntity(
        name=name,
        type=kind,
        mentions=tuple(_places(text, name)),
        aliases=(aliases[name],) if name in aliases else (),
        country="RU" if name == "Bronemed" else None,
        role="General Director" if is_person else None,
        affiliation="Bronemed" if is_person else None,
    )


def _places(text: str, words: str) -> Iterator[Quote]:
    start = text.find(words)
    while start >= 0:
        yield Quote(start=start, end=start + len(words), text=words)
        start = text.find(words, start + 1)


def _deal(text: str, people: Sequence[tuple[str, EntityType]], told: Told) -> ExtractedDeal:
    names = [name for name, _ in people]
    return ExtractedDeal(
        type=told.type,  # type: ignore[arg-type]  # tests say it in words
        status=told.status,
        parties=tuple(
            ExtractedParty(entity=names.index(name), role=role) for name, role in told.parties
        ),
        evidence=tuple(next(_places(text, words)) for words in told.evidence),
        products=tuple(names.index(name) for name in told.products),
        witnesses=tuple(names.index(name) for name in told.witnesses),
        date="2021-11-11",
        value=told.value,
        confidence=0.9,
    )


@dataclass(frozen=True, kw_only=True)
class Stories:
    """The ids of what the newsroom holds."""

    english: str
    french: str
    hostile: str
    revised: str


def furnish(room: Newsroom) -> Stories:
    """Two articles on the same deals, a hostile one, a revised one, and what goes wrong."""
    room.record(
        SourceRegistered(source="drop", kind="folder", address="/news", options="{}"),
        SourceRegistered(
            source="wire", kind="feed", address="https://wire.example/rss", options="{}"
        ),
        SourceFailed(
            source="wire", reason="503 from the wire", hint="wait for it", retryable=True
        ),
        DocumentRejected(
            source="drop",
            origin="file:///news/holiday.jpg",
            stage="intake",
            reason="this is a picture",
            hint="put texts there",
        ),
    )
    return Stories(
        english=_english(room),
        french=_french(room),
        hostile=_hostile(room),
        revised=_revised(room),
    )


def _english(room: Newsroom) -> str:
    return room.publish(
        ENGLISH,
        language="en",
        url="https://news.example/memorandums",
        people=[
            ("Biopharma", "company"),
            ("T&T Group", "company"),
            ("Sistema Biotech", "company"),
            ("Bronemed", "company"),
            ("Oleg Nizhelsky", "person"),
            ("vaccines", "product"),
        ],
        deals=[
            Told(
                type="mou",
                parties=[("Biopharma", None), ("Sistema Biotech", None)],
                evidence=[SAID],
            ),
            Told(
                type="mou",
                parties=[("T&T Group", "partner"), ("Bronemed", "partner")],
                evidence=[SAID, "Oleg Nizhelsky, General Director of Bronemed"],
                products=["vaccines"],
                witnesses=["Oleg Nizhelsky"],
                value=Money(amount=39_000_000, currency="USD"),
            ),
        ],
    )


def _french(room: Newsroom) -> str:
    return room.publish(
        FRENCH,
        language="fr",
        people=[("Biopharma", "company"), ("Sistema Biotech", "company")],
        deals=[
            Told(
                type="mou",
                parties=[("Biopharma", None), ("Sistema Biotech", None)],
                evidence=[DIT],
            )
        ],
    )


def _hostile(room: Newsroom) -> str:
    name = f"{HOSTILE} Ltd"
    return room.publish(
        HOSTILE_TEXT,
        language="en",
        title=f"{HOSTILE} {'endless' * 30}",
        url="javascript:alert(4)",
        people=[(name, "company"), ("Bronemed", "company")],
        deals=[
            Told(
                type="supply",
                parties=[(name, "supplier"), ("Bronemed", "buyer")],
                evidence=[HOSTILE_TEXT.splitlines()[1]],
            )
        ],
    )


def _revised(room: Newsroom) -> str:
    article = room.publish(
        "A plant is planned\nBronemed plans a plant.",
        language="en",
        people=[("Bronemed", "company")],
    )
    return room.publish(
        "A plant is built\nIt was said that Bronemed builds a plant.",
        language="en",
        people=[("Bronemed", "company")],
        revises=article,
        revision=2,
    )
