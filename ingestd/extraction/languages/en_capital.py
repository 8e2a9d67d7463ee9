"""English: verbs that tell of firms bought, sold, merged, financed; the first listed counts."""

from ingestd.extraction.languages.pack import Act, rx

PIECE = (
    r"(?:stakes?|business(?:es)?|units?|divisions?|subsidiar(?:y|ies)|shares|operations|assets|interests?"
    r"|holdings?|carmaker|maker|arm|majority|minority|controlling|portfolio|brands?"
    r"|(?<=its )(?:[\w-]+ ){0,3}(?:farms?|plants?|mines?|fields?|factor(?:y|ies)|stores?|hotels?|networks?|towers?|refiner(?:y|ies)|terminals?|headquarters|real estate|forests?|ships|pipelines?"
    r"|stations?|shops?|outlets?|branches|clinics?|hospitals?|pharmacies|restaurants?|pubs?|sites?|depots?|warehouses?|buildings?|cent(?:re|er)s?|malls?|licen[cs]es?|vessels?|fleet|pylons?"
    r"|studios?|cinemas?|schools?|vineyards?|estates?|wells?|rigs?|mills?|smelters?|quarr(?:y|ies)|dams?|farmland|land|campus|offices?|affiliates?|participation|venture))"
)
"""What is bought and sold of a firm, or as one."""
_WORDS = r"(?:[\w$€£%.,'{}&-]+ ){0,10}?"
_BUYOUT = r"(?:acquisition|takeover|purchase|buyout|buy-out)"
_ITS = r"(?:its|their|the|a|an)"

