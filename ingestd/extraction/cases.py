# ruff: noqa: RUF001, PLR2004 - Cyrillic letters are meant; the shortest stems, in letters
"""The first case of Russian names of persons, where the given name tells the case."""

from ingestd.extraction.gazetteer.people import russian_given_names
from ingestd.extraction.languages.pack import words

# What a man's family name ends in, by case, and what the first case ends in.
_FAMILY = {
    "gen": (("ского", "ский"), ("цкого", "цкий"), ("ова", "ов"), ("ева", "ев"), ("ёва", "ёв"), ("ина", "ин"), ("ына", "ын"),
            ("ого", "ый"), ("его", "ий"), ("эя", "эй"), ("ая", "ай"), ("уя", "уй"), ("ича", "ич")),
    "dat": (("скому", "ский"), ("цкому", "цкий"), ("ову", "ов"), ("еву", "ев"), ("ёву", "ёв"), ("ину", "ин"), ("ыну", "ын"),
            ("эю", "эй"), ("ичу", "ич")),
    "ins": (("ским", "ский"), ("цким", "цкий"), ("овым", "ов"), ("евым", "ев"), ("ёвым", "ёв"), ("иным", "ин"), ("ыным", "ын"),
            ("эем", "эй"), ("аем", "ай"), ("уем", "уй"), ("ичем", "ич"), ("ном", "н"), ("ром", "р"), ("лом", "л"), ("сом", "с"),
            ("ком", "к"), ("том", "т")),
}  # fmt: skip
# Family names that never bend; the given name behind does, in the instrumental beyond doubt.
_CHINESE = words(
    """Чжан Ван Ли Лю Чэнь Ян Хуан Чжао У Чжоу Сюй Сунь Ма Чжу Ху Го Хэ Линь Гао Ло Лян Сун Чжэн Се Хань Тан Фэн
    Дун Цао Цзэн Пэн Сяо Цай Пань Тянь Дэн Фань Юй Цзян Ду Вэй Дин Шэнь Лу Цуй Чжун Цинь Ким Пак Чхве"""
)
_SYLLABLES = (
    ("эем", "эй"),
    ("аем", "ай"),
    ("уем", "уй"),
    ("аном", "ан"),
    ("ином", "ин"),
    ("эном", "эн"),
    ("уном", "ун"),
    ("оном", "он"),
)
_OF_WOMEN = (
    ("ской", "ская"),
    ("цкой", "цкая"),
    ("овой", "ова"),
    ("евой", "ева"),
    ("иной", "ина"),
)


def first_case(name: str) -> str:
    """A name as it would stand alone; unchanged where no given name tells its case.

    Given names and family names only: "Алексея Лихачева" becomes "Алексей Лихачев".
    """
    parts = name.split(" ")
    if parts[0] in _CHINESE and len(parts) == 2:
        return f"{parts[0]} {_straight(parts[1], _SYLLABLES)}"
    told = russian_given_names().get(parts[0])
    if told is None or len(parts) < 2:
        return name
    given, case = told
    if case == "nom":
        return name
    endings = _OF_WOMEN if given.endswith(("а", "я")) else _FAMILY[case]
    return " ".join([given, *(_straight(word, endings) for word in parts[1:])])


def _straight(word: str, endings: tuple[tuple[str, str], ...]) -> str:
    for bent, straight in endings:
        if word.endswith(bent) and len(word) - len(bent) >= 2:
            return word.removesuffix(bent) + straight
    return word
