/** `initializers.py` of an exported project: Keras's initial distributions that PyTorch has not. */
export const initializers = `"""Keras's initializers that PyTorch has not. Each takes a tensor in Keras's form, kernel last."""

import math

import torch
from torch import Tensor, nn

CUT_DEVIATION = 0.87962566103423978
"""Standard deviation of a normal distribution that is cut at 2 of its own."""


def fans(shape: torch.Size) -> tuple[int, int]:
    """How many numbers go into and come out of one unit."""
    if len(shape) == 1:
        return shape[0], shape[0]
    field = math.prod(shape[:-2])
    return shape[-2] * field, shape[-1] * field


def uniform_(tensor: Tensor, variance: float) -> None:
    limit = math.sqrt(3 * variance)
    nn.init.uniform_(tensor, -limit, limit)


def truncated_normal_(tensor: Tensor, mean: float = 0.0, stddev: float = 0.05) -> None:
    nn.init.trunc_normal_(tensor, mean, stddev, mean - 2 * stddev, mean + 2 * stddev)


def cut_normal_(tensor: Tensor, variance: float) -> None:
    truncated_normal_(tensor, 0.0, math.sqrt(variance) / CUT_DEVIATION)


def glorot_uniform_(tensor: Tensor) -> None:
    uniform_(tensor, 2 / sum(fans(tensor.shape)))


def glorot_normal_(tensor: Tensor) -> None:
    cut_normal_(tensor, 2 / sum(fans(tensor.shape)))


def he_uniform_(tensor: Tensor) -> None:
    uniform_(tensor, 2 / fans(tensor.shape)[0])


def he_normal_(tensor: Tensor) -> None:
    cut_normal_(tensor, 2 / fans(tensor.shape)[0])


def lecun_uniform_(tensor: Tensor) -> None:
    uniform_(tensor, 1 / fans(tensor.shape)[0])


def lecun_normal_(tensor: Tensor) -> None:
    cut_normal_(tensor, 1 / fans(tensor.shape)[0])


def variance_scaling_(tensor: Tensor, scale: float = 1.0) -> None:
    cut_normal_(tensor, scale / max(1, fans(tensor.shape)[0]))


def orthogonal_(tensor: Tensor, gain: float = 1.0) -> None:
    flat = torch.empty(math.prod(tensor.shape[:-1]), tensor.shape[-1])
    nn.init.orthogonal_(flat, gain)
    tensor.copy_(flat.view(tensor.shape))


def identity_(tensor: Tensor, gain: float = 1.0) -> None:
    tensor.copy_(gain * torch.eye(*tensor.shape))


def open_forget_gate_(bias: Tensor) -> None:
    """The forget gate of an LSTM, its second quarter, starts open."""
    units = len(bias) // 4
    bias[units : 2 * units] = 1
`;
