import pytest

from ingestd.fetching.target import Target, _worked_out, target_of


@pytest.mark.parametrize(
    "address",
    [
        "https://paper.example/",
        "http://www.paper-of-towns.example:8080/a/b.rss?page=1&of=a/b?c",
        "http://127.0.0.1:9/~a/(b);c=d",
        "https://localhost/a.b/c..d",
    ],
)
def test_a_plain_address_is_what_the_long_way_makes_of_it(address: str) -> None:
    assert target_of(address) == _worked_out(address)
    assert target_of(address).shown == address


@pytest.mark.parametrize(
    ("address", "authority", "path", "shown"),
    [
        ("http://Paper.Example", b"paper.example", b"/", "http://paper.example"),
        ("https://paper.example:443/a", b"paper.example", b"/a", "https://paper.example/a"),
        ("http://paper.example/a/../b#c", b"paper.example", b"/b", "http://paper.example/b#c"),
        (
            "http://m\xfcnchen.example/\u0436 b?\u0436",
            b"xn--mnchen-3ya.example",
            b"/%D0%B6%20b?%D0%B6",
            "http://xn--mnchen-3ya.example/%D0%B6%20b?%D0%B6",
        ),
        ("http://[::1]:9/a", b"[::1]:9", b"/a", "http://[::1]:9/a"),
        ("http://256.1.1.example/", b"256.1.1.example", b"/", "http://256.1.1.example/"),
    ],
)
def test_any_other_address_is_written_as_servers_know_it(
    address: str, authority: bytes, path: bytes, shown: str
) -> None:
    target = target_of(address)

    assert (target.authority, target.path, target.shown) == (authority, path, shown)


@pytest.mark.parametrize(
    "address", ["http://256.1.1.1/", "ftp://paper.example/", "paper.example/a"]
)
def test_what_names_no_page_of_the_web_is_refused(address: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        target_of(address)


def test_an_address_is_told_by_its_parts() -> None:
    assert target_of("http://paper.example:81/a?b") == Target(
        b"http", b"paper.example", 81, b"/a?b", "http://paper.example:81/a?b"
    )
