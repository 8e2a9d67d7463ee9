"""French: verbs of rights, capital and shares, class by class, as agencies and papers use them."""

from ingestd.extraction.languages.fr_verbs import any_form
from ingestd.extraction.languages.pack import Act, rx

FIRM = r"(?:la |le |l'|les |son |sa )?(?:[\w'-]+ ){0,5}\{[cbo]\d+\}"
"""Somebody, with what describes it in front."""
TO = rx(r"(?<!jusqu')(?<!face )(?<!grâce )\b(?:à|au|aux)\b(?! \d)(?! \{[ln])")
OF = rx(rf"\b(?:de|du|des|d')(?!\w)(?= ?{FIRM})")
FROM = rx(
    r"\bauprès d(?:e|u|es|')(?!\w)|\b(?:menée?|conduite?|arrangée?|dirigée?|emmenée?|apportée?|accordée?|octroyée?|consentie?) par\b"
    rf"|\b(?:de|du|d')(?!\w)(?= ?{FIRM})|\bavec\b"
)
BECOMES = (
    r"\b(?:devien(?:t|nent)|deviendr(?:a|ont)|devenir|(?:est|sont) devenue?s?|sera|seront|rest(?:e|era)|demeur(?:e|era)"
    r"|(?:a|ont) été (?:\w+ )?(?:choisie?|désignée?|retenue?|nommée?|sélectionnée?) comme|(?:est|sera) désignée?)"
    r"(?:,? (?:[\w'-]+ ){0,6}?| )(?:le |la |l'|un |une |les )?"
    r"(?:(?:seule?|premier|première|nouveau|nouvelle|principale?|unique|deuxième|premiers|nouveaux) ){0,2}"
)
_RIGHTS = r"(?:licences?|sous-licence|brevets?|droits(?! de (?:douane|vote|l'homme|succession|la|scolarité)))"
_USES = r"(?:exclusifs|mondiaux|d'exploitation|de (?:commercialisation|distribution|diffusion|production))"
_SELLING = r"(?:distribution|commercialisation|importation|représentation|vente (?:exclusive|en ligne|au détail))"
_ROUND = (
    r"(?:levées? de fonds|tours? de table|tours? de financement|financement (?:de série|en série|en amorçage|d'amorçage)|séries? [a-f]\b"
    r"|augmentation de capital|amorçage|ouverture de (?:son|leur) capital)"
)
_OWN = r"(?:son|sa|ses|leurs?)"
_WARES = r"(?:produits?|marchandises?|vins?|récoltes?|services?|céréales|excédents?|électricité|production|stocks?|véhicules|voitures|avions?|navires)"
_ASSETS = (
    r"(?:participations?|filiales?|activités?|parts?|branches?|divisions?|actifs|usines?|réseaux?|pôles?|marques?|titres|capital|pylônes|antennes"
    r"|tours|magasins?|hôtels?|immeubles?|bureaux|terrains?|mines?|centrales?|parcs?|cliniques?|sites?|siège|entrepôts?|centres? de données"
    r"|gisements?|raffineries?|stations?|portefeuilles?|métiers?|entités?|entreprises?|sociétés?|journa(?:l|ux)|chaînes?|club|studios?)"
)
_TALKING = (
    r"(?:entr\w+ en|(?:est|sont|serait|seraient|être|étant|était|étaient) (?:\w+ )?en"
    r"|(?:mène|mènent|mené|mener|engag\w+|entam\w+|ouv\w+|poursui\w+|débuté?|repris) des|en) "
    r"(?:négociations?|discussions?|pourparlers)(?: (?:exclusives?|avancées?|préliminaires?|finales?))?"
)
_CEDING = "céder concéder accorder octroyer transférer vendre/vend/vendent/vendr/vendu"
_GETTING = "acquérir/acquiert/acquièrent/acquerr/acquis obtenir/obtient/obtiennent/obtiendr/obtenu acheter racheter"
_ENTRUSTING = "confier accorder concéder attribuer octroyer céder"
_SELLING_ON = "distribuer commercialiser importer diffuser"
_PAYING = "verser payer régler débourser"
_PAID = "percevoir/perçoit/perçoivent/percevr/perçu recevoir/reçoit/reçoivent/recevr/reçu toucher encaisser"
_RAISING = (
    "boucler annoncer réaliser finaliser clôturer sécuriser lever conclure/conclut/concluent/conclur/conclu mener effectuer "
    "obtenir/obtient/obtiennent/obtiendr/obtenu récolter opérer signer clore/clôt/closent/clor/clos"
)
_LETTING_GO = "céder revendre/revend/revendent/revendr/revendu"
_SELL = "vendre/vend/vendent/vendr/vendu"
_CLOSING = "finaliser boucler annoncer conclure/conclut/concluent/conclur/conclu achever réaliser approuver officialiser signer accepter négocier"
_BIDDING = (
    "soumettre/soumet/soumettent/soumettr/soumis présenter déposer lancer formuler faire/fait/font/fer/fait relever améliorer "
    "remettre/remet/remettent/remettr/remis retirer"
)
_ROYALTIES = (
    r"(?:paiements? (?:initia(?:l|ux)|d'étape|échelonnés?)|redevances|royalties|royautés)"
)

