import type { ProjectFacts } from './facts';

/**
 * Backends of Keras that such a model is trained on, the best first. On JAX, Keras 3 keeps no state of recurrent layers from one
 * batch to the next while it fits (its trainer carries tracked variables only, and `RNN` does not track its states).
 */
export const backendsFor = ({ stateful }: Pick<ProjectFacts, 'stateful'>): readonly string[] =>
  stateful ? ['tensorflow', 'torch'] : ['jax', 'tensorflow', 'torch'];
