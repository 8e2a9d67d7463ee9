"""Vietnamese names, callings and deals, told by the words beside them."""

import pytest

from ingestd.events.facts import Extraction
from ingestd.extraction.extractor import Article
from ingestd.extraction.rules import RulesExtractor
from ingestd.extraction.vietnamese.syllables import is_syllable
from ingestd.parsing.structure import structure


def read(text: str, published: str | None = "2026-05-20") -> Extraction:
    article = Article(text=text, blocks=structure(text), language="vi", published=published)
    return RulesExtractor().extract(article)


def named(text: str) -> set[str]:
    return {f"{entity.type}: {entity.name}" for entity in read(text).entities}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hôm qua Sở Văn hóa, Thể thao và Du lịch Cần Thơ mở hội thảo.",
         {"public_body: Sở Văn hóa, Thể thao và Du lịch Cần Thơ"}),
        ("Theo Bộ Khoa học - Công nghệ, đề tài đã xong.", {"public_body: Bộ Khoa học - Công nghệ"}),
        ("Nhà máy của Công ty TNHH MTV Cơ khí 83 đã mở cửa.", {"company: Công ty TNHH MTV Cơ khí 83"}),
        ("Nhà máy của Công ty T&H và Tập đoàn Ong-Vàng đã mở cửa.", {"company: Công ty T&H", "company: Tập đoàn Ong-Vàng"}),
        ("Năm 2025 Công ty Điện lực Hà Nội lãi lớn.", {"company: Công ty Điện lực Hà Nội"}),
        ("Xe của hãng Nhật Bản Morita Motors bán chạy.", {"place: Nhật Bản", "company: Morita Motors"}),
        ("Tập đoàn Hàn Quốc Daekwang Steel mở cửa hàng.", {"place: Hàn Quốc", "company: Daekwang Steel"}),
        ("Quốc hội họp sáng nay, Chính phủ trình báo cáo.", {"public_body: Quốc hội", "public_body: Chính phủ"}),
        ("Cô giáo Hồ Thị Mận dạy ở tỉnh Hòa Bình.", {"person: Hồ Thị Mận", "place: Hòa Bình"}),
        ("Dự án nằm tại Khu công nghiệp Sông Mây và xã Phước Lộc.", {"place: Sông Mây", "place: Phước Lộc"}),
        ("Ý tưởng ấy hay, nhưng Pháp luật chưa cho phép.", set()),
        ("Hàng bán sang Anh và châu Âu.", {"place: Anh", "place: châu Âu"}),
        ("Vườn nằm ở Bà Tiên, gần chợ.", {"place: Bà Tiên"}),
        ("Thị trường đang tốt. Liên doanh có lãi. Doanh thu 5 MW.", set()),
        ("Anh rất thích. Áo dài đẹp.", set()),
        ("Ông Nam nói. Bách cũng nói, theo ông Trần Xuân Bách.", {"person: Nam", "person: Trần Xuân Bách"}),
        ("Kiều Lan - Người dân vui mừng.", {"place: Kiều Lan"}),
        ("Chị em xem loạt phim Sóng gió Biển Khơi cả tối.", {"product: Sóng gió Biển Khơi"}),
        ("Người dân uống thuốc Zelparin mỗi ngày.", {"product: Zelparin"}),
        ("Hòa Lộc đã khánh thành nhà xưởng, Hòa Lộc rất vui.", {"company: Hòa Lộc"}),
        ("Bank of Zurberg mở chi nhánh.", {"company: Bank of Zurberg"}),
        ("Singapore Zelta Airlines bay thẳng.", {"company: Singapore Zelta Airlines"}),
        ("Liverpool cử Laura Whitby, Giám đốc Zelta Foods, sang bàn bạc.",
         {"place: Liverpool", "person: Laura Whitby", "company: Zelta Foods"}),
        ("Chuyến bay A320 hạ cánh, 75 MW điện được bán.", {"product: A320"}),
        ("Nghị định 55 và Luật Đất đai có hiệu lực.", set()),
        ("Trường Lộc Phát mở cửa, Hội Nông dân vui.", {"company: Trường Lộc Phát", "organization: Hội Nông dân"}),
        ("Lãi của Công ty xuất nhập khẩu thủy sản Sông Đốc tăng.", {"company: Công ty xuất nhập khẩu thủy sản Sông Đốc"}),
        ("Hôm qua Công ty Bank of Zurberg mở cửa.", {"company: Công ty Bank of Zurberg"}),
        ("Tòa án nhân dân quận Hoàng Mai và Ủy ban nhân dân thị xã Sông Cầu họp.",
         {"public_body: Tòa án nhân dân quận Hoàng Mai", "public_body: Ủy ban nhân dân thị xã Sông Cầu"}),
        ("Theo Cục Tần sóng, mạng đã ổn.", {"public_body: Cục Tần sóng"}),
        ("Sở Lao động-Thương binh và Xã hội họp.", {"public_body: Sở Lao động-Thương binh và Xã hội"}),
        ("Bà Rịa-Vũng Tàu đón khách, ông Bộ trưởng nói.", {"place: Bà Rịa-Vũng Tàu"}),
        ("Startup giao hàng Ship Nhanh lãi. Tỉnh Gia Lai mưa. Phim Việt hay.", {"company: Ship Nhanh", "place: Gia Lai"}),
        ("Đoàn gặp Bộ trưởng Quốc phòng Lào Khăm-la Sỉ-vông và Tổng thống V.Pu-tin.",
         {"place: Lào", "person: Khăm-la Sỉ-vông", "person: V.Pu-tin"}),
        ("Ngân hàng Nam Hải lãi. Chủ tịch HĐQT Nam Hải Lương Bích Vân vui.",
         {"company: Ngân hàng Nam Hải", "person: Lương Bích Vân"}),
        ("Vòng Series B có Vesiraja Oy và Hoàng Anh Gia Lai.", {"company: Vesiraja Oy"}),
        ("Người dân ở Đông Tây Nam Bắc Hạ vui.", set()),
        ("Lý Phan Anh thắng; Bắc Kinh thua.", {"person: Lý Phan Anh", "place: Bắc Kinh"}),
        ("Công ty bán Zelox-9 và Zelox 12 cho bệnh viện.", {"product: Zelox-9", "product: Zelox 12"}),
    ],
)  # fmt: skip
def test_class_nouns_titles_and_syllables_tell_names(text: str, expected: set[str]) -> None:
    assert named(text) == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [("Nguyễn", True), ("quốc", True), ("Tech", False), ("Mart", False), ("Net", False), ("Minh", True), ("Ăn", True)],
)  # fmt: skip
def test_vietnamese_syllables_are_told_from_foreign_words(word: str, *, expected: bool) -> None:
    assert is_syllable(word) is expected


