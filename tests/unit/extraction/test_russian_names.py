# ruff: noqa: RUF001 - Cyrillic letters are meant
"""Names in Russian: where they stand, what they are, how they stand alone."""

import pytest

from ingestd.events.facts import Block, BlockKind, ExtractedEntity
from ingestd.extraction.extractor import Article
from ingestd.extraction.rules import RulesExtractor


def entities(text: str, blocks: tuple[Block, ...] = ()) -> dict[str, ExtractedEntity]:
    article = Article(text=text, blocks=blocks, language="ru")
    return {entity.name: entity for entity in RulesExtractor().extract(article).entities}


def named(text: str) -> set[str]:
    return {f"{entity.type}: {name}" for name, entity in entities(text).items()}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Судостроительный завод «Окская волна» строит баржи.", {"company: Окская волна"}),
        ("Партия «Город и люди» и движение «Чистый берег» выиграли выборы.",
         {"organization: Город и люди", "organization: Чистый берег"}),
        ("Компании «Сирин», «Логика-С» и «Дата Кама» выросли.",
         {"company: Сирин", "company: Логика-С", "company: Дата Кама"}),
        ("Отчет представило ООО «Фармалуч».", {"company: Фармалуч"}),
        ("На форуме «Цифровой мыс» собрались гости.", set()),
        ("Завод выпустил препарат «Глюкоран».", {"product: Глюкоран"}),
        ("«Мы не комментируем слухи», — ответили в компании.", set()),
        ("«Все хорошо, но мало», — сказали там.", set()),
        ("Об этом пишет «Степная хроника».", {"organization: Степная хроника"}),
        ("Средства вложил фонд «Доха Инвест».", {"company: Доха Инвест"}),
        ("Помощь оказал фонд «Доброе утро».", {"organization: Доброе утро"}),
        ("Росздравнадзор и Минтранс ответили на запрос.",
         {"public_body: Росздравнадзор", "public_body: Минтранс"}),
        ("Решение приняла ФАС.", {"public_body: ФАС"}),
        ("Центральный банк Армении повысил ставку.", {"public_body: Центральный банк Армении", "place: Армения"}),
        ("Документ внесло министерство обороны Сербии.",
         {"public_body: министерство обороны Сербии", "place: Сербия"}),
        ("Итоги подвела избирательная комиссия Зареченска.",
         {"public_body: избирательная комиссия Зареченска", "place: Зареченск"}),
        ("Проверку начала Государственная инспекция труда по Челябинской области.",
         {"public_body: Государственная инспекция труда по Челябинской области", "place: Челябинская область"}),
        ("Ответ дала компания Kuro Shipping из Японии.", {"company: Kuro Shipping", "place: Япония"}),
        ("Иск подала Acme Widgets Ltd.", {"company: Acme Widgets Ltd"}),
        ("Отчет составлен по МСФО.", set()),
        ("Завод начал выпуск самоката «Стриж-2».", {"product: Стриж-2"}),
        ("Сделку профинансирует Волносбербанк.", {"company: Волносбербанк"}),
        ("Рассказала газета The Daily Mirror.", {"organization: The Daily Mirror"}),
        ("Иск подал Acme Group.", {"company: Acme Group"}),
        ("Договор готовят Министерство энергетики Армении и посольство Сербии в Москве.",
         {"public_body: Министерство энергетики Армении", "public_body: посольство Сербии в Москве",
          "place: Армения", "place: Сербия", "place: Москва"}),
    ],
)  # fmt: skip
def test_class_nouns_quotes_and_forms_tell_what_a_name_is(
    text: str, expected: set[str]
) -> None:
    assert named(text) == expected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Он принял главу Чувашии Алексея Лихачева.", "Алексей Лихачев"),
        ("Вопрос задали Джорджу Бушу.", "Джордж Буш"),
        ("Беседу вела Нина Обухова. Ей помогал брат Нины Обуховой.", "Нина Обухова"),
        ("За главу Валерия Пименова голосовали многие. Пименов благодарил.", "Валерий Пименов"),
        ("Меморандум подписан с Казанским институтом связи.", "Казанский институт связи"),
        ("Деньги отдали Союзу журналистов Дона.", "Союз журналистов Дона"),
        ("Премию дал «Каменный пояс». В «Каменном поясе» рады.", "Каменный пояс"),
        ("Рейсы летят из Рубцовска и из Абакана.", "Рубцовск"),
        ("По данным Исламского комитета России, все спокойно.", "Исламский комитет России"),
        ("ВЛАДИВОСТОК. Во Владивостоке прошла встреча.", "Владивосток"),
    ],
)
def test_a_name_is_told_in_its_first_case(text: str, name: str) -> None:
    assert name in entities(text)


