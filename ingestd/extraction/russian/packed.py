"""The convolutions of a model over texts laid end to end: nothing is computed for padding.

The models fill up the texts of a batch to the length of the longest, compute the filling like
words, and set it to zero after each layer. Here one row of zeros parts a text from the next.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Floats = npt.NDArray[np.float32]
    Marks = npt.NDArray[np.bool_]


class Array(Protocol):
    """A weight of a model."""

    @property
    def array(self) -> "Floats":
        """Its numbers."""


class Convolution(Protocol):
    """One convolution over three neighbours; its weight is filters x inputs x 3."""

    weight: Array
    bias: Array


class Norm(Protocol):
    """A normalisation, one number of each kind for every filter."""

    mean: Array
    std: Array
    weight: Array
    bias: Array


class Layer(Protocol):
    """A convolution, cut off below zero, and normalised."""

    conv: Convolution
    norm: Norm


class PackedEncoder:
    """Takes the place of a model's encoder, whose layers it computes with."""

    def __init__(self, layers: Sequence[Layer]) -> None:
        self.layers = layers
        self._weights = [_flat(layer.conv.weight.array) for layer in layers]

    def __call__(self, words: "Floats", filling: "Marks") -> "Floats":
        """Texts x words x features to as much; `filling` marks what is behind a text's end."""
        import numpy as np  # noqa: PLC0415 - large

        kept = ~filling
        text, _ = np.nonzero(kept)
        places = np.arange(len(text)) + text + 1
        rows = words[kept]
        for weight, layer in zip(self._weights, self.layers, strict=True):
            laid = np.zeros((places[-1] + 2, rows.shape[1]), rows.dtype)
            laid[places] = rows
            beside = np.concatenate((laid[:-2], laid[1:-1], laid[2:]), axis=1)
            made = (beside @ weight)[places - 1] + layer.conv.bias.array
            norm = layer.norm
            rows = (made.clip(0) - norm.mean.array) / norm.std.array
            rows = rows * norm.weight.array + norm.bias.array
        found = np.zeros((*filling.shape, rows.shape[1]), rows.dtype)
        found[kept] = rows
        return found


def _flat(weight: "Floats") -> "Floats":
    """Three neighbours' inputs one behind the other x filters."""
    import numpy as np  # noqa: PLC0415 - large

    return np.ascontiguousarray(weight.transpose(2, 1, 0).reshape(-1, weight.shape[0]))
