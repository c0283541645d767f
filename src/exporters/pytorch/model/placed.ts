import { transposed } from '../../../formats/weights/transposed';
import type { Weight } from '../../../compile/plan';
import type { LayerRefused, TorchTensor } from '../layer';

/** A layer of the editor: where it is in the model, and how many numbers it learns or keeps. */
export interface PlacedLayer {
  /** Path of layer names, a backbone's before its layer's, with `/` between them. */
  readonly name: string;
  /** Before the keys of its weights. */
  readonly key: string;
  readonly parameters: number;
}

/** A layer that PyTorch is not given. */
export interface RefusedLayer {
  readonly step: string;
  readonly layer: string;
  readonly reason: LayerRefused['reason'];
}

/** A tensor of the model, and the weight of the plan that it is made of. */
export interface PlacedTensor extends TorchTensor {
  /** In the model's `state_dict`: `block1.conv.weight`. */
  readonly name: string;
  /** The key of its layer: in front of those of its weights. */
  readonly layer: string;
  /** In `WeightTensors`. */
  readonly key: string;
  readonly weight: Weight;
  /** The constructor of its module. */
  readonly module: string;
}

/** The tensor in Keras's form as Python: a view of the same numbers. */
export function kerasView({ name, axes, shape, loosely, weight, from }: PlacedTensor): string {
  const order = loosely ?? axes;
  // Inside a `nn.Sequential` modules have numbers.
  const place = `self.${name.replaceAll(/\.(\d+)(?=\.)/g, '[$1]')}`;
  if (!order) return place;
  const inverse = order.map((_, axis) => order.indexOf(axis));
  const reshaped = shape && !loosely ? `.view(${order.map((axis) => (from ?? weight.shape)[axis]).join(', ')})` : '';
  const moved = inverse.every((axis, at) => axis === at) ? '' : `.permute(${inverse.join(', ')})`;
  return `${place}${reshaped}${moved}`;
}

/** The values of a weight in the tensor's form; row-major. */
export function inTorchForm(
  { from, axes, shape }: TorchTensor,
  weight: { readonly shape: readonly number[]; readonly values: Float32Array },
): { readonly shape: readonly number[]; readonly values: Float32Array } {
  const source = from ?? weight.shape;
  const moved = axes ? transposed(weight.values, source, axes) : weight.values;
  return { shape: shape ?? (axes ? axes.map((axis) => source[axis]!) : source), values: moved };
}
