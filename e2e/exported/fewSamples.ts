import { type Dataset, sampleSize } from '../../src/data/dataset';

/** The first samples of a dataset; the last of them are for validation. */
export function fewSamples(dataset: Dataset, count: number, validation: number): Dataset {
  const { target, shape, values, sampleWeights } = dataset;
  const cut =
    target.kind === 'numbers'
      ? { ...target, values: target.values.slice(0, count * target.names.length) }
      : { ...target, labels: target.labels.slice(0, count) };
  return {
    ...dataset,
    count,
    validation,
    values: values.slice(0, count * sampleSize(shape)),
    target: cut,
    sampleWeights: sampleWeights === null ? null : sampleWeights.slice(0, count),
  };
}
