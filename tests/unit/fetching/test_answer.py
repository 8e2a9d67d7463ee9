from ingestd.fetching.answer import headers_of


def test_a_header_that_comes_twice_is_one_whatever_its_letters() -> None:
    told = headers_of([(b"Link", b"<a>"), (b"ETag", b'"1"'), (b"LINK", b"<b>")])

    assert told == {"link": "<a>, <b>", "etag": '"1"'}


def test_a_header_is_read_in_utf_8_or_else_as_latin_1() -> None:
    assert headers_of([(b"a", "caf\xe9".encode())]) == {"a": "caf\xe9"}
    assert headers_of([(b"a", b"caf\xe9"), (b"b", b"c")]) == {"a": "caf\xe9", "b": "c"}
