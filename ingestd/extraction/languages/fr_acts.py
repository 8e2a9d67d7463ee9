"""French: verbs that move something from one party to another."""

from ingestd.extraction.languages.pack import Act, rx

_TO = rx(r"\b(?:à|au|aux)\b(?! \d)(?! \{l)")
_TO_FIRM = rx(r"\b(?:à|au|aux)\b(?! \d)(?! \{[ln])")
_WITH = rx(r"\b(?:avec|auprès d[eu]?)\b")
_AT_ONCE_TO = (
    r"(?= (?:[^;{}]{0,60} )?(?:à|au|aux) (?:la |l'|le )?(?:[\w'-]+ ){0,4}\{[cbon]\d+\}"
)
_PIECE = r"(?:participation|filiale|activités?|parts|branche|division|actifs|usines?|réseau|part|pôle|marque|titres|capital)"
_HAVE = r"(?:a|ont|avait|avaient|aura|auront|vient de|viennent de|va|vont|doit|doivent|devrait|devraient)"
_WAS = r"(?:a|ont|avait|avaient) été|(?:est|sont|sera|seront|serait|seraient|fut|furent)"
_LATELY = r"(?: (?:[\wà-ÿ'-]+)){0,5}"
_BUYS = (
    r"acquérir|acquiert|acquièrent|acquerra|acquerront|rachète(?:nt)?|racheter|rachètera|rachèteront|rachetant|rachèterait"
    r"|(?:a|ont|avait|aurait|auraient|ayant) (?:\w+ )?(?:acquis|racheté|repris)|reprend(?:ra|ront|re)?(?= (?:la |le |l'|les )?(?:(?!avec |de |du |des |à |au |chez |pour |en )[\w'-]+ ){0,4}\{c)"
    r"|prend(?:re|ra|rait)? le contrôle d[eu'](?: l['a])?|(?:a|ont) pris le contrôle d[eu']|s'offre(?:nt)?|s'est offert|se sont offert|s'offrir"
    r"|absorbe(?:r|ra)?|met(?:tre|tra|trait)? la main sur|(?:a|ont) mis la main sur|s'empare(?:r|ra)? d[eu']|s'est emparé d[eu']|avale(?:r|ra)?"
)
_HOLDING = r"(?:\d[\d,.]* ?%|la totalité|l'intégralité|une part(?:ie|icipation)?|la majorité|le solde|les parts|la moitié|un tiers|un quart)"

