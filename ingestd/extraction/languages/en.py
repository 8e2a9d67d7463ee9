"""English."""

from ingestd.extraction.languages.pack import (
    Act,
    Frames,
    Language,
    Names,
    Numbers,
    cue,
    heads,
    pact,
    phrases,
    rx,
    words,
)

_STOP = words("""
the a an this that these those it its they their them he his him she her hers we our us you your i my me
who whom whose which what when where why how if unless although though while because since until after
before during under over above below between among amid within without through throughout across along
around about against at by for from in into of off on onto out to toward towards up upon with as than and or
but nor so yet also both either neither each every all any some many most more much few several other another
such same own not no only just even still already ever never now then here there today yesterday tomorrow
meanwhile however moreover furthermore additionally besides therefore thus hence instead otherwise
nevertheless nonetheless earlier later recently currently previously finally first second third last next
once according despite regarding concerning following including speaking based given apart aside together
additional further new two three four five six seven eight nine ten hundreds thousands millions dozens one
collaboration businesses representatives officials experts analysts companies sources products shares
investors workers people photo source translated read click copyright monday tuesday wednesday thursday
friday saturday sunday january february march april may june july august september october november
december covid gdp ceo cfo coo cto lng ai it pr tv dna rna pcr mrna ipo mou mous fta ftas r&d sme smes hiv
aids gmt q1 q2 q3 q4 h1 h2 am pm esg ev evs fdi oda ppp jv jvs us$ usd eur vnd rub gbp kwh mw gw tnt phd mba
internet christmas easter ramadan islam christianity bible god earth state government parliament politburo's
chapter article section figure table note editor's mr mrs ms dr sir madam lord lady yes no well let thank
thanks please would could should will can may might must do does did is are was were be been being has have
had speaking lauding addressing asked asking noting adding citing quoting commenting welcoming visiting
building using making taking looking working doing going founded headquartered established launched signed
production construction work sales revenue profit demand supply trade exports imports growth prices
pandemic vaccines vaccine doses under
everyone everything nothing something anyone somebody nobody later ahead alongside like unlike per via
dengue implementation strategic research health meanwhile separately similarly overall headlines details rival rivals shares
""")

_NAMES = Names(
    stop=_STOP,
    joints=words("of for the on"),
    ands=words("and &"),
    titles=words(
        "mr mrs ms miss dr prof professor sir dame lord lady madam gen col lt capt sgt"
    ),
    roles=words("""
        president chairman chairwoman chairperson chair ceo cfo coo cto cio director minister secretary
        ambassador counsellor counselor attache attaché consul-general governor mayor head chief manager founder co-founder
        cofounder speaker spokesman spokeswoman spokesperson senator representative envoy commissioner
        deputy owner partner analyst economist professor scientist officer leader premier chancellor
        editor correspondent
        engineer boss executive vice-president vice-chairman rector dean coach
        trader lawyer judge prosecutor adviser advisor president-elect pm coordinator
        striker midfielder goalkeeper footballer actor actress singer rapporteur treasurer negotiator strategist translator photographer author writer
    """),
    ranks=words("""
        deputy vice first second general senior chief executive former acting prime foreign associate
        assistant managing regional global commercial technical financial operating interim permanent
        extraordinary plenipotentiary honorary under trade state national political military science
        board party sales marketing country health defence defense finance interior energy agriculture
        education economy environment industry culture transport justice labour labor human
    """),
    links=words("of for at to in"),
    sectors=words("""
        science technology sciences technologies trade industry health foreign affairs defence defense
        economy economic agriculture rural development natural resources environment labour labor invalids
        social sports tourism culture education training transport transportation energy power oil gas petroleum
        investment planning finance financial information communications communication public security interior
        home justice food drug medicine medical pharmaceutical pharmaceuticals pharma biological products
        product vaccine vaccines chemical chemicals export import research innovation digital telecom
        telecommunications telecoms aviation space nuclear atomic electric electricity water steel mining
        metals motor motors automotive auto shipping shipbuilding insurance securities capital asset management
        construction engineering housing urban fisheries forestry livestock marine maritime railway railways
        rail airlines airways air airport ports commerce commercial business enterprise consumer
        statistics customs tax treasury budget monetary central national federal state international global
        general direct joint united royal military army navy armed forces police emergency situations
        veterans affairs women youth children family population immigration ethnic religious legal human
        rights policy strategic studies renewal regions wireless mobile software systems solutions services
        logistics media publishing entertainment retail foods beverages dairy sugar rice coffee cement
        textile garment timber real estate property hotels resorts semiconductor electronics electrical
        solar wind renewable green clean hydro thermal lng pipeline infrastructure networks
        data cloud cyber artificial intelligence robotics biotech biotechnology life small medium
        enterprises protection people quality standards technical cooperation competition antitrust market
        markets exchange stock credit savings mutual pension wealth private equity venture partners
    """),
    heads=heads(
        company="""group company corporation corp bank airlines airline airways motors motor holdings holding
            industries enterprises enterprise plant factory refinery shipyard pharma pharmaceuticals
            laboratories labs technologies technology systems solutions electronics energy petroleum oil
            steel railways telecom telecommunications telecoms mobile software partners capital ventures
            insurance securities brewery breweries foods dairy mining cement semiconductor aerospace
            aviation shipping logistics media studios entertainment retail hotels resorts automotive
            biotech biosciences therapeutics biologics studio agro airbus power electric chemicals
            chemical engineering construction manufacturing trading consulting robotics networks
            communications""",
        body="""ministry government parliament assembly duma senate congress council cabinet department
            agency embassy consulate court commission committee administration authority bureau inspectorate
            directorate treasury police army navy customs politburo presidency chancellery mission
            municipality academy fund centre center office service kremlin secretariat""",
        organization="""association union federation foundation institute institution university college
            school league society confederation organization organisation alliance forum chamber club
            network consortium party movement hospital clinic museum newspaper church trust
            bloc secretariat news daily times post herald tribune journal""",
        place="""city province region district river island islands sea ocean strait gulf bay lake mountain
            mountains valley county oblast peninsula desert airport port street avenue square bridge canal
            delta village town coast""",
        product="""vaccine drug antiviral antibiotic""",
        void="""agreement agreements treaty strategy plan resolution resolutions law act day week month year
            summit conference meeting exhibition expo fair award awards prize cup championship olympics
            olympic games war programme program project initiative protocol convention memorandum mou
            declaration constitution bill code decree directive regulation festival dialogue
            fta deal contract accord pact report index review era crisis revolution
            festival ceremony round-table roundtable partnership covid covid-19 pandemic fever virus disease
            syndrome monument statue photo airshow show""",
    ),
    legal=words("""
        inc ltd llc llp plc corp co jsc pjsc ojsc cjsc gmbh ag sa sas sarl spa nv bv ab as asa oyj kk
        bhd sdn pte pvt limited incorporated se kgaa
    """),
    says=words("""
        said says told announced signed signs plans expects reported added noted confirmed agreed will would
        has have had is was are were unveiled launched acquired bought sold won operates produces makes
        manufactures supplies provides owns holds and declined aims intends wants hopes began started opened
        completed delivered received invested raised posted became remains transferred emphasized stressed
        affirmed stated thanked visited met vowed made cited held led warned argued insisted can may could
        inked builds built develops developed runs employs does did also denied called urged asked hailed
    """),
    products=words("""
        vaccine vaccines drug drugs medicine jet jets aircraft helicopter helicopters fighter fighters missile missiles
        tank tanks smartphone phone phones sedan suv truck trucks reactor reactors chip chips tablet
        console rifle satellite satellites rocket drone drones locomotive locomotives
        tractor tractors bus buses airliner airliners submarine submarines frigate frigates turbine
        turbines airplane airplanes plane planes car model models processor processors
        insulin antibody hormone antibiotic anticoagulant antiviral medication inhibitor generics
        vehicle vehicles scooter scooters pickup crossover app platform operating-system
    """),
    seats=words("embassy consulate centre center office mission branch campus"),
    seat_links=words("in"),
    offices=words(
        "minister secretary counsellor counselor attache attaché ambassador commissioner consul adviser advisor"
    ),
    apposed=heads(
        company="""company firm carmaker automaker drugmaker airline bank startup start-up chipmaker retailer
            conglomerate manufacturer producer developer supplier insurer lender brewer planemaker shipbuilder
            operator miner steelmaker utility subsidiary unit maker giant contractor vendor publisher
            broadcaster brokerage refiner distributor exporter importer enterprise group corporation""",
        body="ministry agency regulator watchdog fund council",
        organization="organisation organization association university institute union newspaper charity ngo",
        place="city province town region village district island port capital state river",
        product="""vaccine drug aircraft jet helicopter missile smartphone model suv sedan reactor software app
            platform satellite rocket anticoagulant medicine medication antiviral antibiotic insulin tractor
            truck chip processor brand""",
    ),
)

