"""English: deals as agencies and firms' releases tell them; the first listed counts."""

from ingestd.extraction.languages.pack import Act, rx

_PARTY = r"(?:(?:the|its|an?) )?(?:[\w'.&-]+ ){0,6}?\{[cbon]\d+\}"
_SUM = r"(?:[\w$€£¥%.,'-]+ ){0,6}?"
_TASK = (
    r"(?:supply|build|deliver|provide|construct|produce|install|design|develop|operate|run|upgrade|maintain|make|manufacture"
    r"|moderni[sz]e|replace|renovate|refurbish|overhaul|host|print|roll out|deploy|implement|integrate|manage|power|equip"
    r"|launch|fly|carry|transport|dismantle|extend|expand|convert|electrify|digiti[sz]e|secure|handle|process|store|lay"
    r"|automate|test|service|support|rebuild|repair|dredge|drill|conduct|carry out|oversee|assemble|fit|furnish|train|complete|finish|connect|create|establish|set up|study|survey|map|monitor|protect|guard)"
)
_CHOOSES = (
    r"(?:cho(?:ose|oses|se|sen|osing)|select(?:s|ed|ing)?|pick(?:s|ed|ing)?|hire[sd]?|hiring|contract(?:s|ed|ing)|commission(?:s|ed|ing)"
    r"|tap(?:s|ped|ping)?|appoint(?:s|ed|ing)?|engag(?:e[sd]?|ing)|enlist(?:s|ed|ing)?|entrust(?:s|ed|ing)?|retain(?:s|ed|ing)?|book(?:s|ed|ing)?)"
)
_BUYOUT = r"(?:acquisition|takeover|purchase|buyout|buy-out)"
_ENDS = r"(?:complet|clos|finali[sz]|conclud)"

