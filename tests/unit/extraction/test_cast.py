# ruff: noqa: RUF001 - letters of four languages are meant
"""Who is a person, a firm, a place, an agency: told by small signs, and not by wrong ones."""

import pytest

from ingestd.events.facts import Extraction
from ingestd.extraction.extractor import Article
from ingestd.extraction.rules import RulesExtractor
from ingestd.parsing.structure import structure


def read(language: str, text: str) -> Extraction:
    article = Article(text=text, blocks=structure(text), language=language, published=None)
    return RulesExtractor().extract(article)


def named(language: str, text: str) -> set[str]:
    return {f"{entity.type}: {entity.name}" for entity in read(language, text).entities}


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "On Monday Nordhav Cars said it had agreed to a price.", {"company: Nordhav Cars"}),
        ("en", "Oliver Grand said on Monday it had agreed to buy a mill.", {"company: Oliver Grand"}),
        ("en", "The prize went to Ursula von der Quint and Saad al-Zorbi.",
         {"person: Ursula von der Quint", "person: Saad al-Zorbi"}),
        ("en", "The Ministry of Culture, Sports and Tourism and the People's Committee of Hue met.",
         {"public_body: Ministry of Culture, Sports and Tourism", "public_body: People's Committee of Hue"}),
        ("en", "The ship left on Jan. 3 for Ostring, Ohio.", {"place: Ostring", "place: Ohio"}),
        ("vi", "Buổi tiếp có đại diện Đại sứ quán Hàn Quốc tại Việt Nam.",
         {"public_body: Đại sứ quán Hàn Quốc", "place: Việt Nam"}),
        ("vi", "Hợp đồng được ký với Công ty cổ phần Hàng không Sao Biển.",
         {"company: Công ty cổ phần Hàng không Sao Biển"}),
        ("ru", "Об этом сообщило министерство транспорта Узбекистана.",
         {"public_body: министерство транспорта Узбекистана", "place: Узбекистан"}),
        ("en", "It merged with Bolivian Airways last year.", {"company: Bolivian Airways"}),
        ("en", "It merged with South African Airways last year.", {"company: South African Airways"}),
        ("en", "They met officers of the Indian Air Force.", {"public_body: Indian Air Force"}),
        ("en", "Shares were bought by Index Ventures, which declined to comment.", {"company: Index Ventures"}),
        ("en", "It was founded by Zoltrek, a start-up that sells pumps.", {"company: Zoltrek"}),
        ("en", "Reserves are held by the National Bank of Rwanda.", {"public_body: National Bank of Rwanda"}),
        ("en", "The works are in Shoreham-by-Sea and Ostring.", {"place: Shoreham-by-Sea", "place: Ostring"}),
        ("en", "The works stand in Ostring, Ohio.", {"place: Ostring", "place: Ohio"}),
        ("en", "He spoke to Ostrava-based Nordhav Group.", {"place: Ostrava", "company: Nordhav Group"}),
        ("en", "The ship left the port of Kaldvik.", {"place: Kaldvik"}),
        ("en", 'Yesterday the Globe and Mail reported a sale.', {"organization: Globe and Mail"}),
        ("en", "Roads were built, said Zorbo Quint of the Havel Institute.",
         {"person: Zorbo Quint", "organization: Havel Institute"}),
        ("en", "Zorbo Quint, a cardiologist at the clinic, agreed.", {"person: Zorbo Quint"}),
        ("en", '"It is a step," Zorbo Quint said.', {"person: Zorbo Quint"}),
        ("en", "So it is, added Zorbo Quint.", {"person: Zorbo Quint"}),
        ("en", "Roads were built by Zorbo Quint of Ostring Group.", {"company: Zorbo Quint", "company: Ostring Group"}),
        ("en", "Roads were built by Zorbo Quint of late.", {"company: Zorbo Quint"}),
        ("en", "Zorbo Quint, 55, has led the union since 2020.", {"person: Zorbo Quint"}),
        ("en", "Zorbo Quint, who runs the mill, agreed.", {"person: Zorbo Quint"}),
        ("en", "The award went to Zorbo Quint. Later Quint said he was glad.", {"person: Zorbo Quint"}),
        ("en", "The award went to Zorbo Quint. Later Zorbo said it was glad.", {"company: Zorbo Quint"}),
        ("en", "Foreign Minister Ada Penn and Pacific Minister Bob Conroy came.",
         {"person: Ada Penn", "person: Bob Conroy"}),
        ("en", "The ambassador of Laos to Vietnam Khamba Ernthav came.",
         {"person: Khamba Ernthav", "place: Laos", "place: Vietnam"}),
        ("en", "The jets, the C-390 Caspian aircraft, were late.", {"product: C-390 Caspian"}),
        ("fr", "Une usine d'hydrogène à La Mède, dans les Bouches-du-Rhône, a ouvert.",
         {"place: La Mède", "place: Bouches-du-Rhône"}),
        ("fr", "Le ministre de l'Économie Bruno Le Maire assistait à la signature.", {"person: Bruno Le Maire"}),
        ("fr", "La commissaire à la Concurrence, Marthe Vesta, a parlé.", {"person: Marthe Vesta"}),
        ("fr", "L'usine de Nort-sur-Erdre, en Loire-Atlantique, a fermé.",
         {"place: Nort-sur-Erdre", "place: Loire-Atlantique"}),
        ("fr", "La filière se développe à Zoubré et à Abidjan.", {"place: Zoubré", "place: Abidjan"}),
        ("fr", "L'Office national de l'électricité a répondu.", {"public_body: Office national de l'électricité"}),
        ("vi", "Giám đốc Sở Thông tin và Truyền thông Nguyễn Quang Thanh dự lễ.",
         {"public_body: Sở Thông tin và Truyền thông", "person: Nguyễn Quang Thanh"}),
        ("vi", "Công ty ký thỏa thuận với Đại học Đà Nẵng.", {"organization: Đại học Đà Nẵng"}),
        ("vi", "Nhà máy đặt tại tỉnh Đồng Nai và quận Ngũ Hành Sơn.", {"place: Đồng Nai", "place: Ngũ Hành Sơn"}),
        ("ru", "Ранее премьер-министр встретился с послом Китая в России Чжан Ханьхуэем.",
         {"place: Китай", "place: Россия", "person: Чжан Ханьхуэй"}),
        ("ru", "Он принял главу «Росволна» Алексея Лихачева.", {"company: Росволна", "person: Алексей Лихачев"}),
        ("ru", "Об этом рассказал гендиректор холдинга Николай Колесников.", {"person: Николай Колесников"}),
        ("ru", "Узбекская авиакомпания Zarya Airways заказала у Volnor 12 самолетов.",
         {"company: Zarya Airways", "company: Volnor"}),
        ("ru", "Волносбербанк профинансирует сделку.", {"company: Волносбербанк"}),
        ("ru", "Встречу провел вице-президент Volnor Кристиан Шерер.", {"company: Volnor", "person: Кристиан Шерер"}),
    ],
)  # fmt: skip
def test_small_signs_tell_what_a_name_stands_for(
    language: str, text: str, expected: set[str]
) -> None:
    assert named(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "never"),
    [
        ("en", "Oliver Grand said on Monday it was too early.", "company: Oliver Grand"),
        ("ru", "Автопром встал из-за забастовки.", "Автопром"),
        ("en", "Doctors have been waiting for this.", "Doctors"),
        ("en", "The ship left on Jan 3 and came on Sept 12.", "Sept 12"),
        ("en", "It will build a 5G network there.", "5G"),
        ("en", "The GLP-1 medicines sell well.", "GLP-1"),
        ("en", "Umbra, East Africa's biggest operator, grew.", "place: Umbra"),
        ("en", "On Monday Nordhav Cars said it had agreed.", "person: Nordhav Cars"),
        ("en", "They talked to Tarn Sons, the owner of Air Volta.", "person: Tarn Sons"),
        ("fr", "D'après Les Nouvelles, la vente est faite.", "person: Les Nouvelles"),
        ("fr", "La société a vendu ses parts à Zorbatek.", "place: Zorbatek"),
        ("vi", "Công ty sẽ mở nhà máy mới.", "Công ty"),
        ("ru", "Калийный комбинат «Волнор» вырос.", "company: Калийный комбинат"),
        ("en", "The Free Trade Agreement and the Energy Dialogue came.", "company: Energy"),
        ("vi", "Ông Lê Văn Nam, Chủ tịch HĐQT VietNor, phát biểu.", "person: VietNor"),
        ("ru", "Министр энергетики Казахстана выступил.", "person: Казахстан"),
        ("ru", "ПАО «Волнор» подписало контракт.", "company: ПАО"),
    ],
)
def test_wrong_signs_mislead_nobody(language: str, text: str, never: str) -> None:
    found = named(language, text)

    assert never not in {told.partition(": ")[2] for told in found} | found


