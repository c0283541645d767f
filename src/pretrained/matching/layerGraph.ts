/** A layer in a graph that is compared with another: a model's with a file's. */
export interface LayerNode {
  /** `block1_conv1`; inside another model `vgg16/block1_conv1`. */
  readonly path: string;
  /** The last part of the path. */
  readonly name: string;
  /** Keras's class. */
  readonly kind: string;
  /** Shapes of its weights in an order of their own; empty where it has none. */
  readonly shapes: string;
  /** Its settings as text, as far as they change what it computes. */
  readonly settings: ReadonlyMap<string, string>;
  /** Places of the layers whose outputs come in, by port; each lies before this one. */
  readonly inputs: readonly number[];
  /** Its inputs can come in any order. */
  readonly commutes: boolean;
  /** Which of the model's inputs it is; null for any other layer. */
  readonly input: number | null;
  /** Which of the model's outputs it is, where it is one. */
  readonly outputs: readonly number[];
}

/** Sorted: every layer comes after those whose outputs it takes. */
export type LayerGraph = readonly LayerNode[];

/** Shapes of weights as one text, whatever order they come in. */
export const shapesText = (shapes: readonly (readonly number[])[]): string =>
  shapes
    .map((shape) => `[${shape.join()}]`)
    .toSorted()
    .join('');

/** A model's input, whatever its class is called. */
export const inputKind = 'Input';
