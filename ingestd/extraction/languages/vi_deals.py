"""How Vietnamese tells of deals. Words are syllables: what stands beside one tells its sense."""

from ingestd.extraction.languages.pack import Frames, cue, pact, rx
from ingestd.extraction.languages.vi_acts import ACTS

_PAPER = (
    r"(?:thỏa thuận|thoả thuận|hợp đồng|hiệp định|văn bản|biên bản)(?: (?:khung|nguyên tắc|dài hạn|ngắn hạn|hợp tác|mới|đầu tiên|thứ hai"
    r"|trị giá [\d.,]+ (?:triệu|tỷ) \w+|song phương|ba bên|bốn bên|chiến lược|toàn diện|chính thức|thương mại|về việc|về|độc quyền|ràng buộc"
    r"|bổ sung|trọn gói|sơ bộ|cuối cùng|epc|(?:có )?(?:thời hạn|kỳ hạn)|(?:kéo dài )?\d+ (?:năm|tháng)|nhiều năm))*"
)
_SIGN = r"(?<!đăng )(?<!thư )(?<!chữ )ký(?: kết)?(?! túc| giả| ức| hiệu| sự| gửi)"

_PACTS = (
    pact(
        r"biên bản ghi nhớ|bản ghi nhớ|biên bản thỏa thuận|(?:thỏa thuận|thoả thuận) ghi nhớ|ghi nhớ hợp tác|(?:bản )?ý định thư|thư (?:bày tỏ )?ý định|mou",
        "mou",
    ),
    pact(_PAPER + r" (?:nhận )?chuyển giao (?:công nghệ|kỹ thuật|bí quyết)", "technology_transfer"),
    pact(
        _PAPER + r" (?:cấp phép|cấp quyền|nhượng quyền|li-xăng|license|bản quyền|chuyển nhượng quyền|chuyển giao quyền|sử dụng (?:sáng chế|thương hiệu|nhãn hiệu))",
        "licensing",
    ),
    pact(
        _PAPER + r" (?:góp vốn )?(?:thành lập |lập )?(?:công ty )?liên doanh"
        r"|(?<=lập )(?:một )?(?:công ty )?liên doanh|(?<=góp vốn )liên doanh|liên doanh(?= giữa)|(?<=khỏi )liên doanh(?= với)|(?<=khởi động )liên doanh|(?<=ký )liên doanh",
        "joint_venture",
    ),
    pact(r"hiệp định (?:thương mại(?: tự do)?|đối tác kinh tế)|fta", "trade"),
    pact(
        _PAPER
        + r" (?:sáp nhập|hợp nhất)|thương vụ (?:sáp nhập|hợp nhất)(?= (?:[^.;]|\.\d){0,60}\bgiữa\b)",
        "merger",
    ),
    pact(
        r"(?:giao dịch|thương vụ) (?:chuyển nhượng|mua bán|mua lại|thâu tóm)(?= (?:[^.;]|\.\d){0,60}(?:vốn|cổ phần|cổ phiếu|dự án|mảng))|thương vụ (?:mua lại|thâu tóm)(?= (?:[^.;]|\.\d){0,60}\bgiữa\b)|"
        + _PAPER + r" (?:mua lại|thâu tóm|nhận chuyển nhượng|mua bán và sáp nhập|(?:chuyển nhượng|mua bán|mua|bán) (?:toàn bộ |khoảng |gần )?(?:[\d.,]+% )?(?:phần )?(?:vốn|cổ phần|cổ phiếu|dự án|mảng))",
        "acquisition",
    ),
    pact(_PAPER + r" (?:phân phối|(?:tổng )?đại lý)", "distribution"),
    pact(
        _PAPER + r" (?:cung cấp|cung ứng|mua sắm|mua bán|mua|bán|xuất khẩu|nhập khẩu|bao tiêu|tiêu thụ|đặt hàng|đặt mua|đặt đóng|đóng mới|đóng (?=[\w-]+ (?:tàu|chiếc))|giao hàng|lắp đặt)"
        r"|đơn (?:đặt )?hàng",
        "supply",
    ),
    pact(
        _PAPER + r" (?:cấp )?(?:tín dụng|vay|tài trợ|hạn mức|cho vay|bảo lãnh|hợp vốn)(?: vốn)?"
        r"|(?:khoản|gói) (?:vay|tín dụng)|hạn mức tín dụng",
        "financing",
    ),
    pact(_PAPER + r" (?:đầu tư|góp vốn|rót vốn)", "investment"),
    pact(_PAPER + r" (?:đồng |cùng )?(?:sản xuất|gia công|lắp ráp)", "production"),
    pact(_PAPER + r" (?:nghiên cứu|phát triển (?:công nghệ|vắc xin|vắc-xin|thuốc|chip)|thử nghiệm lâm sàng)", "research_cooperation"),
    pact(_PAPER + r" (?:cho )?thuê", "agreement"),
    pact(
        r"(?<=ký kết )hợp tác|(?<=ký )hợp tác|(?<=chấm dứt )(?:quan hệ )?(?:hợp tác|đối tác)|(?<=ngừng )hợp tác|(?<=dừng )hợp tác|(?<=kết thúc )(?:quan hệ )?hợp tác|(?<=công bố )hợp tác(?! với khách)|(?<=công bố )quan hệ (?:đối tác|hợp tác)"
        r"|(?<=thiết lập )(?:quan hệ )?(?:đối tác|hợp tác)|(?<=xác lập )quan hệ (?:đối tác|hợp tác)|(?<=khởi động )hợp tác",
        "agreement",
    ),
    pact(
        r"thỏa thuận|thoả thuận|hợp đồng|hiệp định|văn kiện|nghị định thư|văn bản hợp tác|biên bản hợp tác|chương trình hợp tác|kế hoạch hợp tác|tuyên bố hợp tác",
        "agreement",
    ),
)  # fmt: skip

