"""English: words that tell figures of trade."""

import re

from ingestd.extraction.languages.en import ENGLISH
from ingestd.extraction.languages.figures import NUMBER, ONE, YEAR, FigureWords, compiled

_MONTH = "|".join(sorted(ENGLISH.numbers.months, key=len, reverse=True))
_STOP = (
    r"(?:the|a|an|its|their|his|our|this|that|these|total|overall|annual|annually|yearly|monthly|quarterly|net|gross|global|foreign|world|worldwide"
    r"|bilateral|two-way|mutual|combined|main|key|new|record|direct|and|or|but|while|as|when|where|which|who|of|in|on|to|from|for|with|by|at|into|over|between|during"
    r"|said|says|that|also|last|first|however|meanwhile|domestic|national|country|reached|rose|fell|grew|was|were|is|are|has|have|had|will|would|worth|up|down)"
)
_WORD = rf"(?!{_STOP}\b)[^\W\d][\w'-]*"
_GOODS = rf"{_WORD}(?: (?:and |& )?{_WORD}){{0,3}}"
_THE = r"(?:the )?"
_FILL = (
    r"(?:(?:about|around|nearly|almost|over|more than|less than|some|an? estimated|an? record(?: high)?(?: of)?|an all-time high of"
    r"|a total of|roughly|approximately|just over|just under|just|close to|under|only|as much as) ){0,2}"
)
_REACHED = (
    r"(?:reached|reaching|totall?ed|totall?ing|amounted to|stood at|came (?:in )?(?:to|at)|hit|topped|exceeded|surpassed|crossed|passed"
    r"|(?:was|were)(?: (?:worth|valued at|estimated at|at))?)"
)
_UP = r"(?:up|rose|risen|increased?|increasing|grew|grown|growing|climb(?:ed)?|jump(?:ed)?|surg(?:ed?|ing)|soar(?:ed|ing)|gain(?:ed)?|expand(?:ed|ing)|advanced|rise|increase|growth|higher|more)"
_DOWN = r"(?:down|fell|fallen|drop(?:ped)?|declin(?:ed?|ing)|decreas(?:ed?|ing)|slip(?:ped)?|slid|shr[au]nk|plung(?:ed?|ing)|tumbled|fall|decrease|decline|lower|less)"
_MOVED = (
    r"(?:rose|risen|increased|increasing|grew|grown|climbed|jumped|surged|soared|advanced|expanded|edged up|went up|recovered|rebounded|doubled|tripled|more than doubled"
    r"|fell|fallen|dropped|declined|decreased|slipped|slid|shrank|plunged|tumbled|went down|(?:was|were) (?:up|down))\b[^;:]{0,90}? (?:to|at)"
)