@pytest.mark.parametrize(
    ("text", "name", "role", "affiliation"),
    [
        ("Ông Lê Văn Tám, Phó Tổng Giám đốc kiêm Giám đốc Tài chính Công ty Sao Sáng, nói.",
         "Lê Văn Tám", "Phó Tổng Giám đốc kiêm Giám đốc Tài chính", "Công ty Sao Sáng"),
        ("Giám đốc Phát triển sản phẩm của Công ty Sao Sáng, bà Lê Thị Tám, nói.",
         "Lê Thị Tám", "Giám đốc Phát triển sản phẩm", "Công ty Sao Sáng"),
        ("Công ty Sao Sáng có lãi, Chủ tịch Lê Văn Tám cho biết.", "Lê Văn Tám", "Chủ tịch", "Công ty Sao Sáng"),
        ("Phó Chủ tịch UBND tỉnh Gia Lai Rơ Lan Tuấn đến thăm.", "Rơ Lan Tuấn", "Phó Chủ tịch", "UBND tỉnh Gia Lai"),
        ("Chuyên gia Lê Văn Tám từ Viện Kinh tế Xanh nói.", "Lê Văn Tám", "Chuyên gia", "Viện Kinh tế Xanh"),
        ("Quỹ Hoa Mai tròn năm. Bà Lê Thị Tám, nay là Chủ tịch quỹ, rất vui.", "Lê Thị Tám", "Chủ tịch", "Quỹ Hoa Mai"),
        ("Ban Quản lý Chợ Lớn họp. Ông Lê Văn Tám, Trưởng ban Quản lý Chợ Lớn, nói.",
         "Lê Văn Tám", "Trưởng ban", "Ban Quản lý Chợ Lớn"),
        ("Câu lạc bộ Bóng đá Sông Xanh thua. Huấn luyện viên Lê Văn Tám buồn.",
         "Lê Văn Tám", "Huấn luyện viên", "Câu lạc bộ Bóng đá Sông Xanh"),
        ("Luật sư Lê Văn Tám, đại diện cho Công ty Sao Sáng, nói.", "Lê Văn Tám", "đại diện", "Công ty Sao Sáng"),
        ("Công ty Ong Vàng lãi. Nhà sáng lập kiêm CEO Lê Văn Tám vui.", "Lê Văn Tám", "Nhà sáng lập kiêm CEO", "Công ty Ong Vàng"),
        ("Tổng thống Nga Lê Văn Tám vui.", "Lê Văn Tám", "Tổng thống", None),
        ("Nhà báo Lê Văn Tám viết bài.", "Lê Văn Tám", "Nhà báo", None),
        ("Bà Lê Thị Tám (Chủ tịch) vắng mặt.", "Lê Thị Tám", "Chủ tịch", None),
        ("Bà Lê Thị Tám, người Huế, vắng mặt.", "Lê Thị Tám", None, None),
    ],
)  # fmt: skip
def test_callings_and_their_bodies_are_read_around_the_name(
    text: str, name: str, role: str | None, affiliation: str | None
) -> None:
    found = {entity.name: (entity.role, entity.affiliation) for entity in read(text).entities}

    assert found[name] == (role, affiliation)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("65% cổ phần của Công ty Lúa Vàng đã được Tập đoàn Sao Sáng mua lại với giá 90 tỷ đồng.",
         [("acquisition", {"Công ty Lúa Vàng": "target", "Tập đoàn Sao Sáng": "acquirer"})]),
        ("Công ty Lúa Vàng vừa được Tập đoàn Sao Sáng chọn làm nhà cung cấp gạo.",
         [("supply", {"Công ty Lúa Vàng": "supplier", "Tập đoàn Sao Sáng": "buyer"})]),
        ("Công ty Lúa Vàng và Công ty Ong Mật lần lượt ký hợp đồng bán hàng với Tập đoàn Sao Sáng và Công ty Cá Hồi.",
         [("supply", {"Công ty Lúa Vàng": "supplier", "Tập đoàn Sao Sáng": "buyer"}),
          ("supply", {"Công ty Ong Mật": "supplier", "Công ty Cá Hồi": "buyer"})]),
        ("Công ty Lúa Vàng và Ngân hàng Sao Sáng ký hợp đồng tín dụng.",
         [("financing", {"Công ty Lúa Vàng": "borrower", "Ngân hàng Sao Sáng": "lender"})]),
        ("Công ty Lúa Vàng và Công ty Sao Sáng ký hợp đồng mua 20 máy bay.",
         [("supply", {"Công ty Lúa Vàng": "buyer", "Công ty Sao Sáng": "supplier"})]),
        ("Tập đoàn Sao Sáng trao tặng Bệnh viện Hoa Mai một máy thở.",
         [("donation", {"Tập đoàn Sao Sáng": "donor", "Bệnh viện Hoa Mai": "recipient"})]),
        ("Công ty Lúa Vàng khẳng định không đàm phán bán cổ phần cho Tập đoàn Sao Sáng.", []),
        ("Công ty Lúa Vàng và Tập đoàn Sao Sáng đã ngừng thương lượng về việc mua bán hợp đồng gạo.", []),
        ("Nếu thỏa thuận được ký, Công ty Lúa Vàng sẽ bán gạo cho Tập đoàn Sao Sáng.", []),
    ],
)  # fmt: skip
def test_deals_have_the_parties_and_roles_that_vietnamese_gives_them(
    text: str, expected: list[tuple[str, dict[str, str]]]
) -> None:
    found = read(text)

    told = [
        (deal.type, {found.entities[party.entity].name: party.role for party in deal.parties})
        for deal in found.deals
    ]
    assert told == expected
