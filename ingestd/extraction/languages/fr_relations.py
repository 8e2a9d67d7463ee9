"""French: words that tell how two organisations stand to each other."""

from ingestd.extraction.languages.pack import Clue, told

_FILL = r"(?:(?!pas |plus )(?:[\w%.'-]+|\{[nl]\d+\}) ){0,4}?"
_OF = r"(?:de la |de l'|du |des |de |d')(?:[\w'-]+ ){0,4}?"
_AT = r"(?:à la |à l'|au |aux |à )(?:[\w'-]+ ){0,4}?"
_BY = r"par (?:la |le |les |l')?(?:[\w'-]+ ){0,4}?"
_SHARE = r"(?:environ |près de |quelque )?\d[\d, ]*% ?(?:du capital |des parts |des actions )?"

CLUES: tuple[Clue, ...] = (
    told("subsidiary", rf"{{1}},? (?:est |qui est )?(?:une |la |sa )?{_FILL}(?:filiale|branche|division|unité) {_FILL}{_OF}{{2}}", "first"),
    told("subsidiary", rf"{{1}},? (?:et |via |par |avec )?(?:sa|sa nouvelle|ses) (?:filiales?|branche|division) {_FILL}{{2}}", "second"),
    told("subsidiary", rf"{{1}},? (?:qui )?(?:appartient|appartenant) {_AT}{{2}}", "first"),
    told("subsidiary", rf"{{1}},? (?:est |qui est )?(?:détenue?|contrôlée?|possédée?) {_BY}{{2}}", "first"),
    told("subsidiary", rf"{{1}},? (?:la )?(?:maison mère|société mère|propriétaire) {_OF}{{2}}", "second"),
    told("shareholder", rf"{{1}},? (?:qui )?(?:détient|possède|contrôle) {_SHARE}{_OF}{{2}}", "first"),
    told("shareholder", rf"{{1}},? (?:est |qui est )?(?:détenue?|contrôlée?) à {_SHARE}{_BY}{{2}}", "second"),
    told("shareholder", rf"{{1}},? (?:est |qui est )?(?:l'|le |un )?(?:[\w-]+ )?actionnaire {_FILL}{_OF}{{2}}", "first"),
    told("competitor", rf"{{1}},? (?:et |ou )?(?:son|sa|ses) {_FILL}(?:rivale?s?|concurrente?s?) {_FILL}{{2}}"),
    told("competitor", rf"{{1}},? (?:est )?(?:le |la |un |une )?(?:rivale?|concurrente?) {_FILL}{_OF}{{2}}"),
    told("competitor", r"{1},? (?:qui )?(?:concurrence|est en concurrence avec) (?:la |le |l')?{2}"),
    told("client", rf"{{1}},? (?:est |qui est )?(?:un |le |l'un des )?{_FILL}(?:client|clients) {_OF}{{2}}", "first"),
    told("client", rf"{{1}},? (?:est |qui est )?(?:un |le |l'un des )?{_FILL}(?:fournisseurs?|sous-traitants?|équipementier) {_OF}{{2}}", "second"),
    told("listing", rf"{{1}},? (?:est |qui est )?(?:une société )?(?:cotée?|introduite?) {_FILL}(?:à la |sur le |sur la |sur l'|sur |à l'|à ){{2}}", "second"),
    told("regulator", rf"{{1}},? (?:est |qui est )?(?:régulée?|supervisée?|agréée?) {_BY}{{2}}", "second"),
    told("merger", r"{1} (?:a|avait) fusionné (?:en \d{4} )?avec (?:la |le |l')?{2}"),
    told("acquirer", rf"{{1}},? (?:a été )?(?:racheté|acquis|repris)e? (?:en \d{{4}} )?{_BY}{{2}} en \d{{4}}", "second"),
    told("acquirer", rf"{{1}} (?:a|avait) (?:racheté|acquis|repris) {_FILL}{{2}} en \d{{4}}", "first"),
    told("collaboration", rf"{{1}} et (?:son|sa|ses) partenaires? {_FILL}{{2}}"),
    told("product", rf"{{1}},? (?:est |qui est )?(?:fabriqué|développé|produit|conçu|construit)e? {_BY}{{2}}", "first"),
)  # fmt: skip
