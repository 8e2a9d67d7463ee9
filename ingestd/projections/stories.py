"""Stories: articles that tell the same, copies and translations, put together.

Articles that were found to tell one story are linked; a story is what hangs together by such
links, two articles at least. Its id derives from the article of it that came first.
"""

from collections import defaultdict
from collections.abc import Collection, Sequence

import msgspec

from ingestd.events import (
    DocumentDisappeared,
    DocumentErased,
    DocumentFoundAgain,
    DocumentMoved,
    DocumentParsed,
    DocumentReceived,
    DocumentRejected,
    Event,
    Recorded,
)
from ingestd.events.briefs import NamesExtracted
from ingestd.events.ids import short_id
from ingestd.projections import story_traits
from ingestd.projections.projection import Projection
from ingestd.projections.story_neighbours import Neighbours
from ingestd.projections.story_postings import Directory
from ingestd.projections.story_tables import (
    LINKS,
    MEMBERS,
    STORIES,
    TABLES,
    TRAITS,
    VIEWS,
)
from ingestd.projections.story_traits import traits_of
from ingestd.resolution.meeting import (
    copy_keys,
    likely,
    many,
    sought_blocks,
    sought_buckets,
    told_keys,
)
from ingestd.resolution.names import fold
from ingestd.resolution.stories import Traits, same_story
from ingestd.store.rows import Row, Tables

COMPARED = 8
"""Articles that one is compared to, those that have the rarest in common with it."""
TITLES = 20
"""Titles of a story in which words are sought."""

OF_DOCUMENTS = (
    DocumentReceived,
    DocumentFoundAgain,
    DocumentMoved,
    DocumentDisappeared,
    DocumentParsed,
    NamesExtracted,
    DocumentRejected,
)

stories = Projection("stories", version=6, tables=TABLES, views=VIEWS)


