"""French: words that tell figures of trade."""

import re

from ingestd.extraction.languages.figures import NUMBER, ONE, YEAR, FigureWords, compiled
from ingestd.extraction.languages.fr import FRENCH

_MONTH = "|".join(sorted(FRENCH.numbers.months, key=len, reverse=True))
_STOP = (
    r"(?:le|la|les|un|une|des|du|de|ce|cette|ces|son|sa|ses|leur|leurs|et|ou|mais|vers|à|au|aux|en|dans|sur|pour|par|avec|entre|depuis|contre|ont|a|avait|avaient|sont|est|était"
    r"|s'est|se|s'élevait|s'élevaient|s'établit|totales?|totaux|globales?|annuelles?|mensuelles?|mondiales?|nationales?|ce|cours|l'an|qui|que)"
)
_WORD = rf"(?!{_STOP}(?![\w'])|[ldsn]')[^\W\d][\w'-]*"
_GOODS = rf"{_WORD}(?: (?:et de |et d'|de |d'|et )?{_WORD}){{0,3}}"
_THE = r"(?:la |le |les |l')?"
_OF = r"(?:de la |de l'|du |des |de |d')"
_FILL = r"(?:près de |près d'|plus de |plus d'|environ |quelque |un record de |un niveau record de |à peine |presque |moins de |moins d'|un total de |le (?:niveau )?record de ){0,2}"
_HAVE = r"(?:a|ont|avait|avaient)"
_REACHED = (
    rf"(?:{_HAVE} (?:atteint|totalisé|dépassé|franchi|représenté|frôlé|avoisiné)|atteignai(?:en)?t|atteignant|totalisai(?:en)?t|dépassai(?:en)?t"
    r"|(?:s'est|se sont|s'était|s'étaient) (?:élevée?s?|établie?s?|chiffrée?s?|montée?s?) à|(?:s'élevai(?:en)?t|se chiffrai(?:en)?t|s'établissai(?:en)?t) à|(?:était|étaient) de)"
)
_MOVED = rf"(?:(?:est|sont|était|étaient) passée?s?|{_HAVE} (?:augmenté|progressé|bondi|grimpé|reculé|baissé|chuté|diminué|crû|doublé|triplé|rebondi|plongé))(?:(?!par rapport|contre|compar|milliards|millions)[^;:]){{0,110}}?,? (?:à|atteignant)"
_UP = r"(?:en hausse|en progression|hausse|progressé|progression|augmenté|augmentation|bondi|bond|grimpé|crû|croissance|rebondi)"
_DOWN = r"(?:en baisse|en recul|baisse|baissé|reculé|recul|chuté|chute|diminué|diminution|repli|plongé)"

