"""A made-up world to write news about: few things are told of often, many seldom.

Who is told of next is mostly who was told of before (H. A. Simon's process, which gives
Zipf's law), more likely of late; some five in a hundred are new. Who makes deals is in the
news: one of the companies that turned up last. Names are long enough that, as in the world,
few are shared: of 100,000 companies one in six has its short name in common with another.
"""

# ruff: noqa: PLR2004, RUF001, SIM905  chances, Cyrillic and word lists are what it is made of

import random
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from ingestd.events import ExtractedDeal, ExtractedEntity, ExtractedParty, Money, Quote
from ingestd.events.facts import DealStatus, DealType, EntityType, PartyRole

SYLLABLES = (
    "ba ke lo ri to mu sha ven dor gal min sol tar qui zen fal bor cru del est fin gor hal ino "
    "jur kan lum mar nor oli pan que ros sel tur umb val wes yor zan bri cla dru fre gla plo ste"
).split()
GIVEN = "Anna Boris Chi Dung Elena Fiona Georg Hanh Ivan Julie Kirill Linh Marie Nam Olga Paul".split()
VIETNAMESE = "Nguyễn Trần Lê Phạm Hoàng Vũ Đặng Bùi Đỗ Hồ".split()
MIDDLE = "Văn Thị Minh Quốc Thanh Hữu Ngọc Đức".split()
NOUNS = "Energy Steel Pharma Foods Motors Shipping Systems Textiles Chemicals Software".split()
FORMS = ("", "", " Ltd", " JSC", " Group", " GmbH", " Co., Ltd")
SUBJECTS = (
    "Health Trade Energy Finance Justice Transport Culture Science Tourism Agriculture".split()
)
COUNTRIES = {
    "VN": ("Vietnam", "Vietnam", "Việt Nam", "Вьетнам"), "RU": ("Russia", "Russie", "Nga", "Россия"),
    "FR": ("France", "France", "Pháp", "Франция"), "DE": ("Germany", "Allemagne", "Đức", "Германия"),
    "CN": ("China", "Chine", "Trung Quốc", "Китай"), "JP": ("Japan", "Japon", "Nhật Bản", "Япония"),
    "US": ("United States", "États-Unis", "Hoa Kỳ", "США"), "IN": ("India", "Inde", "Ấn Độ", "Индия"),
    "KR": ("South Korea", "Corée du Sud", "Hàn Quốc", "Южная Корея"), "LA": ("Laos", "Laos", "Lào", "Лаос"),
    "TH": ("Thailand", "Thaïlande", "Thái Lan", "Таиланд"), "CU": ("Cuba", "Cuba", "Cuba", "Куба"),
    "FI": ("Finland", "Finlande", "Phần Lan", "Финляндия"), "PL": ("Poland", "Pologne", "Ba Lan", "Польша"),
    "BR": ("Brazil", "Brésil", "Brazil", "Бразилия"), "CA": ("Canada", "Canada", "Canada", "Канада"),
    "IT": ("Italy", "Italie", "Ý", "Италия"), "ES": ("Spain", "Espagne", "Tây Ban Nha", "Испания"),
    "SG": ("Singapore", "Singapour", "Singapore", "Сингапур"), "KH": ("Cambodia", "Cambodge", "Campuchia", "Камбоджа"),
}  # fmt: skip
BODIES = (
    "Ministry of {s} of {c}",
    "Ministère {s} de {c}",
    "Bộ {s} {c}",
    "Министерство {s} {c}",
)
LANGUAGES = ("en", "fr", "vi", "ru")
KINDS: tuple[EntityType, ...] = (
    "company",
    "person",
    "public_body",
    "organization",
    "product",
    "place",
)
SHARES = (34, 32, 8, 6, 10, 10)
DEALS: tuple[DealType, ...] = (
    "mou",
    "agreement",
    "supply",
    "investment",
    "licensing",
    "production",
)
STATUSES: tuple[DealStatus, ...] = ("signed", "signed", "announced", "planned")
ROLES: tuple[tuple[PartyRole | None, PartyRole | None], ...] = (
    (None, None), ("partner", "partner"), ("supplier", "buyer"), ("investor", "target"),
)  # fmt: skip
NEW, OF_LATE, LATELY = 0.05, 0.5, 3_000
LIVELY = 4_000
RETOLD = 0.35
ENTITIES, MENTIONS = (10, 14), (1, 2, 2, 3, 4)


