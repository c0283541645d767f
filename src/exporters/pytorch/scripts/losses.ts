import type { LossName } from '../../../document/training/trainingChoices';

/** Keras's losses as functions of targets and outputs, both `[batch, units]`; each gives one number per sample. */
const losses: Readonly<Record<LossName, readonly [name: string, formula: string]>> = {
  meanSquaredError: ['mean_squared_error', '    return ((p - y) ** 2).mean(dim=-1)'],
  meanAbsoluteError: ['mean_absolute_error', '    return (p - y).abs().mean(dim=-1)'],
  meanAbsolutePercentageError: [
    'mean_absolute_percentage_error',
    '    return 100 * ((y - p) / y.abs().clamp_min(EPSILON)).abs().mean(dim=-1)',
  ],
  meanSquaredLogarithmicError: [
    'mean_squared_logarithmic_error',
    `    guess, truth = torch.log(p.clamp_min(EPSILON) + 1), torch.log(y.clamp_min(EPSILON) + 1)
    return ((guess - truth) ** 2).mean(dim=-1)`,
  ],
  squaredHinge: ['squared_hinge', '    return ((1 - y * p).clamp_min(0) ** 2).mean(dim=-1)'],
  hinge: ['hinge', '    return (1 - y * p).clamp_min(0).mean(dim=-1)'],
  categoricalHinge: [
    'categorical_hinge',
    `    right, wrong = (y * p).sum(dim=-1), ((1 - y) * p).amax(dim=-1)
    return (wrong - right + 1).clamp_min(0)`,
  ],
  logcosh: ['log_cosh', '    return (p - y + F.softplus(-2 * (p - y)) - math.log(2)).mean(dim=-1)'],
  categoricalCrossentropy: [
    'categorical_crossentropy',
    `    # Keras takes probabilities, not logits, and makes them add up to 1.
    shares = (p / p.sum(dim=-1, keepdim=True)).clamp(EPSILON, 1 - EPSILON)
    return -(y * shares.log()).sum(dim=-1)`,
  ],
  sparseCategoricalCrossentropy: ['categorical_crossentropy', ''],
  binaryCrossentropy: [
    'binary_crossentropy',
    `    q = p.clamp(EPSILON, 1 - EPSILON)
    return -(y * q.log() + (1 - y) * (1 - q).log()).mean(dim=-1)`,
  ],
  kullbackLeiblerDivergence: [
    'kl_divergence',
    `    truth, guess = y.clamp(EPSILON, 1), p.clamp(EPSILON, 1)
    return (truth * (truth / guess).log()).sum(dim=-1)`,
  ],
  poisson: ['poisson', '    return (p - y * torch.log(p + EPSILON)).mean(dim=-1)'],
  cosineProximity: [
    'cosine_similarity',
    '    return -(F.normalize(y, dim=-1, eps=1e-6) * F.normalize(p, dim=-1, eps=1e-6)).sum(dim=-1)',
  ],
};

/** The Python function of a loss. */
export const lossFunction = (loss: LossName): string => losses[loss][0];

/** `losses.py` with the losses that a model is judged by. */
export function lossesFile(used: readonly LossName[]): string {
  const wanted = new Set(
    used.map((loss) => (loss === 'sparseCategoricalCrossentropy' ? 'categoricalCrossentropy' : loss)),
  );
  const functions = [...wanted].toSorted().map((loss) => {
    const [name, formula] = losses[loss];
    return `def ${name}(y: Tensor, p: Tensor) -> Tensor:\n${formula}\n`;
  });
  const text = functions.join('\n\n');
  const imports = [
    ...(text.includes('math.') ? ['import math', ''] : []),
    ...(text.includes('torch.') ? ['import torch'] : []),
    'from torch import Tensor',
    ...(text.includes('F.') ? ['from torch.nn import functional as F'] : []),
  ];
  const head = '"""Keras\'s losses: targets and outputs [batch, units] give one number per sample."""';
  const epsilon = text.includes('EPSILON') ? ['EPSILON = 1e-7', '', ''] : [];
  return [head, '', ...imports, '', ...(epsilon.length > 0 ? epsilon : ['']), text].join('\n');
}
