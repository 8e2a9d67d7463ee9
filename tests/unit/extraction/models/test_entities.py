"""What models mark, put together."""

from ingestd.extraction.models.entities import Marked, entities_of


def test_marks_of_one_name_and_type_are_one_entity_with_every_place() -> None:
    text = " Việt Á  and VIET A met Anna; Anna left"
    marks = [
        Marked(start=30, end=34, type="person", reason="label PER"),
        Marked(start=0, end=9, type="company", reason="label ORG"),
        Marked(start=13, end=19, type="company", reason="label CORP"),
        Marked(start=24, end=28, type="person", reason="label PER"),
        Marked(start=24, end=28, type="person", reason="label PERSON"),
        Marked(start=8, end=9, type="person", reason="label PER"),
    ]

    firm, anna = entities_of(text, marks)

    assert (firm.name, firm.type) == ("Việt Á", "company")
    assert [(quote.start, quote.text) for quote in firm.mentions] == [
        (1, "Việt Á"),
        (13, "VIET A"),
    ]
    assert firm.reasons == ("label ORG", "label CORP")
    assert [quote.start for quote in anna.mentions] == [24, 30]


def test_signs_without_letters_are_told_apart() -> None:
    text = "$ and €"
    marks = [
        Marked(start=0, end=1, type="product", reason="r"),
        Marked(start=6, end=7, type="product", reason="r"),
    ]

    assert [entity.name for entity in entities_of(text, marks)] == ["$", "€"]
