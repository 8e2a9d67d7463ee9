"""Whom somebody is with, where the sentence names it by a class noun or not at all."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ingestd.events.facts import ExtractedEntity
from ingestd.extraction.languages.pack import phrases, words
from ingestd.extraction.line import Line
from ingestd.extraction.vietnamese.stand_ins import chosen, family_of, fits, plain_words
from ingestd.extraction.vietnamese.tables import HEAD

_LONGEST = 3
_REACH = 7
_BACK = 4
_AROUND = 6
_LINKS = words("của tại cho thuộc ở từ")
_ENDS = words("và với đã sẽ đang vừa nói cho biết là được có theo")
_PRESS = (
    "báo ",
    "đài ",
    "tờ ",
    "tạp chí ",
    "hãng tin ",
    "hãng thông tấn ",
    "thông tấn xã",
    "nhật báo ",
)
_SEATED = {"hiệu trưởng": "school", "viện trưởng": "institute", "huấn luyện viên": "club"}
_MADE = phrases(
    "lập|lập ra|sáng lập|thành lập|gây dựng|điều hành|làm chủ|đứng đầu|lãnh đạo|dựng lên|mở ra"
)
_HEADING = (
    "tổng giám đốc", "phó tổng giám đốc", "giám đốc", "phó giám đốc", "ceo", "cfo", "cto", "coo", "chủ tịch", "phó chủ tịch",
    "người đứng đầu", "người điều hành", "người phát ngôn", "phát ngôn viên", "nhà sáng lập", "đồng sáng lập", "người sáng lập",
    "người lập", "ông chủ", "bà chủ", "chủ nhân", "nữ chủ nhân", "người cầm", "người lãnh đạo", "trưởng đại diện", "nữ giám đốc",
    "nữ tổng giám đốc", "nữ chủ tịch", "nhà đồng sáng lập", "đồng chủ tịch", "quyền tổng giám đốc", "tổng quản lý", "giám đốc điều hành", "chủ nhà hàng",
    "người gây dựng", "người quản lý", "người tiếp quản", "kế toán trưởng", "người đồng sáng lập",
)  # fmt: skip
"""Callings that are always with somebody: whom the sentences just spoke of."""
_OF_THE_STATE = phrases("chủ tịch nước|chủ tịch quốc hội|chủ tịch ubnd|chủ tịch tỉnh")
_SEATS = words("tỉnh thành huyện quận thị xã phường nước")
_KINDS = frozenset({"company", "organization"})
_STATELY = words(
    "sở cục vụ bộ ban ubnd ủy tổng chi đại thương viện hội hiệp liên trung phòng tòa kho"
)
_BARE = 3
"""Words of a class noun that nothing describes, with what may follow it."""


@dataclass(slots=True)
class Belonging:
    """Finds organisations for callings; `bodies` says by sentence and token who stands there."""

    entities: Sequence[ExtractedEntity]
    lines: Mapping[int, Line] | Sequence[Line]
    bodies: Mapping[int, Mapping[int, int]]
    _described: dict[int, frozenset[str]] = field(init=False, default_factory=dict)
    _named: dict[int, int] = field(init=False, default_factory=dict)

    def _learn(self) -> None:
        """Take in with which words each was told; most texts have no calling that asks."""
        for sentence, places in self.bodies.items():
            line = self.lines[sentence]
            for at, body in places.items():
                self._named[body] = self._named.get(body, 0) + (places.get(at - 1) != body)
                near = range(max(at - _AROUND, 0), min(at + _AROUND, len(line)))
                words_ = plain_words([line.low(x) for x in near])
                self._described[body] = self._described.get(body, frozenset()) | words_

    def of(self, sentence: int, title: tuple[int, int], name: tuple[int, int]) -> int | None:
        """The organisation of a calling without one; both as first and last token."""
        line = self.lines[sentence]
        told = self._by_noun(line, sentence, title[1] + 1)
        return told if told is not None else self._by_context(line, sentence, title, name[0])

    def by_noun(self, sentence: int, title: tuple[int, int]) -> int | None:
        """Whom the class noun behind a calling stands for."""
        return self._by_noun(self.lines[sentence], sentence, title[1] + 1)

    def founded(self, sentence: int, name: tuple[int, int]) -> int | None:
        """What somebody made or heads: "quỹ X do ca sĩ Y lập ra"."""
        line, here = self.lines[sentence], self.bodies.get(sentence, {})
        behind = f"{line.low(name[1] + 1)} {line.low(name[1] + 2)}"
        if line.low(name[1] + 1) not in _MADE and behind not in _MADE:
            return None
        by = next(
            (
                x
                for x in range(name[0] - 1, max(name[0] - _AROUND, -1), -1)
                if line.low(x) == "do"
            ),
            None,
        )
        before = [x for x in here if by is not None and x < by]
        return here[max(before)] if before else None

    def _by_noun(self, line: Line, sentence: int, at: int) -> int | None:
        """ "người phát ngôn hãng tàu", "chủ của công ty Pháp"."""
        far = next((x for x in self._phrase(line, at) if line.low(x) in _LINKS), at)
        at = at if self._noun(line, at) else far + (line.low(far) in _LINKS)
        noun = self._noun(line, at)
        if at in self.bodies.get(sentence, {}):
            return None
        if noun is None:
            return self._of_state(line, sentence, at)
        phrase = list(self._phrase(line, at))
        country = next((one for x in phrase if (one := self._country(line, x))), None)
        told = (noun, " ".join(line.low(x) for x in phrase), country)
        if not self._named:
            self._learn()
        found = chosen(list(self._before(sentence, at)), self.entities, told, self._described)
        bare = found is None and noun in {"firm", "bank", "club"} and len(phrase) <= _BARE
        return self._foremost(sentence, at, noun) if bare and not country else found

    def _foremost(self, sentence: int, at: int, family: str) -> int | None:
        """Whom a bare class noun means of several: the sentence, the last one, or the text is about it."""
        here = self.bodies.get(sentence, {})
        inside = [here[x] for x in sorted(here, reverse=True) if x < at]
        near_by = () if family == "club" else (*inside, self._recent(sentence))
        for near in near_by:
            if near is not None and fits(self.entities[near], family):
                return near
        if not self._named:
            self._learn()
        fitting = [one for one in self._named if fits(self.entities[one], family)]
        return max(fitting, key=lambda one: self._named[one], default=None)

    def _of_state(self, line: Line, sentence: int, at: int) -> int | None:
        """ "Giám đốc Sở", "Phó chủ tịch UBND tỉnh": the body of that kind named last."""
        noun = line.low(at)
        whole = HEAD.at(line, at)
        if noun not in _STATELY or (whole and whole[0] in self.bodies.get(sentence, {})):
            return None
        head = line.span(at, whole[0]).lower() if whole else noun
        return next(
            (
                one
                for one in self._before(sentence, at)
                if self.entities[one].name.lower().startswith(f"{head} ")
            ),
            None,
        )

    @staticmethod
    def _noun(line: Line, at: int) -> str | None:
        for size in range(_LONGEST, 0, -1):
            family = family_of(" ".join(line.low(at + x) for x in range(size)))
            if family and not line.capital(at):
                return family
        return None

    @staticmethod
    def _phrase(line: Line, at: int) -> Iterator[int]:
        for place in range(at, min(at + _REACH, len(line))):
            if not line.low(place).isalpha() or line.low(place) in _ENDS:
                return
            yield place

    @staticmethod
    def _country(line: Line, at: int) -> str | None:
        known = line.known(at)
        place = known.known if known else None
        return place.country if place and place.reference.startswith("country:") else None

    def _before(self, sentence: int, at: int) -> Iterator[int]:
        """Whom the text named before, the latest first."""
        here = self.bodies.get(sentence, {})
        yield from (here[x] for x in sorted(here, reverse=True) if x < at)
        for number in sorted(self.bodies, reverse=True):
            if number < sentence:
                places = self.bodies[number]
                yield from (places[x] for x in sorted(places, reverse=True))

    def _by_context(
        self, line: Line, sentence: int, title: tuple[int, int], name: int
    ) -> int | None:
        """Whom the sentence, or the last one with a name in it, spoke of."""
        low = line.span(*title).lower()
        if low in _OF_THE_STATE or line.low(title[1] + 1) in _SEATS:
            return None
        family = next((one for head, one in _SEATED.items() if low.startswith(head)), None)
        if family:
            return next(
                (x for x in self._before(sentence, name) if fits(self.entities[x], family)),
                None,
            )
        if not low.startswith(_HEADING):
            return None
        here = self.bodies.get(sentence, {})
        inside = [here[x] for x in sorted(here, reverse=True) if x < title[0]]
        found = next(filter(self._may_employ, inside), None)
        return found if found is not None else self._recent(sentence)

    def _recent(self, sentence: int) -> int | None:
        """Whom the last sentence with a name was about: a firm rather than a body it wrote to."""
        for number in range(sentence - 1, max(sentence - _BACK, -1), -1):
            places = self.bodies.get(number, {})
            named = [places[x] for x in sorted(places) if self._may_employ(places[x])]
            firms = [one for one in named if self.entities[one].type == "company"]
            if named:
                return (firms or named)[0]
        return None

    def _may_employ(self, body: int) -> bool:
        entity = self.entities[body]
        return entity.type in _KINDS and not entity.name.lower().startswith(_PRESS)
