"""Everything that can be foreseen to go wrong.

IngestdError
├── ConfigError                  the configuration says what cannot be done
├── UsageError                   a command was asked for what is not there
├── DocumentError                one document cannot be taken in
│   ├── UnreadableError          its bytes are not what they claim to be
│   ├── TooLargeError            it is over the size that is read
│   └── LostBlobError            what was kept of it is missing or damaged
├── UnavailableError             an extractor cannot be asked now (a retry can help)
├── SourceError                  a source could not say what is there
│   ├── FetchError               the outside world failed (a retry can help)
│   │   ├── UnreachableError     there was no way to the host at all: no name, no connection
│   │   ├── PrivateHostError     its name leads to where strangers' names must not lead
│   │   ├── RefusedError         its server answered that it will not, for now or for good
│   │   ├── ForbiddenError       the rules its site has for robots forbid it
│   │   ├── BusyHostError        it was not asked at all: its turn comes in a later look
│   │   └── VanishedError        what was seen a moment ago is not there any more
│   ├── StoppedSourceError       it was gone for good, and is asked no more
│   └── MalformedFeedError       what came is no feed
├── StoreError                   the log or the blobs could not be read or written
│   ├── StoreUnavailableError    no connection, read-only media
│   │   └── StoreBusyError       it answers, but has no time now (a retry can help)
│   ├── StorageFullError         no room is left on the device
│   ├── DeviceFailedError        the device did not keep what it was told to keep
│   ├── DamagedStoreError        the database cannot read its own file
│   ├── ConflictError            somebody else appended first (a retry can help)
│   ├── UnknownEventError        the log holds what only a later ingestd can read
│   └── MalformedEventError      what the log holds of an event is not what its type says
├── PoisonError                  the code of a projection fails at an event
├── AlreadyRunningError          another daemon holds this data directory
├── CheckpointError              a signed checkpoint cannot be used, or is not to be trusted
└── DifferenceError              a verification found a difference
"""

from dataclasses import dataclass


class IngestdError(Exception):
    """A foreseen failure: its text says where and what, `hint` says the remedy."""

    retryable = False
    exit_code = 1

    def __init__(self, message: str, *, hint: str | None = None) -> None:
        super().__init__(message)
        self.hint = hint


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing wrong with a configuration: where it stands, what it is, what helps."""

    file: str
    line: int | None
    message: str
    hint: str | None = None

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}" if self.line else self.file
        advice = f"\n  {self.hint}" if self.hint else ""
        return f"{where}: {self.message}{advice}"


class ConfigError(IngestdError):
    """The configuration cannot be used; carries every problem that was found."""

    exit_code = 78

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems


class UsageError(IngestdError):
    """What was asked for is not there, or cannot be asked so."""

    exit_code = 2


class DocumentError(IngestdError):
    """One document cannot be taken in; becomes a recorded rejection."""

    exit_code = 65


class UnreadableError(DocumentError):
    """The bytes are not what they claim to be."""


class TooLargeError(DocumentError):
    """The document is over the size that is read."""

    def __init__(self, size: int, limit: int) -> None:
        super().__init__(
            f"{size:,} bytes are over the limit of {limit:,}",
            hint="raise 'max_bytes' of its source, or split the document",
        )


class LostBlobError(DocumentError):
    """What was kept of a document is missing, or is not what it was."""

    exit_code = 69


class UnavailableError(IngestdError):
    """An extractor cannot be asked now; the document is not to blame, and waits.

    `pause` is in seconds, where it was said how long to wait. `is_suspect` where it may be the
    document after all, of which the one who was asked fell ill.
    """

    retryable = True
    exit_code = 75

    def __init__(
        self,
        message: str,
        *,
        hint: str | None = None,
        pause: float = 0.0,
        is_suspect: bool = False,
    ) -> None:
        super().__init__(message, hint=hint)
        self.pause = pause
        self.is_suspect = is_suspect


class SourceError(IngestdError):
    """A source could not say what is there."""

    exit_code = 74


class FetchError(SourceError):
    """The outside world failed: timeout, 5xx, vanished mount."""

    retryable = True
    exit_code = 75

    def __init__(self, origin: str, reason: str, *, hint: str | None = None) -> None:
        super().__init__(f"could not fetch {origin}: {reason}", hint=hint)


class UnreachableError(FetchError):
    """There was no way to the host at all; it may be our own network that is down.

    A host that refuses the connection is there: that is another FetchError.
    """


class PrivateHostError(FetchError):
    """Its name, or a redirect, leads into a network that is not public; nobody was asked."""

    def __init__(self, origin: str, *, host: str, address: str) -> None:
        super().__init__(
            origin,
            f"{host} is at {address}, which is not on the public internet",
            hint="if that is meant, add its network to 'allow_networks' of the source",
        )


class RefusedError(FetchError):
    """The server answered, but not with what was asked for.

    `status` is HTTP's; `retry_after` is in seconds, where the server said so.
    """

    def __init__(
        self,
        origin: str,
        reason: str,
        *,
        status: int,
        retry_after: float | None = None,
        hint: str | None = None,
    ) -> None:
        super().__init__(origin, reason, hint=hint)
        self.status = status
        self.retry_after = retry_after


class ForbiddenError(FetchError):
    """It was not asked for: the site's robots.txt asks robots not to."""

    retryable = False

    def __init__(self, origin: str) -> None:
        super().__init__(
            origin,
            "the robots.txt of its site forbids it",
            hint="ask the publisher, or do without: a feed's own text is not forbidden",
        )


