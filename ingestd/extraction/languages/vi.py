"""Vietnamese: class nouns stand in front, and words keep their marks."""

from ingestd.extraction.languages.pack import (
    Act,
    Frames,
    Language,
    Names,
    Numbers,
    cue,
    heads,
    pact,
    phrases,
    rx,
    words,
)

_STOP = words("""
và với của cho là có được bị đã sẽ đang vẫn còn cũng rất không chưa chỉ các những một hai ba bốn năm sáu bảy tám
chín mười này kia đó ấy khi nếu thì mà nên vì do bởi tại ở trong ngoài trên dưới trước sau giữa từ đến tới về theo
như cùng để nhằm qua vào ra lên xuống lại nữa hơn nhất mỗi mọi tất cả nhiều ít ký kết thúc nói biết phát biểu
nhận chia sẻ cho hay tuy nhiên ngoài ngay hiện tại đây nay hôm qua mai thứ ngày tháng quý tuần giờ phút sáng chiều
tối theo đó bên cạnh đồng thời hợp tác thỏa thuận hợp đồng biên bản ghi nhớ chuyển giao cung cấp đầu tư mua bán
hđqt trụ 2g 3g 4g 5g 6g covid gdp ceo fta mou usd vnd ảnh nguồn bài trả lời vay rót giành đại diện lễ buổi hội dự sản xuất khẳng định nhấn mạnh cam kết đạt
""") - words("năm sáu bảy tám chín mười ba bốn mai thứ") | words("sáng chiều tối thứ")

_NAMES = Names(
    stop=_STOP,
    joints=frozenset(),
    ands=words("và &"),
    titles=words("ông bà anh chị ts gs pgs ths ts.bs gs.ts bs"),
    roles=phrases("trưởng|tịch|đốc|thư|sứ|lý|tướng|lĩnh|viện|nhân|phát ngôn|phó|chủ|giám|tổng"),
    ranks=words("hđqt phó thứ tổng bộ chủ giám đại thủ bí"),
    links=words("tại ở của"),
    sectors=frozenset(),
    generic=rx(
        r"^(?:(?:tong cong ty|cong ty|tap doan|ctcp|cty)(?: co phan| tnhh| cp)?(?: mtv)? )"
    ),
    heads=heads(
        company="công tập tổng ngân hãng doanh công_ty cty ctcp group bank nhà",
        body="ubnd bộ chính quốc ủy đại cục sở ban văn tòa viện quân",
        organization="hiệp hội liên tổ trường đại_học bệnh quỹ trung đảng phòng học",
        place="thành tỉnh huyện quận sông đảo biển xã phường thị",
        void="hiệp_định nghị luật đề kế",
    ),
    legal=words("tnhh cp ctcp jsc ltd co inc corp mtv"),
    says=words("mua bán rót giành cho nói khẳng phát đã sẽ đang ký là cam nhấn đề chia"),
    products=phrases("vắc-xin|vaccine|xe|máy|thuốc"),
    offices=frozenset(),
    apposed=heads(
        company="ty đoàn hàng hãng",
        place="quận huyện xã phường tỉnh",
        product="vaccine vắcxin thuốc xin",
    ),
    heads_first=True,
    loose=True,
)

