import { type Augmentation, augmentationSchema, initialAugmentation } from '../../../document/augmentation';
import type { ThingValue, Value } from '../values/value';

const numberOf = (value: Value | undefined): number => (value?.kind === 'number' ? value.value : 0);
const isTrue = (value: Value | undefined): boolean => value?.kind === 'boolean' && value.value;

/** `[1 - share, 1 + share]` or just the share. */
function shareOf(value: Value | undefined): number {
  if (!value || !('items' in value)) return numberOf(value);
  const [low, high] = value.items.map(numberOf);
  return Math.max(1 - (low ?? 1), (high ?? 1) - 1, 0);
}

/** How an `ImageDataGenerator` changes the pictures at random; null where it does not, or by more than is done here. */
export function augmentationOf({ args }: ThingValue): Augmentation | null {
  const given = (name: string) => args?.get(name);
  const fill = given('fill_mode');
  const read = augmentationSchema.safeParse({
    ...initialAugmentation,
    enabled: true,
    rotationRange: numberOf(given('rotation_range')),
    widthShiftRange: numberOf(given('width_shift_range')),
    heightShiftRange: numberOf(given('height_shift_range')),
    shearRange: numberOf(given('shear_range')),
    zoomRange: shareOf(given('zoom_range')),
    brightnessRange: shareOf(given('brightness_range')),
    horizontalFlip: isTrue(given('horizontal_flip')),
    verticalFlip: isTrue(given('vertical_flip')),
    fillMode: fill?.kind === 'string' ? fill.value : 'nearest',
  });
  if (!read.success) return null;
  const { rotationRange, widthShiftRange, heightShiftRange, shearRange, zoomRange, brightnessRange } = read.data;
  const sizes = [rotationRange, widthShiftRange, heightShiftRange, shearRange, zoomRange, brightnessRange];
  return sizes.some((size) => size > 0) || read.data.horizontalFlip || read.data.verticalFlip ? read.data : null;
}
