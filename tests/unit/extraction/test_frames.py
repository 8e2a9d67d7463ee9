"""How English tells deals: frames of many trades, each with its type, status and roles."""

import pytest

from ingestd.extraction.extractor import Article
from ingestd.extraction.rules import RulesExtractor

TOLD = [
    ("Lumen Foods will pay $300 million for a 20% stake in Petit Grain.", "acquisition", "planned", "Lumen Foods=acquirer & Petit Grain=target"),
    ("Under a memorandum signed on Monday, Montado Group and Tarn Group will plant oaks.", "mou", "signed", "Montado Group=partner & Tarn Group=partner"),
    ("Ashdown Capital divested its orchards in Kent to Petit Grain.", "acquisition", "announced", "Ashdown Capital=seller & Petit Grain=acquirer"),
    ("Ferrostal Group left Norvik Gas and signed a supply contract with Balta Power.", "supply", "signed", "Balta Power=None & Ferrostal Group=None"),
    ("Kontin Rail was awarded a $50 million contract by the Ferrostal Group.", "agreement", "announced", "Ferrostal Group=buyer & Kontin Rail=supplier"),
    ("Kontin Rail won an order to build six ferries for Orvane Lines.", "supply", "announced", "Kontin Rail=supplier & Orvane Lines=buyer"),
    ("Ferrostal Group picked Kontin Rail to replace its signals.", "supply", "announced", "Ferrostal Group=buyer & Kontin Rail=supplier"),
    ("Prairie Media secured the rights to the league from Popcorn Group.", "licensing", "announced", "Popcorn Group=licensor & Prairie Media=licensee"),
    ("Lumen Foods' $2 billion takeover of Petit Grain has been completed.", "acquisition", "completed", "Lumen Foods=acquirer & Petit Grain=target"),
    ("The cabinet cleared the sale of 26% of Petit Grain to Lumen Foods.", "acquisition", "announced", "Lumen Foods=acquirer & Petit Grain=target"),
    ("Liffey Bank and Shannon Trust scrapped their plan to open a mint.", "agreement", "terminated", "Liffey Bank=partner & Shannon Trust=partner"),
    ("Liffey Bank will open a mint together with Shannon Trust.", "agreement", "planned", "Liffey Bank=partner & Shannon Trust=partner"),
    ("Norvik Gas grew again after striking a supply deal with Sundell Aerospace.", "supply", "signed", "Norvik Gas=None & Sundell Aerospace=None"),
    ("Tarn Inc. (Oslo: TRN) and Lindt Group signed a cooperation agreement.", "agreement", "signed", "Lindt Group=partner & Tarn Inc=partner"),
    ("Aegean Oil raised 450 million euros from lenders including Attica Bank.", "financing", "announced", "Aegean Oil=borrower & Attica Bank=lender"),
    ("Tarn Group announced a fresh round. The round was led by Ashdown Capital.", "investment", "announced", "Ashdown Capital=investor & Tarn Group=target"),
    ("Donau Insurance will pay 75 million euros for the health insurer Pannon Group.", "acquisition", "planned", "Donau Insurance=acquirer & Pannon Group=target"),
    ("Outback Lithium said it had entered an agreement to supply Hanbit Cell with 50,000 tonnes a year.", "supply", "signed", "Hanbit Cell=buyer & Outback Lithium=supplier"),
    ("Verani Group has named Nordic Apparel the sole distributor of its shoes.", "distribution", "announced", "Nordic Apparel=distributor & Verani Group=supplier"),
    ("Eastern Bank and Baltic Bank concluded a loan agreement with Navoi Power to bring gas to Dodoma.", "financing", "signed", "Baltic Bank=lender & Eastern Bank=lender & Navoi Power=borrower"),
    ("Montado Group and the University of Aveiro will work together on panels, under a protocol signed in May.", "agreement", "signed", "Montado Group=partner & University of Aveiro=partner"),
    ("Kontin Rail delivered the last of 40 trams to Ferrostal Group on Monday.", "supply", "completed", "Ferrostal Group=recipient & Kontin Rail=supplier"),
    ("Atacama Lithium has signed an offtake agreement with Daesan Motors, under which it will deliver 15,000 tonnes a year.", "supply", "signed", "Atacama Lithium=supplier & Daesan Motors=buyer"),
    ("Atacama Lithium has signed a supply agreement with Daesan Motors, under which the latter will buy 15,000 tonnes.", "supply", "signed", "Atacama Lithium=supplier & Daesan Motors=buyer"),
    ("Prairie Group sold the rights to its quiz show to Popcorn Media.", "licensing", "announced", "Popcorn Media=licensee & Prairie Group=licensor"),
    ("Bushells Grocers withdrew its A$1.1 billion offer for Wattle Health on Tuesday.", "acquisition", "terminated", "Bushells Grocers=acquirer & Wattle Health=target"),
    ("Ferrostal Group awarded Kontin Rail a 300-million-euro contract for 40 trams on Monday.", "supply", "announced", "Ferrostal Group=buyer & Kontin Rail=supplier"),
    ("Kontin Rail has won a contract from Ferrostal Group to supply 40 trams.", "supply", "announced", "Ferrostal Group=buyer & Kontin Rail=supplier"),
    ("Kontin Rail won a $50 million order from Ferrostal Group.", "supply", "announced", "Ferrostal Group=buyer & Kontin Rail=supplier"),
    ("A contract for 12 locomotives was awarded to Kontin Rail by Ferrostal Group, the ministry said.", "supply", "announced", "Ferrostal Group=buyer & Kontin Rail=supplier"),
    ("Orvane Air placed an order for 30 jets with Sundell Aerospace at the Dubai show.", "supply", "announced", "Orvane Air=buyer & Sundell Aerospace=supplier"),
    ("Orvane Air ordered 30 jets from Sundell Aerospace.", "supply", "announced", "Orvane Air=buyer & Sundell Aerospace=supplier"),
    ("Norvik Gas will supply Balta Power with 2 million tonnes of LNG a year under a 15-year agreement.", "supply", "signed", "Balta Power=buyer & Norvik Gas=supplier"),
    ("Norvik Gas signed a deal to deliver gas to Balta Power from 2028.", "supply", "signed", "Balta Power=buyer & Norvik Gas=supplier"),
    ("Lumen Foods agreed to buy Petit Grain for $1.2 billion in cash.", "acquisition", "announced", "Lumen Foods=acquirer & Petit Grain=target"),
    ("Lumen Foods will acquire Petit Grain, a maker of biscuits, for $1.2 billion.", "acquisition", "planned", "Lumen Foods=acquirer & Petit Grain=target"),
    ("Lumen Foods has completed its acquisition of Petit Grain.", "acquisition", "completed", "Lumen Foods=acquirer & Petit Grain=target"),
    ("Lumen Foods completed the takeover of Petit Grain on Friday.", "acquisition", "completed", "Lumen Foods=acquirer & Petit Grain=target"),
    ("Petit Grain is being acquired by Lumen Foods for $1.2 billion.", "acquisition", "announced", "Lumen Foods=acquirer & Petit Grain=target"),
    ("Ashdown Capital agreed to sell Petit Grain to Lumen Foods for $1.2 billion.", "acquisition", "announced", "Ashdown Capital=seller & Lumen Foods=acquirer & Petit Grain=target"),
    ("Lumen Foods has bought a 30 percent stake in the bakery chain from Ashdown Capital.", "acquisition", "announced", "Ashdown Capital=seller & Lumen Foods=acquirer"),
    ("Lumen Foods took a 30 percent stake in Petit Grain.", "acquisition", "announced", "Lumen Foods=acquirer & Petit Grain=target"),
    ("Lumen Foods bought 30 percent of Petit Grain from Ashdown Capital.", "acquisition", "announced", "Ashdown Capital=seller & Lumen Foods=acquirer & Petit Grain=target"),
    ("Lumen Foods is in talks to acquire Petit Grain, the company confirmed.", "acquisition", "negotiating", "Lumen Foods=acquirer & Petit Grain=target"),
    ("Lumen Foods has dropped its planned takeover of Petit Grain.", "acquisition", "terminated", "Lumen Foods=acquirer & Petit Grain=target"),
    ("Lumen Foods walked away from a deal to buy Petit Grain.", "acquisition", "terminated", "Lumen Foods=acquirer & Petit Grain=target"),
    ("Lumen Foods plans to buy Petit Grain, its chairman said.", "acquisition", "planned", "Lumen Foods=acquirer & Petit Grain=target"),
    ("Liffey Bank and Shannon Trust have agreed to merge.", "merger", "announced", "Liffey Bank=partner & Shannon Trust=partner"),
    ("Liffey Bank announced a merger with Shannon Trust.", "merger", "announced", "Liffey Bank=partner & Shannon Trust=partner"),
    ("Liffey Bank is to merge with its rival Shannon Trust.", "merger", "planned", "Liffey Bank=partner & Shannon Trust=partner"),
    ("The merger of Liffey Bank and Shannon Trust was completed in June.", "merger", "completed", "Liffey Bank=partner & Shannon Trust=partner"),
    ("Tallmere Motors and Hanbit Cell will set up a joint venture to make batteries.", "joint_venture", "planned", "Hanbit Cell=partner & Tallmere Motors=partner"),
    ("Tallmere Motors has formed a joint venture with Hanbit Cell.", "joint_venture", "announced", "Hanbit Cell=partner & Tallmere Motors=partner"),
    ("Tallmere Motors signed a joint venture agreement with Hanbit Cell.", "joint_venture", "signed", "Hanbit Cell=partner & Tallmere Motors=partner"),
    ("Maple Fund will invest $200 million in Quanta Labs.", "investment", "planned", "Maple Fund=investor & Quanta Labs=target"),
    ("Quanta Labs raised $80 million in a funding round led by Maple Fund.", "investment", "announced", "Maple Fund=investor & Quanta Labs=target"),
    ("Quanta Labs has received a $20 million investment from Maple Fund.", "investment", "announced", "Maple Fund=investor & Quanta Labs=target"),
    ("Eastern Bank signed a $300 million loan agreement with Solvane Energy.", "financing", "signed", "Eastern Bank=lender & Solvane Energy=borrower"),
    ("Eastern Bank will lend Solvane Energy $300 million.", "financing", "planned", "Eastern Bank=lender & Solvane Energy=borrower"),
    ("Eastern Bank approved a $300 million loan to Solvane Energy.", "financing", "announced", "Eastern Bank=lender & Solvane Energy=borrower"),
    ("Solvane Energy secured a $300 million loan from Eastern Bank.", "financing", "announced", "Eastern Bank=lender & Solvane Energy=borrower"),
    ("Eastern Bank has granted a loan of $300 million to Solvane Energy.", "financing", "announced", "Eastern Bank=lender & Solvane Energy=borrower"),
    ("Helva Pharma granted Duro Biotech an exclusive licence to sell its vaccine in Asia.", "licensing", "announced", "Duro Biotech=licensee & Helva Pharma=licensor"),
    ("Duro Biotech has licensed a cancer drug from Helva Pharma.", "licensing", "announced", "Duro Biotech=licensee & Helva Pharma=licensor"),
    ("Helva Pharma and Duro Biotech signed a licensing agreement.", "licensing", "signed", "Duro Biotech=None & Helva Pharma=None"),
    ("Helva Pharma and Duro Biotech signed a technology transfer agreement.", "technology_transfer", "signed", "Duro Biotech=None & Helva Pharma=None"),
    ("Helva Pharma will transfer its insulin technology to Duro Biotech.", "technology_transfer", "planned", "Duro Biotech=recipient & Helva Pharma=transferor"),
    ("Quillstack signed a reseller agreement with Oakfern Cloud, which will sell its software in Canada.", "distribution", "signed", "Oakfern Cloud=distributor & Quillstack=supplier"),
    ("Oakfern Cloud will distribute products of Quillstack Software in Canada.", "distribution", "planned", "Oakfern Cloud=distributor & Quillstack Software=supplier"),
    ("Quillstack Software has appointed Oakfern Cloud as its exclusive distributor in Canada.", "distribution", "announced", "Oakfern Cloud=distributor & Quillstack Software=supplier"),
    ("Raufjell Arms signed a co-production agreement with Wiatrak Group.", "production", "signed", "Raufjell Arms=manufacturer & Wiatrak Group=manufacturer"),
    ("The University of Lund and Helva Pharma signed a research agreement on malaria.", "research_cooperation", "signed", "Helva Pharma=partner & University of Lund=partner"),
    ("Helva Pharma will collaborate with the University of Lund on malaria research.", "research_cooperation", "planned", "Helva Pharma=partner & University of Lund=partner"),
    ("Tamarel Networks has signed a memorandum of understanding with Lindqvist Systems.", "mou", "signed", "Lindqvist Systems=partner & Tamarel Networks=partner"),
    ("Tamarel Networks and Lindqvist Systems inked an MoU on 5G.", "mou", "signed", "Lindqvist Systems=partner & Tamarel Networks=partner"),
    ("Aurelis Aerospace signed a letter of intent with Bayan Engines.", "mou", "signed", "Aurelis Aerospace=partner & Bayan Engines=partner"),
    ("An agreement was signed by Tamarel Networks and Lindqvist Systems in Oslo.", "agreement", "signed", "Lindqvist Systems=partner & Tamarel Networks=partner"),
    ("Tamarel Networks has teamed up with Lindqvist Systems to test 5G.", "agreement", "announced", "Lindqvist Systems=partner & Tamarel Networks=partner"),
    ("Tamarel Networks announced a partnership with Lindqvist Systems.", "agreement", "announced", "Lindqvist Systems=partner & Tamarel Networks=partner"),
    ("Tamarel Networks terminated its contract with Lindqvist Systems.", "agreement", "terminated", "Lindqvist Systems=partner & Tamarel Networks=partner"),
    ("Tamarel Networks and Lindqvist Systems have ended their partnership.", "agreement", "terminated", "Lindqvist Systems=partner & Tamarel Networks=partner"),
    ("Tallmere Motors' supply agreement with Kestrel Lithium was terminated last month.", "supply", "terminated", "Kestrel Lithium=None & Tallmere Motors=None"),
    ("Orvane Air cancelled an order for 30 jets from Sundell Aerospace.", "supply", "terminated", "Orvane Air=buyer & Sundell Aerospace=supplier"),
    ("Vietnam and Chile signed a free trade agreement in Santiago.", "trade", "signed", "Chile=partner & Vietnam=partner"),
    ("A free trade agreement between Vietnam and Chile entered into force on Sunday.", "trade", "in_force", "Chile=partner & Vietnam=partner"),
    ("Pencraft Learning donated 5,000 tablets to the Ministry of Education.", "donation", "announced", "Ministry of Education=recipient & Pencraft Learning=donor"),
    ("Japan has donated 200,000 doses of vaccine to Laos.", "donation", "announced", "Japan=donor & Laos=recipient"),
    ("Tamarel Networks is negotiating a roaming agreement with Lindqvist Systems.", "agreement", "negotiating", "Lindqvist Systems=partner & Tamarel Networks=partner"),
    ("A roaming agreement between Tamarel Networks and Lindqvist Systems has been in force since July.", "agreement", "in_force", "Lindqvist Systems=partner & Tamarel Networks=partner"),
    ("Orvane Air will lease six turboprops from Kestrel Leasing.", "supply", "planned", "Kestrel Leasing=supplier & Orvane Air=recipient"),
    ("Liffey Bank is in talks with Valmonde Assurance about the sale of its pensions arm.", "acquisition", "negotiating", "Liffey Bank=seller & Valmonde Assurance=acquirer"),
    ("Liffey Bank announced the sale of its pensions arm to Valmonde Assurance.", "acquisition", "announced", "Liffey Bank=seller & Valmonde Assurance=acquirer"),
    ("Lumen Foods launched a $2 billion takeover bid for Petit Grain.", "acquisition", "planned", "Lumen Foods=acquirer & Petit Grain=target"),
    ("Lumen Foods made an offer for Petit Grain.", "acquisition", "planned", "Lumen Foods=acquirer & Petit Grain=target"),
    ("Poland has chosen Kontin Rail to supply 40 tanks.", "supply", "announced", "Kontin Rail=supplier & Poland=buyer"),
    ("Kontin Rail was selected by Ferrostal Group to build 12 ferries.", "supply", "announced", "Ferrostal Group=buyer & Kontin Rail=supplier"),
]  # fmt: skip
NO_DEALS = [
    "Kestrel Motors' joint venture with Hanbit Cell in Ohio produced 40,000 packs last year.",
    "Kestrel Motors bought back 2 million of its own shares from Ashdown Capital's custodian, a filing showed.",
    "The agreement that Norway and Sweden signed in 1994 still governs salmon in the Tana river.",
    "Lumen Foods lost a lawsuit that Petit Grain had brought over a licence contract and will pay 3 million euros.",
    "Unions at Lumen Foods want the company to sign a wage agreement with Petit Grain's workers too.",
    "Orvane Air's purchase of Bolt Airways would have created Europe's third carrier, had Brussels not blocked it.",
    "Ashdown Capital, which manages 12 billion dollars, raised its third fund, worth 2 billion dollars, from pension funds.",
    'The rumour that Lumen Foods would take over Petit Grain was "pure invention", said its chairman.',
    "Analyst Ann Berg of Harcastle Research expects Lumen Foods to buy Petit Grain within two years.",
    "Ferrostal Group paid Kontin Rail a fine of 2 million euros for late delivery.",
    "Vietnam exported 3 billion dollars of coffee to Germany last year, according to customs.",
    "Chile's president met his Vietnamese counterpart in Hanoi to discuss a possible trade agreement.",
    "Minister Hany Saleh urged Egypt and Sudan to sign a water treaty.",
    "Quanta Labs has supplied software to Tern Systems since 2011.",
    "Orvane Air was ordered to repay 20 million euros of state aid to Ireland by the European Commission.",
    "A former Lumen Foods manager was hired by Petit Grain to run its bakery unit.",
    "Petit Grain sells its biscuits to supermarkets such as Marlbury Stores.",
    "The bank Liffey Trust lent money to farmers such as those of Ballymore, its chairman Padraig Tuohy said.",
    '"We will never sell Petit Grain to Lumen Foods," said its owner, Anna Berg.',
    "Talks between Orvane Air and its pilots' union broke down on Tuesday.",
    "Nobody at Lumen Foods or Petit Grain would say whether the two had signed a contract.",
    "Lumen Foods opened a plant next to Petit Grain's in Tours; the two have no agreement.",
    "Sundell Aerospace hopes to win an order from Orvane Air at the air show next month.",
    "Orvane Air rejected a 300-million-euro offer from Bolt Airways.",
    "The Ministry of Health approved a vaccine made by Helva Pharma for use in children.",
    "Harbour Bank was fined for selling risky bonds to Shannon Trust clients.",
    "Norway and Sweden marked ten years of their defence agreement with a parade in Kiruna.",
    "Lumen Foods denied it had agreed to buy Petit Grain.",
    "Lumen Foods and Petit Grain failed to reach an agreement.",
    "Lumen Foods sued Petit Grain over a contract signed in 2019.",
    "Lumen Foods bought back shares worth $2 billion from investors.",
    "Lumen Foods reported sales of $2 billion, while Petit Grain sold more biscuits in China.",
    "Lumen Foods competes with Petit Grain, which signed no contract.",
    "Norway's government asked Sweden to sign a fishing agreement.",
    "Lumen Foods had no plans to buy Petit Grain, it said.",
    "Ministers from Norway and Sweden met on Tuesday to discuss the agreement on fisheries.",
    "Norway and Sweden have a good partnership, he said.",
    "Lumen Foods ended talks with Petit Grain about a merger.",
    "Police fined Lumen Foods $2 million after a deal with Petit Grain was investigated by the court.",
    "Analysts at Ashdown Capital said Lumen Foods should buy Petit Grain.",
    "Workers at Lumen Foods reached an agreement with the company on pay.",
    "Investors bought shares in Lumen Foods and Petit Grain on Monday.",
]