LICENSES = (
    Act(
        pattern=rx(any_form(_CEDING) + rf"(?= [^;]{{0,110}}?\b{_RIGHTS}\b)"),
        type="licensing",
        before="licensor",
        after="licensee",
        links=TO,
    ),
    Act(
        pattern=rx(any_form(_GETTING) + rf"(?= [^;]{{0,90}}?\b(?:licence|droits {_USES}))"),
        type="licensing",
        before="licensee",
        after="licensor",
        links=rx(rf"{FROM.pattern}|\b(?:à|au|aux)(?= {FIRM})"),
    ),
    Act(
        pattern=rx(any_form(_PAYING) + rf"(?= [^;]{{0,110}}?\b{_ROYALTIES})"),
        type="licensing",
        before="licensee",
        after="licensor",
        links=TO,
    ),
    Act(
        pattern=rx(any_form(_PAID) + rf"(?= [^;]{{0,110}}?\b{_ROYALTIES})"),
        type="licensing",
        before="licensor",
        after="licensee",
        links=rx(rf"\b(?:de la part )?(?:de|du|d')(?!\w)(?= ?{FIRM})|\bpar\b"),
    ),
    Act(
        pattern=rx(
            any_form(_ENTRUSTING)
            + rf"(?= (?:[^;]{{0,90}} )?(?:la |l'|sa |cette |d'une? |leur )?{_SELLING}\b)"
        ),
        type="distribution",
        before="supplier",
        after="distributor",
        links=TO,
    ),
    Act(
        pattern=rx(any_form(_SELLING_ON) + rf"(?= (?:[\w'-]+ ){{1,6}}?(?:de |du |d'){FIRM})"),
        type="distribution",
        before="distributor",
        after="supplier",
        links=OF,
    ),
    Act(
        pattern=rx(rf"\b(?:assur|pren|gér|détien)\w*(?: en charge)? (?:la |l'){_SELLING}\b"),
        type="distribution",
        before="distributor",
        after="supplier",
        links=OF,
    ),
)

