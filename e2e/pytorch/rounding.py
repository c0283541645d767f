"""How far PyTorch itself moves when its numbers are moved by the rounding of float32.

Where terms cancel, where a relu unit stands at its kink, where Adam divides a tiny gradient by its own size, float32
does not determine a result: no two programs agree. PyTorch computes the case again in double precision, with every
weight and input as given and then moved at random by a few units in their last place of float32 (the comparison with
Keras judges by the same rule).
"""

import torch

draws = 8
# Four units in the last place of float32: the rounding of a short sum.
width = 2.0**-21


def mover(draw):
    """Moves values by rounding; the first draw leaves them."""
    generator = torch.Generator().manual_seed(draw)

    def move(values):
        if draw == 0 or not values.is_floating_point():
            return values
        noise = torch.rand(values.shape, generator=generator, dtype=torch.float64) * 2 - 1
        return values * (1 + width * noise)

    return move


def spreads(numbers, distance):
    """Largest movement of every named number; `numbers` computes them all, given how to move what goes in."""
    before = torch.get_default_dtype()
    torch.set_default_dtype(torch.float64)
    try:
        center = numbers(mover(0))
        largest = dict.fromkeys(center, 0.0)
        for draw in range(1, draws + 1):
            for name, value in numbers(mover(draw)).items():
                largest[name] = max(largest[name], distance(value, center[name]))
        return largest
    finally:
        torch.set_default_dtype(before)
