"""What Keras computes: outputs, one training step's gradients, and what the step leaves behind."""

import jax
import numpy as np
from drawn import Gaps, factors_of, values_of


def set_weights(model, weights):
    for name, drawn in weights.items():
        if drawn:
            model.get_layer(name).set_weights([values_of(weight) for weight in drawn])


def as_list(value):
    return list(value) if isinstance(value, (list, tuple)) else [value]


def keras_numbers(model, given):
    """Outputs in inference; gradients by trainable weight and by input; other weights after the step. One compilation."""
    inputs = [values_of(drawn) for drawn in given['inputs']]
    smooth = [index for index, drawn in enumerate(given['inputs']) if not drawn['whole']]

    def call(trainable, others, smooth_inputs, training):
        everything = list(inputs)
        for index, value in zip(smooth, smooth_inputs):
            everything[index] = value
        argument = everything[0] if len(everything) == 1 else everything
        return model.stateless_call(trainable, others, argument, training=training, return_losses=True)

    def loss(trainable, smooth_inputs, others):
        outputs, others, penalties = call(trainable, others, smooth_inputs, given['training'])
        total = sum(penalties)
        for seed, output in zip(given['factorSeeds'], as_list(outputs)):
            total = total + (output * factors_of(seed, output.shape)).sum()
        return total, others

    def everything(trainable, others, smooth_inputs):
        outputs, _, _ = call(trainable, others, smooth_inputs, False)
        gradients, after = jax.grad(loss, argnums=(0, 1), has_aux=True)(trainable, smooth_inputs, others)
        return as_list(outputs), gradients, after

    trainable = [variable.value for variable in model.trainable_variables]
    others = [variable.value for variable in model.non_trainable_variables]
    outputs, (by_weight, by_input), after = jax.jit(everything)(trainable, others, [inputs[index] for index in smooth])
    learned = {id(variable): value for variable, value in zip(model.trainable_variables, by_weight)}
    learned.update({id(variable): value for variable, value in zip(model.non_trainable_variables, after)})
    return outputs, learned, dict(zip(smooth, by_input))


def compare_fresh(model, fresh, problems):
    """First values of the weights that do not start at random; asked before others are set."""
    gaps = Gaps(1e-6, problems)
    for name, values in fresh.items():
        for variable, packed in zip(model.get_layer(name).weights, values):
            if packed is not None:
                gaps.compare(packed, variable.value, f'first {name}/{variable.name}')


def compare_numbers(model, case, problems):
    """Differences as {backend: {forward, gradient}}."""
    outputs, learned, by_input = keras_numbers(model, case['given'])
    differences = {}
    for backend, ours in case['ours'].items():
        if 'error' in ours:
            problems.append(f'{backend}: {ours["error"]}')
            continue
        forward = Gaps(case['tolerance'], problems)
        for index, (packed, output) in enumerate(zip(ours['outputs'], outputs, strict=True)):
            forward.compare(packed, output, f'{backend}: output {index}')
        gradient = Gaps(case['tolerance'], problems, sums=True)
        for index, packed in enumerate(ours['inputGradients']):
            if packed is not None:
                gradient.compare(packed, by_input[index], f'{backend}: gradient of input {index}')
        for name, values in ours['weights'].items():
            for variable, packed in zip(model.get_layer(name).weights, values):
                what = 'gradient of' if variable.trainable else 'after the step:'
                gradient.compare(packed, learned[id(variable)], f'{backend}: {what} {name}/{variable.name}')
        for name, values in ours['constrained'].items():
            for variable, packed in zip(model.get_layer(name).weights, values):
                if (packed is not None) != (variable.constraint is not None):
                    problems.append(f'{backend}: only one side constrains {name}/{variable.name}')
                elif packed is not None:
                    held = variable.constraint(variable.value * 5)
                    gradient.compare(packed, np.asarray(held), f'{backend}: constrained {name}/{variable.name}')
        differences[backend] = {'forward': forward.largest, 'gradient': gradient.largest, 'plain': gradient.plain}
    return differences
