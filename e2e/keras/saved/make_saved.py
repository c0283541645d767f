"""Saves Keras's own architectures with random weights: one question per line in, one answer per line out."""

import json
import os
import sys

os.environ['KERAS_BACKEND'] = 'jax'
os.environ['JAX_PLATFORMS'] = 'cpu'

import h5py  # noqa: E402
import keras  # noqa: E402
import numpy as np  # noqa: E402
from keras.src.legacy.saving import legacy_h5_format  # noqa: E402

random = np.random.default_rng(1)

for line in sys.stdin:
    asked = json.loads(line)
    keras.utils.clear_session()
    settings = {'weights': None, 'include_top': False, 'input_shape': (asked['size'], asked['size'], 3)}
    model = getattr(keras.applications, asked['name'])(**settings)
    layers = {}
    with open(asked['bytes'], 'wb') as file:
        for layer in model.layers:
            if not layer.weights:
                continue
            values = [random.standard_normal(w.shape, dtype='float32') for w in layer.weights]
            layer.set_weights(values)
            layers[layer.name] = [[file.tell() + sum(v.nbytes for v in values[:n]), list(value.shape)]
                                  for n, value in enumerate(values)]
            for value in values:
                file.write(value.tobytes())
    files = {kind: os.path.join(asked['folder'], name) for kind, name in
             {'keras': 'm.keras', 'kerasModelH5': 'model.h5', 'kerasWeightsH5': 'm.weights.h5', 'kerasH5': 'weights.h5'}.items()}
    model.save(files['keras'])
    model.save(files['kerasModelH5'])
    model.save_weights(files['kerasWeightsH5'])
    with h5py.File(files['kerasH5'], 'w') as file:
        legacy_h5_format.save_weights_to_hdf5_group(file, model)
    print(json.dumps({'layers': layers, 'files': files}), flush=True)
