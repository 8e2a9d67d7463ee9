# ruff: noqa: RUF001 - Cyrillic letters are meant
"""Offices and owners in Russian: told in front of names, behind them, by verbs and by cases."""

import pytest

from ingestd.events.facts import Extraction
from ingestd.extraction.extractor import Article
from ingestd.extraction.rules import RulesExtractor


def read(text: str) -> Extraction:
    return RulesExtractor().extract(Article(text=text, blocks=(), language="ru"))


def offices(text: str, person: str) -> list[tuple[str, str | None]]:
    found = read(text).entities
    one = next(entity for entity in found if entity.name == person)
    return [
        (office.title, found[office.body].name if office.body is not None else None)
        for office in one.offices
    ]


@pytest.mark.parametrize(
    ("text", "person", "expected"),
    [
        ("Отчет дал коммерческий директор завода «Полевик» Лев Атрохов.", "Лев Атрохов",
         [("коммерческий директор", "Полевик")]),
        ("По словам директора «Тихого причала» Светланы Горбань, работы идут.", "Светлана Горбань",
         [("директор", "Тихий причал")]),
        ("Так считает аналитик Ирина Ванина из «Финвеста».", "Ирина Ванина", [("аналитик", "Финвест")]),
        ("Завод «Полевик» растет. Директор завода Иван Коржов рад.", "Иван Коржов", [("директор", "Полевик")]),
        ("Завод «Полевик» растет, сказал директор Иван Коржов.", "Иван Коржов", [("директор", "Полевик")]),
        ("Vindhara Alloys выросла. Ее управляющий директор Раджив Сенгал рад.", "Раджив Сенгал",
         [("управляющий директор", "Vindhara Alloys")]),
        ("Контракт подписал председатель совета директоров «Волнор» Виктор Рашников.", "Виктор Рашников",
         [("председатель совета директоров", "Волнор")]),
        ("Мустафа Джалилов, лидер партии «Луч», депутат парламента Украины, приехал.", "Мустафа Джалилов",
         [("лидер", "Луч"), ("депутат", "парламент Украины")]),
        ("Приехал бывший глава «Луча» и совладелец «Степи» Артур Перепелкин.", "Артур Перепелкин",
         [("совладелец", "Степь"), ("бывший глава", "Луч")]),
        ("Мэром города избран Роман Чудинов.", "Роман Чудинов", [("мэр города", None)]),
        ("Роман Чудинов стал директором завода «Полевик».", "Роман Чудинов", [("директор", "Полевик")]),
        ("После смерти Егора Свиридова все изменилось.", "Егор Свиридов", []),
        ("По словам аналитика «Финвеста» Семена Лаврова, рынок растет.", "Семён Лавров", [("аналитик", "Финвест")]),
        ("Производитель дронов «Аэро» растет, сказал основатель «Аэро» Денис Жуков.", "Денис Жуков",
         [("основатель", "Аэро")]),
        ("Приехал известный врач Иван Коржов.", "Иван Коржов", [("врач", None)]),
        ("Выступил министр транспорта Узбекистана Шерзод Камилов.", "Шерзод Камилов",
         [("министр транспорта Узбекистана", None)]),
    ],
)  # fmt: skip
def test_offices_are_told_with_whom_they_are(
    text: str, person: str, expected: list[tuple[str, str | None]]
) -> None:
    assert offices(text, person) == expected


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Выступил министр транспорта Узбекистана Шерзод Камилов.", "UZ"),
        ("Выступил узбекский министр Шерзод Камилов.", "UZ"),
        ("Выступил министр Шерзод Камилов.", None),
    ],
)
def test_an_office_of_a_country_tells_whose_the_person_is(
    text: str, country: str | None
) -> None:
    person = next(one for one in read(text).entities if one.type == "person")

    assert person.country == country


def test_the_title_is_quoted_as_it_stands() -> None:
    text = "По словам генерального директора завода «Полевик» Ивана Коржова, работы идут."

    person = next(one for one in read(text).entities if one.type == "person")

    assert (person.role, person.affiliation) == ("генеральный директор", "Полевик")
    assert person.offices[0].told.text == "генерального директора"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Полярная энергия, принадлежащая Юрию Милнеру, выросла. Фирма «Луч» принадлежит холдингу «Степь».",
         {("subsidiary", "Степь", "Луч"), ("shareholder", "Полярная энергия", "Юрий Милнер")}),
        ("Холдинг «Степь» владеет 30% акций банка «Луч».", {("shareholder", "Луч", "Степь")}),
        ("Доля холдинга «Степь» в банке «Луч» достигла 10%.", {("shareholder", "Луч", "Степь")}),
        ("Фирма «Луч», дочерняя компания холдинга «Степь», выросла.", {("subsidiary", "Степь", "Луч")}),
        ("Холдинг «Степь» не владеет банком «Луч».", set()),
        ("Холдинг «Степь» и банк «Луч» владеют складом.", set()),
    ],
)  # fmt: skip
def test_cases_tell_who_owns_whom(text: str, expected: set[tuple[str, str, str]]) -> None:
    found = read(text)
    told = {
        (one.kind, found.entities[one.one].name, found.entities[one.other].name)
        for one in found.relations
    }

    assert {one for one in told if one[0] in {"shareholder", "subsidiary"}} == expected
