"""Saved models of Keras with what it answers, for `src/importers` to open: `python e2e/importers/savedModels.py e2e/fixtures/saved.bin`.

Channels first, layers that are shared, weights alone, a backbone inside, and what the optimizer had gathered: of these the
weights after one more step.
"""

import base64
import gzip
import json
import os
import sys
import tempfile

os.environ["KERAS_BACKEND"] = "jax"
os.environ["JAX_PLATFORMS"] = "cpu"

import keras
import numpy as np
from keras import layers

keras.utils.set_random_seed(5)
numbers = np.random.default_rng(5)
models = {}


def listed(array):
    array = np.asarray(array, "float32")
    return {"shape": list(array.shape), "values": [float(value) for value in array.ravel()]}


def saved(model, file, weights_only=False):
    path = os.path.join(tempfile.mkdtemp(), file)
    model.save_weights(path) if weights_only else model.save(path)
    with open(path, "rb") as opened:
        return base64.b64encode(opened.read()).decode()


def shaken(model):
    """Every weight another number, the variances above 0; few digits, so that the file packs well."""
    for weight in model.weights:
        values = np.round(numbers.uniform(-0.6, 0.6, weight.shape), 1)
        weight.assign(np.abs(values) + 0.5 if "variance" in weight.path else values)


def keep(name, model, file, weights_only=False):
    shaken(model)
    given = [np.round(numbers.uniform(0, 1, (2, *shape.shape[1:])), 3).astype("float32") for shape in model.inputs]
    words = any(isinstance(layer, layers.Embedding) for layer in model.layers)
    if words:
        given = [np.floor(each * 9).astype("float32") for each in given]
    said = model(given[0] if len(given) == 1 else given, training=False)
    said = said if isinstance(said, (list, tuple)) else [said]
    models[name] = {
        "name": file,
        "file": saved(model, file, weights_only),
        "parameters": model.count_params(),
        "inputs": [listed(each) for each in given],
        "outputs": [listed(each) for each in said],
    }


FIRST = {"data_format": "channels_first"}


def flattened():
    given = keras.Input((2, 9, 8))
    x = layers.Conv2D(4, 3, strides=2, activation="relu", **FIRST)(given)
    x = layers.BatchNormalization(axis=1)(x)
    x = layers.LeakyReLU(negative_slope=0.2)(x)
    x = layers.MaxPooling2D(2, padding="same", **FIRST)(x)
    return keras.Model(given, layers.Dense(3, activation="softmax")(layers.Flatten()(x)))


def flattened_last():
    return keras.Sequential(
        [keras.Input((3, 6, 5)), layers.ZeroPadding2D(((1, 0), (0, 2)), **FIRST), layers.DepthwiseConv2D(2, depth_multiplier=2, **FIRST),
         layers.Flatten(**FIRST), layers.Dense(2)]
    )


def branched():
    given = keras.Input((3, 8, 8))
    x = layers.SeparableConv2D(4, 3, padding="same", **FIRST)(given)
    y = layers.Conv2D(4, 1, use_bias=False, **FIRST)(given)
    x = layers.Add()([x, y])
    x = layers.Concatenate(axis=1)([x, y, given])
    x = layers.SpatialDropout2D(0.3, **FIRST)(x)
    x = layers.Conv2DTranspose(5, 3, strides=2, padding="same", **FIRST)(x)
    x = layers.Cropping2D(((1, 2), (0, 3)), **FIRST)(x)
    x = layers.UpSampling2D((2, 3), **FIRST)(x)
    x = layers.BatchNormalization(axis=1)(x)
    x = layers.AveragePooling2D(3, **FIRST)(x)
    a = layers.GlobalAveragePooling2D(**FIRST)(x)
    b = layers.GlobalMaxPooling2D(**FIRST)(x)
    return keras.Model(given, layers.Dense(4)(layers.Concatenate()([a, b])))


def rows():
    given = keras.Input((2, 5, 4))
    x = layers.Conv2D(3, 2, **FIRST)(given)
    x = layers.Reshape((3, 12))(x)
    x = layers.LSTM(4)(x)
    return keras.Model(given, layers.Dense(2)(x))


def series():
    given = keras.Input((3, 12))
    x = layers.Conv1D(4, 3, **FIRST)(given)
    x = layers.MaxPooling1D(2, **FIRST)(x)
    return keras.Model(given, layers.Dense(2)(layers.GlobalAveragePooling1D(**FIRST)(x)))


def nested():
    inner = keras.Sequential([keras.Input((2, 6, 6)), layers.Conv2D(3, 3, **FIRST), layers.BatchNormalization(axis=1)], name="inner")
    given = keras.Input((2, 6, 6))
    return keras.Model(given, layers.Dense(2)(layers.Flatten()(layers.ReLU()(inner(given)))))


for build in (flattened, flattened_last, branched, rows, series, nested):
    keep(f"channels first: {build.__name__}", build(), "model.keras")
keep("channels first: h5", flattened(), "model.h5")


