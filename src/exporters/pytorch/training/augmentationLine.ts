import type { Augmentation } from '../../../document/augmentation';

/** `AUGMENTATION` of `data.py`: what happens to training photos; null where nothing does. */
export function augmentationCall(augmentation: Augmentation): string | null {
  if (!augmentation.enabled) return null;
  const { rotationRange, heightShiftRange, widthShiftRange, shearRange, zoomRange, brightnessRange } = augmentation;
  const given = {
    rotation: rotationRange,
    height_shift: heightShiftRange,
    width_shift: widthShiftRange,
    shear: shearRange,
    zoom: zoomRange,
    brightness: brightnessRange,
  };
  const numbers = Object.entries(given).flatMap(([name, value]) => (value === 0 ? [] : [`${name}=${value}`]));
  const flags = [
    ...(augmentation.horizontalFlip ? ['horizontal_flip=True'] : []),
    ...(augmentation.verticalFlip ? ['vertical_flip=True'] : []),
    ...(augmentation.fillMode === 'nearest' ? [] : [`fill_mode="${augmentation.fillMode}"`]),
  ];
  return `PhotoChanges(${[...numbers, ...flags].join(', ')})`;
}
