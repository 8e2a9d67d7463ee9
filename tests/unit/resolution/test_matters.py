"""Matters: what lies together among many articles, by rare words and names."""

import random

from ingestd.resolution.matters import ENOUGH, Telling, matters

FLOOD = "river dam village evacuated rainfall sandbags overflow shelter rescuers meadow"
TRIAL = "judge verdict prosecutor bribery defendant appeal sentence courtroom witness lawyer"
COMMON = "officials reported people yesterday country several years would after between"


def text(matter: str, seed: int, *, length: int = 8) -> str:
    """A telling: some words of the matter, others that everybody uses, others of its own."""
    chance = random.Random(seed)
    own = ["".join(chance.choices("bdfgklmnprstvz", k=7)) for _ in range(10)]
    words = chance.sample(matter.split(), k=length) + COMMON.split() + own
    chance.shuffle(words)
    return " ".join(words)


def noise(number: int) -> list[Telling]:
    return [Telling(f"other-{n}", text("", 1000 + n, length=0)) for n in range(number)]


def joined(articles: list[Telling]) -> list[list[str]]:
    return [group for group in matters(articles) if len(group) > 1]


def test_tellings_of_one_matter_lie_together_and_others_stand_alone() -> None:
    floods = [Telling(f"flood-{n}", text(FLOOD, n)) for n in range(4)]
    trials = [Telling(f"trial-{n}", text(TRIAL, 50 + n)) for n in range(3)]
    articles = [*floods, *noise(ENOUGH), *trials]

    assert joined(articles) == [[each.article for each in kind] for kind in (floods, trials)]
    assert sorted(name for group in matters(articles) for name in group) == sorted(
        each.article for each in articles
    )


def test_names_join_what_has_no_word_in_common() -> None:
    names = ("ent_a", "ent_b", "ent_c")
    one = Telling("here", text("", 1, length=0), names)
    other = Telling("there", "Совсем другие слова стоят в этой заметке на другом языке", names)

    assert joined([one, other, *noise(ENOUGH)]) == [["here", "there"]]
    assert joined([Telling("here", one.text), other, *noise(ENOUGH)]) == []


def test_what_all_tell_joins_nobody() -> None:
    articles = [Telling(f"{n}", text("", n, length=0), ("ent_state",)) for n in range(ENOUGH)]

    assert joined(articles) == []


def test_a_text_between_two_matters_does_not_make_them_one() -> None:
    floods = [Telling(f"flood-{n}", text(FLOOD, n)) for n in range(5)]
    trials = [Telling(f"trial-{n}", text(TRIAL, 50 + n)) for n in range(5)]
    between = Telling("between", f"{text(FLOOD, 90, length=5)} {text(TRIAL, 91, length=5)}")
    groups = joined([*floods, *trials, between, *noise(ENOUGH)])

    assert all(
        not ({one.article for one in floods} & set(group))
        or not ({one.article for one in trials} & set(group))
        for group in groups
    )
    assert len(groups) == 2


def test_among_few_articles_nobody_knows_what_is_rare() -> None:
    articles = [Telling("one", FLOOD), Telling("other", FLOOD)]

    assert matters(articles) == [["one"], ["other"]]
    assert matters([]) == []


def test_the_same_articles_give_the_same_matters_in_any_order() -> None:
    floods = [Telling(f"flood-{n}", text(FLOOD, n)) for n in range(4)]
    articles = [*floods, *noise(ENOUGH)]
    again = list(articles)
    random.Random(3).shuffle(again)

    assert {frozenset(group) for group in matters(articles)} == {
        frozenset(group) for group in matters(again)
    }
