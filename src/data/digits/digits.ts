import { type Dataset, DatasetError } from '../dataset';

export const digitSize = 28;
export const digitsPerRow = 100;
const count = digitsPerRow ** 2;

/**
 * 10,000 real MNIST digits, 8,500 to train and the last 1,500 to validate, cut out of the sprite's greyscale pixels (see
 * `e2e/public/makeDigits.ts`). Throws `DatasetError`.
 */
export function digitsFrom(pixels: Uint8Array | Uint8ClampedArray, labels: Uint8Array<ArrayBuffer>): Dataset {
  const side = digitSize * digitsPerRow;
  if (pixels.length !== side * side) throw new DatasetError(`${pixels.length} pixels instead of ${side * side}`);
  if (labels.length !== count) throw new DatasetError(`${labels.length} labels instead of ${count}`);
  const images = new Uint8Array(count * digitSize ** 2);
  for (let digit = 0; digit < count; digit++) {
    const left = (digit % digitsPerRow) * digitSize;
    const top = Math.floor(digit / digitsPerRow) * digitSize;
    for (let row = 0; row < digitSize; row++) {
      const start = (top + row) * side + left;
      images.set(pixels.subarray(start, start + digitSize), (digit * digitSize + row) * digitSize);
    }
  }
  const classes = Array.from({ length: 10 }, (_, digit) => String(digit));
  return {
    id: 'digits',
    kind: 'images',
    values: images,
    shape: [digitSize, digitSize, 1],
    target: { kind: 'classes', classes, labels },
    count,
    validation: 1500,
    vocabulary: null,
    sampleWeights: null,
    words: null,
  };
}

/** The same pictures with another question: is the digit odd? */
export function oddDigits(digits: Dataset): Dataset {
  return {
    ...digits,
    id: 'digits-odd',
    target: { kind: 'classes', classes: ['even', 'odd'], labels: labelsOf(digits).map((digit) => digit % 2) },
  };
}

/** The same pictures with the digit's value as a number. */
export function digitValues(digits: Dataset): Dataset {
  const values = Float32Array.from(labelsOf(digits));
  return { ...digits, id: 'digits-value', target: { kind: 'numbers', names: ['value'], values } };
}

/** Only the digits from `first` to `last`, each with its class, training and validation apart as they are in all digits. */
export function digitRange(digits: Dataset, first: number, last: number): Dataset {
  const labels = labelsOf(digits);
  const kept = Uint32Array.from(labels.keys()).filter((sample) => labels[sample]! >= first && labels[sample]! <= last);
  const size = digitSize ** 2;
  const values = new Uint8Array(kept.length * size);
  kept.forEach((sample, place) => values.set(digits.values.subarray(sample * size, (sample + 1) * size), place * size));
  const classes = Array.from({ length: last - first + 1 }, (_, index) => String(first + index));
  const held = digits.count - digits.validation;
  return {
    ...digits,
    id: `digits-${first}-${last}`,
    values,
    target: { kind: 'classes', classes, labels: Uint8Array.from(kept, (sample) => labels[sample]! - first) },
    count: kept.length,
    validation: kept.filter((sample) => sample >= held).length,
  };
}

function labelsOf({ target }: Dataset): Uint8Array<ArrayBuffer> {
  if (target.kind !== 'classes' || !(target.labels instanceof Uint8Array)) throw new DatasetError('no digits');
  return target.labels;
}
