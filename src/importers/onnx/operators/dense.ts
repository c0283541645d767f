import type { Draft, Weight } from '../conversion';
import type { Operation } from '../operation';
import { type ConstantValue, type TensorValue, identity, isSame } from '../value';
import { reshapedWeight, weight } from './weights';

/** `[inputs, units]` from the constant on the right, its rows in the order of the layer's numbers. */
function kernelOf(constant: ConstantValue, turned: boolean, order: Int32Array | undefined, scale: number): Weight {
  const { dims } = constant;
  const [inputs, units] = turned ? [dims[1]!, dims[0]!] : [dims[0]!, dims[1]!];
  return weight([inputs, units], () => {
    const { values } = constant;
    const kernel = new Float32Array(inputs * units);
    for (let row = 0; row < inputs; row++) {
      const from = order?.[row] ?? row;
      for (let unit = 0; unit < units; unit++)
        kernel[row * units + unit] = scale * values[turned ? unit * inputs + from : from * units + unit]!;
    }
    return kernel;
  });
}

/** The tensor on the left with the axis that is multiplied as the layer's last one. */
function left(operation: Operation, inputs: number): TensorValue {
  const value = operation.tensor(0);
  const rank = value.axes.length;
  const last = value.dims.at(-1)!;
  if (last !== null && last !== inputs) throw operation.unfit();
  if (value.order !== undefined || value.axes.at(-1) === rank - 1) return value;
  return operation.conversion.turned(value, identity(rank));
}

function dense(operation: Operation, kernel: ConstantValue, turned: boolean, bias: readonly Weight[], scale = 1): void {
  if (kernel.dims.length !== 2) throw operation.unfit();
  const [inputs, units] = turned ? [kernel.dims[1]!, kernel.dims[0]!] : [kernel.dims[0]!, kernel.dims[1]!];
  const input = left(operation, inputs);
  const { name } = operation.layer(
    'Dense',
    { units, use_bias: bias.length > 0 },
    [input],
    [kernelOf(kernel, turned, input.order, scale), ...bias],
  );
  const { order: _order, ...rest } = input;
  operation.give({ ...rest, layer: name, dims: [...input.dims.slice(0, -1), units] });
}

/** ONNX `Gemm`: alpha · A · B + beta · C, B being the weights. */
export function gemm(operation: Operation): void {
  if (operation.int('transA', 0) !== 0) throw operation.refuse('transA', 1);
  const kernel = operation.constant(1);
  const turned = operation.int('transB', 0) === 1;
  const units = kernel.dims[turned ? 0 : 1]!;
  const beta = operation.float('beta', 1);
  const bias = operation.has(2) ? [spread(operation.constant(2), units, beta)] : [];
  dense(operation, kernel, turned, bias, operation.float('alpha', 1));
}

/** One number for all units, or one for each. */
function spread(constant: ConstantValue, units: number, scale: number): Weight {
  return weight([units], () => {
    const { values } = constant;
    const each = values.length === 1 ? Array.from({ length: units }, () => values[0]!) : Array.from(values);
    return Float32Array.from(each, (value) => value * scale);
  });
}

/** ONNX `MatMul` with weights on the right. */
export function matMul(operation: Operation): void {
  const right = operation.value(1);
  if (right.kind === 'constant') {
    dense(operation, operation.constant(1), false, []);
    return;
  }
  throw operation.unfit();
}

const biased = /^(Dense|Conv\dD|Conv\dDTranspose|DepthwiseConv\dD)$/;

/**
 * A constant that is added to a layer which has no bias yet, one number for each channel, becomes its bias. False where
 * that cannot be.
 */
export function takesBias(operation: Operation, input: TensorValue, constant: ConstantValue, at: number): boolean {
  const draft: Draft | undefined = operation.conversion.layers.get(input.layer);
  if (draft === undefined || !biased.test(draft.className) || draft.config['use_bias'] !== false) return false;
  const name = operation.node.inputs[at]!;
  const channels = input.axes.indexOf(input.axes.filter((axis) => axis >= 0).length - 1);
  const units = input.dims[channels]!;
  const shape = [...Array.from({ length: input.dims.length - constant.dims.length }, () => 1), ...constant.dims];
  const wanted = input.dims.map((_, axis) => (axis === channels ? units : 1));
  if (units === null || !isSame(shape, wanted) || !operation.conversion.isPrivate(name)) return false;
  draft.config['use_bias'] = true;
  draft.weights = [...draft.weights, reshapedWeight(constant, [units])];
  return true;
}