@pytest.mark.parametrize(
    ("language", "text", "person", "body"),
    [
        ("en", "Ada Penn, Air Volta's chief executive, came.", "Ada Penn", "Air Volta"),
        ("en", "Kenyan lender Volta Group has grown, its chief executive Ada Penn said.", "Ada Penn", "Volta Group"),
        ("en", "Volta's head of energy, Ada Penn, agreed.", "Ada Penn", "Volta"),
        ("en", "So it is, said Ada Penn of the Havel Institute.", "Ada Penn", "Havel Institute"),
        ("en", "The Vietnamese Embassy in Laos held a dinner. Ambassador Nguyen Ba Hung spoke.",
         "Nguyen Ba Hung", "Vietnamese Embassy in Laos"),
        ("en", "The Vietnamese Embassy in Laos held a dinner. French Ambassador Luc Bernard spoke.",
         "Luc Bernard", None),
        ("en", "The club bought striker Rasmus Holm from Atalanta.", "Rasmus Holm", None),
        ("ru", "Контракт подписал председатель совета директоров «Волнор» Виктор Рашников.",
         "Виктор Рашников", "Волнор"),
        ("ru", "Так считает аналитик Ирина Ванина из «Финвест».", "Ирина Ванина", "Финвест"),
    ],
)  # fmt: skip
def test_people_belong_to_whom_the_text_says_and_to_nobody_else(
    language: str, text: str, person: str, body: str | None
) -> None:
    found = {entity.name: entity for entity in read(language, text).entities}

    assert found[person].affiliation == body


@pytest.mark.parametrize(
    ("language", "text", "agency", "place"),
    [
        ("en", "OSLO, Aug 28 (AFP) - It will pay, Volta Group said on Wednesday.", "AFP", "Oslo"),
        ("vi", "Hà Nội (TTXVN) - Công ty Sao Biển mở nhà máy tại Việt Nam hôm nay.", "TTXVN", "Hà Nội"),
        ("ru", "МОСКВА, 3 июня. /ТАСС/. Компания «Волнор» открыла завод в городе.", "ТАСС", "Москва"),
    ],
)  # fmt: skip
def test_a_dateline_names_its_place_and_its_agency(
    language: str, text: str, agency: str, place: str
) -> None:
    assert {f"organization: {agency}", f"place: {place}"} <= named(language, text)


def test_an_agencys_sign_is_no_short_form_of_a_body_with_its_initials() -> None:
    text = (
        "HANOI (VNA) - The Vietnamese National Assembly met on Monday to vote on the budget.\n\n"
        "Members of the Vietnamese National Assembly will meet again in May, it was said."
    )

    found = {entity.name: entity.type for entity in read("en", text).entities}

    assert found["VNA"] == "organization"
    assert found["Vietnamese National Assembly"] == "public_body"
