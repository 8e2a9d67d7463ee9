"""German."""

from ingestd.extraction.languages.de_deals import GERMAN_FRAMES
from ingestd.extraction.languages.pack import Language, Names, Numbers, phrases, rx, words

_STOP = words("""
der die das den dem des ein eine einen einem einer eines und oder aber auch nicht noch nur schon sehr so wie als wenn weil dass da dann denn doch bei beim mit nach von vom vor zu zum zur
über unter aus auf an am in im ins für gegen ohne um durch seit bis während wegen trotz zwischen neben hinter er sie es wir ihr ich du man sich sein seine seinen seinem seiner ihre ihren ihrem
ihrer dieser diese dieses diesen diesem jener jede jeder jedes alle viele mehr wenig beide zwei drei vier fünf sechs sieben acht neun zehn elf zwölf hundert tausend damit dafür daran darauf
daraufhin danach zuvor zuletzt zudem außerdem jedoch dagegen allerdings inzwischen derzeit heute gestern morgen künftig bisher insgesamt rund etwa knapp laut gemäß sollte könnte würde hat haben
war waren wird werden ist sind sei wäre geplant erst jetzt hier dort dabei darum deshalb daher trotzdem dennoch ferner einen kein keine keinen nichts niemand jemand ja nein bereits wer was wo
wann warum welche welcher ob je ab nun mal eben gerade fast ganz
""")
_MONTHS = {
    name: number
    for number, names in enumerate(
        ("januar jan jänner", "februar feb", "märz", "april apr", "mai", "juni jun", "juli jul", "august aug", "september sep sept", "oktober okt", "november nov", "dezember dez"),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))

GERMAN = Language(
    code="de",
    names=Names(
        stop=_STOP,
        joints=words("von van de für der des"),
        ands=words("und &"),
        titles=words("herr herrn frau dr prof"),
        roles=frozenset(),
        ranks=frozenset(),
        links=words("von der des bei"),
        sectors=frozenset(),
        heads={},
        legal=words("ag gmbh se kg kgaa mbh ug ohg co"),
        says=words("sagte sagt teilte erklärte nannte"),
        products=frozenset(),
        offices=frozenset(),
        apposed={},
        seat_links=words("in nach aus bei"),
        generic=rx(r"^(?:firma |der |die |das )"),
    ),
    frames=GERMAN_FRAMES,
    numbers=Numbers(
        scales={
            "tausend": 1e3, "million": 1e6, "millionen": 1e6, "mio": 1e6, "mio.": 1e6, "milliarde": 1e9, "milliarden": 1e9, "mrd": 1e9, "mrd.": 1e9,
            "billion": 1e12, "billionen": 1e12,
        },
        months=_MONTHS,
        words={name: number for number, name in enumerate(("eine", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn"), start=1)},
        weekdays={
            f"am {name}": day
            for day, name in enumerate(("montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag"))
        },
        relative={"gestern": ("day", -1), "heute": ("day", 0), "vergangenen monat": ("month", -1)},
        dates=(
            rx(rf"\b(?P<day>\d{{1,2}})\. (?P<month>{_MONTH})\.?(?: (?P<year>(?:19|20)\d\d))?\b"),
            rx(r"\b(?P<day>\d{1,2})\.(?P<month>1[0-2]|0?[1-9])\.(?P<year>(?:19|20)\d\d)\b"),
            rx(rf"\b(?P<month>{_MONTH}) (?P<year>(?:19|20)\d\d)\b"),
        ),
    ),
    common=phrases("der|die|das|und|ist|von|mit|den|dem|des|ein|eine|einen|einer|für|auf|nicht|wird|hat|haben|sich|auch|nach|bei|im|zu|als|war|wie"),
)  # fmt: skip
