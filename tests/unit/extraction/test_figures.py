"""Figures of trade and output: what is told, of whom and when; aims and contracts are none."""

import pytest

from ingestd.events.facts import Extraction
from ingestd.extraction.extractor import Article
from ingestd.extraction.rules import RulesExtractor


def read(text: str, language: str = "en", published: str | None = "2025-11-20") -> Extraction:
    article = Article(text=text, blocks=(), language=language, published=published)
    return RulesExtractor().extract(article)


def told(text: str, language: str = "en", published: str | None = "2025-11-20") -> list[str]:
    """Each figure in one line: measure, goods, from whom to whom, how much, when, change."""
    found = read(text, language, published)
    names = [entity.name for entity in found.entities]
    lines = []
    for one in found.figures:
        sides = (
            names[place] if place is not None else country or ""
            for place, country in (
                (one.origin, one.origin_country),
                (one.destination, one.destination_country),
            )
        )
        amount = (
            f"{one.value.amount:.0f} {one.value.currency}"
            if one.value
            else f"{one.quantity or 0:.0f} {one.unit}"
        )
        parts = (one.measure, one.goods or "", ">".join(sides), amount, one.period or "")
        lines.append("|".join((*parts, "" if one.change is None else f"{one.change:+.3f}")))
    return lines


