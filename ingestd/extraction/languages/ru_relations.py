# ruff: noqa: RUF001 - Cyrillic letters are meant as they stand
"""Russian: words that tell how two organisations stand to each other."""

from ingestd.extraction.languages.pack import Clue, told

_FILL = r"(?:(?!не )(?:[\w%.,'-]+|\{[nl]\d+\}) ){0,4}?"
_FIRM = r"(?:[\w-]+ ){0,4}?"
_SHARE = r"(?:около |почти |более )?\d[\d.,]* ?(?:%|процент\w*) (?:акций |долей |капитала |уставного капитала )?"

CLUES: tuple[Clue, ...] = (
    told("subsidiary", rf"{{1}},? (?:[-–] )?(?:это )?{_FILL}(?:дочерн\w+|подконтрольн\w+) {_FIRM}{{2}}", "first"),
    told("subsidiary", rf"{{1}},? (?:котор\w+ )?вход(?:ит|ящ\w+) в {_FIRM}{{2}}", "first"),
    told("subsidiary", rf"{{1}},? (?:котор\w+ )?(?:полностью )?принадлеж(?:ит|ащ\w+) {_FIRM}{{2}}", "first"),
    told("subsidiary", rf"{{1}} и (?:ее|её|его) (?:дочерн\w+|дочка) {_FIRM}{{2}}", "second"),
    told("subsidiary", rf"{{1}},? (?:материнск\w+ компани\w+|головн\w+ компани\w+) {_FIRM}{{2}}", "second"),
    told("subsidiary", rf"{{1}},? (?:котор\w+ )?(?:владеет|владеющ\w+) (?!\d|дол|пакет|акци|около|почти|более){_FIRM}{{2}}", "second"),
    told("shareholder", rf"{{1}},? (?:котор\w+ )?(?:владеет|владеющ\w+|принадлежит) {_SHARE}{_FIRM}{{2}}", "first"),
    told("shareholder", rf"{{1}},? (?:[-–] )?{_FILL}(?:акционер|совладел\w+)\w* {_FIRM}{{2}}", "first"),
    told("competitor", rf"{{1}} и (?:ее|её|его) {_FILL}конкурент\w* {_FIRM}{{2}}"),
    told("competitor", rf"{{1}},? (?:[-–] )?{_FILL}конкурент\w* {_FIRM}{{2}}"),
    told("competitor", rf"{{1}},? (?:котор\w+ )?конкурир\w+ с {_FIRM}{{2}}"),
    told("client", rf"{{1}},? (?:[-–] )?{_FILL}(?:клиент|заказчик)\w* {_FIRM}{{2}}", "first"),
    told("client", rf"{{1}},? (?:[-–] )?{_FILL}(?:поставщик|подрядчик)\w* {_FIRM}{{2}}", "second"),
    told("listing", rf"{{1}},? (?:акции котор\w+ )?(?:торгу\w+|котиру\w+|размещен\w*) на {_FIRM}{{2}}", "second"),
    told("merger", rf"{{1}} (?:слил\w+|объединил\w+) с {_FIRM}{{2}} в \d{{4}}"),
    told("acquirer", rf"{{1}} (?:купил\w*|приобрел\w*|приобрёл) {_FIRM}{{2}} в \d{{4}}", "first"),
    told("collaboration", rf"{{1}} и (?:ее|её|его) партн[её]р\w* {_FIRM}{{2}}"),
    told("product", rf"{{1}},? (?:котор\w+ )?(?:производим\w+|выпускаем\w+|разработанн\w+|созданн\w+) {_FIRM}{{2}}", "first"),
)  # fmt: skip
