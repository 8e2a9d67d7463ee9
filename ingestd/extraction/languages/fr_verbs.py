"""French: verbs in the forms that news uses: third person of all tenses, infinitive, participles."""

import re
from collections.abc import Iterator

from ingestd.extraction.languages.pack import words

_GRAVE = re.compile(r"e(?=[bcdglmnprstv]$)|é(?=[bcdglmnprstv]{1,2}$)")
_PARTICIPLES = ("", "e", "s", "es")
_FUTURE = ("a", "ont", "ait", "aient")


def finite(verbs: str) -> frozenset[str]:
    """The third persons of verbs: "vend", "vendent", "vendra", "vendrait", "vendait".

    Verbs of the third group are told with their stems: "vendre/vend/vendent/vendr/vendu".
    """
    return frozenset(form for verb in verbs.split() for form in _finite(verb))


def done(verbs: str) -> frozenset[str]:
    """The past participles of verbs, in both genders and numbers."""
    return frozenset(
        part + ending
        for verb in verbs.split()
        for part in (_done(verb),)
        for ending in _PARTICIPLES
    )


def infinitives(verbs: str) -> frozenset[str]:
    """The verbs as a dictionary has them."""
    return frozenset(verb.partition("/")[0] for verb in verbs.split())


def _finite(verb: str) -> Iterator[str]:
    if "/" in verb:
        _, one, many, future, _ = verb.split("/")
        stem = many.removesuffix("ent")
        yield from (one, many, stem + "ait", stem + "aient")
        yield from (future + ending for ending in _FUTURE)
        return
    stem = verb[:-2]
    if verb.endswith("ir"):
        yield from (stem + ending for ending in ("it", "issent", "issait", "issaient"))
        yield from (verb + ending for ending in _FUTURE)
        return
    stressed = _stressed(stem)
    soft = (
        stem + "e"
        if stem.endswith("g")
        else stem.removesuffix("c") + "ç"
        if stem.endswith("c")
        else stem
    )
    yield from (stressed + "e", stressed + "ent", soft + "ait", soft + "aient")
    for base in dict.fromkeys((stem, stressed)):
        yield from (base + "er" + ending for ending in _FUTURE)


def _stressed(stem: str) -> str:
    """The stem where its vowel bears the stress: "achèt-", "cèd-", "octroi-", "appell-"."""
    if stem.endswith("y"):
        return stem[:-1] + "i"
    return _GRAVE.sub("è", stem)


def _done(verb: str) -> str:
    if "/" in verb:
        return verb.rpartition("/")[2]
    return verb[:-2] + ("i" if verb.endswith("ir") else "é")


DEALING = """
    acheter racheter absorber avaler céder négocier livrer équiper approvisionner commander louer commercialiser distribuer
    financer prêter emprunter cofinancer octroyer concéder allouer débloquer empocher engranger fusionner parapher sceller nouer
    résilier externaliser fabriquer exploiter assembler déployer parrainer sponsoriser fournir investir bâtir
    acquérir/acquiert/acquièrent/acquerr/acquis reprendre/reprend/reprennent/reprendr/repris vendre/vend/vendent/vendr/vendu
    revendre/revend/revendent/revendr/revendu souscrire/souscrit/souscrivent/souscrir/souscrit
    construire/construit/construisent/construir/construit produire/produit/produisent/produir/produit
    détenir/détient/détiennent/détiendr/détenu
"""
"""What firms do to each other, and hardly anybody else."""

ACTING = """
    signer boucler finaliser annoncer dévoiler lancer créer constituer fonder confier accorder attribuer décrocher remporter
    lever lorgner viser étudier envisager préparer exporter importer rénover moderniser installer gérer confirmer démentir
    prolonger renouveler étendre renforcer élargir transférer héberger entretenir assurer choisir sélectionner désigner mandater
    apporter injecter soutenir accompagner développer intégrer adopter tester ouvrir/ouvre/ouvrent/ouvrir/ouvert
    fermer supprimer embaucher recruter employer verser payer renoncer céder rompre/rompt/rompent/rompr/rompu
    concevoir/conçoit/conçoivent/concevr/conçu conclure/conclut/concluent/conclur/conclu retenir/retient/retiennent/retiendr/retenu
    obtenir/obtient/obtiennent/obtiendr/obtenu prendre/prend/prennent/prendr/pris mettre/met/mettent/mettr/mis
    participer collaborer coopérer travailler associer allier unir offrir/offre/offrent/offrir/offert emparer séparer désengager
    détacher désendetter revoir/revoit/revoient/reverr/revu percevoir/perçoit/perçoivent/percevr/perçu recevoir/reçoit/reçoivent/recevr/reçu
    réaliser dégager enregistrer publier afficher tabler anticiper compter prévoir/prévoit/prévoient/prévoir/prévu afficher
    recourir/recourt/recourent/recourr/recouru proposer défendre/défend/défendent/défendr/défendu
    poursuivre/poursuit/poursuivent/poursuivr/poursuivi suspendre/suspend/suspendent/suspendr/suspendu
    réunir rassembler monter entrer sortir/sort/sortent/sortir/sorti passer devenir/devient/deviennent/deviendr/devenu
    disposer posséder contrôler compter diffuser éditer occuper regrouper couvrir/couvre/couvrent/couvrir/couvert
    référencer accepter décider reporter geler relancer retirer convaincre/convainc/convainquent/convaincr/convaincu
    soumettre/soumet/soumettent/soumettr/soumis présenter reconduire/reconduit/reconduisent/reconduir/reconduit
    progresser bondir chuter reculer grimper gagner perdre/perd/perdent/perdr/perdu céder terminer clôturer
"""
"""What firms do too: it speaks for one where the sentence is on business."""


_NOUNS = words(
    "équipe livre offre finance commande marque lance passe monte transporte visite contribue"
)
"""Forms that are nouns, too, behind an article."""
_NO_NOUN = "".join(
    rf"(?<!\b{article})"
    for article in (
        "l'",
        "d'",
        "une ",
        "un ",
        "la ",
        "le ",
        "cette ",
        "ce ",
        "son ",
        "sa ",
        "leur ",
        "en ",
        "de ",
        "par ",
    )
)


def any_form(verbs: str) -> str:
    """A pattern for verbs in every form of news: "rachète", "va racheter", "a récemment racheté"."""
    parts = sorted({_done(verb) for verb in verbs.split()})
    plain = sorted((finite(verbs) | infinitives(verbs)) - _NOUNS)
    nouns = sorted(finite(verbs) & _NOUNS)
    if nouns:
        plain.append(rf"{_NO_NOUN}(?:{'|'.join(nouns)})")
    return (
        r"\b(?:(?:a|ont|avait|avaient|aura|auront|aurait|auraient|avoir|ayant) (?:\w+ ){0,3}?"
        rf"(?:{'|'.join(parts)})|{'|'.join(plain)})(?!\w)"
    )


def future(verbs: str) -> str:
    """A pattern for verbs in the future: "produira", "produiront"."""
    return "|".join(sorted(form for form in finite(verbs) if form.endswith(("ra", "ront"))))
