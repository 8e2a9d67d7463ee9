"""What the configuration changed since the log was told last."""

from ingestd.events import Event, SourceChanged
from ingestd.pipeline.registration import decide_registration
from tests.fixtures.building import changed, failed, registered, removed
from tests.fixtures.shelves import Shelf


def shelf(name: str, *, address: str = "/wire", options: str = "{}") -> Shelf:
    return Shelf(name=name, kind="folder", address=address, options=options)


def decide(*history: Event, now: list[Shelf]) -> list[Event]:
    return list(decide_registration(now, history))


def test_a_new_source_is_registered() -> None:
    assert decide(now=[shelf("a"), shelf("b")]) == [registered("a"), registered("b")]


def test_a_known_source_is_no_news() -> None:
    assert decide(registered("a"), now=[shelf("a")]) == []


def test_another_address_is_a_change_and_only_once() -> None:
    moved = shelf("a", address="/new")

    assert decide(registered("a"), now=[moved]) == [changed("a", address="/new")]
    assert decide(registered("a"), changed("a", address="/new"), now=[moved]) == []


def test_other_options_are_a_change() -> None:
    other = SourceChanged(source="a", kind="folder", address="/wire", options='{"deep":true}')

    assert decide(registered("a"), now=[shelf("a", options='{"deep":true}')]) == [other]


def test_a_source_that_is_configured_no_more_is_removed_once() -> None:
    assert decide(registered("a"), registered("b"), now=[shelf("b")]) == [removed("a")]
    assert decide(registered("a"), removed("a"), now=[]) == []


def test_a_source_that_is_back_is_registered_again() -> None:
    history = [registered("a"), removed("a")]

    assert decide(*history, now=[shelf("a")]) == [registered("a")]
    assert decide(*history, registered("a"), now=[shelf("a")]) == []


def test_other_facts_of_a_source_do_not_matter() -> None:
    assert decide(registered("a"), failed("a"), now=[shelf("a")]) == []