def deals(text: str, published: str | None = "2026-03-12") -> list[tuple[str, str, str]]:
    found = RulesExtractor().extract(
        Article(text=text, blocks=(), language="en", published=published)
    )
    return [
        (
            deal.type,
            deal.status,
            " & ".join(
                sorted(f"{found.entities[p.entity].name}={p.role}" for p in deal.parties)
            ),
        )
        for deal in found.deals
    ]


@pytest.mark.parametrize(("text", "kind", "status", "parties"), TOLD)
def test_a_frame_gives_type_status_and_roles(
    text: str, kind: str, status: str, parties: str
) -> None:
    assert deals(text) == [(kind, status, parties)]


@pytest.mark.parametrize("text", NO_DEALS)
def test_what_only_sounds_like_a_deal_is_none(text: str) -> None:
    assert deals(text) == []


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (
            "Kestrel Group and Lumen Foods signed agreements with Petit Grain and Sundell Aerospace, respectively.",
            ["Kestrel Group=partner & Petit Grain=partner", "Lumen Foods=partner & Sundell Aerospace=partner"],
        ),
        (
            "Kestrel Group signed separate agreements with Petit Grain and Sundell Aerospace.",
            ["Kestrel Group=partner & Petit Grain=partner", "Kestrel Group=partner & Sundell Aerospace=partner"],
        ),
    ],
)  # fmt: skip
def test_several_papers_are_several_deals(text: str, parties: list[str]) -> None:
    assert [who for _, _, who in deals(text)] == parties


