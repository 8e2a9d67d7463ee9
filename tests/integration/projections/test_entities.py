"""Entities: one row each, whoever names them, however they are spelt."""

import pytest

from ingestd.events import ExtractedEntity, Quote
from tests.fixtures.building import rejected
from tests.integration.projections.building import article, country, named
from tests.integration.projections.conftest import Corpus, on_both


@on_both
def test_spellings_and_languages_of_one_are_one_row(corpus: Corpus) -> None:
    corpus.tell(
        article("a", named("Đặng Minh Khôi", "person"), country("Việt Nam", "VN")),
        article(
            "b", named("Dang Minh Khoi", "person"), country("Vietnam", "VN"), language="fr"
        ),
        article("c", named("Vietnam", "place", "VN", reference="country:VN"), language=None),
    )

    assert corpus.names() == ["Việt Nam", "Đặng Minh Khôi"]
    assert corpus.one("Vietnam")["names"] == [
        {"name": "Vietnam", "language": None},
        {"name": "Vietnam", "language": "fr"},
        {"name": "Việt Nam", "language": "en"},
    ]


def test_a_place_that_is_told_twice_is_one_mention(corpus: Corpus) -> None:
    short, long = (Quote(start=0, end=len(name), text=name) for name in ("Acme", "Acme Ltd"))

    corpus.tell(
        article(
            "a",
            ExtractedEntity(name="Acme Ltd", type="company", mentions=(short, long, short)),
        )
    )

    assert corpus.one("Acme Ltd")["mentions"] == 2


def test_different_ones_are_different_rows(corpus: Corpus) -> None:
    corpus.tell(
        article("a", named("Vabiotech"), named("State Duma", "public_body", "RU")),
        article("b", named("VNVC"), named("Federation Council", "public_body", "RU")),
    )

    assert len(corpus.names()) == 4


def test_articles_and_mentions_are_counted(corpus: Corpus) -> None:
    acme = named("Acme", said=["Acme", "Acme", "Acme Ltd"])

    corpus.tell(article("a", acme), article("b", acme), article("c", named("Acme")))

    assert [corpus.one("Acme")[field] for field in ("articles", "mentions")] == [3, 7]


def test_two_names_in_one_article_count_as_one_article(corpus: Corpus) -> None:
    corpus.tell(article("a", named("Acme"), named("Acme Ltd")))

    assert [corpus.one("Acme")[field] for field in ("articles", "mentions")] == [1, 2]


def test_first_and_last_time_come_from_the_log(corpus: Corpus) -> None:
    corpus.tell(article("a", named("Acme")))
    before = corpus.one("Acme")

    corpus.tell(article("b", named("Acme")))
    after = corpus.one("Acme")

    assert before["first_seen_at"] == before["last_seen_at"] == after["first_seen_at"]
    assert after["last_seen_at"] > after["first_seen_at"]


def test_roles_are_shown_with_the_house(corpus: Corpus) -> None:
    head = named("Kirill Orlov", "person", role="CEO", affiliation="Acme")

    corpus.tell(article("a", head), article("b", head))

    assert corpus.one("Kirill Orlov")["roles"] == [{"title": "CEO", "at": "Acme"}]


@on_both
def test_type_and_country_are_what_most_articles_say(corpus: Corpus) -> None:
    corpus.tell(
        article("a", named("Acme", "company")),
        article("b", named("Acme", "organization", "FI")),
        article("c", named("Acme", "organization", "FI")),
    )

    assert [corpus.one("Acme")[field] for field in ("type", "country")] == [
        "organization",
        "FI",
    ]


def test_a_name_gets_the_reference_that_a_later_article_knows(corpus: Corpus) -> None:
    corpus.tell(
        article("a", named("Tartu", "place")),
        article("b", named("Tartu", "place", "EE", reference="city:tartu")),
        article("c", named("Dorpat", "place", reference="city:tartu")),
    )

    assert corpus.one("Dorpat")["articles"] == 3


@on_both
def test_a_revision_replaces_what_was_told_before(corpus: Corpus) -> None:
    corpus.tell(article("a", named("Acme"), named("Bolt")), article("b", named("Bolt")))

    corpus.tell(article("a", named("Cask"), revision=2))

    assert corpus.names() == ["Bolt", "Cask"]
    assert [corpus.one("Bolt")[field] for field in ("articles", "mentions")] == [1, 1]


