/** A whole number without a point is `int`. */
export type NumberValue = { readonly kind: 'number'; readonly value: number; readonly float: boolean };

/** Data of which only the shape is known. */
export interface ArrayValue {
  readonly kind: 'array';
  readonly shape: readonly (number | null)[];
  /** The dataset that it is a part of, as Keras calls it, e.g. `mnist`. */
  readonly dataset: string | null;
}

/** What the text does not say: how it is written, where. Whatever is done with it is unknown too. */
export interface Unsaid<Layer> {
  readonly kind: 'unknown';
  readonly name: string;
  readonly line: number;
  /** The first name that it was given to. */
  readonly variable?: string;
  /** Of an object of a class that nobody here knows: the layer that it is where it is used as one. */
  readonly layer?: () => Layer;
}

/** With the batch axis; null for a size that is only known with the data. */
export type BatchShape = readonly (number | null)[];
