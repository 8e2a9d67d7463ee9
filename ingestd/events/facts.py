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
class ExtractedEntity:
    """Somebody or something the text names, with every place where it does.

    `name` is the fullest form found; `aliases` are other names the text itself equates with
    it ("Long Name (ABC)"); `reference` names an entry of the gazetteer (`country:VN`,
    `city:hanoi-vn`, `region:southeast-asia`) where there is one; `country` is ISO 3166-1
    alpha-2. `role` and `affiliation` (a name) are for persons. `reasons` says why the type
    was chosen.
    """

    name: str
    type: EntityType
    mentions: tuple[Quote, ...]
    aliases: tuple[str, ...] = ()
    reference: str | None = None
    country: str | None = None
    role: str | None = None
    affiliation: str | None = None
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtractedParty:
    """One side of a deal; `entity` is the place in the list of extracted entities."""

    entity: int
    role: PartyRole | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtractedDeal:
    """Who agreed what with whom, as one text tells it.

    `parties`, `witnesses` and `products` point into the list of extracted entities by place.
    `date` is ISO 8601, possibly only YYYY or YYYY-MM. `notes` keeps doubts, such as
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """Everything one extractor says of one text."""

    entities: tuple[ExtractedEntity, ...] = ()
    deals: tuple[ExtractedDeal, ...] = ()
