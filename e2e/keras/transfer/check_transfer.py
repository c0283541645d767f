"""Opens a trained transfer model in Keras and lets it say what it sees: one question as JSON, one answer as JSON."""

import json
import os
import sys

asked = json.loads(sys.stdin.readline())
# Keras looks for published weights here before it downloads any.
os.environ['KERAS_HOME'] = asked['home']
os.environ.setdefault('KERAS_BACKEND', 'jax')
os.environ['JAX_PLATFORMS'] = 'cpu'

import keras  # noqa: E402
import numpy as np  # noqa: E402

ours = np.fromfile(asked['predictions'], 'float32')
pixels = np.fromfile(asked['pixels'], 'uint8').reshape(len(ours), *asked['size']).astype('float32')
gaps = {}
notes = [f'Keras {keras.__version__} on {keras.backend.backend()}']

with open(asked['script']) as file:
    script = {'__name__': 'exported', '__file__': asked['script']}
    exec(compile(file.read(), asked['script'], 'exec'), script)


def said(model, images):
    """The numbers for images 0 ... 255, prepared as the exported script does."""
    prepared = script['prepare'](images)
    return np.asarray(model.predict(prepared, batch_size=25, verbose=0)).ravel()


def note(name, numbers):
    gaps[name] = float(np.max(np.abs(numbers - ours)))


def compared(name, images):
    """The model on pixels of Keras's own reading, and how far these are from ours."""
    note(f'exported script, {name}', said(model, images))
    off = np.abs(images - pixels)
    equal = 100 * np.mean(np.round(images) == pixels)
    notes.append(
        f'{name} against our pixels: levels differ by {off.mean():.3f} on average, {off.max():.2f} at most; '
        f'{equal:.2f} % are equal when rounded'
    )


for name in ('keras', 'h5'):
    note(f'Keras, .{name}', said(keras.models.load_model(asked[name]), pixels))

keras.utils.clear_session()
model = script['build_model']()
model.load_weights(asked['weights'])
note('exported script, .weights.h5', said(model, pixels))

# As the script starts: with the weights that Keras itself publishes, and only the head fresh.
keras.utils.clear_session()
fresh = script['build_model']()
published = {layer.name: layer for layer in fresh.layers if isinstance(layer, keras.Model)}
different = sum(
    not np.array_equal(a, b)
    for name, backbone in published.items()
    for a, b in zip(backbone.get_weights(), model.get_layer(name).get_weights(), strict=True)
)
count = sum(len(backbone.get_weights()) for backbone in published.values())
notes.append(f"weights='imagenet' in the script: {count} tensors, {different} unlike ours")

data = script['Data'](asked['photos'])
names = ['/'.join(path.parts[-3:]) for path in data.files]
compared('its own photos', data.values([names.index(name) for name in asked['names']]))

print(json.dumps({'gaps': gaps, 'notes': notes, 'different': int(different)}))
