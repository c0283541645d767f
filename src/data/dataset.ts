/** Pictures with labels, as bytes; a run scales them by 1/255. Training samples come first, then those for validation. */
export interface ImageDataset {
  readonly id: string;
  /** `count × height × width × channels`, 0 … 255. */
  readonly images: Uint8Array<ArrayBuffer>;
  /** One class per picture. */
  readonly labels: Uint8Array<ArrayBuffer>;
  readonly count: number;
  readonly height: number;
  readonly width: number;
  readonly channels: number;
  /** Words for the classes, in label order. */
  readonly classes: readonly string[];
  /** The dataset's own split: so many of the last samples are held back for validation. */
  readonly validation: number;
}
