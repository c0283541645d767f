import { type LossName, lossRecord } from '../../../document/training/losses';
import { kerasName } from '../../../training/setting';
import { lossFunction } from '../../lossFunction';
import { pythonFloat } from '../../keras/pythonText';

const distributed = `    # Keras takes probabilities, not logits, and makes them add up to 1.
    shares = (p / p.sum(dim=-1, keepdim=True)).clamp(EPSILON, 1 - EPSILON)`;
const smoothedClasses = '    y = y * (1 - label_smoothing) + label_smoothing / y.shape[-1]';
const smoothedAnswers = '    y = y * (1 - label_smoothing) + label_smoothing / 2';
const surprise = `    q = p.clamp(EPSILON, 1 - EPSILON)
    cost = -(y * q.log() + (1 - y) * (1 - q).log())`;

/** Keras's losses as functions of targets and outputs, both `[batch, units]`; each gives one number per sample. */
const formulas: Readonly<Record<LossName, string>> = {
  meanSquaredError: '    return ((p - y) ** 2).mean(dim=-1)',
  meanAbsoluteError: '    return (p - y).abs().mean(dim=-1)',
  meanAbsolutePercentageError: '    return 100 * ((y - p) / y.abs().clamp_min(EPSILON)).abs().mean(dim=-1)',
  meanSquaredLogarithmicError: `    guess, truth = torch.log(p.clamp_min(EPSILON) + 1), torch.log(y.clamp_min(EPSILON) + 1)
    return ((guess - truth) ** 2).mean(dim=-1)`,
  huber: `    error = (p - y).abs()
    near = error.clamp_max(delta)
    return (near**2 / 2 + delta * (error - near)).mean(dim=-1)`,
  squaredHinge: '    return ((1 - y * p).clamp_min(0) ** 2).mean(dim=-1)',
  hinge: '    return (1 - y * p).clamp_min(0).mean(dim=-1)',
  categoricalHinge: `    right, wrong = (y * p).sum(dim=-1), ((1 - y) * p).amax(dim=-1)
    return (wrong - right + 1).clamp_min(0)`,
  logcosh: '    return (p - y + F.softplus(-2 * (p - y)) - math.log(2)).mean(dim=-1)',
  categoricalCrossentropy: `${distributed}
${smoothedClasses}
    return -(y * shares.log()).sum(dim=-1)`,
  sparseCategoricalCrossentropy: `    # From class numbers, which come here as one-hot rows.
    return categorical_crossentropy(y, p)`,
  categoricalFocalCrossentropy: `${distributed}
${smoothedClasses}
    return -(alpha * (1 - shares) ** gamma * y * shares.log()).sum(dim=-1)`,
  binaryCrossentropy: `${smoothedAnswers}
${surprise}
    return cost.mean(dim=-1)`,
  binaryFocalCrossentropy: `${smoothedAnswers}
${surprise}
    cost = (1 - (y * p + (1 - y) * (1 - p))) ** gamma * cost
    if apply_class_balancing:
        cost = (y * alpha + (1 - y) * (1 - alpha)) * cost
    return cost.mean(dim=-1)`,
  kullbackLeiblerDivergence: `    truth, guess = y.clamp(EPSILON, 1), p.clamp(EPSILON, 1)
    return (truth * (truth / guess).log()).sum(dim=-1)`,
  poisson: '    return (p - y * torch.log(p + EPSILON)).mean(dim=-1)',
  cosineProximity: '    return -(F.normalize(y, dim=-1, eps=1e-6) * F.normalize(p, dim=-1, eps=1e-6)).sum(dim=-1)',
  dice: `    both = (y * p).sum()
    # One number for the whole batch.
    return (1 - 2 * both / (y.sum() + p.sum() + EPSILON)).expand(len(p))`,
  tversky: `    both, missed, wrong = (y * p).sum(), ((1 - p) * y).sum(), (p * (1 - y)).sum()
    # One number for the whole batch.
    return (1 - both / (both + alpha * missed + beta * wrong + EPSILON)).expand(len(p))`,
};

/** A function with Keras's arguments and its values for them. */
function functionText(loss: LossName): string {
  const given = Object.entries(lossRecord(loss).settings ?? {}).map(([key, { initial }]) =>
    typeof initial === 'boolean'
      ? `, ${kerasName(key)}: bool = ${initial ? 'True' : 'False'}`
      : `, ${kerasName(key)}: float = ${pythonFloat(initial)}`,
  );
  const name = lossFunction(loss);
  const line = `def ${name}(y: Tensor, p: Tensor${given.join('')}) -> Tensor:`;
  const lines = given.map((each) => `    ${each.slice(2)},`);
  const head =
    line.length <= 100
      ? line
      : [`def ${name}(`, '    y: Tensor,', '    p: Tensor,', ...lines, ') -> Tensor:'].join('\n');
  return `${head}\n${formulas[loss]}\n`;
}

/** `losses.py` with the losses that a model is judged by. */
export function lossesFile(used: readonly LossName[]): string {
  const wanted = new Set<LossName>(used);
  if (wanted.has('sparseCategoricalCrossentropy')) wanted.add('categoricalCrossentropy');
  const text = [...wanted].toSorted().map(functionText).join('\n\n');
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