class Library:
    """Which articles are linked, and the stories that follow, at some event of the log."""

    def __init__(self, tables: Tables) -> None:
        self.directory = Directory(tables)
        self.traits = tables[TRAITS]
        self.members = tables[MEMBERS]
        self._stories = tables[STORIES]
        self._links = tables[LINKS]
        self._neighbours = Neighbours(self.traits)

    def known(self, article: str | None) -> Row | None:
        """The traits of an article, where it was read."""
        member = self.members.get(article)
        return None if member is None else self.traits.get(member["position"])

    def relate(self, row: Row) -> None:
        """Compare an article as it is now to those that are near, and put it where it belongs."""
        article, number, traits = row["article"], row["number"], traits_of(row)
        parted = self._part(article)
        copies = copy_keys(traits.sketch)
        met = self.directory.under(copies)
        met += self.directory.met(sought_buckets(traits), sought_blocks(traits, number))
        known = list(map(many, met))
        linked = self._link(article, traits, likely(met, known, COMPARED))
        keys = [*copies, *told_keys(traits, number, known[len(copies) :])]
        self.directory.post(number, keys)
        self._neighbours.come(number, article, traits)
        story_traits.post(row, keys)
        row["related"] = row["revision"]
        self.traits.changed(row)
        if parted or linked:
            self._regroup(article)

    def hide(self, row: Row) -> None:
        """Let nobody find an article by what it was: that changes now."""
        if row["related"] is not None:
            self.directory.withdraw(row["number"], story_traits.posted(row))
            self._neighbours.go(row["number"])
            row["related"] = None
            self.traits.changed(row)

    def take_out(self, row: Row) -> None:
        """Let an article be of no story."""
        self.hide(row)
        if self._part(row["article"]):
            self._regroup(row["article"])

    def erase(self, article: str) -> None:
        """Keep nothing of an article; its story goes on under the same id, while there is one."""
        member = self.members.one(article)
        if member["story"] == member["own"]:
            heir = self._told_by(member["story"])[1]
            heir["own"] = member["own"]
            self.members.changed(heir)
        row = self.known(article)
        if row is not None:
            self.take_out(row)
            self.traits.drop(row["number"])
        self.members.drop(article)

    def refresh(self, article: str) -> None:
        """Show in its story what changed of an article."""
        story = self.members.one(article)["story"]
        if story is not None:
            self._show(story, self._told_by(story))

    def settle(self) -> None:
        """Let go what was needed for this page."""
        self.directory.end_page()
        self._neighbours.end_page()

    def load(self, articles: Collection[str], came: Collection[int]) -> None:
        """Load what telling of these asks for; some came at these positions, it may be first."""
        self.members.load((each,) for each in articles)
        known = filter(None, map(self.members.get, articles))
        numbers = {member["position"] for member in known}.union(came)
        self.traits.load((each,) for each in sorted(numbers))
        self._linked(articles)

    # ------------------------------------------------------------ who is near

    def _link(self, article: str, traits: Traits, others: Sequence[int]) -> bool:
        """Link an article to those that tell the same; say whether any of them does."""
        linked = False
        for other in self._neighbours.of(others):
            kin = same_story(traits, other.traits)
            if kin is not None:
                link = {"article": article, "other": other.article}
                self._links.add(link | {"score": kin.score, "reason": kin.reason})
                linked = True
        return linked

    # ------------------------------------------------------------ what hangs together

    def _part(self, article: str) -> bool:
        """Let an article be linked to none; say whether it was."""
        links = self._linked([article])
        for link in links:
            self._links.drop(link["article"], link["other"])
        return bool(links)

    def _linked(self, articles: Collection[str]) -> list[Row]:
        return [
            *self._links.find(LINKS.c.article, articles),
            *self._links.find(LINKS.c.other, articles),
        ]

    def _regroup(self, article: str) -> None:
        """Make stories of what hangs together now, of all that an article had or has to do with."""
        ends = {link[end] for link in self._linked([article]) for end in ("article", "other")}
        self.members.load((each,) for each in ends)
        parted = self.members.one(article)["story"]
        touched = {self.members.one(each)["story"] for each in ends} | {parted}
        known = sorted(story for story in touched if story is not None)
        everybody = {each["article"] for story in known for each in self._told_by(story)}
        everybody |= ends | {article}
        groups = [everybody] if parted is None else self._components(everybody)
        for story in known:
            self._stories.drop(story)
        for group in groups:
            self._tell(group)

    def _components(self, articles: Collection[str]) -> list[set[str]]:
        """The parts of these that hang together, in the order of their least ids."""
        beside: defaultdict[str, set[str]] = defaultdict(set)
        for link in self._linked(sorted(articles)):
            beside[link["article"]].add(link["other"])
            beside[link["other"]].add(link["article"])
        left, groups = set(articles), []
        for start in sorted(articles):
            group, ahead = set(), {start} & left
            while ahead:
                group |= ahead
                ahead = {far for near in ahead for far in beside[near]} - group
            left -= group
            groups += [group] if group else []
        return groups

    def _tell(self, group: Collection[str]) -> None:
        """Put articles into one story; whoever is alone is in none."""
        rows = sorted((self.members.one(each) for each in group), key=_in_order)
        story = rows[0]["own"] if len(rows) > 1 else None
        for row in rows:
            if row["story"] != story:
                row["story"] = story
                self.members.changed(row)
        if story is not None:
            self._show(story, rows)

    def _told_by(self, story: str) -> list[Row]:
        return sorted(self.members.find(MEMBERS.c.story, [story]), key=_in_order)

    def _show(self, story: str, rows: Sequence[Row]) -> None:
        titles = [row["title"] for row in rows if row["title"]]
        languages = list(dict.fromkeys(row["language"] for row in rows if row["language"]))
        self._stories.put(
            {
                "id": story,
                "title": next(iter(titles), None),
                "languages": msgspec.json.encode(languages).decode(),
                "articles": len(rows),
                "first_seen_at": rows[0]["first_at"],
                "updated_at": max(row["changed_at"] for row in rows),
                "folded": fold(" ".join(titles[:TITLES])),
            }
        )


def _in_order(row: Row) -> tuple[str, int]:
    return row["first_at"], row["position"]


