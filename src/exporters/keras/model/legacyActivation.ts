import { legacyHardSigmoid } from '../../../brick/layers/activations';
import type { Argument, Call } from '../../../brick/call';
import { snakeCase } from '../../../compile/identifiers';
import type { Plan } from '../../../compile/plan';

const uses = (value: Argument): boolean => {
  if (value === legacyHardSigmoid) return true;
  if (typeof value !== 'object' || value === null) return false;
  if (!('role' in value)) return value.some(uses);
  return value.role === 'layer' && usesIn(value.layer.call);
};

const usesIn = ({ kerasArgs }: Pick<Call, 'kerasArgs'>): boolean => Object.values(kerasArgs).some(uses);

const usesLegacy = ({ steps }: Plan): boolean =>
  steps.some(({ call, nested }) => usesIn(call) || (nested !== undefined && usesLegacy(nested)));

/** The function of Keras 1 and 2 that Keras 3 lacks, where a layer of the model uses it; registered, so that saved models find it. */
export function legacyActivation(plan: Plan): readonly string[] {
  if (!usesLegacy(plan)) return [];
  const name = snakeCase(legacyHardSigmoid);
  return [
    `@keras.saving.register_keras_serializable(package="DeepBrick")
def ${name}(x):
    """The hard_sigmoid of Keras 1 and 2, which Keras 3 computes otherwise."""
    return keras.ops.clip(0.2 * x + 0.5, 0.0, 1.0)`,
  ];
}
