"""What people decided counts: at once, after every rebuild, and until it is undone."""

from collections.abc import Callable

import pytest
import sqlalchemy as sa

from ingestd.events import (
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
    JudgementUndone,
)
from ingestd.projections import runner
from ingestd.projections.knowledge import knowledge
from ingestd.replay import rebuild
from ingestd.store.database import Database
from ingestd.store.event_log import EventLog
from tests.contract.projections.histories import called, claimed
from tests.contract.projections.test_replay import rows
from tests.fixtures.building import deal, entity, extracted, parsed, received

Given = Callable[..., None]
Row = dict[str, object]
ACME, BOLT = entity("Acme Steel"), entity("Bolt Works")
LOAN = deal(0, 1, type="financing", status="announced", date="2026-03-01")


def story(
    name: str, *entities: ExtractedEntity, deals: tuple[ExtractedDeal, ...] = ()
) -> list[Event]:
    return [received(name), parsed(name), extracted(name, *entities, deals=deals)]


class Newsroom:
    """A log and the views over it, asked after each event."""

    def __init__(self, database: Database, log: EventLog, given: Given) -> None:
        self._database, self._log, self._given = database, log, given
        self.head = 0

    def hear(self, *events: Event) -> int:
        """Take events in; return the position of the last."""
        self._given(*events)
        self.head += len(events)
        while runner.advance(self._database, self._log, knowledge, limit=7):
            pass
        return self.head

    def view(self, name: str, *columns: str) -> list[tuple[object, ...]]:
        query = sa.text(f"SELECT {', '.join(columns)} FROM {name}")  # noqa: S608 - names of tests
        with self._database.reading() as connection:
            return sorted(tuple(row) for row in connection.execute(query))

    @property
    def entities(self) -> list[tuple[object, ...]]:
        return self.view("entities", "name", "articles")

    @property
    def deals(self) -> list[tuple[object, ...]]:
        return self.view("deals", "status", "articles", "judgement")

    def id_of(self, name: str) -> str:
        (found,) = {
            row[0] for row in self.view("entity_names", "entity", "name") if row[1] == name
        }
        return str(found)

    def stays(self) -> None:
        """A rebuild gives what is served."""
        lived = rows(self._database, knowledge)
        rebuild(self._database, self._log, knowledge)
        assert rows(self._database, knowledge) == lived


@pytest.fixture
def newsroom(database: Database, log: EventLog, given: Given) -> Newsroom:
    return Newsroom(database, log, given)


def merged(one: str, other: str) -> EntitiesMerged:
    return EntitiesMerged(
        entity="ent_one",
        other="ent_other",
        tellings=(called("a", one),),
        other_tellings=(called("b", other),),
        by="anna",
        reason="one house",
    )


def test_two_that_somebody_merged_are_one_for_whoever_tells_of_them_later(
    newsroom: Newsroom,
) -> None:
    newsroom.hear(*story("a", ACME), *story("b", BOLT))
    before = newsroom.id_of("Acme Steel"), newsroom.id_of("Bolt Works")

    newsroom.hear(merged("Acme Steel", "Bolt Works"), *story("c", BOLT))

    assert [articles for _, articles in newsroom.entities] == [3]
    assert newsroom.view("entity_redirects", "old", "entity", "reason") == [
        (before[1], before[0], "judged the same by anna")
    ]
    newsroom.stays()


def test_a_merge_outlives_revisions_of_the_articles_it_rests_on(newsroom: Newsroom) -> None:
    newsroom.hear(*story("a", ACME), *story("b", BOLT), merged("Acme Steel", "Bolt Works"))

    newsroom.hear(
        received("b", revision=2), parsed("b", revision=2), extracted("b", BOLT, revision=2)
    )

    assert [articles for _, articles in newsroom.entities] == [2]
    newsroom.stays()