def test_several_papers_nobody_can_tell_apart_are_one_with_its_doubt() -> None:
    text = (
        "Kestrel Group, Lumen Foods and Orvane Air signed agreements with Petit Grain and "
        "Sundell Aerospace."
    )
    (deal,) = RulesExtractor().extract(Article(text=text, blocks=(), language="en")).deals

    assert (len(deal.parties), deal.notes) == (5, ("ambiguous",))


@pytest.mark.parametrize(
    "text",
    [
        "Sundell Aerospace of Sweden and Orvane Air met. The Swedish planemaker signed a contract with Orvane Air.",
        "Sundell Aerospace lost money. It was a bad year. The planemaker signed a contract with Orvane Air.",
        "Sundell Aerospace lost money. It signed a contract with Orvane Air.",
        "Sundell Aerospace met Orvane Air in Oslo. The two companies signed a contract.",
    ],
)
def test_words_that_stand_for_a_party_find_it(text: str) -> None:
    assert [who for _, _, who in deals(text)] == [
        "Orvane Air=partner & Sundell Aerospace=partner"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Orvane Air lost money. It rained. It snowed. It froze. The planemaker signed a contract with Orvane Air.",
        "Sundell Aerospace met Orvane Air and Petit Grain in Oslo. The two companies signed a contract.",
    ],
)
def test_words_that_may_stand_for_anybody_find_nobody(text: str) -> None:
    assert deals(text) == []


