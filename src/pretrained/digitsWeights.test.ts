import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import digitsBackbone from '../../templates/architectures/digitsBackbone';
import { digitsBytes, digitsFiles, digitsHash } from './digitsWeights';

const [model, binary] = digitsFiles.map((name) =>
  readFileSync(new URL(`../../public/digitsBackbone/${name}`, import.meta.url)),
);

test('the shipped values are those that the hash and the README name, one for every parameter', () => {
  expect(binary!.length).toBe(digitsBytes);
  expect(digitsBytes).toBe(digitsBackbone.expect.weights * 4);
  expect(createHash('sha256').update(binary!).digest('hex')).toBe(digitsHash);
  expect(readFileSync(new URL('../../README.md', import.meta.url), 'utf8')).toContain(digitsHash);
});

test('the manifest names every value once', () => {
  const { weightsManifest } = JSON.parse(model!.toString()) as {
    weightsManifest: { paths: string[]; weights: { name: string; shape: number[] }[] }[];
  };
  expect(weightsManifest.flatMap(({ paths }) => paths)).toEqual([digitsFiles[1]]);
  const sizes = weightsManifest.flatMap(({ weights }) => weights).map(({ shape }) => shape.reduce((a, b) => a * b, 1));
  expect(sizes.reduce((a, b) => a + b, 0) * 4).toBe(digitsBytes);
});