def test_an_undone_merge_was_never_there(newsroom: Newsroom) -> None:
    newsroom.hear(*story("a", ACME), *story("b", BOLT))
    before = newsroom.view("entities", "id", "name")
    at = newsroom.hear(merged("Acme Steel", "Bolt Works"))

    newsroom.hear(JudgementUndone(judgement=at, subject="ent_one", by="boris"))
    newsroom.hear(JudgementUndone(judgement=at, subject="ent_one", by="boris"))

    assert newsroom.view("entities", "id", "name") == before
    assert newsroom.view("judgements", "by", "counts", "undone_by") == [("anna", 0, "boris")]
    newsroom.stays()


def test_what_somebody_told_apart_stays_apart(newsroom: Newsroom) -> None:
    newsroom.hear(*story("a", ACME), *story("b", ACME), *story("c", ACME))
    whole = newsroom.id_of("Acme Steel")

    at = newsroom.hear(
        EntitySplit(
            entity=whole,
            into="ent_apart",
            leaving=(called("b", "Acme Steel"),),
            staying=(called("a", "Acme Steel"),),
            by="anna",
        )
    )
    newsroom.hear(*story("d", ACME), received("a", revision=2), parsed("a", revision=2))
    newsroom.hear(extracted("a", ACME, revision=2))

    assert newsroom.view("entities", "id", "articles") == sorted([("ent_apart", 1), (whole, 3)])
    newsroom.stays()

    newsroom.hear(JudgementUndone(judgement=at, subject=whole, by="anna"))
    assert [articles for _, articles in newsroom.entities] == [4]
    newsroom.stays()


def test_a_later_merge_takes_a_split_back(newsroom: Newsroom) -> None:
    newsroom.hear(*story("a", ACME), *story("b", ACME))
    whole = newsroom.id_of("Acme Steel")
    newsroom.hear(
        EntitySplit(
            entity=whole,
            into="ent_apart",
            leaving=(called("b", "Acme Steel"),),
            staying=(called("a", "Acme Steel"),),
            by="anna",
        )
    )

    newsroom.hear(
        EntitiesMerged(
            entity=whole,
            other="ent_apart",
            tellings=(called("a", "Acme Steel"),),
            other_tellings=(called("b", "Acme Steel"),),
            by="boris",
        )
    )

    assert newsroom.entities == [("Acme Steel", 2)]
    newsroom.stays()


def test_an_entity_is_shown_as_somebody_corrected_it(newsroom: Newsroom) -> None:
    newsroom.hear(*story("a", ACME))
    correction = EntityCorrected(
        entity="ent_one",
        tellings=(called("a", "Acme Steel"),),
        name="Acme",
        type="organization",
        country="FR",
        role="sponsor",
        by="anna",
    )

    at = newsroom.hear(correction)
    newsroom.hear(*story("b", ACME))

    columns = ("name", "type", "country", "articles")
    assert newsroom.view("entities", *columns) == [("Acme", "organization", "FR", 2)]
    assert newsroom.view("entity_roles", "title") == [("sponsor",)]
    newsroom.stays()

    newsroom.hear(JudgementUndone(judgement=at, subject="ent_one", by="anna"))
    assert newsroom.view("entities", *columns) == [("Acme Steel", "company", None, 2)]
    assert newsroom.view("entity_roles", "title") == []
    newsroom.stays()


def test_a_correction_outlives_revisions_of_the_article_it_rests_on(newsroom: Newsroom) -> None:
    newsroom.hear(*story("a", ACME))
    told = (called("a", "Acme Steel"),)
    newsroom.hear(EntityCorrected(entity="ent_one", tellings=told, country="FR", by="anna"))

    newsroom.hear(received("a", revision=2), parsed("a", revision=2))
    newsroom.hear(extracted("a", BOLT, ACME, revision=2))

    assert newsroom.view("entities", "name", "country") == [
        ("Acme Steel", "FR"),
        ("Bolt Works", None),
    ]
    newsroom.stays()


def telling(name: str, **others: object) -> DocumentExtracted:
    """An extraction of the loan, with some of its fields changed."""
    told: dict[str, object] = {"type": "financing", "status": "announced", "date": "2026-03-01"}
    return extracted(name, ACME, BOLT, deals=(deal(0, 1, **told | others),))  # type: ignore[arg-type]


