"""French: how deals are told."""

from ingestd.extraction.languages.fr_acts import ACTS
from ingestd.extraction.languages.fr_commerce import CAPITAL, LICENSES
from ingestd.extraction.languages.fr_oblique import ACTS_OBLIQUE
from ingestd.extraction.languages.fr_services import MONEY, ORDERS, TOGETHER, WORK
from ingestd.extraction.languages.pack import (
    Frames,
    cue,
    pact,
    rx,
)

_LATELY = (
    r"(?:(?:par ailleurs|en outre|de plus|en effet|également|aussi|ainsi|ensuite|déjà|récemment|hier|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|"
    r"officiellement|notamment|enfin|finalement|parallèlement|[\w']+) ){0,2}"
)
_FIRMS = (
    r"organisation|société|groupe|entreprise|compagnie|banque|fonds|constructeur|firme|laboratoire|opérateur|distributeur|éditeur|assureur|armateur|"
    r"équipementier|industriel|coopérative|exploitant|producteur|fournisseur|énergéticien|avionneur|brasseur|sidérurgiste|start-up|jeune pousse|biotech|"
    r"fabricant|chaîne|enseigne|maison|régie|holding|institut|université|ministère|transporteur|mutuelle|pétrolier|minier|géant"
)

FRAMES = Frames(
    pacts=(
        pact(
            r"(?:protocoles?|mémorandums?|memorandums?|lettres?|déclarations?) d'(?:accords?|entente|intention)|mémorand(?:um|a|ums)(?: de coopération)?|mous?",
            "mou",
        ),
        pact(
            r"(?:accords?|contrats?) (?:[\w-]+ )?(?:de|sur le|portant sur le|relatif au) transferts? de (?:technologies?|savoir-faire|compétences)",
            "technology_transfer",
        ),
        pact(
            r"(?:accords?|contrats?) (?:[\w-]+ )?de licences?|licences? (?:exclusive|d'exploitation|de production)",
            "licensing",
        ),
        pact(
            r"(?:coentreprise|co-entreprise|joint[ -]venture|(?:société|entreprise|filiale|structure|entité) (?:commune|mixte|conjointe))s?",
            "joint_venture",
        ),
        pact(
            r"accords? (?:[\w-]+ )?de libre[ -]échange|accords? commercia(?:l|ux)|accords? de partenariat économique|ale",
            "trade",
        ),
        pact(
            r"(?:accords?|contrats?|commandes?|marchés?) (?:[\w-]+ )?(?:de|d'|pour la|portant sur la|pour l'|portant sur l')\s?(?:fourniture|livraison|approvisionnement|achat|vente)",
            "supply",
        ),
        pact(
            r"commandes?(?: ferme| fermes)?(?= (?:de |d'|pour |portant |auprès |à |record))",
            "supply",
        ),
        pact(
            r"(?:accords?|contrats?|conventions?) (?:[\w-]+ )?(?:de distribution|d'importation|de franchise|de commercialisation)",
            "distribution",
        ),
        pact(
            r"(?:accords?|contrats?|conventions?) (?:[\w-]+ )?de (?:prêt|financement|crédit|subvention)s?|lignes? de crédit|prêts?(?! à)|crédits? syndiqués?",
            "financing",
        ),
        pact(r"(?:accords?|contrats?) (?:[\w-]+ )?d'investissement", "investment"),
        pact(
            r"(?<!son )(?<!leur )(?<!sa )(?:acquisition|rachat|reprise|prise de contrôle) (?:de|du|des|d')",
            "acquisition",
        ),
        pact(
            r"(?:accords?|projets?|traités?) (?:[\w-]+ )?de (?:fusion|rapprochement|mariage|regroupement|combinaison)|fusion|(?<=d'un )rapprochement|(?<=leur )rapprochement",
            "merger",
        ),
        pact(
            r"(?:accords?|contrats?) (?:[\w-]+ )?(?:d'acquisition|de rachat|d'achat d'actions|de cession|de reprise)",
            "acquisition",
        ),
        pact(
            r"(?:accords?|contrats?) (?:[\w-]+ )?de (?:production|fabrication|sous-traitance|co-production|coproduction)",
            "production",
        ),
        pact(
            r"(?:accords?|contrats?|conventions?|partenariats?) (?:[\w-]+ )?de (?:collaboration (?:de |en matière de )?)?(?:recherche|coopération scientifique|collaboration scientifique|r&d)"
            r"|(?:programmes?|projets?|laboratoires?|chaires?)(?: (?:conjoint|commun|de recherche)s?){1,2}|laboratoires? conjoints?|chaires? industrielles?"
            r"|collaboration(?=s? (?:[\w'-]+ ){0,3}(?:avec|entre) [^.;]{0,160}\b(?:recherche|clinique|étude|développer|essai|molécules?|vaccins?|scientifique))"
            r"|(?:collaborations?|partenariats?|alliances?) (?:de recherche|scientifiques?|cliniques?|académiques?|de r&d)",
            "research_cooperation",
        ),
        pact(
            r"(?:négociations|discussions|pourparlers)(?= (?:exclusives |avancées )?(?:[\w-]+ ){0,6}?entre )"
            r"(?=[^.;]{0,160}\b(?:en vue d|pour (?:la|le|l'|racheter|acheter|fournir|vendre|construire|produire)|sur (?:la|le|l'|une?) (?:fourniture|rachat|vente|cession|achat"
            r"|fusion|licence|partenariat|construction|transport|livraison)))",
            "other",
        ),
        pact(
            r"(?:accords?|contrats?|conventions?|pactes?|partenariats?|traités?|protocoles?|alliances?|concessions?|marchés? publics?|collaborations?"
            r"|(?:un|deux|trois|ce|le) (?:\w+ )?marchés?(?= (?:de \d|d'un montant|d'une valeur|portant|pour l|estimé|évalué)))",
            "agreement",
        ),
    ),
    plural=rx(
        r"(?:protocoles|mémorandums|accords|contrats|conventions|documents|lettres|partenariats|memoranda|mous|commandes)\b"
    ),
    signs=(
        cue(
            rf"(?:a|ont|avait|avaient|avoir|ayant|aurait) {_LATELY}(?:signé|conclu|paraphé|scellé|noué|passé|formalisé|officialisé|ratifié|prolongé|renouvelé|reconduit|étendu|finalisé)(?:e?s?)?"
            rf"|(?:a|ont|avait|avaient) été {_LATELY}(?:signé|conclu|paraphé|scellé|noué)e?s?|signé(?:e?s?)? (?:par|avec|entre|à|le|hier|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)|conclu(?:e?s?)? (?:avec|entre|par|le|hier)"
            rf"|vien(?:t|nent) de (?:signer|conclure|parapher|sceller|nouer)",
            "signed",
        ),
        cue(
            r"signature|signe|signent|signer|signant|signeront|signera|signé|signés|signée|signées|étend|étendent|élargit|élargissent|renforcent|prolongent|renouvellent|reconduisent|approfondissent|conclure|conclut|concluent|paraphe|paraphent|noue|nouent|scelle|scellent|prolonge|renouvelle|reconduit",
            "signed",
        ),
        cue(
            rf"(?:a|ont) {_LATELY}(?:attribué|octroyé|accordé|adjugé|notifié|consenti|approuvé)|attribue|octroie|accordent?|adjuge|notifie|consent",
            "announced",
            gives=True,
        ),
        cue(
            rf"(?:a|ont) {_LATELY}(?:décroché|remporté|obtenu|reçu|gagné|empoché|enregistré|engrangé)|remporte|décroche|obtient|empoche|(?:s'est|se sont) vue?s? (?:confier|attribuer|accorder|octroyer)",
            "announced",
            gives=False,
        ),
        cue(
            rf"(?:a|ont) {_LATELY}(?:trouvé|annoncé|créé|lancé|fondé|constitué|dévoilé|formé|monté|établi|initié|instauré|entamé|mis (?:sur pied|en place))"
            rf"|(?:va|vont) (?:créer|lancer|former|constituer)|parven\w+ à|annoncent?|créent?|lancent?|former|créer|constituer|monter|forment?|constituent?|fondent|montent|mettent (?:sur pied|en place)|donn\w+ naissance à"
            r"|(?:est|sont|sera|seront|(?:a|ont) été) (?:créée?|formée?|lancée?|constituée?|annoncée?|dévoilée?)s?",
            "announced",
        ),
        cue(r"négoci\w+|pourparlers|discut\w+|discussions", "negotiating"),
        cue(
            r"est entrée? en vigueur|entrera en vigueur|entre en vigueur|ratifié\w*", "in_force"
        ),
        cue(
            rf"(?:a|ont|avait|avaient) {_LATELY}(?:résilié|rompu|annulé|mis fin|mis un terme|dénoncé|renoncé|suspendu|cassé|quitté)|résili\w+|rupture|annulation|rompt|annule|annulée?s?|rompue?s?|met(?:tent)? fin|met(?:tent)? un terme|dénonce",
            "terminated",
        ),
        cue(rf"(?:a|ont) {_LATELY}(?:finalisé|achevé|bouclé)|finalis\w+|boucl\w+", "completed"),
    ),
    acts=LICENSES + CAPITAL + ACTS + ACTS_OBLIQUE + WORK + ORDERS + MONEY + TOGETHER,
    cues=(
        cue(
            r"si|s'il|à moins|dément\w*|démenti|aucun (?:accord|contrat|projet)|aucune (?:discussion|négociation|offre)|exclu(?:t|ent|re)?|écart(?:e|é|ent)|pas (?:encore )?(?:signé|conclu)|n'(?:a|ont) (?:pas|jamais)|ne (?:signera|signeront|sera|seront) pas|jamais|refus\w+|procès|tribunal|poursuiv\w+|plainte|appel[ée]\w* à|a demandé|ont demandé|demandent?|souhait\w+|espèr\w+|espér\w+|proposé|propose|devrait envisager|voudrait|voudraient|cherche à|appelle",
            None,
        ),
        cue(
            r"(?<!se )retir\w+|capot\w+|jet\w+ l'éponge|résili\w+|rompu\w*|annul\w+|mis fin|mis un terme|met(?:tent)? fin|renonc\w+|suspend\w*|rupture|abandonn\w+|échoué",
            "terminated",
        ),
        cue(
            r"(?!devrai)\w+rai(?:t|ent)|rumeurs?|selon des sources|sources? proches?|pourrai(?:t|ent)|envisage\w*|étudie\w*|songe\w*",
            "rumoured",
        ),
        cue(r"négoci\w+|pourparlers|discussions?|discut\w+|en discussion", "negotiating"),
        cue(
            r"va|vont|prévoi\w+|prévu\w*|compte|comptent|projett\w+|doit|doivent|s'apprêt\w+|prépar\w+|prochain\w*|signer(?:a|ont)|(?:\w+[^a\W])(?:era|eront|ira|iront|dra|dront)|prêt à|s'engag\w+|d'ici",
            "planned",
        ),
        cue(r"finalis\w+|boucl\w+|achev\w+", "completed"),
        cue(r"accepté d[e']|annonc\w+|convenu\w*", "announced"),
    ),
    between=rx(r"\bentre\b"),
    with_=rx(
        r"\bde la part d(?:e|u|es|')(?!\w)|(?:(?<=reçu )|(?<=obtenu )|(?<=décroché ))d(?:u |e la |e l'|e |')(?=(?:[\w'-]+ ){0,4}\{[cbon])|\b(?:avec|auprès d(?:e|u|es|'))(?!\w)|\bà(?= (?:la |le |l'|son |sa |une? )?(?:[\w'-]+ ){0,4}\{[cbo])|\baux?(?= (?:[\w'-]+ ){0,4}\{[cbo])"
    ),
    by=rx(r"\bpar\b"),
    conjunction=r"(?:,? et|,? ainsi que|,| &)",
    breaks=rx(
        r";|: (?=\")|\b(?:que|qu'|qui|dont|tandis|alors que)(?= )|(?<=qu')|\b(?:déclaré|annoncé|indiqué|affirmé|précisé|expliqué)\b(?= (?:que|qu))|(?<=,) (?:après|avant|lorsque|mais)\b"
    ),
    drops=(
        rx(r"\b(?:selon|d'après) (?:le |la |l'|les )?(?:[\w'-]+ ){0,3}\{[cbop]\d+\},"),
        rx(r"\([^(){}]*\)|\(\{[^{}]*\}\)"),
        rx(
            r",(?= (?:un|une|qui|dont|filiale|spécialis|basé|fondé|détenu|dirigé|l'un|l'une|propriété|numéro|leader|premier|première|(?:le|la|l') ?(?!\{)(?:[\w'-]+ ){0,3}(?:société|groupe|constructeur|filiale|numéro|fabricant|producteur|géant|plus|premier|première|leader|deuxième|compagnie|banque|capitale))\w*\b)[^,;]{1,140},"
        ),
        rx(r"(?<=\}) (?:du |de la |de l'|d'|des |en |de |au |aux |à )\{[ln]\d+\}"),
        rx(r"(?<=\}),? (?:du|de la|de l'|en|des|de|au|aux|à) ?\{[ln]\d+\}"),
    ),
    places=rx(
        r"\b(?:en|à|au|aux|dans|de|du|des|vers|de la|de l'|d'|sur|chez|hors|pour)(?: (?:le|la|les|tout|toute|l'))? ?$"
    ),
    witnesses=rx(
        r"\b(?:en présence d(?:e|es|u)|sous les yeux d|sous l'égide d|devant le)\b|en présence d'"
    ),
    result=rx(
        r"\b(?:pour que|afin que|permettant à|de sorte que|ce qui permettra à) (?:la |le |l')?(?:[\w'-]+ ){0,4}?(\{[cbo]\d+\}) (?:puisse |de |d')?(?:[\w-]+ )?(?:produire|fabriquer|produise|fabrique|assembler)"
    ),
    under=rx(
        r"\b(?:aux termes d|en vertu d|dans le cadre d|selon les termes d)(?:e l'|u |e cet |e ce |'un |e la |e cette )(?:[\w-]+ ){0,3}?(?:accord|contrat|protocole|convention|partenariat)\b"
    ),
    worth=rx(
        r"(?:d'un montant (?:total |global )?d[e']|d'une valeur (?:totale |globale )?d[e']|évalué\w* à|estimé\w* à|pour|valoris(?:é|ant|e|ent|erait)\w* (?:[\w'-]+ ){0,6}?à|atteindr\w*|atteint|avoisin\w+|dépass\w+|se chiffr\w+ à|se mont\w+ à|représent\w+|totalis\w+|à hauteur d[e']|de|d'|investi(?:r|t|ra|ront|ssent)?(?: ensemble| au total)?|prêt\w*|inject\w+|lev(?:é|er|ant)(?: en \w+| \w+di)?|vers(?:é|er|era)|octroi\w*|montant (?:à|de)|s'élève à|s'élèvent à|portant sur|apportera|versera|paiera|débours\w+|initial de|estimée? à|chiffrée? à|fixée? à|vendue? |cédée? |mis|moyennant|contre|(?:facture|coût|prix|montant) :|obtenu|(?<=\})) ?(?:plus de |près de |environ |quelque |un total de )?$"
    ),
    not_worth=rx(
        r"\b(?:chiffre d'affaires|ventes|bénéfices?|exportations?|importations?|budget|fonds d|dette|pertes?|recettes|capitalisation|échanges|commerce bilatéral|revenus?|actifs|amende|inférieure?s? d|supérieure?s? d|en (?:hausse|baisse) d|prime|dommages|loyer|salaires|manque à gagner|capital social|par (?:an|mois|dose|unité|tonne|baril)|la (?:tonne|dose|pièce)|le (?:baril|kilo|quintal|mètre)|l'unité)\b"
    ),
    anaphora=rx(
        rf"\b(?:l'|la |le |cette |ce |cet |du |au )(?:{_FIRMS})\b(?! (?:d[eu'u ]|des|\{{|[\w-]+(?:ais|aise|ois|oise|ien|ienne|ain|aine|and|ande|que|sse|ole|usse|al|ale|if|ive|er|ère|eux|euse|ine|ane|ate|ote|erne|arde|iste|mane)\b))"
    ),
    event=rx(
        r"\b(?:à l'issue|en marge|lors|à l'occasion|au terme|s'est (?:clôturée?|terminée?|achevée?|conclue?)|au cours) ?(?:d|par|de)"
    ),
    lists=rx(r"\b(?:produits?|gamme|portefeuille|médicaments|vaccins|modèles)\b"),
    sports=rx(
        r"\b(?:attaquant|ligues? mineures?|ligues? majeures?|repêchage|agent libre|saison régulière|ligue 2|sélectionneur|quart de finale|demi-finale|play-offs|milieu de terrain|gardien de but|défenseur|mercato|ligue 1|club de football|entraîneur|buts|ligue des champions|footballeur|buteur)\b"
    ),
    about=rx(
        r"\bsur\b|\bpour(?! un montant)(?! une somme)(?! [\d.,]+ (?:millions?|milliards?|euros|ans|mois))\b|\b(?:relatif|relative)s? (?:à la|aux?|à)\b|\bvisant à\b"
        r"|\bdestinée?s? (?:à|aux?)\b|\bconcernant\b|\ben matière d[e']|\bdans le domaine d[eu']"
    ),
    ends=rx(
        r"\b(?:avec|entre|d'un montant|d'une valeur|selon|après|qui|que|dont|a annoncé|a indiqué|signée?s?)\b|\ben présence\b|\bpour [\d.,]+ (?:millions?|milliards?)"
        r"|\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\b| - "
    ),
    delivers=rx(
        r"(?:accords?|contrats?|marchés?) (?:[\w-]+ )?(?:de |pour la |portant sur la )(?:fourniture|livraison|vente)"
        r"|(?:accords?|contrats?|marchés?) (?:[^.;{}]{0,60} )?(?:pour|afin de|visant à|prévoyant de) (?:fournir|livrer|construire|installer|vendre|équiper)\b"
    ),
    sells=rx(
        r"(?:accords?|contrats?|marchés?) (?:[\w-]+ )?(?:de |pour la |portant sur la )(?:fourniture|livraison|vente)"
        r"|(?:accords?|contrats?|marchés?) (?:[^.;{}]{0,60} )?(?:pour|afin de|visant à|prévoyant de) (?:fournir|livrer|construire|installer|vendre|équiper)\b"
    ),
    buys=rx(r"commandes?\b|(?:accords?|contrats?) (?:[\w-]+ )?d'(?:achat|approvisionnement)"),
    takes_on=rx(r",? qui (?:distribuera|vendra|commercialisera|importera|représentera)\b"),
    goes_on=rx(
        r"\W*(?:le projet(?=,? (?:d'un montant|d'une valeur|est (?:estim|évalu|chiffr)|s'élève|porte))|le (?:contrat|marché|montant|prix|coût|document|texte|partenariat|programme)|l'(?:accord|opération|investissement|acquisition|ensemble|enveloppe|entente|attributaire)|la (?:convention|transaction|vente|"
        r"commande|livraison|cession|mise en service|valeur|somme|coentreprise|nouvelle (?:entité|société|coentreprise))|le (?:groupement|consortium|rachat|rapprochement|financement)|les (?:deux )?(?:partenaires|groupes|sociétés|entreprises|parties|associés)"
        r"|à l'issue de (?:cette|la) (?:transaction|opération)|aux termes d(?:e cet|e ce|e cette|e l'|u)|(?:avec|par|grâce à) (?:cette|ce|cet)|dans le cadre de (?:cet|cette|ce)|il est (?:assorti|doté|valable|conclu|prévu)|elle (?:est assortie|prévoit|porte)|il (?:prévoit|porte|comprend|court|couvre)|celui-ci|celle-ci)\b"
        r"|\W*(?:\{[cbon]\d+\}|(?:la |le |l')(?:[\w'-]+ ){0,2}[\w'-]+) (?:apportera|versera|paiera|déboursera|investira|mettra|percevra|recevra|déboursera|s'engage à verser)\b"
    ),
    both=rx(
        r"\b(?:les|ces|leurs) deux (?:(?P<nations>pays|nations|états|gouvernements|capitales|parties prenantes)|groupes|sociétés|entreprises|partenaires|parties|compagnies|banques"
        r"|constructeurs|opérateurs|firmes|laboratoires|industriels|acteurs|assureurs|coopératives|établissements|maisons|armateurs|éditeurs)\b"
    ),
    valued=rx(
        r"\b(?:transaction|opération|contrat|marché|commande|accord|cession|rachat|acquisition|vente|prêt|partenaires|groupes)\b.{0,40}"
        r"\b(?:atteindr\w*|atteint|s'élèv\w+|se mont\w+|évalu\w+|estim\w+|chiffr\w+|valoris\w+|représent\w+|port\w+ sur|d'un montant|d'une valeur|investiront)\b.{0,25}$"
        r"|\b(?:coût|montant|prix|valeur)\b.{0,40}\b(?:évalué\w*|estimé\w*|chiffré\w*|s'élève|atteint|est de|fixé\w*)\b.{0,15}$"
    ),
    dated=rx(
        r"\b(?:signée?s?|conclue?s?|finalisée?s?|bouclée?s?|réalisée?s?|paraphée?s?|scellée?s?|signature)\b"
    ),
    the_order=rx(r"\W*(?:la|cette) (?:[\w€.,-]+ ){0,2}commande\b"),
    priced=rx(r" (?:d'investissements?|de travaux|de commandes?|de prêts?|de crédits?)\b"),
    only_if=rx(r"\b(?:si|s'il|sous réserve|à condition)\b"),
    separate=rx(r"\b(?:deux|trois|quatre|cinq|plusieurs)(?: [\w-]+){0,2} $"),
    pairs=rx(r"\brespectivement\b|\bdans cet ordre\b"),
    of_parties=rx(
        r"\b(?:gouvernement|république|royaume|état|(?<!dans la )(?<!près de la )ville|mairie|municipalité|métropole|région|commune) (?:du |de la |de l'|d'|de |des )?$"
    ),
)