@dataclass(frozen=True, slots=True)
class Thing:
    """Somebody or something of the world; for each language the wordings, fullest first."""

    type: EntityType
    wordings: tuple[tuple[str, ...], ...]
    country: str | None = None
    reference: str | None = None
    acronym: str | None = None
    role: str | None = None
    affiliation: str | None = None


@dataclass(slots=True)
class Happened:
    """A deal as it was; articles tell of it more or less fully."""

    type: DealType
    status: DealStatus
    parties: tuple[Thing, Thing]
    roles: tuple[PartyRole | None, PartyRole | None]
    product: Thing | None
    value: Money | None
    date: str


@dataclass(slots=True)
class Told:
    """What an article tells."""

    language: str
    entities: tuple[ExtractedEntity, ...]
    deals: tuple[ExtractedDeal, ...]
    end: int
    things: list[Thing] = field(default_factory=list)


class World:
    """Things and deals, and articles about them."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._told = [
            Thing("place", tuple((name,) for name in names), code, f"country:{code}")
            for code, names in COUNTRIES.items()
            for _ in range(3)
        ]
        self._deals: list[Happened] = []
        self._firms: list[Thing] = []

    def article(self, at: datetime) -> Told:
        """Write one."""
        chance = self._chance
        deals = [self._deal(at) for _ in range(chance.choice((1, 1, 2)))]
        things = [party for deal in deals for party in deal.parties]
        things += [deal.product for deal in deals if deal.product]
        wanted = chance.randint(*ENTITIES)
        while len(things := list(dict.fromkeys(things))) < wanted:
            things.append(self._thing())
        return self._written(things, deals, self._language())

    def revised(self, told: Told) -> Told:
        """Write it again, with one thing more and one less, and the same deals."""
        last = len(told.entities) - 1
        used = {party.entity for deal in told.deals for party in deal.parties} | {
            place for deal in told.deals for place in deal.products
        }
        kept = told.entities if last in used else told.entities[:-1]
        more, end = self._named(self._thing(), told.language, told.end)
        return replace(told, entities=(*kept, more), end=end)

    def _language(self) -> str:
        return self._chance.choices(LANGUAGES, (6, 1, 2, 1))[0]

    def _written(self, things: list[Thing], happened: list[Happened], language: str) -> Told:
        entities, end = [], 60
        for thing in things:
            entity, end = self._named(thing, language, end)
            entities.append(entity)
        deals = tuple(self._claimed(deal, things, end) for deal in happened)
        return Told(language, tuple(entities), deals, end + 400)

    def _named(self, thing: Thing, language: str, at: int) -> tuple[ExtractedEntity, int]:
        chance = self._chance
        wordings = thing.wordings[LANGUAGES.index(language) % len(thing.wordings)]
        aliased = thing.acronym is not None and chance.random() < 0.3
        forms = (*wordings, thing.acronym) if thing.acronym and aliased else wordings
        said = []
        for number in range(chance.choice(MENTIONS)):
            form = wordings[0] if number == 0 else chance.choice(forms)
            at += chance.randint(20, 90)
            said.append(Quote(start=at, end=at + len(form), text=form))
        entity = ExtractedEntity(
            name=wordings[0],
            type=thing.type,
            mentions=tuple(said),
            aliases=(thing.acronym,) if aliased and thing.acronym else (),
            reference=thing.reference,
            country=thing.country if thing.reference or chance.random() < 0.7 else None,
            role=thing.role,
            affiliation=thing.affiliation,
            reasons=("gazetteer",) if thing.reference else ("noun of kind",),
        )
        return entity, at

    def _claimed(self, deal: Happened, things: list[Thing], end: int) -> ExtractedDeal:
        chance = self._chance
        words = f"{deal.parties[0].wordings[0][0]} and {deal.parties[1].wordings[0][0]} signed."
        start = chance.randint(60, end)
        return ExtractedDeal(
            type=deal.type,
            status=deal.status,
            parties=tuple(
                ExtractedParty(entity=things.index(party), role=role)
                for party, role in zip(deal.parties, deal.roles, strict=True)
            ),
            evidence=(Quote(start=start, end=start + len(words), text=words),),
            products=(things.index(deal.product),) if deal.product else (),
            subject="production of parts" if chance.random() < 0.5 else None,
            value=deal.value if chance.random() < 0.8 else None,
            date=deal.date if chance.random() < 0.6 else None,
            confidence=round(chance.uniform(0.5, 0.95), 2),
        )

    # ------------------------------------------------------------ deals

    def _deal(self, at: datetime) -> Happened:
        """Mostly a new one; else one of which others told lately."""
        chance = self._chance
        if self._deals and chance.random() < RETOLD:
            return chance.choice(self._deals[-150:])
        one, other = self._party(), self._firm()
        while one == other:
            other = self._firm()
        product = self._thing("product") if chance.random() < 0.25 else None
        value = Money(amount=float(chance.randint(1, 900) * 10**6), currency="USD")
        deal = Happened(
            chance.choice(DEALS),
            chance.choice(STATUSES),
            (one, other),
            chance.choice(ROLES),
            product,
            value if chance.random() < 0.4 else None,
            f"{at - timedelta(days=chance.randint(0, 2)):%Y-%m-%d}",
        )
        self._deals.append(deal)
        return deal

    def _party(self) -> Thing:
        return self._thing("company" if self._chance.random() < 0.8 else "public_body")

    def _firm(self) -> Thing:
        """Return any company of those that turned up last, be it told of often or once."""
        if self._chance.random() < NEW or not self._firms:
            self._told.append(self._new("company"))
            return self._told[-1]
        return self._chance.choice(self._firms[-LIVELY:])

    # ------------------------------------------------------------ things

    def _thing(self, kind: EntityType | None = None) -> Thing:
        """Return one that was told of before, more likely of late, or a new one."""
        chance = self._chance
        if chance.random() < NEW:
            thing = self._new(kind or chance.choices(KINDS, SHARES)[0])
        else:
            thing = self._known(kind)
        self._told.append(thing)
        return thing

    def _known(self, kind: EntityType | None) -> Thing:
        for _ in range(60):
            span = (
                min(LATELY, len(self._told))
                if self._chance.random() < OF_LATE
                else len(self._told)
            )
            thing = self._told[-1 - self._chance.randrange(span)]
            if kind in (None, thing.type):
                return thing
        return self._new(kind or "company")

    def _new(self, kind: EntityType) -> Thing:
        code = self._chance.choice(tuple(COUNTRIES))
        if kind == "person":
            return self._person(code)
        if kind == "public_body":
            subject = self._chance.choice(SUBJECTS)
            words = zip(BODIES, COUNTRIES[code], strict=True)
            names = tuple((text.format(s=subject, c=name),) for text, name in words)
            return Thing(kind, names, code)
        if kind == "place":
            city = self._word(3, 4)
            return Thing(kind, ((city,),), code, f"city:{city.lower()}-{code.lower()}")
        if kind == "product":
            return Thing(kind, ((f"{self._word(2, 3)}-{self._chance.randint(1, 99)}",),))
        return self._house(kind, code)

    def _house(self, kind: EntityType, code: str) -> Thing:
        chance = self._chance
        stem, noun = self._word(3, 4), chance.choice(NOUNS)
        long = chance.random() < 0.25
        more = [self._word(2, 3) for _ in range(chance.randint(1, 3))] if long else []
        bare = " ".join((stem, *more, noun))
        names = (bare + chance.choice(FORMS), bare, stem)
        acronym = (
            "".join(word[0] for word in bare.split())
            if long and chance.random() < 0.5
            else None
        )
        house = Thing(kind, (tuple(dict.fromkeys(names)),), code, acronym=acronym)
        if kind == "company":
            self._firms.append(house)
        return house

    def _person(self, code: str) -> Thing:
        chance = self._chance
        if code == "VN":
            family = chance.choice(VIETNAMESE)
            name = f"{family} {chance.choice(MIDDLE)} {self._word(1, 2)}"
            forms: tuple[str, ...] = (name, name.rsplit(" ", 1)[1])
        else:
            family = self._word(3, 4)
            name = f"{chance.choice(GIVEN)} {family}"
            forms = (name, family, f"Mr {family}")
        role = chance.choice(("director", "minister", None))
        return Thing(
            "person", (forms,), code, role=role, affiliation="the Board" if role else None
        )

    def _word(self, least: int, most: int) -> str:
        count = self._chance.randint(least, most)
        return "".join(self._chance.choice(SYLLABLES) for _ in range(count)).capitalize()
