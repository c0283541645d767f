import { type Tensor, matMul, tidy } from '@tensorflow/tfjs-core';
import { layers, serialization } from '../tfjsLayers';

type Shape = (number | null)[];

export interface WideDotSettings {
  readonly name?: string;
  /** The summed axis of each input, with the batch as 0. */
  readonly axes: readonly number[];
  readonly normalize: boolean;
}

const without = <T>(list: readonly T[], place: number) => list.filter((_, at) => at !== place);
const product = (sizes: readonly number[]) => sizes.reduce((all, size) => all * size, 1);

/** Keras's Dot for inputs of any rank; that of TensorFlow.js ends at sequences. */
export class WideDot extends layers.Layer {
  static readonly className = 'KerasDot';
  private readonly settings: WideDotSettings;

  constructor(settings: WideDotSettings) {
    super(settings.name === undefined ? {} : { name: settings.name });
    this.settings = settings;
  }

  override computeOutputShape(inputShapes: Shape[]): Shape {
    const [first, second] = this.settings.axes as [number, number];
    const shape = [...without(inputShapes[0]!, first), ...without(inputShapes[1]!, second).slice(1)];
    return shape.length === 1 ? [...shape, 1] : shape;
  }

  override call(inputs: Tensor | Tensor[]): Tensor {
    return tidy(() => {
      const [first, second] = this.settings.axes as [number, number];
      const [left, right] = (inputs as [Tensor, Tensor]).map((x, port) => this.normalized(x, [first, second][port]!));
      const [rows, columns] = [this.rows(left!, first), this.rows(right!, second)];
      const shape = [...without(left!.shape, first), ...without(right!.shape, second).slice(1)];
      return matMul(rows, columns, false, true).reshape(shape.length === 1 ? [...shape, 1] : shape);
    });
  }

  /** `[batch, everything else, summed axis]`. */
  private rows(x: Tensor, axis: number): Tensor {
    const others = without(
      x.shape.map((_, at) => at),
      axis,
    );
    const rest = product(others.slice(1).map((at) => x.shape[at]!));
    return x.transpose([...others, axis]).reshape([x.shape[0]!, rest, x.shape[axis]!]);
  }

  /** Keras's `ops.normalize`: no vector grows by more than 10¹². */
  private normalized(x: Tensor, axis: number): Tensor {
    return this.settings.normalize ? x.mul(x.square().sum(axis, true).rsqrt().minimum(1e12)) : x;
  }
}

serialization.registerClass(WideDot);
