import { type Tensor, concat, ones } from '@tensorflow/tfjs-core';
import { MaskLayer } from './maskLayer';
import { type MaskedPorts, maskedInputs } from '../masks';
import { serialization } from '../tfjsLayers';

type Shape = (number | null)[];

/** The mask of Keras 3's Concatenate: a step counts where any of what is joined there does; without a mask all does. */
export class JoinedMask extends MaskLayer {
  static readonly className = 'KerasJoinedMask';
  private readonly masked: readonly boolean[];
  private readonly axis: number;

  /** `axis` counts the batch as 0. */
  constructor({ name, masked, axis }: MaskedPorts & { readonly axis: number }) {
    super(name === undefined ? {} : { name });
    this.masked = masked;
    this.axis = axis;
  }

  override computeOutputShape(inputShapes: Shape[]): Shape {
    const shapes = inputShapes.slice(0, this.masked.length);
    const joined = shapes[0]!.map((size, at) => {
      if (at !== this.axis) return size;
      const sizes = shapes.map((shape) => shape[at]!);
      return sizes.some((one) => one === null) ? null : sizes.reduce((sum, one) => sum + one, 0);
    });
    return joined.slice(0, -1);
  }

  protected override mask(inputs: readonly Tensor[]): Tensor {
    const wide = maskedInputs(inputs, this.masked).map(({ x, mask }) => {
      const all = ones(x.shape);
      return mask === null ? all : all.mul(mask.expandDims(-1));
    });
    return concat(wide, this.axis).max(-1);
  }
}

serialization.registerClass(JoinedMask);
