# ruff: noqa: RUF001, RUF002 - Cyrillic letters are meant as they stand
"""Russian words of deals by first form: verbs and what they make of who does what to whom."""

from dataclasses import dataclass

from ingestd.events.facts import DealStatus, DealType, PartyRole
from ingestd.extraction.languages.pack import words
from ingestd.extraction.russian.nouns import CLASSES


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What a verb tells: its type, whose role the subject has, and the others by their case.

    `others` is by preposition and case: `у gent`, ` datv`; an empty case is any.
    """

    type: DealType
    subject: PartyRole
    object: PartyRole | None = None
    others: tuple[tuple[str, str, PartyRole], ...] = ()
    needs: frozenset[str] = frozenset()
    status: DealStatus = "announced"


SHARES = words("акция доля пакет актив контроль процент бумага часть половина")
UNITS = words(
    "бизнес подразделение дочка завод сеть магазин предприятие компания банк фирма фабрика стартап группа холдинг агентство издание портал сервис разработчик производитель оператор комбинат месторождение рудник"
)
LOANS = words("кредит заем займ ссуда финансирование кредитование линия овердрафт грант транш")
MONEY = words(
    "миллион миллиард млн млрд рубль доллар евро тысяча триллион трлн средство деньги сумма капитал инвестиция"
)
KNOW_HOW = words("технология лицензия право ноу-хау патент документация")

_BUY = Frame(
    type="acquisition", subject="acquirer", object="target", others=(("у", "gent", "seller"),)
)
_SELL = Frame(
    type="acquisition", subject="seller", object="target", others=(("", "datv", "acquirer"),)
)
_ORDER = Frame(type="supply", subject="buyer", others=(("у", "gent", "supplier"),))
_SUPPLY = Frame(
    type="supply",
    subject="supplier",
    others=(("", "datv", "buyer"), ("для", "gent", "buyer"), ("в", "accs", "recipient")),
)
_LEND = Frame(
    type="financing", subject="lender", others=(("", "datv", "borrower"),), needs=LOANS
)
_BORROW = Frame(
    type="financing", subject="borrower", needs=LOANS,
    others=(("от", "gent", "lender"), ("у", "gent", "lender"), ("в", "loct", "lender"), ("из", "gent", "lender")),
)  # fmt: skip
_INVEST = Frame(
    type="investment", subject="investor", others=(("в", "accs", "target"), ("в", "", "target"))
)
_TRANSFER = Frame(
    type="technology_transfer",
    subject="transferor",
    others=(("", "datv", "recipient"),),
    needs=KNOW_HOW,
)
_DONATE = Frame(
    type="donation", subject="donor", others=(("", "datv", "recipient"),), status="completed"
)
_BUILD = Frame(type="supply", subject="supplier", others=(("для", "gent", "buyer"),))
_RENT = Frame(type="agreement", subject="buyer", others=(("у", "gent", "supplier"),))
_TAKE_ON_LEASE = Frame(
    type="agreement",
    subject="buyer",
    others=(("у", "gent", "supplier"),),
    needs=words("аренда лизинг"),
)
_LET = Frame(
    type="agreement",
    subject="supplier",
    others=(("", "datv", "buyer"),),
    needs=words("аренда лизинг"),
)
_MERGE = Frame(type="merger", subject="partner", others=(("с", "ablt", "partner"),))
_ACCEDE = Frame(
    type="merger",
    subject="partner",
    others=(("к", "datv", "partner"), ("в", "accs", "partner")),
)
_LICENSE = Frame(
    type="licensing", subject="licensor", others=(("", "datv", "licensee"),), needs=KNOW_HOW
)
_TAKE_LICENSE = Frame(
    type="licensing",
    subject="licensee",
    others=(("у", "gent", "licensor"), ("от", "gent", "licensor")),
    needs=words("лицензия право патент ноу-хау"),
)
_TAKE_RIGHTS = Frame(type="licensing", subject="licensee", others=(("у", "gent", "licensor"),))
_TAKE_OVER = Frame(
    type="agreement",
    subject="partner",
    object="partner",
    others=(("у", "gent", "partner"), ("от", "gent", "partner")),
    needs=words("управление концессия эксплуатация франшиза франчайзинг"),
)
_PLACE_ORDER = Frame(
    type="supply",
    subject="buyer",
    others=(("у", "gent", "supplier"), ("на", "loct", "supplier"), ("в", "loct", "supplier")),
    needs=words("заказ госзаказ"),
)
_GET_ORDER = Frame(
    type="supply",
    subject="supplier",
    others=(("от", "gent", "buyer"), ("у", "gent", "buyer"), ("для", "gent", "buyer")),
    needs=words("заказ госзаказ контракт подряд"),
)
_INSTALL = Frame(
    type="supply",
    subject="supplier",
    others=(("для", "gent", "buyer"), ("в", "loct", "buyer"), ("у", "gent", "buyer")),
    needs=words(
        "система решение платформа оборудование комплекс сервис программа установка линия"
    ),
)
GOODS = frozenset([one for one, kind in CLASSES.items() if kind == "product"]) | words(
    "оборудование техника партия комплект установка агрегат прибор товар топливо"
)
_GET_GOODS = Frame(
    type="supply",
    subject="buyer",
    others=(("от", "gent", "supplier"), ("у", "gent", "supplier")),
    needs=GOODS,
)
_HAND_OVER = Frame(
    type="supply", subject="supplier", others=(("", "datv", "buyer"),), needs=GOODS
)
_PROVIDE = Frame(type="supply", subject="supplier", object="buyer")

VERBS: dict[str, tuple[Frame, ...]] = {
    **dict.fromkeys(
        (
            "купить",
            "приобрести",
            "выкупить",
            "поглотить",
            "скупить",
            "прикупить",
            "покупать",
            "приобретать",
            "скупать",
            "выкупать",
            "докупить",
        ),
        (_TAKE_LICENSE, _BUY),
    ),
    **dict.fromkeys(("продать", "продавать", "перепродать"), (_SELL,)),
    **dict.fromkeys(("заказать", "закупить", "закупать", "заказывать"), (_ORDER,)),
    **dict.fromkeys(
        ("поставить", "поставлять", "отгрузить", "отгружать", "экспортировать"), (_SUPPLY,)
    ),
    **dict.fromkeys(("разместить", "сделать", "оформить"), (_PLACE_ORDER,)),
    **dict.fromkeys(("внедрить", "установить", "развернуть"), (_INSTALL,)),
    **dict.fromkeys(("снабдить", "снабжать", "оснастить"), (_PROVIDE,)),
    **dict.fromkeys(
        (
            "дать",
            "давать",
            "предоставить",
            "выдать",
            "выделить",
            "одобрить",
            "открыть",
            "предоставлять",
        ),
        (_LICENSE, _LEND),
    ),
    **dict.fromkeys(
        ("получить", "получать"), (_BORROW, _TAKE_LICENSE, _GET_ORDER, _GET_GOODS, _TAKE_OVER)
    ),
    **dict.fromkeys(("привлечь", "занять", "привлекать", "занимать"), (_BORROW,)),
    "взять": (_BORROW, _TAKE_ON_LEASE, _TAKE_OVER),
    **dict.fromkeys(("арендовать", "зафрахтовать", "снять", "снимать"), (_RENT,)),
    **dict.fromkeys(("сдать", "сдавать"), (_LET,)),
    **dict.fromkeys(("уступить", "уступать"), (_SELL,)),
    **dict.fromkeys(
        ("изготовить", "собрать", "спроектировать", "сшить", "разработать", "смонтировать"),
        (_BUILD,),
    ),
    **dict.fromkeys(
        ("инвестировать", "вложить", "вкладывать", "проинвестировать", "вложиться"), (_INVEST,)
    ),
    "передать": (_TRANSFER, _HAND_OVER),
    "лицензировать": (_TAKE_RIGHTS,),
    **dict.fromkeys(("подарить", "пожертвовать"), (_DONATE,)),
    **dict.fromkeys(("объединиться", "слиться", "объединяться"), (_MERGE,)),
    **dict.fromkeys(("присоединиться", "влиться"), (_ACCEDE,)),
    "профинансировать": (Frame(type="financing", subject="lender", object="borrower"),),
    "кредитовать": (Frame(type="financing", subject="lender", object="borrower"),),
    "прокредитовать": (Frame(type="financing", subject="lender", object="borrower"),),
}
GIFTS: dict[str, tuple[Frame, ...]] = dict.fromkeys(
    ("передать", "предоставить", "поставить", "выделить", "передавать"), (_DONATE,)
)
FREELY = words("безвозмездно бесплатно дар")

NOUN_ACTS: dict[str, Frame] = {
    **dict.fromkeys(("приобретение", "покупка", "поглощение", "выкуп", "скупка"), _BUY),
    "слияние": _MERGE,
    "объединение": _MERGE,
    "продажа": _SELL,
}

# -- roles told by a noun ------------------------------------------------------------------

TOLD_ROLES: dict[str, PartyRole] = {
    "продавец": "seller",
    "покупатель": "acquirer",
    "инвестор": "investor",
    "соинвестор": "investor",
    "кредитор": "lender",
    "заемщик": "borrower",
    "лицензиар": "licensor",
}
ACTS_AS = words("выступить стать быть являться выступать")

# -- guards --------------------------------------------------------------------------------

DENIES = words(
    "опровергнуть опровергать отрицать отказаться отказать отказываться призвать предложить предлагать попросить просить требовать потребовать надеяться запретить оспорить помешать обвинить обвинять сорвать раздумать передумать обязать хотеть хотеться мечтать желать"
)
DOUBTS = words(
    "мочь возможно рассматривать слух вероятно изучать рассчитывать_ якобы интересоваться присматриваться"
)
PLANS = words(
    "планировать намереваться намеренный собираться рассчитывать готовый готовиться предстоять должный план намерение"
)
HEARSAY = words("источник слух инсайдер собеседник")
