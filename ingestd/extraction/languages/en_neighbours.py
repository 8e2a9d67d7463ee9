"""English: the words beside names."""

from ingestd.extraction.languages.neighbours import Neighbours
from ingestd.extraction.languages.pack import heads, words

ENGLISH_NEIGHBOURS = Neighbours(
    does=heads(
        person="""born married died wrote starred sang danced composed resigned retired graduated recalled thinks
            believes felt feels studied painted wrote writes grew loved killed murdered jailed arrested sentenced
            convicted testified tweeted smiled laughed replied asked murmured worked explained recalls knows knew
            quipped joked fled returned lives lived knows plays stars sings""",
        company="""acquires acquired unveils unveiled manufactures produces supplies operates owns posted
            posts launches launched employs markets sells bought buys hired filed ships builds
            delivers invests sued merged plans expects outbid listed traded subcontracted leases
            shipped franchised agreed agrees signed signs sued supplies supplied shut opened opens sold""",
    ),
    done=heads(
        person="""written directed composed played sung painted penned painted portrayed voiced narrated hosted
            photographed choreographed conducted edited translated assassinated headed chaired coached
            accompanied inspired designed taught married married defeated beaten scored invented recorded
            performed co-written co-produced created illustrated succeeded influenced sculpted scripted
            preceded mentored trained arranged discovered drawn starred represented""",
        company="""manufactured developed published owned operated acquired distributed marketed supplied built bought
            sold made broadcast sponsored delivered commissioned run financed""",
    ),
    leads=heads(
        person="""wife husband son daughter brother sister father mother uncle aunt nephew niece cousin
            grandson granddaughter grandfather grandmother widow friend friends colleague bassist drummer guitarist
            vocalist keyboardist pianist violinist saxophonist singer-songwriter songwriter composer
            painter sculptor architect poet novelist playwright filmmaker screenwriter historian
            philosopher mathematician physicist chemist biologist astronomer botanist naturalist
            explorer astronaut cosmonaut king queen prince princess emperor empress pope saint sultan czar tsar duke
            duchess earl count countess baron baroness archbishop bishop cardinal rabbi sheikh
            imam comedian comedienne musician rapper producer filmmaker boxer sprinter swimmer golfer cyclist quarterback
            linebacker pitcher jockey skipper teammate defender winger goalie referee mathematician
            protagonist inventor blogger feminist theologian monk nun martyr hero starring portrayed
            married defeated beat beating featuring thanked wed murdered actors""",
        company="""carmaker automaker acquire acquired acquires acquiring buy buys sued operator manufacturer""",
        organization="joined rejoined joining coached defeating supporting",
        place="""visited visiting reached downtown central northern southern eastern western
            north-eastern north-western south-eastern south-western northeastern northwestern
            southeastern southwestern inland coastal rural nearby neighbouring neighboring near mainland upstate mount
            lake fort cape""",
    ),
    linked=heads(
        place="""born lived live living resides resided settled situated located based held died buried raised returned
            emigrated moved relocated fled travelled traveled sailed drove arrived flew fly headed journey
            trip visit village town city towns villages cities island islands coast north south east west northeast
            northwest southeast southwest northern southern eastern western border borders battle siege outskirts suburb
            suburbs neighborhood neighbourhood district districts province county parish port hills mountains streets
            centre center capital university native residents people inhabitants road railway line way
            education studied lies kilometres kilometers miles km invasion conquest occupied governor mayor bishop
            archbishop duke earl king queen kingdom republic shores banks airport court treaty exile
            home house summit shot filmed airports stationed stopped crossing grown found native common""",
        person="""marriage married wife husband son daughter sons brother sister father mother children child
            death life biography works poems novels films portrait portraits paintings reign murder assassination
            role starred influenced credited attributed dedicated paintings career widow friend friends letter letters
            alongside opposite plays interview accusations lyrics music novel book song directed
            tribute lost losing engaged affair divorced""",
        company="""stake shares subsidiary unit takeover acquisition merger shareholder shareholders
            investors headquarters contract owner division competitor rival supplier distributor licence license
            customers""",
        organization="""played signed plays play debut appearances goals coach manager member members leader transferred
            traded loan career supporters fans drafted captain squad transfer professor degree graduated
            scored goalkeeper striker midfielder season seasons chapter editor reporter
            correspondent""",
    ),
    has=heads(
        person="""wife husband son daughter brother sister father mother parents death life career marriage birth
            widow cousin friend grandfather work works novel novels poem poems book books film films painting
            paintings music song songs album lyrics voice body face reign accession family eyes mind
            portrayal character lawyer lawyers children childhood assassination solo successor
            students remarks comments testimony theory theories widow resignation""",
        company="""shares subsidiary plant plants factory factories headquarters ceo board customers products stock
            revenue profit profits earnings shareholders dealers sales workforce brand brands fleet
            parent chairman portfolio competitors rivals""",
        place="""capital population economy coast government parliament president army airport mayor suburbs downtown
            streets port harbour harbor prime foreign national central western eastern northern southern second largest
            oldest biggest main neighbours neighbors borders climate old""",
    ),
    follows=heads(
        person="family clan",
        company="""shares stock dealership dealerships subsidiary executives shareholders plant plants spokesman
            spokeswoman customers stores boss factory factories""",
        organization="fans supporters striker midfielder goalkeeper coach defender winger guerrillas rebels militants players",
        place="""area airport residents airspace border peninsula coast metropolitan suburb stock markets
            basin harbour harbor""",
    ),
    by=words("by"),
    links=words("of in from to at with for near by between and on"),
    places=words("in from at near through towards across outside via around throughout"),
    skipped=words(
        """is was has had have been be later then also who never first once originally again reportedly subsequently
        himself herself eventually himself recently currently already"""
    ),
    articles=words("the"),
)
