"""Vietnamese verbs that move something from one party to another. Words are syllables: what stands
beside one tells its sense.
"""

from ingestd.extraction.languages.pack import Act, rx

_CHOOSES = r"\b(?:chọn|lựa chọn|chỉ định|bổ nhiệm|ủy quyền|chọn mặt gửi vàng)\b"
_AS = r" (?:làm|là|trở thành|giữ vai trò) (?:[\w-]+ ){0,3}?"
_BECOMES = r"\b(?:trở thành|làm) (?:(?!con|một trong)[\w-]+ ){0,1}?"
_ASSETS = r"(?:dự án|nhà máy|tòa nhà|toà nhà|khách sạn|mảng|tài sản|trung tâm thương mại|mỏ|khu đất|khu nghỉ dưỡng|khu phức hợp|khu căn hộ|lô đất|cụm công nghiệp|khu công nghiệp|bến cảng|chuỗi cửa hàng|thương hiệu)"
_NO_PAPER = (
    r"(?!(?:[^.;]|\.\d){0,200}\btheo (?:thỏa thuận|thoả thuận|hợp đồng|biên bản|bản ghi))"
)
_SHARES = r"(?:vốn|cổ phần|cổ phiếu|công ty con|mảng|nhà máy|chi nhánh)"

ACTS: tuple[Act, ...] = (
    Act(
        pattern=rx(
            r"\b(?:cấp|cung cấp|dành|thu xếp|phê duyệt|giải ngân|tài trợ|bảo lãnh)\b(?= (?:thêm |một |các |cho ){0,2}(?:(?:gói|khoản|hạn mức|nguồn) )?(?:vay|tín dụng|tài trợ|vốn vay|vốn)\b)"
        ),
        type="financing",
        before="lender",
        after="borrower",
        links=rx(r"\bcho\b"),
    ),
    Act(
        pattern=rx(r"\b(?:cấp|cung cấp|dành|thu xếp|giải ngân)\b(?= cho (?:[\w-]+ ){0,3}\{[cbo]\d+\}\"? (?:(?:một|thêm) ){0,2}(?:gói|khoản|hạn mức|nguồn) (?:vay|tín dụng|vốn))"),
        type="financing",
        before="lender",
        after="borrower",
        links=rx(r"\bcho\b"),
    ),
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
        pattern=rx(rf"(?<!nhận )(?<!mua )\b(?:chuyển nhượng|bán|thoái)\b(?= (?:[^.;]|\.\d){{0,50}}{_SHARES})"),
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
            r"(?<!bởi )\b(?:mua lại|thâu tóm|thôn tính|mua đứt|nhận chuyển nhượng|tiếp quản|mua(?= (?:(?:thêm|khoảng|gần|hơn|tới|tối đa|tối thiểu|ít nhất|toàn bộ|phần lớn|đa số|trên) ){0,2}(?:[\d.,]+% )?(?:phần )?(?:cổ phần|vốn|cổ phiếu))|mua(?= (?:(?:công ty|ngân hàng|hãng|startup|chuỗi|tập đoàn|doanh nghiệp|đối thủ|nền tảng|ví)(?: [\w-]+){0,4} )?\"?\{[cbo]\d))(?! bởi)\b"
        ),
        type="acquisition",
        before="acquirer",
        after="target",
    ),
    Act(
        pattern=rx(r"\b(?:mua|mua lại|tiếp quản|nhận chuyển nhượng)\b(?= (?:(?:thêm|khoảng|gần|hơn|toàn bộ|phần lớn|trọn|[\d.,]+%) ){0,3}(?:(?:phần )?(?:cổ phần|vốn)(?: tại| của| ở)? )?" + _ASSETS + r"\b)"),
        type="acquisition",
        before="acquirer",
        after="seller",
        links=rx(r"\b(?:của|từ)\b"),
    ),
    Act(
        pattern=rx(r"\b(?:sáp nhập|hợp nhất)\b"),
        type="merger",
        before="partner",
        after="partner",
        links=rx(r"\b(?:với|vào)\b"),
        mutual=True,
    ),
    Act(
        pattern=rx(r"(?<!chủ )(?<!nhà )(?<!quỹ )(?<!vốn )(?<!án )(?<!mức )(?<!hoạch )\b(?:rót vốn|góp vốn|đầu tư|rót)\b(?! vào năm)"),
        type="investment",
        before="investor",
        after="target",
        links=rx(r"\bvào\b"),
    ),
    Act(
        pattern=rx(r"\b(?:phát hành|chào bán)\b(?= (?:thành công |riêng lẻ |thêm |toàn bộ ){0,3}(?:[\d.,]+ (?:triệu |nghìn )?)?(?:cổ phiếu|cổ phần)\b(?:[^.;]|\.\d){0,60}\bcho\b)"),
        type="investment",
        before="target",
        after="investor",
        links=rx(r"\bcho\b"),
        several=True,
    ),
    Act(
        pattern=rx(r"\b(?:nhận|tiếp nhận|được rót|nhận rót)\b(?= (?:được |thêm |khoản |vốn |tiền |một ){0,3}(?:đầu tư|rót vốn|vốn đầu tư|góp vốn|[\d.,]+ (?:triệu|tỷ) \w+ (?:vốn|đầu tư|tiền đầu tư)))"),
        type="investment",
        before="target",
        after="investor",
        links=rx(r"\b(?:từ|của|do)\b"),
        several=True,
    ),
    Act(
        pattern=rx(r"\b(?:gọi vốn|gọi được|huy động)\b(?= (?:[^.;]|\.\d){0,160}\b(?:dẫn dắt|rót|góp vốn|tham gia))"),
        type="investment",
        before="target",
        after="investor",
        links=rx(r"\b(?:do|từ|tham gia của)\b"),
        several=True,
    ),
    Act(
        pattern=rx(_CHOOSES + r"(?=(?: [\w-]+){0,5} \{[cbo]\d+\}" + _AS + r"(?:nhà phân phối|đại lý|tổng đại lý|đơn vị phân phối|đối tác phân phối))"),
        type="distribution",
        before="supplier",
        after="distributor",
    ),
    Act(
        pattern=rx(_CHOOSES + r"(?=" + _AS + r"(?:nhà phân phối|đại lý|tổng đại lý|đơn vị phân phối|đối tác phân phối))"),
        type="distribution",
        before="supplier",
        after="distributor",
    ),
    Act(
        pattern=rx(_CHOOSES + r"(?=(?:(?: [\w-]+){0,5} \{[cbo]\d+\})?" + _AS + r"(?:nhà cung cấp|nhà thầu|tổng thầu|đơn vị (?:cung cấp|thi công|thực hiện)|đối tác cung cấp))"),
        type="supply",
        before="buyer",
        after="supplier",
    ),
    Act(
        pattern=rx(_CHOOSES + r"(?=(?: [\w-]+){0,5} \{[cbo]\d+\} (?:để |nhằm )?(?!(?:làm|là|và|với|cho|trong|tại|ở|của|vì|do|khi|nhờ|thay|trở|hay|hoặc)\b)[^\W\d]+)"),
        type="supply",
        before="buyer",
        after="supplier",
    ),
    Act(
        pattern=rx(_BECOMES + r"(?:nhà phân phối|đại lý|tổng đại lý|đơn vị phân phối|đối tác phân phối)\b"),
        type="distribution",
        before="distributor",
        after="supplier",
        links=rx(r"\b(?:của|cho)\b"),
    ),
    Act(
        pattern=rx(_BECOMES + r"(?:nhà cung cấp|nhà thầu|tổng thầu|đối tác cung cấp)\b"),
        type="supply",
        before="supplier",
        after="buyer",
        links=rx(r"\b(?:của|cho)\b"),
    ),
    Act(
        pattern=rx(_BECOMES + r"nhà tài trợ\b"),
        type="donation",
        before="donor",
        after="recipient",
        links=rx(r"\b(?:của|cho)\b"),
    ),
    Act(
        pattern=rx(_BECOMES + r"đối tác\b(?= (?:chiến lược|chính thức|độc quyền|công nghệ|vận chuyển|thanh toán|toàn cầu|truyền thông))"),
        type="agreement",
        before="partner",
        after="partner",
        links=rx(r"\b(?:của|với|cho)\b"),
    ),
    Act(
        pattern=rx(_BECOMES + r"cổ đông\b(?= (?:chiến lược|lớn|chi phối|nắm|kiểm soát|lớn nhất))"),
        type="investment",
        before="investor",
        after="target",
        links=rx(r"\b(?:của|tại)\b"),
    ),
    Act(
        pattern=rx(r"\b(?:trao|giao)\b(?= (?:[^.;{}]|\.\d){0,30}(?:hợp đồng|gói thầu|đơn hàng) (?:[^.;{}]|\.\d){0,90}\bcho\b)"),
        type="supply",
        before="buyer",
        after="supplier",
        links=rx(r"\bcho\b"),
    ),
    Act(
        pattern=rx(r"\b(?:trúng (?:gói )?thầu|(?:giành|nhận|có) (?:được )?(?:thêm )?(?:gói thầu|hợp đồng|đơn (?:đặt )?hàng))\b"),
        type="supply",
        before="supplier",
        after="buyer",
        links=rx(r"\b(?:của|từ|với|cho|do)\b"),
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
        pattern=rx(r"(?<!thu )(?<!sức )(?<!giá )(?<!người )(?<!bên )\b(?:mua(?! lại| bán| sắm| hàng| sỉ)|đặt mua|đặt hàng|đặt đóng|đóng mới|nhập khẩu)\b"),
        type="supply",
        before="buyer",
        after="supplier",
        links=rx(r"\b(?:của|từ|tại(?= (?:[^.;{}]|\.\d){0,40}\{[cbo]))\b"),
    ),
    Act(
        pattern=rx(r"\b(?:cho vay|tài trợ vốn|cấp tín dụng|cấp vốn|cấp (?:một )?khoản vay|giải ngân)\b"),
        type="financing",
        before="lender",
        after="borrower",
        links=rx(r"\b(?:cho|vay)\b"),
    ),
    Act(
        pattern=rx(r"\bcho\b(?= (?:[\w-]+ ){0,4}\"?\{[cbon]\d+\}\"?[^.;,{}]{0,30} vay)"),
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
        pattern=rx(
            r"\b(?:nhận bàn giao|tiếp nhận|nhận)\b(?= (?:[^.;]|\.\d){1,60} từ (?:[\w-]+ ){0,5}\"?\{[cbo])(?! (?:\w+ ){0,3}(?:vốn|đầu tư|tiền|quyền|chuyển giao|bản quyền|thông tin|hỗ trợ|giấy|chứng|đơn|phản hồi|cuộc gọi|giải))"
        ),
        type="supply",
        before="buyer",
        after="supplier",
        links=rx(r"\btừ\b"),
        status="completed",
    ),
    Act(
        pattern=rx(r"(?<!thuận )(?<!đồng )(?<!nhớ )(?<!bản )(?<!trình )(?<!kế hoạch )\b(?:hợp tác|liên kết|bắt tay|phối hợp|hợp lực|hợp sức)\b(?= (?:để |nhằm |cùng )?(?:nghiên cứu|thử nghiệm lâm sàng|phát triển (?:vắc xin|vắc-xin|thuốc|công nghệ|chip)))" + _NO_PAPER),
        type="research_cooperation",
        before="partner",
        after="partner",
        mutual=True,
    ),
    Act(
        pattern=rx(r"(?<!thuận )(?<!đồng )(?<!nhớ )(?<!bản )(?<!trình )(?<!kế hoạch )\b(?:hợp tác|liên kết|bắt tay|phối hợp|hợp lực|hợp sức)\b(?= (?:để |nhằm |cùng )?(?:sản xuất|lắp ráp|chế tạo|gia công))" + _NO_PAPER),
        type="production",
        before="partner",
        after="partner",
        mutual=True,
    ),
    Act(
        pattern=rx(r"(?<!thuận )(?<!đồng )(?<!nhớ )(?<!bản )(?<!trình )(?<!kế hoạch )\b(?:hợp tác|liên kết|bắt tay|phối hợp|hợp lực|hợp sức)\b(?= (?:để |nhằm |cùng )?(?:xây dựng|phát triển|triển khai|ra mắt|đầu tư|mở|vận hành|khai thác|cung cấp|thử nghiệm|đào tạo|phân phối|chuyển đổi|quảng bá|xúc tiến|bảo tồn|tổ chức))" + _NO_PAPER),
        type="agreement",
        before="partner",
        after="partner",
        mutual=True,
    ),
    Act(
        pattern=rx(r"\bcùng(?: với)?\b(?= (?:[\w-]+ ){0,4}\"?\{[cbo]\d+\}\"? (?:để |sẽ |đã )?(?:đầu tư|xây dựng|phát triển|triển khai|sản xuất|nghiên cứu|thành lập|ra mắt|vận hành|khai thác|mở)\b)"),
        type="agreement",
        before="partner",
        after="partner",
    ),
    Act(
        pattern=rx(r"(?<!cho )(?<!làm )(?<!đi )\bthuê\b(?= (?:[\w-]+ ){0,4}\"?\{[cbo]\d+\}\"? (?:xây dựng|thi công|thiết kế|tư vấn|vận hành|quản lý|bảo trì|bảo dưỡng|sản xuất|phát triển|vận chuyển|cung cấp|thực hiện|khảo sát|lắp đặt|khoan)\b)"),
        type="supply",
        before="buyer",
        after="supplier",
    ),
    Act(
        pattern=rx(r"\bbắt tay\b(?= (?:với|cùng))"),
        type="agreement",
        before="partner",
        after="partner",
        links=rx(r"\b(?:với|cùng)\b"),
    ),
    Act(
        pattern=rx(r"\bbắt tay\b"),
        type="agreement",
        before="partner",
        after="partner",
        mutual=True,
    ),
    Act(
        pattern=rx(r"\b(?:hợp tác|liên kết|phối hợp|kết hợp) (?:chiến lược |toàn diện )?(?:với|cùng)\b(?= (?:[^.;{}]|\.\d){0,40}\{[cbo]\d+\}\"? (?:để |nhằm )?(?:xây dựng|phát triển|triển khai|ra mắt|sản xuất|nghiên cứu|đầu tư|mở|vận hành|khai thác|cung cấp|thử nghiệm|đào tạo|phân phối|lắp ráp|chế tạo))"),
        type="agreement",
        before="partner",
        after="partner",
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
