import { type Dataset, sampleSize } from '../../../src/data/dataset';

/** The first samples for training and the last ones, so many of each: enough to see that everything runs. */
export function fewSamples(dataset: Dataset, training: number, validation: number): Dataset {
  const { shape, count, target } = dataset;
  const parts = [
    [0, Math.min(training, count - validation)],
    [count - validation, count],
  ] as const;
  const taken = <A extends Uint8Array | Uint16Array | Float32Array>(values: A, size: number): A => {
    const found = parts.flatMap(([from, to]) => [...values.subarray(from * size, to * size)]);
    return new (values.constructor as new (numbers: readonly number[]) => A)(found);
  };
  return {
    ...dataset,
    count: parts.reduce((sum, [from, to]) => sum + to - from, 0),
    validation,
    test: 0,
    values: taken(dataset.values, sampleSize(shape)),
    target:
      target.kind === 'classes'
        ? { ...target, labels: taken(target.labels, 1) }
        : { ...target, values: taken(target.values, target.names.length) },
    sampleWeights: dataset.sampleWeights && taken(dataset.sampleWeights, 1),
  };
}