_VERB_GAP = r"(?:[^.;:]{0,60}?)"

_FRAMES = Frames(
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
                r"\b(?:acquir(?:e|es|ed|ing)|bu(?:y|ys|ying)|bought|take(?:s|n)? over|took over|taking over|purchas(?:e|es|ed|ing)|snap(?:s|ped)? up)\b"
            ),
            type="acquisition",
            before="acquirer",
            after="target",
            status="announced",
        ),
        Act(
            pattern=rx(r"\b(?:acquired|bought|taken over|purchased) by\b"),
            type="acquisition",
            before="target",
            after="acquirer",
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
                r"\b(?:order(?:s|ed|ing)?|bu(?:y|ys|ying)|bought|purchas(?:e|es|ed|ing)|import(?:s|ed|ing)?|procur(?:e|es|ed|ing))\b"
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
    of_parties=rx(
        r"\b(?:government|republic|kingdom|state|people|city|province) of (?:the )?$"
    ),
)

_MONTHS = {
    name: number
    for number, names in enumerate(
        ("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
         "august aug", "september sep sept", "october oct", "november nov", "december dec"),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))

_NUMBERS = Numbers(
    scales={
        "thousand": 1e3, "k": 1e3, "million": 1e6, "mln": 1e6, "mn": 1e6, "m": 1e6, "billion": 1e9, "bln": 1e9,
        "bn": 1e9, "b": 1e9, "trillion": 1e12, "tn": 1e12, "trln": 1e12, "crore": 1e7, "lakh": 1e5,
    },
    months=_MONTHS,
    words={name: number for number, name in enumerate(("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"), start=1)},
    weekdays=words("monday tuesday wednesday thursday friday saturday sunday"),
    dates=(
        rx(rf"\b(?P<month>{_MONTH})\.? (?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?!\d)(?:,? (?P<year>(?:19|20)\d\d))?\b"),
        rx(rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<month>{_MONTH})\.?(?:,? (?P<year>(?:19|20)\d\d))?\b"),
        rx(rf"\b(?P<month>{_MONTH})\.?,? (?P<year>(?:19|20)\d\d)\b"),
        rx(r"\b(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)\b"),
    ),
)  # fmt: skip

ENGLISH = Language(
    code="en",
    names=_NAMES,
    frames=_FRAMES,
    numbers=_NUMBERS,
    common=phrases("the|of|and|to|in|that|with|for|said|was|is|on|by|from|has|will"),
)
