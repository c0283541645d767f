"""Compares DeepBrick's cases with real Keras: check.py CASES.json RESULTS.json"""

import base64
import json
import os
import platform
import re
import sys

os.environ['KERAS_BACKEND'] = 'jax'
os.environ['JAX_PLATFORMS'] = 'cpu'

import jax  # noqa: E402
import keras  # noqa: E402
import numpy as np  # noqa: E402

TOLERANCE = 1e-5


def unpack(packed):
    data = np.frombuffer(base64.b64decode(packed['base64']), dtype='<f4')
    return data.reshape(packed['shape'])


def snake(name):
    return re.sub(r'[A-Z]', lambda letter: '_' + letter.group(0).lower(), name)


def row_of(layer):
    shape = layer.output.shape if not isinstance(layer.output, list) else layer.output[0].shape
    weights = [list(weight.shape) for weight in layer.weights]
    return {'name': layer.name, 'shape': list(shape[1:]), 'parameters': layer.count_params(), 'weights': weights}


def compare_rows(expected, layers, problems, where):
    """Rows as Keras has them, in any order of branches, but each exactly once."""
    found = {layer.name: row_of(layer) for layer in layers}
    wanted = {row['name']: row for row in expected}
    for name in wanted.keys() - found.keys():
        problems.append(f'{where}: Keras has no layer {name}')
    for name in found.keys() - wanted.keys():
        problems.append(f'{where}: only Keras has the layer {name}')
    for name in wanted.keys() & found.keys():
        if wanted[name] != found[name]:
            problems.append(f'{where}: {name}: ours {wanted[name]}, Keras {found[name]}')


def difference(ours, theirs, problems, where):
    theirs = np.asarray(theirs, dtype='float32')
    if ours.shape != theirs.shape:
        problems.append(f'{where}: ours has shape {ours.shape}, Keras {theirs.shape}')
        return 0.0
    if not np.all(np.isfinite(theirs)):
        problems.append(f'{where}: Keras computes values that are not finite')
        return 0.0
    gap = np.abs(ours - theirs) / np.maximum(1, np.abs(theirs))
    largest = float(gap.max()) if gap.size else 0.0
    if not largest <= TOLERANCE:
        problems.append(f'{where}: differs by {largest:.2e}')
    return largest


def compare_numbers(model, numbers, problems):
    for name, weights in numbers['weights'].items():
        if weights:
            model.get_layer(name).set_weights([unpack(weight) for weight in weights])
    inputs = [unpack(packed) for packed in numbers['inputs']]
    output = model(inputs[0] if len(inputs) == 1 else inputs, training=False)
    largest = difference(unpack(numbers['output']), output, problems, 'output')
    if numbers['penalty'] is not None:
        layer = model.get_layer('brick')
        penalty = np.asarray(layer.kernel_regularizer(layer.kernel.value * 5)).reshape(())
        difference(np.float32(numbers['penalty']).reshape(()), penalty, problems, 'regularizer')
    if numbers['constrained'] is not None:
        layer = model.get_layer('brick')
        constrained = layer.kernel_constraint(layer.kernel.value * 5)
        difference(unpack(numbers['constrained']), constrained, problems, 'constraint')
    return largest


def check(case):
    problems = []
    largest = None
    keras.utils.clear_session()
    space = {'__name__': 'exported'}
    exec(compile(case['script'], 'exported.py', 'exec'), space)
    model = space['build_model']()
    compare_rows(case['rows'], model.layers, problems, 'script')
    total = sum(row['parameters'] for row in case['rows'])
    if model.count_params() != total:
        problems.append(f'total: ours {total}, Keras {model.count_params()}')
    for name, rows in case['inner'].items():
        layers = model.get_layer(name).layers
        # The inner input layer is numbered by Keras per session.
        compare_rows(rows[1:], layers[1:], problems, f'inside {name}')
    if case['application']:
        settings = {snake(name): value for name, value in case['application']['settings'].items()}
        settings['pooling'] = None if settings['pooling'] == 'none' else settings['pooling']
        keras.utils.clear_session()
        real = getattr(keras.applications, case['application']['name'])(weights=None, **settings)
        compare_rows(case['rows'], real.layers, problems, 'keras.applications')
    if case['numbers'] and not problems:
        largest = compare_numbers(model, case['numbers'], problems)
    return {'problems': problems, 'difference': largest}


def main():
    with open(sys.argv[1], encoding='utf-8') as file:
        cases = json.load(file)
    results = []
    for case in cases:
        try:
            results.append(check(case))
        except Exception as error:  # One broken case must not hide the others.
            results.append({'problems': [f'{type(error).__name__}: {error}'[:500]], 'difference': None})
    versions = {
        'Keras': keras.__version__,
        'JAX (backend of Keras)': jax.__version__,
        'NumPy': np.__version__,
        'Python': platform.python_version(),
    }
    with open(sys.argv[2], 'w', encoding='utf-8') as file:
        json.dump({'versions': versions, 'results': results}, file)


main()