def test_a_deal_is_confirmed_or_rejected_and_later_tellings_know(newsroom: Newsroom) -> None:
    newsroom.hear(received("a"), parsed("a"), telling("a"))
    judged = {"deal": "deal_one", "claims": claimed(telling("a")), "by": "anna"}

    newsroom.hear(DealJudged(verdict="confirmed", **judged))  # type: ignore[arg-type]
    assert newsroom.deals == [("announced", 1, "confirmed")]
    at = newsroom.hear(DealJudged(verdict="rejected", **judged))  # type: ignore[arg-type]
    newsroom.hear(received("b"), parsed("b"), telling("b"))

    assert newsroom.deals == [("announced", 2, "rejected")]
    newsroom.stays()
    newsroom.hear(JudgementUndone(judgement=at, subject="deal_one", by="anna"))
    assert newsroom.deals == [("announced", 2, "confirmed")]
    newsroom.stays()


def test_a_deal_is_what_somebody_corrected_it_to(newsroom: Newsroom) -> None:
    newsroom.hear(received("a"), parsed("a"), telling("a"))
    correction = DealCorrected(
        deal="deal_one",
        claims=claimed(telling("a")),
        type="donation",
        status="terminated",
        date="2026-04",
        by="anna",
    )

    newsroom.hear(correction)

    assert newsroom.view("deals", "type", "status", "date") == [
        ("donation", "terminated", "2026-04")
    ]
    newsroom.stays()


def test_deals_are_merged_and_split_as_somebody_said(newsroom: Newsroom) -> None:
    other = {"type": "supply", "date": "2024-01-01"}
    newsroom.hear(received("a"), parsed("a"), telling("a"))
    newsroom.hear(received("b"), parsed("b"), telling("b", **other))
    (one, _), (two, _) = sorted(newsroom.view("deals", "id", "articles"))
    assert len(newsroom.deals) == 2

    at = newsroom.hear(
        DealsMerged(
            deal=str(one),
            other=str(two),
            claims=claimed(telling("a")),
            other_claims=claimed(telling("b", **other)),
            by="anna",
        )
    )
    assert newsroom.view("deals", "id", "articles") == [(one, 2)]
    newsroom.stays()

    newsroom.hear(
        DealSplit(
            deal=str(one),
            into="deal_apart",
            leaving=claimed(telling("a")),
            staying=claimed(telling("b", **other)),
            by="anna",
        )
    )
    assert newsroom.view("deals", "id", "articles") == sorted([("deal_apart", 1), (one, 1)])
    newsroom.stays()

    newsroom.hear(
        JudgementUndone(judgement=at + 1, subject=str(one), by="anna"),
        JudgementUndone(judgement=at, subject=str(one), by="anna"),
    )
    assert [articles for _, articles in newsroom.view("deals", "id", "articles")] == [1, 1]
    newsroom.stays()


def test_a_telling_that_a_split_does_not_name_stays_with_its_deal(newsroom: Newsroom) -> None:
    for name in "abc":
        newsroom.hear(received(name), parsed(name), telling(name))
    ((whole, _),) = newsroom.view("deals", "id", "articles")

    newsroom.hear(
        DealSplit(
            deal=str(whole),
            into="deal_apart",
            leaving=claimed(telling("b")),
            staying=claimed(telling("a")),
            by="anna",
        )
    )

    assert newsroom.view("deals", "id", "articles") == sorted([("deal_apart", 1), (whole, 2)])
    newsroom.stays()


def test_a_judgement_on_what_nobody_tells_changes_nothing(newsroom: Newsroom) -> None:
    newsroom.hear(*story("a", ACME))
    before = newsroom.entities

    newsroom.hear(
        merged("Nobody", "No one"),
        EntitySplit(
            entity="ent_x", into="ent_y", leaving=(called("z", "Nobody"),), staying=(), by="a"
        ),
        EntityCorrected(entity="ent_x", tellings=(called("z", "Nobody"),), name="N", by="a"),
        DealSplit(deal="deal_x", into="deal_y", leaving=(), staying=(), by="a"),
        DealJudged(deal="deal_x", claims=(), verdict="rejected", by="a"),
        JudgementUndone(judgement=999, subject="ent_x", by="a"),
    )

    assert newsroom.entities == before
    newsroom.stays()
