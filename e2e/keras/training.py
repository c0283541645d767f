"""One step of the exported script's optimizer, as `train_on_batch` makes it."""

import numpy as np
from drawn import Gaps, values_of


def targets_of(fit, head, count):
    """Keras's own form of what an output should say."""
    if fit['target']['kind'] == 'numbers':
        return values_of(fit['target']['values'])
    labels = np.arange(count) % fit['target']['classes']
    if head['targets'] == 'plusMinus':
        rows = -np.ones((count, head['units']), dtype='float32')
        if head['units'] == 1:
            return (labels * 2 - 1).astype('float32')[:, None]
        rows[np.arange(count), labels] = 1
        return rows
    if head['loss'] == 'sparseCategoricalCrossentropy':
        return labels[:, None]
    if head['units'] == 1:
        return labels.astype('float32')[:, None]
    return np.eye(head['units'], dtype='float32')[labels]


def compare_fit(model, case, problems):
    """Trains the compiled model once; differences of the loss and of all weights by backend."""
    fit = case['fit']
    samples = values_of(fit['samples'])
    count = samples.shape[0]
    inputs = [samples.reshape([count, *feed['shape']]) for feed in fit['feeds']]
    targets = [targets_of(fit, head, count) for head in fit['heads']]
    single = lambda values: values[0] if len(values) == 1 else values  # noqa: E731
    loss = model.train_on_batch(single(inputs), single(targets), return_dict=True)['loss']
    differences = {}
    for backend, ours in case['ours'].items():
        if 'fitted' not in ours:
            continue
        gaps = Gaps(case['stepTolerance'], problems)
        gaps.compare(ours['fitted']['loss'], np.reshape(np.asarray(loss), [1]), f'{backend}: loss')
        for name, values in ours['fitted']['weights'].items():
            for variable, packed in zip(model.get_layer(name).weights, values):
                gaps.compare(packed, variable.value, f'{backend}: {name}/{variable.name} after one step')
        differences[backend] = gaps.largest
    return differences