def test_a_thousand_tellings_of_one_deal_are_one_with_all_of_them_for_evidence() -> None:
    text = "Norsteel Group and Balkan Energy signed a supply contract. "
    (deal,) = (
        RulesExtractor().extract(Article(text=text * 1000, blocks=(), language="en")).deals
    )

    assert len(deal.evidence) == 1000


def test_what_nations_and_their_firms_sign_is_one_deal_of_the_firms() -> None:
    text = (
        "Germany and Poland signed a supply contract on Monday. Germany's Kontin Rail and Poland's "
        "Wisla Group signed the supply contract in Berlin."
    )

    assert [who for _, _, who in deals(text)] == ["Kontin Rail=None & Wisla Group=None"]


def test_what_nations_sign_beside_firms_of_others_is_another_deal() -> None:
    text = (
        "Norway and Chile signed a supply contract on Monday. Germany's Kontin Rail and Poland's "
        "Wisla Group signed a supply contract in Berlin."
    )

    assert len(deals(text)) == 2


def test_a_country_has_no_deal_with_its_own_capital() -> None:
    assert deals("Oslo and Norway signed an agreement on trams.") == []


def test_a_deal_announced_and_then_called_signed_is_signed() -> None:
    text = (
        "Helva Pharma granted Duro Biotech an exclusive licence to sell its vaccine. "
        "The licence agreement was signed in Oslo on 3 March."
    )

    assert [status for _, status, _ in deals(text)] == ["signed"]


def test_two_kinds_of_deals_between_the_same_are_two() -> None:
    text = (
        "Kontin Rail donated two trams to Wisla Group. Wisla Group and Kontin Rail agreed to "
        "merge."
    )

    assert [kind for kind, _, _ in deals(text)] == ["donation", "merger"]


def test_a_shorter_telling_joins_the_full_one() -> None:
    text = (
        "Kontin Rail, Lumen Foods and Wisla Group signed a research agreement. Kontin Rail and "
        "Wisla Group signed the research agreement in Oslo."
    )

    assert [who.count("partner") for _, _, who in deals(text)] == [3]


def test_who_signs_first_buys_what_the_text_then_calls_an_order() -> None:
    text = (
        "Corvane Energy signed a contract with Halvik Wind Power for 62 turbines. The order, worth "
        "640 million euros, covers maintenance."
    )

    assert deals(text) == [
        ("supply", "signed", "Corvane Energy=buyer & Halvik Wind Power=supplier")
    ]
