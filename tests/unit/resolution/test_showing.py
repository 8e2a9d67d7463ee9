"""Which of its names a thing is shown by."""

import pytest

from ingestd.events.facts import EntityType
from ingestd.resolution import Used, best_name


@pytest.mark.parametrize(
    ("kind", "names", "shown"),
    [
        ("organization", [("VNA", 9), ("Vietnam News Agency", 1)], "Vietnam News Agency"),
        ("place", [("HÀ NỘI", 9), ("Hanoi", 1)], "Hanoi"),
        ("place", [("Vietnam", 4), ("Việt Nam", 1)], "Vietnam"),
        ("person", [("Dang Minh Khoi", 1), ("Đặng Minh Khôi", 1)], "Đặng Minh Khôi"),
        ("company", [("Beta", 1), ("Alfa", 1)], "Alfa"),
        ("company", [("VNVC", 1)], "VNVC"),
    ],
)
def test_a_full_common_name_with_its_marks_is_shown(
    kind: EntityType, names: list[tuple[str, int]], shown: str
) -> None:
    assert best_name(kind, [Used(name, uses, True) for name, uses in names]) == shown


@pytest.mark.parametrize(
    ("kind", "shown"), [("place", "Southeast Asia"), ("product", "Asie du Sud-Est")]
)
def test_what_is_translated_is_shown_in_english(kind: EntityType, shown: str) -> None:
    names = [Used("Asie du Sud-Est", 9, False), Used("Southeast Asia", 1, True)]

    assert best_name(kind, names) == shown
