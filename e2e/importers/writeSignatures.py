"""Writes the arguments of Keras 3's classes and functions, as src/importers/kerasCode/keras/signatures.json.

KERAS_BACKEND=jax e2e/keras/.venv/bin/python e2e/importers/writeSignatures.py
"""

import inspect
import json
import pathlib

import keras
from keras.src.legacy.preprocessing.image import DirectoryIterator, ImageDataGenerator

GENERAL = ("self", "kwargs", "args")


def plain(value):
    """A default as JSON; what is no plain value is left out."""
    if isinstance(value, tuple):
        return [plain(each) for each in value]
    if value is None or isinstance(value, (bool, int, float, str)):
        return value
    return None


def arguments(callee):
    """Names in order, with their defaults: [name] where there is none."""
    target = callee.__init__ if inspect.isclass(callee) else callee
    found = []
    for name, parameter in inspect.signature(target).parameters.items():
        if name in GENERAL or parameter.kind in (parameter.VAR_POSITIONAL, parameter.VAR_KEYWORD):
            continue
        missing = parameter.default is inspect.Parameter.empty
        found.append([name] if missing else [name, plain(parameter.default)])
    return found


def public(module, wanted):
    """Of every public name its arguments, or the name of the class that it is another name of."""
    return {
        name: arguments(value) if not inspect.isclass(value) or value.__name__ == name else value.__name__
        for name, value in sorted(vars(module).items())
        if not name.startswith("_") and wanted(value)
    }


def subclass(base):
    return lambda value: inspect.isclass(value) and issubclass(value, base)


def function(value):
    return inspect.isfunction(value)


applications = {}
for name, value in sorted(vars(keras.applications).items()):
    if inspect.isfunction(value):
        applications[name] = arguments(value)

signatures = {
    "layers": public(keras.layers, subclass(keras.layers.Layer)),
    "initializers": public(keras.initializers, subclass(keras.initializers.Initializer)),
    "regularizers": public(keras.regularizers, subclass(keras.regularizers.Regularizer)),
    "constraints": public(keras.constraints, subclass(keras.constraints.Constraint)),
    "optimizers": public(keras.optimizers, subclass(keras.optimizers.Optimizer)),
    "schedules": public(
        keras.optimizers.schedules, subclass(keras.optimizers.schedules.LearningRateSchedule)
    ),
    "losses": public(keras.losses, subclass(keras.losses.Loss)),
    "metrics": public(keras.metrics, subclass(keras.metrics.Metric)),
    "callbacks": public(keras.callbacks, subclass(keras.callbacks.Callback)),
    "applications": applications,
    "merges": {
        name: arguments(getattr(keras.layers, name))
        for name in sorted(vars(keras.layers))
        if not name.startswith("_") and function(getattr(keras.layers, name))
    },
    "activations": public(keras.activations, function),
    "calls": {
        "Input": arguments(keras.Input),
        "Sequential": arguments(keras.Sequential),
        "Model": [["inputs", None], ["outputs", None], ["name", None]],
        "compile": arguments(keras.Model.compile),
        "fit": arguments(keras.Model.fit),
        "ImageDataGenerator": arguments(ImageDataGenerator),
        "flow": arguments(ImageDataGenerator.flow),
        "flow_from_directory": arguments(ImageDataGenerator.flow_from_directory),
        "image_dataset_from_directory": arguments(keras.utils.image_dataset_from_directory),
    },
}
signatures["layers"].pop("Layer", None)
path = pathlib.Path(__file__).parents[2] / "src/importers/kerasCode/keras/signatures.json"
rows = [
    f'  "{family}": {{\n'
    + ",\n".join(f'    "{name}": {json.dumps(entry)}' for name, entry in sorted(entries.items()))
    + "\n  }"
    for family, entries in sorted(signatures.items())
]
path.write_text("{\n" + ",\n".join(rows) + "\n}\n")
print(path, path.stat().st_size, {family: len(entries) for family, entries in signatures.items()})
