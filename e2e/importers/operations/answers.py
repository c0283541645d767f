"""What Keras answers for each operation of a list: `python answers.py CASES.json FOLDER`.

A case is a name and the lines that make `model` of inputs `x`, `y`, …; a file `.keras`, one `.h5` and the values of inputs and
outputs are written for each.
"""

import json
import logging
import os
import sys

os.environ["KERAS_BACKEND"] = "jax"
os.environ["JAX_PLATFORMS"] = "cpu"

import keras
import numpy as np

logging.disable(logging.WARNING)
cases, folder = sys.argv[1:3]
numbers = np.random.default_rng(12)
answers = {}
with open(cases) as opened:
    listed = json.load(opened)


def values(array):
    array = np.asarray(array, "float32")
    return {"shape": list(array.shape), "values": [float(value) if np.isfinite(value) else None for value in array.ravel()]}


for at, case in enumerate(listed):
    keras.backend.clear_session()
    scope = {}
    try:
        exec(case["code"], scope)
        model = scope["model"]
        given = [np.round(numbers.uniform(*case["range"], (2, *each.shape[1:])), 2).astype("float32") for each in model.inputs]
        said = model(given[0] if len(given) == 1 else given, training=False)
        said = list(said) if isinstance(said, (list, tuple)) else [said]
        for kind in ("keras", "h5"):
            try:
                model.save(os.path.join(folder, f"{at}.{kind}"))
            except Exception as error:
                print(case["name"], kind, str(error)[:200], file=sys.stderr)
        answers[at] = {"inputs": [values(each) for each in given], "outputs": [values(each) for each in said]}
    except Exception as error:
        answers[at] = {"error": f"{type(error).__name__}: {error}"[:200]}
with open(os.path.join(folder, "answers.json"), "w") as opened:
    json.dump(answers, opened)