ACTS = (
    Act(
        pattern=rx(
            rf"\b(?:{_HAVE} )?(?:{_LATELY} )?(?:accord\w+|octro\w+|consent\w*|débloqu\w+)\b"
            rf"{_AT_ONCE_TO} [^;{{}}]{{0,40}}(?:prêt|crédit|financement))"
        ),
        type="financing",
        before="lender",
        after="borrower",
        links=_TO,
    ),
    Act(
        pattern=rx(
            r"\b(?:confi(?:é|er|e|ent|era|eront)|concéd(?:é|er|era)|concède(?:nt)?|attribu(?:é|er|e|era))\b"
            r"(?= (?:[^;]{0,90} )?(?:la |l'|sa |cette )(?:distribution|commercialisation|vente|importation)\b)"
        ),
        type="distribution",
        before="supplier",
        after="distributor",
        links=_TO,
    ),
    Act(
        pattern=rx(
            r"\b(?:confi(?:é|er|e|ent|era|eront)|attribu(?:é|er|e|ent|era)|adjug(?:é|er|e))\b"
            r"(?= (?:[^;]{0,120}[ '])?(?:construction|réalisation|fourniture|exploitation|maintenance|entretien|rénovation|modernisation|conception|"
            r"gestion|déploiement|livraison|fabrication|travaux|chantier|marché|contrat|étude|extension|réhabilitation|production|transport)\b)"
        ),
        type="supply",
        before="buyer",
        after="supplier",
        links=_TO,
        status="signed",
    ),
    Act(
        pattern=rx(
            r"\b(?:(?:a|ont|avait) (?:\w+ )?(?:choisi|retenu|sélectionné|désigné|préféré|mandaté)|choisit|retient|sélectionne)\b"
            r"(?= [^;]{0,90}\bpour (?:la |le |l'|les |son |sa |ses )?(?:fourni|constr|équip|livr|moderni|réalis|mainten|déploy|déploi|exploit|produi|gérer|gest|"
            r"développ|install|conce|lanc|bâti|form|héberg|opér|sécuris|numéris|aliment|ravitaill|imprim|doubl|achemin|fabri|assur|transport|rénov|étend))"
        ),
        type="supply",
        before="buyer",
        after="supplier",
    ),
    Act(
        pattern=rx(
            rf"\b(?:{_WAS}) (?:\w+ )?(?:retenue?s?|choisie?s?|sélectionnée?s?|désignée?s?|mandatée?s?) par\b"
        ),
        type="supply",
        before="supplier",
        after="buyer",
        needs=rx(r"\bpour\b"),
    ),
    Act(
        pattern=rx(
            rf"\b(?:céd(?:er|era|eront|ée?|erait)|cède(?:nt)?|vend(?:re|ra|ront|u|ent|rait|)?)\b"
            rf"(?= (?:(?:[\w'%.,{{}}-]+ ){{0,10}}?{_PIECE}\b|\{{c\d+\}} (?:à|au|aux)\b))"
        ),
        type="acquisition",
        before="seller",
        after="acquirer",
        links=_TO_FIRM,
    ),
    Act(
        pattern=rx(
            rf"\b(?:{_WAS}) (?:\w+ )?(?:cédée?s?|vendue?s?|transférée?s?|reprise?s?)(?= [^;]{{0,30}}\b(?:à|au|aux)\b)"
        ),
        type="acquisition",
        before="target",
        after="acquirer",
        links=_TO_FIRM,
    ),
    Act(
        pattern=rx(
            r"\b(?:concède(?:nt)?|concéd(?:er|era|é)|accorde(?:nt)?|accord(?:er|era|é)|octroie(?:nt)?|octroy(?:er|é))\b"
            r"(?= [^;]{0,90}?(?:licence|droits|brevet))"
        ),
        type="licensing",
        before="licensor",
        after="licensee",
        links=_TO,
    ),
    Act(
        pattern=rx(r"\b(?:lev(?:é|er|ait)|lève(?:nt)?|lèvera)\b"),
        type="investment",
        before="target",
        after="investor",
        links=rx(
            r"\b(?:menée? par|auprès d(?:e|u|es|')|conduite? par|dirigée? par|participation d(?:e|u|es|')|souscrite? par)(?!\w)"
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
            r"\b(?:(?:est|sont) entrée?s? en (?:négociations?|discussions?|pourparlers)(?: exclusives?| avancées?)?|négocie(?:nt|r)?|discute(?:nt|r)?"
            r"|(?:mène|mènent|poursuit|poursuivent|a entamé|ont entamé) des (?:négociations|discussions|pourparlers)(?: exclusives?| avancées?)?)\b"
            r"(?= [^;]{0,120}\b(?:racheter|acquérir|le rachat|la reprise|l'acquisition|reprendre|la cession))"
        ),
        type="acquisition",
        before="acquirer",
        after="target",
        links=rx(
            r"\b(?:avec|racheter|acquérir|rachat d[eu']|acquisition d[eu']|reprise d[eu']|reprendre)\b"
        ),
        status="negotiating",
    ),
    Act(
        pattern=rx(
            r"\bnégocie(?:nt|r)?\b(?= [^;]{0,90}\b(?:la vente|la livraison|l'exportation|la fourniture)\b)"
        ),
        type="supply",
        before="supplier",
        after="buyer",
        links=_WITH,
        status="negotiating",
    ),
    Act(
        pattern=rx(
            r"\b(?:négocie|discute)(?:nt|r)?\b(?= [^;]{0,90}\b(?:l'achat|l'approvisionnement|la commande|la location|l'acquisition d'une? )\b)"
        ),
        type="supply",
        before="buyer",
        after="supplier",
        links=_WITH,
        status="negotiating",
    ),
    Act(
        pattern=rx(
            r"\b(?:lanc(?:e|er|era|é)|dépos(?:e|er|era|é)|annonc(?:e|é))(?: [\w'-]+){0,2} (?:opa|ope|offre (?:publique )?(?:d'achat|de rachat|amicale|hostile)?)"
        ),
        type="acquisition",
        before="acquirer",
        after="target",
        links=rx(r"\b(?:sur|visant)\b"),
    ),
    Act(
        pattern=rx(
            r"\b(?:finalis\w+|boucl\w+|annonc\w+|achev\w+|conclu\w*|officialis\w+|réalis\w+|approuv\w+)(?: [\w'-]+){0,6}? (?:l'acquisition|le rachat|la reprise|la prise de contrôle|l'achat)(?= (?:de |du |d'|par ))"
        ),
        type="acquisition",
        before="acquirer",
        after="target",
    ),
    Act(
        pattern=rx(rf"\b(?:{_BUYS})(?!\w)"),
        type="acquisition",
        before="acquirer",
        after="target",
    ),
    Act(
        pattern=rx(
            rf"\b(?:pren(?:d|dre|dra|ant)|(?:a|ont) pris|acquiert|acquérir|(?:a|ont) acquis|achète|achètera|acheter|(?:a|ont) acheté|rachète|détiendra)"
            rf"(?= (?:[\w'-]+ ){{0,3}}{_HOLDING})"
        ),
        type="acquisition",
        before="acquirer",
        after="target",
        links=rx(
            rf"{_HOLDING} (?:du capital |des parts |des actions |des titres |supplémentaires )?(?:d[eu']|dans|au capital d[eu'])"
        ),
    ),
    Act(
        pattern=rx(
            rf"\b(?:{_WAS})?(?: \w+)? ?(?:rachetée?s?|acquise?s?|reprise?s?|absorbée?s?) par\b"
        ),
        type="acquisition",
        before="target",
        after="acquirer",
    ),
    Act(
        pattern=rx(
            r"\b(?:fusionner|fusionne|fusionnent|fusionnera|fusionneront|fusionneraient|(?:a|ont) fusionné|se marient|se marier|(?:vont|veulent) se rapprocher|se rapprochent)\b"
        ),
        type="merger",
        before="partner",
        after="partner",
        links=rx(r"\b(?:avec|d[eu])\b"),
        mutual=True,
    ),
    Act(
        pattern=rx(
            r"\b(?:investir|investit|investira|investiront|investissent|(?:a|ont) investi|prend(?:ra|re)? une participation|(?:a|ont) pris une participation"
            r"|entr(?:e|er|era|ent|erait)(?= (?:[^;{}]{0,40} )?au (?:tour de table|capital))|(?:est|sont) entrée?s?(?= (?:[^;{}]{0,40} )?au (?:tour de table|capital))"
            r"|mont(?:e|er|era)(?= (?:à \d[\d,.]* ?% )?(?:au|du) capital)|s'intéress(?:e|erait|ent|eraient)(?= (?:au capital|à))|souscri(?:t|ra|re))\b"
        ),
        type="investment",
        before="investor",
        after="target",
        links=rx(
            r"\b(?:dans|chez|au capital d[eu']?|au tour de table d[eu']?|du capital d[eu']?|(?<=eresserait) à)\b"
        ),
    ),
    Act(
        pattern=rx(
            r"\b(?:fournir|fournira|fourniront|fournit|fournissent|(?:a|ont) fourni|livrer|livrera|livreront|livre|livrent|(?:a|ont) livré"
            r"|vendre|vendra|vendront|(?:a|ont) vendu|vend|vendent|exporter|exportera|louera|(?:a|ont) loué|installera|installer|construira)\b"
        ),
        type="supply",
        before="supplier",
        after="buyer",
        links=rx(r"\b(?:à|au|aux|pour le compte d[eu']?|chez)(?!\w)"),
    ),
    Act(
        pattern=rx(
            r"\b(?:commander|(?<!une )(?<!la )(?<!cette )(?<!sa )(?<!leur )(?<!nouvelle )(?<!première )(?<!de )commande|commandent|commandera|(?:a|ont|avait|aurait) (?:\w+ )?commandé|acheter|achète|achètent|achètera|achèteront"
            r"|(?:a|ont|avait) (?:\w+ )?acheté|importera|importer|s'approvisionner|s'approvisionnera)\b"
        ),
        type="supply",
        before="buyer",
        after="supplier",
        links=rx(r"\b(?:à|au|auprès d(?:e|u|es|')|aux|chez)(?!\w)"),
    ),
    Act(
        pattern=rx(
            r"\b(?:prêter|prêtera|prête|(?:a|ont) prêté|finance|financera|financer|(?:a|ont) financé|(?:accord|octroi|consent)\w*(?: [^;{}]{0,40}?)? (?:prêt|crédit|financement|(?:millions|milliards) d(?:e |')\w+))\b"
        ),
        type="financing",
        before="lender",
        after="borrower",
        links=_TO,
    ),
    Act(
        pattern=rx(r"\b(?:emprunt(?:e|er|era|ent|é))\b"),
        type="financing",
        before="borrower",
        after="lender",
        links=rx(r"\b(?:à|au|aux|auprès d(?:e|u|es|'))(?!\w)"),
    ),
    Act(
        pattern=rx(
            r"\b(?:s'(?:associ|alli)(?:e|ent|er|era|eront)|(?:s'est|se sont) (?:associée?s?|alliée?s?)|collabor(?:e|ent|er|era|eront)|coopèrent|coopéreront"
            r"|uni(?:ssent|ront) leurs forces|font alliance|s'uni(?:ssent|ront)|(?:lanc|cré|développ|constru|mont|bâti)\w*(?= avec (?:la |le |l'|son |sa )?(?:[\w'-]+ ){0,4}\{[cbo]))\b"
        ),
        type="agreement",
        before="partner",
        after="partner",
        links=rx(r"\b(?:à|avec|au)\b"),
        mutual=True,
    ),
    Act(
        pattern=rx(
            r"\b(?:faire don|fait don|(?:a|ont) (?:\w+ )?fait don|fera don|(?:a|ont) (?:\w+ )?offert|(?:a|ont) (?:\w+ )?remis|(?:a|ont) (?:\w+ )?donné|(?:donne|donnera|donner)(?= (?:\d|un million|des (?:masques|doses|médicaments|équipements|livres)|du matériel))|légué)\b"
            r"(?! (?:naissance|lieu|suite|raison|accès|vie|cours))(?! (?:son|leur|sa|des|un|une|le|la) (?:accord|avis|feu|démission|explications|ordre|sentiment|impression|rapport|copie|rendez|détails|chiffres|preuve|lieu|raison|suite))"
        ),
        type="donation",
        before="donor",
        after="recipient",
        links=_TO,
    ),
    Act(
        pattern=rx(
            r"\b(?:distribuer|distribuera|distribueront|distribue|commercialiser|commercialisera|commercialiseront|importera)\b"
        ),
        type="distribution",
        before="distributor",
        after="supplier",
        links=rx(
            r"\b(?:pour|fabriquée?s? par|produits? d[eu']|modèles d[eu']|véhicules d[eu']|vins d[eu']|gamme d[eu']|médicaments d[eu']|appareils d[eu'])(?!\w)"
        ),
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
)
