"""The extractions that count, as they stand now, and what leads to them."""

from collections.abc import Collection, Iterable
from operator import attrgetter

from ingestd.projections.entity_tables import EXTRACTIONS, PLACES, ROLES
from ingestd.projections.tellings import Account, account_of_row
from ingestd.resolution import Link
from ingestd.store.pairs import Pairs
from ingestd.store.rows import Row, Tables

_EXTRACTOR = attrgetter("extractor")


class Accounts:
    """The extractions of a generation; what is changed of them is written with the page."""

    def __init__(self, tables: Tables) -> None:
        self._extractions = tables[EXTRACTIONS]
        self._places: Pairs[int] = tables.pairs(PLACES)
        self._roles = tables[ROLES]
        self._touched: dict[int, Account] = {}
        self._written: list[Row] = []
        self._article = ""  # asked for last, and what was found
        self._of_article: list[Account] = []
        self._alone: Account | None = None  # if that is all

    def load(self, articles: Collection[str]) -> list[int]:
        """Ask for all extractions of these articles at once; return their positions."""
        rows = self._extractions.find(EXTRACTIONS.c.article, articles)
        return [row["position"] for row in rows]

    def load_places(self, entities: Collection[str]) -> None:
        """Ask for what leads to the extractions that tell of these entities at once."""
        self._places.load(entities)

    def of_article(self, article: str) -> list[Account]:
        """Return what each extractor tells of an article."""
        if article != self._article:
            rows = self._extractions.find(EXTRACTIONS.c.article, [article])
            self._note(article, map(_account, rows))
        return self._of_article

    def _note(self, article: str, accounts: Iterable[Account]) -> None:
        found = [*accounts]
        if len(found) > 1:
            found.sort(key=_EXTRACTOR)
        self._article, self._of_article = article, found
        self._alone = found[0] if len(found) == 1 else None

    def tell_of(self, article: str, entity: str) -> bool:
        """Say whether some extraction of the article tells of the entity."""
        return any(entity in account.who for account in self.of_article(article))

    def of_entity(self, entity: str) -> list[Account]:
        """Return the extractions that tell of an entity, in the order of the log."""
        positions = self._places.of(entity)
        self._extractions.load((position,) for position in positions)
        return [self.at(position) for position in positions]

    def last_of(self, entity: str) -> Account:
        """Return the last extraction that tells of an entity."""
        position = self._places.last(entity)
        if position is None:
            raise LookupError(f"nothing tells of {entity}")
        return self.at(position)

    def at(self, position: int) -> Account:
        """Return the extraction at this position."""
        return _account(self._extractions.one(position))

    def enter(self, account: Account) -> None:
        """Keep an extraction from now on; its tellings are nobody's yet."""
        self._extractions.add({**account.row(), "account": account})
        self._touched[account.position] = account
        if self._article == account.article:
            self._note(account.article, [*self._of_article, account])
        else:
            self._look_anew()

    def forget(self, account: Account) -> None:
        """Keep an extraction no longer."""
        for entity in account.who:
            self._places.remove(entity, account.position)
        for place, told in enumerate(account.tellings):
            if told.role:
                self._roles.remove(account.position, place)
        self._extractions.remove(account.position)
        self._touched.pop(account.position, None)
        self._look_anew()

    def take(self, account: Account, place: int, entity: str, link: Link | None) -> bool:
        """Take a telling that is nobody's for an entity.

        Say whether it is the first thing that the article tells of the entity.
        """
        is_first = entity not in account.who
        if is_first:
            is_first = account is self._alone or not self.tell_of(account.article, entity)
            account.who.add(entity)
            self._places.add(entity, account.position)
        told = account.tellings[place]
        told.entity = entity
        if link is not None:
            told.score, told.reason = link.score, link.reason
        if told.role:
            self._roles.add(
                {
                    "position": account.position,
                    "place": place,
                    "entity": entity,
                    "title": told.role,
                    "at": told.affiliation,
                    "article": account.article,
                }
            )
        return is_first

    def write(self, account: Account) -> None:
        """Put what was just told into its row, of which all is at hand still."""
        row = self._extractions.one(account.position)
        row["tellings"] = account.written
        self._written.append(row)
        del self._touched[account.position]

    def let_go(self) -> None:
        """Keep what was written as it was written alone: nobody has hold of it any more."""
        for row in self._written:
            if row["position"] not in self._touched:
                row.pop("account", None)  # it is much, and hardly ever asked for again
        self._written.clear()
        self._look_anew()

    def move(self, entity: str, into: str) -> None:
        """Take all tellings of an entity for another."""
        for account in self.of_entity(entity):
            self._drop_place(account, entity)
            self._add_place(account, into)
            for told in account.tellings:
                if told.entity == entity:
                    told.entity = into
        for row in self._roles.find(ROLES.c.entity, [entity]):
            row["entity"] = into
            self._roles.changed(row)

    def judge_role(self, position: int, entity: str, title: str, article: str) -> None:
        """Give somebody a role that a judgement, at this position, says they have."""
        told = {"entity": entity, "title": title, "at": None, "article": article}
        self._roles.put({"position": position, "place": 0, **told})

    def drop_judged_role(self, position: int) -> None:
        """Let the role of a judgement be nobody's."""
        self._roles.drop(position, 0)

    def release(self, entity: str) -> list[tuple[Account, int]]:
        """Take no telling for this entity any more; return them in the order of the log."""
        released = []
        for account in self.of_entity(entity):
            self._drop_place(account, entity)
            for place, told in enumerate(account.tellings):
                if told.entity == entity:
                    told.release()
                    if told.role:
                        self._roles.remove(account.position, place)
                    released.append((account, place))
        return released

    def _add_place(self, account: Account, entity: str) -> None:
        if entity not in account.who:
            account.who.add(entity)
            self._places.add(entity, account.position)

    def _drop_place(self, account: Account, entity: str) -> None:
        account.who.remove(entity)
        self._places.remove(entity, account.position)
        self._touched[account.position] = account

    def _look_anew(self) -> None:
        self._article, self._alone = "", None

    def settle(self) -> None:
        """Write what changed into the rows."""
        for position, account in self._touched.items():
            row = self._extractions.one(position)
            row["tellings"] = account.written
            self._extractions.changed(row)
            self._written.append(row)
        self._touched.clear()
        self.let_go()


def _account(row: Row) -> Account:
    account: Account | None = row.get("account")
    if account is None:
        account = row["account"] = account_of_row(row)
    return account
