import { snakeCase } from '../../../compile/identifiers';
import type { MetricName } from '../../../document/training/metrics';

/** What a batch adds up, and what follows from the sums of an epoch, in Python. */
interface Formula {
  readonly sums: string;
  readonly value: string;
}

const mean = (each: string): Formula => ({
  sums: `    return ${each}.sum().reshape(1)`,
  value: '    return share(float(sums[0]), samples)',
});

const ofClasses = (said: string) => `    if p.shape[-1] == 1:
        said = p > positive
    else:
${said}
    said = said.to(y.dtype)
    return torch.stack([(said * y).sum(dim=0), said.sum(dim=0), y.sum(dim=0)])`;

const formulas: Readonly<Record<MetricName, Formula>> = {
  accuracy: { sums: '    return p.new_zeros(0)', value: '    return share(right, samples)' },
  meanSquaredError: mean('(p - y).square().mean(dim=-1)'),
  rootMeanSquaredError: {
    ...mean('(p - y).square().mean(dim=-1)'),
    value: '    return share(float(sums[0]), samples) ** 0.5',
  },
  meanAbsoluteError: mean('(p - y).abs().mean(dim=-1)'),
  meanAbsolutePercentageError: mean('(100 * ((y - p) / y.abs().clamp_min(EPSILON)).abs()).mean(dim=-1)'),
  meanSquaredLogarithmicError: {
    ...mean(''),
    sums: `    gap = torch.log(p.clamp_min(EPSILON) + 1) - torch.log(y.clamp_min(EPSILON) + 1)
    return gap.square().mean(dim=-1).sum().reshape(1)`,
  },
  cosineSimilarity: {
    ...mean(''),
    sums: `    y, p = normalize(y, dim=-1, eps=1e-6), normalize(p, dim=-1, eps=1e-6)
    return (y * p).sum().reshape(1)`,
  },
  topKCategoricalAccuracy: {
    ...mean(''),
    sums: `    own = p.gather(-1, y.argmax(dim=-1, keepdim=True))
    return ((p > own).sum(dim=-1) < 5).sum().reshape(1)`,
  },
  precision: {
    sums: `    said = p > positive
    return torch.stack([(said & (y > positive)).sum(), said.sum()])`,
    value: '    return share(float(sums[0]), float(sums[1]))',
  },
  recall: {
    sums: `    actual = y > positive
    return torch.stack([((p > positive) & actual).sum(), actual.sum()])`,
    value: '    return share(float(sums[0]), float(sums[1]))',
  },
  f1Score: {
    sums: ofClasses('        said = (p >= p.amax(dim=-1, keepdim=True)) & (p.abs() > 1e-9)'),
    value: `    right, said, actual = sums
    precision_of, recall_of = right / (said + EPSILON), right / (actual + EPSILON)
    return float((2 * precision_of * recall_of / (precision_of + recall_of + EPSILON)).mean())`,
  },
  meanIou: {
    sums: ofClasses('        said = one_hot(p.argmax(dim=-1), p.shape[-1])').replace('p > positive', 'p >= 0.5'),
    value: `    right, said, actual = sums
    if len(right) == 1:
        # No and yes.
        right = torch.cat([right, samples - said - actual + right])
        said, actual = torch.cat([said, samples - said]), torch.cat([actual, samples - actual])
    either = said + actual - right
    return share(float((right / (either + EPSILON)).sum()), int((either > 0).sum()))`,
  },
  r2Score: {
    sums: '    return torch.stack([y.sum(dim=0), y.square().sum(dim=0), (p - y).square().sum(dim=0)])',
    value: `    total, squares, errors = sums
    scores = 1 - errors / (squares - total.square() / samples)
    # Targets that do not vary have none: Keras says 0.
    return float(torch.where(scores.isfinite(), scores, 0.0).mean())`,
  },
  auc: {
    sums: `    place = ((p.clamp(0, 1) * 199).ceil() - 1).clamp_min(0).long().flatten()
    yes = (y != 0).to(p.dtype).flatten()
    return torch.stack([torch.bincount(place, each, 200) for each in (yes, 1 - yes)])`,
    value: `    # How many lie above each of 200 thresholds: the area under the ROC curve.
    above = sums.flip(-1).cumsum(dim=-1).flip(-1)
    recall_at, wrong_at = (each / each[0] if each[0] else each for each in above)
    return float(((wrong_at[:-1] - wrong_at[1:]) * (recall_at[:-1] + recall_at[1:]) / 2).sum())`,
  },
};

/** The Python function of a metric. */
export const metricFunction = (metric: MetricName): string => snakeCase(metric);

const functionsText = (
  metric: MetricName,
) => `def ${metricFunction(metric)}_sums(y: Tensor, p: Tensor, positive: float) -> Tensor:
${formulas[metric].sums}


def ${metricFunction(metric)}(sums: Tensor, samples: int, right: float) -> float:
${formulas[metric].value}
`;

/** `metrics.py` with what is measured. */
export function metricsFile(used: readonly MetricName[]): string {
  const text = [...new Set(used)].toSorted().map(functionsText).join('\n\n');
  const functional = ['normalize', 'one_hot'].filter((name) => text.includes(`${name}(`));
  const parts = [
    `"""Keras's metrics: the sums of a batch of [batch, units], and what follows of an epoch's."""

${/torch\./.test(text) ? 'import torch\n' : ''}from torch import Tensor
${functional.length > 0 ? `from torch.nn.functional import ${functional.join(', ')}\n` : ''}`,
    ...(text.includes('EPSILON') ? ['EPSILON = 1e-7\n'] : []),
    ...(text.includes('share(')
      ? [`def share(part: float, whole: float) -> float:\n    return part / whole if whole else 0.0\n`]
      : []),
    text,
  ];
  return parts
    .map((part, at) => (at === 0 || (at === 1 && part.startsWith('EPSILON')) ? part : `\n${part}`))
    .join('\n');
}
