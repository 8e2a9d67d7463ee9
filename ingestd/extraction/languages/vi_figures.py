"""Vietnamese: words that tell figures of trade."""

import re

from ingestd.extraction.languages.figures import NUMBER, ONE, YEAR, FigureWords, compiled

_STOP = (
    r"(?:của|sang|tới|đến|vào|qua|từ|giữa|với|và|trong|năm|tháng|quý|đạt|ước|là|tăng|giảm|lên|xuống|chạm|vượt|ở|tại|cả|nước|thị|đã|được|cho|nhờ|khi|theo|này|ra|hàng|về|trị|gần|hơn|trên|khoảng|trung|bình"
    r"|hai|song|hai chiều|cũng|còn|đầu|hàng hóa|lũy|kế|cộng|xấp|kỷ)"
)
_WORD = rf"(?!{_STOP}(?!\w))[^\W\d][\w-]*"
_GOODS = rf"{_WORD}(?: (?:và )?{_WORD}){{0,4}}"
_FILL = r"(?:(?:gần|hơn|trên|khoảng|xấp xỉ|kỷ lục|mức|mốc|con số|tổng cộng|mức kỷ lục|cao kỷ lục|tới|được) ){0,3}"
_MARKET = r"(?:(?:các )?(?:thị trường|nước|quốc gia) )?"
_LAST = r"(?:(?P<this>năm nay|nay)|(?P<last>năm ngoái|ngoái|trước)|(?:năm |/|/năm )?(?P<year>(?:19|20)\d\d))"

WORDS = FigureWords(
    nouns=re.compile(
        r"(?<!\w)(?:(?P<trade>(?:tổng )?(?:kim ngạch|giá trị) (?:xuất nhập khẩu|thương mại|trao đổi thương mại|buôn bán|trao đổi)(?: hàng hóa)?(?: song phương| hai chiều)?"
        r"|(?:tổng )?kim ngạch (?:song phương|hai chiều)|(?:thương mại|trao đổi thương mại) (?:song phương|hai chiều))"
        r"|(?P<exports>(?:tổng )?(?:kim ngạch |giá trị |trị giá |doanh thu |lượng |sản lượng )?xuất khẩu)"
        r"|(?P<imports>(?:tổng )?(?:kim ngạch |giá trị |trị giá |lượng )?nhập khẩu)"
        r"|(?P<output>sản lượng)|(?P<sales>doanh thu|doanh số)"
        r"|(?P<investment>(?:vốn )?(?:fdi|đầu tư trực tiếp nước ngoài|đầu tư nước ngoài)(?: giải ngân| đăng ký| thực hiện)?))(?!\w)"
    ),
    verbs=re.compile(
        r"(?<!\w)(?:(?P<exports>xuất khẩu)|(?P<imports>nhập khẩu)|(?P<output>sản xuất)|(?:đạt|ghi nhận|báo cáo) (?:mức |tổng )?(?P<sales>doanh thu|doanh số))(?: được)?(?!\w)"
    ),
    subject=re.compile(rf"(?P<owner>{ONE})(?: (?:đã|cũng))? $"),
    front=re.compile(r"$"),
    lead=re.compile(
        rf"(?<!\w)(?:(?:đã |cũng |ước )?(?:đạt|vượt|chạm|lên tới|lên đến|lên mức|ở mức|cán mốc)|(?:tăng|giảm)[^;:]{{0,70}}? (?:lên|xuống|còn|đạt)) {_FILL}$"
    ),
    done=re.compile(rf" ?(?:(?P<goods>{_GOODS}),? )?(?:trị giá |đạt |ước đạt )?{_FILL}$"),
    parts=compiled(
        rf"(?<!\w)giữa {_MARKET}(?P<one>{ONE}) (?:và|với|-) {_MARKET}(?P<other>{ONE})",
        rf"^ (?P<one>{ONE}) ?- ?(?P<other>{ONE})",
        rf"(?<!\w)(?:sang|tới|đến|vào|qua) {_MARKET}(?P<destination>{ONE})",
        rf"(?<!\w)từ {_MARKET}(?P<origin>{ONE})",
        rf"(?<!\w)với {_MARKET}(?P<other>{ONE})",
        rf"(?<!\w)của {_MARKET}(?P<owner>{ONE})",
        rf"(?<!\w)(?:tại|ở) {_MARKET}(?P<place>{ONE})",
        rf"^ (?P<goods>{_GOODS})",
    ),
    goods_behind=re.compile(rf" (?P<goods>{_GOODS})"),
    stops=re.compile(
        r"(?<!\w)(?:mà|nhưng|trong khi|cho biết|theo|sau khi|vì|thặng dư|xuất siêu|nhập siêu|thâm hụt|thuế|giá|hạn ngạch|công suất|tốc độ|tỷ trọng)(?!\w)|[;:(]|\{p"
    ),
    guards=re.compile(
        r"(?<!\w)(?:hợp đồng|thỏa thuận|đơn hàng|sẽ|có thể|dự kiến|mục tiêu|phấn đấu|kỳ vọng|kế hoạch|dự báo|hướng tới|nhằm|nếu|muốn|mong muốn|đặt|nâng|chưa|không|tiềm năng|cam kết|sắp|tới năm|vào năm tới|năm tới)(?!\w)"
    ),
    units=(
        r"(?:tấn|tạ|thùng(?:/ngày)?|bao|chiếc|xe|ô tô|lít|kg|ki-lô-gam|con|đôi|mét khối|m3|[kmgt]wh|mw|gw|teu|container|liều|cây|quả|bộ|sản phẩm)(?!\w)"
    ),
    compared=re.compile(r"(?<!\w)(?:so với|cùng kỳ)(?!\w)"),
    change=compiled(
        rf"(?<!\w)(?:(?P<up>tăng)|(?P<down>giảm))(?: trưởng)?(?: (?:khoảng|gần|hơn|tới|thêm|trên))? (?P<percent>{NUMBER}) ?(?:%|phần trăm)",
        rf"(?<!\w)(?P<up>tăng|gấp)(?: gấp)?(?: (?:khoảng|gần|hơn|tới))? (?P<times>{NUMBER}) lần",
        r"(?<!\w)(?:(?P<twice>tăng gấp đôi|gấp đôi)|(?P<thrice>tăng gấp ba|gấp ba))(?!\w)",
    ),
    periods=compiled(
        rf"(?<!\w)(?:trong )?(?P<count>\d{{1,2}}|\w{{2,5}}) tháng(?: đầu)?(?: {_LAST})?",
        rf"(?<!\w)(?:(?P<half>nửa đầu|nửa cuối)(?: {_LAST})?)",
        rf"(?<!\w)quý (?P<quarter>iv|i{{1,3}}|[1-4]|một|hai|ba|tư|đầu)(?: ?{_LAST})?(?!\w)",
        rf"(?<!\w)(?:từ )?tháng (?P<since>\d{{1,2}}) (?:đến|tới) tháng (?P<month>\d{{1,2}})(?: ?{_LAST})?(?!\w)",
        rf"(?<!\w)(?:trong )?tháng (?P<month>\d{{1,2}}) ?{_LAST}(?!\w)",
        rf"(?<!\w)(?:trong |cả )?năm (?P<year>{YEAR})(?!\w|[/-]\d)",
        r"(?<!\w)(?P<last>năm ngoái)(?!\w)",
    ),
    ordinals={
        "nửa đầu": 1, "nửa cuối": 2, "i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4, "đầu": 1, "một": 1, "hai": 2, "ba": 3, "tư": 4,
    },
)  # fmt: skip
