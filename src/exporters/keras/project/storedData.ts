import type { Dataset } from '../../../data/dataset';
import { type NumpyArray, npz } from '../../../formats/npz';
import type { ExportedFiles, StoredSample } from '../../exporter';

const mostCounted = 65_536;

/** Whole numbers below 65,536 take half of the room. */
function narrow(values: Dataset['values']): NumpyArray['values'] {
  if (values instanceof Uint8Array) return values;
  const counted = values.every((value) => Number.isInteger(value) && value >= 0 && value < mostCounted);
  return counted ? Uint16Array.from(values) : values;
}

/**
 * `data/data.npz`: `x`, `[samples, …]`, bytes for pictures; `y`, `[samples]` class numbers or `[samples, units]`; `weights`,
 * where samples count differently. `data/data.json`: the split, classes, words or columns.
 */
export async function storedData(dataset: Dataset): Promise<ExportedFiles> {
  const { values, shape, count, target, sampleWeights, validation, test = 0, words, kind, preparation } = dataset;
  const y: NumpyArray =
    target.kind === 'classes'
      ? { shape: [count], values: target.labels }
      : { shape: [count, target.names.length], values: target.values };
  const arrays = {
    x: { shape: [count, ...shape], values: narrow(values) },
    y,
    ...(sampleWeights && { weights: { shape: [count], values: sampleWeights } }),
  };
  const described = {
    kind,
    validation,
    test,
    ...(target.kind === 'classes' ? { classes: target.classes } : { numbers: target.names }),
    ...(words && { words }),
    ...(preparation && { preparation }),
  };
  return { 'data/data.npz': await npz(arrays), 'data/data.json': `${JSON.stringify(described, null, 1)}\n` };
}

/** `sample.npz`: what went into the model, and what it answered. */
export async function sampleFile({ shape, input, output }: StoredSample): Promise<ExportedFiles> {
  const arrays = { input: { shape, values: input }, output: { shape: [output.length], values: output } };
  return { 'sample.npz': await npz(arrays) };
}
