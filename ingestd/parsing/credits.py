# ruff: noqa: RUF001 - letters and marks of four languages are meant as they stand
"""Credits, bylines and agency lines: who made it, as opposed to what it says."""

import re

from ingestd.parsing.letters import AGENCIES, NAME, UPPER

_REACH = 160
"""Nothing of this kind is longer; matching stops there."""

_PICTURE = (
    r"(?:(?:file|illustrative|handout)\s)?(?:photos?(?:\scredits?)?|crédits?(?:\sphotos?)?|"
    r"images?|pictures?|ảnh(?:\sminh\s(?:họa|hoạ))?|hình\sảnh|фото(?:графия)?|снимок)"
)
_LABEL = rf"{_PICTURE}(?:\s?[:：]|\s(?:by|par|courtesy|bởi|d['’]illustration)\b)"
_OTHERS = (
    r"(?:translated|edited|compiled|adapted)\sby\b|(?:traduit|édité)\spar\b|"
    r"(?:traduction|translation|(?:người\s)?(?:biên\s)?dịch|перевод|редактор)\s?[:：]|©"
)
_NAMES = rf"{NAME}(?:(?:\s|,\s|\s?/\s?|\s[–—-]\s|\s(?:and|et|và|и|in|à|de|&)\s){NAME}){{0,7}}"

_CREDIT = re.compile(rf"[(\[—–―\-/|\s]*(?:{_LABEL}|{_OTHERS})\s*\S", re.IGNORECASE)
_BY = (
    r"(?i:(?:written|reported|story|text)\sby|by|par|(?:texte|автор(?:ы)?|text|tác\sgiả|"
    r"bài(?:\svà\sảnh)?|(?:người\s)?thực\shiện|authors?|auteurs?)\s?:)\s*"
)
_BYLINE = re.compile(rf"{_BY}(?P<author>{_NAMES})$")
_SIGNATURE = re.compile(rf"(?P<author>{NAME}(?:\s{NAME}){{1,3}})(?:\s\({AGENCIES}\))?$")
_AGENCY = re.compile(
    rf"[(—–―\-\s]*(?:(?i:theo|source\s?:|nguồn\s?:|источник\s?:|(?:d['’])?après|selon)\s*)?{AGENCIES}\)?\.?$"
    r"|(?:SOURCE|(?i:source|nguồn|источник)\s?:)\s\S"
)
_TRAILING_AGENCY = re.compile(
    rf"(?<=[.!?…/”»\"’)])\s*(?:[—–―-]{{1,2}}\s*{AGENCIES}|\((?:Theo\s)?{AGENCIES}\))\.?$"
    rf"|(?<=[.!?…/”»\"’)])\s+{AGENCIES}$"
)
# "he showed a photo: the plant" is no credit
_CAPITAL = rf"(?-i:(?=[{UPPER}]))"
_TRAILING_CREDIT = re.compile(
    "|".join(
        (
            # in brackets: (Photo: AFP) · (File photo) · [Ảnh: AFP]
            rf"[(\[]\s*(?:{_LABEL}[^()\[\]]{{1,80}}|{_PICTURE})\s*[)\]]\.?$",
            # labelled: Photo: AFP
            rf"(?:\s[—–―\-/|]\s?|(?<=[.!?…»”\"])\s*|\s{_CAPITAL}){_LABEL}\s*[^!?\n]{{1,80}}$",
            # — AFP/DPA Photo Name
            rf"(?:\s|(?<=[.!?…]))[—–―-]\s?(?:(?-i:{AGENCIES})\s)?{_CAPITAL}(?:photos?|ảnh|фото)\b[^!?\n]{{0,60}}$",
            # . AFP Photo Name
            rf"(?<=[.!?…»”\"])\s+(?-i:{AGENCIES})\s(?:photos?|ảnh|фото)\b[^!?\n]{{0,60}}$",
            r"\s©[^©\n]{2,80}$",
        )
    ),
    re.IGNORECASE,
)
_FEW = 10
"""Words of a credit at most."""


def is_credit(line: str) -> bool:
    """Tell whether a line only says who took the picture, or who translated."""
    return _few(line) and bool(_CREDIT.match(line))


def is_byline(line: str) -> bool:
    """Tell whether a line only says who wrote it: "By Name Name"."""
    return len(line) <= _REACH and bool(_BYLINE.match(line))


def author_of(byline: str) -> str:
    """Return the names in a byline."""
    found = _BYLINE.match(byline) or _SIGNATURE.match(byline)
    return found.group("author") if found else byline


def is_signature(line: str) -> bool:
    """Tell whether a line may be a name alone, as authors sign at the end."""
    return _few(line) and bool(_SIGNATURE.match(line))


def is_agency(line: str) -> bool:
    """Tell whether a line only names the agency it came from."""
    return _few(line) and bool(_AGENCY.match(line))


def agency_start(paragraph: str) -> int:
    """Return where an agency's sign begins that closes a paragraph; its length if none does."""
    return _start(_TRAILING_AGENCY, paragraph)


def credit_start(paragraph: str) -> int:
    """Return where a picture's credit begins that closes a paragraph; its length if none does."""
    start = _start(_TRAILING_CREDIT, paragraph)
    return start if _few(paragraph[start:]) else len(paragraph)


def _start(sought: re.Pattern[str], paragraph: str) -> int:
    skipped = max(len(paragraph) - _REACH, 0)
    found = sought.search(paragraph, skipped)
    return found.start() if found else len(paragraph)


def _few(line: str) -> bool:
    return len(line) <= _REACH and len(line.split()) <= _FEW
