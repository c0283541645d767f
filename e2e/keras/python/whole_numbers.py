"""Which Keras layers refuse whole numbers (`refused`), or give other numbers than for the same values as floats (`other`).

By hand: `e2e/keras/.venv/bin/python e2e/keras/python/whole_numbers.py`. What it prints is what bricks say by the trait
`refusesWhole`; `src/engine/model/wholeNumbers.test.ts` holds them to it.
"""

import os

os.environ['KERAS_BACKEND'] = 'jax'

import keras
import numpy as np

L = keras.layers
VALUES = (np.arange(16) * 7 % 5).reshape(1, 16)
ACTIVATIONS = (
    'celu elu exponential gelu hard_shrink hard_sigmoid hard_silu hard_tanh leaky_relu linear log_sigmoid log_softmax mish '
    'relu relu6 selu sigmoid silu soft_shrink softmax softplus softsign sparse_plus sparse_sigmoid squareplus tanh tanh_shrink'
).split()


def layers():
    """Each layer as (name, the shape that it takes, what makes it)."""
    anywhere = [
        L.ActivityRegularization, L.BatchNormalization, L.ELU, L.Flatten, L.Identity, L.LayerNormalization, L.LeakyReLU,
        L.PReLU, L.ReLU, L.RMSNormalization, L.Softmax, L.UnitNormalization,
    ]  # fmt: skip
    for make in anywhere:
        yield make.__name__, (16,), make
    for name in ACTIVATIONS:
        yield f'Activation {name}', (16,), lambda name=name: L.Activation(name)
    for make in [L.AlphaDropout, L.Dropout, L.GaussianDropout, L.GaussianNoise]:
        yield make.__name__, (16,), lambda make=make: make(0.1)
    yield 'Dense', (16,), lambda: L.Dense(2)
    yield 'RepeatVector', (16,), lambda: L.RepeatVector(2)
    yield 'Rescaling', (16,), lambda: L.Rescaling(0.5)
    yield 'GroupNormalization', (4, 4, 1), lambda: L.GroupNormalization(1)
    for make in [L.GRU, L.LSTM, L.SimpleRNN]:
        yield make.__name__, (4, 4), lambda make=make: make(2)
    yield 'Masking', (4, 4), L.Masking
    yield 'SpatialDropout1D', (4, 4), lambda: L.SpatialDropout1D(0.1)
    for axes, shape in [(1, (4, 4)), (2, (4, 4, 1)), (3, (2, 4, 2, 1))]:
        for kind in ['AveragePooling', 'MaxPooling', 'UpSampling', 'ZeroPadding']:
            yield f'{kind}{axes}D', shape, lambda make=getattr(L, f'{kind}{axes}D'): make(2)
        yield f'Conv{axes}D', shape, lambda make=getattr(L, f'Conv{axes}D'): make(2, 2)
        for kind in ['GlobalAveragePooling', 'GlobalMaxPooling']:
            yield f'{kind}{axes}D', shape, getattr(L, f'{kind}{axes}D')
    for axes, shape in [(1, (4, 4)), (2, (4, 4, 1))]:
        yield f'Conv{axes}DTranspose', shape, lambda make=getattr(L, f'Conv{axes}DTranspose'): make(2, 2)
        yield f'DepthwiseConv{axes}D', shape, lambda make=getattr(L, f'DepthwiseConv{axes}D'): make(2)
        yield f'SeparableConv{axes}D', shape, lambda make=getattr(L, f'SeparableConv{axes}D'): make(2, 2)
    yield 'Resizing', (4, 4, 1), lambda: L.Resizing(2, 3)
    yield 'UpSampling2D bilinear', (4, 4, 1), lambda: L.UpSampling2D(2, interpolation='bilinear')
    for make in [L.AdaptiveAveragePooling2D, L.AdaptiveMaxPooling2D]:
        yield make.__name__, (4, 4, 1), lambda make=make: make(2)


def answer(shape, make, dtype):
    """What the layer makes of the values; None where Keras refuses."""
    keras.utils.set_random_seed(1)
    given = keras.Input((16,), dtype=dtype)
    try:
        model = keras.Model(given, make()(L.Reshape(shape)(given)))
        return np.asarray(model.predict(VALUES.astype(dtype), verbose=0))
    except (TypeError, ValueError):
        return None


for name, shape, make in layers():
    whole, floats = [answer(shape, make, dtype) for dtype in ('int32', 'float32')]
    if floats is None:
        print(f'{name}: not tried, it does not take {shape}')
    elif whole is None:
        print(f'{name}: refused')
    elif not np.allclose(whole, floats, atol=1e-5):
        print(f'{name}: other, up to {np.abs(whole - floats).max():.3g}')
