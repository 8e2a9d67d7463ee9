"""By what an article is compared, from memory or from its row."""

from ingestd.projections import story_traits
from ingestd.projections.story_neighbours import Neighbour, Neighbours
from ingestd.projections.story_tables import TRAITS
from ingestd.projections.story_traits import traits_of
from ingestd.store.rows import Row, Tables

MOMENT = "2021-11-11T08:00:00Z"


def compared(rows: list[Row]) -> list[Neighbour]:
    return [Neighbour(row["article"], traits_of(row)) for row in rows]


def test_who_was_forgotten_or_changed_is_what_the_row_says() -> None:
    tables = Tables([TRAITS])
    rows = [
        tables[TRAITS].add(story_traits.unread(f"art_{number}", number, MOMENT))
        for number in range(4)
    ]
    neighbours = Neighbours(tables[TRAITS], room=2)
    before = neighbours.of([2, 0, 1, 3])

    for row in rows[:2]:
        row["figures"] = '["39000000"]'
    neighbours.end_page()
    after = neighbours.of([0, 1, 2, 3])

    assert after == [compared(rows)[0], before[2], compared(rows)[2], before[3]]
    neighbours.go(1)
    assert neighbours.of([1]) == compared(rows)[1:2]
