"""Models with layers that no brick computes: of one's own, registered or not, with weights of their own or with layers inside,
called in every way. `python models.py make FOLDER` saves each as `.keras` and `.h5` with what it answers; `check FOLDER`
loads what was written of them below FOLDER/written and prints the largest difference of its answers, a line of JSON each.
"""

import glob
import json
import os
import sys

os.environ["KERAS_BACKEND"] = "jax"
os.environ["JAX_PLATFORMS"] = "cpu"

import keras
import numpy as np
from keras import layers, ops


class Scale(layers.Layer):
    """Not registered, with a weight that is not trained made before the others."""

    def __init__(self, power=1, **others):
        super().__init__(**others)
        self.power = power

    def build(self, shape):
        self.shift = self.add_weight(shape=(), name="shift", trainable=False)
        self.W1 = self.add_weight(shape=(shape[-1],), name="W1")
        self.offset = self.add_weight(shape=(shape[-1],), name="offset")

    def call(self, x):
        return ops.sin(x * self.W1 + self.offset) ** self.power + self.shift

    def get_config(self):
        return {**super().get_config(), "power": self.power}


@keras.saving.register_keras_serializable(package="shop")
class Block(layers.Layer):
    """Registered, with layers inside that are named in another order than they are made, and an argument in camel case."""

    def __init__(self, units=4, innerUnits=3, **others):
        super().__init__(**others)
        self.units = units
        self.innerUnits = innerUnits
        self.zeta = layers.Dense(innerUnits, activation="relu")
        self.alpha = layers.Dense(units)
        self.drop = layers.Dropout(0.2)
        self.norm = layers.BatchNormalization()

    def call(self, x, training=False):
        return self.norm(self.alpha(self.drop(self.zeta(x), training=training)), training=training)

    def get_config(self):
        return {**super().get_config(), "units": self.units, "innerUnits": self.innerUnits}


@keras.saving.register_keras_serializable(package="shop")
class Gate(layers.Layer):
    """Two inputs by name, and a plain argument of the call."""

    def build(self, x_shape, other_shape=None):
        self.kernel = self.add_weight(shape=(x_shape[-1], x_shape[-1]), name="kernel")

    def call(self, x, other=None, times=1.0):
        return ops.tanh(ops.matmul(x, self.kernel)) * other * times


@keras.saving.register_keras_serializable(package="shop")
class Tower(layers.Layer):
    """A list of layers, which is called `layers`, as Keras's models have one."""

    def __init__(self, **others):
        super().__init__(**others)
        self.layers = [layers.Dense(5, activation="tanh"), layers.Dense(3)]

    def call(self, x):
        for layer in self.layers:
            x = layer(x)
        return x


def scale():
    given = keras.Input((8, 8, 2))
    x = Scale(power=2, name="my.scale")(layers.Conv2D(3, 3)(given))
    return keras.Model(given, layers.Dense(2)(layers.Flatten()(x)))


def block():
    given = keras.Input((6,))
    x = Block(4, 2)(Block(4, 7)(layers.Dense(5)(given)))
    return keras.Model(given, layers.Dense(2)(x))


def gate():
    given = keras.Input((6,))
    x = layers.Dense(4, name="x")(given)
    y = layers.Dense(4, name="y")(given)
    return keras.Model(given, layers.Dense(2)(Gate(name="gate")(x, other=y, times=0.5)))


def tower():
    return keras.Sequential([keras.Input((6,)), layers.Dense(4), Tower(), layers.Dense(2)])


def attention():
    given, other = keras.Input((5, 8)), keras.Input((7, 8))
    x = layers.MultiHeadAttention(2, 3)(given, other, use_causal_mask=True)
    return keras.Model([given, other], layers.Dense(2)(layers.GlobalAveragePooling1D()(x)))


def nested():
    inner = keras.Sequential([keras.Input((6,)), layers.Dense(5), Scale(), layers.Dense(3)], name="inner")
    given = keras.Input((6,))
    return keras.Model(given, layers.Dense(2)(inner(given)))


def chain():
    return keras.Sequential([keras.Input((6,)), layers.Dense(5), Scale(power=3), layers.Dense(3)])


def frozen():
    return keras.Sequential([keras.Input((6,)), layers.Dense(5), Scale(trainable=False, name="kept"), Block(name="own"), layers.Dense(3)])


def digits():
    """For the page: takes the embedded digits."""
    return keras.Sequential(
        [keras.Input((28, 28, 1)), layers.Conv2D(4, 3, strides=3, name="see"), Scale(name="mine"), layers.Flatten(name="flat"),
         layers.Dense(10, activation="softmax", name="say")]
    )


builders = (digits, scale, block, gate, tower, attention, nested, chain, frozen)


def shaken(model, numbers):
    """Every weight another number, the variances above 0; few digits, so that the file packs well."""
    for weight in model.weights:
        values = np.round(numbers.uniform(-0.6, 0.6, weight.shape), 1)
        weight.assign(np.abs(values) + 0.5 if "variance" in weight.path else values)


def answer(model, given):
    return np.asarray(model(given[0] if len(given) == 1 else given, training=False))


def make(folder):
    for build in builders:
        keras.backend.clear_session()
        numbers = np.random.default_rng(7)
        model = build()
        shaken(model, numbers)
        given = [np.round(numbers.uniform(0, 1, (2, *each.shape[1:])), 3).astype("float32") for each in model.inputs]
        np.savez(f"{folder}/{build.__name__}.npz", *given, said=answer(model, given))
        for ending in ("keras", "h5"):
            model.save(f"{folder}/{build.__name__}.{ending}")


def check(folder):
    for path in sorted(glob.glob(f"{folder}/written/*")):
        truth = np.load(f"{folder}/{os.path.basename(path).split('.')[0]}.npz")
        model = keras.models.load_model(path, custom_objects={"Scale": Scale}, compile=False)
        given = [truth[name] for name in truth.files if name != "said"]
        difference = float(np.abs(answer(model, given) - truth["said"]).max())
        print(json.dumps({"file": os.path.basename(path), "difference": difference}))


if __name__ == "__main__":
    {"make": make, "check": check}[sys.argv[1]](sys.argv[2])