_SIGNS = (
    cue(
        rf"đã ký(?: kết)?|lễ ký(?: kết)?|{_SIGN}|đạt được|đạt|trao đổi|trao|chốt|gia hạn",
        "signed",
    ),
    cue(
        r"công bố|thành lập|lập|thiết lập|xác lập|khởi động|giành được|giành|nhận được|trúng|thống nhất|nhất trí",
        "announced",
    ),
    cue(r"đàm phán|thảo luận|thương lượng|thương thảo|bàn thảo", "negotiating"),
    cue(r"có hiệu lực", "in_force"),
    cue(
        r"chấm dứt|hủy bỏ|huỷ bỏ|hủy|huỷ|đình chỉ|thanh lý|rút khỏi|rút lui khỏi|ngừng hoạt động|giải thể",
        "terminated",
    ),
    cue(r"hoàn tất", "completed"),
)

_CUES = (
    cue(
        r"nếu|phủ nhận|bác bỏ|bác (?:tin|thông tin)|đính chính|tin đồn (?:thất thiệt|không)|không có (?:thỏa thuận|kế hoạch|ý định|cơ sở|chuyện)"
        r"|chưa (?:hề |từng )?(?:ký|có|đạt|bán|mua|quyết định|thống nhất)|không (?:hề |còn |tiếp tục )?(?:ký|đàm phán|bán|mua|đạt|sáp nhập|nhận|đầu tư)"
        r"|đề nghị|mong muốn|mong|hy vọng|hi vọng|kêu gọi|đề xuất|khởi kiện|vụ kiện|(?<!linh )(?<!sự )(?<!điều )(?<!phụ )(?<!văn )(?<!dữ )kiện(?! toàn| hàng)|tòa án|toà án"
        r"|bịa đặt|không đúng sự thật|tin giả|từng (?=hợp tác|ký)|(?:ngừng|dừng|ngưng|kết thúc|cắt đứt) (?:việc )?(?:thương lượng|đàm phán|thương thảo)|đổ vỡ|bất thành|(?:đàm phán|thương lượng) thất bại|từ chối",
        None,
    ),
    cue(
        r"chấm dứt|(?<!phá )(?<!tiêu )(?:hủy bỏ|huỷ bỏ|hủy|huỷ)(?! hoại)|đình chỉ|rút khỏi|rút lui khỏi|chia tay|ngừng hoạt động|giải thể|(?:ngừng|dừng|kết thúc)(?= (?:quan hệ )?hợp tác)",
        "terminated",
    ),
    cue(r"tin đồn|có thể|nguồn tin|cân nhắc|xem xét|được cho là", "rumoured"),
    cue(
        r"(?<!tháng )(?<!năm )(?<!tuần )(?<!vòng )(?<!quá trình )đàm phán|thương lượng|thương thảo|thảo luận",
        "negotiating",
    ),
    cue(
        r"sẽ|dự kiến|kế hoạch(?! hợp tác)|chuẩn bị|sắp(?! xếp)|cam kết|dự định|lên phương án|(?:thông qua|trình|xin ý kiến)(?: cổ đông)?(?: về)? (?:phương án|chủ trương|kế hoạch|việc)|muốn|tính (?:mua|bán)",
        "planned",
    ),
    cue(r"hoàn tất|đã hoàn thành", "completed"),
    cue(r"công bố|đồng ý|thông báo", "announced"),
)

