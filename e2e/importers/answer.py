"""What Keras 3 says of a saved model: a line with its path and inputs comes in, a line with the outputs goes out.

Configurations of Keras 1 and 2 are given what Keras 3 has other values for: a GRU without reset_after, the old
hard_sigmoid, a Sequential that is a bare list.
"""

import io
import json
import os
import sys
import zipfile

os.environ["KERAS_BACKEND"] = "jax"
os.environ["JAX_PLATFORMS"] = "cpu"

import h5py
import keras
import numpy as np
from keras.src.legacy.saving import legacy_h5_format


@keras.saving.register_keras_serializable(package="old", name="hard_sigmoid")
def old_hard_sigmoid(x):
    return keras.ops.clip(0.2 * x + 0.5, 0.0, 1.0)


OLD = {"module": "builtins", "class_name": "function", "config": "old>hard_sigmoid", "registered_name": "old>hard_sigmoid"}


def patched(value, old):
    if isinstance(value, list):
        return [patched(each, old) for each in value]
    if not isinstance(value, dict):
        return value
    value = {key: patched(each, old) for key, each in value.items()}
    config = value.get("config")
    if old and value.get("class_name") == "Model":
        value["class_name"] = "Functional"
    if old and value.get("class_name") == "Sequential" and isinstance(config, list):
        value["config"] = {"name": "sequential", "layers": config}
    if old and value.get("class_name") == "Functional" and "input_layers" not in value["config"]:
        value["class_name"] = "Sequential"
    if old and value.get("class_name") == "Sequential":
        value["config"]["layers"] = with_input(value["config"]["layers"])
    if old and isinstance(config, dict):
        if hasattr(keras.initializers, str(value.get("class_name"))):
            config.pop("dtype", None)
        if config.get("dtype", "") is None:
            del config["dtype"]
        drop_unknown(value.get("class_name"), config)
        if value.get("class_name") == "GRU":
            config.setdefault("reset_after", False)
        for key in ("activation", "recurrent_activation"):
            if config.get(key) == "hard_sigmoid":
                config[key] = OLD
    return value


def with_input(layers):
    """The input that a first layer says as an argument."""
    config = layers[0]["config"]
    if layers[0]["class_name"] == "InputLayer" or "batch_input_shape" not in config:
        return layers
    shape = config.pop("batch_input_shape")
    return [{"class_name": "InputLayer", "config": {"batch_input_shape": shape, "name": "given"}}, *layers]


def drop_unknown(name, config):
    """Arguments that the class no longer takes, and that compute nothing."""
    for argument in ("input_length", "depthwise_intializer", "pointwise_intializer"):
        config.pop(argument, None)
    if str(name).startswith(("DepthwiseConv", "SeparableConv")):
        for argument in ("groups", "kernel_initializer", "kernel_regularizer", "kernel_constraint"):
            config.pop(argument, None)


def is_old(config, version):
    if version:
        return version[0] in "12"
    return "batch_input_shape" in json.dumps(config)


def built(config, version):
    old = is_old(config, version)
    config = patched(config, old)
    if not isinstance(config, dict) or "class_name" not in config:
        raise ValueError("no model")
    cls = keras.Sequential if config["class_name"] == "Sequential" else keras.Model
    try:
        return keras.saving.deserialize_keras_object(config)
    except Exception:
        from keras.src.legacy.saving import saving_utils

        return saving_utils.model_from_config(config)


def from_h5(path):
    with h5py.File(path, "r") as file:
        config = json.loads(file.attrs["model_config"])
        model = built(config, file.attrs.get("keras_version"))
        legacy_h5_format.load_weights_from_hdf5_group(file["model_weights"], model)
    return model


def from_keras(path):
    with zipfile.ZipFile(path) as archive:
        if any("\\" in name for name in h5py.File(io.BytesIO(archive.read("model.weights.h5")), "r")):
            return from_windows(archive)
    return keras.models.load_model(path, compile=False)


def from_windows(archive):
    """Names of groups with a backslash, as Keras on Windows wrote them."""
    config = json.loads(archive.read("config.json"))
    model = built(config, json.loads(archive.read("metadata.json"))["keras_version"])
    file = h5py.File(io.BytesIO(archive.read("model.weights.h5")), "r")
    counts = {}
    for layer in model.layers:
        from keras.src.utils.naming import to_snake_case

        key = to_snake_case(layer.__class__.__name__)
        number = counts.get(key, 0)
        counts[key] = number + 1
        group = file.get("layers\\" + key + (f"_{number}" if number else ""))
        if layer.weights:
            values = group["vars"]
            layer.set_weights([values[str(at)][()] for at in range(len(layer.weights))])
    return model


def leaves(layers):
    for layer in layers:
        if getattr(layer, "layers", None) is not None and not isinstance(layer, keras.layers.Bidirectional):
            yield from leaves(layer.layers)
        else:
            yield layer


def from_tfjs(path, has_weights):
    with open(path, encoding="utf-8-sig") as file:
        data = json.load(file)
    topology = data.get("modelTopology", data)
    config = topology.get("model_config", topology)
    config = json.loads(config) if isinstance(config, str) else config
    model = built(config, topology.get("keras_version") or config.get("keras_version"))
    if not has_weights:
        return model
    raw = {}
    for group in data["weightsManifest"]:
        folder = os.path.dirname(path)
        content = b"".join(open(os.path.join(folder, shard), "rb").read() for shard in group["paths"])
        at = 0
        for entry in group["weights"]:
            size = int(np.prod(entry["shape"])) if entry["shape"] else 1
            raw[entry["name"]] = np.frombuffer(content, np.float32, size, at).reshape(entry["shape"])
            at += 4 * size
    for layer in leaves(model.layers):
        names = [name for name in raw if name.split("/")[0] == layer.name or f"/{layer.name}/" in f"/{name}"]
        if layer.weights:
            layer.set_weights([raw[name] for name in names])
    return model


def answer(asked):
    path = asked["path"]
    if path.endswith(".keras"):
        model = from_keras(path)
    elif path.endswith(".h5"):
        model = from_h5(path)
    else:
        model = from_tfjs(path, asked["weights"])
    parameters = model.count_params()
    if not asked["weights"]:
        return {"parameters": parameters, "outputs": None}
    inputs = [np.array(each["values"], "float32").reshape(each["shape"]) for each in asked["inputs"]]
    said = model(inputs[0] if len(inputs) == 1 else inputs, training=False)
    said = said if isinstance(said, (list, tuple)) else [said]
    return {"parameters": parameters, "outputs": [np.asarray(each).ravel().tolist() for each in said]}


for line in sys.stdin:
    try:
        print(json.dumps(answer(json.loads(line))), flush=True)
    except Exception as error:  # what Keras does not read is said
        print(json.dumps({"error": f"{type(error).__name__}: {error}"[:300]}), flush=True)
