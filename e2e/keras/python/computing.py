"""What Keras computes: outputs, one training step's gradients, and what the step leaves behind."""

import jax
import numpy as np
from drawn import Gaps, factors_of, values_of


def as_given(values):
    return values


def set_weights(model, weights, move=as_given):
    for name, drawn in weights.items():
        if drawn:
            layer = model.get_layer(name)
            layer.set_weights([move(values_of(weight)) for weight in drawn])
            if hasattr(layer, 'finalize_state'):
                # A Normalization computes with what it made of them.
                layer.finalize_state()


def as_list(value):
    return list(value) if isinstance(value, (list, tuple)) else [value]


class KerasNumbers:
    """Outputs in inference; gradients by trainable weight and by input; other weights after the step. One compilation.

    `forward_only`: outputs alone.
    """

    def __init__(self, model, given, forward_only=False):
        self.model = model
        self.given = given
        self.forward_only = forward_only
        self.smooth = [index for index, drawn in enumerate(given['inputs']) if not drawn['whole']]
        self.compiled = jax.jit(self.everything)

    def call(self, trainable, others, inputs, training):
        argument = inputs[0] if len(inputs) == 1 else inputs
        return self.model.stateless_call(trainable, others, argument, training=training, return_losses=True)

    def loss(self, trainable, smooth_inputs, others, inputs):
        inputs = list(inputs)
        for index, value in zip(self.smooth, smooth_inputs):
            inputs[index] = value
        outputs, others, penalties = self.call(trainable, others, inputs, self.given['training'])
        total = sum(penalties)
        for seed, output in zip(self.given['factorSeeds'], as_list(outputs)):
            total = total + (output * factors_of(seed, output.shape)).sum()
        return total, others

    def everything(self, trainable, others, inputs):
        outputs, _, _ = self.call(trainable, others, inputs, False)
        if self.forward_only:
            return as_list(outputs), None, None
        smooth_inputs = [inputs[index] for index in self.smooth]
        slopes = jax.grad(self.loss, argnums=(0, 1), has_aux=True)
        gradients, after = slopes(trainable, smooth_inputs, others, inputs)
        return as_list(outputs), gradients, after

    def by_name(self, move=as_given):
        """All numbers by what they are; those of a weight by its layer and name."""
        model, given = self.model, self.given
        set_weights(model, given['weights'], move)
        drawn = [values_of(one) for one in given['inputs']]
        inputs = [move(values) if index in self.smooth else values for index, values in enumerate(drawn)]
        trainable = [variable.value for variable in model.trainable_variables]
        others = [variable.value for variable in model.non_trainable_variables]
        outputs, gradients, after = self.compiled(trainable, others, inputs)
        if self.forward_only:
            return {f'output {index}': output for index, output in enumerate(outputs)}
        by_weight, by_input = gradients
        learned = {id(variable): value for variable, value in zip(model.trainable_variables, by_weight)}
        learned.update({id(variable): value for variable, value in zip(model.non_trainable_variables, after)})
        numbers = {f'output {index}': output for index, output in enumerate(outputs)}
        numbers.update({f'gradient of input {index}': value for index, value in zip(self.smooth, by_input)})
        for layer in model.layers:
            for place, variable in enumerate(layer.weights):
                what = 'gradient of' if variable.trainable else 'after the step:'
                numbers[f'{what} {weight_name(layer.name, place, variable)}'] = learned[id(variable)]
                if variable.constraint is not None:
                    held = variable.constraint(variable.value * 5)
                    numbers[f'constrained {weight_name(layer.name, place, variable)}'] = np.asarray(held)
        return numbers


def weight_name(layer, place, variable):
    """Both directions of a Bidirectional call their weights alike: the place tells them apart."""
    return f'{layer}/{variable.name} ({place})'


def compare_fresh(model, fresh, findings):
    """First values of the weights that do not start at random; asked before others are set."""
    gaps = Gaps(1e-6, findings, {})
    for name, values in fresh.items():
        for variable, packed in zip(model.get_layer(name).weights, values):
            if packed is not None:
                gaps.compare(packed, variable.value, 'first', f'{name}/{variable.name}')


def compare_numbers(model, case, numbers, findings, slack):
    """Differences as {backend: {forward, gradient}}."""
    problems = findings['problems']
    differences = {}
    for backend, ours in case['ours'].items():
        if 'error' in ours:
            problems.append(f'{backend}: {ours["error"]}')
            continue
        forward = Gaps(case['tolerance'], findings, slack)
        outputs = [name for name in numbers if name.startswith('output ')]
        for packed, name in zip(ours['outputs'], outputs, strict=True):
            forward.compare(packed, numbers[name], backend, name)
        if case.get('forwardOnly'):
            differences[backend] = {'forward': forward.largest, 'gradient': None, 'plain': 0.0}
            continue
        gradient = Gaps(case['tolerance'], findings, slack, sums=True)
        for index, packed in enumerate(ours['inputGradients']):
            if packed is not None:
                name = f'gradient of input {index}'
                gradient.compare(packed, numbers[name], backend, name)
        for layer, values in ours['weights'].items():
            for place, (variable, packed) in enumerate(zip(model.get_layer(layer).weights, values)):
                what = 'gradient of' if variable.trainable else 'after the step:'
                name = f'{what} {weight_name(layer, place, variable)}'
                gradient.compare(packed, numbers[name], backend, name)
        for layer, values in ours['constrained'].items():
            for place, (variable, packed) in enumerate(zip(model.get_layer(layer).weights, values)):
                if (packed is not None) != (variable.constraint is not None):
                    problems.append(f'{backend}: only one side constrains {layer}/{variable.name}')
                elif packed is not None:
                    name = f'constrained {weight_name(layer, place, variable)}'
                    gradient.compare(packed, numbers[name], backend, name)
        differences[backend] = {'forward': forward.largest, 'gradient': gradient.largest, 'plain': gradient.plain}
    return differences
