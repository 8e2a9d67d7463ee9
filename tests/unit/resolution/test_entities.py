"""Whether two articles name one thing."""
# ruff: noqa: RUF001  Cyrillic is one of the four languages

import pytest

from ingestd.events.facts import EntityType, ExtractedEntity
from ingestd.resolution import Naming, links, naming
from ingestd.resolution.comparing import Known
from ingestd.resolution.entities import direct_key, founding_key, known
from tests.unit.resolution.building import body, decide, entity, known_as, link, person, same


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (entity("T&T group", country="VN"), entity("T&T Group", country="VN")),
        (entity("T&T Group", country="VN"), entity("Tập đoàn T&T")),
        (entity("Vabiotech"), entity("VABIOTECH")),
        (entity("Viettel"), entity("VIETTEL")),
        (entity("VNVC"), entity("VNVC", country="VN")),
        (entity("Bronemed LLC", country="RU"), entity("Bronemed")),
        (entity("Bronemed LLC"), entity("ООО «Бронемед»")),
        (entity("Medsintez Pharmaceutical Plant", said=["Medsintez"]), entity("Medsintez")),
        (
            body("Russian Direct Investment Fund", "RU", said=["RDIF"]),
            entity("RDIF", "company", "RU"),
        ),
        (body("Russian Direct Investment Fund"), entity("RDIF")),
        (body("Asian Standards Body", "SG"), body("ASB", "SG")),
        (
            entity("Vietnam News Agency", "organization", "VN", aliases=["VNA"]),
            entity("VNA", "organization", "VN"),
        ),
        (
            body("Russian Direct Investment Fund", "RU", aliases=["RDIF"]),
            body("Fonds russe d'investissements directs", "RU", aliases=["RDIF"]),
        ),
        (body("Russian State Duma", "RU"), body("State Duma", "RU")),
        (body("National Assembly", "VN"), body("Vietnamese National Assembly", "VN")),
        (entity("Sputnik V", "product"), entity("Sputnik V", "product")),
        (entity("face mask", "product"), entity("face masks", "product")),
        (entity("Mũi Né", "place"), entity("Mui Ne", "place")),
        (entity("Wintershall"), entity("Винтерсхалл")),
        (entity("Banka Moldova"), entity("Банка Молдава")),
        (entity("Lwów", "place"), entity("Львов", "place")),
        (entity("Europe", "place"), entity("Європа", "place")),
        (entity("Завод Полтава"), entity("Завод Полтаві")),
        (entity("Niemcy", "place"), entity("Германия", "place")),
        (
            entity("Moscou", "place", reference="city:moscow"),
            entity("Москва", "place", reference="city:moscow"),
        ),
    ],
    ids=lambda each: each.name,
)
def test_names_of_one_thing_are_linked(one: ExtractedEntity, other: ExtractedEntity) -> None:
    assert same(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (person("Đặng Minh Khôi", "VN"), person("Dang Minh Khoi", "VN")),
        (person("Đặng Minh Khôi", "VN"), person("Данг Минь Кхой")),
        (person("Kirill Dmitriev"), person("Кирилл Дмитриев", "RU")),
        (person("Anna J. Weber"), person("Anna Weber")),
        (person("Angela Weberová"), person("Ангела Вебер")),
        (person("Heiko Weber"), person("Гайко Вебер")),
        (person("Хайко Вебер"), person("Гайко Вебер")),
        (person("Kirill Dmitriev"), person("Кирилл Александрович Дмитриев")),
        (person("Yury Borisov"), person("Yuri Borisov")),
        (person("Mr Yury Borisov"), person("Borisov Yury")),
        # an ambassador's country is easily taken for the one he is sent to
        (person("Đặng Minh Khôi", "VN"), person("Dang Minh Khoi", "RU")),
    ],
    ids=lambda each: each.name,
)
def test_spellings_of_one_person_are_linked(
    one: ExtractedEntity, other: ExtractedEntity
) -> None:
    assert same(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (entity("VABIOTECH"), entity("VNVC")),
        (entity("Sistema"), entity("Sistema Biotech")),
        (body("State Duma", "RU"), body("Federation Council of Russia", "RU")),
        (body("National Assembly", "VN"), body("National Assembly", "FR")),
        (body("National Assembly", "VN"), body("National Assembly")),
        (body("Ministry of Science"), body("Ministry of Science")),
        (
            body("Federal Assembly", "RU"),
            body("Federation Council of the Federal Assembly", "RU"),
        ),
        (
            entity("Vietnam News Agency", "organization", "VN", aliases=["VNA"]),
            entity("Viet Nam News Service", "organization", "VN", aliases=["VNS"]),
        ),
        (
            entity("Vietnam News Agency", "organization", "VN", aliases=["VNA"]),
            body("Vietnam National Assembly", "VN", aliases=["VNA"]),
        ),
        (body("Asian Standards Body"), body("ASB")),
        (entity("Health Works", country="CA"), entity("Health Works", country="SE")),
        (
            entity("Plant 5 Zavolzhye", said=["Zavolzhye"]),
            entity("Zavolzhye Plant 7", said=["Zavolzhye"]),
        ),
        (entity("Sputnik V", "product"), entity("Sputnik Light", "product")),
        (entity("State Bank"), entity("State Bank")),
        (entity("—"), entity("—")),
        (
            entity("Tripoli", "place", reference="city:tripoli-ly"),
            entity("Tripoli", "place", reference="city:tripoli-lb"),
        ),
        (person("Hồ Chí Minh"), entity("Hồ Chí Minh", "place")),
        (entity("Saber"), entity("Сбер")),
        (entity("Банк Россия"), entity("Банк России")),
        (entity("Brasília", "place"), entity("Брюссель", "place")),
    ],
    ids=lambda each: each.name,
)
def test_different_things_are_kept_apart(one: ExtractedEntity, other: ExtractedEntity) -> None:
    assert not same(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (person("Putin"), person("Putin")),
        (person("Putin"), person("Vladimir Putin")),
        (person("Đặng Minh Khôi"), person("Dương Hoàng Minh")),
        (person("Nguyễn Văn Hùng"), person("Nguyễn Văn Hưng")),
        (person("Kirill Petrovich Orlov"), person("Kirill Ivanovich Orlov")),
        (person("Anna Orlova", "RU"), person("Anna Orlova", "BG")),
        (person("Kirill Dmitriev"), person("Vladimir Dmitriev")),
        (person("Mikhail Murashko"), person("Dao Hong Lan")),
        (person("Anna A. Weber"), person("Anna B. Weber")),
        (person("Anna A. Weber"), person("Анна Б. Вебер")),
        (person("Alexandra Petrova"), person("Александр Петров")),
        (person("Jon Weber"), person("John Weber")),
        (person("Данг Минь Кхой"), person("Dong Minh Khai")),
    ],
    ids=lambda each: each.name,
)
def test_different_persons_are_kept_apart(one: ExtractedEntity, other: ExtractedEntity) -> None:
    assert not same(one, other)


