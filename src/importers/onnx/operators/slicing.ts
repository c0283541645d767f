import { partsOf } from '../../kerasGraph/operations/partsOf';
import type { Json } from '../../kerasGraph/kerasGraph';
import type { Operation } from '../operation';
import { type TensorValue, identity, layerShape } from '../value';

/** Where a piece begins and ends: from the end where negative, and no further than there is. */
const within = (at: number, size: number) => Math.min(Math.max(at < 0 ? at + size : at, 0), size);

/** ONNX `Slice` of a tensor: what is cut off at the ends of its axes. */
export function slice(operation: Operation): void {
  const given = operation.straight(0);
  const rank = given.dims.length;
  const [starts, ends] = [operation.intsOr('starts', 1) ?? [], operation.intsOr('ends', 2) ?? []];
  const axes = (operation.intsOr('axes', 3) ?? identity(starts.length)).map((axis) => (axis < 0 ? axis + rank : axis));
  const steps = operation.has(4) ? Array.from(operation.constant(4).values) : [];
  if (steps.some((step) => step !== 1) || given.axes.includes(-1)) throw operation.unfit();
  const dims = [...given.dims];
  const keys: Json[] = identity(rank).map(() => ({ start: null, stop: null, step: null }));
  for (const [at, axis] of axes.entries()) {
    const size = given.dims[axis];
    if (size === null || size === undefined) throw operation.refuse('axes', axes);
    const [start, stop] = [within(starts[at]!, size), within(ends[at]!, size)];
    if (stop <= start) throw operation.refuse('ends', ends);
    keys[given.axes[axis]!] = { start, stop, step: null };
    dims[axis] = stop - start;
  }
  const parts = partsOf({
    name: 'get_item',
    args: [{ input: 0 }, { value: keys }],
    named: {},
    shapes: [[null, ...layerShape(given)]],
  });
  if (!parts) throw operation.unfit();
  let last: TensorValue = given;
  for (const { className, config } of parts.parts)
    if (className !== 'Identity') last = { ...last, layer: operation.layer(className, config, [last]).name };
  operation.give({ ...last, dims });
}
