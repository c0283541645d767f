"""One step of the exported script's optimizer, as `train_on_batch` makes it."""

import numpy as np
from computing import as_given, set_weights, weight_name
from drawn import Gaps, values_of


def targets_of(fit, model_targets, count):
    """What the outputs should say, as the script makes it of class numbers or numbers."""
    target = fit['target']
    return model_targets(
        values_of(target['values']) if target['kind'] == 'numbers' else np.arange(count) % target['classes']
    )


def fit_numbers(model, fit, weights, model_targets, move=as_given):
    """Trains the compiled model once from these weights: its loss and all weights afterwards, by name."""
    set_weights(model, weights, move)
    samples = values_of(fit['samples'])
    samples = samples if fit['samples']['whole'] else move(samples)
    count = samples.shape[0]
    inputs = [samples.reshape([count, *feed['shape']]) for feed in fit['feeds']]
    targets = targets_of(fit, model_targets, count)
    given = inputs[0] if len(inputs) == 1 else inputs
    loss = model.train_on_batch(given, targets, return_dict=True)['loss']
    numbers = {'loss': np.reshape(np.asarray(loss), [1])}
    for layer in model.layers:
        for place, variable in enumerate(layer.weights):
            numbers[f'{weight_name(layer.name, place, variable)} after one step'] = np.array(variable.value)
    return numbers


def compare_fit(model, case, numbers, findings, slack):
    """Differences of the loss and of all weights by backend."""
    differences = {}
    for backend, ours in case['ours'].items():
        if 'fitted' not in ours:
            continue
        gaps = Gaps(case['tolerance'], findings, slack)
        gaps.compare(ours['fitted']['loss'], numbers['loss'], backend, 'loss')
        for layer, values in ours['fitted']['weights'].items():
            for place, (variable, packed) in enumerate(zip(model.get_layer(layer).weights, values)):
                name = f'{weight_name(layer, place, variable)} after one step'
                gaps.compare(packed, numbers[name], backend, name)
        differences[backend] = gaps.largest
    return differences
