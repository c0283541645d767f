/** `adapt` of `train.py`, where a module learns of the data before training. */
export const adaptText = `@torch.no_grad()
def adapt(model: Model, samples: Samples, batch_size: int) -> None:
    """Mean and variance of what is trained on, for every module that learns them and has none yet."""
    model.eval()
    for module in model.modules():
        if not hasattr(module, "adapt") or module.adapted():
            continue
        seen: list[torch.Tensor] = []
        hook = module.register_forward_pre_hook(lambda _, given: seen.append(given[0].cpu()))
        for batch in samples.batches("training", batch_size):
            inputs, _, _ = samples.batch(batch, training=False)
            model(*inputs)
        hook.remove()
        module.adapt(torch.cat(seen))


`;