def test_what_stays_in_a_revision_keeps_id_and_first_time(corpus: Corpus) -> None:
    corpus.tell(article("a", named("Acme")))
    before = corpus.one("Acme")

    corpus.tell(article("a", named("Acme"), revision=2))
    after = corpus.one("Acme")

    assert (after["id"], after["first_seen_at"]) == (before["id"], before["first_seen_at"])
    assert after["last_seen_at"] > before["last_seen_at"]


def test_an_entity_outlives_the_article_that_named_it_first(corpus: Corpus) -> None:
    corpus.tell(article("a", named("Acme")), article("b", named("Acme")))
    before = corpus.one("Acme")["id"]

    corpus.tell(article("a", revision=2))

    assert corpus.one("Acme")["id"] == before


def test_a_name_that_comes_back_to_a_taken_id_gets_another(corpus: Corpus) -> None:
    corpus.tell(article("a", named("Acme")), article("b", named("Acme", "company", "FI")))

    corpus.tell(article("a", named("Acme", "company", "SE"), revision=2))

    assert len({row["id"] for row in corpus.entities()}) == 2


def test_two_of_one_name_in_one_article_are_two(corpus: Corpus) -> None:
    corpus.tell(article("a", named("Acme", country="FI"), named("Acme", country="SE")))

    assert corpus.names() == ["Acme", "Acme"]


def test_an_older_revision_extracted_late_tells_nothing(corpus: Corpus) -> None:
    corpus.tell(
        article("a", named("Acme"), revision=2), article("a", named("Bolt"), revision=1)
    )

    assert corpus.names() == ["Acme"]


def test_a_newer_extractor_replaces_what_its_elder_told(corpus: Corpus) -> None:
    corpus.tell(article("a", named("Acme")), article("a", named("Bolt"), version="2"))

    assert corpus.names() == ["Bolt"]


def test_of_two_extractors_one_is_believed(corpus: Corpus) -> None:
    corpus.tell(
        article("a", named("Acme"), named("Bolt"), extractor="other"),
        article("a", named("Acme")),
    )

    assert corpus.names() == ["Acme"]
    assert corpus.one("Acme")["articles"] == 1


def test_a_new_revision_takes_back_what_every_extractor_told(corpus: Corpus) -> None:
    corpus.tell(article("a", named("Acme")), article("a", named("Bolt"), extractor="other"))

    corpus.tell(article("a", named("Cask"), revision=2))

    assert corpus.names() == ["Cask"]


def test_a_rejected_revision_loses_nothing(corpus: Corpus) -> None:
    corpus.tell(article("a", named("Acme")), rejected("a", revision=2))

    assert corpus.names() == ["Acme"]


def test_an_article_that_equates_two_makes_them_one(corpus: Corpus) -> None:
    corpus.tell(article("a", named("Vietnam News Agency")), article("b", named("VNews")))
    elder, younger = corpus.one("Vietnam News Agency")["id"], corpus.one("VNews")["id"]

    corpus.tell(article("c", named("Vietnam News Agency", aliases=("VNews",))))

    assert corpus.one("VNews")["id"] == elder
    assert [corpus.one("VNews")[field] for field in ("articles", "mentions")] == [3, 3]
    assert corpus.entity(younger) == corpus.entity(elder)


@on_both
def test_a_merge_says_which_article_it_stands_on(corpus: Corpus) -> None:
    corpus.tell(article("a", named("Vietnam News Agency")), article("b", named("VNews")))
    younger = corpus.one("VNews")["id"]

    corpus.tell(article("c", named("Vietnam News Agency", aliases=("VNews",))))
    (merged,) = corpus.explained(corpus.one("VNews")["id"])["merged"]

    assert merged == {
        "id": younger,
        "article": "art_c",
        "position": 3,
        "score": 0.95,
        "reason": "same name",
    }


@on_both
def test_what_only_one_article_held_to_be_one_parts_when_it_is_revised(corpus: Corpus) -> None:
    corpus.tell(
        article("a", named("Vietnam News Agency")),
        article("b", named("VNews")),
        article("d", named("VNews")),
    )
    before = {row["id"] for row in corpus.entities()}

    corpus.tell(article("c", named("Vietnam News Agency", aliases=("VNews",))))
    corpus.tell(article("c", named("Bolt"), revision=2))

    assert corpus.names() == ["Bolt", "VNews", "Vietnam News Agency"]
    assert before < {row["id"] for row in corpus.entities()}
    assert corpus.one("VNews")["articles"] == 2


