"""Class nouns that stand for a name told before: "nhà băng này", "của hãng tàu", "công ty Pháp"."""

import re
from collections.abc import Iterable, Mapping, Sequence

from ingestd.events.facts import ExtractedEntity
from ingestd.extraction.languages.pack import phrases, words
from ingestd.extraction.languages.vi_words import FIELDS

Family = str
"""What a class noun is of: "bank", "school"; "firm" for any that trades."""

_FAMILIES: dict[Family, str] = {
    "bank": "ngân hàng|nhà băng",
    "fund": "quỹ đầu tư|quỹ",
    "school": "trường đại học|nhà trường|trường|đại học|học viện",
    "hospital": "bệnh viện|nhà thương|phòng khám",
    "institute": "viện nghiên cứu|viện",
    "club": "câu lạc bộ|đội bóng|clb",
    "firm": "công ty|doanh nghiệp|tập đoàn|tổng công ty|nhà máy|xí nghiệp|startup|đơn vị|chủ đầu tư|nhà thầu|nhà sản xuất|nhà cung cấp|nhà phân phối|"
    "nhà phát triển|nhà đóng tàu|liên danh|liên minh|tổng thầu|nhà vận hành|nhà nhập khẩu|nhà xuất khẩu|nhà bán lẻ|nhà mạng|nhà làm|nhà in|hãng|chuỗi siêu thị|chuỗi|lò|xưởng|khách sạn",
}  # fmt: skip
_OF = {noun: family for family, nouns in _FAMILIES.items() for noun in nouns.split("|")}
_NOUN = "|".join(sorted(_OF, key=lambda noun: (-len(noun), noun)))
_MOST_SYLLABLES = 4
_ANY_FIRM = frozenset({"công ty", "doanh nghiệp"})
"""What any firm may be called."""
_STOP = (
    "này|đó|ấy|kia|trên|nói|được|bị|đã|sẽ|đang|vừa|mới|cũng|vẫn|không|chưa|là|và|với|cho|của|từ|do|bởi|theo|để|khi|nơi|ở|tại|có|"
    "cấp|trao|giao|mua|bán|ký|nhận|trả|chi|bỏ|rót|thuê|tặng|đặt|lo|góp|hứa|bảo|đáp|cho|thừa|tìm|giữ|mở|con|mẹ|khác|nào|vay|mượn|chở|dùng|tự|phải|muốn|làm|xây|đóng|chạy|thu|nộp|cười|kể|gửi|đưa|lấy|biết|xác|khẳng|giải|chấp|ước|tung|phủ|dựng|lắp|hợp|lớn|thì|nhưng|hay|hoặc|trong|về|đến|tới|sang|còn"
)
_ANY = rf"(?:(?!(?:{_STOP})\b)[^\W\d_]+|\{{[nl]\d+\}})"
_ADJECTIVES = words(
    """trong ngoài nước ngoại nội địa tư nhân nhà nước quốc doanh liên doanh niêm yết đại chúng trẻ lớn nhỏ hàng đầu số hạng lâu đời khởi nghiệp mới nổi gia đình thành viên
    châu âu á mỹ phi bắc nam trung đông tây phương quốc tế đa quốc gia việt xứ sở tại chi phối tỷ đô địa phương thương mại bán buôn lẻ giá rẻ dược sữa bia thép điện than gas
    dầu khí pin xe tàu bay biển hàng không hải bảo hiểm công nghệ phần mềm mềm cứng chip bán dẫn viễn thông vận tải cảng xây dựng thầu"""
)
_SYLLABLES = sorted(
    {part for field in FIELDS for part in field.split() if part.isalpha()} | _ADJECTIVES
)
_WORD = rf"(?:(?:{'|'.join(_SYLLABLES)})\b|\{{[nl]\d+\}})"
STAND_IN = re.compile(
    rf"(?<![\w}}])(?<!\bcác )(?<!\bnhiều )(?<!\bmột )(?<!\bhai )(?<!\bnhững )(?<!\bmỗi )(?<!\bqua )(?<!trở thành )(?<!\blàm )(?<!lập )(?<!\bmở )(?<!\bthêm )(?P<noun>{_NOUN})\b"
    rf"(?!(?: (?:{_ANY}|{_WORD})){{0,5}}(?: cho thuê)?(?: {_ANY}){{0,2}} \"?\{{[cbo])(?P<told>(?: {_WORD}){{0,3}})(?: (?:ở|tại) \{{[nl]\d+\}})?(?P<this> (?:này|đó|ấy|nói trên|trên))?"
)
"""A class noun with what describes it, in a masked sentence, no name behind it."""
_HEADS: tuple[tuple[str, Family], ...] = (
    ("ngân hàng", "bank"), ("quỹ", "fund"), ("đại học", "school"), ("trường", "school"), ("học viện", "school"),
    ("bệnh viện", "hospital"), ("viện", "institute"), ("câu lạc bộ", "club"), ("clb", "club"),
)  # fmt: skip
_PLAIN = words("công ty tập đoàn hãng nhà doanh nghiệp ngân hàng quỹ trường viện cổ phần tổng")


WORKS = phrases("nhà máy|xí nghiệp|lò|xưởng|khách sạn")
"""What a firm has, rather than is: only with "this" is the firm meant."""


def family_of(noun: str) -> Family | None:
    """What a class noun is of; None for words that stand for nobody."""
    return _OF.get(noun)


def fits(entity: ExtractedEntity, family: Family) -> bool:
    """Whether a class noun of this family may stand for an organisation."""
    low = entity.name.lower()
    own = next((one for head, one in _HEADS if low.startswith(head)), None)
    if own is None and low.endswith((" bank", "bank")):
        own = "bank"
    if family == "firm":
        return entity.type == "company" and own in {None, "bank", "fund"}
    return own == family or (own is None and family == "fund" and entity.type == "company")


def chosen(
    candidates: Sequence[int],
    entities: Sequence[ExtractedEntity],
    told: tuple[Family, str, str | None],
    described: Mapping[int, frozenset[str]],
) -> int | None:
    """Which of those named before, the latest first, a class noun stands for.

    `told` is its family, its words and the country it is told with; `described` the words
    that each was told with. None where two fit alike.
    """
    family, telling, country = told
    fitting = [at for at in dict.fromkeys(candidates) if fits(entities[at], family)]
    if country:
        own = [at for at in fitting if entities[at].country == country]
        return own[0] if len(own) == 1 else None
    if len(fitting) < 2:  # noqa: PLR2004 - one alone is meant
        return fitting[0] if fitting else None
    noun = _noun_of(telling)
    own = [at for at in fitting if entities[at].name.lower().startswith(f"{noun} ")]
    if len(own) == 1 and noun not in _ANY_FIRM:
        return own[0]
    wanted = plain_words(telling)
    shared = {
        at: len(wanted & described.get(at, frozenset()))
        + len(wanted & plain_words(entities[at].name.lower()))
        for at in fitting
    }
    best = max(shared.values())
    closest = [at for at in fitting if shared[at] == best]
    return closest[0] if best and len(closest) == 1 else None


def _noun_of(telling: str) -> str:
    """The class noun that words begin with."""
    parts = telling.split()
    ends = range(min(len(parts), _MOST_SYLLABLES), 0, -1)
    return next((noun for end in ends if (noun := " ".join(parts[:end])) in _OF), telling)


def plain_words(text: str | Iterable[str]) -> frozenset[str]:
    """The words that describe, without those that any organisation is called by."""
    parts = text.split() if isinstance(text, str) else text
    return frozenset(word for word in parts if word not in _PLAIN and word.isalpha())
