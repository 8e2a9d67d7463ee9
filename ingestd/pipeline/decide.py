"""Whether what was found is news; pure."""

import msgspec

from ingestd.events import DocumentFoundAgain, DocumentMoved, DocumentReceived
from ingestd.events.documents import Cause, Sameness
from ingestd.events.ids import digest, document_id
from ingestd.events.text import sound
from ingestd.sources.found import Body, BodyKind

Fact = DocumentReceived | DocumentFoundAgain | DocumentMoved

CHURN = 24
"""Revisions of one place in which no word changed; lemon24/reader allows an entry as many."""

_EDITS: dict[BodyKind, Cause] = {"file": "file_edit", "feed": "feed_edit", "page": "page_edit"}


class Known(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A document that is in the corpus.

    `revision` is its last one over all places; `is_whole` False where only a summary of it is
    known; `is_held` where a place is there whose edits are its revisions.
    """

    document: str
    revision: int
    is_whole: bool = True
    is_held: bool = True


class Place(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """What a place showed at the last look, and of which document.

    `holds` where its edits are the document's revisions; `was_lost` where it could not be
    read meanwhile, was filtered, or did not show it; `same_words` where what it shows now has
    the words of before, `churn` how often that was so.
    """

    known: Known
    fingerprint: str
    holds: bool = True
    was_lost: bool = False
    same_words: bool = False
    churn: int = 0


class Same(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A document that what was found is known to be; `before` is the place it has left for this."""

    known: Known
    by: Sameness
    before: str | None = None


class Shown(msgspec.Struct, frozen=True, kw_only=True):
    """What a place shows now."""

    origin: str
    source: str
    body: Body
    fingerprint: str
    guid: str | None = None


class Verdict(msgspec.Struct, frozen=True, kw_only=True):
    """What follows: a fact or none, and what the place is from now on.

    `document` and `revision` are what it shows; `holds` as of a Place. `keeps` is False where
    what it shows now is not to be remembered: it shows less than it did.
    """

    fact: Fact | None
    document: str
    revision: int
    holds: bool
    keeps: bool = True
    churned: bool = False


def fingerprint_of(body: Body) -> str:
    """Stand for content and title together: a feed may change either."""
    blob = body.digest
    return blob if body.title is None else digest(f"{blob}\n{sound(body.title)}".encode())


def decide_intake(shown: Shown, *, here: Place | None, same: Same | None) -> Verdict:
    """Say what follows from finding these bytes at this place; touch nothing.

    `here` is what the place showed before, `same` what its bytes or names are known for. A
    document is named by the bytes it began with, and its revisions are made where it began.
    Any other place shows it in words of its own, which are no news: unless it shows the whole
    where only a summary was known, or no place is left where it began.
    """
    if here is None:
        return _at_new_place(shown, same)
    if here.fingerprint == shown.fingerprint:
        fact = _again(shown, here.known) if here.was_lost else None
        return _stay(here, fact)
    if here.holds or not here.known.is_held:
        return _at_its_own(shown, here)
    return _at_a_copy(shown, here, same)


def _at_new_place(shown: Shown, same: Same | None) -> Verdict:
    if same is None:
        return _begin(shown)
    known = same.known
    if same.before is not None:
        moved = DocumentMoved(
            document=known.document,
            source=shown.source,
            origin=shown.origin,
            before=same.before,
        )
        return _show(known, moved, holds=True)
    if same.by != "content" and (_is_fuller(shown, known) or not known.is_held):
        return _revise(shown, known)
    again = DocumentFoundAgain(
        document=known.document,
        source=shown.source,
        origin=shown.origin,
        blob=shown.body.digest,
        by=same.by,
    )
    return _show(known, again, holds=not known.is_held)


def _at_its_own(shown: Shown, here: Place) -> Verdict:
    known = here.known
    if known.is_whole and not shown.body.whole:
        return _stay(here, _again(shown, known) if here.was_lost else None, keeps=False)
    if here.same_words and here.churn >= CHURN:
        return _stay(here, _again(shown, known) if here.was_lost else None)
    return _revise(shown, known, churned=here.same_words)


def _at_a_copy(shown: Shown, here: Place, same: Same | None) -> Verdict:
    if same is None:
        return _begin(shown)  # an edited copy goes its own way
    if same.known.document != here.known.document:
        return _at_new_place(shown, same)
    if _is_fuller(shown, here.known):
        return _revise(shown, here.known)
    return _stay(here, _again(shown, here.known) if here.was_lost else None)


def _is_fuller(shown: Shown, known: Known) -> bool:
    return shown.body.whole and not known.is_whole


def _again(shown: Shown, known: Known) -> DocumentFoundAgain:
    return DocumentFoundAgain(
        document=known.document,
        source=shown.source,
        origin=shown.origin,
        blob=shown.body.digest,
        again=True,
    )


def _stay(here: Place, fact: Fact | None, *, keeps: bool = True) -> Verdict:
    known = here.known
    return Verdict(
        fact=fact,
        document=known.document,
        revision=known.revision,
        holds=here.holds or not known.is_held,
        keeps=keeps,
    )


def _show(known: Known, fact: Fact, *, holds: bool) -> Verdict:
    return Verdict(fact=fact, document=known.document, revision=known.revision, holds=holds)


def _begin(shown: Shown) -> Verdict:
    return _receive(shown, document_id(shown.fingerprint), 1)


def _revise(shown: Shown, known: Known, *, churned: bool = False) -> Verdict:
    fuller = _is_fuller(shown, known)
    cause: Cause = "fuller" if fuller else _EDITS[shown.body.kind]
    return _receive(shown, known.document, known.revision + 1, cause=cause, churned=churned)


def _receive(
    shown: Shown,
    document: str,
    revision: int,
    *,
    cause: Cause | None = None,
    churned: bool = False,
) -> Verdict:
    body = shown.body
    fact = DocumentReceived(
        document=document,
        revision=revision,
        source=shown.source,
        origin=shown.origin,
        blob=body.digest,
        media_type=body.media_type,
        size=len(body.content),
        url=body.url,
        title=body.title,
        published=body.published,
        author=body.author,
        guid=shown.guid,
        cause=cause,
        whole=body.whole,
    )
    return Verdict(fact=fact, document=document, revision=revision, holds=True, churned=churned)
