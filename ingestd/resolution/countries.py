"""Words for countries in four languages, as they occur inside names of public bodies.

Only for comparing names ("Finnish Embassy in Norway", "Embassy of Finland in Norway"):
which entity *is* a country is said by its reference. Folded; `_` joins the words of a
phrase; `*` stands for up to four letters of inflection.
"""
# ruff: noqa: RUF001  Cyrillic is what this table is about

_WORDS = {
    "AE": "emirates emirati united_arab_emirates uae emirats оаэ",
    "AR": "argentina argentine argentinian аргентин*",
    "AT": "austria austrian autriche autrichien autrichienne австри*",
    "AU": "australia australian australie australien australienne uc австрали*",
    "BE": "belgium belgian belgique belge bi бельги*",
    "BR": "brazil brazilian bresil bresilien bresilienne бразил*",
    "BY": "belarus belarusian bielorussie bielorusse беларус* белорус*",
    "CA": "canada canadian canadien canadienne канад*",
    "CH": "switzerland swiss suisse thuy_si швейцар*",
    "CN": "china chinese chine chinois chinoise trung_quoc кита*",
    "CU": "cuba cuban cubain cubaine куб* кубинск*",
    "CZ": "czech czechia czech_republic tcheque чешск* чехи*",
    "DE": "germany german federal_republic_of_germany allemagne allemand allemande duc герман* немецк*",
    "DK": "denmark danish danemark danois danoise dan_mach дани* датск*",
    "EG": "egypt egyptian egypte egyptien egyptienne ai_cap егип*",
    "ES": "spain spanish espagne espagnol espagnole tay_ban_nha испан*",
    "FI": "finland finnish finlande finlandais finlandaise phan_lan финлянд* финск*",
    "FR": "france french francais francaise phap франц*",
    "GB": "britain british uk united_kingdom great_britain royaume_uni britannique anh британ* великобритан*",
    "GR": "greece greek grece grec grecque hy_lap грец* греческ*",
    "HU": "hungary hungarian hongrie hongrois hongroise венгр* венгерск*",
    "ID": "indonesia indonesian indonesie indonesien indonesienne индонези*",
    "IL": "israel israeli israelien israelienne израил*",
    "IN": "india indian inde indien indienne an_do инди*",
    "IR": "iran iranian iranien iranienne иран*",
    "IT": "italy italian italie italien italienne итали* итальянск*",
    "JP": "japan japanese japon japonais japonaise nhat_ban япон*",
    "KH": "cambodia cambodian cambodge cambodgien cambodgienne campuchia камбодж*",
    "KR": "south_korea korea korean coree coreen coreenne republic_of_korea han_quoc коре*",
    "KZ": "kazakhstan kazakh казах*",
    "LA": "laos lao laotian laotien laotienne лаос*",
    "MM": "myanmar birmanie мьянм*",
    "MX": "mexico mexican mexique mexicain mexicaine мексик*",
    "MY": "malaysia malaysian malaisie malaisien malaisienne малайзи*",
    "NG": "nigeria nigerian nigerien нигери*",
    "NL": "netherlands dutch pays_bas neerlandais neerlandaise ha_lan нидерланд*",
    "NO": "norway norwegian norvege norvegien norvegienne na_uy норвег* норвежск*",
    "NZ": "new_zealand nouvelle_zelande новозеланд*",
    "PH": "philippines philippine filipino филиппин*",
    "PK": "pakistan pakistani pakistanais pakistanaise пакистан*",
    "PL": "poland polish pologne polonais polonaise ba_lan польш* польск*",
    "PT": "portugal portuguese portugais portugaise bo_dao_nha португал*",
    "RO": "romania romanian roumanie roumain roumaine румын*",
    "RS": "serbia serbian serbie serbe серб*",
    "RU": "russia russian russian_federation russie russe federation_de_russie federation_russe "
          "nga lien_bang_nga росси* российск* россииск* рф российскои_федерации россиискои_федерации",
    "SA": "saudi saudi_arabia arabie_saoudite саудовск*",
    "SE": "sweden swedish suede suedois suedoise thuy_dien швец* шведск*",
    "SG": "singapore singaporean singapour singapourien singapourienne сингапур*",
    "TH": "thailand thai thailande thailandais thailandaise thai_lan таиланд*",
    "TR": "turkey turkiye turkish turquie turc turque tho_nhi_ky турц* турецк*",
    "TW": "taiwan taiwanese taiwanais taiwanaise dai_loan таиван*",
    "UA": "ukraine ukrainian ukrainien ukrainienne украин*",
    "US": "us usa united_states united_states_of_america american americain americaine etats_unis "
          "hoa_ky my сша американск*",
    "UZ": "uzbekistan uzbek ouzbekistan ouzbek узбек*",
    "VN": "vietnam vietnamese viet_nam vietnamien vietnamienne вьетнам* срв",
    "ZA": "south_africa south_african afrique_du_sud nam_phi юар",
}  # fmt: skip

_EXACT: dict[tuple[str, ...], str] = {}
_STEMS: dict[str, str] = {}
for _code, _line in _WORDS.items():
    for _word in _line.split():
        if _word.endswith("*"):
            _STEMS[_word[:-1]] = _code
        else:
            _EXACT[tuple(_word.split("_"))] = _code
# by their first words, of how many words the phrases are at most
_LONGEST: dict[str, int] = {}
for _phrase in _EXACT:
    _LONGEST[_phrase[0]] = max(len(_phrase), _LONGEST.get(_phrase[0], 0))
_INFLECTION = 5
_SHORTEST_STEM = 3
_BEGINNINGS = frozenset(stem[:_SHORTEST_STEM] for stem in _STEMS)


def country_at(
    words: tuple[str, ...], start: int, *, longest: int = 4
) -> tuple[str, int] | None:
    """Return the country named by the folded words from `start`, and how many words it takes."""
    longest = min(longest, len(words) - start, _LONGEST.get(words[start], 0))
    for length in range(longest, 0, -1):
        code = _EXACT.get(words[start : start + length])
        if code:
            return code, length
    stemmed = _by_stem(words[start])
    return (stemmed, 1) if stemmed else None


def may_be_long(words: tuple[str, ...]) -> bool:
    """Say whether a country may be named here in several words."""
    return any([_LONGEST.get(word, 0) > 1 for word in words])  # noqa: C419  quicker


def may_be_country(word: str) -> bool:
    """Say whether a country's name may begin with this word."""
    return word in _LONGEST or _by_stem(word) is not None


def _by_stem(word: str) -> str | None:
    if word[:_SHORTEST_STEM] not in _BEGINNINGS:  # as nearly all
        return None
    for cut in range(_INFLECTION + 1):
        stem = word[: len(word) - cut]
        if len(stem) >= _SHORTEST_STEM and stem in _STEMS:
            return _STEMS[stem]
    return None
