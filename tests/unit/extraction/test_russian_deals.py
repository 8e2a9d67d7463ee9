# ruff: noqa: RUF001 - Cyrillic letters are meant
"""Deals in Russian, whatever the order of the words: cases tell who does what to whom."""

import pytest

from ingestd.extraction.extractor import Article
from ingestd.extraction.rules import RulesExtractor


def told(text: str, published: str | None = "2026-03-10") -> list[str]:
    article = Article(text=text, blocks=(), language="ru", published=published)
    found = RulesExtractor().extract(article)
    return [
        f"{deal.type} {deal.status}: "
        + ", ".join(f"{found.entities[one.entity].name} {one.role}" for one in deal.parties)
        for deal in found.deals
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Холдинг «Степь» купил сеть «Кедр» у группы «Волна».",
         "acquisition announced: Степь acquirer, Кедр target, Волна seller"),
        ("Сеть «Кедр» купил холдинг «Степь».", "acquisition announced: Степь acquirer, Кедр target"),
        ("«Север» выкупил у «Балтики» 30% издательства «Слово».",
         "acquisition announced: Север acquirer, Слово target, Балтика seller"),
        ("Сеть аптек «Живика» приобретена группой «Волна».", "acquisition announced: Волна acquirer, Живика target"),
        ("Банк «Заречье» продаст подразделение «Лизинг-З» холдингу «Тягач».",
         "acquisition planned: Заречье seller, Лизинг-З target, Тягач acquirer"),
        ("Компания «Сирин» объявила о покупке стартапа «Пульс».", "acquisition announced: Сирин acquirer, Пульс target"),
        ("Группа «Степь» планирует приобретение завода «Кедр».", "acquisition planned: Степь acquirer, Кедр target"),
        ("Компания «Сирин» подписала соглашение о покупке доли в банке «Луч».",
         "acquisition signed: Сирин acquirer, Луч target"),
        ("Сеть «Кедр» закрыла сделку по приобретению группы «Волна». Продавцом выступил Геннадий Пестерев.",
         "acquisition completed: Кедр acquirer, Волна target, Геннадий Пестерев seller"),
        ("Компания «Сирин» купила стартап «Пульс». Сделка закрыта в январе.",
         "acquisition completed: Сирин acquirer, Пульс target"),
        ("Банк «Луч» предоставил агрохолдингу «Нива» кредит на 2 млрд рублей.",
         "financing announced: Луч lender, Нива borrower"),
        ("Агрохолдинг «Нива» получил кредит от банка «Луч».", "financing announced: Нива borrower, Луч lender"),
        ("Банк «Луч» профинансирует компанию «Нива».", "financing planned: Луч lender, Нива borrower"),
        ("Корпорация «Север» инвестировала в компанию «Пульс» миллион рублей.",
         "investment announced: Север investor, Пульс target"),
        ("Авиакомпания «Крыло» заказала у компании Volnor 12 самолетов.",
         "supply announced: Крыло buyer, Volnor supplier"),
        ("Завод «Кедр» продал трактор холдингу «Нива».", "supply announced: Кедр supplier, Нива buyer"),
        ("Фармкомпания Sarva Life передаст фабрике «Биос» технологию производства инсулина.",
         "technology_transfer planned: Sarva Life transferor, Биос recipient"),
        ("ООО «Фармалуч» начало выпуск по технологии, переданной компанией Sundara.",
         "technology_transfer in_force: Sundara transferor, Фармалуч recipient"),
        ("Завод «Кедр» безвозмездно передал колледжу «Старт» пять тракторов.",
         "donation completed: Кедр donor, Старт recipient"),
        ("Акционеры обсуждают сделку по слиянию компаний «Кедр» и «Волна».",
         "merger announced: Кедр partner, Волна partner"),
        ("Банк «Луч» и банк «Заречье» могут объединиться.", "merger rumoured: Луч partner, Заречье partner"),
        ("«Кедр» и «Волна» создадут совместное предприятие.", "joint_venture planned: Кедр partner, Волна partner"),
        ("Завод «Кедр» и холдинг «Волна» договорились создать совместное предприятие.",
         "joint_venture announced: Кедр partner, Волна partner"),
        ("Компания «Кедр» начнет поставки через дистрибьютора Tabib Pharm.",
         "distribution planned: Кедр supplier, Tabib Pharm distributor"),
        ("Министерство обороны Сербии расторгло контракт с заводом «Волна» на постройку катеров.",
         "agreement terminated: Министерство обороны Сербии buyer, Волна supplier"),
        ("Меморандум подписали министр связи Сербии Иван Петрович и глава Минсвязи Кубы Петр Иванович.",
         "mou signed: Сербия partner, Куба partner"),
        ("Между Россией и Ираном ведутся переговоры о создании зоны свободной торговли.",
         "trade negotiating: Россия partner, Иран partner"),
        ("Авиакомпания «Крыло» ведет переговоры с компанией Steppe Wings об аренде самолетов.",
         "agreement negotiating: Крыло partner, Steppe Wings partner"),
        ("Завод «Кедр» и холдинг «Нива» договорились о поставке сеялок.",
         "supply announced: Кедр supplier, Нива buyer"),
        ("«Газтехника» выиграла тендер на поставку насосов для «Якутгаза».",
         "supply announced: Газтехника supplier, Якутгаз buyer"),
        ("Договор между заводом «Кедр» и холдингом «Нива» был подписан в мае.",
         "agreement signed: Кедр partner, Нива partner"),
        ("Лицензионное соглашение подписали завод «Кедр» и компания Oxbio.",
         "licensing signed: Кедр None, Oxbio None"),
    ],
)  # fmt: skip
def test_one_deal_is_told_with_its_roles(text: str, expected: str) -> None:
    assert told(text) == [expected]