WORDS = FigureWords(
    nouns=re.compile(
        r"\b(?:(?P<trade>(?:bilateral|two-way|mutual|reciprocal|merchandise|goods) trade(?: turnover| volume| value)?|trade (?:turnover|volume)|trade(?= (?:between|with)))"
        r"|(?P<exports>exports?(?: (?:value|turnover|revenues?|earnings|volumes?|sales))?|shipments abroad)"
        r"|(?P<imports>imports?(?: (?:value|turnover|volumes?|bill))?)"
        r"|(?P<output>output|production)"
        r"|(?P<investment>foreign (?:direct )?investments?|fdi(?: inflows?)?|(?:direct|accumulated|cumulative) investments?)"
        r"|(?P<sales>sales|revenues?|turnover))(?![\w-])"
    ),
    verbs=re.compile(
        r"\b(?:(?P<exports>exported)|(?P<imports>imported)|(?P<output>produced|mined|harvested)"
        r"|(?:reported|posted|recorded|generated|booked|achieved) (?:(?:a|an|total|record|net|annual|quarterly|full-year|first-half) ){0,2}(?P<sales>revenues?|sales|turnover) of)\b"
    ),
    subject=re.compile(rf"(?P<owner>{ONE})(?: (?:has|have|had|also|alone)){{0,2}} $"),
    front=re.compile(
        rf"(?:(?P<one>{ONE}) ?- ?(?P<other>{ONE}) |(?P<owner>\{{a\w\w\}}|{ONE}(?='))(?:'s?)? )?(?:{_STOP} ){{0,2}}(?:(?P<goods>{_WORD}(?: {_WORD}){{0,2}}) )?(?:{_STOP} )?$"
    ),
    lead=re.compile(rf"(?<!\w)(?:(?:has|have|had|also|already) ){{0,2}}(?:{_REACHED}|{_MOVED}) {_FILL}$"),
    done=re.compile(rf" ?(?:(?P<goods>{_GOODS}),? )?(?:worth )?{_FILL}$"),
    parts=compiled(
        rf"\bbetween {_THE}(?P<one>{ONE}) and {_THE}(?P<other>{ONE})",
        rf"\bto {_THE}(?P<destination>{ONE})",
        rf"\binto {_THE}(?P<destination>{ONE})",
        rf"\bfrom {_THE}(?P<origin>{ONE})",
        rf"\bwith {_THE}(?P<other>{ONE})",
        rf"\bof (?:(?P<origin>\{{a\w\w\}}) )?(?P<goods>{_GOODS})",
        rf"\bof {_THE}(?P<owner>{ONE})",
        rf"\bin {_THE}(?P<place>{ONE})",
        rf"\bby {_THE}(?P<owner>{ONE})",
    ),
    goods_behind=re.compile(rf" (?:worth )?of (?P<goods>{_GOODS})"),
    stops=re.compile(
        r"\b(?:which|that|who|whose|but|while|whereas|said|says|after|because|surplus|deficit|tax|taxes|dut(?:y|ies)|tariffs?|targets?|plans?"
        r"|growth|bans?|prices?|capacity|accounted|share)\b|[;:(]|\{p"
        r"|^(?!(?:in|for|of|to|from|at|over|during|alone|overall|also|this|last|so|by|year|and|combined|abroad|there)\b)[a-z]"
    ),
    guards=re.compile(
        r"\b(?:contracts?|agreements?|deals?|orders?|accords?|pacts?|memorand(?:um|a)|could|(?<!in )(?<!from )(?<!to )(?<!of )may|might|would|will|shall|should|can|must|if|unless|until|expect(?:s|ed|ing)?|forecasts?|predict(?:s|ed)?|project(?:s|ed)|target(?:s|ed|ing)?|goals?|aim(?:s|ed|ing)?"
        r"|plan(?:s|ned)?|hop(?:e|es|ed|ing)|seek(?:s|ing)?|intend(?:s|ed)?|potential(?:ly)?|estimates? that|not|never|denie[sd]|reportedly|by 20\d\d|next year|in the coming|fiscal)\b|n't\b"
    ),
    units=(
        r"(?:(?:metric |long |short )?ton(?:ne)?s|barrels(?: (?:per|a) day)?|bpd|bags|units|vehicles|cars|trucks|tractors|aircraft|bales|bushels|litres|liters|hectolitres|gallons|ounces|kilogram(?:me)?s|kg"
        r"|carats|cubic (?:met(?:er|re)s|feet)|bcm|cu m|[kmgt]wh|(?:kilo|mega|giga|tera)watt[ -]?hours|mw|gw|containers|teu|head(?: of cattle)?|doses|pairs)(?!\w)"
    ),
    compared=re.compile(r"\b(?:compared|versus|vs|than|same period|against|from (?:an?|the)\b|from (?=[^\w ]?\d))"),
    change=compiled(
        rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?: by| of)?(?: (?:about|around|nearly|almost|over|more than|some|just))?(?: an?)? (?P<percent>{NUMBER}) ?(?:%|percent|per cent)",
        rf"\b(?P<percent>{NUMBER}) ?(?:%|percent|per cent)(?: year-on-year| annual)? (?:(?P<up>{_UP})|(?P<down>{_DOWN}))\b",
        rf"\b(?P<up>{_UP})(?: by)?(?: (?:about|nearly|almost|more than))? (?P<times>{NUMBER})(?: times|-fold|fold)\b",
        r"\b(?:(?P<twice>doubled)|(?P<thrice>tripled))\b",
    ),
    periods=compiled(
        rf"\b(?:in the |during the |over the )?first (?P<count>\d{{1,2}}|\w{{3,6}}) months(?: of (?:(?P<this>this year)|(?P<last>last year)|(?P<year>{YEAR})))?",
        rf"\b(?P<count>\d{{1,2}}|\w{{3,6}}) months of (?:(?P<this>this year)|(?P<last>last year)|(?P<year>{YEAR}))",
        rf"\b(?:in the )?(?P<half>first|second)[ -]half(?: of (?:(?P<this>this year)|(?P<last>last year)|(?P<year>{YEAR})))?",
        rf"\b(?:in the )?(?P<quarter>first|second|third|fourth|last)[ -]quarter(?: of (?:(?P<this>this year)|(?P<last>last year)|(?P<year>{YEAR})))?",
        rf"\bq(?P<quarter>[1-4])(?: of)?(?: (?P<year>{YEAR}))?\b",
        rf"\b(?:from |between )?(?P<since>{_MONTH})(?:-| to | through | and )(?P<month>{_MONTH})(?:,? (?P<year>{YEAR})| (?:of )?(?P<this>this year)| (?:of )?(?P<last>last year))?(?!\w)",
        rf"\b(?:in|for|during) (?P<month>{_MONTH})(?:,? (?P<year>{YEAR})| (?P<last>last year))?(?![\w ]{{0,2}}\d)(?!\w)",
        rf"\b(?:in|during|for|over)(?: all of| the whole of| the year| calendar)? (?P<year>{YEAR})(?!\w|[/-]\d)",
        r"\b(?P<last>last year)\b",
    ),
    ordinals={"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "1": 1, "2": 2, "3": 3, "4": 4},
)  # fmt: skip
