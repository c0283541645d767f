import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Dataset } from '../../data/dataset';
import * as from from '../../data/digits/digits';
import { readGrey } from './png';

const inData = (name: string) => resolve(import.meta.dirname, '../../../data', name);

/** 10,000 real handwritten digits of MNIST, each with its class; the last 1,500 are for validation. */
export function digits(): Dataset {
  const labels = Uint8Array.from(readFileSync(inData('digits-labels.bin')));
  return from.digitsFrom(readGrey(inData('digits.png')).pixels, labels);
}

export const oddDigits = (): Dataset => from.oddDigits(digits());
export const digitValues = (): Dataset => from.digitValues(digits());
export const lowDigits = (): Dataset => from.digitRange(digits(), 0, 4);
export const highDigits = (): Dataset => from.digitRange(digits(), 5, 9);
