import type { Argument } from '../../../brick/call';
import type { LayerPrinter, LayerPrinters } from '../layer';
import { construct } from '../layer';
import type { PythonPart } from '../python/part';
import {
  randomBrightness,
  randomContrast,
  randomFlip,
  randomRotation,
  randomTranslation,
  randomZoom,
} from '../python/augmentation';

const range = (value: Argument | undefined) => {
  const list = value as readonly number[];
  return `(${list[0]}, ${list[1]})`;
};

const changing =
  (part: PythonPart, plain: (args: Readonly<Record<string, Argument>>) => readonly string[]): LayerPrinter =>
  ({ call }) => ({
    takes: 'first',
    module: construct(part.name, plain(call.args)),
    forward: ([x], self) => `${self}(${x})`,
    parts: [part],
  });

/** What lies outside, and between two pixels. */
const sampling = ({ fillMode, interpolation, fillValue }: Readonly<Record<string, Argument>>) => [
  ...(fillMode === 'reflect' ? [] : [`fill_mode="${String(fillMode)}"`]),
  ...(interpolation === 'bilinear' ? [] : [`interpolation="${String(interpolation)}"`]),
  ...(Number(fillValue ?? 0) === 0 ? [] : [`fill_value=${Number(fillValue)}`]),
];

const flipped: Readonly<Record<string, string>> = {
  horizontal: '(3,)',
  vertical: '(2,)',
  horizontalAndVertical: '(2, 3)',
};

export const augmentations: LayerPrinters = {
  RandomFlip: changing(randomFlip, ({ mode }) => [flipped[String(mode)]!]),
  RandomBrightness: changing(randomBrightness, ({ factor, valueRange }) => [range(factor), range(valueRange)]),
  RandomContrast: changing(randomContrast, ({ factor, valueRange }) => [range(factor), range(valueRange)]),
  RandomRotation: changing(randomRotation, (args) => [range(args['factor']), ...sampling(args)]),
  RandomTranslation: changing(randomTranslation, (args) => [
    range(args['heightFactor']),
    range(args['widthFactor']),
    ...sampling(args),
  ]),
  RandomZoom: changing(randomZoom, (args) => [
    range(args['heightFactor']),
    args['widthFactor'] ? range(args['widthFactor']) : 'None',
    ...sampling(args),
  ]),
};
