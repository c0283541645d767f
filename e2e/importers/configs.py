"""Configurations that Keras 3 writes of a model: a line with the script that builds it comes in, a line with the
configurations in to_json(), a .keras and an .h5 goes out."""

import json
import os
import sys
import tempfile
import zipfile

os.environ["KERAS_BACKEND"] = "jax"
os.environ["JAX_PLATFORMS"] = "cpu"

import h5py
import keras

folder = tempfile.mkdtemp()
path = os.path.join(folder, "model")


def configurations(script):
    keras.utils.clear_session(free_memory=False)
    space = {"__name__": "model"}
    exec(script, space)
    model = space["build_model"]()
    model.save(f"{path}.keras")
    with zipfile.ZipFile(f"{path}.keras") as archive:
        saved = json.loads(archive.read("config.json"))
    return {"json": json.loads(model.to_json()), "keras": saved, **legacy(model)}


def legacy(model):
    """The configuration in an .h5; none of layers that Keras itself cannot write there, such as RandomBrightness."""
    try:
        model.save(f"{path}.h5")
    except TypeError as error:
        return {"unwritten": str(error)}
    with h5py.File(f"{path}.h5", "r") as file:
        return {"h5": json.loads(file.attrs["model_config"])}


for line in sys.stdin:
    try:
        print(json.dumps(configurations(json.loads(line)["script"])), flush=True)
    except Exception as error:  # said beside the case
        print(json.dumps({"error": f"{type(error).__name__}: {error}"[:300]}), flush=True)