TOLD = [
    ("en", "Romanian exports of cereals to Jordan reached 212 million dollars in 2025, up 9 percent.", "exports|cereals|RO>Jordan|212000000 USD|2025|+0.090"),
    ("en", "Vietnam's rice exports rose 12% to US$3.4 billion in the first ten months of 2025.", "exports|rice|Vietnam>|3400000000 USD|2025-01-01/2025-10-31|+0.120"),
    ("en", "In the first half, Chile's exports to Peru increased 3.5 times to US$39 million.", "exports||Chile>Peru|39000000 USD|2025-01-01/2025-06-30|+2.500"),
    ("en", "Acme Motors' sales fell to €4.1bn in 2024.", "sales||Acme Motors>|4100000000 EUR|2024|"),
    ("en", "Bilateral trade between Vietnam and Chile totalled $5.5 billion last year.", "trade||Vietnam>Chile|5500000000 USD|2024|"),
    ("en", "Chile-Peru trade turnover exceeded $4.2 billion in 2024.", "trade||Chile>Peru|4200000000 USD|2024|"),
    ("en", "Brazilian coffee output hit 66 million bags.", "output|coffee|BR>|66000000 bags||"),
    ("en", "Oil production in Kazakhstan doubled to 90 million tonnes in Q1 2024.", "output|Oil|Kazakhstan>|90000000 tonnes|2024-01-01/2024-03-31|+1.000"),
    ("en", "Foreign direct investment into Poland reached $28 billion.", "investment||>Poland|28000000000 USD||"),
    ("en", "Poland's foreign direct investment reached $28 billion.", "investment||>Poland|28000000000 USD||"),
    ("en", "Kazakhstan exported 66.4 million tonnes of crude oil to Italy in 2023.", "exports|crude oil|Kazakhstan>Italy|66400000 tonnes|2023|"),
    ("en", "Kazakhstan imported machinery worth $3 billion from Japan.", "imports|machinery|Japan>Kazakhstan|3000000000 USD||"),
    ("en", "Chinese imports of timber from Gabon fell by a third from 3 million tonnes to 2 million tonnes.", "imports|timber|Gabon>CN|2000000 tonnes||"),
    ("en", "German exports to China dropped 9.1% to 6.3 billion euros in December.", "exports||DE>China|6300000000 EUR|2024-12|-0.091"),
    ("fr", "Les exportations françaises de semences vers le Canada ont atteint 74 millions d'euros au cours des neuf premiers mois de 2025, soit 11 % de plus qu'un an plus tôt.", "exports|semences|FR>Canada|74000000 EUR|2025-01-01/2025-09-30|+0.110"),
    ("fr", "Les importations de gaz de l'Italie en provenance d'Algérie se sont élevées à 20 milliards de mètres cubes.", "imports|gaz|Algérie>Italie|20000000000 mètres cubes||"),
    ("fr", "Le commerce bilatéral entre le Maroc et la France a dépassé 14 milliards d'euros en 2024.", "trade||Maroc>France|14000000000 EUR|2024|"),
    ("fr", "Les exportations de cognac vers la Chine ont reculé de 24 % au premier semestre, à 410 millions d'euros.", "exports|cognac|>Chine|410000000 EUR|2025-01-01/2025-06-30|-0.240"),
    ("fr", "Le Maroc a exporté 300 000 tonnes de tomates vers la France en 2024.", "exports|tomates|Maroc>France|300000 tonnes|2024|"),
    ("vi", "Trong bảy tháng đầu năm 2025, Việt Nam xuất khẩu sang Nhật Bản 98 triệu USD rau quả, tăng 21% so với cùng kỳ.", "exports|rau quả|Việt Nam>Nhật Bản|98000000 USD|2025-01-01/2025-07-31|+0.210"),
    ("vi", "Kim ngạch xuất khẩu gạo của Việt Nam sang Philippines đạt 1,2 tỷ USD trong quý I/2025.", "exports|gạo|Việt Nam>Philippines|1200000000 USD|2025-01-01/2025-03-31|"),
    ("vi", "Kim ngạch thương mại hai chiều giữa Việt Nam và Hàn Quốc đạt 86 tỷ USD.", "trade||Việt Nam>Hàn Quốc|86000000000 USD||"),
    ("vi", "Việt Nam đã nhập khẩu 2,5 triệu tấn than từ Indonesia trong 9 tháng đầu năm nay.", "imports|than|Indonesia>Việt Nam|2500000 tấn|2025-01-01/2025-09-30|"),
    ("vi", "Sản lượng cà phê của Brazil đạt 66 triệu bao trong năm 2024, giảm 3,5% so với năm 2023.", "output|cà phê|Brazil>|66000000 bao|2024|-0.035"),
    ("ru", "Экспорт зерна из Алтайского края в Казахстан за десять месяцев составил 61 млн долларов.", "exports|зерна|Алтайский край>Казахстан|61000000 USD|2025-01-01/2025-10-31|"),
    ("ru", "Товарооборот России и Вьетнама вырос на 24% до 7,1 млрд долларов в 2021 году.", "trade||Россия>Вьетнам|7100000000 USD|2021|+0.240"),
    ("ru", "Россия экспортировала в Египет 8 млн тонн пшеницы.", "exports|пшеницы|Россия>Египет|8000000 тонн||"),
    ("ru", "Российский экспорт мяса в Китай достиг 700 млн долларов.", "exports|мяса|RU>Китай|700000000 USD||"),
    ("ru", "Добыча нефти в Казахстане в январе-сентябре составила 65,8 млн тонн.", "output|нефти|Казахстан>|65800000 тонн|2025-01-01/2025-09-30|"),
    ("en", "India's imports of Russian crude oil climbed to 1.9 million barrels per day in February 2025.", "imports|crude oil|RU>India|1900000 barrels per day|2025-02|"),
    ("en", "Nordmark Steel posted record revenue of $3 billion in 2025, an increase of 6 percent.", "sales||Nordmark Steel>|3000000000 USD|2025|+0.060"),
    ("fr", "Velmont Énergie a réalisé un chiffre d'affaires de 3,4 milliards d'euros en 2025.", "sales||Velmont Énergie>|3400000000 EUR|2025|"),
    ("fr", "La production de pétrole du Nigeria est passée de 1,2 million à 1,4 million de barils.", "output|pétrole|Nigeria>|1400000 barils||"),
    ("vi", "Tập đoàn Hải Long ghi nhận doanh thu hơn 2.300 tỷ đồng trong năm 2024.", "sales||Tập đoàn Hải Long>|2300000000000 VND|2024|"),
    ("ru", "Торговый оборот между Россией и Китаем достиг 245 млрд долларов в 2024 году.", "trade||Россия>Китай|245000000000 USD|2024|"),
    ("ru", "Выручка компании «Волнорез» в 2024 году составила 830 млрд рублей.", "sales||Волнорез>|830000000000 RUB|2024|"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "figure"), TOLD)
