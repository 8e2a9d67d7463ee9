"""Vietnamese business news: bare names, offices that lead far, deals by what is done under them."""

import pytest

from ingestd.events.facts import ExtractedDeal
from tests.unit.extraction.test_vietnamese import named, read

LASCO, ZENTA = "Công ty Lasco", "Công ty Zenta"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tập đoàn bán lẻ Zentamart lãi.", {"company: Zentamart"}),
        ("Tập đoàn hóa chất Hàn Quốc Zentachem lãi.", {"place: Hàn Quốc", "company: Zentachem"}),
        ("Hãng bay Mây Xanh Airlines lãi.", {"company: Mây Xanh Airlines"}),
        ("Mộc Tre Nâu, doanh nghiệp đồ gỗ, đã lãi.", {"company: Mộc Tre Nâu"}),
        ("Họ nắm 40% vốn Mộc Tre Nâu.", {"company: Mộc Tre Nâu"}),
        ("Công ty Sữa Ba Đồi Xanh lãi. Ba Đồi Xanh có hai nhà máy.", {"company: Công ty Sữa Ba Đồi Xanh"}),
        ("Công ty Gốm Kim Ngân lãi. Chủ tịch Kim Ngân, bà Lê Thị Tám, vui.", {"company: Công ty Gốm Kim Ngân", "person: Lê Thị Tám"}),
        ("Công ty Bảo hiểm Trường Sinh (Trường Sinh Re) lãi.", {"company: Công ty Bảo hiểm Trường Sinh"}),
        ("Công ty Thép Hoa Lư (mã: THL) lãi.", {"company: Công ty Thép Hoa Lư"}),
        ("Hòa Bình Xanh Corp lãi.", {"company: Hòa Bình Xanh Corp"}),
        ("Nha Trang Marina mở cửa ở thành phố Vinh.", {"company: Nha Trang Marina", "place: Vinh"}),
        ("Zentasoft bắt tay Lascoweb.", {"company: Zentasoft", "company: Lascoweb"}),
        ("CEO Zenta Energy Mark Varga vui.", {"company: Zenta Energy", "person: Mark Varga"}),
        ("Hãng tàu Lasco Vận Hải lãi. Giám đốc Lasco Vận Hải Jens Varga vui.", {"company: Lasco Vận Hải", "person: Jens Varga"}),
        ("Tổng giám đốc Zentasoft Việt Nam Jens Varga vui.", {"company: Zentasoft Việt Nam", "person: Jens Varga"}),
        ("Đại sứ Việt Nam tại Pháp Lê Văn Tám đến.", {"place: Việt Nam", "place: Pháp", "person: Lê Văn Tám"}),
        ("Phó Chủ tịch UBND tỉnh Lê Văn Tám đến.", {"person: Lê Văn Tám"}),
        ("Chủ tịch CLB Lê Văn Tám đến.", {"person: Lê Văn Tám"}),
        ("Thương vụ Việt Nam tại Pháp mở hội chợ.", {"public_body: Thương vụ Việt Nam tại Pháp"}),
        ("Ban tổ chức liên hoan đã xin lỗi.", {"organization: Ban tổ chức liên hoan"}),
        ("Nhà máy đặt tại Lulev có 300 kWh, mức Ba2, theo V-League.", {"place: Lulev"}),
        ("Chính phủ Hà Lan đồng ý.", {"place: Hà Lan"}),
        ("Cơ quan Dược phẩm châu Âu (EMA) duyệt Zentacor, thuốc tim mạch.",
         {"public_body: Cơ quan Dược phẩm châu Âu", "product: Zentacor"}),
        ("Tổng công ty Lương thực miền Tây lãi.", {"company: Tổng công ty Lương thực miền Tây"}),
        ("Họ hạ điểm xuống mức Ba2.", set()),
    ],
)  # fmt: skip
def test_what_stands_around_a_bare_name_tells_what_it_is(text: str, expected: set[str]) -> None:
    assert named(text) == expected


