import type { AnyBrick } from '../brick/brick';
import type { Argument, Arguments } from '../brick/call';
import type { NamedArgument } from '../brick/namedArgument';
import { initializers } from '../brick/named';
import { type Shape, ShapeError } from '../brick/shape';
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

/** Initializers that only make matrices: the fewest and most axes they take. */
const matrices: Readonly<Record<string, readonly [number, number]>> = { orthogonal: [2, Infinity], identity: [2, 2] };

/** Throws `ShapeError` where Keras refuses to start a weight of this shape so. */
function checkStart(param: string, { name }: NamedArgument, shape: readonly number[]): void {
  const [fewest, most] = matrices[name] ?? [0, Infinity];
  if (shape.length >= fewest && shape.length <= most) return;
  const others = Object.keys(initializers).filter((other) => !(other in matrices));
  throw new ShapeError('parameterMismatch', { param, value: name, allowed: others.join(' | ') });
}

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
    const given = rule('Initializer');
    if (given) checkStart(`${prefix(name)}Initializer`, given, shape);
    const initializer = special[name] ?? given ?? starts[name] ?? named('initializer', 'zeros');
    return {
      name,
      shape,
      trainable: trainable && !brick.nonTrainable?.includes(name),
      initializer,
      regularizer: rule('Regularizer'),
      constraint: rule('Constraint'),
    };
  });
}