def siamese():
    one, other = keras.Input((4,)), keras.Input((4,))
    tower = layers.Dense(3, name="tower")
    return keras.Model([one, other], layers.Subtract()([tower(one), tower(other)]))


keep("shared: a layer", siamese(), "model.keras")


def plain():
    return keras.Sequential(
        [keras.Input((14, 14, 1)), layers.Conv2D(4, 3), layers.BatchNormalization(), layers.MaxPooling2D(),
         layers.Conv2D(8, 3), layers.BatchNormalization(), layers.MaxPooling2D(), layers.Flatten(), layers.Dropout(0.5),
         layers.Dense(6), layers.Dense(3)]
    )


def padded():
    return keras.Sequential(
        [keras.Input((12, 12, 3)), layers.Conv2D(4, 3, padding="same"), layers.MaxPooling2D(padding="same"),
         layers.Conv2D(8, 5, padding="same"), layers.MaxPooling2D(padding="same"), layers.Flatten(), layers.Dense(5)]
    )


def perceptron():
    return keras.Sequential([keras.Input((6, 6)), layers.Flatten(), layers.Dense(8), layers.Dense(3)])


def words():
    return keras.Sequential([keras.Input((7,)), layers.Embedding(9, 4), layers.LSTM(5, return_sequences=True), layers.LSTM(3), layers.Dense(2)])


def vectors():
    return keras.Sequential([keras.Input((5,)), layers.Dense(8), layers.BatchNormalization(), layers.Dense(1)])


def unclear():
    """Two poolings for three convolutions: nobody can tell behind which."""
    return keras.Sequential(
        [keras.Input((20, 20, 1)), layers.Conv2D(4, 3), layers.Conv2D(4, 3), layers.MaxPooling2D(), layers.Conv2D(4, 3),
         layers.MaxPooling2D(), layers.Flatten(), layers.Dense(2)]
    )


for build in (plain, padded, perceptron, words, vectors, unclear):
    keras.backend.clear_session()
    keep(f"weights alone: {build.__name__}", build(), "model.weights.h5", weights_only=True)

keras.backend.clear_session()
backbone = keras.applications.MobileNet(alpha=0.25, include_top=False, weights=None, input_shape=(32, 32, 3), pooling="avg")
keep("weights alone: MobileNet", backbone, "mobilenet.weights.h5", weights_only=True)
given = keras.Input((32, 32, 3))
for layer in backbone.layers[:-6]:
    layer.trainable = False
keep("a backbone inside", keras.Model(given, layers.Dense(2)(backbone(given))), "model.keras")
keep("a backbone inside, in h5", keras.Model(given, layers.Dense(2)(backbone(given))), "model.h5")


def trained(name, optimizer, file, frozen=False):
    keras.backend.clear_session()
    model = keras.Sequential(
        [keras.Input((6,)), layers.Dense(5, activation="tanh", name="first"), layers.BatchNormalization(name="normal"),
         layers.Dense(5, activation="tanh", name="second", trainable=not frozen), layers.Dense(1, name="last")]
    )
    model.compile(optimizer=optimizer, loss="mean_squared_error")
    x = np.round(numbers.uniform(-1, 1, (8, 6)), 3).astype("float32")
    y = np.round(numbers.uniform(-1, 1, (8, 1)), 3).astype("float32")
    for _ in range(3):
        model.train_on_batch(x, y)
    data = saved(model, file)
    model.train_on_batch(x, y)
    models[f"optimizer: {name}"] = {
        "name": file,
        "file": data,
        "parameters": model.count_params(),
        "inputs": [listed(x)],
        "outputs": [listed(y)],
        "after": {f"{layer.name}/{weight.name}": listed(weight) for layer in model.layers for weight in layer.weights},
    }


for file in ("model.keras", "model.h5"):
    kind = file.split(".")[1]
    trained(f"SGD with momentum, {kind}", keras.optimizers.SGD(0.05, momentum=0.9), file)
    trained(f"SGD with Nesterov, {kind}", keras.optimizers.SGD(0.05, momentum=0.8, nesterov=True), file)
    trained(f"Adam, {kind}", keras.optimizers.Adam(0.01), file)
    trained(f"Adam with a frozen layer, {kind}", keras.optimizers.Adam(0.01), file, frozen=True)
    trained(f"RMSprop, {kind}", keras.optimizers.RMSprop(0.01), file)
    trained(f"RMSprop with all, {kind}", keras.optimizers.RMSprop(0.01, momentum=0.5, centered=True), file)
    trained(f"Adagrad, {kind}", keras.optimizers.Adagrad(0.05), file)
    trained(f"Adadelta, {kind}", keras.optimizers.Adadelta(1.0), file)
    trained(f"Adamax, {kind}", keras.optimizers.Adamax(0.01), file)
    trained(f"AdamW, {kind}", keras.optimizers.AdamW(0.01), file)

with gzip.GzipFile(sys.argv[1], "wb", mtime=0) as packed:
    packed.write(json.dumps(models).encode())
print(len(models), os.path.getsize(sys.argv[1]))
