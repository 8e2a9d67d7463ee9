"""Entities and deals, folded together: deals point to entities, and both stand at one place.

A document counts with its latest revision, as each extractor last saw it; what it told
before is taken back first.
"""

import dataclasses
from collections.abc import Sequence
from typing import NamedTuple, cast

import sqlalchemy as sa
from msgspec.structs import replace

from ingestd.events import (
    DealCorrected,
    DealJudged,
    DealsMerged,
    DealSplit,
    Decision,
    DocumentErased,
    EntitiesMerged,
    EntityCorrected,
    EntitySplit,
    Event,
    ExtractionPolicyChanged,
    IdsRedirected,
    JudgementUndone,
    Recorded,
)
from ingestd.events.briefs import DateParsed, DealsExtracted
from ingestd.projections import believing, deal_tables, entity_tables, judgements, redirects
from ingestd.projections.believing import Beliefs
from ingestd.projections.deal_claims import Claim, claims_of
from ingestd.projections.deals import Deals
from ingestd.projections.entities import Directory
from ingestd.projections.judgements import Judgements
from ingestd.projections.judging import Judging
from ingestd.projections.projection import Projection
from ingestd.projections.tellings import Account, Extracted, account_of, naming_of
from ingestd.resolution import Naming
from ingestd.store.rows import Tables

PUBLISHED = sa.Table(
    "article_dates__gen",
    entity_tables.METADATA,
    sa.Column("article", sa.Text, primary_key=True),
    sa.Column("revision", sa.Integer, primary_key=True),
    sa.Column("published", sa.Text),
    info={"kept": 2_000},
    sqlite_with_rowid=False,
)

knowledge = Projection(
    "knowledge",
    version=6,
    tables=[
        PUBLISHED,
        *believing.TABLES,
        *entity_tables.TABLES,
        *deal_tables.TABLES,
        judgements.JUDGEMENTS,
        redirects.REDIRECTS,
    ],
    views=[*entity_tables.VIEWS, *deal_tables.VIEWS, judgements.VIEW, redirects.VIEW],
)

knowledge.on(IdsRedirected)(redirects.lead_on)


class Story(NamedTuple):
    """What an extraction tells, made ready to be learnt."""

    recorded: Recorded[Extracted]
    namings: Sequence[Naming]
    claims: Sequence[Claim]


class Knowledge:
    """What is known, as it stands at some event of the log."""

    def __init__(self, tables: Tables) -> None:
        judged = Judgements(tables)
        self.directory = Directory(tables, judged)
        entities, accounts = self.directory.entities, self.directory.accounts
        self.deals = Deals(tables, entities, accounts, judged)
        self.judging = Judging(judged, self.directory, self.deals)
        self.beliefs = Beliefs(tables)
        self._published = tables[PUBLISHED]
        self._ready: dict[int, Story] = {}

    def look_ahead(self, page: Sequence[Recorded[DealsExtracted]]) -> None:
        """Make everything ready that the page tells of, and load what learning it asks for."""
        self._ready = {recorded.position: _story(recorded) for recorded in page}
        stories = self._ready.values()
        articles = {recorded.event.document for recorded in page}
        before = self.directory.load(articles)
        self.deals.load_claimed(before)
        # of several articles, the first would found what is new
        first = {
            naming: story.recorded.event.document
            for story in reversed(stories)
            for naming in story.namings
        }
        who = self.directory.seek(first)
        claims = [claim for story in stories for claim in story.claims]
        self.deals.load(
            claims, lambda claim, place: who[self._ready[claim.position].namings[place]]
        )

    def learn(self, recorded: Recorded[DealsExtracted]) -> None:
        """Replace what this document told before by what it tells now."""
        event, at = recorded.event, recorded.recorded_at
        self.directory.accounts.let_go()
        before = self.directory.accounts.of_article(event.document)
        if before and max([each.revision for each in before]) > event.revision:
            return  # an older revision, extracted late, tells nothing any more
        story = self._ready.pop(recorded.position, None)
        if story is None or story.recorded is not recorded:
            story = _story(recorded)
        first_at = min([each.first_at for each in before], default=at)
        if before and self._take_back(before, event, at=at):
            self._weigh(event.document, at=at, also=story)
        else:
            self._take_in(story, first_at, at=at)
        self._judge(at)
        self.directory.look_for_lasts()
        self.deals.key_turned()

    def _take_back(self, before: Sequence[Account], event: DealsExtracted, *, at: str) -> bool:
        """Take back what this replaces of what was told; say whether others still tell something."""
        past = [
            each
            for each in before
            if each.extractor == event.extractor or each.revision < event.revision
        ]
        for each in past:
            self.withdraw(each, at=at)
        has_rivals = len(past) < len(before)
        if has_rivals or len(before) > 1:
            self.beliefs.contest(event.document, several=has_rivals)
        return has_rivals

    def believe(self, recorded: Recorded[ExtractionPolicyChanged]) -> None:
        """Believe others from now on, of what was told before, too."""
        at = recorded.recorded_at
        self.beliefs.change(recorded.event)
        for article in self.beliefs.contested():
            self._weigh(article, at=at)
        self._judge(at)
        self.directory.look_for_lasts()
        self.deals.key_turned()

    def _weigh(self, article: str, *, at: str, also: Story | None = None) -> None:
        """Let each extractor of an article tell what is believed of it, and no more.

        One that is not believed has told nothing, but is known to have told.
        """
        known = {each.position: each for each in self.directory.accounts.of_article(article)}
        first_at = min(each.first_at for each in known.values())
        also_at = () if also is None else (also.recorded.position,)
        stories = [
            _story(replace(told, event=dataclasses.replace(told.event, extraction=share)))
            for told, share in self.beliefs.shares([*known, *also_at])
        ]
        for account in known.values():
            self.withdraw(account, at=at)
        for story in stories:
            self._take_in(story, first_at, at=at)

    def _take_in(self, story: Story, first_at: str, *, at: str) -> None:
        account = account_of(story.recorded, first_at=first_at)
        published = self._date(account.article, account.revision)
        self.directory.accounts.enter(account)
        moved = self.directory.tell_all(account, story.namings)
        if moved:
            self.deals.reconsider(moved, at=at)
        for claim in story.claims:
            claim.first_at, claim.published = first_at, published
            self.deals.claim(claim, account, at=at)

    def _judge(self, at: str) -> None:
        """Let judgements take effect on what was told anew."""
        retold = self.directory.retold
        self.judging.follow(retold, at=at)
        retold.clear()

    def withdraw(self, account: Account, *, at: str) -> None:
        """Take back what an extraction told."""
        self.deals.withdraw(account, at=at)
        moved = self.directory.withdraw(account)
        self.deals.reconsider(moved, at=at)

    def forget(self, document: str, *, at: str) -> None:
        """Take back all that a document ever told."""
        for account in self.directory.accounts.of_article(document):
            self.withdraw(account, at=at)
        self._judge(at)
        self.directory.look_for_lasts()
        self.deals.key_turned()
        self.beliefs.contest(document, several=False)
        for row in self._published.find(PUBLISHED.c.article, [document]):
            self._published.drop(row["article"], row["revision"])

    def _date(self, document: str, revision: int) -> str | None:
        row = self._published.get(document, revision)
        return row["published"] if row else None

    def settle(self) -> None:
        """Write what changed into the rows."""
        self._ready.clear()
        self.directory.settle()
        self.deals.settle()