@stories.ahead
def load_documents(tables: Tables, page: Sequence[Recorded[Event]]) -> None:
    """Every document of the page is asked for at once."""
    library = tables.beside(Library)
    told = [recorded.event for recorded in page]
    documents = {event.document for event in told if isinstance(event, OF_DOCUMENTS)}
    came = [each.position for each in page if isinstance(each.event, DocumentReceived)]
    library.load(sorted(filter(None, documents)), came)
    parsed = (event for event in told if isinstance(event, DocumentParsed))
    library.directory.load(key for event in parsed for key in copy_keys(event.sketch))


@stories.on(DocumentReceived)
def expect(tables: Tables, recorded: Recorded[DocumentReceived]) -> None:
    """Remember when an article came first."""
    document = recorded.event.document
    if tables[MEMBERS].get(document) is None:
        tables[MEMBERS].add(
            {
                "article": document,
                "own": short_id("story", document),
                "story": None,
                "title": None,
                "language": None,
                "first_at": recorded.recorded_at,
                "changed_at": recorded.recorded_at,
                "position": recorded.position,
            }
        )


@stories.on(DocumentParsed)
def read(tables: Tables, recorded: Recorded[DocumentParsed]) -> None:
    """Take an article's newest text for what it is; it stays where it was until it is compared."""
    event, library = recorded.event, tables.beside(Library)
    member = tables[MEMBERS].get(event.document)
    row = library.known(event.document)
    if member is None or (row is not None and row["revision"] > event.revision):
        return
    if row is None:
        unread = story_traits.unread(event.document, member["position"], member["first_at"])
        row = tables[TRAITS].add(unread)
    library.hide(row)
    story_traits.read(row, event)
    tables[TRAITS].changed(row)
    member |= {
        "title": event.title,
        "language": event.language,
        "changed_at": recorded.recorded_at,
    }
    tables[MEMBERS].changed(member)
    library.refresh(event.document)


@stories.on(NamesExtracted)
def compare(tables: Tables, recorded: Recorded[NamesExtracted]) -> None:
    """Put an article into its story, now that it is known whom it names."""
    event, library = recorded.event, tables.beside(Library)
    row = _of_revision(tables, event)
    if row is None:
        return
    entities = event.extraction.entities
    if row["related"] is not None:
        if not story_traits.is_news(row, event.extractor, entities):
            return
        library.hide(row)
    story_traits.name(row, event.extractor, entities)
    tables[TRAITS].changed(row)
    if row["shown"]:
        library.relate(row)


@stories.on(DocumentRejected)
def compare_unnamed(tables: Tables, recorded: Recorded[DocumentRejected]) -> None:
    """An article of which nobody can say whom it names may be a copy of another all the same."""
    event = recorded.event
    if event.stage == "extract" and event.document is not None:
        row = _of_revision(tables, event)
        if row is not None and row["related"] is None and row["shown"]:
            tables.beside(Library).relate(row)


@stories.on(DocumentDisappeared)
def withdraw(tables: Tables, recorded: Recorded[DocumentDisappeared]) -> None:
    """What is withdrawn leaves its story."""
    library = tables.beside(Library)
    row = library.known(recorded.event.document)
    if recorded.event.withdrawn and row is not None:
        row["shown"] = 0
        tables[TRAITS].changed(row)
        library.take_out(row)


def bring_back(
    tables: Tables,
    recorded: Recorded[DocumentReceived | DocumentFoundAgain | DocumentMoved],
) -> None:
    """What is found again after it was withdrawn is compared again."""
    library = tables.beside(Library)
    row = library.known(recorded.event.document)
    if row is not None and not row["shown"]:
        row["shown"] = 1
        tables[TRAITS].changed(row)
        library.relate(row)


stories.on(DocumentReceived)(bring_back)
stories.on(DocumentFoundAgain)(bring_back)
stories.on(DocumentMoved)(bring_back)


@stories.on(DocumentErased)
def forget(tables: Tables, recorded: Recorded[DocumentErased]) -> None:
    """An erased article leaves its story, and nothing stays of it."""
    event = recorded.event
    if event.place is None and tables[MEMBERS].get(event.document) is not None:
        tables.beside(Library).erase(event.document)


def _of_revision(tables: Tables, event: NamesExtracted | DocumentRejected) -> Row | None:
    """The traits of an article, if what is told of it is told of the revision that counts."""
    row = tables.beside(Library).known(event.document)
    return row if row is not None and row["revision"] == event.revision else None
