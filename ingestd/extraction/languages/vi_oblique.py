"""Vietnamese deals told in everyday words: who holds, lends, leases, gives or makes what.

In the patterns `<role>` stands for a firm's, body's or organisation's mark, `~` for a short
insertion without such a mark, and `#` for an amount of money.
"""

import re
from dataclasses import dataclass

from ingestd.events.facts import DealStatus, DealType

_ROLE = re.compile(r"<(\w+)>")
_FILL = r"(?:[^.;:{}]|\.(?=\d)|\{[nlrp]\d+\}){0,90}?"
_MONEY = r"\d[\d.,]* (?:nghìn tỷ|ngàn tỷ|tỷ|tỉ|triệu)(?: \w+)?"


@dataclass(frozen=True, slots=True)
class Phrase:
    """Everyday words for a deal; its named groups are roles.

    One with a single role tells half of a deal: another sentence close by tells the rest.
    """

    type: DealType
    pattern: re.Pattern[str]
    status: DealStatus
    roles: tuple[str, ...]


def _phrase(kind: DealType, text: str, status: DealStatus = "announced") -> Phrase:
    roles = tuple(_ROLE.findall(text))
    told = _ROLE.sub(r'"?(?P<\1>\\{[cbo]\\d+\\})"?', text)
    told = told.replace("~", _FILL).replace("#", _MONEY)
    return Phrase(kind, re.compile(told), status, roles)


_TENSE = r"(?:,[^,;:.{}]{1,120},)? (?:(?:đã|vừa|sẽ|mới|nay|chính thức|cũng|lại|hôm qua|hôm nay) ){0,3}"
_THEN = r"(?:cho|sang|tới|đến)"
_BARGAIN = r"(?:gật đầu|bắt tay|đặt bút|nên duyên|kết duyên|hợp sức|chung tay|đi đến thống nhất|đồng lòng|ngoắc tay|thành đôi)"
_WORK = r"(?:bảo trì|bảo dưỡng|trông coi|vận hành|sửa chữa|tái chế|thu gom|nâng cấp|lắp đặt|cải tạo|đóng mới|vận chuyển|chuyên chở|dọn dẹp|in ấn|nuôi ăn|bảo vệ|chăm sóc)"
_JOB = r"(?:phần việc|công việc|gói thầu|gói việc|việc|đơn hàng|hợp đồng|công trình|phần xây lắp|nhiệm vụ)"
_GIFT = r"(?:miễn phí|không hoàn lại|không lấy tiền|không tính tiền|không lấy đồng nào|làm quà|món quà|quà tặng|từ thiện)"

