import type { Drawing } from '../../../brick/drawing';
import type { Dimension, Shape } from '../../../brick/shape';
import { type Params, numberOf, numbersOf, textOf } from '../readParams';

/** How a picture of 40 × 40 units is shown again: moved, stretched, coloured, cut. */
export interface PictureView {
  readonly transform?: string;
  readonly filter?: string;
  readonly width: number;
  readonly height: number;
}

export const pictureSize = 40;
const whole = { width: pictureSize, height: pictureSize };
const middle = pictureSize / 2;
const around = (change: string) => `translate(${middle} ${middle}) ${change} translate(${-middle} ${-middle})`;

/** Lowest and highest of a factor; a single number reaches from −f to f. */
function ends(params: Params, name: string, fallback: number): readonly [number, number] {
  const values = numbersOf(params, name);
  if (values.length >= 2) return [values[0]!, values[1]!];
  const factor = values[0] ?? fallback;
  return [-factor, factor];
}

const flips: Readonly<Record<string, readonly string[]>> = {
  horizontal: ['scale(-1 1)'],
  vertical: ['scale(1 -1)'],
  horizontal_and_vertical: ['scale(-1 1)', 'scale(1 -1)'],
  horizontalAndVertical: ['scale(-1 1)', 'scale(1 -1)'],
};

/** The size that fits into the drawing with the same proportions. */
function fitted(height: number, width: number): Pick<PictureView, 'width' | 'height'> {
  const scale = pictureSize / Math.max(height, width, 1);
  return { height: Math.max(4, height * scale), width: Math.max(4, width * scale) };
}

/** What a training-only or a resizing layer may make of a picture, from its parameters; undefined for no such layer. */
export function picturesOf(
  drawing: Drawing | undefined,
  params: Params,
  x?: Shape,
): readonly PictureView[] | undefined {
  const moved = (transforms: readonly string[]) => transforms.map((transform) => ({ ...whole, transform }));
  switch (drawing) {
    case 'flip':
      return moved((flips[textOf(params, 'mode', 'horizontal')] ?? flips['horizontal']!).map(around));
    case 'rotation':
      return moved(ends(params, 'factor', 0.1).map((turns) => around(`rotate(${-360 * turns})`)));
    case 'zoom': {
      const heights = ends(params, 'heightFactor', 0.2);
      const widths = params['widthFactor'] == null ? heights : ends(params, 'widthFactor', 0.2);
      return moved(
        [0, 1].map((end) =>
          around(`scale(${(1 / (1 + widths[end]!)).toFixed(3)} ${(1 / (1 + heights[end]!)).toFixed(3)})`),
        ),
      );
    }
    case 'translation': {
      const heights = ends(params, 'heightFactor', 0.2);
      const widths = ends(params, 'widthFactor', 0.2);
      return moved([0, 1].map((end) => `translate(${widths[end]! * pictureSize} ${heights[end]! * pictureSize})`));
    }
    case 'contrast': {
      // Keras takes both ends as distances from 1.
      const [less, more] = ends(params, 'factor', 0.2);
      return [1 - Math.abs(less), 1 + more].map((factor) => ({ ...whole, filter: `contrast(${Math.max(0, factor)})` }));
    }
    case 'brightness':
      return ends(params, 'factor', 0.2).map((factor) => ({
        ...whole,
        filter: `brightness(${Math.max(0, 1 + factor)})`,
      }));
    case 'resizing': {
      const size = fitted(numberOf(params, 'height', 32), numberOf(params, 'width', 32));
      return [{ ...size, transform: `scale(${size.width / pictureSize} ${size.height / pictureSize})` }];
    }
    case 'centerCrop': {
      const share = (name: string, size: Dimension | undefined) =>
        Math.min(1, numberOf(params, name, 24) / (size ?? 2 * numberOf(params, name, 24)));
      const [height, width] = [pictureSize * share('height', x?.[0]), pictureSize * share('width', x?.[1])];
      return [{ width, height, transform: `translate(${width / 2 - middle} ${height / 2 - middle})` }];
    }
    default:
      return undefined;
  }
}