AGENCY: tuple[Act, ...] = (
    Act(
        pattern=rx(
            r"\bprovid(?:e|es|ed|ing)\b(?= (?:the )?(?:[\w-]+ ){0,3}\{[cbon]\d+\}(?:'s [\w-]+)? with (?:up to |about |an? )?(?:[$€£¥]|[\d.,]+ (?:million|billion)|loan|credit|grant))"
        ),
        type="financing",
        before="lender",
        after="borrower",
    ),
    Act(
        pattern=rx(
            r"\b(?:pay(?:s|ing)?|paid)\b(?= (?:the )?(?:[\w'-]+ ){0,4}\{[cbo]\d+\},? (?:[\w$€£¥.,'-]+ ){1,12}(?:rights|licen[cs]e)\b)"
        ),
        type="licensing",
        before="licensee",
        after="licensor",
    ),
    Act(
        pattern=rx(
            r"\b(?:raise[sd]?|raising|borrow(?:s|ed|ing)?|secure[sd]?|obtain(?:s|ed)?|receive[sd]?|got)\b(?= [\w$€£¥.,' -]{1,60}\bfrom (?:an? )?(?:[\w-]+ ){0,4}(?:lenders|banks|creditors)\b)"
        ),
        type="financing",
        before="borrower",
        after="lender",
        links=rx(r"\b(?:including|such as|led by|lenders|banks|creditors)\b"),
    ),
    Act(
        pattern=rx(rf"(?:(?<=\}}'s)|(?<=\}}')) {_SUM}{_BUYOUT} by\b"),
        type="acquisition",
        before="target",
        after="acquirer",
    ),
    Act(
        pattern=rx(rf"(?:(?<=\}}'s)|(?<=\}}')) {_SUM}sale to\b"),
        type="acquisition",
        before="target",
        after="acquirer",
    ),
    Act(
        pattern=rx(
            r"\b(?:divest(?:s|ed|ing)?|dispos(?:es?|ed|ing) of|offload(?:s|ed|ing)?)\b(?= [^.;]{3,110}\bto (?:[\w'-]+ ){0,5}\{[cbo])"
        ),
        type="acquisition",
        before="seller",
        after="acquirer",
        links=rx(r"\bto\b"),
    ),
    Act(
        pattern=rx(
            r"\b(?:receive[sd]?|got|gets|accept(?:s|ed)|secure[sd]?|obtain(?:s|ed))\b(?= (?:[\w$€£¥.,-]+ ){0,6}(?:gifts?|donations?|bequests?|endowments?) [^.;]{0,60}\bfrom\b)"
        ),
        type="donation",
        before="recipient",
        after="donor",
        links=rx(r"\bfrom\b"),
    ),
    Act(
        pattern=rx(
            r"\b(?:pay(?:s|ing)?|paid)\b(?= [^;]{3,60}\bfor (?:[\w%.,-]+ ){0,6}(?:stakes?|interest|holding|shares?) in\b)"
        ),
        type="acquisition",
        before="acquirer",
        after="target",
        links=rx(r"\b(?:stakes?|interest|holding|shares?) in\b"),
    ),
    Act(
        pattern=rx(r"\b(?:jointly|together) invest\b|\bare to (?:jointly )?invest\b"),
        type="investment",
        before="investor",
        after="target",
        mutual=True,
    ),
    Act(
        pattern=rx(
            r"\bsell(?:s|ing)?\b(?= \{[cbon]\d+\} (?:\d|an? |up to |more |its |another |the ))"
        ),
        type="supply",
        before="supplier",
        after="buyer",
    ),
    Act(
        pattern=rx(
            r"\b(?:receive[sd]?|receiving)\b(?= (?:the |its |a )?(?:[\w,-]+ ){1,5}(?:boats|jets|aircraft|tanks|doses|vaccines|trains|trams|buses|vehicles|missiles|systems|turbines|ships"
            r"|vessels|helicopters|generators|ventilators|trucks|tractors|locomotives|drones|satellites|wagons|cranes) [^;]{0,40}\bfrom\b)"
        ),
        type="supply",
        before="recipient",
        after="supplier",
        links=rx(r"\bfrom\b"),
        status="completed",
    ),
    Act(
        pattern=rx(
            r"\b(?:scrap(?:s|ped)?|drop(?:s|ped)?|abandon(?:s|ed)?|cancel(?:s|led|ed)?|shelve[sd]?|ditch(?:es|ed)?|halt(?:s|ed)?|suspend(?:s|ed)?|terminat(?:es?|ed)|call(?:s|ed) off|axe[sd]?)\b"
            r"(?= (?:their|a|the) (?:[\w$€£¥.,-]+ ){0,4}(?:plans?|projects?|scheme|initiative)\b)"
        ),
        type="agreement",
        before="partner",
        after="partner",
        mutual=True,
        links=rx(r"\bwith\b"),
        status="terminated",
    ),
    Act(
        pattern=rx(
            rf"\b{_CHOOSES}\b(?! by )(?= {_PARTY}(?:,? and (?:[\w'-]+ ){{0,3}}\{{[cbo]\d+\}})? (?:to {_TASK}\b|for (?:an? |the |its )?(?:[\w$€£¥.,-]+ ){{0,5}}(?:contract|project|order|tender|job|work|deal|launch(?:es)?|flights?|services?|upgrade|overhaul|construction|supply|design|delivery|maintenance|campaign)\b|as (?:its |the |an? |their )?(?:[\w-]+ ){{0,3}}(?:bidders?|contractors?|suppliers?|providers?|operators?|builders?|vendors?)\b))"
        ),
        type="supply",
        before="buyer",
        after="supplier",
    ),
    Act(
        pattern=rx(
            r"\b(?:w[io]ns?|secur(?:e[sd]?|ing)|acquir(?:e[sd]?|ing)|bu(?:ys?|ying)|bought|obtain(?:s|ed)?|land(?:s|ed)|snap(?:s|ped) up|gain(?:s|ed)?|purchas(?:e[sd]?|ing))\b"
            r"(?= (?:the |an? )?(?:[\w-]+ ){0,4}(?:rights|licen[cs]es?)\b)"
        ),
        type="licensing",
        before="licensee",
        after="licensor",
        links=rx(
            r"\bfrom\b|\bpay(?:ing)? [\w$€£.,' -]{1,40} to\b|\bpay(?:ing)?\b(?= (?:the )?\{)"
        ),
    ),
    Act(
        pattern=rx(r"\btak(?:e|es|ing)\b(?= (?:[\w'-]+ ){0,5}\{c\d+\} private\b)"),
        type="acquisition",
        before="acquirer",
        after="target",
    ),
    Act(
        pattern=rx(
            rf"(?:(?<=\}}'s)|(?<=\}}')) {_SUM}{_BUYOUT} of\b(?=.{{0,160}}\b(?:was|is|has been|been|were) {_ENDS}\w+)"
        ),
        type="acquisition",
        before="acquirer",
        after="target",
        status="completed",
    ),
    Act(
        pattern=rx(
            rf"(?:(?<=\}}'s)|(?<=\}}')) {_SUM}{_BUYOUT} of\b(?=.{{0,160}}\b(?:scrapped|abandoned|called off|terminated|withdrawn|blocked|collapsed|fell through|fallen through)\b)"
        ),
        type="acquisition",
        before="acquirer",
        after="target",
        status="terminated",
    ),
    Act(
        pattern=rx(
            rf"(?:(?<=\}}'s)|(?<=\}}')) (?:[\w$€£¥%.,-]+ ){{0,6}}?(?:planned|proposed|pending|agreed|[$€£¥][\d.,]+ ?\w*)(?: [\w$€£¥%.,-]+){{0,4}} {_BUYOUT} of\b"
        ),
        type="acquisition",
        before="acquirer",
        after="target",
        status="announced",
    ),
    Act(
        pattern=rx(
            r"(?<=\} )(?:has|have|had|is|was|will|would|could|may|to)(?: (?:now|just|also|soon))?(?: been| be| being)? sold (?:off )?"
            r"(?:(?:last|this|for|in|by|on) [\w$€£¥.,'{}-][\w$€£¥.,'{} -]{0,60} )?to\b"
        ),
        type="acquisition",
        before="target",
        after="acquirer",
    ),
    Act(
        pattern=rx(r"\bcombin(?:e|es|ed|ing)\b(?= (?:their|its|the|operations|forces|with)\b)"),
        type="merger",
        before="partner",
        after="partner",
        links=rx(r"\bwith\b"),
        needs=rx(
            r"^\w+ (?:[\w-]+ ){0,6}(?:business\w*|operations|units?|divisions?|arms?|activities|networks?|assets|forces|with)\b"
        ),
        mutual=True,
    ),
    Act(
        pattern=rx(
            r"\b(?:took part|taken part|participated|also invested|co-invested|joined (?:the|in the) (?:round|financing|funding|deal|investment))\b"
        ),
        type="investment",
        before="investor",
        after="target",
        apart=True,
        topical=True,
        status="completed",
    ),
    Act(
        pattern=rx(
            r"\b(?:sign(?:s|ed|ing)? up|sign(?:s|ed|ing)? on)\b(?= (?:[\w'-]+ ){0,5}\{[cbo]\d+\} (?:to|for|as|in)\b)"
        ),
        type="agreement",
        before="partner",
        after="partner",
    ),
    Act(
        pattern=rx(
            r"\b(?:(?:will|to) (?:be|become)|becom(?:es|ing)|became|is now|named|was named|as)\b(?= (?:the |an? |its )?(?:new |first |sole |exclusive )?(?:official|main|title|principal|shirt|kit|naming|global|exclusive|lead) "
            r"(?:[\w-]+ ){0,4}(?:partner|supplier|sponsor|provider|carrier|airline|bank|broadcaster|insurer|outfitter)s? (?:of|to|for)\b)"
        ),
        type="agreement",
        before="partner",
        after="partner",
        links=rx(r"\b(?:of|to|for)\b"),
    ),
    Act(
        pattern=rx(
            r"\b(?:becom(?:e|es|ing)|became|(?:was |been )?(?:named|appointed)|act(?:s|ed|ing)? as|serve as)\b(?= (?:as )?(?:the |an? |its )?(?:new |sole |exclusive |official |main |authori[sz]ed ){0,3}(?:distributor|dealer|importer|agent|reseller|retailer) (?:of|for)\b)"
        ),
        type="distribution",
        before="distributor",
        after="supplier",
        links=rx(r"\b(?:of|for)\b"),
    ),
    Act(
        pattern=rx(
            r"\b(?:round|financing|funding|fundraising|investment|raise) (?:was|is|were|has been)\b(?= (?:jointly )?(?:co-)?(?:led|backed|joined) by\b)"
        ),
        type="investment",
        before="target",
        after="investor",
        links=rx(
            r"\b(?:led|joined|backed|supported) by\b|\bparticipation (?:from|of|by)\b|\bincluded\b"
        ),
        several=True,
        apart=True,
        topical=True,
    ),
    Act(
        pattern=rx(
            r"\b(?:invest|build|develop|open|construct|set up|produc|manufactur|mak|operat|explor|drill|launch|creat|establish|run|expand)(?:e|es|ed|ing|s)?\b"
            r"(?=[^;]{1,110}\b(?:together with|jointly with|in (?:partnership|cooperation|co-operation|collaboration|tandem|conjunction) with|with (?:its |the |an? )?(?:local |joint[- ]venture |venture |strategic |[a-z]+ )?partners?) (?:[\w'-]+ ){0,5}\{[cbo]\d+\})"
        ),
        type="agreement",
        before="partner",
        after="partner",
        links=rx(
            r"\b(?:together|jointly|partnership|cooperation|co-operation|collaboration|tandem|conjunction) with\b|\bpartners?\b"
        ),
    ),
    Act(
        pattern=rx(
            r"\b(?:will|to|are to|plan to|agreed to|intend to) (?:jointly |together )?(?:build|develop|set up|launch|create|construct|produce|explore|invest|make|open)\b(?=[^;]{1,120}\b(?:joint |[\w-]+ )?venture\b)"
        ),
        type="joint_venture",
        before="partner",
        after="partner",
        mutual=True,
    ),
    Act(
        pattern=rx(
            r"\b(?:hand(?:ed|s)?|entrust(?:ed|s)?|transfer(?:red|s)?|leased?|grant(?:ed|s)?|award(?:ed|s)?|gave|gives?) (?:over )?(?:the )?(?:operation|management|running|control|concession)s?\b(?= [^;]{2,80}\bto\b)"
        ),
        type="agreement",
        before="buyer",
        after="supplier",
        links=rx(r"\bto\b"),
    ),
    Act(
        pattern=rx(r"\b(?:will|to|agreed to) sponsor\b"),
        type="agreement",
        before="partner",
        after="partner",
    ),
    Act(
        pattern=rx(
            r"\bexercis(?:e|es|ed|ing) (?:an? |its |the )?(?:[\w-]+ ){0,2}options? (?:for|on|to)\b"
        ),
        type="supply",
        before="buyer",
        after="supplier",
        links=rx(r"\b(?:from|with)\b"),
        apart=True,
    ),
    Act(
        pattern=rx(r"(?<=[a-z] )\bordered by\b"),
        type="supply",
        before="supplier",
        after="buyer",
        needs=rx(rf"^ordered by {_PARTY}"),
    ),
    Act(
        pattern=rx(r"\boutsourc(?:e|es|ed|ing)\b(?! (?:firm|company|group|provider))"),
        type="supply",
        before="buyer",
        after="supplier",
        links=rx(r"\bto\b"),
    ),
    Act(
        pattern=rx(
            r"\b(?:agree[sd]?|have agreed|has agreed|plan(?:s|ned)?|intend)(?: on \w+day)?(?: last week| today)? to (?:jointly |together )?"
            r"(?:carry out|conduct|undertake|do|launch|run|start|begin)\b(?= (?:an? |the |joint |two )?(?:[\w,-]+ ){0,4}(?:stud(?:y|ies)|research|trials?)\b)"
        ),
        type="research_cooperation",
        before="partner",
        after="partner",
        mutual=True,
        links=rx(r"\bwith\b"),
    ),
    Act(
        pattern=rx(
            r"\b(?:agree[sd]?|have agreed|has agreed)(?: on \w+day)?(?: last week| today)? to (?:jointly |together )"
        ),
        type="agreement",
        before="partner",
        after="partner",
        mutual=True,
        links=rx(r"\bwith\b"),
    ),
    Act(
        pattern=rx(
            r"\b(?:agree[sd]?|have agreed|has agreed)(?: on \w+day)?(?: last week| today)? to (?:extend|renew|explore|share|swap|expand|deepen|link|connect|exchange|pool|establish|set up|create|build|develop|open|work)\b"
        ),
        type="agreement",
        before="partner",
        after="partner",
        mutual=True,
    ),
)