def test_a_link_says_how_sure_it_is_and_why() -> None:
    found = link(entity("Acme Ltd"), entity("Acme"))

    assert found is not None
    assert (found.id, found.score, found.reason) == ("it", 0.9, "same name without legal form")


def test_an_acronym_of_two_houses_names_neither() -> None:
    agency = known_as(entity("Vietnam News Agency", "organization", aliases=["VNA"]), "agency")
    airline = known_as(entity("Vietnam National Airways", aliases=["VNA"]), "airline")

    assert links(known_as(entity("VNA")), [agency, airline]) == ()


def test_a_name_that_two_of_different_countries_have_names_neither() -> None:
    candidates = [known_as(entity("Acme", country=code), code) for code in ("CA", "SE")]

    assert decide(entity("Acme"), candidates) is None


def test_of_two_that_cannot_be_one_the_surer_is_meant() -> None:
    exact = known_as(entity("Acme Ltd", country="CA"), "exact")
    loose = known_as(entity("Acme", country="SE"), "loose")

    assert [each.id for each in links(known_as(entity("Acme Ltd")), [loose, exact])] == [
        "exact"
    ]


def test_an_article_may_equate_what_was_held_apart() -> None:
    long = known_as(entity("Vietnam News Agency", "organization"), "long")
    short = known_as(entity("VNews", "organization"), "short")
    both = entity("Vietnam News Agency", "organization", aliases=["VNews"])

    assert [each.id for each in links(known_as(both), [short, long])] == ["long", "short"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (entity("ООО «Бронемед»"), entity("Bronemed LLC")),
        (body("Russian Federation Council", "RU"), body("Federal Council", "RU")),
        (body("Russian Direct Investment Fund"), entity("RDIF")),
        (person("Кирилл Дмитриев"), person("Kirill Alexandrovich Dmitriev")),
        (person("Данг Минь Кхой"), person("Đặng Minh Khôi")),
    ],
    ids=lambda each: each.name,
)
def test_what_is_linked_shares_a_key(one: ExtractedEntity, other: ExtractedEntity) -> None:
    assert same(one, other)
    assert set(named(one).sought) & set(named(other).keys)
    assert set(named(other).sought) & set(named(one).keys)


