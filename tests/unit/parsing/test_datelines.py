# ruff: noqa: RUF001 - letters and marks of four languages are meant as they stand
import unicodedata

import pytest

from ingestd.parsing.datelines import dateline_length

STRONG = [
    "МОСКВА, 11 ноября. /ТАСС/.| Российская компания",
    "МОСКВА, 11 ноя - РИА Новости.| Российская компания",
    "Москва. 11 ноября. ИНТЕРФАКС -| Компания сообщила",
    "Нур-Султан. 3 марта. КазТАГ -| Компания сообщила",
    "Москва, 11 ноября 2021 года –| Компания",
    "ТАСС, 11 ноября.| Компания сообщила",
    "ЖЕНЕВА /Швейцария/, 11 ноября. /Корр. ТАСС Иван Иванов/.| Россия",
    "Hà Nội (TTXVN) -| Ngày 11/11",
    "Hà Nội (TTXVN)-|Ngày 11/11",
    "(TTXVN) -| Ngày 11/11",
    "Hà Nội, ngày 11/11 -| Công ty",
    "Thành phố Hồ Chí Minh (TTXVN) -| Công ty",
    "VOV.VN -| Chiều nay",
    "(Chinhphu.vn) -| Chiều nay",
    "HANOI, Nov. 11, 2021 /PRNewswire/ --| Acme today",
    "MOSCOW, November 11 (Xinhua) --| Russia said",
    "LONDON (AP) —| The bank",
    "(Reuters) -| The firm",
    "Moscou (VNA) -| Une table ronde",
    "Paris, le 11 novembre 2021 –| Le groupe",
    "Rio de Janeiro (AFP) —| Le groupe",
    "TANGER, 16 juin 2026 (Presse du Nord) —| Les équipementiers",
    "Abidjan, 8 octobre 2025 (Lagune Infos) -| La filiale",
    "Basel (Rhine Media), 14 May 2026 -| Helva AG",
    "BAMAKO (Niger Presse), 21 mai 2026 -| Le Mali",
    "РОСТОВ-НА-ДОНУ, 8 февраля 2026 г. («Эхо»).| На 79-м году",
    "Новосибирск, 20 января 2026 года, «Обь» —| Торговая сеть",
    "Барнаул, «Вести», 14 ноября 2025 года.| Завод",
]
WEAK = ["MOSCOW –| The firm", "HÀ NỘI —| Việt Nam", "HÀ NỘI —|Việt Nam", "PANO –| A delegation", "HANOI, Vietnam –| The firm",
        "ST. PETERSBURG —| The forum", "NEW YORK --| “It is", "МОСКВА —| Компания",
        "LE HAVRE (Agence Littoral) –| Trois groupes", "Feb 5, 2026 -| Tallmere said", "(Country Weekly) -| The firm",
        "(Country Weekly) Lima, 5 Feb 2026 -| The firm", "Hà Nội (Nhịp Chợ) -| Công ty", "Москва. 24 ноября 2025 года.| Банк"]  # fmt: skip


@pytest.mark.parametrize("opening", [True, False])
@pytest.mark.parametrize("line", STRONG)
def test_place_and_agency_or_date_are_a_dateline_anywhere(line: str, opening: bool) -> None:
    dateline, _, rest = line.partition("|")

    assert dateline_length(dateline + rest, opening=opening) == len(dateline)


@pytest.mark.parametrize("line", WEAK)
def test_a_place_in_capitals_is_a_dateline_where_a_dispatch_opens(line: str) -> None:
    dateline, _, rest = line.partition("|")

    assert dateline_length(dateline + rest, opening=True) == len(dateline)
    assert dateline_length(dateline + rest, opening=False) == 0


def test_decomposed_letters_make_a_dateline_too() -> None:
    dateline = unicodedata.normalize("NFD", "HÀ NỘI —")

    assert dateline_length(f"{dateline} Việt Nam", opening=True) == len(dateline)


@pytest.mark.parametrize(
    "line",
    [
        "Vietnam – Russia trade rose by 5 percent.",
        "COVID-19 – the pandemic of the century.",
        "Acme (Vietnam) - A company in Hanoi.",
        "Marie Dupont (PS) - la maire - dit",
        "Paris, 11 novembre. Le groupe",
        "Le 5 mars 2026, le groupe (Acme) - une société",
        "T&T Group - a partner.",
        "Novo Nordisk – Denmark's largest company – said.",
        "In 2021 - The year.",
        "MOSCOW — said the man.",
        "MOSCOW –",
        "",
    ],
)
def test_a_dash_alone_makes_no_dateline(line: str) -> None:
    assert dateline_length(line, opening=True) == 0
