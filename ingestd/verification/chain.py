"""From row to row: does each one follow from what is before it?"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from functools import lru_cache
from itertools import islice

import msgspec

from ingestd.errors import StoreError
from ingestd.events.blobs import blobs_named
from ingestd.events.envelope import TOMBSTONE, bound_hash, chain_hash
from ingestd.events.ids import digest, event_ids
from ingestd.store.log_rows import Head, LogRow
from ingestd.verification.findings import Finding, Kind

NO_WAY = (TypeError, ValueError, OverflowError, msgspec.MsgspecError, StoreError)
"""What is raised by values that are not what their column is for."""

Named = tuple[str, int]
"""The digest of a blob, and the position of an event that names it."""

_WRONG: dict[Kind, str] = {
    "data_changed": "its data is not what its digest says",
    "not_erased": "its data is gone, and no later event says that it was erased",
    "id_changed": "its id is not that of its place and time",
    "time_went_back": "it was recorded before the event that it follows",
    "chain_broken": "its hash does not follow from it and what is before it",
    "unreadable": "its data cannot be read",
}


class Chain:
    """How far a walk has come, and what the next row has to follow from.

    With `naming` it gathers which blobs the events name, and where.
    """

    def __init__(self, log_id: str, *, naming: bool) -> None:
        self._log_id = log_id
        self._naming = naming
        self.position = 0
        self.hash = digest(log_id.encode())
        self.recorded_at = ""
        self.named: list[Named] = []
        """Blobs that were named since somebody last emptied the list."""
        # the next row may follow from the hash that stands before it, or should stand there
        self._befores: tuple[str, ...] = (self.hash,)

    def follow(self, rows: Sequence[LogRow], erased: Mapping[str, int]) -> Iterator[Finding]:
        """Go on over these rows; give what is wrong with them.

        `erased` says of each erased stream at which position that was recorded.
        """
        done = self._pass_sound(rows, 0, erased)
        while done < len(rows):
            yield from self._examined(rows[done], erased)
            done = self._pass_sound(rows, done + 1, erased)

    def differing(self, head: Head) -> list[str]:
        """Say in what a head row is not that of the last row."""
        # a time that the chain does not bind is not to be compared with
        at = self.recorded_at if len(self._befores) == 1 else ""
        return [
            *(["its hash"] if head.hash != self.hash else []),
            *(["its time"] if at not in {"", head.recorded_at} else []),
        ]

    def skip_to(self, position: int) -> None:
        """Go on behind rows that nobody can read: what follows is taken as it stands."""
        self.position = position
        self._befores = ()

    def _pass_sound(self, rows: Sequence[LogRow], start: int, erased: Mapping[str, int]) -> int:
        """Follow rows as long as all is well; return where the first other one is."""
        if len(self._befores) != 1:
            return start
        before, position, recorded_at = self.hash, self.position, self.recorded_at
        log_id, naming, at = self._log_id, self._naming, start
        try:
            for row in islice(rows, start, None):
                if (
                    row[0] != position + 1
                    or bound_hash((before, *row[:13])) != row[13]
                    or digest(row[14]) != row[12]
                    or row[7] < recorded_at
                    or _ids(row[7], log_id)(row[0]) != row[1]
                ):
                    break
                if naming and erased.get(row[2], 0) < row[0]:
                    self._name(row)
                position, recorded_at, before = row[0], row[7], row[13]
                at += 1
        except NO_WAY:
            pass  # examined, and named
        self.position, self.recorded_at, self.hash = position, recorded_at, before
        self._befores = (before,)
        return at

    def _examined(self, row: LogRow, erased: Mapping[str, int]) -> Iterator[Finding]:
        if row[0] < 1:
            told = "it stands before the first position"
            yield Finding(position=row[0], kind="inserted", subject=row[2], told=told)
            return
        if row[0] != self.position + 1:
            yield self._after_a_gap(row)
        wrong = list(self._wrong_with(row, erased))
        if wrong:
            told = "; ".join(_WRONG[kind] for kind in wrong)
            yield Finding(position=row[0], kind=wrong[0], subject=row[2], told=told)
        if "chain_broken" in wrong:
            should = [self._hash_of(row, before) for before in self._befores]
            self._befores = (row[13], *should)
        else:
            # a time that is not bound by the chain would make all later ones go back
            self._befores, self.recorded_at = (row[13],), row[7]
        self.position, self.hash = row[0], row[13]

    def _after_a_gap(self, row: LogRow) -> Finding:
        first, last = self.position + 1, row[0] - 1
        self.skip_to(last)
        which = f"event {first} is" if first == last else f"events {first} to {last} are"
        told = f"{which} missing; whether {row[0]} followed cannot be told"
        return Finding(position=first, kind="missing", subject=None, told=told)

    def _wrong_with(self, row: LogRow, erased: Mapping[str, int]) -> Iterator[Kind]:
        living = erased.get(row[2], 0) < row[0]
        if _differs(lambda: digest(row[14]), row[12]):
            if row[14] != TOMBSTONE:
                yield "data_changed"
            elif living:
                yield "not_erased"
        elif living and self._naming and _fails(lambda: self._name(row)):
            yield "unreadable"
        if _differs(lambda: _ids(row[7], self._log_id)(row[0]), row[1]):
            yield "id_changed"
        if _differs(lambda: max(row[7], self.recorded_at), row[7]):
            yield "time_went_back"
        if self._befores and all(
            self._hash_of(row, before) != row[13] for before in self._befores
        ):
            yield "chain_broken"

    def _name(self, row: LogRow) -> None:
        self.named += [(blob, row[0]) for blob in blobs_named(row[4], row[5], row[14])]

    @staticmethod
    def _hash_of(row: LogRow, before: str) -> str:
        try:
            return chain_hash(before, row[:12], row[12])
        except NO_WAY:
            return ""


@lru_cache(maxsize=8)
def _ids(recorded_at: str, log_id: str) -> Callable[[int], str]:
    # many rows, one after the other, were recorded at once
    return event_ids(datetime.fromisoformat(recorded_at), log_id)


def _differs(reckon: Callable[[], object], found: object) -> bool:
    try:
        return reckon() != found
    except NO_WAY:
        return True


def _fails(work: Callable[[], None]) -> bool:
    try:
        work()
    except NO_WAY:
        return True
    return False
