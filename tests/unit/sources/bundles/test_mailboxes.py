import mailbox
from email.message import EmailMessage
from pathlib import Path

from ingestd.sources.bundles.caps import Caps
from ingestd.sources.bundles.opening import Reading
from tests.unit.sources.bundles.opened import bodies, told

BEGIN = "From a@b.example Thu Nov 11 08:00:00 2021\n"


def message(name: str | None, text: str) -> EmailMessage:
    made = EmailMessage()
    made["Subject"] = "Two deals"
    if name:
        made["Message-ID"] = f"<{name}>"
    made.set_content(text)
    return made


def test_each_message_is_a_document_called_by_its_id(tmp_path: Path) -> None:
    box = mailbox.mbox(tmp_path / "in.mbox")
    box.add(message("a#1@b.example", "One.\n\nFrom now on it is signed.\n"))
    box.add(message(None, "Two."))
    box.close()
    content = (tmp_path / "in.mbox").read_bytes()

    found = told("in.mbox", content)

    assert [place for place, _ in found] == ["in.mbox#a%231@b.example", "in.mbox#2"]
    assert "\nFrom now on it is signed." in found[0][1]
    assert found[1][1].rstrip().endswith("Two.")
    assert {body.media_type for body in bodies("in.mbox", content)} == {"message/rfc822"}


def test_a_line_that_begins_with_from_within_a_paragraph_begins_no_message() -> None:
    content = f"{BEGIN}Subject: x\n\nIt came\nFrom here.\n"

    assert len(told("in.mbox", content.encode())) == 1


def test_a_message_over_the_limit_is_told_beside_one_below() -> None:
    content = f"{BEGIN}\n{'x' * 200}\n\n{BEGIN}\nTwo.\n"

    assert told("in.mbox", content.encode(), Reading(caps=Caps(document=100))) == [
        ("in.mbox#1", "! 203 bytes are over the limit of 100"),
        ("in.mbox#2", "\nTwo.\n"),
    ]


def test_two_messages_of_one_id_are_two_documents() -> None:
    one = f"{BEGIN}Message-Id: <a@b>\n\nSigned.\n\n"

    assert [place for place, _ in told("in.mbox", (one * 2).encode())] == [
        "in.mbox#a@b",
        "in.mbox#a@b~2",
    ]


def test_a_box_of_beginnings_alone_holds_nothing() -> None:
    assert told("in.mbox", (BEGIN + "\n" + BEGIN).encode()) == [("in.mbox#1", "\n")]
    assert told("in.mbox", b"") == []
