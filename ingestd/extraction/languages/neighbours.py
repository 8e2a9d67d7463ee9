"""The shape of what a language knows of the words beside a name, and what they say of it."""

from dataclasses import dataclass, field

from ingestd.extraction.languages.pack import Head


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbours:
    """Words that stand beside names, in lower case, with what they make of the name.

    `does` follows it ("X was born"), skipping `skipped`; `done` stands before "by" ("written
    by X"); `leads` right before it ("joined X"); `linked` before a preposition and it ("born in
    X"), `has` behind its possessive ("X's wife"), `follows` right behind it ("X shares").
    `by`, `links` and `places` are the prepositions of these, of place alone the last.
    """

    does: dict[str, Head] = field(default_factory=dict)
    done: dict[str, Head] = field(default_factory=dict)
    leads: dict[str, Head] = field(default_factory=dict)
    linked: dict[str, Head] = field(default_factory=dict)
    has: dict[str, Head] = field(default_factory=dict)
    follows: dict[str, Head] = field(default_factory=dict)
    by: frozenset[str] = frozenset()
    links: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    skipped: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()