WORDS = FigureWords(
    nouns=re.compile(
        r"(?<![\w-])(?:(?P<trade>commerce (?:bilatéral|extérieur)|échanges (?:commerciaux|bilatéraux)(?: bilatéraux)?|échanges(?= entre))"
        r"|(?P<exports>exportations|ventes à l'étranger)|(?P<imports>importations|achats à l'étranger)|(?P<output>production|récolte)"
        r"|(?P<investment>investissements? (?:directs? )?étrangers?(?: directs?)?|ide)|(?P<sales>chiffre d'affaires|ventes))(?!\w)"
    ),
    verbs=re.compile(
        r"(?<!\w)(?:(?P<exports>exporté)|(?P<imports>importé)|(?P<output>produit|récolté|extrait)"
        r"|(?:enregistré|réalisé|publié|dégagé|affiché) (?:un |des )?(?P<sales>chiffre d'affaires|ventes)(?: annuel(?:les)?| consolidé| record| trimestriel(?:les)?)? de)(?!\w)"
    ),
    subject=re.compile(rf"(?P<owner>{ONE}) {_HAVE}(?: (?:aussi|également))? $"),
    front=re.compile(r"$"),
    lead=re.compile(rf"(?<![\w'])(?:{_REACHED}|{_MOVED}) {_FILL}$"),
    done=re.compile(rf" ?(?:(?:pour|l'équivalent de) )?{_FILL}$"),
    parts=compiled(
        r"^ (?:de (?P<goods>[^\W\d][\w-]*) )?(?P<owner>\{a\w\w\})",
        rf"(?<!\w)entre {_THE}(?P<one>{ONE}) et {_THE}(?P<other>{ONE})",
        rf"(?<!\w)(?:en provenance|au départ) {_OF}(?P<origin>{ONE})",
        rf"(?<!\w)(?:vers|à destination|à l'attention) (?:{_OF}|{_THE})(?P<destination>{ONE})",
        rf"(?<!\w)(?:à|au|aux) {_THE}(?P<destination>{ONE})",
        rf"(?<!\w)avec {_THE}(?P<other>{ONE})",
        rf"(?<!\w)(?:en|au|aux) (?P<place>{ONE})",
        rf"(?<!\w){_OF}(?P<owner>{ONE})",
        rf"(?<!\w){_OF}(?P<goods>{_GOODS})",
        r"(?P<owner>\{a\w\w\})",
    ),
    goods_behind=re.compile(rf" {_OF}(?P<goods>{_GOODS})"),
    stops=re.compile(
        r"(?<!\w)(?:qui|que|dont|où|mais|tandis|alors|selon|après|car|excédent|déficit|taxes?|droits|tarifs?|objectifs?|embargo|prix|capacité|part)(?!\w)|[;:(]|\{p"
    ),
    guards=re.compile(
        r"(?<!\w)(?:contrats?|accords?|commandes?|pourrai(?:en)?t|pourra|pourront|devrai(?:en)?t|devra|devront|serai(?:en)?t|aurai(?:en)?t|si|prévoi\w+|prévisions?|prévue?s?|objectifs?|vise(?:nt)?|visai(?:en)?t|espère(?:nt)?|espérai(?:en)?t|table(?:nt)?"
        r"|attendue?s?|projets?|projette(?:nt)?|ambition\w*|d'ici|prochaine?s?|ne|n'\w+|potentiel\w*)(?!\w)"
    ),
    units=(
        r"(?:tonnes(?: métriques)?|quintaux|barils(?: par jour)?|sacs|unités|véhicules|voitures|camions|avions|balles|litres|hectolitres|bouteilles|onces|kilogrammes|kilos|kg|carats"
        r"|mètres cubes|m3|[kmgt]wh|(?:kilo|méga|giga|téra)wattheures|mw|gw|conteneurs|evp|têtes|doses|paires)(?!\w)"
    ),
    compared=re.compile(r"(?<!\w)(?:par rapport|contre|comparé|qu'|que)"),
    change=compiled(
        rf"(?<!\w)(?:(?P<up>{_UP})|(?P<down>{_DOWN})) (?:de |d')?(?:près de |plus de |environ )?(?P<percent>{NUMBER}) ?(?:%|pour cent)",
        rf"(?<!\w)soit (?P<percent>{NUMBER}) ?(?:%|pour cent) de (?:(?P<up>plus)|(?P<down>moins))",
        rf"(?<!\w)(?:(?P<up>\+)|(?P<down>-)) ?(?P<percent>{NUMBER}) ?(?:%|pour cent)",
        rf"(?<!\w)(?P<up>multipliée?s?) par (?P<times>{NUMBER})",
        r"(?<!\w)(?:(?P<twice>doublé)|(?P<thrice>triplé))",
    ),
    periods=compiled(
        rf"(?<!\w)(?:(?:au cours des|sur les|durant les|pendant les|lors des) )?(?P<count>\d{{1,2}}|\w{{3,6}}) premiers mois(?: (?:de |d')(?:(?P<this>cette année|l'année)|(?P<last>l'an dernier|l'année dernière)|(?P<year>{YEAR})))?",
        rf"(?<!\w)(?:au )?(?P<half>premier|1er|second|deuxième|2e) semestre(?: (?:de )?(?:(?P<this>cette année)|(?P<last>l'an dernier|l'année dernière)|(?P<year>{YEAR})))?",
        rf"(?<!\w)(?:au )?(?P<quarter>premier|1er|deuxième|2e|troisième|3e|quatrième|4e|dernier) trimestre(?: (?:de )?(?:(?P<this>cette année)|(?P<last>l'an dernier|l'année dernière)|(?P<year>{YEAR})))?",
        rf"(?<!\w)(?:de |d'|entre )(?P<since>{_MONTH}) (?:à|et) (?P<month>{_MONTH})(?: (?P<year>{YEAR})| (?P<last>de l'an dernier))?(?!\w)",
        rf"(?<!\w)(?:en|au mois de|au mois d') ?(?P<month>{_MONTH})(?: (?P<year>{YEAR})| (?P<last>de l'an dernier))?(?!\w)",
        rf"(?<!\w)(?:en|sur l'année|sur|durant l'année|pendant l'année) (?P<year>{YEAR})(?!\w|[/-]\d)",
        r"(?<!\w)(?P<last>l'an dernier|l'année dernière|l'an passé)(?!\w)",
    ),
    ordinals={
        "premier": 1, "1er": 1, "second": 2, "deuxième": 2, "2e": 2, "troisième": 3, "3e": 3, "quatrième": 4, "4e": 4, "dernier": 4,
    },
)  # fmt: skip