@pytest.mark.parametrize(
    ("text", "name", "role", "affiliation"),
    [
        ("Ông Jens Varga, Phó chủ tịch phụ trách thị trường mới của Công ty Zenta, nói.", "Jens Varga", "Phó chủ tịch", ZENTA),
        ("Ông Jens Varga, Giám đốc chi nhánh Hà Nội của Công ty Zenta, nói.", "Jens Varga", "Giám đốc", ZENTA),
        ("Ông Jens Varga (48 tuổi, Giám đốc Công ty Zenta) nói.", "Jens Varga", "Giám đốc", ZENTA),
        ("Công ty Zenta bổ nhiệm ông Jens Varga làm Tổng giám đốc.", "Jens Varga", "Tổng giám đốc", ZENTA),
        ("Sở Du lịch Huế họp. Bà Lê Thị Tám, Giám đốc Sở, nói.", "Lê Thị Tám", "Giám đốc", "Sở Du lịch Huế"),
        ("Công ty Zenta gửi thư cho Công ty Lasco. Ông Jens Varga, CEO công ty, nói.", "Jens Varga", "CEO", ZENTA),
        ("CLB Sông Xanh thắng CLB Núi Đỏ. CLB Sông Xanh vui. Chủ tịch câu lạc bộ Lê Văn Tám nói.", "Lê Văn Tám", "Chủ tịch", "CLB Sông Xanh"),
        ("Tập đoàn Zenta lãi. Chủ tịch tỉnh Huế Lê Văn Tám nói.", "Lê Văn Tám", "Chủ tịch", None),
    ],
)  # fmt: skip
def test_a_calling_leads_far_to_whom_it_is_with(
    text: str, name: str, role: str, affiliation: str | None
) -> None:
    found = {entity.name: (entity.role, entity.affiliation) for entity in read(text).entities}

    assert found[name] == (role, affiliation)


def told(text: str) -> tuple[ExtractedDeal, dict[str | None, str]]:
    """The only deal of a text, and its parties by role."""
    found = read(f"Tin\n\n{text}")
    (deal,) = found.deals
    return deal, {party.role: found.entities[party.entity].name for party in deal.parties}


