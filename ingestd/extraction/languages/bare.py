"""Any other language: names by their shape and the gazetteer alone; no deals."""

from ingestd.extraction.languages.en import ENGLISH
from ingestd.extraction.languages.pack import Language, Names, heads, words

_SMALL = words("""
el la los las un una unos unas lo al del de da do das dos di della dello dei degli delle il gli le les o a os as um uma em no na nos nas num numa
en y e ou u i que qui se su sus con por para per pelo pela sin sobre entre desde hasta segun según tras ante como cuando si no ya mas más pero sino
este esta estos estas ese esa aquel essa esse isto isso mas com sem sob até quando onde porque também já não sim het een van het op met voor bij
door over onder naar uit aan als maar of ook niet nog dan wat wie dit dat deze die de en den det ett och att som på för med till av är var har inte
efter före vid om när hos og at til fra ved etter før ikke også men w z na do po od za przez dla jest są się nie tak oraz ale czy jak to ten ta te
ein eine der die das und bir ve ile bu için olarak daha çok ama yang dan di ke dari untuk dengan pada ini itu akan telah tidak ada juga dalam oleh
ang ng sa mga ay at si ni kay ito siya lunes martes hoy ayer mañana ieri oggi domani hoje ontem nuevo nueva primer primera durante también además
""")
"""Small words of many tongues: none of them begins a name."""

_NAMES = Names(
    stop=_SMALL,
    joints=words("de del da do das dos di della van von der den ten bin al el la los las du des e y of"),
    ands=words("&"),
    titles=words("sr sra don doña dr dra ing lic prof sig dott herr frau mr mrs ms"),
    roles=frozenset(),
    ranks=frozenset(),
    links=frozenset(),
    sectors=frozenset(),
    heads=heads(
        company="""banco banca bank banque group grupo gruppo grupa groep concern holding empresa compañía companhia
            azienda airlines aerolíneas energía energia telecom pharma motors industrias""",
        body="ministerio ministério ministero ministerie parlamento senado senato congreso gobierno",
        organization="universidad universidade università universiteit universitet instituto istituto fundación fundação fondazione",
    ),
    legal=words(
        "sa s.a sau sl srl spa s.p.a ltda sac saa cv ag gmbh se kg bv nv ab as asa oy oyj a/s aps sp zoo jsc llc ltd limited inc corp co plc pt tbk bhd kft zrt doo dd ad eood ood aş"
    ),
    says=frozenset(),
    products=frozenset(),
    offices=frozenset(),
    apposed=heads(company="empresa grupo banco compañía firma azienda società empresa bedrijf företaget"),
    heads_first=True,
)  # fmt: skip


def bare(code: str | None) -> Language:
    """A language that the rules have no words of; `code` is what the text was taken for."""
    return Language(
        code=code or "und",
        names=_NAMES,
        frames=ENGLISH.frames,
        numbers=ENGLISH.numbers,
        known=False,
    )
