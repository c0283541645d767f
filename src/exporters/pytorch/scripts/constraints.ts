/** Part of `training.py`: Keras's limits of weights, by name, along axes of the weight in Keras's form. */
export const constraintsText = `def limited(w: Tensor, name: str, limits: dict[str, float]) -> Tensor:
    """The weight as Keras's constraint of this name wants it; it has Keras's form."""
    if name == "non_neg":
        return w * (w >= 0)
    lengths = w.square().sum(dim=int(limits["axis"]), keepdim=True).sqrt()
    if name == "unit_norm":
        return w / (EPSILON + lengths)
    if name == "max_norm":
        wanted = lengths.clamp(0, limits["max_value"])
    else:
        inside = lengths.clamp(limits["min_value"], limits["max_value"])
        wanted = limits["rate"] * inside + (1 - limits["rate"]) * lengths
    return w * wanted / (EPSILON + lengths)
`;