def _story(recorded: Recorded[Extracted]) -> Story:
    event = recorded.event
    namings = list(map(naming_of, event.extraction.entities))
    return Story(recorded, namings, claims_of(event, recorded.position))


@knowledge.ahead
def load_what_is_told(tables: Tables, page: Sequence[Recorded[Event]]) -> None:
    """Everybody who is told of in the page, and the deals that may be, are asked for at once."""
    dated = (DateParsed, DealsExtracted)
    events = [recorded.event for recorded in page]
    tables[PUBLISHED].load(
        [(event.document, event.revision) for event in events if isinstance(event, dated)]
    )
    extracted = [each for each in page if isinstance(each.event, DealsExtracted)]
    tables.beside(Knowledge).look_ahead(cast("list[Recorded[DealsExtracted]]", extracted))


@knowledge.on(DateParsed)
def keep_date(tables: Tables, recorded: Recorded[DateParsed]) -> None:
    """Remember when an article was published: tellings far apart are of different deals."""
    event = recorded.event
    tables[PUBLISHED].put(
        {
            "article": event.document,
            "revision": event.revision,
            "published": event.published,
        }
    )


@knowledge.on(DealsExtracted)
def learn(tables: Tables, recorded: Recorded[DealsExtracted]) -> None:
    """Replace what this document told before by what it tells now."""
    tables.beside(Knowledge).learn(recorded)


@knowledge.on(ExtractionPolicyChanged)
def believe(tables: Tables, recorded: Recorded[ExtractionPolicyChanged]) -> None:
    """Let the views believe whom the configuration names from now on."""
    tables.beside(Knowledge).believe(recorded)


@knowledge.on(DocumentErased)
def forget(tables: Tables, recorded: Recorded[DocumentErased]) -> None:
    """Take back all that the document told."""
    tables.beside(Knowledge).forget(recorded.event.document, at=recorded.recorded_at)


def judge(tables: Tables, recorded: Recorded[Decision]) -> None:
    """Let what somebody decided count."""
    tables.beside(Knowledge).judging.take_in(recorded)


_DECISIONS: tuple[type[Decision], ...] = (
    EntitiesMerged, EntitySplit, EntityCorrected,
    DealsMerged, DealSplit, DealJudged, DealCorrected,
)  # fmt: skip
for _kind in _DECISIONS:
    knowledge.on(_kind)(judge)


@knowledge.on(JudgementUndone)
def undo(tables: Tables, recorded: Recorded[JudgementUndone]) -> None:
    """Let what somebody decided count no more."""
    tables.beside(Knowledge).judging.undo(recorded)
