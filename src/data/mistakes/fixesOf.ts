import { type AnyBrick, initialParams } from '../../brick/brick';
import { type Shape, ShapeError } from '../../brick/shape';
import type { OutputEnd, OutputSize } from './outputEnd';
import type { Fix } from '../../document/fix';
import type { LossName } from '../../document/training/losses';
import type { Judged } from './mistake';

const bricksOf = ({ library }: Judged): readonly AnyBrick[] =>
  Object.values(library.bricks).filter(({ inputs }) => inputs === 1);

/** The brick that is nothing but an activation to choose. */
const activationBrick = (judged: Judged) =>
  bricksOf(judged).find(({ params }) => Object.keys(params).join() === 'activation');

const traitsOf = (brick: AnyBrick, shape: Shape) => brick.traits?.(initialParams(brick), [shape]) ?? {};

function fits(brick: AnyBrick, shape: Shape): boolean {
  try {
    brick.shape([shape], initialParams(brick));
    return true;
  } catch (error) {
    if (error instanceof ShapeError) return false;
    throw error;
  }
}

const node = ({ step }: Pick<OutputEnd, 'step'>) => step.name;

/** Gives an output another activation: where it is set, in place of a brick that is nothing else, or by a brick on top. */
export function activate(judged: Judged, output: string, end: OutputEnd, wanted: string): readonly Fix[] {
  if (end.set === 'own') return [{ kind: 'setParam', node: node(end), param: 'activation', value: wanted }];
  if (end.set === 'inside') return [{ kind: 'setInner', node: node(end), param: 'activation', value: wanted }];
  const brick = activationBrick(judged);
  const { traits } = end.step.call;
  if (brick && traits.activation !== undefined && traits.activation === end.activation) {
    return [{ kind: 'exchange', node: node(end), brick: brick.type, params: { activation: wanted } }];
  }
  return brick ? [{ kind: 'append', brick: brick.type, on: output, params: { activation: wanted } }] : [];
}

/** Gives an output so many values. */
export const resize = ({ step, param, inside }: OutputSize, value: number): Fix => ({
  kind: inside ? 'setInner' : 'setParam',
  node: step.name,
  param,
  value,
});

/** Sets the loss where it stands: of the only output, or this one's own. */
export function judge({ plan, training }: Judged, output: string, loss: LossName | 'auto'): readonly Fix[] {
  const own = plan.outputs.length > 1 || Object.hasOwn(training.outputs, output);
  return [{ kind: 'setLoss', output: own ? output : null, loss }];
}

/** Puts what learns mean and variance of the data in front of a brick, in this wire. */
export function normalise(judged: Judged, before: string, port: number, shape: Shape): readonly Fix[] {
  const brick = bricksOf(judged).find((each) => {
    const { scales, adapts } = traitsOf(each, shape);
    return scales === true && adapts === true && fits(each, shape);
  });
  return brick ? [{ kind: 'insert', brick: brick.type, before, port }] : [];
}

/** Multiplies what an output says by a power of ten, so that the layers below it work with small numbers. */
export function enlarge(judged: Judged, output: string, largest: number): readonly Fix[] {
  const brick = bricksOf(judged).find(
    (each) => traitsOf(each, [1]).scales === true && 'scale' in each.params && 'offset' in each.params,
  );
  const scale = 10 ** Math.ceil(Math.log10(largest));
  return brick ? [{ kind: 'append', brick: brick.type, on: output, params: { scale } }] : [];
}
