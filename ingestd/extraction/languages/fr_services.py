"""French: verbs of work, supply, credit and alliance, class by class, as agencies and papers use them."""

from ingestd.extraction.languages.fr_commerce import BECOMES, FIRM, FROM, OF, TO
from ingestd.extraction.languages.fr_verbs import any_form, future
from ingestd.extraction.languages.pack import Act, rx

_PARTY = r"(?:la |le |l'|les |son |sa )?(?:[\w'-]+ ){0,5}\{[cbon]\d+\}"
_FOR_WHOM = rx(
    r"\b(?:à|au|aux)\b(?! (?:\d|hauteur|partir|titre|compter|taux|horizon|projet|financement|cours))(?! \{l)"
    r"|\b(?:en faveur|au profit|au bénéfice|à l'attention|pour le compte) d(?:e|u|es|'|e la|e l')(?!\w)"
)
_CREDIT = r"(?:aide (?:financière|budgétaire|d'urgence)|plan d'aide|appui budgétaire|prêts?|crédits?|financements?|emprunts?|facilités?|enveloppe|découvert|avance)"
_WORKING = (
    "construire/construit/construisent/construir/construit rénover installer déployer moderniser exploiter entretenir bâtir opérer gérer "
    "héberger réhabiliter concevoir/conçoit/conçoivent/concevr/conçu livrer fournir réaliser fabriquer assembler imprimer transporter "
    "acheminer développer produire/produit/produisent/produir/produit maintenir/maintient/maintiennent/maintiendr/maintenu"
)
_EQUIPPING = "habiller équiper approvisionner alimenter doter ravitailler fournir"
_CHOOSING = "choisir retenir/retient/retiennent/retiendr/retenu sélectionner désigner mandater missionner"
_ENTRUSTING = "confier attribuer adjuger notifier concéder"
_WINNING = "décrocher remporter obtenir/obtient/obtiennent/obtiendr/obtenu gagner engranger"
_CONTRACT = (
    r"(?:contrats?|marchés?|commandes?|concession|construction|fourniture|réalisation|exploitation|maintenance|gestion|livraison"
    r"|déploiement|travaux|chantier|modernisation|rénovation|lot|renouvellement|entretien|restauration|refonte|numérisation|conception|études?"
    r"|assistance|infogérance|hébergement|sécurité|sécurisation|nettoyage|transport|collecte|traitement|formation|mission|fabrication|impression"
    r"|extension|aménagement|réhabilitation|équipement|migration|pilotage|organisation|production|raccordement|dragage|forage|démantèlement)"
)
_LENDING = (
    "accorder octroyer consentir allouer débloquer approuver valider apporter avancer verser prêter signer fournir "
    "mettre/met/mettent/mettr/mis étendre/étend/étendent/étendr/étendu"
)
_GRANTING = "accorder octroyer consentir allouer débloquer prêter avancer"
_BORROWING = (
    "obtenir/obtient/obtiennent/obtiendr/obtenu contracter décrocher lever sécuriser recevoir/reçoit/reçoivent/recevr/reçu signer "
    "souscrire/souscrit/souscrivent/souscrir/souscrit mobiliser boucler finaliser conclure/conclut/concluent/conclur/conclu négocier"
)
_BACKING = "accompagner soutenir/soutient/soutiennent/soutiendr/soutenu financer"
_SPONSORING = "parrainer sponsoriser"
_MAKING = "produire/produit/produisent/produir/produit fabriquer assembler"

