/** What a photo is for: to learn from, to check on after every epoch, or kept away until training has ended. */
export const parts = ['training', 'validation', 'test'] as const;
export type Part = (typeof parts)[number];

/** A photo of a folder dataset, without its pixels. */
export interface Photo {
  /** Path inside the dropped folder: `train/cats/cat.1.jpg`. */
  readonly path: string;
  /** SHA-256 of the file, hexadecimal: what caches go by. */
  readonly hash: string;
  /** Size in pixels as it is stored: Keras's `load_img` does not turn by the camera's mark. */
  readonly width: number;
  readonly height: number;
  readonly label: number;
  readonly part: Part;
  /** It is nearly one colour everywhere: there is little to learn from it. */
  readonly uniform?: boolean;
}

/** A file that was left out, and why. */
export interface LeftOut {
  readonly path: string;
  readonly reason:
    'empty' | 'notAnImage' | 'broken' | 'unsupportedFormat' | 'tooLarge' | 'noClass' | 'duplicate' | 'tooSmall';
}

/** Photos of some classes, as a project keeps them; the files lie beside it by hash. */
export interface PhotoSet {
  readonly id: string;
  readonly classes: readonly string[];
  readonly photos: readonly Photo[];
  readonly leftOut: readonly LeftOut[];
}

/** How pictures get the size a model takes, both without regard to their proportions: as `load_img` and `tf.image.resize` do. */
export const interpolations = ['nearest', 'bilinear'] as const;
export type Interpolation = (typeof interpolations)[number];
