"""The bundled models of Russian, each loaded when first asked for and kept.

All are small networks and tables inside of installed packages: nothing is fetched, and the same
words give the same answer.
"""

import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Protocol

from ingestd.extraction.russian.packed import Layer, PackedEncoder

_BATCH = 16
_THREADS = (
    "scipy_openblas_set_num_threads64_", "scipy_openblas_set_num_threads",
    "openblas_set_num_threads64_", "openblas_set_num_threads",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Tagged:
    """A name that the tagger found: its place, and PER, LOC or ORG."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Parsed:
    """One word in a sentence's tree: the place of the word it hangs on (-1: none), and how."""

    head: int
    relation: str


class _Vectors(Protocol):
    """Word vectors, as the models want them."""


class _Encoder(Protocol):
    @property
    def layers(self) -> Sequence[Layer]: ...


class _Network(Protocol):
    encoder: _Encoder


class _Inference(Protocol):
    model: _Network


class _Model(Protocol):
    infer: _Inference

    def navec(self, vectors: _Vectors) -> object: ...
    def map(self, items: Sequence[object]) -> Iterator[object]: ...


class _Analyzer(Protocol):
    def parse(self, word: str) -> list[object]: ...


def tagged(texts: Sequence[str]) -> list[tuple[Tagged, ...]]:
    """The names in each text, in order, without overlap."""
    order = sorted(range(len(texts)), key=lambda at: len(texts[at]))
    found: list[tuple[Tagged, ...]] = [()] * len(texts)
    # texts of one length side by side: the model fills up the shorter ones of a batch
    for at, markup in zip(order, _tagger().map([texts[at] for at in order]), strict=True):
        found[at] = tuple(Tagged(span.start, span.stop, span.type) for span in markup.spans)  # type: ignore[attr-defined]  # the model ships no types
    return found


def trees(sentences: Sequence[Sequence[str]]) -> list[tuple[Parsed, ...]]:
    """Each sentence's words as a tree."""
    return [
        tuple(Parsed(int(word.head_id) - 1, word.rel) for word in markup.tokens)  # type: ignore[attr-defined]  # the model ships no types
        for markup in _parser().map(sentences)
    ]


@cache
def analyzer() -> _Analyzer:
    """The dictionary of word forms; words it lacks are read by their endings."""
    import pymorphy2  # type: ignore[import-untyped]  # noqa: PLC0415 - ships no types; large
    import pymorphy2_dicts_ru  # type: ignore[import-untyped]  # noqa: PLC0415 - as above
    import yargy.morph  # type: ignore[import-untyped]  # noqa: F401, PLC0415 - mends the first for Python 3.11 and later

    found: _Analyzer = pymorphy2.MorphAnalyzer(path=pymorphy2_dicts_ru.get_path())
    return found


@cache
def _vectors() -> _Vectors:
    from navec import Navec  # type: ignore[import-untyped]  # noqa: PLC0415 - ships no types; large

    _in_one_thread()
    found: _Vectors = Navec.load(_bundled("emb", "navec_news_v1_1B_250K_300d_100q.tar"))
    return found


@cache
def _tagger() -> _Model:
    from slovnet import NER  # type: ignore[import-untyped]  # noqa: PLC0415 - ships no types; large

    return _quick(NER.load(_bundled("model", "slovnet_ner_news_v1.tar"), batch_size=_BATCH))


@cache
def _parser() -> _Model:
    from slovnet import Syntax  # noqa: PLC0415 - large

    path = _bundled("model", "slovnet_syntax_news_v1.tar")
    return _quick(Syntax.load(path, batch_size=_BATCH))


def _quick(model: _Model) -> _Model:
    """A model with its vectors, and an encoder that computes nothing for padding."""
    model.navec(_vectors())
    network = model.infer.model
    network.encoder = PackedEncoder(network.encoder.layers)
    return model


def _in_one_thread() -> None:
    """Sums in one order; and products so small only spin a second core."""
    import numpy as np  # noqa: PLC0415 - large

    for library in sorted(Path(np.__file__).parent.parent.glob("numpy.libs/*openblas*")):
        blas = ctypes.CDLL(str(library))
        for name in _THREADS:
            if hasattr(blas, name):
                getattr(blas, name)(1)


def _bundled(folder: str, name: str) -> str:
    return str(files("natasha").joinpath("data", folder, name))
