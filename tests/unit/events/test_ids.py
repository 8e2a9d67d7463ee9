"""Identifiers derive from content."""

from datetime import UTC, datetime, timedelta
from uuid import RFC_4122, UUID

from hypothesis import given
from hypothesis import strategies as some

from ingestd.events.ids import digest, document_id, event_ids, short_id

MOMENT = datetime(2021, 11, 11, 9, 0, 0, 123456, tzinfo=UTC)
moments = some.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1), timezones=some.just(UTC))  # noqa: DTZ001


def test_a_digest_is_the_sha_256_in_hexadecimal() -> None:
    # FIPS 180-4, the example "abc"
    assert digest(b"abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


def test_a_short_id_is_its_prefix_and_16_characters() -> None:
    prefix, _, rest = short_id("ent", "company", "Acme").partition("_")

    assert (prefix, len(rest)) == ("ent", 16)
    assert set(rest) <= set("abcdefghijklmnopqrstuvwxyz234567")


def test_ids_are_the_same_on_every_machine() -> None:
    assert short_id("art", "ж", "b") == "art_syiu7e4qvfs6g3ez"
    assert document_id("ab" * 32) == "art_fft3pdt72eznuro3"
    assert event_ids(MOMENT, "log")(1) == "017d0e39-aafb-7836-bf18-00000000014e"


def test_letters_that_need_care_make_the_ids_that_they_always_made() -> None:
    assert short_id("x", "a\ud800", "b") == short_id("x", "a\ufffd", "b")
    assert short_id("x", "a\ud800", "b", "\0") == "x_ur7nzwg7bh6x4db4"
    assert short_id("x", '\0\n"\\', "/é\u2028") == "x_lcvbg6k465yadzxq"


def test_parts_do_not_run_into_each_other() -> None:
    ids = {
        short_id("x", *parts) for parts in (("a", "bc"), ("ab", "c"), ("abc",), ("a", "b", "c"))
    }

    assert len(ids) == 4


def test_the_same_bytes_are_the_same_document() -> None:
    assert document_id(digest(b"a")) == document_id(digest(b"a")) != document_id(digest(b"b"))


@given(moment=moments, position=some.integers(1, 2**40 - 1))
def test_an_event_id_is_a_uuid_of_version_7_that_tells_its_time(
    moment: datetime, position: int
) -> None:
    made = UUID(event_ids(moment, "log")(position))

    assert (made.version, made.variant) == (7, RFC_4122)
    told = datetime.fromtimestamp((made.int >> 80) / 1000, UTC)
    assert abs(told - moment) <= timedelta(milliseconds=1)


@given(moment=moments, later=some.integers(2, 10**9))
def test_later_events_have_greater_ids(moment: datetime, later: int) -> None:
    after = moment + timedelta(milliseconds=later)

    assert event_ids(moment, "log")(2) < event_ids(after, "log")(1)


@given(position=some.integers(1, 2**40 - 2))
def test_ids_of_one_moment_sort_as_the_log_does(position: int) -> None:
    at = event_ids(MOMENT, "log")

    assert at(position) < at(position + 1)


def test_two_places_never_share_an_id_even_at_one_moment() -> None:
    ids = {event_ids(MOMENT, log)(n) for log in ("a", "b") for n in range(500)}

    assert len(ids) == 1000
