"""Layers of a Keras model against the rows of our summary."""


def row_of(layer):
    output = layer.output
    shape = (output if not isinstance(output, (list, tuple)) else output[0]).shape
    # A model inside is compared layer by layer.
    weights = [] if hasattr(layer, 'layers') else [list(weight.shape) for weight in layer.weights]
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