_FRAMES = Frames(
    pacts=(
        pact(r"biên bản ghi nhớ|bản ghi nhớ|mou", "mou"),
        pact(
            r"(?:thỏa thuận|hợp đồng|hiệp định) (?:về )?chuyển giao công nghệ|chuyển giao công nghệ",
            "technology_transfer",
        ),
        pact(r"(?:thỏa thuận|hợp đồng) (?:cấp phép|nhượng quyền|li-xăng)", "licensing"),
        pact(r"liên doanh", "joint_venture"),
        pact(r"hiệp định (?:thương mại(?: tự do)?|đối tác kinh tế)|fta", "trade"),
        pact(
            r"(?:thỏa thuận|hợp đồng) (?:cung cấp|cung ứng|mua bán|mua|bán|xuất khẩu)", "supply"
        ),
        pact(r"(?:thỏa thuận|hợp đồng) phân phối", "distribution"),
        pact(
            r"(?:thỏa thuận|hợp đồng|hiệp định) (?:tín dụng|vay|tài trợ)(?: vốn)?", "financing"
        ),
        pact(r"(?:thỏa thuận|hợp đồng) đầu tư", "investment"),
        pact(r"(?:thỏa thuận|hợp đồng) sáp nhập", "merger"),
        pact(r"(?:thỏa thuận|hợp đồng) (?:mua lại|chuyển nhượng cổ phần)", "acquisition"),
        pact(r"(?:thỏa thuận|hợp đồng) (?:hợp tác )?sản xuất", "production"),
        pact(r"(?:thỏa thuận|hợp đồng) (?:hợp tác )?nghiên cứu", "research_cooperation"),
        pact(r"(?<=ký kết )hợp tác|(?<=ký )hợp tác", "agreement"),
        pact(
            r"thỏa thuận|thoả thuận|hợp đồng|hiệp định|văn kiện|nghị định thư|văn bản hợp tác",
            "agreement",
        ),
    ),
    plural=rx(r"(?:các|những) (?:biên bản|thỏa thuận|hợp đồng|văn kiện|bản)"),
    signs=(
        cue(r"đã ký(?: kết)?|ký(?: kết)?|lễ ký(?: kết)?|đạt được|trao đổi|trao", "signed"),
        cue(r"công bố|thành lập|giành được|nhận được", "announced"),
        cue(r"đàm phán|thảo luận|thương lượng", "negotiating"),
        cue(r"có hiệu lực", "in_force"),
        cue(r"chấm dứt|hủy bỏ|hủy|đình chỉ", "terminated"),
        cue(r"hoàn tất", "completed"),
    ),
    acts=(
        Act(
            pattern=rx(r"chuyển giao"),
            type="technology_transfer",
            before="transferor",
            after="recipient",
            links=rx(r"\bcho\b"),
            needs=rx(r"công nghệ|sản phẩm|bí quyết"),
        ),
        Act(
            pattern=rx(
                r"\b(?:chuyển nhượng|bán|thoái)\b(?= [^.;]{0,40}(?:vốn|cổ phần|cổ phiếu|công ty con))"
            ),
            type="acquisition",
            before="seller",
            after="acquirer",
            links=rx(r"\bcho\b"),
        ),
        Act(
            pattern=rx(r"\b(?:mua lại|thâu tóm|thôn tính)\b"),
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
            pattern=rx(r"\b(?:rót vốn|đầu tư|rót)\b"),
            type="investment",
            before="investor",
            after="target",
            links=rx(r"\bvào\b"),
        ),
        Act(
            pattern=rx(r"\b(?:cung cấp|cung ứng|bán|giao|xuất khẩu|bàn giao)\b"),
            type="supply",
            before="supplier",
            after="recipient",
            links=rx(r"\b(?:cho|sang)\b"),
        ),
        Act(
            pattern=rx(r"\b(?:mua(?! lại| bán)|đặt mua|đặt hàng|nhập khẩu)\b"),
            type="supply",
            before="buyer",
            after="supplier",
            links=rx(r"\b(?:của|từ)\b"),
        ),
        Act(
            pattern=rx(r"\b(?:cho vay|tài trợ vốn|cấp tín dụng)\b"),
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
            pattern=rx(r"\b(?:tặng|trao tặng|viện trợ|tài trợ)\b"),
            type="donation",
            before="donor",
            after="recipient",
            links=rx(r"\bcho\b|tặng"),
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
    ),
    cues=(
        cue(
            r"nếu|phủ nhận|bác bỏ|không có (?:thỏa thuận|kế hoạch)|chưa ký|không ký|đề nghị|mong muốn|mong|hy vọng|kêu gọi|đề xuất|kiện|tòa án",
            None,
        ),
        cue(r"chấm dứt|hủy bỏ|hủy|đình chỉ|rút khỏi", "terminated"),
        cue(r"tin đồn|có thể|nguồn tin|cân nhắc", "rumoured"),
        cue(r"đàm phán|thương lượng|thảo luận", "negotiating"),
        cue(r"sẽ|dự kiến|kế hoạch|chuẩn bị|sắp|cam kết", "planned"),
        cue(r"hoàn tất|đã hoàn thành", "completed"),
        cue(r"công bố|đồng ý", "announced"),
    ),
    between=rx(r"\bgiữa\b"),
    with_=rx(r"\b(?:với|cùng)\b"),
    by=rx(r"\bbởi\b"),
    conjunction=r"(?:,? và|,| cùng với| cùng)",
    breaks=rx(r"[;:]|\b(?:cho biết|rằng|nói|trong khi|cho hay)\b"),
    drops=(
        rx(r"\([^(){}]*\)|\(\{[^{}]*\}\)"),
        rx(r",(?= (?:một|là|thuộc|có trụ sở|đơn vị|doanh nghiệp|công ty con)\b)[^,;]{1,140},"),
        rx(r"(?<=\}) (?:của |tại |ở |\(|-)?\{[ln]\d+\}\)?"),
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
        r"(?:trị giá|giá trị|tổng vốn|vốn|với giá|tổng trị giá|đầu tư|lên tới|khoản vay|vay|khoản) ?(?:khoảng |hơn |gần |lên tới |là |đạt )*$"
    ),
    not_worth=rx(
        r"(?:doanh thu|lợi nhuận|kim ngạch|xuất khẩu|nhập khẩu|ngân sách|vốn hóa|tổng tài sản|thương mại hai chiều)"
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
)

_NUMBERS = Numbers(
    scales={
        "nghìn tỷ": 1e12, "ngàn tỷ": 1e12, "nghìn tỉ": 1e12, "tỷ": 1e9, "tỉ": 1e9, "triệu": 1e6, "nghìn": 1e3,
        "ngàn": 1e3, "million": 1e6, "billion": 1e9,
    },
    months={str(number): number for number in range(1, 13)},
    words={name: number for number, name in enumerate(("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"), start=1)},
    weekdays={
        f"{opener} {name}": day
        for opener in ("hôm", "ngày", "sáng", "chiều", "tối")
        for day, name in enumerate(("thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy", "chủ nhật"))
    },
    dates=(
        rx(r"\b(?:ngày |hôm )?(?P<day>\d{1,2})[/-](?P<month>1[0-2]|0?[1-9])(?:[/-](?P<year>(?:19|20)\d\d))?\b(?!/)"),
        rx(r"\bngày (?P<day>\d{1,2}) tháng (?P<month>1[0-2]|0?[1-9])(?: năm (?P<year>(?:19|20)\d\d))?\b"),
        rx(r"\btháng (?P<month>1[0-2]|0?[1-9])(?:/| năm )(?P<year>(?:19|20)\d\d)\b"),
    ),
)  # fmt: skip

VIETNAMESE = Language(
    code="vi",
    names=_NAMES,
    frames=_FRAMES,
    numbers=_NUMBERS,
    common=phrases("và|của|các|cho|là|có|được|trong|với|đã|những|một|này|tại|người|không"),
)
