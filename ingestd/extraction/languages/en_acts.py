"""English: verbs that tell of deals; of overlapping ones, the first listed counts."""

from ingestd.extraction.languages.pack import Act, rx

_PIECE = (
    r"(?:stakes?|business(?:es)?|units?|divisions?|subsidiar(?:y|ies)|shares|operations|assets|interests?"
    r"|holdings?|carmaker|maker|arm|majority|minority|controlling|portfolio|brands?)"
)
_WORDS = r"(?:[\w$€£%.,'{}&-]+ ){0,10}?"

ACTS: tuple[Act, ...] = (
    Act(
        pattern=rx(
            rf"(?<!the )(?<!a )\b(?:sell(?:s|ing)?|sold|offload(?:s|ed|ing)?|divest(?:s|ed|ing)?)\b(?= {_WORDS}{_PIECE} )"
        ),
        type="acquisition",
        before="seller",
        after="acquirer",
        links=rx(r"\bto\b"),
    ),
    Act(
        pattern=rx(
            r"\b(?:acquired|bought|taken over|snapped up|purchased|being acquired) by\b"
        ),
        type="acquisition",
        before="target",
        after="acquirer",
    ),
    Act(
        pattern=rx(r"\b(?:raised|raises|has raised|secured|closed|landed)\b"),
        type="investment",
        before="target",
        after="investor",
        links=rx(
            r"\bled by\b|\bco-led by\b|\bparticipation (?:from|of|by)\b|\binvestors including\b|\bround from\b|\bbacked by\b"
        ),
        needs=rx(r"\b(?:funding|financing|investment|series [a-h]|seed)\b"),
        several=True,
    ),
    Act(
        pattern=rx(
            r"\b(?:led|co-led)\b(?= (?:[\w$€£.,-]+ ){0,6}(?:round|funding|investment)\b)"
        ),
        type="investment",
        before="investor",
        after="target",
        links=rx(r"\b(?:in|for|into)\b"),
    ),
    Act(
        pattern=rx(
            r"\b(?:lend(?:s|ing)?|lent|loan(?:ed|s)|grant(?:s|ed|ing)?|giv(?:e|es|en|ing)|gave|extend(?:s|ed|ing)?|offer(?:s|ed)?)(?= (?:[\w-]+ ){0,5}\{[cbon]\d+\} (?:[\w$€£.,-]+ ){0,5}(?:loan|credit|financing|grant|million|billion)\b)"
        ),
        type="financing",
        before="lender",
        after="borrower",
    ),
    Act(
        pattern=rx(
            r"\b(?:grant(?:s|ed|ing)?|award(?:s|ed|ing)?|giv(?:e|es|en|ing)|gave)(?= (?:the )?\{[cbon]\d+\} (?:[\w-]+ ){0,4}(?:licen[cs]e|rights)\b)"
        ),
        type="licensing",
        before="licensor",
        after="licensee",
    ),
    Act(
        pattern=rx(
            r"\b(?:(?:agreed|agree|agrees) to (?:cooperate|co-operate|work together|join forces|team up)"
            r"|(?:will|to) (?:collaborate|co-develop|jointly (?:develop|build|produce|launch))"
            r"|(?:teamed up|joined forces|teaming up|joining forces))\b"
        ),
        type="agreement",
        before="partner",
        after="partner",
        links=rx(r"\bwith\b"),
        mutual=True,
    ),
    Act(
        pattern=rx(
            r"(?<!the )(?<!of )(?<!a )(?<!technology )\btransfer(?:s|red|ring)?\b(?! (?:of|agreement|deal|contract|fee))"
        ),
        type="technology_transfer",
        before="transferor",
        after="recipient",
        links=rx(r"\bto\b"),
        needs=rx(r"technolog|know-how|biological|product|licen|production|manufactur"),
    ),
    Act(
        pattern=rx(
            r"\b(?:licens(?:e|es|ed|ing)|out-licens\w+|sublicens\w+)\b(?! (?:agreement|deal|fee|from|plate))"
        ),
        type="licensing",
        before="licensor",
        after="licensee",
        links=rx(r"\bto\b"),
    ),
    Act(
        pattern=rx(
            r"\b(?:acquir(?:e|es|ed|ing)|bu(?:y|ys|ying)|bought|take(?:s|n)? over|took over|taking over|purchas(?:e|es|ed|ing)|snap(?:s|ped)? up)\b(?! by)"
        ),
        type="acquisition",
        before="acquirer",
        after="target",
        status="announced",
    ),
    Act(
        pattern=rx(
            rf"\b(?:acquir(?:e|es|ed|ing)|bu(?:y|ys|ying)|bought|purchas(?:e|es|ed|ing))\b(?= {_WORDS}(?:{_PIECE}\b|\d+(?:\.\d+)?%))"
        ),
        type="acquisition",
        before="acquirer",
        after="seller",
        links=rx(r"\bfrom\b"),
    ),
    Act(
        pattern=rx(
            r"\b(?:partner(?:s|ed|ing)|teams? up|teamed up|join(?:s|ed)? forces|join(?:s|ed)? hands)\b"
        ),
        type="agreement",
        before="partner",
        after="partner",
        links=rx(r"\bwith\b"),
    ),
    Act(
        pattern=rx(r"\bin (?:[\w-]+ ){0,2}(?:talks|negotiations)\b"),
        type="agreement",
        before="partner",
        after="partner",
        links=rx(r"\bwith\b"),
        needs=rx(
            r"\b(?:to|on|over|about|for)\b.{0,60}(?:buy|acqui|merg|produc|suppl|invest|licen|deal|agreement|contract|purchas|sale|stake|venture|partnership|manufactur)"
        ),
        status="negotiating",
    ),
    Act(
        pattern=rx(r"\bmerg(?:e|es|ed|ing)\b"),
        type="merger",
        before="partner",
        after="partner",
        links=rx(r"\bwith\b"),
        mutual=True,
    ),
    Act(
        pattern=rx(r"\b(?:invest(?:s|ed|ing)?)\b"),
        type="investment",
        before="investor",
        after="target",
        links=rx(r"\bin(?:to)?\b"),
    ),
    Act(
        pattern=rx(
            r"(?<!the )(?<!of )(?<!a )(?<!and )(?<!in )(?<!for )(?<!vaccine )(?<!its )\b(?:suppl(?:y|ies|ied|ying)|deliver(?:s|ed|ing)?|provid(?:e|es|ed|ing)|sell(?:s|ing)?|sold|export(?:s|ed|ing)?|ship(?:s|ped|ping)?|(?:facilitat|ensur|guarante|speed|support)\w*(?: up)? (?:the )?(?:delivery|supply|supplies|deliveries) of)\b(?! (?:agreement|contract|chain|deal|of))"
        ),
        type="supply",
        before="supplier",
        after="recipient",
        links=rx(r"\bto\b|\bwith\b"),
    ),
    Act(
        pattern=rx(
            r"(?<!the )(?<!of )(?<!an )(?<!in )(?<!record )\b(?:order(?:s|ed|ing)?|bu(?:y|ys|ying)|bought|purchas(?:e|es|ed|ing)|import(?:s|ed|ing)?|procur(?:e|es|ed|ing))\b"
            rf"(?! by)(?! {_WORDS}(?:{_PIECE}\b|\d+(?:\.\d+)?%))"
        ),
        type="supply",
        before="buyer",
        after="supplier",
        links=rx(r"\bfrom\b"),
    ),
    Act(
        pattern=rx(
            r"\b(?:lend(?:s|ing)?|lent|loan(?:ed|s)?|financ(?:e|es|ed|ing)|(?:provid|grant|extend|approv)(?:e|es|ed|ing|s)? (?:[^.;{}]{0,60}?)(?:loan|credit|financing|grant))\b"
        ),
        type="financing",
        before="lender",
        after="borrower",
        links=rx(r"\bto\b|\bfor\b"),
    ),
    Act(
        pattern=rx(r"\b(?:donat(?:e|es|ed|ing)|gift(?:s|ed)|hand(?:s|ed) over)\b"),
        type="donation",
        before="donor",
        after="recipient",
        links=rx(r"\bto\b"),
    ),
    Act(
        pattern=rx(r"\b(?:distribut(?:e|es|ed|ing)|market(?:s|ing)?)\b"),
        type="distribution",
        before="distributor",
        after="supplier",
        links=rx(r"\b(?:for|on behalf of|made by|produced by)\b"),
    ),
    Act(
        pattern=rx(r"\b(?:bottl|produc|manufactur|assembl|mak)(?:e|es|ed|ing)\b"),
        type="production",
        before="manufacturer",
        after="partner",
        links=rx(r"\bwith\b|\bfrom\b"),
        needs=rx(
            r"\bunder (?:a|an|the|its)? ?(?:[\w-]+ ){0,3}(?:agreement|licen[cs]e|contract|deal|partnership)\b"
        ),
        status="in_force",
        alone=True,
    ),
)
