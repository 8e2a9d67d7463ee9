"""How German tells of deals. Its verbs stand last: "hat … übernommen" is read from "hat" on."""

from ingestd.events.facts import DealType, PartyRole
from ingestd.extraction.languages.pack import Act, Frames, cue, pact, rx

_FAR = r"(?:[^.;]|(?<=\d)\.){0,140}?"
_PAPERS: tuple[tuple[str, DealType, PartyRole, PartyRole], ...] = (
    (r"absichtserklärung|memorandum|grundsatzvereinbarung|vorvertrag|letter of intent", "mou", "partner", "partner"),
    (r"\w*technologietransfer\w*", "technology_transfer", "transferor", "recipient"),
    (r"\w*lizenz(?:vertrag|vereinbarung|abkommen)\w*", "licensing", "licensor", "licensee"),
    (r"gemeinschaftsunternehmen|joint venture|gemeinschaftsfirma", "joint_venture", "partner", "partner"),
    (r"fusionsvertrag|zusammenschluss", "merger", "partner", "partner"),
    (r"(?:liefer|abnahme|kauf|versorgungs|rahmenliefer)(?:vertrag|vereinbarung|abkommen|verträge)s?", "supply", "supplier", "buyer"),
    (r"vertriebs(?:vertrag|vereinbarung|abkommen|partnerschaft)s?", "distribution", "supplier", "distributor"),
    (r"(?:kredit|darlehens)(?:vertrag|vereinbarung)s?", "financing", "lender", "borrower"),
    (r"forschungs(?:kooperation|vertrag|vereinbarung|abkommen|partnerschaft)", "research_cooperation", "partner", "partner"),
    (r"handels(?:abkommen|vertrag)s?|freihandelsabkommen", "trade", "partner", "partner"),
    (
        r"(?:kooperations|rahmen|partnerschafts)?(?:vertrag|verträge|vereinbarung|abkommen)(?:en|s|es)?|kooperation|partnerschaft",
        "agreement", "partner", "partner",
    ),
)  # fmt: skip
_CLOSED = r"(?:unterzeichnet|unterschrieben|geschlossen|vereinbart|besiegelt|abgeschlossen)"
_WITH = r"\bmit\b"

_SIGNED_WITH = tuple(
    Act(
        pattern=rx(rf"\b(?:hat|haben)\b(?= mit {_FAR}\{{[cbo]\d+\}}{_FAR}\b(?:{noun})\b{_FAR}\b{_CLOSED})"),
        type=kind,
        before=before,
        after=after,
        links=rx(_WITH),
        status="signed",
    )
    for noun, kind, before, after in _PAPERS
)  # fmt: skip

_ACTS = (
    *_SIGNED_WITH,
    Act(
        pattern=rx(r"\b(?:übernimmt|übernahm|kauft|kaufte|erwirbt|erwarb|schluckt|schluckte)\b(?! \d+ (?!prozent))"),
        type="acquisition",
        before="acquirer",
        after="target",
    ),
    Act(
        pattern=rx(r"\b(?:hat|haben|will|wollen|wird|werden)\b(?= (?:[\w%-]+ ){0,7}\{[co]\d+\}[^.;]{0,60} (?:übernommen|gekauft|erworben|übernehmen|kaufen|erwerben)\b)"),
        type="acquisition",
        before="acquirer",
        after="target",
    ),
    Act(
        pattern=rx(r"\b(?:verkauft|verkaufte|veräußert)\b(?= [^.;]{0,60}\{[co]\d+\} an\b)"),
        type="acquisition",
        before="seller",
        after="acquirer",
        links=rx(r"\ban\b"),
    ),
    Act(
        pattern=rx(r"\b(?:fusioniert|fusionieren|verschmilzt)\b"),
        type="merger",
        before="partner",
        after="partner",
        links=rx(_WITH),
    ),
    Act(
        pattern=rx(r"\b(?:gewährt|gewährte|leiht|lieh)\b"),
        type="financing",
        before="lender",
        after="borrower",
        needs=rx(r"kredit|darlehen|euro|dollar|franken"),
    ),
    Act(
        pattern=rx(r"\b(?:bestellt|bestellte|bestellten|ordert|orderte)\b(?= [^.;]{0,80}\b(?:bei|beim|von)\b)"),
        type="supply",
        before="buyer",
        after="supplier",
        links=rx(r"\b(?:bei|beim|von)\b"),
    ),
    Act(
        pattern=rx(r"\b(?:hat|haben)\b(?= [^.;]{0,120}\b(?:bestellt|geordert|in auftrag gegeben)\b)"),
        type="supply",
        before="buyer",
        after="supplier",
        links=rx(r"\b(?:bei|beim)\b"),
    ),
    Act(
        pattern=rx(r"\b(?:liefert|lieferte|liefern)\b"),
        type="supply",
        before="supplier",
        after="buyer",
        links=rx(r"\ban\b"),
    ),
    Act(
        pattern=rx(r"\b(?:investiert|investierte|steckt|beteiligt sich)\b"),
        type="investment",
        before="investor",
        after="target",
        links=rx(r"\b(?:in|an)\b"),
    ),
    Act(
        pattern=rx(r"\b(?:spendet|spendete|schenkt|schenkte|stiftet|stiftete)\b"),
        type="donation",
        before="donor",
        after="recipient",
    ),
)  # fmt: skip

