"""Compares DeepBrick's cases with real Keras: one case per line in, one answer per line out."""

import gc
import json
import os
import platform
import re
import sys

os.environ['KERAS_BACKEND'] = 'jax'
os.environ['JAX_PLATFORMS'] = 'cpu'
# One process per core does more than one process with all cores; code in one piece compiles fastest.
os.environ['XLA_FLAGS'] = (
    '--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1 --xla_cpu_parallel_codegen_split_count=1'
)

import jax  # noqa: E402
import keras  # noqa: E402
import numpy as np  # noqa: E402
from computing import KerasNumbers, compare_fresh, compare_numbers  # noqa: E402
from masks import compare_mask  # noqa: E402
from rounding import spreads  # noqa: E402
from rows import compare_rows  # noqa: E402
from training import compare_fit, fit_numbers  # noqa: E402
from written import compare_written  # noqa: E402

# Most of the time goes into compiling models that run once.
jax.config.update('jax_disable_most_optimizations', True)


def zeros_instead_of(initializer):
    def start(self, shape, dtype=None, **_):
        return np.zeros(shape, dtype=dtype or 'float32')

    initializer.__call__ = start


# Random first values are never compared; drawing them takes longer than everything else.
for kind in ('VarianceScaling', 'RandomNormal', 'TruncatedNormal', 'RandomUniform', 'Orthogonal'):
    zeros_instead_of(getattr(keras.initializers, kind))


def snake(name):
    return re.sub(r'[A-Z]', lambda letter: '_' + letter.group(0).lower(), name)


def new_session():
    """Names start from one again; memory is left to Python, which collects it when there is enough of it."""
    keras.utils.clear_session(free_memory=False)


def compare_application(case, problems):
    settings = {snake(name): value for name, value in case['application']['settings'].items()}
    settings['pooling'] = None if settings['pooling'] == 'none' else settings['pooling']
    new_session()
    real = getattr(keras.applications, case['application']['name'])(weights=None, **settings)
    compare_rows(case['rows'], real.layers, problems, 'keras.applications')


def build(case):
    new_session()
    space = {'__name__': 'exported', '__file__': 'exported.py'}
    exec(compile(case['script'], 'exported.py', 'exec'), space)
    return space['build_model'](), space


def compare_layers(model, case, problems):
    compare_rows(case['rows'], model.layers, problems, 'script')
    total = sum(row['parameters'] for row in case['rows'])
    if model.count_params() != total:
        problems.append(f'total: ours {total}, Keras {model.count_params()}')
    for name, rows in case['inner'].items():
        layers = model.get_layer(name).layers
        # The inner input layer is numbered by Keras per session.
        compare_rows(rows[1:], layers[1:], problems, f'inside {name}')
    if case['application']:
        compare_application(case, problems)


def judged(case, compare, numbers):
    """Findings of a comparison; of numbers that lie too far apart, Keras says how well float32 knows them."""
    findings = {'problems': [], 'excused': [], 'far': []}
    differences = compare(findings, {})
    if findings['far'] and not findings['problems']:
        findings = {'problems': [], 'excused': [], 'far': []}
        try:
            slack = spreads(numbers())
        except Exception as error:  # Not every layer of Keras computes in float64; the difference then stands.
            slack = {}
            findings['problems'].append(f'float64: {type(error).__name__}: {error}'[:300])
        differences = compare(findings, slack)
    findings['problems'] += findings['far']
    return findings, differences


def numbers_in_float64(case):
    """Computes gradients as `KerasNumbers` does, on a model made when it is asked."""
    made = []

    def numbers(move):
        if not made:
            made.append(KerasNumbers(build(case)[0], case['given'], case.get('forwardOnly', False)))
        return made[0].by_name(move)

    return numbers


def fit_in_float64(case):
    def numbers(move):
        # A new model each time: an optimizer remembers.
        model, script = build(case)
        script['compile_model'](model)
        return fit_numbers(model, case['fit'], case['given']['weights'], script['model_targets'], move)

    return numbers


def check(case):
    model, script = build(case)
    answer = {'problems': [], 'differences': {}, 'excused': []}
    compare_layers(model, case, answer['problems'])

    def add(findings):
        answer['problems'] += findings['problems']
        answer['excused'] += findings['excused']

    if not answer['problems']:
        fresh = {'problems': [], 'excused': [], 'far': []}
        compare_fresh(model, case['fresh'], fresh)
        answer['problems'] += fresh['problems'] + fresh['far']
    if case['calls'] and not answer['problems']:
        compare_written(case['calls'], script, answer['problems'])
    if case['mask'] and not answer['problems']:
        compare_mask(model.get_layer('brick'), case['mask'], answer['problems'])
    if case['given'] and not answer['problems']:
        numbers = KerasNumbers(model, case['given'], case.get('forwardOnly', False)).by_name()
        findings, answer['differences'] = judged(
            case,
            lambda findings, slack: compare_numbers(model, case, numbers, findings, slack),
            lambda: numbers_in_float64(case),
        )
        add(findings)
    if 'compile_model' in script:
        script['compile_model'](model)
    if case['fit'] and not answer['problems']:
        after = fit_numbers(model, case['fit'], case['given']['weights'], script['model_targets'])
        findings, gaps = judged(
            case,
            lambda findings, slack: compare_fit(model, case, after, findings, slack),
            lambda: fit_in_float64(case),
        )
        add(findings)
        for backend, gap in gaps.items():
            answer['differences'][backend]['fit'] = gap
    return answer


def classes():
    """Every layer class that Keras offers, without the names of older versions."""
    found = [getattr(keras.layers, name) for name in dir(keras.layers)]
    layers = [one for one in found if isinstance(one, type) and issubclass(one, keras.layers.Layer)]
    return sorted({one.__name__ for one in layers})


def main():
    # Keras may print; the answers go where nothing else is written.
    answers = os.fdopen(os.dup(sys.stdout.fileno()), 'w', encoding='utf-8')
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    versions = {
        'Keras': keras.__version__,
        'JAX (backend of Keras)': jax.__version__,
        'NumPy': np.__version__,
        'Python': platform.python_version(),
    }
    print(json.dumps({'versions': versions, 'classes': classes()}), file=answers, flush=True)
    # What is loaded now stays.
    gc.freeze()
    for line in sys.stdin:
        try:
            answer = check(json.loads(line))
        except Exception as error:  # One broken case must not hide the others.
            answer = {'problems': [f'{type(error).__name__}: {error}'[:500]], 'differences': {}, 'excused': []}
        print(json.dumps(answer), file=answers, flush=True)


main()
