"""English: words that tell how two organisations stand to each other."""

from ingestd.extraction.languages.pack import Clue, clue, told

_OWNED = (
    r"(?:wholly[- ]owned |fully[- ]owned |majority[- ]owned |indirect |direct |local |[a-z]+ )?"
)
_UNIT = r"(?:subsidiar(?:y|ies)|units?|divisions?|arms?|affiliates?|business units?|operating compan(?:y|ies)|imprints?|labels?|branches|departments?)"
_BOUGHT = r"(?:acquired|bought|purchased|taken over|absorbed|bought out|snapped up|swallowed)"
_BUYS = r"(?:acquir(?:e|es|ed|ing)|b(?:uy|uys|uying|ought)|purchas(?:e|es|ed|ing)|took over|takes? over|taking over|absorb(?:ed|s)?|snapped up|swallowed)"
_FUNDED = r"(?:rais(?:e[sd]?|ing)|secur(?:e[sd]?|ing)|receiv(?:e[sd]?|ing)|closed|obtained|attracted|got|announced)"
_MONEY = r"(?:funding|financing|investments?|investors?|round|series [a-h]|seed|venture capital|capital|equity|backing|million|billion)"

_A = r"(?:an?|the|its|their|one of its) "
_FILL = r"(?:(?!not |no |partly )(?:[\w%$.'-]+|\{[nl]\d+\}'?s?) ){0,4}?"  # words and places among them
_OF = r"(?:the |its |their )?(?:(?!in |at |on |and |for |with |from |who |as |even |though )[\w'{}-]+ ){0,5}?"
_STAKE = r"(?:stakes?|holding|shareholding|share|interest)"

