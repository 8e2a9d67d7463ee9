"""Russian names of persons in their first case, where the given name tells the case."""

import pytest

from ingestd.extraction.cases import first_case


@pytest.mark.parametrize(
    ("bent", "first"),
    [
        ("Алексея Лихачева", "Алексей Лихачев"),
        ("Алексеем Лихачевым", "Алексей Лихачев"),
        ("Александру Новаку", "Александр Новаку"),
        ("Сергея Лаврова", "Сергей Лавров"),
        ("Михаилом Мишустиным", "Михаил Мишустин"),
        ("Дмитрия Чернышенко", "Дмитрий Чернышенко"),
        ("Анны Поповой", "Анна Попова"),
        ("Чжан Ханьхуэем", "Чжан Ханьхуэй"),
    ],
)
def test_a_bent_name_is_straightened(bent: str, first: str) -> None:
    assert first_case(bent) == first


@pytest.mark.parametrize(
    "name",
    ["Алексей Лихачев", "Анна Попова", "Лихачева", "Бадр Зафулом", "Ли Цян", "Андрей Ковалева"],
)
def test_a_name_whose_case_nothing_tells_stays(name: str) -> None:
    assert first_case(name) == name
