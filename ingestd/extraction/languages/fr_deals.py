"""French: how deals are told."""

from ingestd.extraction.languages.pack import (
    Act,
    Frames,
    cue,
    pact,
    rx,
)

FRAMES = Frames(
    pacts=(
        pact(
            r"(?:protocoles?|mémorandums?|memorandums?|lettres?) d'(?:accords?|entente|intention)|mémorand(?:um|a|ums)(?: de coopération)?|mous?",
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
            r"(?:coentreprise|co-entreprise|joint[ -]venture|société commune|entreprise commune)s?",
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
        pact(r"(?:accords?|contrats?) (?:[\w-]+ )?de distribution", "distribution"),
        pact(
            r"(?:accords?|contrats?|conventions?) (?:[\w-]+ )?de (?:prêt|financement|crédit)s?|lignes? de crédit|prêts?",
            "financing",
        ),
        pact(r"(?:accords?|contrats?) (?:[\w-]+ )?d'investissement", "investment"),
        pact(
            r"(?<!son )(?<!leur )(?<!sa )(?:acquisition|rachat|reprise|prise de contrôle) (?:de|du|d')",
            "acquisition",
        ),
        pact(r"(?:accords?|projets?) (?:[\w-]+ )?de fusion|fusion", "merger"),
        pact(
            r"(?:accords?|contrats?) (?:[\w-]+ )?(?:d'acquisition|de rachat|d'achat d'actions)",
            "acquisition",
        ),
        pact(
            r"(?:accords?|contrats?) (?:[\w-]+ )?de (?:production|fabrication|sous-traitance|co-production|coproduction)",
            "production",
        ),
        pact(
            r"(?:accords?|contrats?|conventions?|partenariats?) (?:[\w-]+ )?de (?:recherche|coopération scientifique|collaboration scientifique)",
            "research_cooperation",
        ),
        pact(
            r"(?:accords?|contrats?|conventions?|pactes?|partenariats?|traités?|protocoles?)",
            "agreement",
        ),
    ),
    plural=rx(
        r"(?:protocoles|mémorandums|accords|contrats|conventions|documents|lettres|partenariats|memoranda|mous)\b"
    ),
    signs=(
        cue(
            r"(?:a|ont|avait|avaient|avoir|ayant) (?:[\w']+ )?(?:signé|conclu|paraphé|scellé|noué|passé)(?:e?s?)?|(?:a|ont) été (?:signé|conclu|paraphé|scellé)e?s?|signé(?:e?s?)? (?:par|avec|entre)|conclu(?:e?s?)? (?:avec|entre|par)",
            "signed",
        ),
        cue(
            r"signature|signe|signent|signer|signant|signeront|signera|signé|signés|conclure|conclut|concluent|paraphe",
            "signed",
        ),
        cue(
            r"(?:a|ont) (?:trouvé|décroché|remporté|annoncé|obtenu|approuvé|accordé|créé|lancé|octroyé|reçu)|(?:va|vont) (?:créer|lancer)|parven\w+ à|annoncent?|créent?|accordent?|obtient|lancent?|former|créer|accorde",
            "announced",
        ),
        cue(r"négoci\w+|pourparlers|discut\w+|discussions", "negotiating"),
        cue(
            r"est entrée? en vigueur|entrera en vigueur|entre en vigueur|ratifié\w*", "in_force"
        ),
        cue(
            r"(?:a|ont) (?:résilié|rompu|annulé|mis fin|dénoncé|renoncé|suspendu)|résili\w+|rupture|annulation|rompt|annule",
            "terminated",
        ),
        cue(r"(?:a|ont) (?:finalisé|achevé|bouclé)|finalis\w+|boucl\w+", "completed"),
    ),
    acts=(
        Act(
            pattern=rx(
                r"\b(?:(?:a|ont|va|vont|avait) (?:accord|octroy|consent|débloqu)\w+|(?:accorde|octroie|consent)\w*)\b"
                r"(?= (?:[^.;{}]{0,40} )?(?:à|au|aux) (?:la |l'|le )?(?:[\w'-]+ ){0,4}\{[cbon]\d+\} [^.;{}]{0,40}(?:prêt|crédit|financement))"
            ),
            type="financing",
            before="lender",
            after="borrower",
            links=rx(r"\b(?:à|au|aux)\b"),
        ),
        Act(
            pattern=rx(
                r"\b(?:céd(?:er|era|ée?)|cède(?:nt)?|vend(?:re|ra|u|ent|)?)\b(?= (?:[\w'%.,{}-]+ ){0,10}?(?:participation|filiale|activités?|parts|branche|division|actifs)\b)"
            ),
            type="acquisition",
            before="seller",
            after="acquirer",
            links=rx(r"\b(?:à|au|aux)\b"),
        ),
        Act(
            pattern=rx(
                r"\b(?:(?:a|ont|va|vont) (?:accord|octroy|concéd)\w+|accorde(?:nt)?|concède(?:nt)?)\b(?= [^.;]{0,90}\b(?:licence|droits)\b)"
            ),
            type="licensing",
            before="licensor",
            after="licensee",
            links=rx(r"\b(?:à|au|aux)\b"),
        ),
        Act(
            pattern=rx(r"\b(?:lev(?:é|er|ait)|lève)\b"),
            type="investment",
            before="target",
            after="investor",
            links=rx(
                r"\b(?:menée? par|auprès d[eu]|conduite? par|dirigée? par|participation d[eu])\b"
            ),
            needs=rx(r"\b(?:levée|tour de table|auprès|millions|milliards)\b"),
            several=True,
        ),
        Act(
            pattern=rx(r"\b(?:transfér(?:er|era|eront|é|ée|ait)|transfère(?:nt)?)\b"),
            type="technology_transfer",
            before="transferor",
            after="recipient",
            links=rx(r"\b(?:à|au|aux|vers)\b"),
            needs=rx(r"technolog|savoir-faire|produit|licence|production"),
        ),
        Act(
            pattern=rx(
                r"\b(?:acquérir|acquiert|a acquis|ont acquis|acquerra|rachète(?:nt)?|racheter|rachètera|rachèteront|a racheté|ont racheté|rachetant|prend(?:re|ra)? le contrôle d[eu'](?: l['a])?|a pris le contrôle de|s'offre|s'est offert)\b"
            ),
            type="acquisition",
            before="acquirer",
            after="target",
        ),
        Act(
            pattern=rx(r"\b(?:racheté|rachetée|acquis|acquise|repris|reprise) par\b"),
            type="acquisition",
            before="target",
            after="acquirer",
        ),
        Act(
            pattern=rx(
                r"\b(?:fusionner|fusionne|fusionnent|fusionnera|fusionneront|a fusionné|ont fusionné)\b"
            ),
            type="merger",
            before="partner",
            after="partner",
            links=rx(r"\bavec\b"),
        ),
        Act(
            pattern=rx(
                r"\b(?:investir|investit|investira|investiront|investissent|a investi|ont investi|prend(?:ra|re)? une participation|a pris une participation)\b"
            ),
            type="investment",
            before="investor",
            after="target",
            links=rx(r"\b(?:dans|chez|au capital d[eu]?)\b"),
        ),
        Act(
            pattern=rx(
                r"\b(?:fournir|fournira|fourniront|fournit|fournissent|a fourni|ont fourni|livrer|livrera|livreront|livre|livrent|a livré|ont livré|vendre|vendra|a vendu|vend|exporter|exportera)\b"
            ),
            type="supply",
            before="supplier",
            after="recipient",
            links=rx(r"\b(?:à|au|aux)\b"),
        ),
        Act(
            pattern=rx(
                r"\b(?:commander|commande|commandent|commandera|a commandé|ont commandé|acheter|achète|achètera|a acheté|ont acheté|importera|importer)\b"
            ),
            type="supply",
            before="buyer",
            after="supplier",
            links=rx(r"\b(?:à|au|auprès d[eu]|aux)\b"),
        ),
        Act(
            pattern=rx(
                r"\b(?:prêter|prêtera|prête|a prêté|ont prêté|finance|financera|financer|(?:accord|octroi|consent)\w*(?: [^.;{}]{0,40}?)? (?:prêt|crédit|financement|(?:millions|milliards) d(?:e |')\w+))\b"
            ),
            type="financing",
            before="lender",
            after="borrower",
            links=rx(r"\b(?:à|au|aux)\b"),
        ),
        Act(
            pattern=rx(
                r"\b(?:s'associ(?:e|ent|er|era|eront)|collabor(?:e|ent|er|era|eront))\b"
            ),
            type="agreement",
            before="partner",
            after="partner",
            links=rx(r"\b(?:à|avec)\b"),
        ),
        Act(
            pattern=rx(
                r"\b(?:faire don|fait don|a fait don|ont fait don|offert|a remis|donne|donnera|donner)\b"
            ),
            type="donation",
            before="donor",
            after="recipient",
            links=rx(r"\b(?:à|au|aux)\b"),
        ),
        Act(
            pattern=rx(
                r"\b(?:distribuer|distribuera|distribue|commercialiser|commercialisera)\b"
            ),
            type="distribution",
            before="distributor",
            after="supplier",
            links=rx(r"\b(?:pour|fabriqués? par|de)\b"),
        ),
        Act(
            pattern=rx(
                r"\b(?:produi(?:re|t|ra|sant|sent)|fabriqu(?:er|e|era|ent|ant)|assembl(?:er|e|era|ent|ant)|embouteill\w+)\b"
            ),
            type="production",
            before="manufacturer",
            after="partner",
            links=rx(r"\bavec\b"),
            needs=rx(r"\b(?:sous licence|dans le cadre d'un|en vertu d'un|aux termes d'un)"),
            status="in_force",
            alone=True,
        ),
    ),
    cues=(
        cue(
            r"si|s'il|à moins|dément\w*|démenti|aucun (?:accord|contrat|projet)|pas (?:encore )?(?:signé|conclu)|n'(?:a|ont) (?:pas|jamais)|ne (?:signera|signeront|sera|seront) pas|jamais|refus\w+|procès|tribunal|poursuiv\w+|plainte|appel[ée]\w* à|a demandé|ont demandé|demandent?|souhait\w+|espèr\w+|espér\w+|proposé|propose|devrait envisager|voudrait|voudraient|cherche à|appelle",
            None,
        ),
        cue(r"résili\w+|rompu\w*|annul\w+|mis fin|renonc\w+|suspend\w*|rupture", "terminated"),
        cue(
            r"serai(?:t|ent)|aurai(?:t|ent)|rumeurs?|selon des sources|sources? proches?|pourrai(?:t|ent)|envisage\w*|étudie\w*|songe\w*",
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
    with_=rx(r"\b(?:avec|auprès d[eu])\b"),
    by=rx(r"\bpar\b"),
    conjunction=r"(?:,? et|,? ainsi que|,| &)",
    breaks=rx(
        r"[;:]|\b(?:que|qu'|qui|dont|tandis|alors que)(?= )|(?<=qu')|\b(?:déclaré|annoncé|indiqué|affirmé|précisé|expliqué)\b(?= (?:que|qu))|(?<=,) (?:après|avant|lorsque|mais)\b"
    ),
    drops=(
        rx(r"\([^(){}]*\)|\(\{[^{}]*\}\)"),
        rx(
            r",(?= (?:un|une|qui|dont|filiale|spécialis|basé|fondé|détenu|dirigé|l'un|l'une|propriété|numéro|leader|premier|première|(?:le|la|l') ?(?!\{)(?:[\w'-]+ ){0,3}(?:société|groupe|constructeur|filiale|numéro|fabricant|producteur|géant|plus|premier|première|leader|deuxième|compagnie|banque|capitale))\w*\b)[^,;]{1,140},"
        ),
        rx(r"(?<=\}) (?:du |de la |de l'|d'|des |en |de |au |aux |à )\{[ln]\d+\}"),
        rx(r"(?<=\}),? (?:du|de la|de l'|en|des|de|au|aux|à) ?\{[ln]\d+\}"),
    ),
    places=rx(
        r"\b(?:en|à|au|aux|dans|de|du|des|vers|de la|de l'|d'|sur|chez|hors|pour)(?: (?:le|la|les|tout|toute))? ?$"
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
        r"(?:d'un montant (?:total |global )?d[e']|d'une valeur (?:totale |globale )?d[e']|évalué\w* à|estimé\w* à|pour|valorisé\w* à|à hauteur d[e']|de|d'|investi(?:r|t|ra|ront)?|prêt\w*|lev(?:é|er|ant)|vers(?:é|er|era)|octroi\w*|montant (?:à|de)|s'élève à|portant sur) ?(?:plus de |près de |environ |quelque |un total de )?$"
    ),
    not_worth=rx(
        r"\b(?:chiffre d'affaires|ventes|bénéfices?|exportations?|importations?|budget|fonds d|dette|pertes?|recettes|capitalisation|échanges|commerce bilatéral|revenus?|actifs|amende|par (?:an|mois|dose|unité))\b"
    ),
    anaphora=rx(
        r"\b(?:l'organisation|la société|le groupe|l'entreprise|la compagnie|la banque|le fonds|le constructeur|la firme|le laboratoire)\b(?! (?:d|\{|[\w-]+ \{|[\w-]+(?:ais|aise|ois|oise|ien|ienne|ain|aine|and|ande|que|sse|ole|usse)\b))"
    ),
    event=rx(
        r"\b(?:à l'issue|en marge|lors|à l'occasion|au terme|s'est (?:clôturée?|terminée?|achevée?|conclue?)|au cours) ?(?:d|par|de)"
    ),
    lists=rx(r"\b(?:produits?|gamme|portefeuille|médicaments|vaccins|modèles)\b"),
    sports=rx(
        r"\b(?:attaquant|milieu de terrain|gardien de but|défenseur|mercato|ligue 1|club de football|entraîneur|buts|ligue des champions|footballeur|buteur)\b"
    ),
    about=rx(
        r"\bsur\b|\bpour(?! un montant)(?! une somme)(?! [\d.,]+ (?:millions?|milliards?|euros|ans|mois))\b|\b(?:relatif|relative)s? (?:à la|aux?|à)\b|\bvisant à\b"
        r"|\bdestinée?s? (?:à|aux?)\b|\bconcernant\b|\ben matière d[e']|\bdans le domaine d[eu']"
    ),
    ends=rx(
        r"\b(?:avec|entre|d'un montant|d'une valeur|selon|après|qui|que|dont|a annoncé|a indiqué|signée?s?)\b|\ben présence\b|\bpour [\d.,]+ (?:millions?|milliards?)"
        r"|\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\b| - "
    ),
    of_parties=rx(
        r"\b(?:gouvernement|république|royaume|état) (?:du |de la |de l'|d'|de |des )?$"
    ),
)