# What is enough by itself; the names are {1} and {2}.
_TELLING: tuple[Clue, ...] = (
    told("subsidiary", rf"{{1}}(?:,| as|,? (?:which |that )?(?:is|was|became|remains)) (?:{_A})?{_FILL}{_UNIT} (?:of|to) {_OF}{{2}}", "first"),
    told("subsidiary", rf"{{1}}, {_A}{{2}}(?:'s)? {_FILL}{_UNIT}\b", "first"),
    told("subsidiary", rf"{{1}}(?:'s)?,? (?:its |a )?{_FILL}{_UNIT},? (?:called |named )?{{2}}", "second"),
    told("subsidiary", rf"{{1}},? (?:(?:which |that )?(?:is|was) )?(?:(?:wholly|fully|majority|jointly|now)[ -])?(?:owned|controlled)(?: and operated)? by {_OF}{{2}}", "first"),
    told("subsidiary", rf"{{1}},? (?:which )?(?:belongs|belonging) to {_OF}{{2}}", "first"),
    told("subsidiary", rf"{{1}},? (?:(?:which |that )?(?:is|was|became) )?(?:now )?part of {_OF}{{2}}", "first"),
    told("subsidiary", rf"{{1}}-owned {_FILL}{{2}}", "second"),
    told("subsidiary", rf"{{1}},? (?:(?:is|was) )?(?:the )?{_FILL}(?:parent|owner)(?: company| group)? of {_OF}{{2}}", "second"),
    told("subsidiary", r"{1}(?:'s|, whose) (?:[\w-]+ )?(?:parent|owner)(?: company| group)?,? (?:is )?{2}", "first"),
    told("subsidiary", rf"{{1}},? (?:which )?(?:also )?(?:owns|controls)(?! [^{{}}]{{0,30}}(?:\d|stake|shares?\b|interest|part of|half)) (?:the )?{_FILL}{{2}}", "second"),
    told("shareholder", rf"{{1}},? (?:which )?(?:already |also |now |currently )?(?:owns|holds|has|controls) {_FILL}(?:\d[\d.]* ?(?:%|percent|per cent) (?:of|{_STAKE} in|in)|{_STAKE} in) {_OF}{{2}}", "first"),
    told("shareholder", rf"{{1}},? (?:(?:which )?(?:is|was|became|remains) )?(?:an?|the) {_FILL}(?:shareholder|investor|stakeholder|backer) (?:in|of) {_OF}{{2}}", "first"),
    told("shareholder", rf"{{1}}(?:'s|, whose) {_FILL}(?:shareholders?|investors?|backers?)(?: include| are| is)?,? {_OF}{{2}}", "second"),
    told("shareholder", rf"{{1}},? (?:(?:which )?(?:is|was) )?(?:[\w-]+ )?backed by {_OF}{{2}}", "second"),
    told("shareholder", rf"{{1}} {_FILL}raised [^.;{{}}]{{0,80}}(?:from|led by) {_OF}{{2}}", "second"),
    told("shareholder", rf"{{1}} {_FILL}invested (?:[\w$€£.,-]+ ){{0,5}}in {_OF}{{2}}", "first"),
    told("competitor", rf"{{1}}(?:'s)?,? (?:and )?(?:its |their |'s )?{_FILL}(?:rivals?|competitors?)(?! (?:bid|offer|plan))(?: such as| like| including| include| are| is)?,? {_OF}{{2}}", None),
    told("competitor", rf"{{1}} [^.;{{}}]{{0,40}}{{2}}, (?:an?|its) {_FILL}(?:rival|competitor)\b"),
    told("competitor", rf"{{1}},? (?:(?:which )?(?:is|was) )?(?:an?|the) {_FILL}(?:rival|competitor) (?:of|to) {_OF}{{2}}", None),
    told("competitor", rf"{{1}},? (?:which )?{_FILL}compet(?:es?|ed|ing) (?:directly )?(?:with|against) {_OF}{{2}}", None),
    told("client", rf"{{1}}(?:'s)?,? {_FILL}(?:clients?|customers?)(?: such as| like| including| include| are| is)?,? {_OF}{{2}}", "second"),
    told("client", rf"{{1}},? (?:(?:which )?(?:is|was) )?(?:an?|the) {_FILL}(?:client|customer) of {_OF}{{2}}", "first"),
    told("client", rf"{{1}},? (?:(?:which )?(?:is|was) )?(?:an?|the) {_FILL}(?:supplier|contractor|vendor) (?:of [\w -]{{0,30}})?(?:to|for) {_OF}{{2}}", "second"),
    told("client", rf"{{1}} (?:already |also )?supplies {_FILL}(?:to |for ){_OF}{{2}}", "second"),
    told("listing", rf"{{1}}(?:'s shares?|'s stock)?,? {_FILL}(?:listed|traded|trades|trading|quoted|list|floated|lists) (?:on|at) {_OF}{{2}}", "second"),
    told("listing", rf"{{1}}-listed {_FILL}{{2}}", "first"),
    told("regulator", rf"{{1}},? {_FILL}(?:regulated|supervised|licen[cs]ed|overseen|authori[sz]ed|accredited) by {_OF}{{2}}", "second"),
    told("regulator", rf"{{1}}, (?:which )?(?:regulates|oversees|supervises) {_OF}{{2}}", "first"),
    told("merger", rf"{{1}} {_FILL}merged with {_OF}{{2}}", None),
    told("acquirer", rf"{{1}},? (?:which )?(?:was )?{_BOUGHT} by {_OF}{{2}} in (?:\w+ )?(?:19|20)\d\d", "second"),
    told("acquirer", rf"{{1}} (?:acquired|bought|took over) {_OF}{{2}} in (?:\w+ )?(?:19|20)\d\d", "first"),
    told("collaboration", rf"{{1}}(?:'s)?,? (?:and )?(?:its |their )?{_FILL}partners?,? {{2}}", None),
    told("collaboration", rf"{{1}},? (?:(?:is|was) )?(?:in|a) (?:partnership|partner|alliance|collaboration) (?:with|of) {_OF}{{2}}", None),
    told("product", r"{1}'s (?:[\w-]+ ){0,1}{2}(?! (?:unit|subsidiary|division|plant|factory|[\w-]+ing))", "second"),
    told("product", rf"{{1}}, (?:the )?(?:maker|developer|producer|manufacturer) of {_OF}{{2}}", "second"),
    told("product", rf"{{1}}, which (?:makes|develops|produces|sells) {_OF}{{2}}", "second"),
    told("product", rf"{{1}},? (?:(?:which )?(?:is|was) )?(?:made|developed|produced|manufactured|built|sold) by {_OF}{{2}}", "first"),
    told("brand", rf"{{1}},? (?:which )?(?:owns|sells|has|markets)? ?(?:the )?{_FILL}brands?(?: such as| including| like)? {{2}}", "second"),
    told("brand", r"{1},? (?:which )?(?:owns|sells|markets) (?:the |its ){2} brand\b", "second"),
)  # fmt: skip

