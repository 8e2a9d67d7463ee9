"""English: verbs that tell of deals; of overlapping ones, the first listed counts."""

from ingestd.extraction.languages.en_agency import AGENCY
from ingestd.extraction.languages.en_capital import CAPITAL, PIECE
from ingestd.extraction.languages.en_oblique import OBLIQUE
from ingestd.extraction.languages.pack import Act, rx

_WORDS = r"(?:[\w$€£%.,'{}&-]+ ){0,10}?"
_DO_WORK = r"(?:supply|build|deliver|provide|construct|produce|install|design|develop|operate|run|upgrade|maintain|make|manufacture|moderni[sz]e)"

ACTS: tuple[Act, ...] = (
    *AGENCY,
    *OBLIQUE,
    *CAPITAL,
    Act(
        pattern=rx(
            r"\b(?:appoint|nam|select|pick|chos|choos|designat)(?:e[sd]?|ed|en|ing|s)?\b(?= (?:the )?(?:[\w-]+ ){0,4}\{[cbo]\d+\} (?:as )?(?:its|the|an?|their) (?:[\w-]+ ){0,3}(?:distributor|dealer|agent|importer|reseller)\b)"
        ),
        type="distribution",
        before="supplier",
        after="distributor",
        status="announced",
    ),
    Act(
        pattern=rx(
            r"\b(?:chosen|selected|picked|hired|contracted|commissioned|tapped|engaged) by\b"
        ),
        type="supply",
        before="supplier",
        after="buyer",
        needs=rx(rf"\}} to {_DO_WORK}\b|\bfor the (?:supply|delivery|construction)\b"),
    ),
    Act(
        pattern=rx(
            rf"\b(?:cho(?:se|sen|oses)|select(?:s|ed)|pick(?:s|ed)|hire[sd]?|contract(?:s|ed)|commission(?:s|ed)|tap(?:s|ped)|appoint(?:s|ed)|engage[sd])\b(?= (?:the )?(?:[\w-]+ ){{0,4}}\{{[cbo]\d+\}} to {_DO_WORK}\b)"
        ),
        type="supply",
        before="buyer",
        after="supplier",
    ),
    Act(
        pattern=rx(
            r"\b(?:in-)?licens(?:ed|es|ing|e)\b(?= (?:[\w-]+ ){1,8}from (?:the )?(?:[\w-]+ ){0,4}\{[cbo])"
        ),
        type="licensing",
        before="licensee",
        after="licensor",
        links=rx(r"\bfrom\b"),
    ),
    Act(
        pattern=rx(r"\b(?:took|taken|takes|take|taking) delivery\b"),
        type="supply",
        before="recipient",
        after="supplier",
        links=rx(
            r"\b(?:(?:leased|bought|ordered|purchased|chartered|acquired)? ?from|(?:made|built|supplied|produced) by)\b"
        ),
        status="completed",
    ),
    Act(
        pattern=rx(
            r"(?<!the )(?<!a )\b(?:leas(?:e|es|ed|ing)|charter(?:s|ed|ing)?|rent(?:s|ed|ing)?)\b"
        ),
        type="supply",
        before="recipient",
        after="supplier",
        links=rx(r"\bfrom\b"),
    ),
    Act(
        pattern=rx(
            r"\b(?:collaborat(?:e|es|ed|ing)|cooperat(?:e|es|ed|ing)|work(?:s|ed|ing)? together|partner(?:s|ed|ing)?|team(?:s|ed|ing)? up)\b"
        ),
        type="research_cooperation",
        before="partner",
        after="partner",
        links=rx(r"\bwith\b"),
        needs=rx(
            r"\b(?:on|in|for|to) (?:[\w-]+ ){0,4}(?:research|stud(?:y|ies)|clinical trials?)\b"
        ),
        mutual=True,
    ),
    Act(
        pattern=rx(
            r"\b(?:grant(?:s|ed|ing)?|award(?:s|ed|ing)?|giv(?:e|es|en|ing)|gave)(?= (?:the )?\{[cbon]\d+\} (?:[\w-]+ ){0,4}(?:licen[cs]e|rights?)\b)"
        ),
        type="licensing",
        before="licensor",
        after="licensee",
    ),
    Act(
        pattern=rx(
            r"\b(?:(?:agreed|agree|agrees) to (?:cooperate|co-operate|work together|join forces|team up)"
            r"|(?:will|to) (?:collaborate|work together|join forces|co-develop|jointly (?:develop|build|produce|launch))"
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
            r"\b(?:partner(?:s|ed|ing)|teams? up|teamed up|join(?:s|ed)? forces|join(?:s|ed)? hands)\b"
        ),
        type="agreement",
        before="partner",
        after="partner",
        links=rx(r"\bwith\b"),
    ),
    Act(
        pattern=rx(r"\bin (?:[\w-]+ ){0,2}(?:talks|negotiations|discussions)\b"),
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
        pattern=rx(
            r"(?<!the )\b(?:sell(?:s|ing)?|sold)\b(?= (?:the |its )?(?:[\w-]+ ){0,4}rights\b)"
        ),
        type="licensing",
        before="licensor",
        after="licensee",
        links=rx(r"\bto\b"),
    ),
    Act(
        pattern=rx(r"(?<!the )\b(?:sell(?:s|ing)?|sold)\b"),
        type="supply",
        before="seller",
        after="buyer",
        links=rx(r"\bto\b"),
    ),
    Act(
        pattern=rx(
            r"\b(?:suppl(?:y|ies|ied|ying)|provid(?:e|es|ed|ing))\b(?= (?:the )?(?:[\w-]+ ){0,3}\{[cbon]\d+\}(?:'s [\w-]+)? with )"
        ),
        type="supply",
        before="supplier",
        after="recipient",
    ),
    Act(
        pattern=rx(r"\bdelivered\b"),
        type="supply",
        before="supplier",
        after="recipient",
        links=rx(r"\bto\b"),
        needs=rx(
            r"^\w+ (?:\d|the (?:first|second|third|last|final|remaining)|a (?:first|last|final))"
        ),
        status="completed",
    ),
    Act(
        pattern=rx(
            r"(?<!the )(?<!of )(?<!a )(?<!and )(?<!in )(?<!for )(?<!vaccine )(?<!its )\b(?:suppl(?:y|ies|ied|ying)|deliver(?:s|ed|ing)?|provid(?:e|es|ed|ing)|export(?:s|ed|ing)?|ship(?:s|ped|ping)?|(?:facilitat|ensur|guarante|speed|support)\w*(?: up)? (?:the )?(?:delivery|supply|supplies|deliveries) of)\b"
            rf"(?! (?:agreement|contract|chain|deal|of))(?! {_WORDS}(?:messages?|letters?|speech(?:es)?|remarks|blow|verdict|statement|warning|evidence|information|details|support)\b)"
        ),
        type="supply",
        before="supplier",
        after="recipient",
        links=rx(r"\bto\b|\bwith\b|\bfor\b(?= (?:[\w'-]+ ){0,5}\{[cbo]\d+\})"),
    ),
    Act(
        pattern=rx(
            r"(?<!the )(?<!of )(?<!an )(?<!in )(?<!record )(?<!followed )(?<!under )(?<!court )\b(?:order(?:s|ed|ing)?|bu(?:y|ys|ying)|bought|purchas(?:e|es|ed|ing)|import(?:s|ed|ing)?|procur(?:e|es|ed|ing))\b"
            rf"(?! by)(?! back)(?! {_WORDS}(?:{PIECE}\b|\d+(?:\.\d+)?%))"
        ),
        type="supply",
        before="buyer",
        after="supplier",
        links=rx(r"\bfrom\b"),
    ),
    Act(
        pattern=rx(r"\b(?:donat(?:e|es|ed|ing)|gift(?:s|ed)|hand(?:s|ed) over(?! to\b))\b"),
        type="donation",
        before="donor",
        after="recipient",
        links=rx(r"\bto\b"),
    ),
    Act(
        pattern=rx(r"\b(?:distribut(?:e|es|ed|ing)|market(?:s|ing)?)\b(?= \{[cbo]\d+\}'s? )"),
        type="distribution",
        before="distributor",
        after="supplier",
    ),
    Act(
        pattern=rx(r"\b(?:distribut(?:e|es|ed|ing)|market(?:s|ing)?)\b"),
        type="distribution",
        before="distributor",
        after="supplier",
        links=rx(
            r"\b(?:for|on behalf of|made by|produced by|(?:products|goods|vaccines|drugs|brands|models|cars|equipment|devices) (?:of|from|by))\b"
        ),
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
