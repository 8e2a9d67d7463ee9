"""Vietnamese: class nouns stand in front, and words keep their marks."""

from ingestd.extraction.languages.pack import (
    Language,
    Names,
    Numbers,
    heads,
    phrases,
    rx,
    words,
)
from ingestd.extraction.languages.vi_deals import VIETNAMESE_FRAMES

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
        r"^(?:(?:tong cong ty|cong ty|tap doan|ctcp|cty|quy dau tu|quy)(?: co phan| tnhh| cp)?(?: mtv)? )"
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
    relative={
        "hôm nay": ("day", 0), "sáng nay": ("day", 0), "chiều nay": ("day", 0), "tối nay": ("day", 0), "trưa nay": ("day", 0),
        "hôm qua": ("day", -1), "sáng qua": ("day", -1), "chiều qua": ("day", -1), "tối qua": ("day", -1),
        "hôm kia": ("day", -2), "tháng trước": ("month", -1), "tháng này": ("month", 0),
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
    frames=VIETNAMESE_FRAMES,
    numbers=_NUMBERS,
    common=phrases("và|của|các|cho|là|có|được|trong|với|đã|những|một|này|tại|người|không"),
)
