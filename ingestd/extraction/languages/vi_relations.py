"""Vietnamese: words that tell how two organisations stand to each other."""

from ingestd.extraction.languages.pack import Clue, told

_FILL = r"(?:(?!không |chưa )(?:[\w%.,'-]+|\{[nl]\d+\}) ){0,5}?"
_OF = r"(?:của|thuộc) (?:[\w-]+ ){0,4}?"
_SHARE = r"(?:khoảng |gần |hơn )?\d[\d.,]*% (?:[\w-]+ ){0,4}?"

CLUES: tuple[Clue, ...] = (
    told("subsidiary", rf"{{1}},? (?:là |một )?(?:công ty con|công ty thành viên|đơn vị thành viên|đơn vị|chi nhánh) {_FILL}{_OF}{{2}}", "first"),
    told("subsidiary", r"{1},? (?:trực )?thuộc (?:[\w-]+ ){0,3}?{2}", "first"),
    told("subsidiary", r"{1},? (?:là )?(?:công ty mẹ|chủ sở hữu) của (?:[\w-]+ ){0,3}?{2}", "second"),
    told("subsidiary", r"{1} và (?:công ty con|công ty thành viên) (?:[\w-]+ ){0,2}?{2}", "second"),
    told("subsidiary", r"{1},? do (?:[\w-]+ ){0,3}?{2} sở hữu", "first"),
    told("shareholder", rf"{{1}},? (?:hiện |đang )?(?:nắm giữ|sở hữu|nắm|giữ) {_SHARE}(?:tại|của|ở|trong) (?:[\w-]+ ){{0,3}}?{{2}}", "first"),
    told("shareholder", rf"{{1}},? (?:là )?(?:một )?cổ đông {_FILL}của (?:[\w-]+ ){{0,3}}?{{2}}", "first"),
    told("competitor", r"{1} và (?:các )?đối thủ (?:[\w-]+ ){0,3}?{2}"),
    told("competitor", rf"{{1}},? (?:là )?(?:một )?đối thủ {_FILL}của (?:[\w-]+ ){{0,3}}?{{2}}"),
    told("competitor", r"{1} (?:đang )?cạnh tranh (?:trực tiếp )?với (?:[\w-]+ ){0,3}?{2}"),
    told("client", rf"{{1}},? (?:là )?(?:một )?khách hàng {_FILL}của (?:[\w-]+ ){{0,3}}?{{2}}", "first"),
    told("client", rf"{{1}},? (?:là )?(?:một )?nhà (?:cung cấp|thầu) {_FILL}(?:cho|của) (?:[\w-]+ ){{0,3}}?{{2}}", "second"),
    told("listing", rf"{{1}},? (?:đang |đã |được )?niêm yết {_FILL}(?:trên|tại|ở) (?:[\w-]+ ){{0,3}}?{{2}}", "second"),
    told("merger", r"{1} (?:đã )?(?:hợp nhất|sáp nhập) với (?:[\w-]+ ){0,3}?{2}"),
    told("acquirer", r"{1},? (?:được|bị) (?:[\w-]+ ){0,3}?{2} (?:mua lại|thâu tóm)(?: vào)? năm \d{4}", "second"),
    told("acquirer", r"{1} (?:đã )?(?:mua lại|thâu tóm) (?:[\w-]+ ){0,3}?{2}(?: vào)? năm \d{4}", "first"),
    told("collaboration", r"{1} và (?:các )?đối tác (?:[\w-]+ ){0,3}?{2}"),
    told("product", r"{1},? (?:là sản phẩm )?(?:do|của) (?:[\w-]+ ){0,3}?{2} (?:sản xuất|phát triển|nghiên cứu)", "first"),
)  # fmt: skip