def test_several_pairs_are_read_in_order_and_say_so() -> None:
    text = (
        "Компании «Сирин» и «Кедр» подписали меморандумы с Казанским институтом связи и "
        "Пермским медицинским университетом соответственно."
    )
    article = Article(text=text, blocks=(), language="ru")

    deals = RulesExtractor().extract(article).deals

    assert told(text) == [
        "mou signed: Сирин partner, Казанский институт связи partner",
        "mou signed: Кедр partner, Пермский медицинский университет partner",
    ]
    assert [deal.notes for deal in deals] == [("inferred_by_order",)] * 2


@pytest.mark.parametrize(
    "text",
    [
        "Компания «Сирин» опровергла сообщения о продаже бизнеса группе «Волна».",
        "Если регулятор одобрит, «Сирин» купит сеть «Кедр».",
        "«Сирин» не купил сеть «Кедр».",
        "Холдинг «Степь» хотел купить завод «Кедр».",
        "Нападающий клуба «Торпедо» Андрей Марков подписал контракт с клубом «Зенит».",
        "Суд взыскал с завода «Кедр» в пользу холдинга «Нива» 120 млн рублей по договору.",
        "Компания «Кедр» объявила тендер, в нем участвует «Волна».",
        "Холдинг «Степь» купил «Кедр» в 2012 году.",
        "Источники не раскрывают, купил ли «Кедр» завод «Волна».",
        "Завод «Кедр» и холдинг «Нива» росли быстро.",
        "Завод «Кедр» подписал соглашение о сотрудничестве.",
    ],
)
def test_what_is_denied_conditional_old_or_lacks_a_side_is_none(text: str) -> None:
    assert told(text) == []


def test_what_sources_say_is_rumoured() -> None:
    text = "По данным источников, холдинг «Степь» купил завод «Кедр»."

    assert told(text) == ["acquisition rumoured: Степь acquirer, Кедр target"]


def test_the_firm_and_they_are_those_named_before() -> None:
    text = (
        "Завод «Кедр» растет. Компания «Нива» строит склад. "
        "Договор подряда между ними подписан в среду. Завод заключил договор с компанией Oxbio."
    )

    assert told(text) == [
        "agreement signed: Кедр partner, Нива partner",
        "agreement signed: Кедр partner, Oxbio partner",
    ]
