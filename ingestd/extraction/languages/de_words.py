"""German words that names are read by; nouns have capitals, so endings and neighbours tell.

Nouns form compounds: "Verpackungshersteller" is a maker as "Hersteller" is. Most are given as
what such a word ends in.
"""

import re

from ingestd.extraction.languages.pack import Head, words

_COMPOUNDS = 4
"""Letters from which a noun may end another."""


def ending(nouns: str, suffixes: str = "") -> re.Pattern[str]:
    """A pattern for a word, in lower case, that ends in one of these, bent or not.

    Short ones stand alone: "Köln" is no sort of "Öl".
    """
    listed = sorted(nouns.split(), key=len, reverse=True)
    bent = "(?:e|en|n|s|es|er|ern|innen)?"
    long = "|".join([*(n for n in listed if len(n) >= _COMPOUNDS), *suffixes.split()])
    short = "|".join(noun for noun in listed if len(noun) < _COMPOUNDS)
    alone = rf"|(?:{short}){bent}" if short else ""
    return re.compile(rf"[\w-]{{0,40}}?(?:{long}){bent}{alone}")


CLASSES: tuple[tuple[Head, re.Pattern[str]], ...] = (
    (
        "company",
        ending(
            """konzern hersteller unternehmen firma firmen betreiber anbieter gesellschaft gruppe versorger zulieferer händler verlag produzent start-up startup
            bauer reeder reederei kette spedition logistiker dienstleister entwickler investor riese spezialist brauerei fluglinie airline werft discounter rivale konkurrent mutter tochter
            versicherer marke mittelständler fabrikant lieferant ausrüster molkerei sender plattform kanzlei holding bank sparkasse mitbewerber auftraggeber genossenschaft betrieb"""
        ),
    ),
    (
        "organization",
        ending(
            """verein verband gewerkschaft universität hochschule institut stiftung klub club partei magazin zeitung nachrichtenagentur klinik krankenhaus museum
            organisation bündnis kammer bund initiative forschungszentrum akademie"""
        ),
    ),
    ("public_body", ending("behörde ministerium aufsicht gericht kommission regierung amt verwaltung")),
    (
        "place",
        ending(
            "stadt insel provinz gemeinde hafen landkreis bundesland dorf standort werk fluss ort hauptstadt stadtteil kanton region flughafen see vorort bezirk"
        ),
    ),
    (
        "product",
        ending("impfstoff medikament modell wirkstoff präparat flugzeug panzer app arznei medikamente sorte hubschrauber rakete suv limousine spiel roman film"),
    ),
)  # fmt: skip
"""Class nouns in front of names, by what they end in."""

ROLES = ending(
    """chef chefin vorstand vorständin vorsitzende präsident präsidentin minister ministerin sprecher sprecherin direktor direktorin geschäftsführer geschäftsführerin
    gründer gründerin leiter leiterin analyst analystin trainer trainerin kanzler kanzlerin bürgermeister bürgermeisterin manager managerin justiziar justiziarin torwart stürmer
    kapitän professor professorin richter richterin anwalt anwältin botschafter botschafterin kommissar kommissarin experte expertin ökonom ökonomin forscher forscherin
    inhaber inhaberin sekretär sekretärin senator senatorin könig königin abgeordnete beauftragte ingenieur ingenieurin landrat landrätin rektor rektorin dekan ministerpräsident
    verteidiger spieler spielerin mittelfeldspieler aufseher aufseherin gouverneur gouverneurin unternehmer unternehmerin milliardär berater beraterin rätin redakteur redakteurin"""
)
TITLES = words("herr herrn frau dr prof")

_OPENING: tuple[tuple[Head, str], ...] = (
        ("company", "verkehrsbetriebe stadtwerke bank sparkasse flughafen gebrüder brauerei möbelhaus privatbank volksbank landesbank werft molkerei"),
        ("organization", "universität hochschule institut verband handelsverband klinikum fc sv sc tsv vfb vfl tsg fsv ig borussia eintracht stiftung museum bund akademie"),
        ("public_body", "ministerium landesamt bezirksregierung amtsgericht landgericht oberlandesgericht staatsanwaltschaft polizei amt"),
)  # fmt: skip
HEADS: dict[str, Head] = {word: kind for kind, listed in _OPENING for word in listed.split()}
"""Class nouns that open a name and belong to it."""

BODIES = re.compile(
    r"(?:bundes|landes|außen|innen|finanz|wirtschafts|verteidigungs|verkehrs|gesundheits|umwelt|justiz|landwirtschafts|forschungs|bildungs|energie)"
    r"[a-zäöüß]{0,30}(?:ministerium|ministeriums|amt|amts|amtes|gericht|gerichts|agentur|regierung|tag|tages|rat|rates|wehr|bank|polizei|netzagentur|behörde)"
)
"""Bodies whose one word is their whole name."""

