"""French: oblique tellings turned straight, before verbs are read.

"La maintenance leur a été confiée par X" becomes "X a confié la maintenance à …"; whom a
description stands for ("la maison flamande", "celle-ci") is put in its place, where the text
leaves but one choice.
"""

import re
from collections.abc import Callable, Iterator

from ingestd.extraction.entities import Cast
from ingestd.extraction.gazetteer.places import demonyms, key
from ingestd.extraction.languages.fr_deals import FRAMES
from ingestd.extraction.masking import entity_of, marks_in
from ingestd.extraction.sieve import Sieve
from ingestd.extraction.traced import Traced
from ingestd.extraction.view import fold

_FIRM = (
    r"(?:société|groupe|entreprise|compagnie|banque|fonds|constructeur|firme|laboratoire|opérateur|distributeur|éditeur|assureur|armateur|"
    r"équipementier|industriel|coopérative|exploitant|producteur|fournisseur|énergéticien|avionneur|brasseur|sidérurgiste|start-up|biotech|"
    r"fabricant|chaîne|enseigne|maison|régie|holding|transporteur|mutuelle|pétrolier|minier|géant|partenaire|acquéreur|repreneur|prêteur|"
    r"embouteilleur|imprimeur|papetier|cimentier|éleveur|verrier|brasserie|laiterie|bailleur|voisin|voisine)"
)
_BODY = r"(?:institut|université|fondation|association|club|fédération|syndicat|hôpital|école|musée|ligue|laboratoire|mutuelle|région|métropole|ministère|agence)"
_ORGANISATION = "cbo"
_DESCRIBED = re.compile(
    rf"(?<!\}}, )\b(?P<lead>(?:à |de )?(?:l'|la |le |cette |ce |cet )|du |au )(?P<noun>{_FIRM}|(?P<body>{_BODY}))"
    rf"(?: (?P<adjective>(?!a\b|ont\b|est\b|sont\b|sera\b|va\b|et\b|ou\b|de\b|du\b|à\b|au\b|en\b|qui\b|que\b|dont\b)[^\W\d]{{4,}})(?!\w)| (?:de |d')(?P<seat>\{{[ln]\d+\}}))(?! ?\{{)(?!, \{{)"
)
_BARE_BODY = re.compile(
    r"\b(?P<lead>(?:à |de )?(?:l'|la |le )|du |au )(?P<body>club|fondation|association|université|institut|hôpital|métropole|région|municipalité)\b(?! (?:d|\{|[\w-]+ ?\{|[^\W\d]+(?:al|ale|ais|aise|ois|oise|ien|ienne|ain|aine)\b))"
)
_ADVERBS = re.compile(
    r"\b(?P<has>a|ont|avait|avaient|est|sont|sera|seront) (?:par ailleurs|également|aussi|ensuite|enfin|désormais|de son côté|quant à elle|elle aussi|lui aussi),? (?=été\b|\w+ée?s?\b)"
)
_BUYS = re.compile(
    r"(\{[cbo]\d+\})(?:,? (?:[\w'-]+,? ){0,3}?| )(?:a|ont|vient de|viennent de|va|vont) (?:\w+ )?(?:tranché|commandé|commander|choisi|retenu|jeté|opté|confié|confier|signé|paraphé|"
    r"acheté|misé|fait (?:appel|confiance)|lancé|attribué|rénover|moderniser|renouveler|construire)\b"
)
_NEW_OWNER = re.compile(
    r"\b(?:leur|son|sa) (?:nouveau |nouvelle |nouvel |futur |future )(?:propriétaire|maître|actionnaire|patron|acquéreur|maison mère)(?: majoritaire| unique)? "
    r"(?:s'appelle|se nomme|est|sera|a pour nom)(?: désormais)? (?P<who>(?:la |le |l'|les )?(?:[\w'-]+ ){0,4}\{c\d+\})"
)
_LATTER = re.compile(r"(?:^|(?<=[,;] ))\W?(?:celle-ci|celui-ci|cette dernière|ce dernier)\b")
_GIVING = r"(?P<part>commandé|accordé|octroyé|concédé|prêté|fourni|livré|offert|donné|loué|confié|attribué|adjugé|versé|consenti|notifié|remis|cédé|vendu)"
_PASSIVE = r"(?:a|ont|avait|avaient) été|vien(?:t|nent) d'être|(?:est|sont|sera|seront)"
_DATIVE = re.compile(
    rf"\b(?:lui|leur) (?P<verb>(?:(?:{_PASSIVE}|a|ont|avait|avaient) (?:par ailleurs |également |aussi |ensuite |déjà |enfin )?\w{{2,}}(?:é|i|u|is|ert)e?s?"
    r"|(?:fournira|livrera|vendra|cède|cédera|prête|prêtera|confie|confiera|accorde|accordera|verse|versera|loue|louera|offre|apporte)))(?!\w)"
)
_GIVEN_BY = re.compile(
    rf"\b(?:été|est|sont|sera|seront|d'être) (?:par ailleurs |également |aussi |ensuite |enfin |désormais )?{_GIVING}e?s?\b"
)
"""What all that `_BY_WHOM` finds has in it: asked first, for that one is dear."""
_BY_WHOM = re.compile(
    r"(?:(?<![\w%'-])|(?=\{))"  # from the first letter of a word: nothing more is found from within
    rf"(?P<what>(?:(?:[^\W\d]|\d|[%'-]|\{{[rl]\d+\}})[\w'%.-]*(?:,\d+)?,? ){{1,14}})(?:{_PASSIVE}) (?:par ailleurs |également |aussi |ensuite |enfin |désormais )?{_GIVING}e?s?"
    r"(?P<whom> (?:à|au|aux) (?:la |l'|le )?(?:[\w'-]+ ){0,4}\{[cbon]\d+\})? par (?P<who>(?:la |le |l'|les )?(?:[\w'-]+ ){0,4}\{[cbon]\d+\})"
    r"(?P<then> (?:à|au|aux) (?:la |l'|le )?(?:[\w'-]+ ){0,4}\{[cbon]\d+\})?"
)
_TO_WHOM = re.compile(
    rf"(?:^|(?<=[:;,] ))\W?(?P<what>(?:l'|la |le |les |une? |cette |ce )(?:[\w'%.-]+ ){{1,10}})(?:,? ?(?:quant à \w+|lui|elle|eux|elles|en revanche|de son côté),? )?"
    rf"(?:(?:{_PASSIVE}) (?:par ailleurs |également |aussi |ensuite |enfin |désormais )?{_GIVING}e?s?|(?:reviendra|revient|ira|échoira|échoit|est revenue?|est allée?)),?"
    r"(?P<between>(?: (?!par\b)[\w'%.-]+,?){0,8}?) (?P<whom>(?:à|au|aux) (?:la |l'|le )?(?:[\w'-]+ ){0,4}\{[co]\d+\})"
)
_WORK = re.compile(
    r"\b(?:maintenance|entretien|construction|réalisation|fourniture|exploitation|marché|contrat|commande|chantier|travaux|rénovation|"
    r"gestion|restauration|nettoyage|transport|étude|études|conception|fabrication|livraison|collecte|concession)\b"
)
_NP = r"(?:la |le |l'|les |son |sa )?(?:[\w'-]+ ){0,5}\{[cbo]\d+\}"
_BOUGHT_BY = re.compile(
    rf"\b(?:le |l'|la |au |un |du )?(?:rachat|acquisition|reprise|absorption|prise de contrôle) (?:de |du |des |d')(?P<what>{_NP}) par (?P<who>{_NP})"
)
_SOLD_TO = re.compile(
    rf"\b(?:la |une )?(?:vente|cession) (?:par (?P<who>{_NP}) )?(?:de |du |des |d')(?P<what>{_NP})(?:,? (?:de |du |des |en |à )\{{[ln]\d+\}})? (?P<whom>(?:à|au|aux) {_NP})(?: par (?P<by>{_NP}))?"
)
_SOUGHT = (
    _ADVERBS,
    _DESCRIBED,
    _BARE_BODY,
    _LATTER,
    _NEW_OWNER,
    _DATIVE,
    _DESCRIBED,
    _BOUGHT_BY,
    _SOLD_TO,
    _BY_WHOM,
    _TO_WHOM,
)
"""What is looked for, in the order in which it is put straight."""
_IN = Sieve(((pattern, at) for at, pattern in enumerate(_SOUGHT)), FRAMES.letters)
MARK_TEXT = re.compile(r"\{[cbo]\d+\}")
_STEM = 4
_REACH = 40
"""Sentences back in which somebody may have been named who is meant."""


