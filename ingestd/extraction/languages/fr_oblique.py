"""French: everyday words that tell of a deal, as journalists use them."""

from ingestd.extraction.languages.pack import Act, rx

_TO = rx(r"\b(?:à|au|aux)\b(?! \d)(?! \{l)")
_HAVE = r"(?:a|ont|avait|avaient|vient d'avoir|aura|auront)"
_LATELY = r"(?: (?:enfin|finalement|officiellement|également|aussi|déjà|récemment|hier|ainsi))?"
_THINGS = r"(?:\d|un million|une? |deux|trois|quatre|cinq|six|sept|huit|dix|douze|quinze|vingt|des |du matériel|son aide|leur aide)"
_BACKED = rx(r"\bpour\b|\bafin d|\bcontrat|\bcommande|\bmarché\b|\bchantier")

ACTS_OBLIQUE = (
    Act(
        pattern=rx(
            rf"\b(?:{_HAVE}{_LATELY} )?(?:jeté (?:son|leur) dévolu sur|porté (?:son|leur) choix sur|fait appel à|fait confiance à|misé sur|opté pour"
            r"|donné (?:sa|leur) préférence à)(?!\w)"
            r"|\b(?:s'est|se sont|se) tourn\w+ vers\b|\bfait (?:de nouveau )?appel à(?!\w)"
        ),
        type="supply",
        before="buyer",
        after="supplier",
        needs=_BACKED,
    ),
    Act(
        pattern=rx(
            r"\b(?:s'est équipée?|se sont équipée?s|s'équip(?:e|ent|era|eront)|se fourni(?:t|ra|ront|ssent)|se ravitaill\w+|"
            r"(?:a|ont|avait|vient de|viennent de) pass(?:é|er) commande)\b"
        ),
        type="supply",
        before="buyer",
        after="supplier",
        links=rx(r"\b(?:chez|auprès d(?:e|u|es)|auprès d'|à|au|aux)(?!\w)(?! \d)(?! \{l)"),
    ),
    Act(
        pattern=rx(
            r"\b(?:deven(?:ir|u|ue)|devient|deviendra|devenait) (?:ainsi |désormais )?(?:le |la |l')?(?:seule? |unique |nouvelle |nouveau |premier |première )?"
            r"(?:propriétaire|actionnaire majoritaire|actionnaire unique)(?= (?:d[eu] |de l|d'|des ))"
            r"|\b(?:fait|faire|fera) main basse sur\b|\bs'adjuge(?:r|ra)?\b|\bpren(?:d|dre|dra) les rênes d[eu]\b"
        ),
        type="acquisition",
        before="acquirer",
        after="target",
    ),
    Act(
        pattern=rx(
            r"\b(?:pass(?:e|ent|era|eront|er)|(?:est|sont) passée?s?|tomb(?:e|era)|(?:est|sont) tombée?s?|entr(?:e|era|er)|(?:est|sont) entrée?s?|rejoi(?:nt|ndra)|rejoindre|(?:a|ont) rejoint|basculer?a?)"
            r" (?:ainsi |désormais |officiellement )?(?:sous (?:le |la |l')?(?:pavillon|contrôle|bannière|coupe|houlette)|dans (?:le |la |l')(?:giron|escarcelle|portefeuille)|aux mains|entre les mains|le giron)"
            r"|\b(?:appartien(?:t|nent|dra|dront)) (?:désormais|maintenant|dorénavant) (?=à |au |aux )"
            r"|\b(?:est|sera|devient|deviendra) (?:désormais |dorénavant )?(?:la )?propriété(?= d)"
            r"|\b(?:(?:a|ont) )?(?:chang(?:e|ent|é|era) de (?:mains?|propriétaire)|trouvé (?:preneur|repreneur|acquéreur))(?= [^;]{0,40}(?:profit|avec|en la personne|auprès|chez|par) )"
        ),
        type="acquisition",
        before="target",
        after="acquirer",
    ),
    Act(
        pattern=rx(
            rf"\b{_HAVE}{_LATELY} (?:obtenu|reçu|décroché|empoché|touché)(?= (?:[^;]{{0,50}}(?:prêt|crédit|financement|rallonge|avance|euros|dollars) )?"
            r"(?:auprès )?(?:de la |de l'|du |de |d'|des )(?:[\w'-]+ ){0,3}\{[cbo]\d+\})(?=[^;]{0,90}(?:prêt|crédit|financement|avance|millions|milliards|euros))"
            r"(?![^;]{0,90}\b(?:commandes?|contrats?|marchés?|lots?)\b)"
        ),
        type="financing",
        before="borrower",
        after="lender",
        links=rx(
            r"(?<!\w)(?:auprès d[eu]|de la|de l'|du|de|d'|des)(?!\w)(?= ?(?:[\w'-]+ ){0,3}\{[cbo])"
        ),
    ),
    Act(
        pattern=rx(
            rf"\b{_HAVE}{_LATELY} fait (?:cadeau|présent)\b|\bf(?:ait|ont|era) (?:cadeau|présent) d"
            rf"|(?<!l')(?<!une )(?<!son )(?<!cette )(?<!d')(?<!leur )\boffr(?:e|ent|ira|iront|ait)(?= (?:[^;]{{0,60}} )?(?:à|au|aux) (?:la |l'|le )?(?:[\w'-]+ ){{0,3}}\{{[cbon]\d+\}} {_THINGS})"
            rf"|(?<!l')(?<!une )(?<!son )(?<!cette )(?<!d')(?<!leur )\boffr(?:e|ent|ira|iront)(?= {_THINGS}[^;]{{0,60}} (?:à|au|aux) (?:la |l'|le )?(?:[\w'-]+ ){{0,3}}\{{[cbon]\d+\}})"
            rf"|\b{_HAVE}{_LATELY} (?:offert|donné|remis)(?= (?:à|au|aux) (?:la |l'|le )?(?:[\w'-]+ ){{0,3}}\{{[cbon]\d+\}} {_THINGS})"
        ),
        type="donation",
        before="donor",
        after="recipient",
        links=_TO,
    ),
    Act(
        pattern=rx(
            r"\b(?:(?:a|ont|vient de|viennent d['e]) ?(?:\w+ )?(?:accord|octroy|allou|vers|attribu|consenti|débloqu|remis)\w*|(?:accorde|octroie|alloue|verse|attribue|débloque)(?:nt|ra|ront)?|(?:accordera|octroiera|allouera|débloquera))\b"
            r"(?= [^;]{0,60}(?:subvention|aide|dotation|bourse|enveloppe|rallonge|don) )"
        ),
        type="donation",
        before="donor",
        after="recipient",
        links=_TO,
    ),
    Act(
        pattern=rx(
            r"\b(?:versera|verseront|verse|paiera|paie|apportera)(?= [^;]{0,120}\bpour (?:accrocher|donner|associer|inscrire|apposer|prêter|afficher) (?:son|leur) (?:enseigne|nom|logo|marque))"
        ),
        type="agreement",
        before="partner",
        after="partner",
        links=_TO,
    ),
    Act(
        pattern=rx(
            r"\b(?:approuv\w+|vot\w+|enterin\w+|entérin\w+|scell\w+|célébr\w+)(?= [^;{}]{0,40}(?:l'union|le mariage|les noces|le rapprochement|l'alliance) (?:de \{[cbo]\d+\} )?avec )"
            r"|\b(?:s'unir|convoler|se fondre|(?:s'est|se sont) unie?s?)\b(?= (?:à|avec|dans|au))"
        ),
        type="merger",
        before="partner",
        after="partner",
        links=rx(r"\b(?:avec|à|dans|au)\b"),
        mutual=True,
    ),
    Act(
        pattern=rx(
            r"\b(?:ont|a) dit oui(?= (?:à|au|aux) (?:la |l'|le )?(?:[\w'-]+ ){0,4}\{[cbo])"
        ),
        type="acquisition",
        before="target",
        after="acquirer",
        links=_TO,
        needs=rx(r"."),
    ),
    Act(
        pattern=rx(
            r"\b(?:(?:a|ont) (?:pris à bail|pris en location|loué)|pren(?:d|nent|dra|dront) (?:à bail|en location)|loue(?:nt|ra|ront)?|affrèt\w+|affrétera|(?:a|ont) affrété)\b"
            r"(?= [^;]{0,120}(?:à|au|aux|auprès d[eu'])(?: la| l')? ?(?:[\w'-]+ ){0,3}\{[cbo]\d+\})"
        ),
        type="agreement",
        before="partner",
        after="partner",
        links=rx(r"\b(?:auprès d[eu]|à|au|aux)\b(?! \d)(?! \{l)"),
    ),
    Act(
        pattern=rx(
            r"\b(?:assurera|assureront|prendra en charge|prendront en charge|se chargera|se chargeront|s'occupera|entretiendra|recyclera|recycleront|traitera|collectera|"
            r"transportera|acheminera|achemineront|hébergera|exploitera|nettoiera|restaurera|rénovera|bâtira|bâtiront|équipera|équiperont)\b"
        ),
        type="agreement",
        before="supplier",
        after="buyer",
        links=rx(
            r"\bpour(?: le compte d(?:e la|e l'|e|u|es))?\b(?= (?:la |le |l'|les )?(?:[\w'-]+ ){0,3}\{[cbo])"
        ),
    ),
    Act(
        pattern=rx(
            r"\b(?:march\w+|avanc\w+|travaill\w+|f(?:ait|ont|era|eront) (?:route|cause)) (?:désormais )?(?:main dans la main|commune|de concert|ensemble)\b"
            r"|\b(?:(?:a|ont) topé|s'adosse(?:r|ra)?|(?:s'est|se sont) adossée?s?|(?:s'est|se sont) rapprochée?s?)(?= (?:avec|à|au|d[eu]))"
        ),
        type="agreement",
        before="partner",
        after="partner",
        links=rx(r"\b(?:avec|à|au|d[eu]|d')\b"),
        mutual=True,
    ),
)