CAPITAL = (
    Act(
        pattern=rx(any_form(_RAISING) + rf"(?= (?:[^;{{}}]{{0,60}}\b)?{_ROUND})"),
        type="investment",
        before="target",
        after="investor",
        links=rx(
            r"\b(?:menée?s?|conduite?s?|dirigée?s?|souscrite?s?|emmenée?s?|assurée?s?|pilotée?s?|réalisée?s?) (?:\w+ )?(?:par|auprès d(?:e|u|es|'))(?!\w)"
            r"|\bauprès d(?:e|u|es|')(?!\w)|\bparticipation d(?:e|u|es|')(?!\w)|\bavec (?=(?:la |le |l')?(?:[\w'-]+ ){0,4}\{c)"
        ),
        several=True,
        status="completed",
    ),
    Act(
        pattern=rx(
            r"\b(?:tour de table|levée de fonds|tour de financement|augmentation de capital) (?:a été|est) (?:\w+ )?(?:mené|conduit|dirigé|souscrit|emmené|piloté)e?s? (?:\w+ )?par\b"
        ),
        type="investment",
        before="target",
        after="investor",
        apart=True,
        status="completed",
    ),
    Act(
        pattern=rx(any_form(_LETTING_GO) + rf"(?= [^;]{{0,120}}\b(?:à|au|aux) {FIRM})"),
        type="acquisition",
        before="seller",
        after="acquirer",
        links=TO,
    ),
    Act(
        pattern=rx(
            any_form(_SELL)
            + rf"(?= (?:{_OWN} (?!{_WARES})|[^;{{}}]{{0,50}}\b{_ASSETS}\b)[^;]{{0,100}}\b(?:à|au|aux) {FIRM})"
        ),
        type="acquisition",
        before="seller",
        after="acquirer",
        links=TO,
    ),
    Act(
        pattern=rx(
            any_form(f"{_LETTING_GO} {_SELL}")
            + rf"(?= (?:tout ou partie de )?{_OWN} (?:participation|parts?|actions|titres)\b[^;{{}}]{{0,30}} (?:dans|de|du capital de|au capital de|d') ?{FIRM})"
        ),
        type="acquisition",
        before="seller",
        after="target",
        links=rx(r"\b(?:dans|d[eu'])(?!\w)"),
    ),
    Act(
        pattern=rx(
            any_form(_SELL)
            + rf"(?= (?:la société |le groupe |l'entreprise |la |le |l'|les )?\{{c\d+\}} (?:à|au|aux) {FIRM})"
        ),
        type="acquisition",
        before="seller",
        after="acquirer",
        links=TO,
    ),
    Act(
        pattern=rx(
            any_form("signer conclure/conclut/concluent/conclur/conclu")
            + r"(?= (?:[\w'-]+ ){0,3}?(?:promesse|compromis|accord|protocole|contrat) de (?:vente|cession))"
        ),
        type="acquisition",
        before="seller",
        after="acquirer",
        links=rx(r"\bavec\b"),
        status="signed",
    ),
    Act(
        pattern=rx(
            r"\bdéti(?:ent|endra|ennent|endront) (?:désormais |maintenant |ainsi |dorénavant |à présent )(?=\d[\d,.]* ?% )|\bdéti(?:endra|endront) (?=\d[\d,.]* ?% )"
        ),
        type="acquisition",
        before="acquirer",
        after="target",
        links=rx(r"% (?:du capital |des parts |des actions |des titres )?(?:de|du|d')(?!\w)"),
        status="completed",
    ),
    Act(
        pattern=rx(
            any_form("souscrire/souscrit/souscrivent/souscrir/souscrit participer contribuer")
            + r"(?= à (?:l'|une |la |un |son )(?:augmentation de capital|levée de fonds|tour de table|tour de financement))"
        ),
        type="investment",
        before="investor",
        after="target",
        links=OF,
    ),
    Act(
        pattern=rx(
            any_form("injecter apporter")
            + r"(?= [^;{}]{0,60}(?:millions?|milliards?)[^;{}]{0,40} (?:dans|au capital d))"
        ),
        type="investment",
        before="investor",
        after="target",
        links=rx(r"\b(?:dans|au capital d[eu'])(?!\w)"),
    ),
    Act(
        pattern=rx(
            rf"\b{_TALKING}(?= avec {FIRM}[^;]{{0,60}}(?:(?:lui|leur) (?:vendre|céder)|(?:la|une|sa|cette) (?:vente|cession)|(?:céder|vendre) {_OWN}))"
        ),
        type="acquisition",
        before="seller",
        after="acquirer",
        links=rx(r"\bavec\b"),
        status="negotiating",
    ),
    Act(
        pattern=rx(
            rf"\b{_TALKING}(?= [^;]{{0,140}}\b(?:racheter|acquérir|le rachat|la reprise|l'acquisition|reprendre|une prise de (?:contrôle|participation)))"
        ),
        type="acquisition",
        before="acquirer",
        after="target",
        links=rx(
            r"\b(?:racheter|acquérir|rachat d[eu']|acquisition d[eu']|reprise d[eu']|reprendre|(?:contrôle|participation) (?:de|du|d'|dans)|avec)(?!\w)"
        ),
        status="negotiating",
    ),
    Act(
        pattern=rx(
            any_form(_CLOSING)
            + rf"(?= (?:[\w'-]+ ){{0,5}}?(?:la |une |sa )?(?:vente|cession)\b[^;]{{0,110}}\b(?:à|au|aux) {FIRM})"
        ),
        type="acquisition",
        before="seller",
        after="acquirer",
        links=TO,
    ),
    Act(
        pattern=rx(
            rf"{any_form('acheter')}(?= (?:la |le |l'|son |sa )?(?:(?!à |au |aux |auprès |de |\d)[\w'-]+ ){{0,4}}\{{c\d+\}})"
            r"|\b(?:fai(?:t|re|sant)|font|fera|feront|fait) (?:\w+ )?l'acquisition d(?:e|u|es|')(?!\w)"
            r"|\b(?:procéd\w+|procèd\w+) (?:\w+ )?(?:à l'acquisition|au rachat) d(?:e|u|es|')(?!\w)|\bse (?:porte|sont portés|porter|portera)\w* acquéreurs? d(?:e|u|es|')(?!\w)"
        ),
        type="acquisition",
        before="acquirer",
        after="target",
    ),
    Act(
        pattern=rx(
            any_form(_BIDDING)
            + r"(?= (?:[\w'-]+ ){0,4}?(?:offre|opa|ope|proposition (?:de rachat|d'achat)))"
        ),
        type="acquisition",
        before="acquirer",
        after="target",
        links=rx(
            r"\b(?:sur|visant|pour (?:racheter|acquérir|le rachat d[eu'])|(?:rachat|reprise|acquisition) d(?:e|u|es|'))(?!\w)"
        ),
    ),
    Act(
        pattern=rx(
            r"\b(?:avec|via|grâce à|par|en vue d[eu]|en vue de|visant|pour|portant sur|concernant) (?:le |l'|la |au )?(?:rachat|acquisition|reprise|prise de contrôle|achat) d(?:e|u|es|')(?!\w)"
            r"|\b(?:projet|offre|intention|promesse|accord|protocole) (?:de |d'|en vue d[eu] |pour )(?:le |l'|la )?(?:rachat|acquisition|reprise|achat) d(?:e|u|es|')(?!\w)"
        ),
        type="acquisition",
        before="acquirer",
        after="target",
    ),
    Act(
        pattern=rx(
            any_form(_CLOSING)
            + r"(?= (?:[\w'-]+ ){0,4}?(?:la |une |sa )?(?:vente|cession) d(?:e|u|es|'))"
        ),
        type="acquisition",
        before="seller",
        after="target",
        links=rx(r"\b(?:vente|cession) d(?:e|u|es|')(?!\w)"),
    ),
    Act(
        pattern=rx(r"\bjet\w+ (?:son|leur) dévolu sur\b"),
        type="acquisition",
        before="acquirer",
        after="target",
        needs=rx(r"\b(?:rachet\w+|rachat|acquiert|acquis|capital|parts|actions)\b"),
    ),
    Act(
        pattern=rx(
            any_form("investir")
            + r"(?= [^;]{0,90}\bdans (?:une|la|leur|cette) (?:nouvelle )?(?:coentreprise|société commune|joint-venture|co-entreprise|entreprise commune))"
        ),
        type="joint_venture",
        before="partner",
        after="partner",
        links=rx(r"\bavec\b"),
        mutual=True,
    ),
    Act(
        pattern=rx(
            rf"\b(?:se renforce(?:r|ra|nt)?|(?:s'est|se sont) renforcée?s?|port(?:e|er|era|ent|é) (?:{_OWN} participation|à \d[\d,.]* ?%)"
            r"|augment(?:e|er|era|ent|é) (?:sa|leur) participation|rel(?:ève|ever|èvera|evé) (?:sa|leur) participation)(?!\w)"
        ),
        type="investment",
        before="investor",
        after="target",
        links=rx(r"\b(?:dans|chez|au capital d[eu']|du capital d[eu'])(?!\w)"),
    ),
    Act(
        pattern=rx(rf"{BECOMES}(?:actionnaires?|propriétaires?)\b"),
        type="acquisition",
        before="acquirer",
        after="target",
        links=OF,
    ),
)
