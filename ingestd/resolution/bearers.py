"""Whom a single name means among persons who are told of together, such as those of one story."""

from collections.abc import Iterable, Sequence

from ingestd.resolution.comparing import Known
from ingestd.resolution.names import person_words
from ingestd.resolution.scripts import is_cyrillic
from ingestd.resolution.skeletons import ONE_WORD, names_apart, readings

BY_FAR = 2


def bearer(short: str, persons: Iterable[Known]) -> Known | None:
    """Return which of these persons is meant by a short name: Weber, A. Weber.

    The only one who bears it, or the one who is by far more written of: in many more
    spellings. None where there is no such.
    """
    words = person_words(short)
    if not words or not _is_short(short):
        return None
    bearing = [each for each in persons if any(_bears(words, name) for name in each.names)]
    bearing.sort(key=lambda each: (-len(each.names), each.id))
    if len(bearing) > 1 and len(bearing[0].names) < BY_FAR * len(bearing[1].names):
        return None
    return bearing[0] if bearing else None


def gathered(persons: Sequence[Known]) -> list[list[Known]]:
    """Put those together who are one among persons that are told of together.

    Who goes by nothing but short names is who bears one of them, be it by another short name.
    """
    told = [each for each in persons if not _goes_by_short_names(each)]
    groups = {each.id: [each] for each in told}
    for person in filter(_goes_by_short_names, persons):
        found = (bearer(name, told) for name in person.names)
        whom = next((each for each in found if each is not None), None)
        if whom is None:
            told.append(person)
            groups[person.id] = [person]
        else:
            groups[whom.id].append(person)
    return list(groups.values())


def _goes_by_short_names(person: Known) -> bool:
    return all(_is_short(name) for name in person.names)


def _is_short(name: str) -> bool:
    """Say whether a person's name has one word at most beside initials."""
    return sum(len(word) > 1 for word in person_words(name)) <= 1


def _bears(short: tuple[str, ...], name: str) -> bool:
    *initials, word = short
    theirs = person_words(name)
    if not any(_one_word(word, each) for each in theirs):
        return False
    first = readings(theirs[0])[0][:1]
    return all(readings(initial)[0][:1] == first for initial in initials)


def _one_word(ours: str, theirs: str) -> bool:
    """One script spells a name in one way, but for a wife's; others as it sounds."""
    if ours == theirs:
        return True
    far = names_apart(ours, theirs)
    if far is None or (is_cyrillic(ours) == is_cyrillic(theirs) and far > 1):
        return False
    return far <= ONE_WORD * max(len(ours), len(theirs))
