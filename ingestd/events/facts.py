"""What an extractor says of a text: the shapes inside `document.extracted`.

Spans are offsets in Unicode code points into the article's text, end exclusive, and
`text[start:end]` is the quote, letter by letter.
"""

from dataclasses import dataclass
from typing import Literal

EntityType = Literal["company", "person", "public_body", "organization", "product", "place"]
DealType = Literal[
    "mou", "agreement", "technology_transfer", "licensing", "joint_venture", "production",
    "supply", "distribution", "acquisition", "merger", "investment", "financing",
    "research_cooperation", "trade", "donation", "other",
]  # fmt: skip
DealStatus = Literal[
    "signed", "announced", "planned", "negotiating", "in_force", "completed", "terminated",
    "rumoured",
]  # fmt: skip
PartyRole = Literal[
    "transferor", "recipient", "supplier", "buyer", "seller", "licensor", "licensee",
    "investor", "target", "acquirer", "manufacturer", "distributor", "lender", "borrower",
    "partner", "donor",
]  # fmt: skip
RelationKind = Literal[
    "subsidiary", "shareholder", "acquirer", "merger", "collaboration", "competitor", "client",
    "product", "brand", "listing", "regulator",
]  # fmt: skip
FigureMeasure = Literal["exports", "imports", "trade", "output", "sales", "investment"]
BlockKind = Literal[
    "title", "heading", "metadata", "dateline", "agency", "byline", "caption", "credit",
    "question", "body",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A place in the text and what stands there."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A stretch of the text and what it is for; blocks do not overlap and keep the order."""

    kind: BlockKind
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Money:
    """An amount and its currency by ISO 4217."""

    amount: float
    currency: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """What somebody is or was, as one sentence tells it: a title, and where.

    `body` is the place of the organisation in the list of extracted entities. `since` and
    `until` are ISO 8601, possibly only YYYY or YYYY-MM, and null where the text is silent.
    """

    title: str
    told: Quote
    body: int | None = None
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtractedEntity:
    """Somebody or something the text names, with every place where it does.

    `name` is the fullest form found; `aliases` are other names the text itself equates with
    it ("Long Name (ABC)"); `reference` names an entry of the gazetteer (`country:VN`,
    `city:hanoi-vn`, `region:southeast-asia`) where there is one; `country` is ISO 3166-1
    alpha-2. `role` and `affiliation` (a name) are for persons, and tell of the foremost of
    their `offices`. `reasons` says why the type was chosen.
    """

    name: str
    type: EntityType
    mentions: tuple[Quote, ...]
    aliases: tuple[str, ...] = ()
    reference: str | None = None
    country: str | None = None
    role: str | None = None
    affiliation: str | None = None
    offices: tuple[Office, ...] = ()
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtractedParty:
    """One side of a deal; `entity` is the place in the list of extracted entities.

    `told` is where the text names it in this deal.
    """

    entity: int
    role: PartyRole | None = None
    told: Quote | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtractedDeal:
    """Who agreed what with whom, as one text tells it.

    `parties`, `witnesses` and `products` point into the list of extracted entities by place.
    `date` is ISO 8601, possibly only YYYY or YYYY-MM. `trigger`, `value_told`, `date_told`
    and `subject_told` are the places that say so. `notes` keeps doubts, such as
    `inferred_by_order`. `confidence` lies between 0 and 1.
    """

    type: DealType
    status: DealStatus
    parties: tuple[ExtractedParty, ...]
    evidence: tuple[Quote, ...]
    products: tuple[int, ...] = ()
    subject: str | None = None
    value: Money | None = None
    date: str | None = None
    witnesses: tuple[int, ...] = ()
    confidence: float = 0.5
    notes: tuple[str, ...] = ()
    trigger: Quote | None = None
    value_told: Quote | None = None
    date_told: Quote | None = None
    subject_told: Quote | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtractedRelation:
    """How two entities stand to each other, beyond any deal: `one` has the other as `kind`.

    "Alpha, a unit of Beta" makes Alpha the subsidiary: one is Beta, other is Alpha. Both are
    places in the list of extracted entities; mergers, collaborations and competitors have no
    order.
    """

    kind: RelationKind
    one: int
    other: int
    evidence: Quote


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtractedFigure:
    """A figure of trade or output: what reached how much, in which period, as the text says.

    `origin` and `destination` are places in the list of extracted entities; their countries
    are ISO 3166-1 alpha-2, known also where an adjective alone tells them. One of `value`
    and `quantity` (with its `unit`, as written) is there. `period` is ISO 8601: YYYY, YYYY-MM,
    or two days parted by a slash. `change` is relative to the period before: 0.12 is 12 % more.
    """

    measure: FigureMeasure
    evidence: Quote
    goods: str | None = None
    origin: int | None = None
    destination: int | None = None
    origin_country: str | None = None
    destination_country: str | None = None
    value: Money | None = None
    quantity: float | None = None
    unit: str | None = None
    period: str | None = None
    change: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Usage:
    """What a model was, and what asking it took; digests are SHA-256 of the prompt and answer.

    `cost` is in US dollars where prices are configured. `dropped` counts what it said that
    could not be found in the text.
    """

    model: str
    prompt: str
    answer: str
    tokens_in: int = 0
    tokens_out: int = 0
    cost: float | None = None
    dropped: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """Everything one extractor says of one text.

    `notes` says what was not done, such as `language de: names by shape only`; `usage` is for
    extractors that ask a model.
    """

    entities: tuple[ExtractedEntity, ...] = ()
    deals: tuple[ExtractedDeal, ...] = ()
    relations: tuple[ExtractedRelation, ...] = ()
    figures: tuple[ExtractedFigure, ...] = ()
    notes: tuple[str, ...] = ()
    usage: Usage | None = None