GERMAN_FRAMES = Frames(
    pacts=tuple(pact(noun, kind) for noun, kind, _, _ in _PAPERS),
    plural=rx(r"(?:verträge|vereinbarungen|abkommen)"),
    pairs=rx(r"\b(?:beziehungsweise|jeweils)\b"),
    signs=(
        cue(r"unterzeichnet|unterzeichnete|unterzeichneten|unterschrieben|unterschrieb|schloss|schlossen|geschlossen|abgeschlossen|besiegelt|vereinbart|vereinbarten", "signed"),
        cue(r"kündigte an|angekündigt|gründen|gründet|gegründet", "announced"),
        cue(r"verhandelt|verhandeln|verhandelten", "negotiating"),
        cue(r"gekündigt|kündigte|kündigt|aufgelöst|beendet|beendete", "terminated"),
        cue(r"in kraft", "in_force"),
    ),
    acts=_ACTS,
    cues=(
        cue(
            r"dementiert\w*|dementi|weder|gerücht\w*|bestritt|bestreitet|kein(?:e|en|em|er)? (?:\w+ ){0,2}(?:vertrag|gespräche|vereinbarung|verkauf|abkommen)|falls|sollte|wenn|klage|klagt|"
            r"gescheitert\w*|scheiterte|geplatzt\w*|ablehn\w+|abgelehnt|wies|zurückgewiesen|fordert\w*|hofft|hoffen|nicht",
            None,
        ),
        cue(r"gekündigt|kündigte|aufgelöst|beendet|beendete", "terminated"),
        cue(r"könnte|könnten|erwägt|erwägen|insidern|angeblich|prüft|dürfte|wolle", "rumoured"),
        cue(r"verhandelt|verhandeln|gespräche", "negotiating"),
        cue(r"will|wollen|plant|planen|geplant|beabsichtigt|soll|sollen|künftig", "planned"),
        cue(r"abgeschlossen|vollzogen", "completed"),
        cue(r"kündigte an|angekündigt|gab bekannt", "announced"),
    ),
    between=rx(r"\bzwischen\b"),
    with_=rx(_WITH),
    by=rx(r"\bdurch\b"),
    conjunction=r"(?:,? und|,| sowie)",
    breaks=rx(r"[;:]|\b(?:teilte|teilten|sagte|hieß es|dass|während|erklärte)\b"),
    drops=(
        rx(r"\([^(){}]*\)|\(\{[^{}]*\}\)"),
        rx(r", (?:ein|eine|einer|einem|der|die|das|deren|dessen) [^,;{}]{1,120}(?:,|(?=\.))"),
        rx(r"(?<=\}) (?:aus|in) \{[ln]\d+\}"),
    ),
    places=rx(r"\b(?:in|nach|aus|bei|im|für|von)\s*(?:der |dem |den )?$"),
    witnesses=rx(r"\b(?:im beisein von|in anwesenheit von)"),
    result=rx(r"(?!)"),
    under=rx(r"\b(?:laut|gemäß|nach) (?:dem |der )?(?:vertrag|vereinbarung|abkommen)\b"),
    worth=rx(
        r"(?:im wert von|wert von|kaufpreis (?:beträgt|liegt bei)|preis von|für|volumen von|höhe von|kredit (?:von|über)|darlehen (?:von|über)|erhält|zahlt|beträgt|umfasst|auf|über|investiert)"
        r" (?:rund |etwa |knapp |mehr als |bis zu |insgesamt |sofort )*$"
    ),
    not_worth=rx(r"(?:umsatz|gewinn|verlust|erlös|bilanz|börsenwert|schulden|fonds|haushalt|setzte|kosten|schätz\w+)"),
    anaphora=rx(r"\b(?:das unternehmen|dem unternehmen|die firma|der firma|der konzern|dem konzern|die gruppe|die bank)\b(?! \{)"),
    event=rx(r"\b(?:auf (?:der|einer) (?:messe|konferenz)|bei der unterzeichnung)\b"),
    lists=rx(r"\b(?:produkte|modelle|medikamente)\b"),
    sports=rx(r"\b(?:stürmer|torwart|trainer|ablöse|bundesliga|tore|mittelfeldspieler|verteidiger|spieltag)\b"),
    about=rx(r"\b(?:über|zur|zum|für)\b"),
    ends=rx(r"\b(?:mit|zwischen|im wert|unterzeichnet|geschlossen|unterschrieben|bekannt|am)\b"),
    of_parties=rx(r"\b(?:regierung|republik) $"),
    both=rx(
        r"\b(?P<nations>beide (?:länder|staaten))\b|\bbeide(?:n)? (?:firmen|unternehmen|konzerne|seiten|partner|banken)\b"
    ),
    goes_on=rx(r"\W*(?:der|die|das) (?:[\w-]*vertrag|[\w-]*vereinbarung|darlehen|kredit|kaufpreis|abkommen|auftrag|übernahme|kauf|transaktion|bestellung)\b|\W*\{[cbo]\d+\} (?:erhält|zahlt)"),
    the_order=rx(r"\W*(?:der|die) (?:auftrag|bestellung)\b"),
)  # fmt: skip