@on_both
def test_offices_go_with_those_who_become_one_and_part_again(corpus: Corpus) -> None:
    corpus.tell(
        article("a", named("Kirill Orlov", "person", role="CEO", affiliation="Acme")),
        article("b", named("Cyril Aquila", "person", role="chairman", affiliation="Bolt")),
    )
    offices = [{"title": "CEO", "at": "Acme"}, {"title": "chairman", "at": "Bolt"}]

    corpus.tell(article("c", named("Kirill Orlov", "person", aliases=("Cyril Aquila",))))
    (one,) = corpus.entities()
    corpus.tell(article("c", revision=2))

    assert one["roles"] == offices
    assert [corpus.one(name)["roles"] for name in ("Kirill Orlov", "Cyril Aquila")] == [
        [office] for office in offices
    ]
    assert corpus.verified().differences == ()


@pytest.mark.parametrize("name", "bcdefg")  # whose ids are sorted otherwise
def test_who_becomes_another_while_a_fellow_parts_is_told_once(
    corpus: Corpus, name: str
) -> None:
    corpus.tell(
        article("t", named("Acme", aliases=("Bolt",))),
        article("x", named("Xeno", country="SE")),
        article("u", named("Acme", country="SE", aliases=("Xeno",))),
        article("z", named("Bolt", country="FI")),
        article(name, named("Acme", country="FI")),
        article("y", named("Yarn", country="FI")),
        article("u", named("Acme", country="FI", aliases=("Yarn",)), extractor="other"),
    )
    assert len(corpus.entities()) == 3

    corpus.tell(article("u", revision=2))

    assert corpus.names() == ["Acme", "Xeno", "Yarn"]
    assert [corpus.one(each)["articles"] for each in ("Acme", "Xeno", "Yarn")] == [3, 1, 1]
    assert corpus.verified().differences == ()


def test_a_merge_of_the_merged_leads_to_the_last(corpus: Corpus) -> None:
    corpus.tell(article("a", named("Northern Lights Mill")))
    corpus.tell(article("b", named("NorMill")), article("c", named("Lightmill")))
    ids = {name: corpus.one(name)["id"] for name in ("NorMill", "Lightmill")}

    corpus.tell(article("d", named("NorMill", aliases=("Lightmill",))))
    corpus.tell(article("e", named("Northern Lights Mill", aliases=("NorMill",))))

    last = corpus.one("Lightmill")["id"]
    found = [corpus.entity(identity) for identity in ids.values()]
    assert [row["id"] for row in found if row] == [last, last]
    assert corpus.one("NorMill")["articles"] == 5


def test_an_entity_with_a_reference_takes_the_other_in(corpus: Corpus) -> None:
    corpus.tell(
        article("a", named("Dorpat", "place")),
        article("b", named("Tartu", "place", reference="city:tartu")),
    )
    tartu = corpus.one("Tartu")["id"]

    corpus.tell(article("c", named("Tartu", "place", aliases=("Dorpat",))))

    assert corpus.one("Dorpat")["id"] == tartu


def test_ids_are_stable_under_rebuild(corpus: Corpus) -> None:
    corpus.tell(
        article("a", named("Vietnam News Agency"), country("Russia", "RU")),
        article("b", named("VNews"), country("Russie", "RU"), language="fr"),
        article("c", named("Vietnam News Agency", aliases=("VNews",))),
        article("b", named("VNews"), revision=2),
        article("c", named("Bolt"), revision=2),
    )

    assert corpus.verified().differences == ()


@on_both
def test_search_minds_neither_case_nor_marks(corpus: Corpus) -> None:
    corpus.tell(article("a", named("Đặng Minh Khôi", "person"), named("100% Acme")))

    assert corpus.names(query="khoi DANG") == ["Đặng Minh Khôi"]
    assert corpus.names(query="acme") == ["100% Acme"]
    assert corpus.names(query="khoi acme") == []


@on_both
def test_entities_are_filtered(corpus: Corpus) -> None:
    corpus.tell(article("a", named("Acme", country="FI")))
    corpus.tell(article("b", named("Kirill Orlov", "person", "RU")))
    late = corpus.one("Kirill Orlov")["last_seen_at"]

    assert corpus.names(type="company") == ["Acme"]
    assert corpus.names(country="ru") == ["Kirill Orlov"]
    assert corpus.names(since=late) == ["Kirill Orlov"]


def test_an_entity_without_a_place_in_the_text_is_kept(corpus: Corpus) -> None:
    corpus.tell(article("a", ExtractedEntity(name="Acme", type="company", mentions=())))

    assert corpus.one("Acme")["mentions"] == 0
