import type { PythonPart } from './part';

export const maskedMean: PythonPart = {
  name: 'masked_mean',
  text: `def masked_mean(x: Tensor, mask: Tensor, dim: int, keepdim: bool) -> Tensor:
    """The mean over the steps on axis \`dim\` that [batch, steps] says count."""
    seen = mask.unsqueeze(3 - dim).to(x.dtype)
    return (x * seen).sum(dim, keepdim=keepdim) / seen.sum(dim, keepdim=keepdim)
`,
};

export const maskedProduct: PythonPart = {
  name: 'masked_product',
  text: `def masked_product(values: list[Tensor], masks: list[Tensor | None]) -> Tensor:
    """Keras's Multiply: a masked value counts as 1, and what is masked in all of them is 0."""
    product: Tensor | None = None
    for x, mask in zip(values, masks, strict=True):
        factor = x if mask is None else torch.where(mask.unsqueeze(-1), x, 1.0)
        product = factor if product is None else product * factor
    if any(mask is None for mask in masks):
        return product
    seen = masks[0]
    for mask in masks[1:]:
        seen = seen | mask
    return product * seen.unsqueeze(-1)
`,
};

export const maskedExtreme: PythonPart = {
  name: 'masked_extreme',
  text: `def masked_extreme(
    choose: Callable[[Tensor, Tensor], Tensor],
    values: list[Tensor],
    masks: list[Tensor | None],
) -> Tensor:
    """Keras's Maximum and Minimum: where one input is masked, the others' values stand in."""
    merged, seen = values[0], masks[0]
    for x, mask in zip(values[1:], masks[1:], strict=True):
        right = x if mask is None else torch.where(mask.unsqueeze(-1), x, merged)
        left = merged if seen is None else torch.where(seen.unsqueeze(-1), merged, right)
        seen = None if seen is None or mask is None else seen | mask
        merged = choose(left, right)
    return merged
`,
};

export const joinedMask: PythonPart = {
  name: 'joined_mask',
  text: `def joined_mask(values: list[Tensor], masks: list[Tensor | None], dim: int) -> Tensor:
    """The mask of Keras's Concatenate: a step counts where any of what is joined there does."""
    wide = []
    for x, mask in zip(values, masks, strict=True):
        seen = torch.ones_like(x, dtype=torch.bool)
        wide.append(seen if mask is None else seen & mask.unsqueeze(-1))
    return torch.cat(wide, dim=dim).any(dim=-1)
`,
};
