import { type Tensor, concat, tidy } from '@tensorflow/tfjs-core';
import { layers, serialization } from '../tfjsLayers';

export interface AdaptivePoolingSettings {
  readonly name: string;
  readonly operation: 'average' | 'max';
  readonly outputSize: readonly [number, number];
}

/** Keras's AdaptiveAveragePooling2D and AdaptiveMaxPooling2D: as many parts of nearly the same size as wanted. */
export class AdaptivePooling extends layers.Layer {
  static readonly className = 'KerasAdaptivePooling';
  private readonly settings: AdaptivePoolingSettings;

  constructor(settings: AdaptivePoolingSettings) {
    super({ name: settings.name });
    this.settings = settings;
  }

  override computeOutputShape(inputShape: (number | null)[]): (number | null)[] {
    return [inputShape[0]!, ...this.settings.outputSize, inputShape.at(-1)!];
  }

  /** The parts of an axis, each as one cell; neighbours share the cell that their border goes through. */
  private pooled(x: Tensor, axis: number, parts: number): Tensor {
    const size = x.shape[axis]!;
    const cells = Array.from({ length: parts }, (_, part) => {
      const first = Math.floor((part * size) / parts);
      const begin = x.shape.map((__, at) => (at === axis ? first : 0));
      const length = Math.ceil(((part + 1) * size) / parts) - first;
      const seen = x.slice(
        begin,
        x.shape.map((all, at) => (at === axis ? length : all)),
      );
      return this.settings.operation === 'max' ? seen.max(axis, true) : seen.mean(axis, true);
    });
    return cells.length === 1 ? cells[0]! : concat(cells, axis);
  }

  override call(inputs: Tensor | Tensor[]): Tensor {
    return tidy(() => {
      const x = (Array.isArray(inputs) ? inputs[0] : inputs)!;
      const [rows, columns] = this.settings.outputSize;
      return this.pooled(this.pooled(x, 1, rows), 2, columns);
    });
  }
}

serialization.registerClass(AdaptivePooling);
