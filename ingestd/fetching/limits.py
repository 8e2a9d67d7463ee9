"""How much one fetch may take."""

from dataclasses import dataclass

from ingestd.errors import FetchError
from ingestd.fetching.addresses import Network


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Bytes after decompression, seconds in all, and networks that are not public."""

    max_bytes: int
    seconds: float
    networks: tuple[Network, ...] = ()


def too_large(origin: str, limits: Limits) -> FetchError:
    """What is said where more comes than may be taken."""
    reason = f"the answer is over the limit of {limits.max_bytes:,} bytes"
    return FetchError(origin, reason, hint="raise 'max_bytes' of the source")


def too_slow(origin: str, limits: Limits) -> FetchError:
    """What is said where it takes more time than there is."""
    reason = f"no complete answer within {limits.seconds:g} s"
    return FetchError(origin, reason, hint="raise 'timeout' of the source")
