# ruff: noqa: RUF001 - Cyrillic letters are meant
"""Russian deals as agencies tell them: papers, rounds, licences, who supplies, sum and day apart."""

import pytest

from ingestd.events.facts import ExtractedEntity, Extraction
from ingestd.extraction.extractor import Article
from ingestd.extraction.rules import RulesExtractor


def read(text: str) -> Extraction:
    return RulesExtractor().extract(
        Article(text=text, blocks=(), language="ru", published="2026-03-10")
    )


def told(text: str) -> list[str]:
    found = read(text)
    return [
        f"{deal.type} {deal.status}: "
        + ", ".join(f"{found.entities[one.entity].name} {one.role}" for one in deal.parties)
        for deal in found.deals
    ]


def named(text: str, name: str) -> ExtractedEntity:
    return next(one for one in read(text).entities if one.name == name)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Завод «Кедр» и ООО «Нива» заключили концессионное соглашение.",
         "agreement signed: Кедр partner, Нива partner"),
        ("Компания «Кедр» заключила с индийской Sundara долгосрочный офтейк-контракт.",
         "supply signed: Кедр None, Sundara None"),
        ("Группа «Кедр» подписала с банком «Луч» соглашение об открытии кредитной линии.",
         "financing signed: Кедр borrower, Луч lender"),
        ("Разработчик игр «Пульс» и оператор «Волна» подписали «дорожную карту» сотрудничества.",
         "agreement signed: Пульс partner, Волна partner"),
        ("Между компаниями «Кедр» и «Волна» заключен договор на ремонт склада.",
         "agreement signed: Кедр partner, Волна partner"),
        ("Компания «Кедр» купила у немецкой Rhonex лицензию на выпуск насосов.",
         "licensing announced: Кедр licensee, Rhonex licensor"),
        ("Трейдер «Нива» законтрактовал у завода «Кедр» партию муки.",
         "supply signed: Нива buyer, Кедр supplier"),
        ("Холдинг «Нива» разместил на заводе «Кедр» заказ на два буксира.",
         "supply announced: Нива buyer, Кедр supplier"),
        ("Стартап «Пульс» привлек 300 млн рублей в раунде А. Лидером раунда стал фонд «Волна Капитал».",
         "investment announced: Пульс target, Волна Капитал investor"),
        ("Группа «Кедр» закрыла сделку по продаже завода. Покупателем стал холдинг «Нива».",
         "acquisition completed: Кедр seller, Нива acquirer"),
        ("Сеть «Кедр» сменила владельца: 80% бизнеса купил фонд «Волна Капитал».",
         "acquisition announced: Волна Капитал acquirer, Кедр target"),
        ("Акционеры «Луча» и «Зари» одобрили объединение.", "merger announced: Луч partner, Заря partner"),
        ("Банк «Луч» присоединится к банку «Заря».", "merger planned: Луч partner, Заря partner"),
        ("Платформу «Пульс» купил холдинг Kestrel Media.", "acquisition announced: Kestrel Media acquirer, Пульс target"),
        ("Холдинг «Кедр» договорился с Blue Wings о чартерных рейсах.",
         "agreement announced: Кедр partner, Blue Wings partner"),
        ("«Кедр» и Sundara подписали контракт на поставку насосов. Sundara получит их в мае.",
         "supply signed: Кедр supplier, Sundara buyer"),
        ("Завод «Кедр» поставил белорусской «Лидатранс» 60 вагонов.", "supply announced: Кедр supplier, Лидатранс buyer"),
        ("Банк «Луч» выделит «Северному газу» 14 млрд рублей.",
         "financing planned: Луч lender, Северный газ borrower"),
        ("Студия «Кедр» и китайская Huaxing снимут фильм, меморандум подписан в Перми.",
         "mou signed: Кедр partner, Huaxing partner"),
        ("Стороны расторгли соглашение о слиянии «Луча» и «Зари».", "merger terminated: Луч partner, Заря partner"),
        ("Холдинг «Кедр» нарастил долю в банке «Луч» до 51%.", "acquisition announced: Кедр acquirer, Луч target"),
    ],
)  # fmt: skip
def test_one_deal_is_told_with_its_roles(text: str, expected: str) -> None:
    assert told(text) == [expected]


def test_papers_with_several_are_one_with_each() -> None:
    text = "Институт «Кедр» подписал два договора: с компанией «Нива» - о лаборатории, с Blue Wings - о практике."

    assert told(text) == [
        "agreement signed: Кедр partner, Нива partner",
        "agreement signed: Кедр partner, Blue Wings partner",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Компании «Кедр» и «Нива» достигли мирового соглашения.",
        "Nusara поставляет снимки министерству рыболовства и хозяйствам острова. Раньше работала «Нива».",
        "Завод «Кедр» получил от Росавиации сертификат на самолет.",
        "Стороны согласовали условия, сообщили в «Кедре».",
    ],
)
def test_what_ends_a_suit_or_tells_a_trade_is_no_deal(text: str) -> None:
    assert told(text) == []


def test_sum_and_day_stand_anywhere_in_a_text_of_one_deal() -> None:
    text = (
        "Завод «Кедр» и холдинг «Нива» подписали контракт на поставку сеялок. Завод строят с 2020 года. "
        "Его директор отметил рост спроса. Общая стоимость техники - 14 млн рублей. Погода была ясной. "
        "Гости осмотрели цеха. На церемонии подписания 5 декабря 2025 года выступил хор."
    )

    deal = read(text).deals[0]

    assert deal.value is not None
    assert (deal.value.amount, deal.date) == (14_000_000, "2025-12-05")


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Завод «Кедр» показал вертолет АБ-12.", "АБ-12", "product"),
        ("Компания «Кедр» внедрит систему Blue Gate.", "Blue Gate", "product"),
        ("Сеть частных клиник «Кедр» растет.", "Кедр", "company"),
        ("Совет директоров «Кедра» собрался в Перми.", "Кедр", "company"),
        ("Насосы делает корейская Hanbit.", "Hanbit", "company"),
        ("Вертолет купили военно-воздушные силы Кубы.", "военно-воздушные силы Кубы", "public_body"),
        ("Дело слушал Арбитражный суд Москвы и Московской области.",
         "Арбитражный суд Москвы и Московской области", "public_body"),
    ],
)  # fmt: skip
def test_a_name_is_what_its_noun_says(text: str, name: str, kind: str) -> None:
    assert named(text, name).type == kind


@pytest.mark.parametrize(
    ("text", "person", "body"),
    [
        ("Мост открыл губернатор Калужской области Степан Руднев.", "Степан Руднев", "Калужская область"),
        ("Письмо готовит министерство обороны Сербии. Министр обороны Сербии Горан Илич ждет ответа.",
         "Горан Илич", "Министерство обороны Сербии"),
        ("Холдинг «Кедр» растет, об этом РБК рассказал директор холдинга Олег Гранин.", "Олег Гранин", "Кедр"),
        ("Отчет читал главный врач «Кедра» профессор Олег Гранин.", "Олег Гранин", "Кедр"),
        ("Камский политехнический институт ждет гостей. Их встретит ректор КПИ Олег Гранин.",
         "Олег Гранин", "Камский политехнический институт"),
    ],
)  # fmt: skip
def test_a_person_is_with_whom_the_title_means(text: str, person: str, body: str) -> None:
    assert (named(text, person).affiliation or "").lower() == body.lower()
