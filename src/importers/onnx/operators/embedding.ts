import type { Operation } from '../operation';
import { takesLast } from './directions';
import { reshapedWeight } from './weights';

/** ONNX `Gather`: rows of a table by the whole numbers that come in are an embedding. */
export function gather(operation: Operation): void {
  const table = operation.value(0);
  if (table.kind !== 'constant') {
    if (!takesOnly(operation) && !takesLast(operation)) throw operation.unfit();
    return;
  }
  const indices = operation.straight(1);
  const { dims } = operation.constant(0);
  if (dims.length !== 2 || operation.int('axis', 0) !== 0 || indices.axes.includes(-1)) throw operation.unfit();
  const [words, units] = dims as [number, number];
  const { name } = operation.layer(
    'Embedding',
    { input_dim: words, output_dim: units },
    [indices],
    [reshapedWeight(operation.constant(0), [words, units])],
  );
  operation.give({
    ...indices,
    layer: name,
    axes: [...indices.axes, indices.axes.length],
    dims: [...indices.dims, units],
  });
}

/** Of an axis of size 1 that the layer lacks the only entry. */
function takesOnly(operation: Operation): boolean {
  const [value, index] = [operation.value(0), operation.value(1)];
  if (value.kind !== 'tensor' || index.kind !== 'constant' || index.values.length !== 1) return false;
  const given = operation.int('axis', 0);
  const axis = given < 0 ? given + value.axes.length : given;
  if (value.axes[axis] !== -1 || (index.values[0] !== 0 && index.values[0] !== -1)) return false;
  const isLeft = (at: number) => at !== axis || index.dims.length === 1;
  operation.give({
    ...value,
    axes: value.axes.filter((_, at) => isLeft(at)),
    dims: value.dims.filter((_, at) => isLeft(at)),
  });
  return true;
}