FORMS = words(
    "ag gmbh se kg kgaa mbh ug ohg inc ltd llc plc corp sa spa nv bv ab oy asa srl llp limited"
)
FOREIGN = words("""
motors systems foods partners holdings airlines airways energy technologies software mobile logistics shipping steel oil gas solar electronics industries global capital
ventures investments insurance media studios entertainment games networks labs biotech biologics chemicals engineering resources mining aerospace automotive digital solutions services
cars coatings equity bank group hydrogen power pharma therapeutics semiconductors robotics wind water retail rovers united city wanderers athletic
""")
CLUBS = words("rovers united city wanderers athletic")
SEATS = words("in nach aus bei im")
ARTICLES = words("""
der die das den dem des ein eine einen einem einer eines kein keine keinen keinem keiner sein seine seinen seinem seiner ihr ihre ihren ihrem ihrer unser unsere dieser diese dieses diesen diesem
jeder jede jedes jeden jedem beide beiden alle allen viele vielen mehrere einige wenige welche zum zur vom beim im am ans ins beider aller vieler manche solche mancher solcher zwei drei vier fünf
sechs sieben acht neun zehn elf zwölf pro je
""")
"""What stands in front of common nouns, seldom of names."""

_COMMON = """
    absicht erklärung lieferung pipeline kosten seite milliarde million euro dollar entscheidung infrastruktur jahr schritt vereinbarung vorhaben mensch hersteller papier konkurrent preis verkäufer
    finanz kartell stelle umsatz garantie fahrzeug vertrag wert antrieb bestellung geschichte stadt herbst klage kredit geld park laufzeit darlehen projekt tonne strom hälfte quelle zukunft
    software routen planung mitarbeiter angabe partner frühjahr übernahme konzern unternehmen stoff lizenz beteiligung zusammenarbeit meilenstein sommer aktie prozent menge vorwurf verlust bericht verkauf
    sparte gespräch rivale gerücht magazin quartal rat möbel gewinn filiale holz welle insolvenz kunde haus gruppe verein klub ablöse abgang tor training nachfolger saison spiel markt börse handel
    wirtschaft politik land welt woche monat tag stunde minute zeit ende anfang beginn mitte teil form weg art zahl rolle frage antwort grund fall sache ding person leute mann frau kind familie
    arbeit beruf job gehalt lohn steuer gesetz recht pflicht regel ordnung gefahr sicherheit risiko chance ziel plan idee problem lösung folge ursache wirkung bau anlage fabrik maschine gerät technik
    energie öl gas kohle wasser luft boden wetter klima umwelt natur tier pflanze auto zug bahn schiff flugzeug straße brücke hafen platz gebäude wohnung zimmer tür fenster wand dach garten
    schule kurs prüfung lehrer schüler student arzt patient medizin krankheit virus impfung krieg frieden armee waffe soldat polizei täter opfer gericht urteil strafe wahl partei stimme regierung
    minister präsident chef sprecher vertreter experte mitglied bürger einwohner bevölkerung gesellschaft gruppe verband gewerkschaft organisation institut zeitung buch film musik kunst kultur sport
    mannschaft sieg niederlage meister trainer spieler fan liga pokal mai juni juli august september oktober november dezember januar februar märz april montag dienstag mittwoch donnerstag freitag samstag
    sonntag morgen abend nacht mittag nachmittag vormittag wochenende druck kraft macht größe höhe länge breite gewicht last menge rest summe betrag rechnung schuld zins bank konto fonds anleger
    investition angebot nachfrage produkt ware dienst leistung qualität marke name titel thema text wort satz sprache bild foto video netz daten programm system modell muster probe test versuch
    artikel sicht einigung wettbewerb schadenersatz auszug auflage branche viertel drittel passagier verbindung fähre fertigung linie vertrauen beweis tarif umweltschützer urteil berufung
    verfahren betreiber suche besitz betrieb umfang rahmen raum gebiet kreis feld stelle lage nähe ferne richtung gegend umgebung planung sorge hoffnung angst freude wunsch wille meinung ansicht
    überblick eindruck ausdruck kontakt verbindung beziehung verhältnis vergleich unterschied gegensatz ergebnis erfolg fehler mangel vorteil nachteil nutzen schaden gewerbe handwerk industrie
    sektor bereich abteilung büro zentrale filiale lager laden kasse kunde käufer nutzer leser zuschauer hörer gast besucher gegner freund nachbar kollege chef angestellte arbeiter rentner
    kohlendioxid gründerin mehrheit anteil zustimmung kaufpreis standort region zentrum ausland inland export import ernte bauer landwirt vorwurf streit einigung abkommen memorandum bündnis kooperation
    partnerschaft schrift bekanntgabe unterzeichnung feier besuch treffen sitzung konferenz messe ausstellung interview rede bekannt hintergrund ausbau umbau abbau aufbau einsatz bedarf verbrauch vorrat
"""
NOUNS = ending(_COMMON, "ung heit keit schaft tion tät ismus nis chen ling tum ment enz anz")
"""Common nouns, and what such words end in."""
PLAIN_NOUNS = re.compile(rf"(?:{'|'.join(sorted(_COMMON.split()))})(?:e|en|n|s|es|er|ern)?")
"""The same, not compounded."""

ACTIONS = words("""
fertigt übernimmt kauft verkauft baut liefert bestellt bestellte meldete meldet beschäftigt erzielte erzielt erhält plant gewährt gewährte betreibt produziert investiert kündigte
eröffnet setzte schrieb wies teilte übernahm erwarb erwirbt kaufte verkaufte lieferte gründete gründet steigerte verlor verbuchte kooperiert
""")
TOWNS = re.compile(
    r"\w{2,24}(?:burg|dorf|heim|stadt|hausen|hafen|haven|furt|ingen|berg|brück|münster|bach|felde|itz|stedt|walde|kirchen|stein|lingen)"
)
