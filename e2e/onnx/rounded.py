"""How far onnxruntime itself moves when its numbers are moved by the rounding of float32.

Where terms cancel or grow, float32 does not determine a result: no two programs agree. The model runs again with every
weight and input moved at random by a few units in their last place (the comparisons with Keras and PyTorch judge by the
same rule, in double precision, which onnxruntime's operators do not all take).
"""

import numpy as np
import onnx
import onnxruntime
from drawn import distance
from onnx import numpy_helper

draws = 8
# Four units in the last place of float32: the rounding of a short sum.
width = 2.0**-21


def moved(values, random):
    """The numbers moved by rounding; whole numbers (words, sizes) stay."""
    if values.dtype != np.float32 or np.array_equal(values, np.round(values)):
        return values
    noise = random.uniform(-1, 1, values.shape)
    return (values.astype('float64') * (1 + width * noise)).astype('float32')


def spread(model, feeds, answers, options):
    """Largest movement of all outputs that are finite, over some draws."""
    largest = 0.0
    for draw in range(1, draws + 1):
        random = np.random.default_rng(draw)
        other = onnx.ModelProto()
        other.CopyFrom(model)
        for initializer in other.graph.initializer:
            values = moved(numpy_helper.to_array(initializer), random)
            initializer.CopyFrom(numpy_helper.from_array(values, initializer.name))
        session = onnxruntime.InferenceSession(
            other.SerializeToString(), options, providers=['CPUExecutionProvider']
        )
        given = {name: moved(values, random) for name, values in feeds.items()}
        for theirs, before in zip(session.run(None, given), answers, strict=True):
            known = np.isfinite(theirs) & np.isfinite(before)
            if known.any():
                largest = max(largest, distance(theirs[known], before[known], sums=False))
    return largest
