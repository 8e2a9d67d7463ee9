"""English: the words that names are made of."""

from ingestd.extraction.languages.pack import (
    Names,
    heads,
    words,
)

_STOP = words("""
half quarter twenty thirty forty fifty sixty seventy eighty ninety hundred thousand ask tell see let none repairs
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
again eventually usually originally generally typically initially subsequently ultimately occasionally
ferries hotels shops roads ships trains flights crews unions passengers clubs fans teams scientists farms mines
cd cds dvd dvds lp ep eps mvp cgi gps usb cpu gpu ram rom pdf html http url api dbms sql uv ct mri ecg icu atv suv suvs
ut utc est pst edt cet bc ad bce ce jr sr ph mc dj vip rpg hd atp adp cm km kg mm hz mhz ghz kw mva id ids pin
test hispanic latino description filming shopping dr st vol pt ed eds latin south north east west
internet christmas easter ramadan islam christianity bible god earth state government parliament politburo's
chapter article section figure table note editor's mr mrs ms dr sir madam lord lady yes no well let thank
thanks please would could should will can may might must do does did is are was were be been being has have
had speaking lauding addressing asked asking noting adding citing quoting commenting welcoming visiting
building using making taking looking working doing going founded headquartered established launched signed
production construction work sales revenue profit demand supply trade exports imports growth prices
pandemic vaccines vaccine doses under
everyone everything nothing something anyone somebody nobody later ahead alongside like unlike per via
dengue implementation strategic research health meanwhile separately similarly overall headlines details rival rivals shares
teu dwt cgt gwh mwh twh gw boe boepd bpd bcm mmbtu mtpa tpa vlcc ebitda ebit capex opex arpu saas llm llms gpt iot rfid usp m&a b2b b2c nda spac etf etfs reit nft epc ppa ppas fid 2g 3g 4g 5g 6g 3d 4k 8k doctors patients farmers residents consumers customers drivers passengers students teachers
lawyers economists traders lawmakers politicians diplomats critics rebels troops soldiers employees managers
executives developers producers manufacturers suppliers importers exporters refiners miners carmakers airlines
banks lenders insurers retailers regulators prosecutors scientists researchers engineers users buyers sellers
owners members leaders governments countries nations states cities markets stocks bonds futures prices rates
imports output inflation growth unemployment exports gas oil crude gold copper wheat coal steel power water
""")

