"""English: deals told in passing, by everyday words; the first listed counts."""

from ingestd.extraction.languages.pack import Act, rx

_TO_ONE = r"(?=(?: (?:the|its|a|an))?(?: [\w'-]+){0,4}? ?\{[cbo]\d+\})"
_SERVES = (
    r"(?:look after|maintain|service|clean|run|operate|build|supply|lay|carry|host|house|print|pack|dismantle|recycle|scrap"
    r"|make|deliver|install|design|fit|haul|store|process|roast|bottle|insure|take)"
)
_SERVED = (
    r"(?:built|made|supplied|delivered|provided|laid|installed|run|operated|maintained|serviced|carried|printed|designed"
    r"|hauled|trucked|cleaned|fitted|stored|processed|bottled|insured|catered|recycled|dismantled)"
)

OBLIQUE: tuple[Act, ...] = (
    Act(
        pattern=rx(
            r"\b(?:has|have|had|found|finds|got|gets|getting|with) (?:a |its |their )?new (?:owner|parent|proprietor|landlord)s?\b(?:(?:[:,]| in| -) )?"
        ),
        type="acquisition",
        before="target",
        after="acquirer",
    ),
    Act(
        pattern=rx(
            r"(?<=\}'s) new (?:owner|parent|proprietor)s?(?: company)?(?: is| will be|,)"
        ),
        type="acquisition",
        before="target",
        after="acquirer",
    ),
    Act(
        pattern=rx(
            r"\b(?:is|are|as|becomes?|became|now) (?:now )?the new (?:owner|parent|proprietor)s? of\b"
        ),
        type="acquisition",
        before="acquirer",
        after="target",
    ),
    Act(
        pattern=rx(
            rf"\b(?:now belongs? to|(?:will|is to|to) (?:soon |now )?(?:belong|pass) to|(?:has |have )?pass(?:es|ed)? (?:in)?to (?:the hands of )?|chang(?:es|ed|ing) hands to|in(?:to)? the hands of){_TO_ONE}"
        ),
        type="acquisition",
        before="target",
        after="acquirer",
    ),
    Act(
        pattern=rx(
            r"\b(?:is|are|was|were|came as|comes? as|arrived as) (?:all )?(?:a |the )?(?:[\w-]+ )?(?:gifts?|donations?|presents?) (?:of|from|by)\b"
        ),
        type="donation",
        before="recipient",
        after="donor",
        apart=True,
        status="completed",
    ),
    Act(
        pattern=rx(
            r"\b(?:promised|left|bequeathed|given|handed|presented|sent) (?:over )?to\b"
        ),
        type="donation",
        before="donor",
        after="recipient",
        needs=rx(r"\bas a (?:present|gift|donation)\b|\bfree of charge\b|\bfor nothing\b"),
        apart=True,
    ),
    Act(
        pattern=rx(
            r"\b(?:grants?|gifts?|donations?|bequests?|legac(?:y|ies)) (?:of|worth|totalling) [\w$€£¥.,' ]{2,40}? from\b"
        ),
        type="donation",
        before="recipient",
        after="donor",
        apart=True,
    ),
    Act(
        pattern=rx(
            r"\b(?:(?:lent|loaned|advanced|put up) by|(?:loans?|credit|overdraft) (?:of|worth) [\w$€£¥.,' ]{2,40}? from|borrow(?:s|ed|ing) (?:[\w$€£¥.,'-]+ ){1,8}from)\b"
        ),
        type="financing",
        before="borrower",
        after="lender",
        apart=True,
    ),
    Act(
        pattern=rx(
            rf"\b(?:leased|rented|sublet|let|chartered|hired) (?:out )?(?:(?:since|for|until|from) (?:[\w-]+ ){{1,4}})?to{_TO_ONE}"
        ),
        type="agreement",
        before="partner",
        after="partner",
        apart=True,
        status="in_force",
    ),
    Act(
        pattern=rx(
            r"\b(?:taken on|picked|chosen|selected|hired|engaged|retained|brought in|called in|contracted|entrusted|signed up) by\b"
        ),
        type="supply",
        before="supplier",
        after="buyer",
        needs=rx(r"\} (?:for|to|as)\b"),
    ),
    Act(
        pattern=rx(rf"\b(?:has |have )?turn(?:s|ed) to\b{_TO_ONE}"),
        type="supply",
        before="buyer",
        after="supplier",
        needs=rx(r"^[\w ]+\{[cbo]\d+\}(?:, whose|, which| for| to) "),
    ),
    Act(
        pattern=rx(
            r"\b(?:contract|order|work|job|tender|mandate|commission)\b(?: [\w'-]+){0,8} (?:went|goes|has gone|fell|was handed|was given) to\b"
        ),
        type="supply",
        before="buyer",
        after="supplier",
        apart=True,
    ),
    Act(
        pattern=rx(
            r"\b(?:got|gets|won|wins|received|was given|been given) (?:the|a) (?:nod|work|job|business|mandate|commission) (?:from|of|by)\b"
        ),
        type="supply",
        before="supplier",
        after="buyer",
        needs=rx(
            rf"\bfor (?:another |the |a )?(?:next )?[\w-]+ (?:more )?(?:years|months|seasons)\b|\bto {_SERVES}\b"
        ),
    ),
    Act(
        pattern=rx(
            rf"\b(?:will|is to|are to|would) (?:now |all )?(?:come from|be (?:\w+ly )?{_SERVED} by)\b(?! (?:the )?(?:[\w-]+ ){{0,3}}\{{[cbo]\d+\}}(?:'s | (?:plant|mine|field|factory|portfolio|terminal|project|refinery|mill|wells?)))"
        ),
        type="supply",
        before="buyer",
        after="supplier",
        apart=True,
    ),
    Act(
        pattern=rx(
            rf"\b(?:will|is to|are to) {_SERVES} (?:them|it|her|him|those|these)\b|\bwhose (?:[\w-]+ ){{1,3}}(?:will|is to|are to|is|are) {_SERVES}(?:ing)?\b"
        ),
        type="supply",
        before="supplier",
        after="buyer",
        apart=True,
    ),
    Act(
        pattern=rx(
            rf"\b(?:will|is to|are to) (?:all |now )?(?:go|be (?:sold|shipped|sent)) to\b{_TO_ONE}"
        ),
        type="supply",
        before="supplier",
        after="buyer",
        needs=rx(r"^[\w ]+\{[cbo]\d+\}"),
        apart=True,
    ),
    Act(
        pattern=rx(
            r"\b(?:put(?:s|ting)?|pour(?:s|ed|ing)?|inject(?:s|ed|ing)?|plough(?:s|ed|ing)?|plow(?:s|ed|ing)?|sink(?:s|ing)?|sank|pump(?:s|ed|ing)?)\b(?= (?:up to |about |another )?[$€£¥]?\d[\w$€£.,]*(?: (?:million|billion|[\w-]+)){1,3} (?:in|into)\b)"
        ),
        type="investment",
        before="investor",
        after="target",
        links=rx(r"\b(?:in|into)\b"),
        apart=True,
    ),
    Act(
        pattern=rx(
            r"\b(?:is paying|are paying|will pay|pays|has paid|have paid|paid)\b(?= (?:the )?(?:[\w-]+ ){0,3}\{[cbo]\d+\} (?:[\w$€£.,-]+ ){1,6}(?:for|a year|a month|a season|over)\b)(?!.{0,160}\b(?:damages|compensation|fines?|settle\w*|penalt\w+)\b)"
        ),
        type="agreement",
        before="partner",
        after="partner",
    ),
    Act(
        pattern=rx(
            r"\brights\b[^;:]{0,120}?\b(?:have been|has been|were|are being) (?:granted|sold|given|handed|awarded|licensed)\b"
        ),
        type="licensing",
        before="licensor",
        after="licensee",
        links=rx(r"\bto\b"),
        apart=True,
    ),
    Act(
        pattern=rx(
            rf"\b(?:has |have )?agree(?:s|d)? with\b(?=(?: the)?(?: [\w'-]+){{0,3}} \{{[cbo]\d+\}} (?:to {_SERVES}|on (?:a|the)|for) )"
        ),
        type="agreement",
        before="partner",
        after="partner",
    ),
    Act(
        pattern=rx(
            r",? with (?:which|whom)\b(?= (?:the )?(?:[\w'-]+ ){0,3}\{[cbo]\d+\} (?:has |have |had )?(?:just |already |also )?(?:signed|agreed|joined (?:hands|forces)|teamed up|struck|partnered))"
        ),
        type="agreement",
        before="partner",
        after="partner",
    ),
    Act(
        pattern=rx(
            r"\b(?:shook hands|struck hands|shaken hands|said yes|threw in (?:its|their) lot|gone into business|went into business)\b"
        ),
        type="agreement",
        before="partner",
        after="partner",
        links=rx(r"\b(?:with|to)\b"),
        mutual=True,
        needs=rx(
            r"\bon (?:a|an|the|it)\b|\bto (?:build|supply|make|sell|buy|develop|run)\b|\bover\b|\bfor\b"
        ),
    ),
)
