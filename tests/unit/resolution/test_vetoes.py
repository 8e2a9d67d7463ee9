"""What forbids that two things are one."""

import pytest

from ingestd.events.facts import ExtractedEntity
from ingestd.resolution.vetoes import veto
from tests.unit.resolution.building import body, entity, known_as, person


def reason(one: ExtractedEntity, other: ExtractedEntity) -> str | None:
    return veto(known_as(one), known_as(other))


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        (person("Acme"), entity("Acme"), "a person is no company"),
        (
            entity("Acme", country="CA"),
            entity("Acme", country="SE"),
            "one is of CA, the other of SE",
        ),
        (entity("Plant 5"), entity("Plant 7"), "numbers differ: 5, 7"),
        (person("Lê Hùng"), person("Lê Hưng"), "Lê Hùng is not Lê Hưng"),
        (
            entity("A", "place", reference="city:a"),
            entity("A", "place", reference="city:b"),
            "city:a is not city:b",
        ),
        (
            entity("Vietnam News Agency", aliases=["VNA"]),
            entity("Vietnam National Assembly", aliases=["VNA"]),
            "vna is an acronym of other words there",
        ),
    ],
)
def test_a_veto_says_why(one: ExtractedEntity, other: ExtractedEntity, why: str) -> None:
    assert reason(one, other) == why


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (body("Acme"), entity("Acme")),
        (entity("Plant 5"), entity("Plant")),
        (entity("Acme", country="CA"), entity("Acme")),
        (
            entity("Vietnam News Agency", aliases=["VNA"]),
            entity("Vietnam News Agency JSC", aliases=["VNA"]),
        ),
        (entity("Vietnam News Agency", aliases=["VNA"]), entity("VNA")),
    ],
)
def test_what_may_be_one_is_not_forbidden(one: ExtractedEntity, other: ExtractedEntity) -> None:
    assert reason(one, other) is None
