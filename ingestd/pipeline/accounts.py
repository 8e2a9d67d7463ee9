"""Which event stands for which outcome: what is counted, and what the log tells, are the same."""

from ingestd.events import (
    DocumentFiltered,
    DocumentFoundAgain,
    DocumentReceived,
    DocumentRejected,
    Event,
)

OUTCOMES = ("accepted", "revised", "duplicate", "unchanged", "rejected", "filtered")


def outcome_of(fact: Event) -> tuple[str, str] | None:
    """The source of whose items this is one, and its outcome; None where it is none of an item.

    What is unchanged has no event, or one that says that it is back, or elsewhere.
    """
    match fact:
        case DocumentReceived():
            return fact.source, "accepted" if fact.revision == 1 else "revised"
        case DocumentFoundAgain(again=False):
            return fact.source, "duplicate"
        case DocumentRejected(stage="intake"):
            return fact.source, "rejected"
        case DocumentFiltered():
            return fact.source, "filtered"
        case _:
            return None
