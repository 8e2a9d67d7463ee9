"""How Vietnamese tells of deals. Words are syllables: what stands beside one tells its sense."""

from ingestd.extraction.languages.pack import Act, Frames, cue, pact, rx

_PAPER = r"(?:thỏa thuận|thoả thuận|hợp đồng|hiệp định|văn bản|biên bản)(?: (?:khung|nguyên tắc|dài hạn|hợp tác|mới|đầu tiên|trị giá [\d.,]+ (?:triệu|tỷ) \w+|song phương|chiến lược|về việc|về|độc quyền))*"
_SIGN = r"(?<!đăng )(?<!thư )(?<!chữ )ký(?: kết)?(?! túc| giả| ức| hiệu| sự| gửi)"
_SHARES = r"(?:vốn|cổ phần|cổ phiếu|công ty con|mảng|nhà máy|chi nhánh)"

_PACTS = (
    pact(r"biên bản ghi nhớ|bản ghi nhớ|thỏa thuận ghi nhớ|thoả thuận ghi nhớ|mou", "mou"),
    pact(_PAPER + r" chuyển giao công nghệ", "technology_transfer"),
    pact(
        _PAPER + r" (?:cấp phép|nhượng quyền|li-xăng|bản quyền|chuyển nhượng quyền|sử dụng sáng chế)",
        "licensing",
    ),
    pact(
        _PAPER + r" (?:thành lập |lập )?(?:công ty )?liên doanh"
        r"|(?<=lập )(?:một )?(?:công ty )?liên doanh|(?<=góp vốn )liên doanh|liên doanh(?= giữa)",
        "joint_venture",
    ),
    pact(r"hiệp định (?:thương mại(?: tự do)?|đối tác kinh tế)|fta", "trade"),
    pact(_PAPER + r" (?:sáp nhập|hợp nhất)", "merger"),
    pact(
        _PAPER + r" (?:mua lại|thâu tóm|(?:chuyển nhượng|mua bán|mua|bán) (?:[\d.,]+% )?(?:phần )?(?:vốn|cổ phần|dự án))",
        "acquisition",
    ),
    pact(_PAPER + r" (?:hợp tác )?phân phối|hợp đồng đại lý", "distribution"),
    pact(
        _PAPER + r" (?:cung cấp|cung ứng|mua bán|mua|bán|xuất khẩu|nhập khẩu|bao tiêu|tiêu thụ|đặt hàng|đặt mua)",
        "supply",
    ),
    pact(
        _PAPER + r" (?:tín dụng|vay|tài trợ|hạn mức|cho vay)(?: vốn)?"
        r"|(?:khoản|gói) (?:vay|tín dụng)",
        "financing",
    ),
    pact(_PAPER + r" (?:đầu tư|góp vốn)", "investment"),
    pact(_PAPER + r" (?:hợp tác )?(?:sản xuất|gia công|lắp ráp)", "production"),
    pact(_PAPER + r" (?:hợp tác )?nghiên cứu", "research_cooperation"),
    pact(r"(?<=ký kết )hợp tác|(?<=ký )hợp tác", "agreement"),
    pact(
        r"thỏa thuận|thoả thuận|hợp đồng|hiệp định|văn kiện|nghị định thư|văn bản hợp tác|biên bản hợp tác",
        "agreement",
    ),
)  # fmt: skip

_SIGNS = (
    cue(rf"đã ký(?: kết)?|lễ ký(?: kết)?|{_SIGN}|đạt được|đạt|trao đổi|trao|chốt", "signed"),
    cue(r"công bố|thành lập|lập|giành được|giành|nhận được|trúng", "announced"),
    cue(r"đàm phán|thảo luận|thương lượng|thương thảo|bàn thảo", "negotiating"),
    cue(r"có hiệu lực", "in_force"),
    cue(r"chấm dứt|hủy bỏ|huỷ bỏ|hủy|huỷ|đình chỉ|thanh lý", "terminated"),
    cue(r"hoàn tất", "completed"),
)

