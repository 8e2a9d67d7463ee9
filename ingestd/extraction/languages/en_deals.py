"""English: how deals are told."""

from ingestd.extraction.languages.pack import (
    Act,
    Frames,
    cue,
    pact,
    rx,
)

_PIECE = (
    r"(?:stakes?|business(?:es)?|units?|divisions?|subsidiar(?:y|ies)|shares|operations|assets|interests?"
    r"|holdings?|carmaker|maker|arm|majority|minority|controlling|portfolio|brands?)"
)
_WORDS = r"(?:[\w$€£%.,'{}&-]+ ){0,10}?"

FRAMES = Frames(
    pacts=(
        pact(
            r"(?:memorand(?:um|ums|a) of (?:understanding|cooperation|agreement|intent)|memorand(?:um|ums|a)|mous?)",
            "mou",
        ),
        pact(
            r"(?:technology|know-how|tech)[ -]transfer (?:agreement|contract|deal|pact|accord)s?"
            r"|(?:agreement|contract|deal)s? (?:on|for|to) (?:the )?(?:transfer|transferring) (?:of )?(?:[\w-]+ ){0,4}(?:technolog\w+|know-how)",
            "technology_transfer",
        ),
        pact(
            r"licen[cs](?:e|ing) (?:[\w-]+ )?(?:agreement|contract|deal|pact)s?|licen[cs]ing",
            "licensing",
        ),
        pact(r"joint[ -]ventures?(?: (?:agreement|contract|deal|company))?", "joint_venture"),
        pact(
            r"(?:free[ -]trade|trade|tariff) (?:agreement|deal|pact|accord)s?|ftas?"
            r"|economic partnership agreement",
            "trade",
        ),
        pact(
            r"(?:supply|purchase|sales|sale|delivery|procurement|offtake|off-take|export|purchasing) (?:agreement|contract|deal|order)s?"
            r"|orders?(?= (?:worth|for|from|valued))"
            r"|(?:agreement|contract|deal|order)s? (?:for|on|to) (?:the )?(?:supply|supplying|deliver|delivery|delivering|sale|purchase|buy|sell|provide|provision)",
            "supply",
        ),
        pact(
            r"distribution (?:agreement|contract|deal)s?|(?:agreement|contract|deal)s? (?:for|on|to) (?:the )?(?:distribut\w+)",
            "distribution",
        ),
        pact(
            r"(?:loan|credit|financing|facility|funding|grant) (?:agreement|contract|deal|facility)s?|(?:agreement|deal)s? (?:on|for|to) (?:a )?(?:loan|financ\w+|lend)"
            r"|credit lines?|syndicated loans?",
            "financing",
        ),
        pact(
            r"investment (?:agreement|contract|deal)s?|(?:agreement|deal)s? to invest",
            "investment",
        ),
        pact(r"(?<!its )(?<!'s )(?<!their )(?:acquisition|takeover|buyout) of", "acquisition"),
        pact(r"merger(?: (?:agreement|deal))?|(?:agreement|deal)s? to merge", "merger"),
        pact(
            r"(?:acquisition|takeover|buyout|share purchase|stock purchase) (?:agreement|deal|contract)s?"
            r"|(?:agreement|deal)s? to (?:acquire|buy|take over|purchase)(?= (?:a |the |its |all |\{[cbo]))",
            "acquisition",
        ),
        pact(
            r"(?:production|manufacturing|contract manufacturing|assembly|localisation|localization) (?:agreement|contract|deal)s?"
            r"|(?:agreement|contract|deal)s? (?:for|on|to) (?:the )?(?:local |joint )?(?:produc\w+|manufactur\w+|assembl\w+)",
            "production",
        ),
        pact(
            r"(?:research|r&d|scientific|clinical) (?:[\w-]+ ){0,2}(?:agreement|contract|deal|partnership|collaboration)s?"
            r"|(?:agreement|contract|deal|partnership)s? (?:for|on|to) (?:the )?(?:joint )?(?:research|scientific|clinical|stud)\w*",
            "research_cooperation",
        ),
        pact(
            r"(?:agreement|accord|contract|pact|deal|protocol|partnership|letters? of intent|treat(?:y|ies)|heads of terms)(?:s|es)?",
            "agreement",
        ),
    ),
    plural=rx(
        r"(?:mous|memoranda|memorandums|agreements|contracts|deals|accords|pacts|protocols|documents|letters)\b"
    ),
    signs=(
        cue(
            r"(?:have|has|had|having )?\s?(?:signed|finali[sz]ed|inked|concluded|penned|sealed|clinched|formali[sz]ed|initialled|struck|reached|entered into|exchanged|secured)",
            "signed",
        ),
        cue(
            r"signing|sealing|conclusion|sign|signs|inks|conclude|ink|enter into|enters into|signature",
            "signed",
        ),
        cue(
            r"(?:have |has |had )?(?:awarded|won|landed|received|announced|unveiled|agreed|set up|formed|established|launched|created|agreed on|approved|granted|extended|secured)",
            "announced",
        ),
        cue(
            r"announce|announces|form|forms|establish|set up|create|launch|award|agree|agrees|grant|extend|provide",
            "announced",
        ),
        cue(r"negotiat\w+|discuss\w*|talks", "negotiating"),
        cue(
            r"took effect|takes effect|came into (?:force|effect)|comes into force|entered into force|ratified|in force|comes into effect",
            "in_force",
        ),
        cue(
            r"terminated|cancelled|canceled|scrapped|ended|called off|withdrew from|pulled out of|walked away from|abandoned|suspended|terminates|collapsed|axed|torn up|tore up|expired",
            "terminated",
        ),
        cue(r"completed|closed", "completed"),
    ),
    acts=(
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
                r"\b(?:lend(?:s|ing)?|lent|loan(?:ed|s)|grant(?:s|ed|ing)?|giv(?:e|es|en|ing)|gave|extend(?:s|ed|ing)?|offer(?:s|ed)?)(?= (?:the )?\{[cbon]\d+\} (?:[\w$€£.,-]+ ){0,5}(?:loan|credit|financing|grant|million|billion)\b)"
            ),
            type="financing",
            before="lender",
            after="borrower",
        ),
        Act(
            pattern=rx(
                r"\b(?:agreed|agree|agrees) to (?:cooperate|co-operate|collaborate|work together|join forces|team up)\b"
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
                rf"(?! by)(?! {_WORDS}{_PIECE}\b)"
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
    ),
    cues=(
        cue(
            r"if|unless|whether|denied|denies|deny|denying|rejected (?:reports|claims|rumou?rs)|no plans|not (?:yet )?(?:signed?|signing|reached?|agreed?|concluded?)|never|without (?:signing|reaching)|failed to|refus\w+|lawsuit|sued?|court|accus\w+|alleg\w+|plea|fraud|bid for|urged?|urges|called on|calls on|calling for|called for|proposed|proposes|asked|hope[sd]?|hoping|wish\w*|should|expects|(?:was|were|is|are) expecting|eager|want(?:s|ed)?|would like|seeks?|sought|looking for|did not|does not|has not|have not|had not|won't|will not|no (?:deal|agreement|contract)",
            None,
        ),
        cue(
            r"terminat\w+|cancel\w+|scrap(?:s|ped)|call(?:s|ed) off|pull(?:s|ed) out|walk(?:s|ed) away|withdr[ae]w\w*|suspend(?:s|ed)|abandon\w*",
            "terminated",
        ),
        cue(
            r"reportedly|rumou?rs?|rumou?red|speculation|sources (?:said|close|familiar|with)|people familiar|could|might|may|mulls?|mulling|weighs?|weighing|considers?|considering|exploring|explores?|near(?:s|ing)",
            "rumoured",
        ),
        cue(
            r"in (?:[\w-]+ )?(?:talks|negotiations?|discussions)|negotiat\w+|discuss(?:es|ed|ing)?|holding talks|talks",
            "negotiating",
        ),
        cue(
            r"will|would|plans?|planned|planning|intends?|aims?|to be|is to|are to|set to|due to|scheduled|expected to|prepar\w+|about to|next (?:month|year|week)|committed to|pledged?|vow(?:s|ed)|ready to|willing to",
            "planned",
        ),
        cue(
            r"(?:has|have|had) completed|complet(?:es|ed|ion)|closed|closes",
            "completed",
        ),
        cue(
            r"agreed to|agrees to|announced?|announces|to acquire|to buy|to merge|to supply|to invest",
            "announced",
        ),
    ),
    between=rx(r"\bbetween\b|\bbringing together\b"),
    with_=rx(
        r"\bwith\b|\balongside\b|\bfrom\b(?= (?:[\w'-]+ ){0,3}\{[cbon])|\bto\b(?= (?:the |its )?\{[cbon])"
    ),
    by=rx(r"\bby\b"),
    conjunction=r"(?:,? and|,? as well as|,|,? along with| &| plus)",
    breaks=rx(
        r"[;:]|\bthat\b|\bwhich\b|\bwhile\b|\bwhere\b|\b(?:said|says|told|announced|reported|added|noted|confirmed)\b(?! (?:a|an|the|its|plans)\b)|(?<=,) (?:after|before|when|but|as|and (?:will|has|is|was))\b"
    ),
    drops=(
        rx(r"\([^(){}]*\)|\(\{[^{}]*\}\)"),
        rx(
            r",(?= (?:a|an|one|which|who|whose|where|part|owned|based|led|founded|headquartered|known|formerly|the (?!\{)(?:[\w'-]+ ){0,3}(?:company|maker|producer|operator|owner|developer|group|firm|bank|arm|unit|subsidiary|world|country|city|state|largest|biggest|leading))\b)[^,;]{1,140},"
        ),
        rx(
            r"\{[ln]\d+\}(?:'s?|-based|-headquartered|-owned|-listed) (?=(?:[\w-]+ ){0,6}\{[cbo]\d)"
        ),
        rx(
            r"\{[ln]\d+\} (?=(?:[\w-]+ ){0,3}(?:company|firm|group|maker|biotech|bank|start-?up|producer|manufacturer|developer|giant|carrier"
            r"|airline|retailer|operator|utility|conglomerate|drugmaker|automaker|carmaker|miner|supplier|rival|fund|investor|unit|subsidiary|lender|major) \{[cbo]\d)"
        ),
        rx(r"\{[ln]\d+\} (?=\{[cbo]\d)"),
        rx(r"(?<=\}),? (?:of|from|in) (?:the )?\{[ln]\d+\}"),
    ),
    places=rx(
        r"\b(?:in|at|near|across|throughout|of|into|inside|from|around|via|outside|for|within) (?:the |all |both |northern |southern |central |eastern |western |neighbou?ring )*$"
    ),
    witnesses=rx(
        r"\b(?:in the presence of|witnessed by|attended by|overseen by|presided over by|in front of)\b"
    ),
    result=rx(
        r"\b(?:so that|allowing|enabling|letting|so) (?:the )?(?:[\w'-]+ ){0,4}?(\{[cbo]\d+\}) (?:could|can|to|will|would|may)? ?(?:[\w-]+ )?(?:produce|manufacture|make|assemble|bottle|build)"
    ),
    under=rx(
        r"\b(?:under|as part of|in line with|according to|pursuant to) (?:the terms of )?(?:the|this|that|a|an|their|its) (?:[\w-]+ ){0,4}(?:agreement|deal|contract|accord|pact|memorandum|mou|partnership|protocol|transaction)\b"
    ),
    worth=rx(
        r"(?:worth|valued at|value of|valuing|priced at|totall?ing|amounting to|for|in an?|of|invest(?:s|ed|ing)?|lend(?:s|ing)?|lent|provide[sd]?|up to|pay(?:s|ing)?|paid|consideration of|price of) (?:an? )?(?:[\w-]+ ){0,4}$"
    ),
    not_worth=rx(
        r"\b(?:revenues?|sales|turnover|profits?|income|market (?:cap\w*|value)|exports?|imports?|budget|fund|assets|losses|loss|debt|earnings|gdp|fine|trade (?:volume|turnover)|annual|capitali[sz]ation|fortune|per (?:year|unit|dose|barrel|tonne|month)|shares? (?:rose|fell)|worth of shares)\b"
    ),
    anaphora=rx(
        r"\bthe (?:organi[sz]ation|company|group|fund|firm|bank|corporation|carmaker|automaker|drugmaker|agency|airline|lender|manufacturer|producer|utility|operator|ministry|developer|retailer|conglomerate)\b(?! (?:of|\{))"
    ),
    event=rx(
        r"\bat the (?:end|close|conclusion|event|ceremony|meeting|round-table|roundtable|conference|forum|summit|talks|signing|same)\b|\bon th(?:is|e) occasion\b|\bduring the (?:visit|event|ceremony|meeting|forum|talks)\b"
    ),
    lists=rx(
        r"\b(?:products?|portfolio|slate|line-up|lineup|range|medicines|medications|drugs|vaccines|models)\b"
    ),
    sports=rx(
        r"\b(?:striker|midfielder|goalkeeper|defender|transfer fee|football club|premier league|la liga|serie a|coach|goals|playoffs?|quarterback|pitcher|winger|loan spell|release clause|batsman)\b"
    ),
    about=rx(
        r"\bon(?! (?:mon|tues|wednes|thurs|fri|satur|sun)day)(?! \d)(?! (?:jan|feb|mar|apr|may|june|july|aug|sep|oct|nov|dec)\w*\.? \d)\b"
        r"|\bfor(?! (?:about |around |up to |an undisclosed )?[$€£¥\d]*[$€£¥])(?! [\d.,]+ (?:million|billion|years?|months?|m|bn))\b"
        r"|(?<!according )(?<!due )(?<!up )\bto(?= (?:[\w-]+ly )?[a-z]{3,} )(?! the )|\b(?:covering|regarding|concerning|in the field of|in the area of|aimed at)\b"
    ),
    ends=rx(
        r"\b(?:with|between|worth|valued|under|witnessed|according|after|that|which|who|when|while|where|said|signed|by)\b|\bin the presence\b"
        r"|\bin a (?:deal|move)\b|\bon (?:\w+day|\w+ \d)|\bfor [$€£¥]|\bfor [\d.,]+ (?:million|billion)|\bas (?:it|they|part)\b|\bso (?:that|as|it)\b| - "
    ),
    of_parties=rx(
        r"\b(?:government|republic|kingdom|state|people|city|province) of (?:the )?$"
    ),
)
