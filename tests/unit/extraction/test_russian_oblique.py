# ruff: noqa: RUF001 - Cyrillic letters are meant
"""Russian deals and offices told obliquely: by outcomes, by clauses, from sentence to sentence."""

import pytest

from ingestd.events.facts import Extraction
from ingestd.extraction.extractor import Article
from ingestd.extraction.rules import RulesExtractor


def read(text: str) -> Extraction:
    article = Article(text=text, blocks=(), language="ru", published="2026-03-10")
    return RulesExtractor().extract(article)


def told(text: str) -> list[str]:
    found = read(text)
    return [
        f"{deal.type} {deal.status}: "
        + ", ".join(f"{found.entities[one.entity].name} {one.role}" for one in deal.parties)
        for deal in found.deals
    ]


def people(text: str) -> list[tuple[str, str | None, str | None]]:
    return [
        (one.name, one.role, one.affiliation)
        for one in read(text).entities
        if one.type == "person"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Новым владельцем завода «Кедр» стал холдинг «Степь».",
         "acquisition announced: Степь acquirer, Кедр target"),
        ("Завод «Кедр» делает доски. Его новым владельцем стал холдинг «Степь».",
         "acquisition announced: Степь acquirer, Кедр target"),
        ("Завод «Кедр» строит цех. Подрядчиком выбрана компания «Бетонит».",
         "agreement announced: Бетонит supplier, Кедр buyer"),
        ("Завод «Кедр» перешёл под контроль холдинга «Степь».",
         "acquisition announced: Степь acquirer, Кедр target"),
        ("Стартап «Пульс» достался холдингу «Степь».", "acquisition announced: Степь acquirer, Пульс target"),
        ("Холдинг «Степь» заплатил за завод «Кедр» 3 млрд рублей.",
         "acquisition announced: Степь acquirer, Кедр target"),
        ("Компания «Ремсервис» будет обслуживать поезда перевозчика «Магистраль».",
         "agreement planned: Ремсервис supplier, Магистраль buyer"),
        ("Фонд «Заря» выделил больнице «Надежда» 20 млн рублей.", "donation announced: Заря donor, Надежда recipient"),
        ("Завод «Кедр» ищет деньги. Помочь решил банк «Луч». Кредит выдан на пять лет.",
         "financing announced: Луч lender, Кедр borrower"),
        ("Завод «Кедр» обновит парк. Контракт с компанией «Тягач» подписан.",
         "agreement signed: Кедр partner, Тягач partner"),
        ("Перевозчик «Магистраль» арендовал у компании «Тягач» 40 вагонов.",
         "agreement announced: Магистраль buyer, Тягач supplier"),
        ("Завод «Кедр» договорится с сетью «Нива». Документ руководители предприятий подписали в марте.",
         "agreement signed: Кедр partner, Нива partner"),
    ],
)  # fmt: skip
def test_one_deal_is_told_by_its_outcome(text: str, expected: str) -> None:
    assert told(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Главным владельцем завода «Кедр» является холдинг «Степь».",
        "Кто именно стал владельцем завода «Кедр», холдинг «Степь» не знает.",
        "Защитник Иван Петров перешёл к новой команде «Кедр».",
        "Завод «Кедр» не заплатит за стартап «Пульс» ни рубля.",
        "Компания «Ремсервис» обслуживает поезда перевозчика «Магистраль».",
        "Завод «Кедр» и банк «Луч» спорят с банком «Мыс». Кредит выдан на пять лет.",
        "Правительство выделило заводу «Кедр» 20 млн рублей.",
        "Сеть «Нива» и холдинг «Степь» выросли. Подрядчиком выбрана компания «Бетонит».",
    ],
)
def test_states_refusals_and_unclear_antecedents_are_no_deals(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Рассказал Пётр Гущин, который возглавляет верфь «Шексна».", ("Пётр Гущин", "глава", "Шексна")),
        ("Верфь «Шексна» растёт. Её возглавляет Пётр Гущин.", ("Пётр Гущин", "глава", "Шексна")),
        ("Фонд «Заря» основала Анна Кошкина.", ("Анна Кошкина", "основатель", "Заря")),
        ("Так думает Анна Кошкина, отвечающая в компании «Нива» за флот.",
         ("Анна Кошкина", "ответственный", "Нива")),
        ("Пришла Анна Кошкина. Она руководит компанией «Нива».", ("Анна Кошкина", "руководитель", "Нива")),
        ("От имени завода «Кедр» бумагу подписал Пётр Гущин.", ("Пётр Гущин", None, "Кедр")),
        ("Так думает Пётр Гущин из движения «Лес».", ("Пётр Гущин", None, "Лес")),
        ("Говорит Пётр Гущин, который не возглавляет верфь «Шексна».", ("Пётр Гущин", None, None)),
    ],
)  # fmt: skip
def test_a_clause_tells_what_somebody_is(
    text: str, expected: tuple[str, str | None, str | None]
) -> None:
    assert people(text) == [expected]


def test_its_director_is_of_the_firm_named_sentences_before() -> None:
    text = "Завод «Кедр» вырос. Стало тесно. Дело за складом. Его директор Пётр Гущин рад."

    assert people(text) == [("Пётр Гущин", "директор", "Кедр")]