_CUES = (
    cue(
        r"nếu|phủ nhận|bác bỏ|bác (?:tin|thông tin)|đính chính|tin đồn (?:thất thiệt|không)|không có (?:thỏa thuận|kế hoạch|ý định|cơ sở|chuyện)"
        r"|chưa (?:hề |từng )?(?:ký|có|đạt|bán|mua|quyết định|thống nhất)|không (?:hề |còn |tiếp tục )?(?:ký|đàm phán|bán|mua|đạt|sáp nhập|nhận|đầu tư)"
        r"|đề nghị|mong muốn|mong|hy vọng|hi vọng|kêu gọi|đề xuất|khởi kiện|vụ kiện|(?<!linh )(?<!sự )(?<!điều )(?<!phụ )(?<!văn )(?<!dữ )kiện(?! toàn| hàng)|tòa án|toà án"
        r"|(?:ngừng|dừng|ngưng|kết thúc|cắt đứt) (?:việc )?(?:thương lượng|đàm phán|thương thảo)|đổ vỡ|bất thành|(?:đàm phán|thương lượng) thất bại|từ chối",
        None,
    ),
    cue(
        r"chấm dứt|(?<!phá )(?<!tiêu )(?:hủy bỏ|huỷ bỏ|hủy|huỷ)(?! hoại)|đình chỉ|rút khỏi",
        "terminated",
    ),
    cue(r"tin đồn|có thể|nguồn tin|cân nhắc|xem xét|được cho là", "rumoured"),
    cue(r"đàm phán|thương lượng|thương thảo|thảo luận", "negotiating"),
    cue(r"sẽ|dự kiến|kế hoạch|chuẩn bị|sắp(?! xếp)|cam kết|dự định", "planned"),
    cue(r"hoàn tất|đã hoàn thành", "completed"),
    cue(r"công bố|đồng ý|thông báo", "announced"),
)

