# ruff: noqa: RUF001, RUF002 - Cyrillic letters are meant as they stand
"""Russian words of deals by first form: verbs and what they make of who does what to whom."""

from dataclasses import dataclass

from ingestd.events.facts import DealStatus, DealType, PartyRole
from ingestd.extraction.languages.pack import words


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
_LICENSE = Frame(
    type="licensing", subject="licensor", others=(("", "datv", "licensee"),), needs=KNOW_HOW
)

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
        (_BUY,),
    ),
    **dict.fromkeys(("продать", "продавать", "перепродать"), (_SELL,)),
    **dict.fromkeys(("заказать", "закупить", "закупать"), (_ORDER,)),
    **dict.fromkeys(("поставить", "поставлять", "отгрузить"), (_SUPPLY,)),
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
    **dict.fromkeys(("получить", "привлечь", "получать", "занять"), (_BORROW,)),
    "взять": (_BORROW, _TAKE_ON_LEASE),
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
    "передать": (_TRANSFER,),
    **dict.fromkeys(("подарить", "пожертвовать"), (_DONATE,)),
    **dict.fromkeys(("объединиться", "слиться", "объединяться"), (_MERGE,)),
    "профинансировать": (Frame(type="financing", subject="lender", object="borrower"),),
    "кредитовать": (Frame(type="financing", subject="lender", object="borrower"),),
    "прокредитовать": (Frame(type="financing", subject="lender", object="borrower"),),
}
GIFTS: dict[str, tuple[Frame, ...]] = dict.fromkeys(
    ("передать", "предоставить", "поставить", "выделить", "передавать"), (_DONATE,)
)
FREELY = words("безвозмездно бесплатно дар")

# -- agreements ----------------------------------------------------------------------------

PACTS: dict[str, DealType] = {
    **dict.fromkeys(
        (
            "соглашение",
            "договор",
            "контракт",
            "пакт",
            "протокол",
            "сделка",
            "договоренность",
            "документ",
            "договор-купля",
            "допсоглашение",
            "госконтракт",
        ),
        "agreement",
    ),
    "меморандум": "mou",
    "тендер": "agreement",
    "конкурс": "agreement",
    "аукцион": "agreement",
}
SIGNING: dict[str, DealStatus] = {
    **dict.fromkeys(
        (
            "подписать",
            "заключить",
            "парафировать",
            "продлить",
            "пролонгировать",
            "подписывать",
            "заключать",
            "подписание",
            "заключение",
        ),
        "signed",
    ),
    **dict.fromkeys(
        (
            "достигнуть",
            "объявить",
            "согласовать",
            "достичь",
            "выиграть",
            "договориться",
            "условиться",
            "сообщить",
            "сторговаться",
            "объявлять",
        ),
        "announced",
    ),
    **dict.fromkeys(
        ("завершить", "закрыть", "завершать", "закрывать", "исполнить"), "completed"
    ),
    **dict.fromkeys(
        ("расторгнуть", "разорвать", "аннулировать", "прекратить", "приостановить", "отменить"),
        "terminated",
    ),
    **dict.fromkeys(
        (
            "вести",
            "обсуждать",
            "обсудить",
            "начать",
            "продолжать",
            "готовить",
            "провести",
            "проводить",
        ),
        "negotiating",
    ),
    **dict.fromkeys(("вестись", "обсуждаться", "продолжаться", "начаться"), "negotiating"),
    **dict.fromkeys(("подписываться", "заключаться"), "signed"),
    "планировать": "planned",
    "готовиться": "planned",
    "намереваться": "planned",
    "начинать": "planned",
    "одобрить": "announced",
    "действовать": "in_force",
}
TALKS = words("переговоры")
AGREES = words("договориться условиться")
NEGOTIATES = words("вести обсуждать обсудить провести проводить")

SUBJECTS: dict[str, DealType] = {
    **dict.fromkeys(
        ("поставка", "закупка", "экспорт", "импорт", "продажа", "снабжение", "обеспечение"),
        "supply",
    ),
    **dict.fromkeys(
        ("приобретение", "покупка", "поглощение", "выкуп", "купля-продажа", "купля"),
        "acquisition",
    ),
    **dict.fromkeys(("дистрибуция", "распространение", "дистрибьюция", "сбыт"), "distribution"),
    **dict.fromkeys(
        ("кредит", "финансирование", "заем", "займ", "кредитование", "предоставление"),
        "financing",
    ),
    **dict.fromkeys(("инвестиция", "инвестирование"), "investment"),
    **dict.fromkeys(("слияние", "объединение"), "merger"),
    **dict.fromkeys(("производство", "выпуск", "локализация", "сборка"), "production"),
    **dict.fromkeys(("исследование",), "research_cooperation"),
    **dict.fromkeys(("передача", "трансфер"), "technology_transfer"),
    **dict.fromkeys(("лицензия", "лицензирование"), "licensing"),
    **dict.fromkeys(("взаимопонимание", "намерение"), "mou"),
    "предприятие": "joint_venture",
    "сп": "joint_venture",
    "торговля": "trade",
    **dict.fromkeys(
        (
            "строительство",
            "аренда",
            "лизинг",
            "обслуживание",
            "сотрудничество",
            "разработка",
            "подряд",
            "постройка",
            "ремонт",
            "модернизация",
            "открытие",
            "создание",
            "партнерство",
            "услуга",
            "перевозка",
            "концессия",
        ),
        "agreement",
    ),
}
ADJECTIVES: dict[str, DealType] = {
    "лицензионный": "licensing",
    "кредитный": "financing",
    "инвестиционный": "investment",
    "дистрибьюторский": "distribution",
    "дистрибуторский": "distribution",
    "торговый": "trade",
}
NOUN_ACTS: dict[str, Frame] = {
    **dict.fromkeys(("приобретение", "покупка", "поглощение", "выкуп", "скупка"), _BUY),
    "слияние": _MERGE,
    "объединение": _MERGE,
    "продажа": _SELL,
}
TENDERS = words("тендер конкурс аукцион")
CLOSES = words("закрыть завершить")
FOUNDS = words("создать учредить зарегистрировать создание открыть создавать")
ORDERED = words("постройка закупка ремонт обслуживание строительство подряд")
THROUGH = words("поставка продажа экспорт")

# -- roles told by a noun ------------------------------------------------------------------

TOLD_ROLES: dict[str, PartyRole] = {
    "продавец": "seller",
    "покупатель": "acquirer",
    "инвестор": "investor",
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
