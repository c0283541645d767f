"""Writes affineTransforms.json: what Keras's ops.image.affine_transform makes of pictures. Run it with the check's Python."""

import json
import os

os.environ['KERAS_BACKEND'] = 'jax'
os.environ['JAX_PLATFORMS'] = 'cpu'

import keras  # noqa: E402
import numpy as np  # noqa: E402
from drawn import random_numbers  # noqa: E402

SHAPE = [2, 5, 4, 2]
MATRICES = {
    'identity': [[1, 0, 0, 0, 1, 0]] * 2,
    'shift': [[1, 0, -1.25, 0, 1, 0.75], [1, 0, 6, 0, 1, -7]],
    'zoom': [[0.6, 0, 0.6, 0, 0.8, 0.4], [1.7, 0, -1.05, 0, 1.4, -0.8]],
    'turn': [[0.8, -0.6, 1.5, 0.6, 0.8, -0.5], [-0.28, 0.96, 3.5, -0.96, -0.28, 4]],
}


def cases():
    pictures = random_numbers(7, int(np.prod(SHAPE))).astype('float32').reshape(SHAPE)
    for name, matrices in MATRICES.items():
        full = np.array([[*matrix, 0, 0] for matrix in matrices], dtype='float32')
        for fill_mode in ('reflect', 'wrap', 'constant', 'nearest'):
            for interpolation in ('bilinear', 'nearest'):
                moved = keras.ops.image.affine_transform(
                    pictures, full, interpolation=interpolation, fill_mode=fill_mode, fill_value=0.5
                )
                values = [round(float(value), 6) for value in np.asarray(moved).ravel()]
                yield {
                    'name': name,
                    'matrices': matrices,
                    'fillMode': fill_mode,
                    'interpolation': interpolation,
                    'values': values,
                }


with open(os.path.join(os.path.dirname(__file__), 'affineTransforms.json'), 'w', encoding='utf-8') as file:
    json.dump({'keras': keras.__version__, 'shape': SHAPE, 'seed': 7, 'fillValue': 0.5, 'cases': list(cases())}, file)
    file.write('\n')