WORK = (
    Act(
        pattern=rx(
            any_form(_EQUIPPING)
            + rf"(?= {FIRM}[^;{{}}]{{0,40}}(?: en | de | d'| avec | jusqu| pendant| pour | à partir| dès |,|$)| en [^;{{}}]{{0,60}}\{{[cbo]\d+\}})"
        ),
        type="supply",
        before="supplier",
        after="buyer",
    ),
    Act(
        pattern=rx(
            any_form(_WORKING)
            + rf"(?= [^;]{{0,100}}\bpour(?: le compte d(?:e|u|es|'))? (?!\w+(?:er|ir|re) ){FIRM})"
        ),
        type="supply",
        before="supplier",
        after="buyer",
        links=rx(
            rf"\bpour(?: le compte d(?:e|u|es|'))?(?!\w)(?! \w+(?:er|ir|re) )(?= ?{FIRM})"
        ),
    ),
    Act(
        pattern=rx(
            any_form("lancer effectuer mener assurer opérer piloter organiser")
            + rf"(?= [^;]{{0,100}}\bpour le compte d(?:e|u|es|') ?{FIRM})"
        ),
        type="supply",
        before="supplier",
        after="buyer",
        links=rx(r"\bpour le compte d(?:e|u|es|')(?!\w)"),
    ),
    Act(
        pattern=rx(
            any_form(_CHOOSING)
            + rf"(?= {FIRM}[^;]{{0,80}}\b(?:pour|comme|afin d|en tant que|dans le cadre|en vue d)(?!\w))"
        ),
        type="supply",
        before="buyer",
        after="supplier",
    ),
    Act(
        pattern=rx(
            r"\b(?:est|sont|sera|seront|(?:a|ont|avait) été|vient d'être|se voit|se voient) (?:\w+ )?(?:retenue?s?|choisie?s?|sélectionnée?s?|désignée?s?|mandatée?s?|reconduite?s?|missionnée?s?) par(?!\w)"
            r"(?= [^;]{0,140}\b(?:pour|comme|afin d|en tant que|dans le cadre)(?!\w))"
        ),
        type="supply",
        before="supplier",
        after="buyer",
    ),
    Act(
        pattern=rx(
            rf"\b(?:(?:s'est|se sont) vue?s?|se voi(?:t|ent)) (?:\w+ )?(?:confier|attribuer|notifier|adjuger|octroyer|accorder|passer)(?= [^;]{{0,140}}\b{_CONTRACT}\b)"
        ),
        type="supply",
        before="supplier",
        after="buyer",
        links=rx(r"\bpar\b"),
        status="signed",
    ),
    Act(
        pattern=rx(any_form(_ENTRUSTING) + rf"(?= (?:[^;]{{0,150}}[ '])?{_CONTRACT}\b)"),
        type="supply",
        before="buyer",
        after="supplier",
        links=TO,
    ),
    Act(
        pattern=rx(any_form(_WINNING) + rf"(?= (?:[^;]{{0,150}}[ '])?{_CONTRACT}\b)"),
        type="supply",
        before="supplier",
        after="buyer",
        links=rx(
            r"\bauprès d(?:e|u|es|')(?!\w)|\b(?:de|du|d'|avec|pour)(?!\w)(?= ?(?:la |le |l'|les )?(?:[\w'-]+ ){0,3}\{[cbo])"
        ),
    ),
    Act(
        pattern=rx(
            rf"{BECOMES}(?:fournisseurs?|prestataires?|sous-traitants?|hébergeurs?|transporteurs?|exploitants?|opérateurs?)\b"
        ),
        type="supply",
        before="supplier",
        after="buyer",
        links=OF,
    ),
    Act(
        pattern=rx(
            rf"{BECOMES}(?:distributeurs?|importateurs?|concessionnaires?|revendeurs?)\b"
        ),
        type="distribution",
        before="distributor",
        after="supplier",
        links=OF,
    ),
    Act(
        pattern=rx(
            rf"{BECOMES}(?:partenaires?|sponsors?|parrains?|mécènes?|équipementiers?|commanditaires?)\b"
        ),
        type="agreement",
        before="partner",
        after="partner",
        links=OF,
    ),
)

ORDERS = (
    Act(
        pattern=rx(
            any_form(
                "confirmer annoncer finaliser approuver officialiser négocier conclure/conclut/concluent/conclur/conclu"
            )
            + rf"(?= (?:[\w'-]+ ){{0,4}}?(?:l'achat|la commande|l'acquisition|la location) (?:de |d')(?:\d+|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze|vingt)\b[^;{{}}]{{0,60}}(?:à|au|aux|auprès d[eu']) ?{FIRM})"
        ),
        type="supply",
        before="buyer",
        after="supplier",
        links=rx(r"\b(?:à|au|aux|auprès d[eu'])(?!\w)(?! \d)(?! \{[ln])"),
    ),
    Act(
        pattern=rx(
            any_form("commander")
            + r"(?= (?:\d+|un|une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze|quinze|vingt|plusieurs|des)\b)"
        ),
        type="supply",
        before="buyer",
        after="supplier",
        links=rx(r"\b(?:à|au|auprès d[eu']|aux|chez)(?!\w)(?! \d)(?! \{l)"),
        apart=True,
    ),
    Act(
        pattern=rx(
            any_form(
                "signer passer confirmer exercer conclure/conclut/concluent/conclur/conclu"
            )
            + r"(?= (?:[\w'-]+ ){0,3}?(?:contrats?|accords?|commandes?|options?)(?: fermes?)? (?:d'achat|pour l'achat|portant sur l'achat|portant sur|de \d|d'une? |pour \d))"
        ),
        type="supply",
        before="buyer",
        after="supplier",
        links=rx(r"\b(?:avec|auprès d[eu'])(?!\w)"),
        apart=True,
        status="signed",
    ),
)

