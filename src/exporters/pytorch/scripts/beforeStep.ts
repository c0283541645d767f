import type { Clipping } from '../../../training/everyOptimizer';

const gradients = '[one.grad for one in model.parameters() if one.grad is not None]';

/** `clip` of `training.py`, as Keras's optimizers shorten gradients. */
export const clipText: Readonly<Record<Clipping, string>> = {
  clipnorm: `def clip(model: Model) -> None:
    """Shortens every gradient to a length."""
    for gradient in ${gradients}:
        gradient.mul_(settings.CLIPPING / gradient.norm().clamp_min(settings.CLIPPING))
`,
  globalClipnorm: `def clip(model: Model) -> None:
    """Shortens all gradients together to a length."""
    gradients = ${gradients}
    length = torch.stack([gradient.norm() for gradient in gradients]).norm()
    for gradient in gradients:
        gradient.mul_(settings.CLIPPING / length.clamp_min(settings.CLIPPING))
`,
  clipvalue: `def clip(model: Model) -> None:
    """Brings every value of the gradients into a range."""
    for gradient in ${gradients}:
        gradient.clamp_(-settings.CLIPPING, settings.CLIPPING)
`,
};

/** `shrink` of `training.py`: Keras's weight decay. */
export const shrinkText = `@torch.no_grad()
def shrink(optimizer: Optimizer) -> None:
    """Keras's weight decay: a share of every weight is taken away before a step."""
    for group in optimizer.param_groups:
        for parameter in group["params"]:
            if parameter.grad is not None:
                parameter.mul_(1 - group["lr"] * settings.WEIGHT_DECAY)
`;
