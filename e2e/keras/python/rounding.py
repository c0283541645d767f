"""How far Keras itself moves when its numbers are moved by the rounding of float32.

Where terms cancel, where a relu unit stands at its kink, where Adam divides a tiny gradient by its own size, float32
does not determine a result to 1e-5: no two programs agree, nor one on two processors. Whether a difference is of that
kind is not for us to say. Keras computes the case again in float64, with every weight and input as given and then moved
at random by a few units in their last place of float32; what it moves by is allowed on top.
"""

from contextlib import contextmanager

import jax
import keras
import numpy as np
from drawn import distance

draws = 8
# Four units in the last place of float32: the rounding of a short sum.
step = 2.0**-21


@contextmanager
def float64():
    before = keras.config.dtype_policy()
    with jax.enable_x64(True):
        keras.config.set_floatx('float64')
        keras.config.set_dtype_policy('float64')
        try:
            yield
        finally:
            keras.config.set_floatx('float32')
            keras.config.set_dtype_policy(before)


def mover(draw):
    """Moves values by rounding; whole numbers (words, labels) stay."""
    random = np.random.default_rng(draw)

    def move(values):
        values = np.asarray(values, dtype='float64')
        return values * (1 + step * random.uniform(-1, 1, values.shape)) if draw else values

    return move


def spreads(numbers):
    """Largest movement of every named number; `numbers` computes them all, given how to move what goes in."""
    with float64():
        center = {name: np.array(value) for name, value in numbers(mover(0)).items()}
        largest = dict.fromkeys(center, 0.0)
        for draw in range(1, draws + 1):
            for name, value in numbers(mover(draw)).items():
                gap = distance(np.asarray(value), center[name], sums=True)
                largest[name] = max(largest[name], gap)
    return largest
