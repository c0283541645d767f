import type { Plan } from '../../../compile/plan';
import { stateful } from '../../../compile/stateful';
import type { ProjectFacts } from './facts';

/**
 * Backends of Keras that such a model is trained on, the best first. On JAX, Keras 3 keeps no state of recurrent layers from one
 * batch to the next while it fits (its trainer carries tracked variables only, and `RNN` does not track its states); on torch it
 * writes the new state over the old one, which the gradient still needs, and PyTorch refuses that.
 */
export const backendsFor = ({ stateful }: Pick<ProjectFacts, 'stateful'>): readonly string[] =>
  stateful ? ['tensorflow'] : ['jax', 'tensorflow', 'torch'];

/** The one that a model is trained on where nothing else is said. */
export const bestBackend = (plan: Plan): string => backendsFor({ stateful: stateful(plan) })[0]!;