PHRASES: tuple[Phrase, ...] = (
    _phrase("acquisition", r"chủ(?: sở hữu| nhân)? mới của~<target>~ là <acquirer>"),
    _phrase("acquisition", r"\bchủ(?: sở hữu| nhân)? mới~ là <acquirer>"),
    _phrase("acquisition", r"<acquirer>" + _TENSE + r"(?:trở thành|thành|là) (?:ông |bà )?chủ(?: sở hữu| nhân)? mới của~<target>"),
    _phrase("acquisition", r"<target>" + _TENSE + r"(?:về tay|thuộc về|rơi vào tay|về dưới trướng|về dưới mái|được sang tên cho|được sang tay cho)~<acquirer>"),
    _phrase("acquisition", r"<acquirer>" + _TENSE + r"(?:ôm trọn|thâu trọn|nắm trọn|nuốt trọn|tậu|sắm về|mua đứt|mua trọn)~<target>"),
    _phrase("acquisition", r"<target>~(?:được|bị)~<acquirer>(?: [\w-]+){0,3} (?:mua đứt|mua trọn|thâu tóm|ôm trọn|tiếp quản|tậu về)"),
    _phrase("acquisition", r"<seller>" + _TENSE + r"(?:nhường|nhượng|sang tay|bán đứt|bán lại)~<target>~cho <acquirer>"),
    _phrase("acquisition", r"<target>" + _TENSE + r"(?:trao|nhượng|nhường|bán|giao|để|chuyển)~\d+ ?% (?:cổ phần|vốn|cổ phiếu)~ cho <acquirer>", "signed"),
    _phrase("acquisition", r"<target>" + _TENSE + r"(?:đổi chủ|thay chủ|có chủ mới|sang tên|đổi đời chủ|được bán|bị bán)\b"),
    _phrase("acquisition", r"(?:người mua|bên mua|kẻ mua|người tiếp quản|đứng sau thương vụ) (?:là|không ai khác ngoài) <acquirer>"),
    _phrase("supply", r"<supplier>~được~<buyer>(?: [\w-]+){0,2} (?:đặt mua|đặt đóng|đặt hàng)", "signed"),
    _phrase("supply", r"\b(?:được|do)~<buyer>(?: [\w-]+){0,2} (?:đặt mua|đặt đóng|đặt hàng|đặt làm)", "signed"),
    _phrase("supply", r"(?:nơi|đơn vị|người|bên|hãng|xưởng) (?:đóng|sản xuất|cung cấp|làm ra|chế tạo|lắp ráp|bán|giao hàng|cung ứng|thực hiện)~ là <supplier>"),
    _phrase("supply", r"\bdo <supplier>(?: [\w-]+){0,3} (?:đóng|sản xuất|chế tạo|lắp ráp|cung cấp|cung ứng|làm|may|dựng|giao|lắp đặt)\b"),
    _phrase("supply", r"(?:người mua|bên mua|khách hàng|khách mua|bên đặt hàng|người đặt|bên đặt|nơi đặt|người đặt hàng|khách) là <buyer>"),
    _phrase("supply", r"<supplier>" + _TENSE + r"(?:chế tạo|đóng|làm|may|dựng|xây|in)~ cho <buyer>"),
    _phrase("agreement", r"<b>" + _TENSE + r"cho <a>(?:,[^,;:.{}]{1,90},)?(?: [\w-]+){0,2} (?:thuê|mượn)\b", "signed"),
    _phrase("agreement", r"<a>" + _TENSE + r"(?:thuê lại|thuê|mướn)\b(?! (?:ngoài|bao|khoán|mướn))~ (?:của|từ)(?: (?!và|với)[\w-]+){0,6} <b>"),
    _phrase("agreement", r"<a>~được <b> cho (?:thuê|mượn)"),
    _phrase("agreement", r"<client>" + _TENSE + r"(?:tìm được|chọn được|chốt được|có) (?:người|đơn vị|nhà thầu|đối tác|bên) (?:" + _WORK[3:-1] + r"|lo|nhận)"),
    _phrase("agreement", _JOB + r"~(?:được giao|được trao|được khoán|về tay|rơi vào tay|thuộc về|vào tay)(?: cho)? <contractor>"),
    _phrase("agreement", r"<client>" + _TENSE + r"(?:giao|trao|phó thác|khoán|gửi gắm)~" + _WORK + r"~ cho <contractor>"),
    _phrase("agreement", r"<contractor>" + _TENSE + r"(?:nhận|lo|đảm nhận|gánh|đảm trách|được thuê)(?: [\w-]+){0,4} " + _WORK + r"~ (?:của|cho|tại) <client>"),
    _phrase("agreement", r"<contractor>" + _TENSE + _WORK + r"~ (?:của|cho) <client>"),
    _phrase("financing", r"<lender>" + _TENSE + r"(?:cấp|cho|bơm|giải ngân|mở hầu bao|chi|bỏ ra|bỏ|ứng|duyệt)\b~#~ cho <borrower>"),
    _phrase("financing", r"<borrower>~được <lender>(?: [\w-]+){0,2} (?:cấp|cho vay|bơm|giải ngân|duyệt|cho mượn)~#"),
    _phrase("financing", r"(?:người|bên|đơn vị|nhà băng) (?:cho vay|bỏ tiền|rót tiền|cấp vốn|mở hầu bao)~ là <lender>"),
    _phrase("donation", r"<donor>" + _TENSE + r"(?:gửi|mang|biếu|hiến|trao|chuyển|dành|góp|giao|đưa)~" + _THEN + r" <recipient>~" + _GIFT),
    _phrase("donation", r"<donor>" + _TENSE + r"(?:biếu|hiến tặng|hiến|tặng lại)~(?:" + _THEN + r" )?<recipient>"),
    _phrase("donation", r"<recipient>~được <donor>(?: [\w-]+){0,2} (?:tặng|biếu|hiến|viện trợ|trao tặng|cho không)"),
    _phrase("donation", r"\b(?:tiền|kinh phí|chi phí|món quà|khoản tiền)~<recipient>~(?:đến từ|là của|do) <donor>"),
    _phrase("donation", r"\b(?:tiền|kinh phí|chi phí|món quà|khoản tiền)~(?:đến từ|là của|do) <donor>"),
    _phrase("donation", r"<recipient>" + _TENSE + r"(?:có|nhận|được nhận|đón)(?: (?!được |bị )[\w-]+){1,5} mới\b"),
    _phrase("donation", r"<recipient>" + _TENSE + r"(?:nhận|tiếp nhận|đón)\b~\bdo <donor>(?: [\w-]+){0,2} (?:tài trợ|trao tặng|tặng|viện trợ|hỗ trợ|ủng hộ)"),
    _phrase("distribution", r"<distributor>~được~<supplier>(?: [\w-]+){0,2} (?:trao|giao|cấp)(?: [\w-]+){0,2} quyền (?:bán|phân phối|tiêu thụ|đại lý)"),
    _phrase("distribution", r"<supplier>" + _TENSE + r"(?:trao|giao|nhượng|để)~quyền (?:bán|phân phối|tiêu thụ|đại lý)~ cho <distributor>"),
    _phrase("distribution", r"<distributor>" + _TENSE + r"(?:bày bán|đưa lên kệ|bán độc quyền|đem bán)~ (?:của|do) <supplier>"),
    _phrase("licensing", r"<licensee>~được~<licensor>(?: [\w-]+){0,2} (?:trao|cấp|nhượng|cho phép)(?: [\w-]+){0,4} (?:quyền|công thức|bằng sáng chế|giấy phép)"),
    _phrase("licensing", r"<licensor>" + _TENSE + r"(?:trao|giao|nhượng)~(?:quyền|công thức|bằng sáng chế)\b(?! (?:bán|phân phối|lực|lợi))~ cho <licensee>"),
    _phrase("merger", r"<partner>(?:,|,? và|,? cùng|,? với) <other>(?: [\w-]+){0,4} (?:về chung một nhà|về một nhà|nhập làm một|gộp làm một|thành một)\b"),
    _phrase("agreement", r"<a>(?:,|,? và|,? cùng|,? với) <b>(?: [\w-]+){0,4} " + _BARGAIN),
    _phrase("agreement", r"<a>" + _TENSE + _BARGAIN + r"~ (?:với|cùng) <b>"),
)  # fmt: skip

WARY = re.compile(
    r"hỏi mua|muốn mua|ngỏ ý|lắc đầu|chưa|không (?:hề|còn|mua|bán|ký|nhận|cho|giao|thuê)|nếu|giá như|lẽ ra|suýt|trượt|hụt|\bhay không|phải chăng|đòi|kiện"
)
"""Words that say that it has not come so far."""