@pytest.mark.parametrize(
    ("text", "kind", "status", "roles"),
    [
        ("Công ty Lasco sẽ cung cấp tua bin cho cụm dự án ở Huế, theo hợp đồng ký với Công ty Zenta.", "supply", "signed", {"supplier": LASCO, "buyer": ZENTA}),
        ("Công ty Lasco đặt đóng ba tàu tại Công ty Zenta.", "supply", "announced", {"buyer": LASCO, "supplier": ZENTA}),
        ("Công ty Lasco chọn Công ty Zenta phóng vệ tinh.", "supply", "announced", {"buyer": LASCO, "supplier": ZENTA}),
        ("Công ty Lasco đã trao hợp đồng EPC trị giá 3 triệu USD cho tổng thầu Công ty Zenta.", "supply", "announced", {"buyer": LASCO, "supplier": ZENTA}),
        ("Công ty Lasco nhận bàn giao tàu hàng từ Công ty Zenta.", "supply", "completed", {"buyer": LASCO, "supplier": ZENTA}),
        ("Công ty Lasco chỉ định Công ty Zenta làm nhà phân phối độc quyền.", "distribution", "announced", {"supplier": LASCO, "distributor": ZENTA}),
        ("Công ty Lasco trở thành nhà phân phối của Công ty Zenta.", "distribution", "announced", {"distributor": LASCO, "supplier": ZENTA}),
        ("Công ty Lasco trở thành nhà tài trợ chính của Công ty Zenta.", "donation", "announced", {"donor": LASCO, "recipient": ZENTA}),
        ("Công ty Lasco trở thành cổ đông chiến lược của Công ty Zenta.", "investment", "announced", {"investor": LASCO, "target": ZENTA}),
        ("Công ty Lasco nhận khoản đầu tư 3 triệu USD từ quỹ Zenta Capital.", "investment", "announced", {"target": LASCO, "investor": "Zenta Capital"}),
        ("Công ty Lasco sẽ cấp cho Công ty Zenta khoản tín dụng 9 tỷ đồng theo hợp đồng ký hôm qua.", "financing", "signed", {"lender": LASCO, "borrower": ZENTA}),
        ("Công ty Lasco mua 49% dự án khu căn hộ của Công ty Zenta.", "acquisition", "announced", {"acquirer": LASCO, "seller": ZENTA}),
        ("Công ty Lasco ký hợp đồng chuyển nhượng dự án cho Công ty Zenta.", "acquisition", "signed", {"seller": LASCO, "acquirer": ZENTA}),
        ("Công ty Lasco đang đàm phán mua khoảng 30% cổ phần của nhà sản xuất mì ăn liền Zentafood.", "acquisition", "negotiating", {"acquirer": LASCO, "target": "Zentafood"}),
        ("Công ty Lasco công bố đã ký hợp đồng hợp tác với Công ty Zenta.", "agreement", "signed", {"partner": ZENTA}),
        ("Công ty Lasco và Công ty Zenta cam kết hợp tác phát triển hydro. Thỏa thuận được ký tối qua.", "agreement", "signed", {"partner": ZENTA}),
        ("Công ty Lasco rút khỏi liên doanh với Công ty Zenta.", "joint_venture", "terminated", {"partner": ZENTA}),
        ("Công ty Lasco và Công ty Zenta đang đàm phán sáp nhập.", "merger", "negotiating", {"partner": ZENTA}),
        ("Công ty Lasco sẽ cùng Công ty Zenta xây dựng nhà máy, theo thỏa thuận hai bên ký tối qua.", "agreement", "signed", {"partner": ZENTA}),
        ("Công ty Lasco vừa ký hợp đồng thuê đất trồng chuối xuất khẩu với Công ty Zenta.", "agreement", "signed", {"partner": ZENTA}),
        ("Công ty Lasco thuê Công ty Zenta vận hành nhà máy.", "supply", "announced", {"buyer": LASCO, "supplier": ZENTA}),
        ("Công ty Lasco tiếp nhận máy thở do Công ty Zenta tài trợ.", "donation", "announced", {"recipient": LASCO, "donor": ZENTA}),
        ("Công ty Lasco và Công ty Zenta hoàn tất giao dịch chuyển nhượng 49% vốn tại Công ty Orla.", "acquisition", "completed", {None: ZENTA, "target": "Công ty Orla"}),
        ("Công ty Lasco chấm dứt hợp tác với Công ty Zenta.", "agreement", "terminated", {"partner": ZENTA}),
        ("Công ty Lasco về tay Công ty Zenta. Thương vụ hoàn tất hôm qua.", "acquisition", "completed", {"target": LASCO, "acquirer": ZENTA}),
        ("Công ty Lasco về tay Công ty Zenta. Thương vụ dự kiến hoàn tất sang năm.", "acquisition", "announced", {"target": LASCO, "acquirer": ZENTA}),
        ("Ngân hàng Zenta sẽ cho Việt Nam vay 9 triệu USD.", "financing", "planned", {"lender": "Ngân hàng Zenta", "borrower": "Việt Nam"}),
        ("Công ty Lasco và Công ty Zenta chính thức về chung một nhà.", "merger", "announced", {"partner": ZENTA}),
    ],
)  # fmt: skip
def test_verbs_and_grounds_tell_who_gives_what(
    text: str, kind: str, status: str, roles: dict[str | None, str]
) -> None:
    deal, parties = told(text)

    assert (deal.type, deal.status, parties) == (kind, status, roles)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("Công ty Lasco ký thỏa thuận với Công ty Zenta. Giá trị hợp đồng bao tiêu ước khoảng 4 triệu USD.", 4e6),
        ("Công ty Lasco ký thỏa thuận với Công ty Zenta. Hai bên sẽ lập phòng thí nghiệm với kinh phí 5 tỷ đồng.", 5e9),
        ("Công ty Lasco ký thỏa thuận với Công ty Zenta. Công ty Zenta trả trước 6 triệu USD.", 6e6),
        ("Công ty Lasco ký thỏa thuận với Công ty Zenta. Giá bán hiện ở mức 700 USD một tấn.", None),
    ],
)  # fmt: skip
def test_sentences_that_go_on_tell_what_a_deal_is_worth(
    text: str, amount: float | None
) -> None:
    deal, _ = told(text)

    assert (deal.value.amount if deal.value else None) == amount


def test_one_after_the_other_signs_with_each() -> None:
    found = read(
        "Tin\n\nCông ty Lasco lần lượt ký biên bản ghi nhớ với Công ty Zenta và Công ty Orla."
    )

    assert [deal.type for deal in found.deals] == ["mou", "mou"]


@pytest.mark.parametrize(
    "text",
    [
        "Công ty Lasco muốn mua thiết bị; Reuters dẫn hai nguồn tin.",
        "Công ty Lasco có trụ sở ở Huế, thành lập công ty chế biến tại Lào.",
        "Đội tuyển Việt Nam ký hợp đồng tài trợ với Công ty Lasco.",
        "Công ty Lasco cho biết thông tin Công ty Zenta mua lại Công ty Orla là không chính xác.",
        "Công ty Lasco nói tin sáp nhập với Công ty Zenta là bịa đặt.",
    ],
)
def test_who_only_looks_on_has_no_deal(text: str) -> None:
    assert read(f"Tin\n\n{text}").deals == ()


def test_who_witnesses_is_no_party() -> None:
    deal, parties = told(
        "Dưới sự chứng kiến của Chủ tịch Quốc hội Hàn Quốc Woo Won-shik, Công ty Lasco và Công ty Zenta đã trao thỏa thuận hợp tác."
    )

    assert len(deal.parties) == len({LASCO, ZENTA})
    assert parties == {"partner": ZENTA}
