import { type Tensor, concat, onesLike, tidy } from '@tensorflow/tfjs-core';
import { layers, serialization } from '../tfjsLayers';

type Shape = (number | null)[];
type Masks = Tensor | (Tensor | null)[] | null | undefined;

/** Keras's Concatenate where a size is only known with the data (null): tf.layers' wants all others known and equal. */
export class OpenConcatenate extends layers.Layer {
  static readonly className = 'KerasOpenConcatenate';
  private readonly axis: number;

  constructor({ name, axis }: { readonly name: string; readonly axis: number }) {
    super({ name });
    this.axis = axis;
    this.supportsMasking = true;
  }

  override computeOutputShape(inputShapes: Shape[]): Shape {
    return inputShapes[0]!.map((_, at) => {
      const sizes = inputShapes.map((shape) => shape[at]!);
      if (sizes.includes(null as never)) return null;
      return at === this.axis ? sizes.reduce((sum, size) => sum + size) : sizes[0]!;
    });
  }

  override call(inputs: Tensor | Tensor[]): Tensor {
    return concat(inputs as Tensor[], this.axis);
  }

  /** A step counts where everything that is joined there counts, as in Keras. */
  override computeMask(inputs: Tensor | Tensor[], masks?: Masks): Tensor {
    const given = Array.isArray(masks) ? masks : [];
    // tfjs passes masks on as they come and takes null for none, though its types do not say so.
    if (given.every((mask) => mask === null || mask === undefined)) return null as unknown as Tensor;
    return tidy(() => {
      const wide = (inputs as Tensor[]).map((x, index) => {
        const mask = given[index];
        if (!mask) return onesLike(x);
        const thin = mask.toFloat().reshape([...mask.shape, ...Array<number>(x.rank - mask.rank).fill(1)]);
        return onesLike(x).mul(thin);
      });
      return concat(wide, this.axis).min(-1).toBool();
    });
  }
}

serialization.registerClass(OpenConcatenate);