def test_what_came_to_how_much_is_told_with_its_sides_and_its_time(
    language: str, text: str, figure: str
) -> None:
    assert told(text, language) == [figure]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Vietnam's rice exports could reach $5 billion by 2030."),
        ("en", "Vietnam's exports to Japan are expected to have reached $9 billion."),
        ("en", "Poland's exports rose by $2 billion in 2024."),
        ("en", "Russian exports rose 12 percent in 2024."),
        ("en", "Vietnam's trade surplus with Japan reached $3 billion."),
        ("en", "Exports of wheat under the contract with Egypt reached $30 million."),
        ("en", "Acme Motors signed a contract worth $3 billion to export cars to Chile."),
        ("en", "Revenue reached $3 billion in Chile."),
        ("en", "Chile's sales reached $3 billion."),
        ("en", "Chinese production costs hit $30 a barrel."),
        ("en", "Russia did not say whether exports to India reached 3 million tonnes."),
        ("en", "Kazakhstan produced $3 billion."),
        ("en", "Exports, said Ivan Petrov, reached $3 billion."),
        ("en", "Kazakhstan exported, in spite of all storms, oil worth $3 billion."),
        ("fr", "Les exportations marocaines pourraient atteindre 3 milliards d'euros."),
        ("fr", "Les exportations du Maroc ont augmenté de 3 %."),
        ("fr", "Le contrat d'exportation vers le Chili a atteint 3 millions d'euros."),
        ("vi", "Việt Nam đặt mục tiêu xuất khẩu sang Nhật Bản đạt 5 tỷ USD vào năm 2030."),
        ("vi", "Xuất khẩu gạo sang Philippines dự kiến đạt 1 tỷ USD."),
        ("vi", "Xuất khẩu của Việt Nam tăng 12%."),
        ("ru", "Экспорт зерна в Египет может достигнуть 5 млн тонн."),
        ("ru", "Контракт на экспорт газа в Китай составил 3 млрд долларов."),
        ("ru", "Экспорт в Китай вырос на 12%."),
        ("de", "Die Exporte Chiles erreichten 3 Milliarden Euro."),
    ],
)
def test_aims_contracts_and_percentages_are_no_figures(language: str, text: str) -> None:
    assert told(text, language) == []


@pytest.mark.parametrize(
    ("words", "published", "period"),
    [
        ("in October", "2025-11-20", "2025-10"),
        ("in December", "2025-11-20", "2024-12"),
        ("in October", "2025", "2025-10"),
        ("in October", None, ""),
        ("in the first nine months of this year", "2025-10-02", "2025-01-01/2025-09-30"),
        ("in the second half of last year", "2025-11-20", "2024-07-01/2024-12-31"),
        ("in the last quarter of 2023", "2025-11-20", "2023-10-01/2023-12-31"),
        ("from January to March 2024", "2025-11-20", "2024-01-01/2024-03-31"),
        ("from May to March 2024", "2025-11-20", ""),
        ("in the first 14 months", "2025-11-20", ""),
        ("in 2024, against $2 billion in 2023", "2025-11-20", "2024"),
    ],
)
def test_a_period_is_as_exact_as_it_is_told(
    words: str, published: str | None, period: str
) -> None:
    (line,) = told(f"Chile's exports reached $3 billion {words}.", published=published)

    assert line.split("|")[4] == period


def test_what_is_told_twice_is_one_figure_with_a_quote_that_stands_there() -> None:
    text = "Chile's exports to Peru reached $3 billion in 2024. In 2024, exports from Chile to Peru reached $3 billion."
    (figure,) = read(text).figures

    assert figure.evidence.text == "Chile's exports to Peru reached $3 billion in 2024"
    assert text[figure.evidence.start : figure.evidence.end] == figure.evidence.text


def test_every_figure_of_a_sentence_is_told() -> None:
    text = "Chile's exports to Peru reached $3 billion and its imports from Peru reached $2 billion in 2024."

    assert told(text) == [
        "exports||Chile>Peru|3000000000 USD|2024|",
        "imports||Peru>|2000000000 USD|2024|",
    ]


def test_a_country_known_by_its_adjective_alone_is_told_without_an_entity() -> None:
    (figure,) = read("Brazilian coffee output hit 66 million bags.").figures

    assert (figure.origin, figure.origin_country) == (None, "BR")
