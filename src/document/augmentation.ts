import * as z from 'zod/mini';
import type { Frozen } from './frozen';

export const fillModes = ['nearest', 'constant', 'reflect', 'wrap'] as const;

const between = (min: number, max: number) => z.number().check(z.gte(min), z.lte(max));

/** Random changes of training photos, with the names and meanings of Keras's `ImageDataGenerator`; 0 is none. */
export const augmentationSchema = z.object({
  enabled: z.boolean(),
  /** Degrees to either side. */
  rotationRange: between(0, 180),
  /** Shares of width and height to either side. */
  widthShiftRange: between(0, 1),
  heightShiftRange: between(0, 1),
  /** Degrees to either side. */
  shearRange: between(0, 90),
  /** Factors from 1 − this to 1 + this, for both axes on their own. */
  zoomRange: between(0, 0.95),
  /** Factors from 1 − this to 1 + this. */
  brightnessRange: between(0, 1),
  horizontalFlip: z.boolean(),
  verticalFlip: z.boolean(),
  /** What lies beyond the edge; `constant` is black. */
  fillMode: z.enum(fillModes),
  /** Variants of every photo whose features are kept; 0: none are kept, and every epoch sees new ones. */
  cachedVariants: z.int().check(z.gte(0), z.lte(50)),
});

export type Augmentation = Frozen<z.infer<typeof augmentationSchema>>;

/** Off; once it is on, what the classic cats and dogs example takes. */
export const initialAugmentation: Augmentation = {
  enabled: false,
  rotationRange: 30,
  widthShiftRange: 0.1,
  heightShiftRange: 0.1,
  shearRange: 0.2,
  zoomRange: 0.2,
  brightnessRange: 0,
  horizontalFlip: true,
  verticalFlip: false,
  fillMode: 'nearest',
  cachedVariants: 0,
};
