"""What a layer of Keras does to the mask of its time steps."""

import numpy as np


def rule(layer):
    if not layer.supports_masking:
        return 'ends'
    several = isinstance(layer.input, list)
    shapes = [[size or 2 for size in one.shape] for one in (layer.input if several else [layer.input])]
    values = [np.zeros(shape, dtype='float32') for shape in shapes]
    masks = [np.ones(shape[:2], dtype=bool) for shape in shapes]
    if several:
        without, given = layer.compute_mask(values, [None] * len(shapes)), layer.compute_mask(values, masks)
    else:
        without, given = layer.compute_mask(values[0], None), layer.compute_mask(values[0], masks[0])
    if without is not None:
        return 'makes'
    if given is None:
        return 'ends'
    if given is masks[0]:
        return 'passes'
    return 'merges' if layer.compute_mask(values, [masks[0]] + [None] * (len(shapes) - 1)) is None else 'joins'


def compare_mask(layer, said, problems):
    inputs = layer.input if isinstance(layer.input, list) else [layer.input]
    # Keras merges only masks of inputs of one shape, of steps of vectors; a vector has no steps.
    if len(inputs) > 1 and (len({tuple(one.shape) for one in inputs}) > 1 or len(inputs[0].shape) > 3):
        return
    if len(inputs[0].shape) < 3 and said != 'makes':
        return
    found = rule(layer)
    if found != said:
        problems.append(f'mask: ours {said}, Keras {found}')
