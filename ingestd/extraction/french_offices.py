"""The offices that a French text gives a person, each with its place and its years."""

from ingestd.events.facts import Office
from ingestd.extraction.french_posts import callings
from ingestd.extraction.spots import Reading, Spot


def offices(
    spots: list[Spot],
    reading: Reading,
    bodies: dict[int, dict[int, int]],
    topics: dict[str, int],
) -> tuple[Office, ...]:
    """Every title at every place, once; `bodies` says by sentence and token who stands there."""
    found: dict[tuple[str, int | None], Office] = {}
    for spot in spots:
        line, known = reading.lines[spot.sentence], topics | recent(bodies, spot.sentence)
        for called in callings(line, spot.piece, bodies.get(spot.sentence, {}), known):
            if not called.title:
                continue
            start, end = line.tokens[called.first].start, line.tokens[called.last].end
            office = Office(
                title=called.title,
                told=reading.view.quote(start, end),
                body=called.body,
                since=called.since,
                until=called.until,
            )
            found.setdefault((called.title.lower(), called.body), office)
    return tuple(found.values())


_BACK = 4


def recent(bodies: dict[int, dict[int, int]], sentence: int) -> dict[str, int]:
    """Which organisation the last sentences that name any begin with."""
    for number in range(sentence - 1, max(sentence - _BACK, -1), -1):
        if bodies.get(number):
            return {"recent": bodies[number][min(bodies[number])]}
    return {}