MONEY = (
    Act(
        pattern=rx(
            any_form(_LENDING)
            + rf"(?= [^;{{}}]{{0,90}}\b{_CREDIT}\b[^;]{{0,130}}\b(?:à|au|aux|faveur d[eu']|profit d[eu']|bénéfice d[eu']|compte d[eu']) ?{_PARTY})"
        ),
        type="financing",
        before="lender",
        after="borrower",
        links=_FOR_WHOM,
    ),
    Act(
        pattern=rx(
            any_form(_GRANTING)
            + rf"(?= (?:à|au|aux) {_PARTY}[^;]{{0,50}}(?:\b{_CREDIT}\b|\b(?:millions?|milliards?)\b))"
        ),
        type="financing",
        before="lender",
        after="borrower",
        links=_FOR_WHOM,
    ),
    Act(
        pattern=rx(any_form("prêter") + r"(?= [^;{}]{0,60}\b(?:millions?|milliards?)\b)"),
        type="financing",
        before="lender",
        after="borrower",
        links=_FOR_WHOM,
    ),
    Act(
        pattern=rx(any_form(_BORROWING) + rf"(?= [^;]{{0,110}}\b{_CREDIT}\b)"),
        type="financing",
        before="borrower",
        after="lender",
        links=FROM,
    ),
    Act(
        pattern=rx(
            any_form(_BACKING)
            + rf"(?= {FIRM}[^;{{}}]{{0,60}}\b(?:à hauteur d|via un prêt|par un prêt|avec un prêt|au moyen d'un prêt))"
        ),
        type="financing",
        before="lender",
        after="borrower",
    ),
)

TOGETHER = (
    Act(
        pattern=rx(
            rf"\b(?:{future(_MAKING)}|(?:va|vont) (?:produire|fabriquer|assembler))(?= (?:les?|la|l'|des|du|son|sa|ses) [^;{{}}]{{1,80}}(?:de |du |d'){FIRM})"
        ),
        type="production",
        before="manufacturer",
        after="partner",
        links=OF,
    ),
    Act(
        pattern=rx(any_form(_SPONSORING)),
        type="agreement",
        before="partner",
        after="partner",
    ),
    Act(
        pattern=rx(
            r"\b(?:se rapproch(?:er|ent|eront)|convol(?:er|ent)|s'unir|ne faire qu'un|se regrouper)\b"
        ),
        type="merger",
        before="partner",
        after="partner",
        links=rx(r"\b(?:avec|d[eu'])(?!\w)"),
        mutual=True,
    ),
    Act(
        pattern=rx(
            r"\b(?:uni(?:ssent|ront|r)|join(?:dre|dront|gnent)|allient|associent|mett(?:ent|ront|re) en commun|conjuguent|mutualis(?:ent|eront|er)) (?:leurs (?:forces|efforts|compétences|moyens|expertises|savoir-faire|activités|capacités)|en commun)"
            r"|\bpartag(?:er|ent|eront) leurs (?:codes|réseaux?|infrastructures|données|capacités)\b"
            r"|\b(?:f(?:ont|eront|aire)|ont fait) (?:équipe|alliance|cause commune)\b|\bs'entend(?:ent|ront)\b|\bse sont entendue?s\b"
        ),
        type="agreement",
        before="partner",
        after="partner",
        links=rx(r"\b(?:à|avec|au)\b"),
        mutual=True,
    ),
    Act(
        pattern=rx(
            rf"\b(?:{future(_MAKING)}|va produire|vont produire)(?= [^;{{}}]{{0,70}}\bavec {FIRM})"
        ),
        type="production",
        before="manufacturer",
        after="partner",
        links=rx(r"\bavec\b"),
    ),
)