CAPITAL: tuple[Act, ...] = (
    Act(
        pattern=rx(
            r"\b(?:pay(?:s|ing)?|paid)\b(?= (?:[\w$€£.,-]+ ){1,6}for (?:(?!to |of |from |in |at |on |by |right)[\w-]+ ){0,6}\{c\d+\}(?!'s| shares?\b))"
        ),
        type="acquisition",
        before="acquirer",
        after="target",
        links=rx(r"\bfor\b"),
    ),
    Act(
        pattern=rx(
            rf"\b(?:complet|clos|finali[sz]|conclud)(?:e[sd]?|ed|ing)\b(?= {_ITS} (?:[\w$€£%.,-]+ ){{0,6}}{_BUYOUT} of\b)"
        ),
        type="acquisition",
        before="acquirer",
        after="target",
        links=rx(rf"\b{_BUYOUT} of\b"),
        status="completed",
    ),
    Act(
        pattern=rx(
            rf"\b(?:drop|scrap|abandon|terminat|cancel|call|withdr[ae]w|shelv|ditch|end)(?:e?[ds]|ped|s|ing|ned|led|ped)?(?: off)?\b"
            rf"(?= {_ITS} (?:[\w$€£%.,-]+ ){{0,5}}(?:{_BUYOUT}|bid|offer|deal|agreement|plan) (?:of|for|to (?:buy|acquire|purchase|take over))\b)"
        ),
        type="acquisition",
        before="acquirer",
        after="target",
        links=rx(
            rf"\b(?:{_BUYOUT} of|(?:bid|offer) for|to (?:buy|acquire|purchase|take over))\b"
        ),
        status="terminated",
    ),
    Act(
        pattern=rx(
            r"\b(?:launch|mak|made|tabl|submit|lodg|rais|sweeten)(?:e[sd]?|ed|ted|ing)?\b(?= (?:a|an|its) (?:[\w$€£%.,-]+ ){0,6}(?:bid|offer) for\b)"
        ),
        type="acquisition",
        before="acquirer",
        after="target",
        links=rx(r"\b(?:bid|offer) for\b"),
        status="planned",
    ),
    Act(
        pattern=rx(
            rf"\b(?:tak(?:e|es|en|ing)|took|acquir(?:e|es|ed|ing)|bu(?:y|ys|ying)|bought|purchas(?:e|es|ed|ing)|pick(?:s|ed)? up|snap(?:s|ped)? up|rais(?:e[sd]?|ing)|increas(?:e[sd]?|ing)|rais(?:e[sd]?|ing))\b(?= {_WORDS}(?:stakes?|interest|holding|shareholding|shares) in\b)"
        ),
        type="acquisition",
        before="acquirer",
        after="target",
        links=rx(r"\b(?:stakes?|interest|holding|shareholding|shares) in\b"),
    ),
    Act(
        pattern=rx(
            r"\b(?:sell(?:s|ing)?|sold|offload(?:s|ed|ing)?|divest(?:s|ed|ing)?)\b(?= (?:the |its )?(?:[\w-]+ ){0,4}\{[cbo]\d+\}(?:'s)? (?:[\w-]+ ){0,2}to (?:the )?(?:[\w-]+ ){0,4}\{[cbo]\d+\})"
        ),
        type="acquisition",
        before="seller",
        after="acquirer",
        links=rx(r"\bto\b"),
    ),
    Act(
        pattern=rx(
            r"\b(?:announc|agre|complet|approv|confirm|finali[sz]|clos)(?:e[sd]?|ed|ing)? (?:on |to )?the (?:[\w$€£%.,-]+ )?sale of\b"
        ),
        type="acquisition",
        before="seller",
        after="acquirer",
        links=rx(r"\bto\b"),
    ),
    Act(
        pattern=rx(
            r"\bin (?:[\w-]+ ){0,2}(?:talks|negotiations|discussions)\b(?= with [^;]{0,80}\b(?:about|on|over|for|to) (?:the |a )?(?:possible )?(?:sale of|sell|selling) (?:its|his|their|the|a|\{))"
        ),
        type="acquisition",
        before="seller",
        after="acquirer",
        links=rx(r"\bwith\b"),
        status="negotiating",
    ),
    Act(
        pattern=rx(
            r"\b(?:receive[sd]?|secure[sd]?|obtain(?:s|ed)|w[io]ns?|gets?|got|land(?:s|ed)|clinch(?:ed|es)|raise[sd]?|arrange[sd]?|agree[sd]?|close[sd]?|draw(?:s|n)?|drew|book(?:s|ed))\b(?= (?:[\w$€£.,%-]+ ){0,8}(?:loans?|credit|financing|facility|credit line)\b)"
        ),
        type="financing",
        before="borrower",
        after="lender",
        links=rx(r"\b(?:from|led by|arranged by|provided by)\b"),
    ),
    Act(
        pattern=rx(
            r"\b(?:receive[sd]?|secure[sd]?|attract(?:s|ed)|w[io]ns?|gets?|got|land(?:s|ed))\b(?= (?:[\w$€£.,%-]+ ){0,7}(?:investment|equity|funding)\b)"
        ),
        type="investment",
        before="target",
        after="investor",
        links=rx(r"\b(?:from|led by)\b"),
    ),
    Act(
        pattern=rx(
            rf"(?<!the )(?<!a )\b(?:sell(?:s|ing)?|sold|offload(?:s|ed|ing)?|divest(?:s|ed|ing)?)\b(?= {_WORDS}{PIECE} )"
        ),
        type="acquisition",
        before="seller",
        after="acquirer",
        links=rx(r"\bto\b"),
    ),
    Act(
        pattern=rx(
            r"\b(?:acquired|bought(?: out)?|taken over|taken private|swallowed up|absorbed|snapped up|purchased|being acquired) by\b"
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
            r"\bled by\b|\bco-led by\b|\bparticipation (?:from|of|by)\b|\binvestors including\b|\bfrom\b(?! (?:investors|the (?:sale|issue|listing)))|\bbacked by\b"
        ),
        needs=rx(
            r"\b(?:funding|financing|investment|series [a-h]|seed|round)\b|^(?:has )?rais\w+ [^;]{1,60}\bfrom (?!(?:the |a |its )?(?:sale|issue|placement|listing|ipo|offering|disposal|bond|share))(?:[\w-]+ ){0,4}\{c"
        ),
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
            r"\b(?:lend(?:s|ing)?|lent|loan(?:ed|s)|grant(?:s|ed|ing)?|giv(?:e|es|en|ing)|gave|extend(?:s|ed|ing)?|offer(?:s|ed)?)(?= (?:[\w,-]+ ){0,5}\{[cbon]\d+\},? (?:[\w$€£.,-]+ ){0,5}(?:loan|credit|financing|grant|million|billion)\b)"
        ),
        type="financing",
        before="lender",
        after="borrower",
    ),
    Act(
        pattern=rx(
            r"\b(?:acquir(?:e|es|ed|ing)|bu(?:y|ys|ying)|bought|take(?:s|n)? over(?! the (?:distribution|management|running|operation|role|job|post|presidency|chair|leadership|lease))|took over(?! the (?:distribution|management|running|operation|role|job|post|presidency|chair|leadership|lease))|taking over|purchas(?:e|es|ed|ing)|snap(?:s|ped)? up)\b(?! by)(?! back)"
        ),
        type="acquisition",
        before="acquirer",
        after="target",
        status="announced",
    ),
    Act(
        pattern=rx(
            rf"\b(?:acquir(?:e|es|ed|ing)|bu(?:y|ys|ying)|bought|purchas(?:e|es|ed|ing))\b(?! back)(?= {_WORDS}(?:{PIECE}\b|\d+(?:\.\d+)?%))"
        ),
        type="acquisition",
        before="acquirer",
        after="seller",
        links=rx(r"\bfrom\b"),
    ),
    Act(
        pattern=rx(
            r"\b(?:sale|disposal|divestment) of (?:[\w%.,$€£¥'-]+ ){0,8}?\{[co](?P<first>\d+)\}(?:'s? (?:[\w-]+ ){0,3}?)? ?to\b(?= (?:[\w'-]+ ){0,5}\{[cbo])"
        ),
        type="acquisition",
        before="target",
        after="acquirer",
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
            r"\b(?:lend(?:s|ing)?|lent|loaned|financ(?:e|es|ed|ing)|(?:provid|grant|extend|approv|arrang)(?:e|es|ed|ing|s)? (?:[^;{}]{0,60}?)(?:loans?|credit(?: lines?)?|financing|grant|facility|line of credit|funding|mortgage|(?:budget|financial) support))\b"
        ),
        type="financing",
        before="lender",
        after="borrower",
        links=rx(r"\bto\b|\bfor\b"),
    ),
)
