"""The encoder of Russian models that computes nothing for padding."""

import numpy as np
import pytest
from slovnet.exec.model import (  # type: ignore[import-untyped]  # ships no types
    BatchNorm1d,
    CNNEncoder,
    CNNEncoderLayer,
    Conv1d,
    ReLU,
    Weight,
)

from ingestd.extraction.russian.packed import PackedEncoder

CHANCE = np.random.default_rng(1)


def weight(*shape: int) -> Weight:
    array = CHANCE.random(shape, dtype=np.float32) + 0.5
    return Weight(shape=shape, dtype="float32", array=array)


def layer(inputs: int, filters: int) -> CNNEncoderLayer:
    conv = Conv1d(weight(filters, inputs, 3), weight(filters), 1)
    return CNNEncoderLayer(conv, ReLU(), BatchNorm1d(*(weight(filters) for _ in range(4))))


@pytest.mark.parametrize("sizes", [(4,), (1, 1), (2, 5, 3), (6, 1, 6)])
def test_texts_end_to_end_are_encoded_as_they_are_with_padding(sizes: tuple[int, ...]) -> None:
    layers = [layer(6, 5), layer(5, 4)]
    filling = np.array([[at >= size for at in range(max(sizes))] for size in sizes])
    words = CHANCE.random((*filling.shape, 6), dtype=np.float32) - 0.5
    words[filling] = 0

    found = PackedEncoder(layers)(words, filling)

    np.testing.assert_allclose(found, CNNEncoder(layers)(words, filling), rtol=1e-4)
