import type { PythonPart } from './part';

export const samePad: PythonPart = {
  name: 'same_pad',
  text: `def same_pad(
    x: Tensor,
    kernel: tuple[int, ...],
    stride: tuple[int, ...],
    dilation: tuple[int, ...],
    value: float = 0.0,
) -> Tensor:
    """Pads [batch, channels, ...] as Keras's \`same\`: one more behind where the padding is odd."""
    pads: list[int] = []
    for size, length, step, gap in zip(x.shape[2:], kernel, stride, dilation, strict=True):
        reach = (length - 1) * gap + 1
        total = max((-(-size // step) - 1) * step + reach - size, 0)
        pads = [total // 2, total - total // 2, *pads]
    return F.pad(x, pads, value=value)
`,
};

export const sameAveragePool: PythonPart = {
  name: 'same_average_pool',
  uses: [samePad],
  text: `def same_average_pool(
    pool: nn.Module, x: Tensor, kernel: tuple[int, ...], stride: tuple[int, ...]
) -> Tensor:
    """The pooling with Keras's \`same\`, whose zeros do not count in the average."""
    dilation = (1,) * len(kernel)
    ones = same_pad(torch.ones_like(x[:1, :1]), kernel, stride, dilation)
    return pool(same_pad(x, kernel, stride, dilation)) / pool(ones)
`,
};
