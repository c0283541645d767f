import type { AnyBrick, Argument, Arguments, NamedArgument } from '../brick/brick';
import type { Shape } from '../brick/shape';
import type { Weight } from './plan';

const named = (role: NamedArgument['role'], name: string): NamedArgument => ({ role, name, settings: {} });

/** Where a weight starts when no argument says it. */
const starts: Readonly<Record<string, NamedArgument>> = {
  kernel: named('initializer', 'glorotUniform'),
  gamma: named('initializer', 'ones'),
  movingVariance: named('initializer', 'ones'),
};

const isNamed = (value: Argument | undefined): value is NamedArgument =>
  typeof value === 'object' && value !== null && 'role' in value && value.role !== 'layer';

/** `recurrentKernel` is ruled by `recurrentInitializer`, `kernel` by `kernelInitializer`. */
const prefix = (weight: string) => (weight === 'kernel' ? weight : weight.replace(/Kernel$/, ''));

/** The weights of a layer with what each starts from, what keeps it small and what it is held to. */
export function weightsOf(
  brick: AnyBrick,
  params: Record<string, unknown>,
  inputShapes: readonly Shape[],
  args: Arguments,
  trainable: boolean,
): Weight[] {
  const special = brick.initializers?.(params) ?? {};
  return Object.entries(brick.weights?.(inputShapes, params) ?? {}).map(([name, shape]) => {
    const rule = (kind: string) => {
      const value = args[`${prefix(name)}${kind}`];
      return isNamed(value) ? value : null;
    };
    return {
      name,
      shape,
      trainable: trainable && !brick.nonTrainable?.includes(name),
      initializer: special[name] ?? rule('Initializer') ?? starts[name] ?? named('initializer', 'zeros'),
      regularizer: rule('Regularizer'),
      constraint: rule('Constraint'),
    };
  });
}
