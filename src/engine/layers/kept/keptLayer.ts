import type { Shape } from '../../../brick/shape';
import { initializers, layers, serialization } from '../tfjsLayers';

interface Kept {
  readonly name: string;
  /** What comes out, without the batch axis. */
  readonly shape: Shape;
  readonly weights: readonly { readonly name: string; readonly shape: readonly number[] }[];
}

/** Holds the weights of a layer that nothing here computes. Throws where it is to compute something. */
export class KeptLayer extends layers.Layer {
  static readonly className = 'KeptLayer';
  readonly #kept: Kept;

  constructor(kept: Kept) {
    super({ name: kept.name });
    this.#kept = kept;
  }

  override build(inputShape: (number | null)[]): void {
    this.#kept.weights.forEach(({ shape }, index) =>
      this.addWeight(`kept_${index}`, [...shape], 'float32', initializers.zeros(), undefined, true),
    );
    super.build(inputShape);
  }

  override computeOutputShape(inputShape: (number | null)[] | (number | null)[][]): (number | null)[] {
    const [first] = inputShape;
    const batch = Array.isArray(first) ? first[0] : first;
    return [batch ?? null, ...this.#kept.shape];
  }

  override call(): never {
    throw new Error(`Nothing computes the layer ${this.name}.`);
  }
}

serialization.registerClass(KeptLayer);
