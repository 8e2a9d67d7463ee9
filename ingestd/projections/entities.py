"""Entities: what articles name, one row each, across articles, languages and spellings.

Every telling (one entity of one extraction) is kept with the entity it was taken for and
the reason; an entity's row is what its tellings add up to.
"""

from collections.abc import Collection, Mapping, Sequence

from ingestd.events.ids import short_id
from ingestd.projections.accounts import Accounts
from ingestd.projections.entity import Entity
from ingestd.projections.entity_rows import Entities
from ingestd.projections.entity_tables import REDIRECTS
from ingestd.projections.judgements import Judgements
from ingestd.projections.tellings import Account, articles_of
from ingestd.resolution import Link, Naming
from ingestd.store.rows import Tables

NO_ARTICLE = ""
"""Where a merge rests on a judgement, no article's revision undoes it."""


class Directory:
    """Who is who: entities, the extractions that tell of them, and what became one."""

    def __init__(self, tables: Tables, judgements: Judgements) -> None:
        self.entities = Entities(tables)
        self.accounts = Accounts(tables)
        self.retold: set[str] = set()
        """Articles of which something was told since this was emptied last."""
        self._judgements = judgements
        self._redirects = tables[REDIRECTS]
        self._withdrawn: dict[str, int] = {}  # whose last telling was taken back, and where
        self._seeds: dict[tuple[Naming, str], str] = {}  # asked for in this page

    def load(self, articles: Collection[str]) -> list[int]:
        """Load what telling anew of articles asks for; return where those told before stand."""
        before = self.accounts.load(articles)
        retold = {self.accounts.at(position).article for position in before}
        self._redirects.find(REDIRECTS.c.article, retold)
        return before

    def seek(self, articles: Mapping[Naming, str]) -> dict[Naming, str]:
        """Load all that telling these asks for; return who each would be taken for now.

        What would be new, told in its article, goes by the id it would be founded under.
        """
        found = self.entities.seek(articles)
        seeds = {
            naming: self._seed(naming, article)
            for naming, article in articles.items()
            if naming not in found
        }
        self.entities.load({*found.values(), *seeds.values()})
        self._redirects.load([(seed,) for seed in seeds.values()])
        return found | seeds

    # ------------------------------------------------------------ what is told

    def tell(
        self, account: Account, place: int, naming: Naming, *, keep: str | None = None
    ) -> set[str]:
        """Take a telling in; return the articles of entities that turned out to be others.

        Something new is founded, under the id `keep` where that is given and free.
        """
        self.retold.add(account.article)
        if self._judgements.tell_who_is_who:
            group = self._judgements.group_of(account.article, naming.known.names[0])
            if group is not None:
                return self._tell_of(group, account, place, naming)
        links = self.entities.links(naming)
        found = self._judgements.not_apart(keep, links, self.living)
        return self._tell_of_found(found, account, place, naming, keep=keep)

    def tell_all(self, account: Account, namings: Sequence[Naming]) -> set[str]:
        """Take all tellings of an extraction in; return the articles of who proved others."""
        moved: set[str] = set()
        self.retold.add(account.article)
        if self._judgements.tell_who_is_who:
            for place, naming in enumerate(namings):
                moved |= self.tell(account, place, naming)
            return moved
        who, add = self.entities.who, self._add
        for place, naming in enumerate(namings):
            found = who(naming)
            if found is None:
                links = self.entities.likely(naming)
                moved |= self._tell_of_found(links, account, place, naming)
            else:  # as nearly always
                add(found[0], account, place, naming, found[1])
        self.accounts.write(account)
        return moved

    def _tell_of_found(
        self,
        found: Sequence[Link],
        account: Account,
        place: int,
        naming: Naming,
        *,
        keep: str | None = None,
    ) -> set[str]:
        if not found:
            entity = self._found(account, naming, keep)
            self._add(entity, account, place, naming)
            return set()
        moved: set[str] = set()
        entity = self.entities[found[0].id]
        if len(found) > 1:
            entity = self._oldest(found)
            for link in found:
                if link.id != entity.id:
                    moved |= self._merge(
                        link, into=entity, article=account.article, position=account.position
                    )
        self._add(entity, account, place, naming, found[0])
        return moved

    def living(self, identity: str) -> str:
        """Return the id that an entity has now: where it was merged, that of the other."""
        row = self._redirects.get(identity)
        return row["entity"] if row else identity

    def _tell_of(self, group: str, account: Account, place: int, naming: Naming) -> set[str]:
        """Take a telling in of whom somebody said it is."""
        living = self.living(group)
        entity = self.entities.find(living) or self._found(account, naming, living)
        link = Link(id=entity.id, score=1.0, reason="told apart by a judgement")
        self._add(entity, account, place, naming, link)
        return set()

    def _found(self, account: Account, naming: Naming, keep: str | None) -> Entity:
        identity = self._free(naming, account.article, keep)
        entity = Entity(identity, account.position, at=account.first_at)
        self.entities.enter(entity)
        return entity

    def _add(  # noqa: PLR0917  a telling, whose it is, and why
        self,
        entity: Entity,
        account: Account,
        place: int,
        naming: Naming,
        link: Link | None = None,
    ) -> None:
        if self.accounts.take(account, place, entity.id, link):
            entity.articles += 1
        entity.mentions += len(account.tellings[place].mentions)
        self.entities.tell(entity, naming, account)

    # ------------------------------------------------------------ what is told no more

    def withdraw(self, account: Account) -> set[str]:
        """Take back what an extraction told; return the articles of entities that parted.

        Entities with nothing left vanish; what only this article held to be one parts again.
        """
        self.accounts.forget(account)
        self.entities.load(account.who)
        touched: dict[str, Entity] = {}
        for told in account.tellings:
            entity = touched[told.entity] = self.entities[told.entity]
            entity.mentions -= len(told.mentions)
            entity.lost |= account.first_at == entity.first_seen_at
            self.entities.take_back(entity, told.naming, account.language, account.position)
        lost = [identity for identity, entity in touched.items() if entity.lost]
        self.accounts.load_places(lost)
        for identity in sorted(touched):
            self._refresh(touched[identity], account)
        return self.part(self._undone(account.article))

    def _refresh(self, entity: Entity, withdrawn: Account) -> None:
        """Count articles and first times anew; what nothing is told of vanishes."""
        entity.articles -= not self.accounts.tell_of(withdrawn.article, entity.id)
        if not entity.articles:
            self.entities.drop(entity)
            self._forget_redirects(entity.id)
            return
        if entity.lost:
            self._look_for_firsts(entity)
        if entity.last == withdrawn.position:
            self._withdrawn[entity.id] = entity.last

    def _look_for_firsts(self, entity: Entity) -> None:
        told = [
            (told.naming.known, account.position, account.first_at)
            for account in self.accounts.of_entity(entity.id)
            for told in account.tellings
            if told.entity == entity.id
        ]
        self.entities.tell_firsts(entity, told)

    def look_for_lasts(self) -> None:
        """Find out when those were seen last that a revision tells of no more.

        Others are told of again at once, so this is for the end of an event.
        """
        for identity, position in self._withdrawn.items():
            entity = self.entities.find(identity)
            if entity is not None and entity.last == position:
                last = self.accounts.last_of(identity)
                self.entities.see_last(entity, last.position, last.last_at)
        self._withdrawn.clear()

    def part(self, identities: Sequence[str]) -> set[str]:
        """Dissolve entities and tell anew, in the order of the log, what is left of them.

        Return the articles of all that were told anew.
        """
        left: list[tuple[Account, int, str]] = []
        # all of them first: what is told anew of one must not be taken for another
        for identity in identities:
            left += [(*told, identity) for told in self.accounts.release(identity)]
            self.entities.drop(self.entities[identity])
            self._forget_redirects(identity)
        moved = articles_of(account for account, _, _ in left)
        for account, place, identity in sorted(left, key=_in_order):
            naming = account.tellings[place].naming
            moved |= self.tell(account, place, naming, keep=identity)
        return moved

    # ------------------------------------------------------------ two that are one

    def merge(self, one: str, other: str, reason: str, *, position: int) -> set[str]:
        """Let two be one, as somebody decided; return the articles of the one that is no more."""
        links = [Link(id=each, score=1.0, reason=reason) for each in (one, other)]
        into = self._oldest(links)
        gone = next(link for link in links if link.id != into.id)
        return self._merge(gone, into=into, article=NO_ARTICLE, position=position)

    def _oldest(self, found: Sequence[Link]) -> Entity:
        """Return the one into which the others go: one with a reference, else the first told."""
        return min(
            (self.entities[link.id] for link in found),
            key=lambda entity: (entity.reference is None, entity.position, entity.id),
        )

    def _merge(self, link: Link, *, into: Entity, article: str, position: int) -> set[str]:
        """Let an entity be another from now on; return the articles in which it was told of."""
        articles = articles_of(self.accounts.of_entity(link.id))
        self.accounts.load(articles)
        into.articles += sum(not self.accounts.tell_of(each, into.id) for each in articles)
        self.accounts.move(link.id, into.id)
        self.entities.absorb(into, self.entities[link.id])
        for row in self._redirects.find(REDIRECTS.c.entity, [link.id]):
            row["entity"] = into.id
            self._redirects.changed(row)
        self._redirects.put(
            {
                "old": link.id,
                "entity": into.id,
                "article": article,
                "position": position,
                "score": link.score,
                "reason": link.reason,
            }
        )
        return articles

    def _undone(self, article: str) -> list[str]:
        """Forget the merges that stood on an article; return the entities to be told anew."""
        rows = self._redirects.find(REDIRECTS.c.article, [article])
        for row in rows:
            self._redirects.drop(row["old"])
        return sorted({row["entity"] for row in rows})

    def _forget_redirects(self, entity: str) -> None:
        for row in self._redirects.find(REDIRECTS.c.entity, [entity]):
            self._redirects.drop(row["old"])

    # ------------------------------------------------------------ ids

    def _free(self, naming: Naming, article: str, keep: str | None) -> str:
        """Return an id for something new; it follows from what it is and where it was told."""
        seed = self._seed(naming, article)
        identity, times = keep or seed, 1
        while self._is_taken(identity):
            identity = seed if times == 1 else short_id("ent", seed, str(times))
            times += 1
        return identity

    def _seed(self, naming: Naming, article: str) -> str:
        told = naming, article
        if told not in self._seeds:
            where = () if naming.known.reference else (article,)
            self._seeds[told] = short_id("ent", *naming.founding, *where)
        return self._seeds[told]

    def _is_taken(self, identity: str) -> bool:
        """Say whether an id is an entity's, or once was of one that became another."""
        if self.entities.find(identity) is not None:
            return True
        return self._redirects.get(identity) is not None

    def settle(self) -> None:
        """Write what changed into the rows."""
        self.entities.settle()
        self.accounts.settle()
        self._seeds.clear()


def _in_order(left: tuple[Account, int, str]) -> tuple[int, int]:
    return left[0].position, left[1]