def test_all_mentions_of_one_are_one_entity_with_exact_places() -> None:
    text = (
        "Аркадий Лисовец родился в Таганроге. Лисовец писал фельетоны. "
        "«Аркадий Борисович учил нас», — вспоминает друг. Книгу Лисовца издали. А. Лисовец умер."
    )

    found = entities(text)["Аркадий Лисовец"]

    assert [quote.text for quote in found.mentions] == [
        "Аркадий Лисовец", "Лисовец", "Аркадий Борисович", "Лисовца", "А. Лисовец",
    ]  # fmt: skip
    assert all(text[quote.start : quote.end] == quote.text for quote in found.mentions)


def test_an_acronym_in_brackets_is_another_name_of_the_same() -> None:
    found = entities("Заем дал Евразийский инфраструктурный банк (ЕИБ). Позже ЕИБ отказался.")

    assert list(found) == ["Евразийский инфраструктурный банк"]
    assert found["Евразийский инфраструктурный банк"].aliases == ("ЕИБ",)
    assert len(found["Евразийский инфраструктурный банк"].mentions) == 3


def test_a_firm_told_without_its_noun_is_the_same_firm() -> None:
    found = entities("«Невский расчётный банк» вырос. У «Невского расчётного» много вкладов.")

    assert list(found) == ["Невский расчётный банк"]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Верфь строит греческая компания Aegis Yards.", "GR"),
        ("Работы ведет Aegis Yards.", None),
        ("Ответило министерство финансов Сербии.", "RS"),
    ],
)
def test_a_people_in_front_or_a_country_in_the_name_tells_whose_it_is(
    text: str, country: str | None
) -> None:
    firm = next(one for one in entities(text).values() if one.type != "place")

    assert firm.country == country


def test_a_passage_in_another_language_is_read_by_its_own_rules() -> None:
    text = (
        "Порт заключил соглашение с Blue Tern Shipping из Сингапура.\n\n"
        '"We looked at this lane for years", said Blue Tern Shipping\'s regional manager Colin Tay.'
    )

    found = entities(text)

    assert found["Colin Tay"].affiliation == "Blue Tern Shipping"
    assert len(found["Blue Tern Shipping"].mentions) == 2


def test_who_stands_in_the_title_alone_is_no_entity() -> None:
    title, body = (
        "Умер Аркадий Лисовец",
        "В городе прошел дождь. Урожай собрали вовремя. Все рады.",
    )
    kinds: tuple[tuple[BlockKind, int, int], ...] = (
        ("title", 0, len(title)), ("body", len(title) + 2, len(title) + 2 + len(body)),
    )  # fmt: skip
    blocks = tuple(Block(kind=kind, start=start, end=end) for kind, start, end in kinds)

    assert entities(f"{title}\n\n{body}", blocks) == {}


def test_decomposed_letters_keep_their_places() -> None:
    text = "Завод «Еи\u0306ск-Мотор» открыли в Сочи."

    found = RulesExtractor().extract(Article(text=text, blocks=(), language="ru"))

    quotes = [quote for entity in found.entities for quote in entity.mentions]
    assert quotes
    assert all(text[quote.start : quote.end] == quote.text for quote in quotes)


def test_a_paper_in_the_dateline_signs_the_news() -> None:
    text = "Новосибирск, 20 января 2026 года, «Деловая Обь» — Завод «Кедр» закрыл цех."

    assert entities(text)["Деловая Обь"].type == "organization"


def test_initials_and_a_surname_are_the_person_told_in_full() -> None:
    found = entities("В. Путилин приехал. Владимир Путилин выступил. В.В. Путилин уехал.")

    assert [len(one.mentions) for one in found.values()] == [3]


def test_two_persons_of_one_surname_stay_two() -> None:
    found = entities("Выступил Аркадий Лисовец. Ему помогала Вера Лисовец.")

    assert set(found) == {"Аркадий Лисовец", "Вера Лисовец"}


def test_the_same_name_gives_the_same_answer_twice() -> None:
    text = "Завод «Кедр» купил сеть «Волна» у холдинга «Нива», сообщил директор Иван Коржов."

    assert entities(text) == entities(text)