class FrenchTellings:
    """Straightens the sentences of one text, which come in order."""

    def __init__(self, cast: Cast) -> None:
        self._cast = cast
        self._past: list[list[str]] = []
        self._seats: dict[int, str] = {}
        self._buyer: str | None = None
        self._put: list[str] = []
        self._home = [
            number
            for number, entity in enumerate(cast.entities)
            if entity.type == "place" and any(told.text.isupper() for told in entity.mentions)
        ]

    def straight(self, told: Traced, whole: str) -> Traced:
        """The sentence as it would stand with its parties named, its verbs active."""
        self._put = []
        puts: tuple[Callable[[re.Match[str]], str | None], ...] = (
            lambda match: f"{match['has']} ",
            self._described,
            self._bare_body,
            self._latter,
            self._new_owner,
            self._dative,
            self._described,
            lambda match: f"{match['who']} rachète {match['what']}",
            _sold,
            _active,
            self._given,
        )
        may = _IN.of(told.text)
        for at, put in enumerate(puts):
            if at in may:
                before, told = told, told.replaced(_SOUGHT[at], put)
                may = may if told is before else _IN.of(told.text)
        self._remember(whole, told.text)
        return told

    def _remember(self, whole: str, told: str) -> None:
        buys = _BUYS.search(told)
        self._buyer = buys[1] if buys else self._buyer
        marks = marks_in(whole)
        firms = [m for m in marks if m[1] in _ORGANISATION]
        named = [m[0] for m in marks_in(told) if m[1] in _ORGANISATION] + [m[0] for m in firms]
        self._past = [*self._past[-_REACH:], list(dict.fromkeys(named))]
        for mark in marks:
            if mark[1] not in "ln":
                continue
            near = min(firms, key=lambda m: abs(m.start() - mark.start()), default=None)
            if near is not None:
                self._seats.setdefault(entity_of(mark), near.group())

    def _known(self) -> list[str]:
        """Organisations told of so far, the last one first."""
        listed = [mark for sentence in reversed(self._past) for mark in reversed(sentence)]
        return list(dict.fromkeys(listed))

    def _described(self, match: re.Match[str]) -> str | None:
        """ "La maison flamande": the firm of that country or town, else the only other one."""
        letters = "ob" if match["body"] else "c"
        taken = {*self._put, *MARK_TEXT.findall(match.string)}
        free = [mark for mark in self._known() if mark[1] in letters and mark not in taken]
        meant = (
            self._at(match["seat"])
            if match["seat"]
            else self._of_people(match["adjective"], free)
        )
        if meant is None and len(free) == 1:
            meant = free[0]
        if meant is None or meant in taken:
            return None
        self._put.append(meant)
        return _led(match["lead"]) + meant

    def _bare_body(self, match: re.Match[str]) -> str | None:
        """ "Le club": the one body of a text, no firm."""
        bodies = [mark for mark in self._known() if mark[1] in "ob"]
        own = [mark for mark in bodies if self._is_called(mark, match["body"])]
        meant = own or (bodies if len(bodies) == 1 else [])
        if len(meant) != 1 or meant[0] in match.string:
            return None
        return _led(match["lead"]) + meant[0]

    def _is_called(self, mark: str, noun: str) -> bool:
        return noun in (self._cast.entities[_number(mark)].name or "").lower().split()

    def _at(self, seat: str) -> str | None:
        return self._seats.get(_number(seat))

    def _of_people(self, adjective: str, free: list[str]) -> str | None:
        country = next(
            filter(None, (demonyms("fr").get(key(form, "fr")) for form in _forms(adjective))),
            None,
        )
        if country:
            own = [mark for mark in free if country in self._countries(mark)]
            return own[0] if len(own) == 1 else None
        stem = fold(adjective)[: max(_STEM, len(adjective) - 4)]
        for number, entity in enumerate(self._cast.entities):
            if entity.type == "place" and fold(entity.name or "").startswith(stem):
                return self._seats.get(number) or self._at_home(number, free)
        return None

    def _at_home(self, place: int, free: list[str]) -> str | None:
        """Whom the text told of first of those from no other place, where it is sent from."""
        elsewhere = set(self._seats.values())
        native = [mark for mark in free if mark not in elsewhere]
        return native[-1] if place in self._home and native else None

    def _countries(self, mark: str) -> set[str | None]:
        """Its own country, and that of where it is told to be."""
        seats = [place for place, firm in self._seats.items() if firm == mark]
        entities = self._cast.entities
        return {
            entities[_number(mark)].country,
            *(entities[place].country for place in seats),
        } - {None}

    def _latter(self, match: re.Match[str]) -> str | None:
        """ "Celle-ci": whom the sentence before names last, and this one does not."""
        free = [mark for mark in (self._past or [[]])[-1] if mark not in match.string]
        return free[-1] if free else None

    def _new_owner(self, match: re.Match[str]) -> str | None:
        """ "Leur nouveau maître s'appelle X": X becomes the owner of whom it was about."""
        free = [mark for mark in self._recent() if mark not in match.string]
        return f"{match['who']} devient propriétaire de {free[0]}" if free else None

    def _dative(self, match: re.Match[str]) -> str | None:
        """ "Leur a été confiée": to whom the text told of, and not who acts here."""
        free = [mark for mark in self._recent() if mark not in match.string]
        return f"{match['verb']} à {free[0]}" if free else None

    def _recent(self) -> list[str]:
        near = [mark for sentence in self._past[-3:][::-1] for mark in sentence]
        return list(dict.fromkeys(near))

    def _given(self, match: re.Match[str]) -> str | None:
        """ "La maintenance a été confiée à X": by whom the sentences before are about."""
        what = match["what"]
        if self._buyer is None or self._buyer in match.string or not _WORK.search(what):
            return None
        return f"{self._buyer} a confié {what.strip()} {match['whom']}"


def _active(match: re.Match[str]) -> str:
    """ "Deux navires ont été commandés à X par Y": Y a commandé deux navires à X."""
    whom = (match["whom"] or match["then"] or "").strip()
    return f"{match['who']} a {match['part']} {match['what'].strip()} {whom}".strip()


def _sold(match: re.Match[str]) -> str:
    """ "La cession de X à Y par Z": Z cède X à Y, or X est cédé à Y."""
    seller = match["who"] or match["by"]
    if seller:
        return f"{seller} cède la société {match['what']} {match['whom']}"
    return f"{match['what']} est cédée {match['whom']}"


def _led(lead: str) -> str:
    """The preposition that is left of "du", "à la"."""
    return {"du ": "de ", "au ": "à "}.get(lead) or (
        "à " if lead[:2] == "à " else "de " if lead[:3] == "de " else ""
    )


def _number(mark: str) -> int:
    return int(mark[2:-1])


def _forms(adjective: str) -> Iterator[str]:
    """An adjective, and what it may be in the masculine."""
    yield adjective
    for ending in ("nes", "ne", "es", "s", "e"):
        if adjective.endswith(ending):
            yield adjective.removesuffix(ending)
            yield adjective.removesuffix(ending) + "n"
