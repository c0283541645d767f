import type { Augmentation } from '../../document/augmentation';

/** A number of at most six digits behind the point. */
const short = (value: number) => String(Number(value.toFixed(6)));

/**
 * `augmentation`, a `keras.Sequential` of random layers that changes training photos as the page does; nothing where
 * it is off. The page makes one affine change of a photo; layers follow each other, which comes to the same ranges.
 */
export function augmentationLines(augmentation: Augmentation): string[] {
  if (!augmentation.enabled) return [];
  const { rotationRange, widthShiftRange, heightShiftRange, shearRange, zoomRange, brightnessRange } = augmentation;
  const fill = `fill_mode="${augmentation.fillMode}"`;
  const flips = [
    ...(augmentation.horizontalFlip ? ['horizontal'] : []),
    ...(augmentation.verticalFlip ? ['vertical'] : []),
  ];
  const shear = short(Math.tan((shearRange * Math.PI) / 180));
  const layers = [
    ...(flips.length > 0 ? [`layers.RandomFlip("${flips.join('_and_')}")`] : []),
    ...(rotationRange > 0 ? [`layers.RandomRotation(${short(rotationRange / 360)}, ${fill})`] : []),
    ...(widthShiftRange > 0 || heightShiftRange > 0
      ? [`layers.RandomTranslation(${heightShiftRange}, ${widthShiftRange}, ${fill})`]
      : []),
    ...(zoomRange > 0 ? [`layers.RandomZoom(${zoomRange}, ${zoomRange}, ${fill})`] : []),
    ...(shearRange > 0 ? [`layers.RandomShear(x_factor=${shear}, ${fill})`] : []),
    // Keras adds to the values where the page multiplies them.
    ...(brightnessRange > 0 ? [`layers.RandomBrightness(${Math.min(1, brightnessRange)}, value_range=(0, 255))`] : []),
  ];
  if (layers.length === 0) return [];
  return [
    '# Random changes of training photos. They follow each other here; in the editor they are one change of the picture.',
    ...(shearRange > 0 ? [`# Shear: ${shearRange} degrees to either side there, to one side (its tangent) here.`] : []),
    ...(brightnessRange > 0 ? ['# Brightness: factors there, additions here.'] : []),
    'augmentation = keras.Sequential([',
    ...layers.map((layer) => `    ${layer},`),
    '])',
    '',
    '',
  ];
}