class BusyHostError(FetchError):
    """It was not asked at all: its host is left alone for now, or had its share of this look.

    What was to be fetched has not failed; a later look finds it again. `until` is in seconds
    from now.
    """

    def __init__(self, origin: str, reason: str, *, until: float) -> None:
        super().__init__(
            origin, reason, hint="wait; it is asked for again by itself in a later look"
        )
        self.until = until


class VanishedError(FetchError):
    """What was seen a moment ago is not there any more; nothing was lost by us."""


class StoppedSourceError(SourceError):
    """A source is asked no more, because its server said that it is gone for good."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(
            f"it is asked no more: {reason}",
            hint=f"'ingestd sources resume {name}' has it asked again; or correct its address",
        )


class MalformedFeedError(SourceError):
    """What came from a feed's address is no feed."""


class StoreError(IngestdError):
    """The log or the blobs could not be read or written."""

    exit_code = 69


class StoreUnavailableError(StoreError):
    """There is no way to the store: no connection, no permission, read-only media."""

    retryable = True


class StoreBusyError(StoreUnavailableError):
    """The store is there, but has no time: it throttles, or does not answer in time."""

    exit_code = 75

    def __init__(self, message: str) -> None:
        super().__init__(
            message, hint="wait; what was not recorded is taken up again by itself"
        )


class StorageFullError(StoreError):
    """No room is left on the device; nothing was half written."""

    retryable = True
    exit_code = 74

    def __init__(self, where: str) -> None:
        super().__init__(
            f"no room is left to write {where}",
            hint="free some space; what was not recorded is taken up again by itself",
        )


class DeviceFailedError(StoreError):
    """The device did not keep what it was told to keep; asking it again would prove nothing.

    What failed to reach it may be taken for written by the system from then on, so that a
    second try that succeeds says nothing: whoever writes stops.
    """

    exit_code = 74

    def __init__(self, where: str, said: str) -> None:
        super().__init__(
            f"the device failed to keep {where}: {said}",
            hint="check the device before the next start; what was not recorded is taken up again",
        )


class DamagedStoreError(StoreError):
    """The database cannot read its own file any more."""

    def __init__(self, where: str, said: str) -> None:
        super().__init__(
            f"{where} is damaged: {said}",
            hint="'ingestd verify' names what is; bring the file back from a backup",
        )


class ConflictError(StoreError):
    """Somebody else appended to the stream, or moved the checkpoint, first."""

    retryable = True


class UnknownEventError(StoreError):
    """The log holds an event, or a version of one, that only a later ingestd can read."""

    def __init__(self, name: str, version: int, position: int | None = None) -> None:
        super().__init__(
            f"event {_at(position)}of type {name}, version {version}, is not known here",
            hint="a later version of ingestd wrote it: install that one, or a newer one",
        )


class MalformedEventError(StoreError):
    """What the log holds of an event is not what its type says."""

    def __init__(self, name: str, reason: str, position: int | None = None) -> None:
        super().__init__(
            f"event {_at(position)}of type {name} cannot be read: {reason}",
            hint="'ingestd verify' tells whether the log is what was written",
        )


def _at(position: int | None) -> str:
    return "" if position is None else f"{position} "


class PoisonError(IngestdError):
    """The code of a projection fails at an event: a bug, which needs another version."""


class AlreadyRunningError(IngestdError):
    """Another daemon holds this data directory."""

    exit_code = 75


class CheckpointError(IngestdError):
    """A file is no checkpoint, or nobody who is trusted signed it."""

    exit_code = 65


class DifferenceError(IngestdError):
    """A verification found a difference."""

    exit_code = 3