NAMES = Names(
    stop=_STOP,
    joints=words("of for the on"),
    ands=words("and &"),
    titles=words(
        "mr mrs ms miss dr prof professor sir dame lord lady madam gen col lt capt sgt mme mlle datuk"
    ),
    honours=words(
        """king queen prince princess emperor empress pope saint prophet major captain colonel general admiral sergeant
        lieutenant commander corporal private marshal brigadier commodore sheikh sultan emir shah tsar duke duchess earl count countess
        baron baroness viscount archbishop bishop cardinal rabbi imam ayatollah mullah father brother sister
        justice judge senator congressman congresswoman comrade teammate hurricane detective inspector constable uncle aunt"""
    ),
    roles=words("""
        president chairman chairwoman chairperson chair ceo cfo coo cto cio director minister secretary
        ambassador counsellor counselor attache attaché consul-general governor mayor head chief manager founder co-founder
        cofounder speaker spokesman spokeswoman spokesperson senator representative envoy commissioner
        deputy owner partner analyst economist professor scientist officer leader premier chancellor
        editor correspondent pulmonologist spokespeople tsar envoy superintendent commander
        engineer boss executive vice-president vice-chairman rector dean coach
        trader lawyer judge prosecutor adviser advisor president-elect pm coordinator
        counsel undersecretary vice-chancellor trustee curator controller administrator co-head co-chair co-ceo cso cmo cpo cro chro ciso vp svp evp headmaster technologist archivist conductor
        striker midfielder goalkeeper footballer actor actress singer rapporteur treasurer negotiator strategist translator photographer author writer
    """),
    ranks=words("""
        deputy vice first second general senior chief executive former acting prime foreign associate
        assistant managing regional global commercial technical financial operating interim permanent
        extraordinary plenipotentiary honorary under trade state national political military science
        board party sales marketing country health defence defense finance interior energy agriculture
        education economy environment industry culture transport justice labour labor human
        corporate co group information people product revenue risk compliance legal strategy digital data innovation scientific medical sustainability creative
        content investor customer growth supply procurement communications brand security
    """),
    links=words("of for at to in"),
    sectors=words("""
        local domestic regional overseas building
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
        rights policy strategic studies renewal regions wireless mobile software systems solutions services welfare mines minerals mineral resources fertilizers heritage civil petrochemicals
        hydrocarbons irrigation works commercial fisheries livestock aquaculture justice cabinet mass
        logistics media publishing entertainment retail foods beverages dairy sugar rice coffee cement
        textile garment supply timber real estate property hotels resorts semiconductor electronics electrical
        solar wind renewable green clean hydro thermal lng pipeline infrastructure networks
        data cloud cyber artificial intelligence robotics biotech biotechnology life small medium
        enterprises protection people quality standards technical cooperation competition antitrust market
        markets exchange stock credit savings mutual pension wealth private equity venture partners
    """),
    heads=heads(
        company="""banque banco banca advocates solicitors group company corporation corp bank airlines airline airways motors motor holdings holding
            industries enterprises enterprise plant factory refinery shipyard pharma pharmaceuticals
            laboratories labs technologies technology systems solutions electronics energy petroleum oil
            steel railways telecom telecommunications telecoms mobile software partners capital ventures
            insurance securities brewery breweries foods dairy mining cement semiconductor aerospace
            aviation shipping logistics media studios entertainment retail hotels resorts automotive
            biotech biosciences therapeutics biologics studio agro power electric chemicals
            chemical engineering construction manufacturing trading consulting robotics networks
            communications cars sons brothers bros gold silver copper metals minerals resources lithium uranium
            cosmetics apparel stores brands supermarkets healthcare diagnostics genetics genomics oncology
            software semiconductors automobile automobiles batteries battery renewables solar lng gas chemicals petrochemicals
            beverages packaging paper games interactive pictures records films broadcasting cargo lines
            railroad freight data dynamics instruments devices machinery tyres tires rubber glass textiles
            materials properties realty homes reit bancorp financial finance leasing payments brokers
            assurance reinsurance equity investments advisers advisors associates consultants architects
            industrial international worldwide global vehicles trucks shipyards tankers drilling pipelines
            pipeline water utilities telecoms aeronautics avionics defence satellite satellites launch
            hospitals pharmacies seeds fertilisers fertilizers sugar tobacco distillers spirits wines
            skyways skylines voyages timberlands plantations works chips cells tyres launchers cruises coaches ferries growth imports exports importers exporters developers builders producers suppliers refiners miners makers crafters
            wealth lending lenders bankers holdco bio biologicals biosystems biomedical biomed biotherapeutics biotechnologies
            medtech medicals medical medicines meds pharmaceutical pharmacal nutraceuticals nutrition organics naturals cables wires optics optical
            photonics sensors microelectronics microsystems circuits silicon traders merchants advertising outsourcing staffing
            recruitment catering restaurants bakeries bakery bakehouse dairies creamery creameries winery wineries vineyards
            distillery distilleries distilling brewing brewers mills milling farms farming agri agritech agriculture seafood seafoods
            fishing fisheries meats poultry fruits snacks confectionery bottling bottlers spirits cellars fashion fashions jewellers
            jewelers eyewear footwear sportswear outfitters furniture furnishings ceramics porcelain tiles bricks concrete aggregates
            quarries foundry foundries forge forgings castings fasteners bearings valves pumps boilers tools hardware ironworks
            steelworks dockyard offshore subsea dredging towage carriers freighters haulage trucking couriers parcels delivery express
            warehousing stevedores locomotives coaches tours travel holidays cruises hospitality leisure casinos gaming lotteries toys
            fitness cinemas cinema television broadcasters publishing publishers press printing animation esports fintech paytech insurtech
            infosystems infotech informatics computing computers semicon labs cyber analytics automation aerosystems rockets spaceflight
            airship airframes helicopters drones robots equipment appliances instruments controls machinery gears switchgear transformers
            turbines hydro geothermal biofuels hydrogen nuclear refining petrochem petroleos petróleo energía energia énergie energi energie
            infrastructure infrastructures estates developments lettings housing contractors contracting builders dredgers roadworks
            pharmacies drugstores supermarkets hypermarkets markets stores outlets cooperative co-op grocers wholesalers raumfahrt
            maschinenbau werke werft logistik infrastrutture costruzioni alimentari farmaceutica seguros banka
            sanayi telekom telecoms télécom telecomunicaciones inversiones empresas industrias indústrias industrie industria constructora
            construtora minera minería mineração shoes spices teas coffees chocolates biscuits noodles pastries""",
        body="""board storting folketing bundestag bundesrat knesset sejm riksdag althing oireachtas majlis
            eduskunta saeima seimas riigikogu rada command ministry government parliament assembly duma senate congress council cabinet department
            agency embassy consulate court commission committee administration authority bureau inspectorate
            directorate treasury police army navy customs politburo presidency chancellery mission
            municipality academy fund force directorate-general directorate ombudsman patrol guard centre center office service kremlin secretariat""",
        organization="""association union federation foundation institute institution university college
            school league society confederation organization organisation alliance forum chamber club
            network consortium party movement hospital clinic museum newspaper church trust
            bloc secretariat orchestra museum gallery news daily times post herald tribune journal fc afc cf cfc
            sc ac rc rcd fk sk bk nk united wanderers rovers baseball philharmonic band ensemble choir brigade
            regiment battalion division squadron infantry militia guild fraternity sorority legion institutes
            université universidad universidade università universität universiti universitas institut instituto
            laboratory brotherhood ballet opera seminary""",
        place="""city province region district river island islands sea ocean strait gulf bay lake mountain
            mountains valley county oblast peninsula desert airport port street avenue square bridge canal
            delta village town coast basin trail creek park forest wilderness highlands plain plains plateau
            peak hill hills mount abbey castle palace cathedral basilica mosque stadium arena tower
            towers station terminal airfield airbase base battlefield reservoir dam falls glacier cape fort camp
            channel lagoon reef beach seashore highway freeway motorway parkway road lane expressway tunnel
            cemetery gardens zoo manor mansion plaza mall quarter borough parish canton prefecture
            governorate territory territories kingdom empire republic emirate sultanate township
            heights grove swamp moor ridge canyon gorge caverns caves volcano boulevard isle isles
            archipelago fjord harbour harbor wharf chapel priory observatory lighthouse theatre crater""",
        product="""vaccine drug antiviral antibiotic""",
        void="""agreement agreements treaty strategy plan resolution resolutions law act day week month year
            summit conference meeting exhibition expo fair award awards prize cup championship olympics
            olympic games war programme program project initiative protocol convention memorandum mou
            declaration constitution bill code decree directive regulation festival dialogue
            fta deal contract accord pact report index review era crisis revolution
            festival ceremony round-table roundtable partnership covid covid-19 pandemic fever virus disease
            syndrome monument statue photo airshow show battle uprising rebellion revolt massacre reformation
            invasion earthquake hurricane tsunami eclipse edition album tour charts songbook
            open masters playoffs finals final derby marathon trophy medal honours hypothesis theorem theory
            effect equation principle model scale number constant curve""",
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
        tank tanks smartphone phone phones sedan suv truck trucks howitzer howitzers rifles rifle radar radars engine engines warship warships destroyer corvette corvettes reactor reactors chip chips tablet
        console rifle satellite satellites rocket drone drones locomotive locomotives
        tractor tractors bus buses airliner airliners submarine submarines frigate frigates turbine
        turbines airplane airplanes plane planes car model models processor processors
        insulin antibody hormone antibiotic anticoagulant antiviral medication inhibitor generics
        vehicle vehicles scooter scooters pickup crossover app platform operating-system
    """),
    seats=words("embassy consulate centre center office mission branch campus"),
    seat_links=words("in"),
    soft=words(
        """gulf coast valley delta ocean sea terminal lane channel creek park tower towers mills trail peak grove heights plaza mall forest hill hills
        ridge camp base station manor estate theatre plain plains crater castle bridge square street
        quarter arena mount fort cape island bay lake river palace gardens road empire kingdom trail
        falls wharf peak reef isle grove harbour harbor band open model scale number
        principle constant edition album tour paper games"""
    ),
    offices=words(
        "minister secretary counsellor counselor attache attaché ambassador commissioner consul adviser advisor"
    ),
    apposed=heads(
        company="""builder company firm broker consultancy service chain rival competitor affiliate franchisee licensee goldminer shipowner refiner wholesaler steelmaker caterer winemaker carmaker automaker drugmaker airline bank startup start-up chipmaker retailer
            conglomerate manufacturer producer developer supplier insurer lender brewer planemaker shipbuilder
            operator miner steelmaker utility subsidiary unit maker giant contractor vendor publisher
            broadcaster brokerage refiner distributor exporter importer enterprise group corporation
            specialist pioneer spinoff spin-off spinout powerhouse heavyweight upstart newcomer incumbent multinational agribusiness
            biotech fintech medtech agritech edtech insurtech telco unicorn studio label boutique franchisor franchiser licensor
            merchant seller reseller grocer greengrocer grower packer packager processor bottler distiller brewery winery distillery bakery
            mill smelter foundry shipyard yard refinery assembler integrator outsourcer forwarder hauler haulier shipper lessor charterer
            carrier reinsurer underwriter microlender custodian hotelier restaurateur outfitter tailor jeweller jeweler watchmaker toymaker
            shoemaker filmmaker printer streamer provider organiser organizer promoter marketplace multinational cooperative
            co-operative trader dealer marketer peer accelerator incubator fund platform pharmacy drugstore supermarket casino railway railroad farmer installer tobacconist""",
        body="ministry agency regulator watchdog council",
        organization="""lobby federation organisation organization association university institute union newspaper charity ngo
            nonprofit laboratory hospital foundation academy museum club college centre center exchange bourse orchestra daily weekly""",
        place="city province town region village district island port capital state river provinces cities towns districts ports islands mine oilfield gasfield field quarry basin suburb prefecture governorate county resort township municipality",
        product="""ferry tanker bulker trawler freighter yacht icebreaker program vaccine drug aircraft jet helicopter missile smartphone model suv sedan reactor software app
            satellite rocket anticoagulant medicine medication antiviral antibiotic insulin tractor
            truck chip brand""",
    ),
)
