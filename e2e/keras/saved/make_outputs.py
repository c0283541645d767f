"""Saves weights of Keras's architectures as `.h5`, with what Keras says: one question per line in, one answer out."""

import json
import os
import sys

os.environ['KERAS_BACKEND'] = 'jax'
os.environ['JAX_PLATFORMS'] = 'cpu'

import h5py  # noqa: E402
import jax  # noqa: E402
import keras  # noqa: E402
import numpy as np  # noqa: E402
from keras.src.legacy.saving import legacy_h5_format  # noqa: E402

jax.config.update('jax_disable_most_optimizations', True)


# As many pictures settle the normalizations and are looked at, so that nothing is compiled twice.
PICTURES = 8


def fill(model, random):
    """Weights of a size that keeps the numbers of every layer near 1, as training does."""
    for layer in model.layers:
        values = []
        for weight in layer.weights:
            name, shape = weight.name, weight.shape
            noise = random.standard_normal(shape, dtype='float32')
            if name in ('bias', 'beta'):
                values.append(noise * 0.1)
            elif name == 'gamma':
                values.append(1 + noise * 0.2)
            elif name in ('moving_mean', 'moving_variance'):
                values.append(np.full(shape, float(name == 'moving_variance'), 'float32'))
            else:
                apart = name == 'depthwise_kernel' or isinstance(layer, keras.layers.DepthwiseConv2D)
                inputs = np.prod(shape[:2] if apart else shape[:-1])
                values.append(noise * np.float32(np.sqrt(2 / inputs)))
        if values:
            layer.set_weights(values)


def settle(model, pictures, random):
    """Moving means and variances: those of the pictures, each then moved a little."""
    normalizations = [layer for layer in model.layers if isinstance(layer, keras.layers.BatchNormalization)]
    if not normalizations:
        return
    for layer in normalizations:
        layer.momentum = 0.0
    model(pictures, training=True)
    for layer in normalizations:
        *rest, mean, variance = layer.get_weights()
        # So few pictures leave some channels without any variance, which thousands would not.
        variance = np.maximum(variance, np.median(variance) / 10) * random.uniform(0.8, 1.25, variance.shape)
        mean = mean + random.normal(0, 0.1, mean.shape) * np.sqrt(variance)
        layer.set_weights([*rest, mean.astype('float32'), variance.astype('float32')])


for line in sys.stdin:
    asked = json.loads(line)
    keras.utils.clear_session()
    random = np.random.default_rng(1)
    shape = (asked['size'], asked['size'], 3)
    model = getattr(keras.applications, asked['name'])(weights=None, include_top=asked['top'], input_shape=shape)
    fill(model, random)
    pictures = random.standard_normal((PICTURES, *shape), dtype='float32')
    settle(model, pictures, random)
    output = np.asarray(model(pictures, training=False))[0]
    paths = {name: os.path.join(asked['folder'], file) for name, file in
             {'weights': 'weights.h5', 'input': 'input.bin', 'output': 'output.bin'}.items()}
    with h5py.File(paths['weights'], 'w') as file:
        legacy_h5_format.save_weights_to_hdf5_group(file, model)
    pictures[0].tofile(paths['input'])
    output.astype('float32').tofile(paths['output'])
    print(json.dumps({**paths, 'parameters': model.count_params()}), flush=True)