_ACTS = (
    Act(
        pattern=rx(r"\bchuyển giao\b"),
        type="technology_transfer",
        before="transferor",
        after="recipient",
        links=rx(r"\bcho\b"),
        needs=rx(r"công nghệ|sản phẩm|bí quyết"),
    ),
    Act(
        pattern=rx(
            r"\b(?:nhận|được cấp|được trao|được nhượng|mua|giành|có)(?: được)? (?:độc )?(?:bản )?quyền\b(?! lực| lợi| hạn)"
        ),
        type="licensing",
        before="licensee",
        after="licensor",
        links=rx(r"\b(?:từ|của)\b"),
    ),
    Act(
        pattern=rx(r"\b(?:cấp phép|cấp quyền|nhượng quyền|trao quyền|bán bản quyền|cấp bản quyền)\b"),
        type="licensing",
        before="licensor",
        after="licensee",
        links=rx(r"\bcho\b"),
    ),
    Act(
        pattern=rx(rf"(?<!nhận )\b(?:chuyển nhượng|bán|thoái)\b(?= [^.;]{{0,40}}{_SHARES})"),
        type="acquisition",
        before="seller",
        after="acquirer",
        links=rx(r"\bcho\b"),
    ),
    Act(
        pattern=rx(r"được (?:mua lại|thâu tóm|thôn tính) bởi"),
        type="acquisition",
        before="target",
        after="acquirer",
    ),
    Act(
        pattern=rx(
            r"(?<!bởi )\b(?:mua lại|thâu tóm|thôn tính|mua đứt|nhận chuyển nhượng|mua(?= (?:thêm )?[\d.,]+% (?:cổ phần|vốn))|mua(?= (?:toàn bộ |phần )?(?:cổ phần|vốn)))(?! bởi)\b"
        ),
        type="acquisition",
        before="acquirer",
        after="target",
    ),
    Act(
        pattern=rx(r"\b(?:sáp nhập|hợp nhất)\b"),
        type="merger",
        before="partner",
        after="partner",
        links=rx(r"\b(?:với|vào)\b"),
    ),
    Act(
        pattern=rx(r"(?<!chủ )(?<!nhà )(?<!quỹ )(?<!vốn )(?<!án )(?<!mức )(?<!hoạch )\b(?:rót vốn|góp vốn|đầu tư|rót)\b(?! vào năm)"),
        type="investment",
        before="investor",
        after="target",
        links=rx(r"\bvào\b"),
    ),
    Act(
        pattern=rx(r"\b(?:gọi vốn|gọi được|huy động)\b(?= [^.;]{0,160}\b(?:dẫn dắt|rót|góp vốn|tham gia))"),
        type="investment",
        before="target",
        after="investor",
        links=rx(r"\b(?:do|từ|tham gia của)\b"),
        several=True,
    ),
    Act(
        pattern=rx(
            r"\b(?:chọn|lựa chọn|chỉ định)\b(?= (?:\{[cbo]\d+\} )?(?:làm|là) (?:\w+ ){0,2}?(?:nhà cung cấp|nhà thầu|tổng thầu|đơn vị|đối tác))"
        ),
        type="supply",
        before="buyer",
        after="supplier",
    ),
    Act(
        pattern=rx(r"\b(?:trúng (?:gói )?thầu|giành (?:được )?(?:gói thầu|hợp đồng|đơn hàng))\b"),
        type="supply",
        before="supplier",
        after="buyer",
        links=rx(r"\b(?:của|từ|với|cho)\b"),
    ),
    Act(
        pattern=rx(
            r"(?<!nhà )(?<!bên )(?<!nguồn )(?<!chuỗi )(?<!mua )(?<!giá )(?<!buôn )(?<!ngoại )(?<!người )\b(?:cung cấp|cung ứng|bán|giao|xuất khẩu|bàn giao)\b(?! dịch| thông| lưu| diện| tiếp| lẻ| dẫn| kính| kết| đảo| buôn| thời)"
        ),
        type="supply",
        before="supplier",
        after="buyer",
        links=rx(r"\b(?:cho|sang)\b"),
    ),
    Act(
        pattern=rx(r"(?<!thu )(?<!sức )(?<!giá )(?<!người )(?<!bên )\b(?:mua(?! lại| bán| sắm| hàng| sỉ)|đặt mua|đặt hàng|nhập khẩu)\b"),
        type="supply",
        before="buyer",
        after="supplier",
        links=rx(r"\b(?:của|từ)\b"),
    ),
    Act(
        pattern=rx(r"\b(?:cho vay|tài trợ vốn|cấp tín dụng|cấp vốn|cấp (?:một )?khoản vay|giải ngân)\b"),
        type="financing",
        before="lender",
        after="borrower",
        links=rx(r"\b(?:cho|vay)\b"),
    ),
    Act(
        pattern=rx(r"\bcho\b(?= \{[cbo]\d+\}[^.;,{}]{0,30} vay)"),
        type="financing",
        before="lender",
        after="borrower",
    ),
    Act(
        pattern=rx(r"(?<!cho )(?<!khoản )(?<!gói )\b(?:vay|vay vốn)\b"),
        type="financing",
        before="borrower",
        after="lender",
        links=rx(r"\b(?:của|từ)\b"),
    ),
    Act(
        pattern=rx(r"\b(?:trao tặng|tặng|tài trợ|ủng hộ)\b(?= (?:cho )?(?:[\w-]+ ){0,3}\{[cbo]\d+\})"),
        type="donation",
        before="donor",
        after="recipient",
    ),
    Act(
        pattern=rx(r"\b(?:trao tặng|tặng|viện trợ|tài trợ|ủng hộ|quyên góp)\b(?! vốn)"),
        type="donation",
        before="donor",
        after="recipient",
        links=rx(r"\bcho\b|tặng"),
    ),
    Act(
        pattern=rx(r"(?<!nhà )(?<!đơn vị )(?<!hệ thống )(?<!quyền )\b(?:phân phối(?: độc quyền)?)\b(?= [^.;,]{0,60}\bcủa\b)"),
        type="distribution",
        before="distributor",
        after="supplier",
        links=rx(r"\bcủa\b"),
    ),
    Act(
        pattern=rx(r"\bbắt tay\b"),
        type="agreement",
        before="partner",
        after="partner",
        links=rx(r"\b(?:với|cùng)\b"),
    ),
    Act(
        pattern=rx(r"\b(?:sản xuất|lắp ráp|gia công)\b"),
        type="production",
        before="manufacturer",
        after="partner",
        links=rx(r"\bvới\b"),
        needs=rx(r"theo (?:thỏa thuận|hợp đồng|giấy phép)"),
        status="in_force",
        alone=True,
    ),
)  # fmt: skip

