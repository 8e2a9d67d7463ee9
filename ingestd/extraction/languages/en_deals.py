"""English: how deals are told."""

from ingestd.extraction.languages.en_acts import ACTS
from ingestd.extraction.languages.pack import (
    Frames,
    cue,
    pact,
    rx,
)

_FIRMS = (
    r"company|group|fund|firm|bank|corporation|(?:[\w-]+ ){0,2}[a-z]*maker|airline|carrier|lender|insurer|manufacturer|producer|utility|operator"
    r"|developer|retailer|grocer|chain|brewer|miner|publisher|broadcaster|contractor|start-?up|conglomerate|supplier|refiner"
    r"|shipbuilder|shipping line|telecoms? group|biotech|giant"
)

FRAMES = Frames(
    pacts=(
        pact(
            r"(?:memorand(?:um|ums|a) of (?:understanding|cooperation|agreement|intent)|memorand(?:um|ums|a)|mous?)|letters? of (?:intent|interest)|heads of (?:terms|agreement)|term sheets?|statements? of intent|declarations? of intent",
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
        pact(
            r"joint[ -]ventures?(?: (?:agreement|contract|deal|company))?|(?:joint|jointly owned|50[-:/]50) (?:company|firm|entity|subsidiary|(?:investment )?fund|platform|vehicle)",
            "joint_venture",
        ),
        pact(
            r"(?:free[ -]trade|trade|tariff) (?:agreement|deal|pact|accord)s?|ftas?"
            r"|economic partnership agreement",
            "trade",
        ),
        pact(
            r"(?:supply|purchase|sales|sale|delivery|procurement|offtake|off-take|export|purchasing|build|shipbuilding) (?:agreement|contract|deal|order|tender)s?|tenders? (?:for|to)"
            r"|(?<!in )orders?(?= (?:worth|for|from|with|valued|to (?:build|supply|deliver|make|provide|construct|manufacture|install|design)))"
            r"|(?:agreement|contract|deal|order)s? (?:for|on|to) (?:the )?(?:supply|supplying|deliver|delivery|delivering|sale|purchase|buy|sell|provide|provision)",
            "supply",
        ),
        pact(
            r"(?:distribution|distributor|distributorship|reseller|resale|dealership|franchise|marketing|importer) (?:agreement|contract|deal)s?|(?:agreement|contract|deal)s? (?:for|on|to) (?:the )?(?:distribut\w+)",
            "distribution",
        ),
        pact(
            r"(?:loan|credit|financing|facility|funding|grant) (?:agreement|contract|deal|facility)s?|(?:agreement|deal)s? (?:on|for|to) (?:a )?(?:loan|financ\w+|lend)"
            r"|credit lines?|lines? of credit|(?:syndicated|term|bridge|bridging|concessional|soft|green|bank) loans?|loans?(?= (?:worth|with|to (?:finance|fund|build|support|refinance|help|pay|modernise|modernize|expand|upgrade)))|(?:credit|debt|loan|revolving|financing) facilit(?:y|ies)",
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
            r"(?:production|co-production|coproduction|manufacturing|contract manufacturing|assembly|localisation|localization) (?:agreement|contract|deal)s?"
            r"|(?:agreement|contract|deal)s? (?:for|on|to) (?:the )?(?:local |joint )?(?:produc\w+|manufactur\w+|assembl\w+)",
            "production",
        ),
        pact(
            r"(?:research|r&d|scientific|clinical|discovery|co-development) (?:[\w-]+ ){0,2}(?:agreement|contract|deal|partnership|collaboration|alliance|pact)s?"
            r"|joint (?:[\w-]+ ){0,2}(?:research|r&d|innovation|development)(?: [\w-]+)? (?:cent(?:re|er)|lab|laboratory|institute|programme|program|project|facility|hub)s?|joint (?:lab|laboratory|study)"
            r"|(?:agreement|contract|deal|partnership)s? (?:for|on|to) (?:the )?(?:joint )?(?:research|scientific|clinical|stud)\w*",
            "research_cooperation",
        ),
        pact(
            r"(?:agreement|accord|contract|pact|deal|protocol|partnership|treat(?:y|ies)|concession|alliance|collaboration|tie-up|arrangement|(?<=capacity )lease|(?<=joint )declaration|(?<=joint )roadmap|code-?share)(?:s|es)?",
            "agreement",
        ),
    ),
    plural=rx(
        r"(?:mous|memoranda|memorandums|agreements|contracts|deals|accords|pacts|protocols|documents|letters)\b"
    ),
    signs=(
        cue(
            r"(?:have|has|had|having )?\s?(?:signed|finali[sz]ed|inked|concluded|penned|sealed|clinched|formali[sz]ed|initialled|struck|reached|entered(?: into)?(?= an? )|entered into(?! (?:force|effect))|exchanged|renewed|prolonged)",
            "signed",
        ),
        cue(r"(?:have |has |had )?secured|secures", "signed", gives=False),
        cue(
            r"signing|sealing|inking|concluding|finali[sz]ing|entering into|entering(?= an? )|striking|conclusion|sign|signs|inks|conclude|ink|enter(?= an? )|enters(?= an? )|enter into(?! (?:force|effect))|enters into(?! (?:force|effect))|signature",
            "signed",
        ),
        cue(
            r"(?:was|were|been|being|is|are) (?:awarded|granted|given|handed)(?= (?:an?|the|its|two|three|one) )",
            "announced",
            gives=False,
        ),
        cue(
            r"(?:have |has |had )?(?:awarded|granted|extended|placed|approved)|award|awards|grant|grants|extend|provide|place|places",
            "announced",
            gives=True,
        ),
        cue(
            r"(?:have |has |had )?(?:won|landed|received|obtained|clinched|bagged|netted|scooped|captured|snagged|snared)|wins|lands|bags|nets|clinches|receives|winning|securing|landing",
            "announced",
            gives=False,
        ),
        cue(
            r"(?:have |has |had )?(?:announced|unveiled|agreed|set up|setting up|formed|forming|established|establishing|launched|launching|created|creating|agreed on|began|begun|beginning|started|starting|expanded|expanding|deepened|broadened|teamed up on)",
            "announced",
        ),
        cue(
            r"announce|announces|form|forms|establish|set up|create|launch|agree|agrees|begin|begins|start|starts|expand|expands|deepen|broaden",
            "announced",
        ),
        cue(r"negotiat\w+|discuss\w*|talks", "negotiating"),
        cue(
            r"took effect|takes effect|came into (?:force|effect)|comes into force|entered into force|entered into effect|enters into force|ratified|in force|comes into effect",
            "in_force",
        ),
        cue(
            r"(?:end|terminate|cancel|scrap)(?= (?:the|a|an|its|their|his|all|this) )|terminated|cancelled|canceled|scrapped|ended|called off|withdrew from|pulled out of|walked away from|abandoned|suspended|terminates|collapsed|axed|torn up|tore up|expired|shelved|ditched|halted|dropped|scuppered|walked out of|put on hold|withdrawn from|backed out of|pulled the plug on|broken off|broke off",
            "terminated",
        ),
        cue(r"completed|closed", "completed"),
    ),
    acts=ACTS,
    cues=(
        cue(
            r"(?:walk|pull|back|drop)\w* (?:away|out|off)? ?(?:from|of) (?:[\w-]+ )?(?:talks|negotiations|discussions)"
            r"|(?:end|halt|call|break|broke|suspend|abandon|scrap)\w* (?:off )?(?:[\w-]+ )?(?:talks|negotiations|discussions)"
            r"|if|unless|whether|denied|denies|deny|denying|rejected (?:reports|claims|rumou?rs)|no plans|not (?:yet )?(?:signed?|signing|reached?|agreed?|concluded?)|never|without (?:signing|reaching)|failed to|refus\w+|lawsuit|sued?|court|accus\w+|alleg\w+|plea|fraud|fined|convicted|guilty|bid for|urged?|urges|called on|calls on|calling for|called for|propos(?:ed|es)(?! (?:to (?:acquire|buy|merge|sell|take|invest|purchase)|acquisition|merger|takeover|sale|deal|transaction|purchase|joint|offer|investment|disposal))|asked|hope[sd]?|hoping|wish\w*|should|expects|(?:was|were|is|are) expecting|eager|want(?:s|ed)?|would like|seeks?|sought|looking for|did not|does not|has not|have not|had not|won't|will not|would not|wouldn't|cannot|could not|no (?:deal|agreement|contract)",
            None,
        ),
        cue(
            r"terminat\w+|cancel\w+|scrap(?:s|ped)|call(?:s|ed) off|pull(?:s|ed) out|walk(?:s|ed) away|withdr[ae]w\w*|suspend(?:s|ed)|abandon\w*|shelv(?:es|ed|ing)|ditch(?:es|ed)|drop(?:s|ped)(?= (?:its|their|a|the|plans)\b)|axe[sd]|put on hold|back(?:s|ed) out|vetoe[sd]|block(?:s|ed)(?= (?:the |a |\{|plans))",
            "terminated",
        ),
        cue(
            r"reportedly|rumou?rs?|rumou?red|speculation|sources (?:said|close|familiar|with)|people familiar|could|might|may|mulls?|mulling|weighs?|weighing|considers?|considering|exploring|explores?|near(?:s|ing)|(?:is|are|was|were) close to",
            "rumoured",
        ),
        cue(
            r"(?:conclud|complet|finali[sz]|wrapp)\w+ (?:up )?(?:the |their )?(?:[\w-]+ )?(?:talks|negotiations)",
            "announced",
        ),
        cue(
            r"in (?:[\w-]+ )?(?:talks|negotiations?|discussions)|negotiat\w+|discuss(?:es|ed|ing)?|holding talks|talks",
            "negotiating",
        ),
        cue(
            r"will|would|plans?|planned|planning|propos(?:ed|es|ing)|intends?|aims?|(?<!agreed )(?<!agrees )to be|is to|are to|set to|due to|scheduled|expected to|prepar\w+|about to|next (?:month|year|week)|committed to|pledged?|vow(?:s|ed)|ready to|willing to",
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
    between=rx(r"\bbetween\b|\bbringing together\b|(?<=\bmerger )of\b|(?<=\bventure )of\b"),
    with_=rx(
        r"\bwith\b|\balongside\b|\bfrom\b(?= (?:[\w'-]+ ){0,3}\{[cbon])|\bto\b(?= (?:the |its )?\{[cbon])|\bto\b(?= (?:the|its|a|an) (?:[\w'-]+ ){1,5}\{[cbo])"
        r"|\bfor\b(?= (?:the )?(?:[\w'-]+ ){0,3}\{[cbo]\d+\}(?!'))|^ by\b"
    ),
    by=rx(r"\bby\b"),
    conjunction=r"(?:,? and|,? as well as|,|,? along with| &| plus)",
    breaks=rx(
        r"[;:](?!\d)|\bthat\b|\bwhich\b|\bwhile\b|\bwhere\b|\b(?:said|says|told|announced|reported|added|noted|confirmed)\b(?! (?:a|an|the|its|plans)\b)|(?<=,) (?:after|before|when|but|as|and (?:will|has|is|was))\b"
    ),
    drops=(
        rx(r"(?<=\})\.(?= *(?:\(|,|[a-z]|\{))"),
        rx(r"\([^(){}]*\)|\([^()]{2,40}: ?[\w.{}]{1,12}\)|\(\{[^{}]*\}\)"),
        rx(
            r",(?= (?:after|following|despite|over|for) )[^,;{}]{1,140},(?= (?:to|by|from|with|into) )"
        ),
        rx(
            r",(?= (?:a|an|one|which|who|whose|where|part|owned|based|led|founded|headquartered|known|formerly|the \{[ln]\d+\}-(?:based|listed|headquartered)|the (?!\{)(?:[\w'-]+ ){0,3}(?:company|maker|producer|operator|owner|developer|group|firm|bank|arm|unit|subsidiary|world|country|city|state|largest|biggest|leading))\b)[^,;]{1,140},"
        ),
        rx(
            r"\{[ln]\d+\}(?:'s?|-based|-headquartered|-owned|-listed|-backed|-controlled|-run|-led) (?=(?:[\w-]+ ){0,6}\{[cbo]\d)"
        ),
        rx(
            r"\{[cbo]\d+\} (?:team|club|franchise|unit|subsidiary|brand|parent|owner|supplier|rival|affiliate|maker|operator|franchisee|licensee|distributor|dealer|importer|producer|developer) (?=\{[cbo]\d)"
        ),
        rx(
            r"\{[cbo]\d+\}-(?:owned|backed|controlled|led|rival|run|affiliated|linked) (?=(?:[\w-]+ ){0,6}\{[cbo]\d)"
        ),
        rx(
            r"\{[ln]\d+\} (?=(?:[\w-]+ ){0,3}(?:company|firm|group|[\w-]*maker|biotech|bank|start-?up|producer|manufacturer|developer|giant|carrier"
            r"|airline|retailer|operator|utility|conglomerate|drugmaker|automaker|carmaker|miner|supplier|rival|fund|investor|unit|subsidiary|lender|major"
            r"|peer|specialist|[\w-]*builder|insurer|broker|brokerage|trader|brewer|agency|exchange|railway|refiner|grocer|publisher|broadcaster|distributor|contractor|exporter|importer|grower|farmer"
            r"|partner|affiliate|consultancy|institute|university|college|ministry|authority|regulator|city|port|club|foundation|bakery|dairy|brand|label|studio|chain|network|platform|player|shipper|lessor|buyer|seller|owner|house|line|pharmacy|manager|supermarket|telecom|carmaker) \{[cbo]\d)"
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
        r"(?:worth|valued at|value of|valuing|priced at|totall?ing|amounting to|for|in an?|of|invest(?:s|ed|ing)?|lend(?:s|ing)?|lent|provide[sd]?|up to|pay(?:s|ing)?|paid|rais(?:e[sd]?|ing)|donat(?:e[sd]?|ing)|secur(?:e[sd]?|ing)|obtain(?:s|ed)?|receiv(?:e[sd]?|ing)|borrow(?:s|ed|ing)?|attract(?:s|ed|ing)?|commit(?:s|ted|ting)?|consideration of|price of|costs?|costing) (?:an? )?(?:[\w-]+ ){0,4}$|\b(?:lend(?:s|ing)?|lent|grant(?:s|ed)|gave|give[sn]?|pay(?:s|ing)?|paid) (?:[\w{},'-]+ ){1,9}$|\bprovid\w+ (?:[\w{}'-]+ ){1,6}with (?:up to )?(?:about )?$|\b(?:deal|offer|bid|transaction|takeover|price) (?:that|which) valu(?:es|ed) (?:[\w{}'-]+ ){1,4}at (?:about |around )?$|\b(?:value|price|cost|size|worth) of the (?:[\w-]+ ){1,3}at (?:[\w-]+ ){0,3}$"
    ),
    not_worth=rx(
        r"\b(?:revenues?|sales|turnover|profits?|income|market (?:cap\w*|value)|exports?|imports?|budget|(?<!pension )(?<!wealth )(?<!will )(?<!would )(?<!to )funds?(?! (?:\{|manager|house))(?!-)|assets|losses|loss|debt|earnings|gdp|fine|penalty|compensation|damages|(?:termination|break-?up|break) fee|trade (?:volume|turnover)|annual|capitali[sz]ation|fortune|(?:company|group|firm|giant|entity|business|lender|producer|player) (?:worth|valued at|with)|per (?:year|unit|dose|barrel|tonne|month)|shares? (?:rose|fell)|worth of shares|(?:book|face|nominal|market|asset|net) value)\b"
    ),
    anaphora=rx(
        rf"\bthe (?:organi[sz]ation|agency|ministry|institute|{_FIRMS})\b(?! (?:of|\{{))"
    ),
    of_people=rx(
        rf"\bthe (?P<people>(?:(?:south|north|new|saudi|sri) )?[a-z]+) (?:[\w-]+ )?(?:{_FIRMS})\b(?! (?:of|\{{))"
    ),
    only_if=rx(r"\b(?:if|unless|provided|as long as)\b"),
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
        r"\b(?:with|between|worth|valued|under|has|have|had|was|were|is|are|placed|awarded|witnessed|according|after|that|which|who|when|while|where|said|signed|by|made|produced)\b|\bin the presence\b"
        r"|\bin a (?:deal|move)\b|\bon (?:\w+day|\w+ \d)|\bfor [$€£¥]|\bfor [\d.,]+ (?:million|billion)|\bas (?:it|they|part)\b|\bso (?:that|as|it)\b| - "
    ),
    of_parties=rx(
        r"\b(?:governments?|republic|kingdom|state|people|city|province|(?:space |news |customs )?agenc(?:y|ies)|ministr(?:y|ies)|ministers|presidents|leaders|armed forces|central banks|navies|armies|authorities) of (?:the )?$"
    ),
    delivers=rx(
        r"(?:supply|export|sales?) (?:agreement|contract|deal)s? to\b"
        r"|(?:[\w-]+ ){0,3}?(?:agreement|contract|deal|order)s? (?:[^;{}]{0,60} )?to (?:supply|deliver|provide|sell|export|ship|build|construct|install|lease)\b"
        r"|(?:[\w-]+ ){0,3}?(?:agreement|contract|deal)s? with [^;,]{0,40}\}(?:'s?)? to (?:supply|deliver|provide|sell|export|ship|build|construct|install|lease)\b"
    ),
    buys=rx(
        r"orders?\b|(?:purchase|procurement|purchasing) "
        r"|(?:agreement|contract|deal)s? (?:[^;,]{0,60} )?(?:to (?:buy|purchase|import|order|acquire)|for the purchase)\b"
    ),
    jointly=rx(r"co-?production|joint (?:production|manufactur\w+)"),
    takes_on=rx(
        r",? which (?:will|would|is to|plans to) (?:[\w-]+ly )?(?:sell|resell|distribute|market|promote|import)\b"
    ),
    goes_on=rx(
        r"\W*(?:it|they|both|the (?:documents?|papers?|texts?|accords?)) (?:is|are|was|were|will be|has been|have been|had been) (?:worth|valued|signed|announced|agreed|concluded|sealed|expected to be worth)\b"
        r"|\W*the (?:[\w-]+ )?(?:extension|award|investment|project|package|programme|renewal|offer|bid|sum|stake) (?:is|was|will be) (?:worth|valued|signed)\b"
        r"|\W*it (?:covers|runs|lasts|provides for|includes)\b"
        r"|\W*the (?:new|joint|combined) (?:[\w-]+ )?(?:company|venture|firm|entity|business|group)\b"
        r"|\W*(?:the )?\{[cbon]\d+\} (?:will|is to|has agreed to|agreed to|would) pay\b"
        r"|\W*(?:the )?(?:financial )?(?:terms|value|price|size)\b"
        r"|\W*(?:the )?\{[cbon]\d+\} (?:will|is to|would|is eligible to) (?:receive|get|be paid|fund|finance|cover|contribute|invest|spend)\b"
        r"|\W*(?:the (?:companies|firms|two|sides|parties|partners|groups)|neither (?:side|party|company)|they|both) (?:did not|have not|declined to|gave no|put)\b"
    ),
    the_order=rx(r"\W*(?:the|this) (?:[\w$€£%.,-]+ ){0,2}order\b"),
    contract=rx(r"\b(?:contract|agreement|deal|order|tender|price|worth|sell|purchase)s?\b"),
    valued=rx(
        r"\b(?:value|price|cost|size) of the (?:[\w-]+ ){0,2}(?:deal|contract|order|transaction|agreement|purchase|takeover|acquisition|stake|loan|project|sale|investment|venture|program(?:me)?)\b"
        r"|\b(?:will|would|agreed to|is to) (?:pay|fund)\b|\boffered\b"
    ),
    each=rx(
        r" (?:in cash )?(?:per (?:common |ordinary )?share|an? (?:share|barrel|tonne|ton|unit|piece|dose|month|day|week|kilo|metre)|apiece|each)\b"
    ),
    priced=rx(
        r"[ -](?:[\w-]+ ){0,2}(?:loan|credit|grant|facility|deal|contract|order|investment|stake|donation|financing|takeover|plant|factory|project|venture|mine|"
        r"pipeline|terminal|refinery|gigafactory|smelter|bid|offer|complex|campus|data cent(?:re|er)|network|upgrade|expansion|tie-up|study|survey|trial|round|railway|airport|port|bridge|dam|hospital|stadium|park|acquisition|sale|concession|licen[cs]e|agreement|partnership|collaboration|programme|program|package|merger|acquisition|buyout|purchase)\b"
    ),
    separate=rx(r"\b(?:separate|individual|two|three|four|five)(?: [\w-]+){0,3} $"),
    pairs=rx(r"\brespectively\b|\bin that order\b"),
    both=rx(
        r"\b(?:the two|both) (?:(?P<nations>countries|nations|governments|states)|(?:companies|firms|groups|banks|sides|universities|institutes|ministries|organi[sz]ations|partners|parties|airlines|carmakers|drugmakers))\b(?! (?:of|\{))"
    ),
    maybe=rx(r"\b(?:could|might|may)\b"),
    reported=rx(
        r"\b(?:reportedly|rumou?r\w*|speculation|reports?|newspaper|according to|is said to|are said to|media)\b"
    ),
    under_which=rx(
        r"\b(?:under|by) which (?:the )?(?P<who>it|latter|former|\{[cbo]\d+\}) (?:will|would|is to|has agreed to) (?:[\w-]+ly )?"
        r"(?:(?P<delivers>supply|deliver|provide|sell|build|export)|(?P<buys>buy|purchase|import|take|receive))\b"
    ),
    unreal=rx(
        r"\b(?:would|could|might|should) (?:\w+ )?have \w+|\b(?:unfounded|untrue|baseless|nonsense|invention|no truth)\b"
    ),
    people=rx(
        r"(?:'s?)? (?:former |own )?(?:managers?|engineers?|workers?|employees?|staff|clients?|customers?|fans|drivers?|pilots?|nurses?|users|students|passengers"
        r"|subscribers|residents|analysts?|lawyers?|veterans?|alumni|players?|scientists?|researchers?|regulators?|antitrust|lawmakers|inspectors|prosecutors|judges?)\b"
    ),
)
