import type { OptimizerName } from '../../../document/training/trainingChoices';
import { adagrad } from './adagrad';
import { adam } from './adam';
import { adamax } from './adamax';
import { ftrl } from './ftrl';
import { lion } from './lion';
import { nadam } from './nadam';
import { rmsprop } from './rmsprop';
import type { TorchOptimizer } from './torchOptimizer';

/** Classes of `optimizers.py`, by the optimizer that they are; the others are in `torch.optim`. */
export const torchOptimizers: Readonly<Partial<Record<OptimizerName, TorchOptimizer>>> = {
  adagrad,
  adam,
  adamax,
  lion,
  ftrl,
  nadam,
  rmsprop,
  adamw: adam,
};