VIETNAMESE_FRAMES = Frames(
    syllabic=True,
    pacts=_PACTS,
    plural=rx(r"(?:các|những) (?:biên bản|thỏa thuận|hợp đồng|văn kiện|bản)"),
    pairs=rx(r"\blần lượt\b"),
    signs=_SIGNS,
    acts=ACTS,
    cues=_CUES,
    between=rx(r"\bgiữa\b"),
    with_=rx(r"\b(?:với|cùng với|cùng(?= (?:[\w-]+ ){0,5}\{))"),
    by=rx(r"\b(?:bởi|do)\b"),
    passive=rx(r"\b(?:được|bị) (?=(?:[\w-]+ ){0,3}\{[cbo])"),
    conjunction=r"(?:,? và|,| cùng với| cùng)(?: (?:liên danh|tổ hợp|nhóm)(?: nhà (?:thầu|đầu tư))?(?: (?:gồm|giữa))?)?",
    breaks=rx(
        r"[;:]|\b(?:cho biết|rằng|nói|trong khi|cho hay|xác nhận)\b(?! (?:đã|sẽ|vừa|đang|mới|không|chưa)\b)"
    ),
    drops=(
        rx(r"\((?:trực )?(?:thuộc|công ty con của|thành viên của|thành viên) [^()]{1,80}\)"),
        rx(r"(?<=\}) [-\u2013] [^;{}]{1,110}(?:\{[nl]\d+\}[^;{}]{0,40})? [-\u2013](?= )"),
        rx(r"^\W*theo (?:[\w-]+ ){0,6}\"?\{[cbo]\d+\}\"?,(?=[^,.;]{0,60}\{[cbo])"),
        rx(r"(?<= )[\d.,]+ (?:triệu|nghìn|ngàn|tỷ) (?=cổ phiếu|cổ phần)"),
        rx(r"\([^(){}]*\)|\(\{[^{}]*\}\)"),
        rx(
            r"(?<=[}\"]),(?= (?:một|là|thuộc|có trụ sở|đơn vị|doanh nghiệp|công ty con|công ty thành viên|thành viên|cổ đông)\b)[^,;]{1,140}(?:,|(?=\.))"
        ),
        rx(
            r"(?<=[}\"]),(?= (?:nhà (?:cung cấp|sản xuất|phân phối|phát triển|bán lẻ|khai thác|đầu tư|mạng|vận hành)|hãng|tập đoàn|ngân hàng|startup|chủ đầu tư|nơi|hiện|nền tảng|chuỗi|công ty|quỹ|hệ thống)\b)(?:[^,;{}]|\{[nl]\d+\}){1,140}(?:,|(?=\.))"
        ),
        rx(r"(?<=\}) thuộc (?:[\w-]+ ){0,3}\"?\{[cbo]\d+\}\"?"),
        rx(r"(?<=\}) (?:của |tại |ở |\(|-)?\{[ln]\d+\}\)?(?:(?:,| và) \{[ln]\d+\}){0,6}"),
        rx(r"(?<=[^\W\d_]) (?:của )?\{n\d+\}(?= \{[co]\d)"),
    ),
    places=rx(
        r"\b(?:tại|ở|của|sang|trong|từ|đến|vào|khắp|phía|thị trường|quốc gia|(?:một|các|nhiều|hai|ba|những) (?:[\w-]+ ){1,4}|(?:đội )?tuyển(?: [\w-]+){0,4}|giải(?: [\w-]+)?|marathon|liên hoan|sự kiện)\s*(?:thành phố|tỉnh|thủ đô)?\s*$"
    ),
    witnesses=rx(
        r"\b(?:trước sự chứng kiến của|dưới sự chứng kiến của|với sự chứng kiến của|chứng kiến lễ ký|có sự tham dự của)"
    ),
    result=rx(
        r"\b(?:để|giúp) (?:[\w-]+ ){0,3}?(\{[cbo]\d+\}) (?:có thể )?(?:sản xuất|lắp ráp)"
    ),
    under=rx(r"\btheo (?:thỏa thuận|hợp đồng|biên bản|hiệp định)(?: này)?"),
    worth=rx(
        r"(?:(?:tổng )?(?:trị giá|giá trị)(?: (?!so\b|doanh|lợi|thị|vốn|xuất|nhập|thương)[\w-]+){0,4}|số tiền(?: [\w-]+){0,2}|bỏ ra|chi ra|cấp|bơm|tổng cộng|đổi lấy|(?<!so )(?<!cùng )với|mở hầu bao|tiền [\w ]{2,30},"
        r"|tổng vốn|vốn|(?:với |theo |mức )?giá(?: (?:niêm yết|chuyển nhượng|mua|bán|thỏa thuận))?|mức giá|tổng mức đầu tư|đầu tư|lên tới|khoản vay|vay|khoản|trả trước|gói|(?:hạn mức )?tín dụng|hạn mức|tặng|rót|thương vụ|giao dịch|hợp đồng"
        r"|gọi vốn|gọi được|huy động được|huy động|thanh toán|trả|chi|góp|tài trợ|kinh phí|nhận(?: được)?|phí|thu về|đơn hàng|định giá thương vụ)"
        r" ?(?:khoảng |hơn |gần |trên |lên tới |lên đến |là |đạt |điều lệ |ước |ước tính |trước |vào |tới |xấp xỉ |tương đương |thành công |được |thêm |tối đa |tổng cộng |một khoản |ban đầu |dự kiến |ban đầu là |không dưới |ít nhất )*$"
    ),
    not_worth=rx(
        r"(?:doanh thu|lợi nhuận|kim ngạch|xuất khẩu|nhập khẩu|ngân sách|vốn hóa|tổng tài sản|thương mại hai chiều|quản lý quỹ|quy mô quỹ|lãi|nợ|thị trường|vốn chủ)"
        r"|(?:/|một |mỗi )(?:tấn|thùng|cổ phiếu|cổ phần|chiếc|kg|ounce|m2|người|năm|tháng|kwh|mwh|lít|suất)"
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
    people=rx(r"\"?,? (?:dẫn (?:lời|hai|các|nguồn|một|thông)|đưa tin|trích dẫn|tiết lộ)"),
    unreal=rx(
        r"\b(?:phủ nhận|bác bỏ|bác tin|bịa đặt|không đúng(?: sự thật)?|tin giả|không chính xác|vô căn cứ|thất thiệt|không có thật|không có cơ sở|sai sự thật)\b"
    ),
    only_if=rx(r"\b(?:nếu|với điều kiện|trong trường hợp)\b"),
    separate=rx(r"\b(?:lần lượt|riêng rẽ|riêng biệt|riêng)\b"),
    of_parties=rx(
        r"\b(?:chính phủ|nhà nước|cộng hòa|chính quyền(?: (?:tỉnh|thành phố|bang|vùng|địa phương))?) $"
    ),
    both=rx(
        r"\b(?P<nations>hai nước|hai quốc gia)\b|\b(?:hai bên|hai (?:công ty|doanh nghiệp|tập đoàn|ngân hàng|hãng|đơn vị))\b"
    ),
    goes_on=rx(
        r"\W*(?:theo [^,;]{1,40}, |theo |tổng )?(?:thỏa thuận|thoả thuận|hợp đồng|biên bản|hiệp định|văn bản|văn kiện|thương vụ|giao dịch|khoản vay|khoản đầu tư|khoản tài trợ|liên doanh"
        r"|lễ ký|việc (?:mua|bán|ký|hợp tác|sáp nhập|chuyển nhượng|bàn giao)|đơn hàng|(?:tổng )?giá trị|mức giá|số tiền|theo đó|cụ thể|hai (?:bên|đơn vị|doanh nghiệp|công ty|tập đoàn|ngân hàng|hãng)|các bên|ba bên|vòng (?:gọi vốn|này)|chương trình hợp tác)\b"
        r"|(?:[^.;{}]|\{\w\d+\}){0,40}\b(?:trả trước|chi trả|thanh toán)\b"
    ),
    sells=rx(
        r"(?:thỏa thuận|thoả thuận|hợp đồng)(?: [\w-]+){0,3} (?:(?<!mua )bán|(?<!nhận )chuyển nhượng|cung cấp|cung ứng|xuất khẩu)"
    ),
    buys=rx(
        r"(?:thỏa thuận|thoả thuận|hợp đồng)(?: [\w-]+){0,3} (?:mua(?! bán)|đặt mua|đặt hàng|nhập khẩu|đặt đóng)"
    ),
)