CLUES: tuple[Clue, ...] = (
    *_TELLING,
    # -- listed on
    clue("listing", r"stock exchange|\bexchange\b|\bnyse\b|\bnasdaq\b|\baim\b|euronext|\bbourse\b|\btsx\b|\basx\b|\blse\b|\bnse\b|\bbse\b|\bftse\b|\bsehk\b|\bipo\b|securities market|\bindex\b|\botc\b", 3, "second", other="second"),
    clue("listing", r"\b(?:listed|list|lists|listing|delisted|trad(?:es|ed|ing|e)|quoted|floated|float|flotation|went public|go public|going public|debuted|ipo|initial public offering|public offering|shares|stock|symbol|ticker)\b", 2, "between", other="second"),
    clue("listing", r"\b(?:stock exchange|nyse|nasdaq)\b", 1, "near", other="second"),
    clue("listing", r"stock exchange|\bnyse\b|\bnasdaq\b", 3, "first", other="first"),
    # -- regulated by
    clue("regulator", r"\bcommission\b|\bauthority\b|\bministry\b|\bdepartment\b|\badministration\b|\bregulator|\bboard\b|\bfda\b|\bsec\b|\bfcc\b|central bank|reserve bank|\bombudsman\b|\bstandards\b|\bcouncil\b|\bparliament\b|\bassembly\b|\bgovernment\b|\bagency\b|\bfinra\b|\bofcom\b|\bbureau\b", 2, "second", other="second"),
    clue("regulator", r"\bcommission\b|\bauthority\b|\bministry\b|\bregulator|\bfda\b|\bombudsman\b|\bgovernment\b", 2, "first", other="first"),
    clue("regulator", r"\b(?:regulat(?:ed|es|or|ion|ory)|supervis\w+|authori[sz]ed|authori[sz]ation|licen[cs]ed by|licen[cs]es?|approv(?:al|ed)|clearance|certif\w+|accredit\w+|fined|ordered|investigat\w+|warned|complain\w+|compl(?:y|iance)|registered with|registered|charter\w*|oversight|auspices|sanction\w*|banned|ruled|ruling|prohibited|penal\w+|rejected)\b", 2, "between", other="second"),
    clue("regulator", r"\bregulated by\b|\bauthori[sz]ed by\b|\blicen[cs]ed by\b|\baccredited by\b|\bfined by\b|\bits regulator\b", 3, "between", other="second"),
    clue("regulator", r"\b(?:regulat(?:es|ed|ion|ory)|approv(?:ed|al)|licen[cs]ed|compliance)\b", 1, "behind", other="second"),
    # -- merged with
    clue("merger", r"\bmerg(?:e|es|ed|ing|er|ers)\b|\bamalgamat\w+\b|\bcombin(?:e|ed|ing|ation) with\b|\bconsolidat(?:ed|ion) with\b|\bintegrated (?:in)?to\b|\bfused\b|\bjoined with\b", 5, "between"),
    clue("merger", r"^ ?(?:\([^)]{0,20}\) )?(?:and|&|with) (?:the )?$", 1, "between"),
    clue("merger", r"\b(?:merged?|merging|merger|amalgamat\w+|combined)\b", 3, "behind"),
    clue("merger", r"\b(?:merger|merged|merging|amalgamation|combination) (?:of|between)\b[^.;]{0,40}$", 4, "before"),
    # -- competitors
    clue("competitor", r"\b(?:compet(?:es?|ed|ing|ition|itors?|itive)|rivals?|rivalled|rivaled|rivalry|outperform\w*|alternative to|challeng(?:ed|er|ing)|versus|vs|head-to-head|surpass\w*|overtook|similar to|larger than|smaller than|unlike|compared (?:to|with)|comparable|second only to)\b", 4, "between"),
    clue("competitor", r"\b(?:competitors?|rivals?|competing|compet(?:e|es|ed)|competition|competitive)\b", 3, "near"),
    clue("competitor", r"\b(?:sued|lawsuit|monopoly|largest|biggest|market share|dominat\w+|big (?:three|four|five)|market leader)\b", 1, "near"),
    # -- subsidiaries: other is the subsidiary
    clue("subsidiary", rf"\b{_UNIT} (?:of|to)\b", 5, "between", other="first"),
    clue("subsidiary", rf"\b{_UNIT}\b", 2, "between", other="first"),
    clue("subsidiary", rf"^(?: [\w-]+){{0,3}} {_UNIT}\b", 2, "behind", other="second"),
    clue("subsidiary", rf"\b(?:its|their|'s) (?:[\w-]+ )?{_UNIT}\b", 3, "between", other="second"),
    clue("subsidiary", r"\b(?:part|member|property|child) of (?:the )?(?:[\w-]+ ){0,3}$|\bbelong(?:s|ed|ing) to\b|\bowned (?:and operated )?by\b|\bcontrolled by\b|\bownership of\b|\bunder (?:the )?ownership\b|\bparent (?:company|group|firm|organi[sz]ation)\b|\bholding company\b", 4, "between", other="first"),
    clue("subsidiary", r"\bparent\b|\bspin-?off\b|\bspun (?:off|out)\b|\bdemerg\w+|\bdivested\b|\bfolded into\b|\brestructur\w+|\breorgani[sz]\w+", 2, "near", other="first"),
    clue("subsidiary", r"\b(?:owns|operates|runs|owned|operated) (?:and operates |and operated )?(?:the )?(?:[\w-]+ ){0,4}$", 2, "between", other="second"),
    clue("subsidiary", r"\b(?:subsidiaries|divisions|units|group companies|operating companies) (?:include|including|included|are|were|such as)\b", 4, "between", other="second"),
    clue("subsidiary", r"\bwholly[- ]owned\b", 3, "between", other="first"),
    # -- acquired: other is the acquirer
    clue("acquirer", rf"\b{_BOUGHT} (?:[\w%$,.-]+ ){{0,6}}by\b", 7, "between", other="second"),
    clue("acquirer", r"\bsold (?:off |out |itself )?(?:[\w%$,.'-]+ ){0,6}to\b|\bsale (?:of [\w '-]{0,40} )?to\b|\bacquisition by\b|\btakeover by\b|\bpurchase by\b|\bbuyout by\b|\bdivested to\b", 6, "between", other="second"),
    clue("acquirer", rf"\b{_BUYS}\b(?! by)", 5, "between", other="first"),
    clue("acquirer", r"\b(?:acquisition|takeover|purchase|buyout) of\b", 5, "between", other="first"),
    clue("acquirer", r"\b(?:acquisition|acquisitions|takeover|purchase|buyout)\b", 2, "near", other="second"),
    clue("acquirer", rf"\b(?:was|were|been|being) (?:[\w-]+ )?{_BOUGHT}\b", 3, "near", other="second"),
    clue("acquirer", rf"^ ?{_BUYS} ", 3, "between", other="first"),
    clue("acquirer", r"\bbought\b|\bacquired\b|\bpurchased\b|\bsold\b", 1, "near", other="second"),
    # -- shareholders: other owns shares of one
    clue("shareholder", rf"\b{_FUNDED}\b.{{0,120}}\b{_MONEY}\b", 5, "between", other="second"),
    clue("shareholder", r"\b(?:investors?|backers?|shareholders?|funders?|stakeholders?|venture capitalists?)\b", 4, "between", other="second"),
    clue("shareholder", r"\b(?:led|co-led) by\b|\bparticipation (?:from|of|by)\b|\bbacked by\b|\bfunded by\b|\bfinanced by\b|\bfunding from\b|\binvestment(?:s)? (?:from|by)\b|\bventure-backed\b|\bwith contributions from\b", 4, "between", other="second"),
    clue("shareholder", r"\binvest(?:s|ed|ing|ments?)? in\b|\binvested\b|\binvestments?\b|\bportfolio\b", 4, "between", other="first"),
    clue("shareholder", r"\b(?:stakes?|shareholding|minority|majority|interest|equity|shares) (?:in|of|stake)\b|\b\d+(?:\.\d+)? ?(?:%|percent|per cent)", 3, "between", other="first"),
    clue("shareholder", r"\b(?:series [a-h]|seed|funding|round|venture capital|investors?|shareholders?|stake|invest(?:ed|ment|ments|or))\b", 2, "near", other="second"),
    clue("shareholder", r"\b(?:ventures?|capital|partners|equity|fund|investments?|investors)\b", 2, "second", other="second"),
    clue("shareholder", r"\b(?:ventures?|capital|equity|fund|investments?)\b", 1, "first", other="first"),
    # -- clients: other uses what one offers
    clue("client", r"\b(?:clients?|customers?|clientele)\b", 5, "between", other="second"),
    clue("client", r"\b(?:clients?|customers?|clientele|contract(?:ed|or)?|commission(?:ed)?|on behalf of)\b", 2, "near", other="second"),
    clue("client", r"\b(?:suppl(?:y|ies|ied|ier|iers|ying)|deliver(?:s|ed|y|ing|ies)?|provid(?:e|es|ed|ing|er)|export(?:s|ed)?|sold|sells?|lease[sd]?|leasing|manufactur(?:es|ed|ing)|serves?|serving|built|builds|services?) [^.;]{0,80}\b(?:to|for|at|by|with)\b", 3, "between", other="second"),
    clue("client", r"\b(?:has |have )?worked (?:with|for|on)\b|\bwork(?:s)? for\b|\bperformed for\b|\bdesigned (?:for|by)\b|\bdevelop(?:s|ed) [^.;]{0,40}\bfor\b|\bproduced [^.;]{0,50}\bfor\b|\bused by\b|\buses\b|\badopted by\b|\bcommissioned by\b|\bcontracted by\b|\bhired by\b", 4, "between", other="second"),
    clue("client", r"\b(?:retailers?|department stores?|stockists?|distributed in)\b", 2, "between", other="second"),
    clue("client", r"\b(?:awarded|won)\b[^.;]{0,60}\b(?:contract|order)\b|\bcontract (?:from|with|by|to)\b|\border(?:s|ed)? (?:from|by)\b", 4, "between", other="second"),
    clue("client", r"\bairlines?\b|\brailways?\b|\bnavy\b|\barmy\b|\bair force\b|\bpolice\b|\bnetwork\b", 1, "second", other="second"),
    # -- collaboration
    clue("collaboration", r"\b(?:partner(?:s|ed|ing|ship|ships)?|collaborat\w+|co-?operat\w+|alliances?|joint(?:ly)?|joint ventures?|together with|teamed|teaming|team(?:s)? up|in association with|affiliat\w+|co-?produc\w+|co-?develop\w+|co-?found\w+|co-?publish\w+|in conjunction with|agreements?|deals?|worked (?:closely )?with|works (?:closely )?with|working with|joined|consortium|memorandum|licensing|licen[cs]ed|sponsor\w*|signed)\b", 4, "between"),
    clue("collaboration", r"\b(?:partner(?:s|ed|ship|ships)?|collaborat\w+|alliance|joint venture|agreement|deal|in association|consortium|sponsor\w*)\b", 2, "near"),
    clue("collaboration", r"\bdistribut(?:ed|ion|or|ors|es|ing)\b|\bmembers?(?:hip)? of\b|\bnon-profit\b|\blicen[cs]ee\b", 2, "between"),
    clue("collaboration", r"\buniversity\b|\binstitute\b|\bfoundation\b|\bcollege\b|\bassociation\b|\bhospital\b|\bmuseum\b|\bfestival\b", 2, "second"),
    clue("collaboration", r"^ ?(?:and|&) $", 1, "between"),
    # -- brands: other is a brand of one
    clue("brand", r"\bbrands?\b|\bbrand names?\b|\bunder the\b|\btrade names?\b|\brebrand\w*\b|\blabels? (?:such|like|includ)", 2, "between", other="second"),
    clue("brand", r"^ ?(?:[\w-]+ ){0,2}(?:brands?|brand names?|labels?|name)\b", 4, "behind", other="second"),
    clue("brand", r"\bbrands?\b", 2, "near", other="second"),
    # -- products: other is offered by one
    clue("product", r"\b(?:films?|movies?|games?|video games?|series|tv|television|shows?|albums?|software|novels?|books?|magazines?|newspapers?|apps?|consoles?|aircraft|cars?|models?|locomotives?|ships?|yachts?|engines?|products?|titles?|productions?|features?|comics?|programs?|programmes?|platforms?|drugs?|vaccines?|vehicles?|motorcycles?|devices?|toys?|credits|songs?|documentary|sitcom|animated|projects?)\b", 3, "between", other="second"),
    clue("product", r"\b(?:launch(?:ed|es|ing)?|releas(?:e|ed|es|ing)|introduc(?:e|ed|es|ing)|unveil(?:ed|s)?|develop(?:s|ed|ing|ment|er)?|produc(?:e|ed|es|ing|er|tion)|creat(?:e|ed|es|ing|or)|publish(?:ed|es|ing|er)?|built|build(?:s|ing)?|mak(?:es|ing)|made|maker|designed|best known for|known for|flagship|offer(?:s|ed|ing)?|began shipping|visual effects)\b", 3, "between", other="second"),
    clue("product", r"^ ?\(? ?(?:19|20)\d\d ?\)?", 3, "behind", other="second"),
    clue("product", r"^ ?(?:[\w-]+ ){0,3}(?:films?|movies?|games?|series|magazines?|newspapers?|software|apps?|platform|services?|engine|aircraft|product|products|system|models?|movie|show|technology)\b", 2, "behind", other="second"),
    clue("product", r"\b(?:films?|games?|albums?|novels?|directed|starring|playstation|xbox|nintendo|android|ios|windows)\b", 1, "near", other="second"),
    clue("product", r"'s $|\bits $", 1, "between", other="second"),
    clue("product", r"\b(?:such as|including|include|includes|included|like)\b", 1, "between", other="second"),
    # -- the word in front of the second name
    clue("collaboration", r"\bwith (?:the |its )?(?:[\w'-]+ ){0,3}$", 2, "between"),
    clue("client", r"\b(?:for|to) (?:the |its )?(?:[\w'-]+ ){0,3}$", 1, "between", other="second"),
    clue("shareholder", r"\b(?:from|by) (?:the |its )?(?:[\w'-]+ ){0,3}$", 1, "between", other="second"),
    clue("product", r"\b(?:inc|corp|ltd|llc|plc|co|group|company|corporation|limited|holdings|partners|bank|university|institute|college|museum|foundation|association|airlines|airways|ministry|agency|council|exchange|ventures|capital|brothers|hospital|society|department|government)\b", -4, "second"),
    clue("brand", r"\b(?:inc|corp|ltd|llc|plc|group|company|corporation|limited|university|institute|ventures|capital)\b", -2, "second"),
    # -- none of these
    clue(None, r"\b(?:founded|co-founded|established|started|created|formed) (?:in \d{4} )?(?:by|after|when)\b|\bformer(?:ly)?\b|\bgraduates?\b|\bprofessors?\b|\balumni\b|\bexecutives?\b|\bengineers?\b|\bemployees?\b|\bceo\b|\bstaff\b|\bworked (?:at|as)\b", 4, "between"),
    clue(None, r"\b(?:awards?|awarded|ranked|ranking|named|listed (?:by|in|as)|magazine|nominat\w+|recogni[sz]ed|according to|reported|article|survey|top \d+|fastest|best places|voted|rated|honou?red|featured)\b", 4, "between"),
    clue(None, r"\b(?:forbes|fortune|inc\.|times|journal|magazine|news|wikipedia|awards?|facebook|twitter|youtube|android|ios|windows|linux|python|java|javascript|mac os x?)\b", 3, "second"),
    clue(None, r"\b(?:renamed|changed its name|known as|previously|headquarter\w*|moved|relocated|based in|located|building|offices?|bankrupt\w*|went public as)\b", 1, "between"),
)  # fmt: skip
