"""Vietnamese deals told in everyday words, and whom class nouns stand for."""

import pytest

from ingestd.events.facts import Extraction
from ingestd.extraction.extractor import Article
from ingestd.extraction.rules import RulesExtractor
from ingestd.parsing.structure import structure


def read(text: str, published: str | None = "2026-05-05") -> Extraction:
    article = Article(text=text, blocks=structure(text), language="vi", published=published)
    return RulesExtractor().extract(article)


def told(text: str) -> list[tuple[str, dict[str, str | None]]]:
    """Each deal's type, and its parties by name with their roles."""
    found = read(text)
    return [
        (deal.type, {found.entities[one.entity].name: one.role for one in deal.parties})
        for deal in found.deals
    ]


def affiliations(text: str) -> dict[str, str | None]:
    return {one.name: one.affiliation for one in read(text).entities if one.type == "person"}


SALE = {"Công ty Gốm Bình Lục": "target", "Tập đoàn Sao Biển": "acquirer"}
LOAN = {"Ngân hàng Đông Hải": "lender", "Công ty Gốm Bình Lục": "borrower"}
ORDER = {"Công ty Tàu Bạch Long": "supplier", "Tập đoàn Sao Biển": "buyer"}


@pytest.mark.parametrize(
    ("text", "deal"),
    [
        ("Công ty Gốm Bình Lục đã đổi chủ. Chủ mới là Tập đoàn Sao Biển.", ("acquisition", SALE)),
        ('"Công ty Gốm Bình Lục" vừa về tay Tập đoàn Sao Biển.', ("acquisition", SALE)),
        ("Công ty Gốm Bình Lục vừa về tay Tập đoàn Sao Biển.", ("acquisition", SALE)),
        ("Chủ mới của Công ty Gốm Bình Lục là Tập đoàn Sao Biển.", ("acquisition", SALE)),
        ("Ngân hàng Đông Hải sẽ cấp 90 tỷ đồng, kỳ hạn ba năm, cho Công ty Gốm Bình Lục.", ("financing", LOAN)),
        ("Ngân hàng Đông Hải mở thêm chi nhánh. Nhà băng này sẽ bơm 90 tỷ đồng cho Công ty Gốm Bình Lục.", ("financing", LOAN)),
        ("Ba chiếc phà được Tập đoàn Sao Biển đặt mua hôm qua. Nơi đóng là Công ty Tàu Bạch Long.", ("supply", ORDER)),
        ("Ba chiếc phà do Công ty Tàu Bạch Long đóng. Người đặt là Tập đoàn Sao Biển.", ("supply", ORDER)),
    ],
)  # fmt: skip
def test_everyday_words_tell_a_deal(text: str, deal: tuple[str, dict[str, str | None]]) -> None:
    assert told(text) == [deal]


@pytest.mark.parametrize(
    "text",
    [
        "Công ty Gốm Bình Lục chưa về tay Tập đoàn Sao Biển.",
        'Ông An kể: "Công ty Gốm Bình Lục vừa về tay Tập đoàn Sao Biển".',
        "Năm 2011, Công ty Gốm Bình Lục về tay Tập đoàn Sao Biển.",
        "Công ty Gốm Bình Lục sẽ cấp 90 tỷ đồng cho Công ty Tàu Bạch Long.",
        "Công ty Gốm Bình Lục đã đổi chủ. Trời mưa. Gió to. Nắng lên. Chủ mới là Tập đoàn Sao Biển.",
        "Công ty Gốm Bình Lục đã đổi chủ. Chủ mới là Công ty Gốm Bình Lục.",
        "Sở Y tế Hà Nội và Sở Công Thương Hà Nội đã gật đầu.",
    ],
)
def test_what_has_not_come_so_far_is_no_deal(text: str) -> None:
    assert told(text) == []


def test_this_firm_is_the_one_that_the_last_sentence_began_with() -> None:
    text = (
        "Công ty Gốm Bình Lục vừa sắm xe của Công ty Tàu Bạch Long. "
        "Doanh nghiệp này đã về tay Tập đoàn Sao Biển."
    )

    assert ("acquisition", SALE) in told(text)


def test_two_firms_of_a_kind_leave_a_class_noun_without_meaning() -> None:
    text = (
        "Công ty Gốm Bình Lục và Công ty Tàu Bạch Long cùng dự hội chợ. "
        "Chủ mới của doanh nghiệp là Tập đoàn Sao Biển."
    )

    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "person", "body"),
    [
        ("Ngân hàng Đông Hải báo lãi. Bà Mai Thị Ánh, người phát ngôn của nhà băng này, vắng mặt.", "Mai Thị Ánh", "Ngân hàng Đông Hải"),
        ("Quỹ Ánh Trăng, do ca sĩ Hà Bảo Vy lập ra năm 2019, đã giải thể.", "Hà Bảo Vy", "Quỹ Ánh Trăng"),
        ("Viện Lúa Phương Nam mở kho mới. Ông Huỳnh Công Tạo, viện trưởng, rất vui.", "Huỳnh Công Tạo", "Viện Lúa Phương Nam"),
        ("Công ty Gốm Bình Lục báo lãi. Tăng trưởng khá. Giám đốc điều hành Trần Văn An rất vui.", "Trần Văn An", "Công ty Gốm Bình Lục"),
        ("Vận tải Langbiang báo lãi. Bà Lê Thị Hoa, người chèo lái Vận tải Langbiang, vắng mặt.", "Lê Thị Hoa", "Vận tải Langbiang"),
        ("Công ty Gốm Bình Lục báo lãi. Bác sĩ Trần Văn An rất vui.", "Trần Văn An", None),
        ("Trời mưa to. Ông Trần Văn An, người đứng đầu, rất vui.", "Trần Văn An", None),
    ],
)  # fmt: skip
def test_people_are_with_whom_the_text_speaks_of(
    text: str, person: str, body: str | None
) -> None:
    assert affiliations(text)[person] == body


def test_a_clause_stands_for_a_title() -> None:
    found = read("Chị Đoàn Thị Sứ, người nối nghiệp cha quản lý Công ty Gốm Bình Lục, rất vui.")

    roles = [one.role for one in found.entities if one.type == "person"]

    assert roles == ["người nối nghiệp cha quản lý"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Theo đó, Cơ điện An Phát mất việc.", {"Cơ điện An Phát": "company"}),
        ("Bảo hiểm Hậu Giang cho biết chưa trả tiền.", {"Bảo hiểm Hậu Giang": "company"}),
        ("Du lịch Đà Nẵng phục hồi.", {"Đà Nẵng": "place"}),
        ("Tua-bin loại mới đã tới.", {}),
    ],
)
def test_a_field_in_a_capital_heads_the_name_of_a_firm(
    text: str, names: dict[str, str]
) -> None:
    assert {one.name: one.type for one in read(text).entities} == names