VIETNAMESE_FRAMES = Frames(
    pacts=_PACTS,
    plural=rx(r"(?:các|những) (?:biên bản|thỏa thuận|hợp đồng|văn kiện|bản)"),
    pairs=rx(r"\blần lượt\b"),
    signs=_SIGNS,
    acts=_ACTS,
    cues=_CUES,
    between=rx(r"\bgiữa\b"),
    with_=rx(r"\b(?:với|cùng với|cùng(?= (?:[\w-]+ ){0,5}\{))"),
    by=rx(r"\b(?:bởi|do)\b"),
    passive=rx(r"\b(?:được|bị) (?=(?:[\w-]+ ){0,3}\{[cbo])"),
    conjunction=r"(?:,? và|,| cùng với| cùng)",
    breaks=rx(
        r"[;:]|\b(?:cho biết|rằng|nói|trong khi|cho hay|xác nhận)\b(?! (?:đã|sẽ|vừa|đang|mới|không|chưa)\b)"
    ),
    drops=(
        rx(r"\([^(){}]*\)|\(\{[^{}]*\}\)"),
        rx(
            r"(?<=[}\"]),(?= (?:một|là|thuộc|có trụ sở|đơn vị|doanh nghiệp|công ty con|công ty thành viên|thành viên|cổ đông)\b)[^,;]{1,140}(?:,|(?=\.))"
        ),
        rx(
            r"(?<=[}\"]),(?= (?:nhà (?:cung cấp|sản xuất|phân phối|phát triển|bán lẻ|khai thác|đầu tư)|hãng|tập đoàn|ngân hàng|startup|chủ đầu tư|nơi|hiện)\b)[^,;{}]{1,140}(?:\{[nl]\d+\})?(?:,|(?=\.))"
        ),
        rx(r"(?<=\}) (?:của |tại |ở |\(|-)?\{[ln]\d+\}\)?(?:(?:,| và) \{[ln]\d+\}){0,6}"),
        rx(r"(?<=[^\W\d_]) (?:của )?\{n\d+\}(?= \{[co]\d)"),
    ),
    places=rx(r"\b(?:tại|ở|của|sang|trong|từ|đến|vào|khắp)\s*(?:thành phố|tỉnh|thủ đô)?\s*$"),
    witnesses=rx(
        r"\b(?:trước sự chứng kiến của|dưới sự chứng kiến của|với sự chứng kiến của|chứng kiến lễ ký|có sự tham dự của)"
    ),
    result=rx(
        r"\b(?:để|giúp) (?:[\w-]+ ){0,3}?(\{[cbo]\d+\}) (?:có thể )?(?:sản xuất|lắp ráp)"
    ),
    under=rx(r"\btheo (?:thỏa thuận|hợp đồng|biên bản|hiệp định)(?: này)?"),
    worth=rx(
        r"(?:trị giá|giá trị|số tiền|bỏ ra|chi ra|cấp|bơm|tổng cộng|đổi lấy|(?<!so )(?<!cùng )với|mở hầu bao|tiền [\w ]{2,30},|tổng vốn|vốn|với giá|mức giá|tổng trị giá|tổng giá trị|đầu tư|lên tới|khoản vay|vay|khoản|trả trước|gói|hạn mức|tặng|rót|thương vụ|giao dịch|hợp đồng|gọi được|huy động được|huy động)"
        r" ?(?:khoảng |hơn |gần |lên tới |là |đạt |điều lệ |ước |trước )*$"
    ),
    not_worth=rx(
        r"(?:doanh thu|lợi nhuận|kim ngạch|xuất khẩu|nhập khẩu|ngân sách|vốn hóa|tổng tài sản|thương mại hai chiều|quản lý quỹ|quy mô quỹ|kinh phí|lãi)"
    ),
    anaphora=rx(
        r"\b(?:công ty này|tập đoàn này|doanh nghiệp này|quỹ này|ngân hàng này|hãng này)\b"
    ),
    event=rx(r"\b(?:tại (?:buổi|lễ|hội nghị|sự kiện|diễn đàn)|nhân dịp|kết thúc)\b"),
    lists=rx(r"\b(?:sản phẩm|danh mục|thuốc|vắc-xin)\b"),
    sports=rx(
        r"\b(?:tiền đạo|tiền vệ|thủ môn|hậu vệ|câu lạc bộ|clb|bàn thắng|huấn luyện viên|hlv)\b"
    ),
    about=rx(r"\bvề(?: việc)?\b|\bđể\b|\bnhằm\b|\btrong lĩnh vực\b"),
    ends=rx(
        r"\b(?:với|giữa|trị giá|trước sự|dưới sự|theo|cho biết|vào ngày|ngày \d|hôm)\b| - "
    ),
    of_parties=rx(r"\b(?:chính phủ|nhà nước|cộng hòa) $"),
    both=rx(
        r"\b(?P<nations>hai nước|hai quốc gia)\b|\b(?:hai bên|hai (?:công ty|doanh nghiệp|tập đoàn|ngân hàng|hãng|đơn vị))\b"
    ),
    goes_on=rx(
        r"\W*(?:theo )?(?:thỏa thuận|thoả thuận|hợp đồng|biên bản|hiệp định|văn bản|thương vụ|giao dịch|khoản vay|khoản đầu tư|liên doanh|lễ ký|việc mua bán|đơn hàng|(?:tổng )?giá trị|mức giá|số tiền)\b"
    ),
    sells=rx(
        r"(?:thỏa thuận|thoả thuận|hợp đồng)(?: [\w-]+){0,3} (?:bán|cung cấp|cung ứng|xuất khẩu)"
    ),
    buys=rx(
        r"(?:thỏa thuận|thoả thuận|hợp đồng)(?: [\w-]+){0,3} (?:mua|đặt mua|đặt hàng|nhập khẩu)"
    ),
)
