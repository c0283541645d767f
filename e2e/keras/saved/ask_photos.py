"""What Keras's MobileNet says about photos that Keras reads itself: one question per line in, one answer out."""

import json
import os
import sys

os.environ['KERAS_BACKEND'] = 'jax'
os.environ['JAX_PLATFORMS'] = 'cpu'

import keras  # noqa: E402
import numpy as np  # noqa: E402

SIDE = 224


def read(path, interpolation):
    """As `load_img` does by itself (nearest), or as `image_dataset_from_directory` does (bilinear, not antialiased)."""
    if interpolation == 'nearest':
        image = keras.utils.load_img(path, target_size=(SIDE, SIDE), interpolation='nearest')
        return keras.utils.img_to_array(image)
    image = keras.utils.img_to_array(keras.utils.load_img(path))
    return np.asarray(keras.ops.image.resize(image, (SIDE, SIDE), interpolation='bilinear', antialias=False))


for line in sys.stdin:
    asked = json.loads(line)
    keras.utils.clear_session()
    model = keras.applications.MobileNet(alpha=0.25, weights=None, input_shape=(SIDE, SIDE, 3))
    model.load_weights(asked['weights'])
    images = np.stack([read(path, asked['interpolation']) for path in asked['photos']])
    said = model.predict(keras.applications.mobilenet.preprocess_input(images), verbose=0)
    print(json.dumps({'answers': [[float(share) for share in row] for row in said]}), flush=True)