def named(told: ExtractedEntity) -> Naming:
    worded = tuple(sorted({quote.text for quote in told.mentions}))
    return naming(told.name, told.type, told.aliases, worded, told.country, told.reference)


def test_a_reference_is_a_key() -> None:
    assert (
        "reference/city:hanoi" in named(entity("Hanoi", "place", reference="city:hanoi")).keys
    )


def test_initials_alone_bring_nobody_together() -> None:
    one, other = named(entity("Acme Blue Coffee")), named(entity("Alpha Beta Cargo"))

    assert set(one.keys) & set(other.keys) == {"house/initials/abc"}
    assert not set(one.sought) & set(other.keys)


@pytest.mark.parametrize(
    "nameless",
    [person("Putin"), entity("Putin", "person", said=["Putin"]), entity("—", "product")],
)
def test_a_single_name_and_no_name_have_no_keys(nameless: ExtractedEntity) -> None:
    assert named(nameless).keys == named(nameless).sought == ()


def test_an_article_may_shorten_a_name_but_not_to_a_single_one() -> None:
    told = entity("Kirill A. Dmitriev", "person", said=["Dmitriev", "Kirill Dmitriev"])

    assert known_as(told).forms == ("Kirill Dmitriev",)
    assert same(told, person("Kirill Dmitriev"))


@pytest.mark.parametrize(
    ("name", "kind", "key"),
    [
        ("Acme Group Ltd", "company", ("house", "acme")),
        ("Mr Yury Borisov", "person", ("person", "yury borisov")),
    ],
)
def test_an_id_is_made_of_family_and_name(
    name: str, kind: EntityType, key: tuple[str, ...]
) -> None:
    assert founding_key(name, kind, None) == key


def test_an_id_is_made_of_the_reference_where_there_is_one() -> None:
    assert founding_key("Paris", "place", "city:paris") == ("reference", "city:paris")


def test_what_is_too_long_for_a_name_is_compared_by_its_beginning() -> None:
    assert max(map(len, named(entity("Acme " * 1000)).keys)) < 400


@pytest.mark.parametrize(
    ("how", "key"),
    [
        (known("Acme Group Ltd", "company"), "house/name/acme"),
        (known("ACME", "company"), None),
        (known("National Assembly", "public_body"), None),
        (known("Anna Berg", "person"), "person/name/anna berg"),
        (known("Berg", "person"), None),
        (known("Lyon", "place"), "place/name/lyon"),
        (known("Lyon", "place", reference="city:lyon"), "reference/city:lyon"),
    ],
)
def test_what_was_named_so_before_is_found_by_one_key(how: Known, key: str | None) -> None:
    assert direct_key(how) == key
