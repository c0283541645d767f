"""Opens saved models in Keras: one case per line in, one answer per line out."""

import json
import os
import sys

os.environ['KERAS_BACKEND'] = 'jax'
os.environ['JAX_PLATFORMS'] = 'cpu'
os.environ['XLA_FLAGS'] = '--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1'

import jax  # noqa: E402
import keras  # noqa: E402
import numpy as np  # noqa: E402

jax.config.update('jax_disable_most_optimizations', True)


def flat(model, prefix=''):
    """All plain layers with weights, by path."""
    found = {}
    for layer in model.layers:
        if isinstance(layer, keras.Model):
            found.update(flat(layer, f'{prefix}{layer.name}/'))
        elif layer.weights:
            found[prefix + layer.name] = layer
    return found


def wrong_weights(model, case, bytes_of):
    layers = flat(model)
    problems = []
    if set(layers) != set(case['weights']):
        problems.append(f'layers {sorted(set(layers) ^ set(case["weights"]))}')
    for path, expected in case['weights'].items():
        got = layers[path].get_weights() if path in layers else []
        if len(got) != len(expected):
            problems.append(f'{path}: {len(got)} weights, not {len(expected)}')
            continue
        for index, (value, (offset, shape)) in enumerate(zip(got, expected)):
            count = int(np.prod(shape))
            ours = bytes_of[offset : offset + count * 4]
            if list(value.shape) != shape or np.ascontiguousarray(value, 'float32').tobytes() != ours:
                problems.append(f'{path} {index}: other values')
    return problems


def gap(model, case):
    read = lambda one: np.fromfile(one['path'], 'float32').reshape(one['shape'])
    inputs = [read(one) for one in case['inputs']]
    outputs = model(inputs[0] if len(inputs) == 1 else inputs, training=False)
    outputs = outputs if isinstance(outputs, (list, tuple)) else [outputs]
    largest = 0.0
    for ours, theirs in zip(case['outputs'], outputs):
        theirs = np.asarray(theirs)
        ours = np.fromfile(ours, 'float32').reshape(theirs.shape)
        largest = max(largest, float(np.max(np.abs(ours - theirs) / np.maximum(1, np.abs(theirs)), initial=0)))
    return largest


def exported(case):
    space = {'__name__': 'exported'}
    exec(compile(case['script'], 'exported.py', 'exec'), space)
    return space['build_model']()


def opened(case, kind):
    keras.utils.clear_session()
    if kind != 'weights':
        return keras.models.load_model(case['files'][kind])
    model = exported(case)
    model.load_weights(case['files'][kind])
    return model


def same_config(model, case):
    """What the configuration says must be what the exported script says."""
    def plain(value):
        if isinstance(value, dict):
            return {k: plain(v) for k, v in value.items() if k not in ('name', 'shared_object_id', 'build_config')}
        return [plain(v) for v in value] if isinstance(value, (list, tuple)) else value

    keras.utils.clear_session()
    script = exported(case)
    problems = []
    for ours in model.layers:
        theirs = script.get_layer(ours.name)
        if not isinstance(ours, keras.Model) and plain(ours.get_config()) != plain(theirs.get_config()):
            problems.append(f'{ours.name}: {ours.get_config()} is not {theirs.get_config()}')
        if ours.trainable != theirs.trainable:
            problems.append(f'{ours.name}: trainable {ours.trainable} is not {theirs.trainable}')
    return problems


for line in sys.stdin:
    case = json.loads(line)
    with open(case['bytes'], 'rb') as file:
        all_bytes = file.read()
    answer = {'problems': [], 'gaps': {}}
    for kind in case['files']:
        try:
            model = opened(case, kind)
            wrong = wrong_weights(model, case, all_bytes)
            if kind == 'keras':
                wrong += same_config(model, case)
            answer['problems'] += [f'{kind}: {problem}' for problem in wrong]
            answer['gaps'][kind] = gap(model, case)
        except Exception as error:
            answer['problems'].append(f'{kind}: {type(error).__name__}: {str(error)[:600]}')
    print(json.dumps(answer), flush=True)
