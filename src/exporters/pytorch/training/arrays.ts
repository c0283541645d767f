import type { Plan } from '../../../compile/plan';
import { batchValues } from '../../../data/batches';
import { compatibilityOf } from '../../../data/compatibility';
import type { Feed } from '../../../data/fitting';
import { type Dataset, factsOf } from '../../../data/dataset';
import type { Document } from '../../../document/document';
import type { Preparation } from '../../../data/tables/taking/preparation';
import type { NumpyArray } from '../../../formats/npz';
import type { SettingsData } from './settingsFile';

/** The document's samples as arrays, and what the settings say of them. */
export interface ProjectData extends SettingsData {
  /** For `data/data.npz`; null where the project takes no samples along. */
  readonly files: Readonly<Record<string, NumpyArray>> | null;
  /** What the numbers of texts stand for; null where there are none. */
  readonly words: readonly string[] | null;
  /** How the cells of a row become its numbers; null where they are numbers already. */
  readonly preparation: Preparation | null;
}

const nothing = { heads: null, classes: null, validation: null, test: 0, words: null, preparation: null, files: null };

/** Is this input a picture of another size or other channels than the samples? They are brought to it when they are read. */
const resizes = ({ kind, shape: own }: Dataset, { shape }: Feed) =>
  kind === 'images' && shape.length === 3 && shape.join() !== own.join();

/** Values of all samples for an input; pictures stay 0 … 255, and in their own size. */
function arrayFor(dataset: Dataset, feed: Feed): NumpyArray {
  const { values, kind, count } = dataset;
  const shape = resizes(dataset, feed) ? dataset.shape : feed.shape;
  if (kind === 'video' || shape.reduce((product, size) => product * size, count) === values.length) {
    return { shape: [count, ...shape], values };
  }
  const all = Uint32Array.from({ length: count }, (_, sample) => sample);
  return { shape: [count, ...shape], values: batchValues(dataset, all, shape, (pixels) => pixels) };
}

/** Photos stay where they are: a project reads them from a folder. Data that do not fit the model are not taken along either. */
export function projectData(plan: Plan, training: Document['training'], dataset: Dataset | null): ProjectData {
  const input = plan.shapes[plan.inputs[0]!] ?? [];
  const shapeText = (name: string) => (plan.shapes[name] ?? []).join();
  const own = [...new Set(plan.inputs.map(shapeText))];
  const without = {
    ...nothing,
    arrays: plan.inputs.map((name) => `x${own.indexOf(shapeText(name))}`),
    sizes: plan.inputs.map(() => null),
    shapes: plan.inputs.map((name) => plan.shapes[name] ?? []),
    pixels: input.length === 3,
  };
  if (dataset === null || dataset.hashes !== undefined) return without;
  const fit = compatibilityOf(plan, training, factsOf(dataset));
  if ('code' in fit) return without;
  const shapes = [...new Set(fit.feeds.map(({ shape }) => shape.join()))];
  const feeds = shapes.map((text) => fit.feeds.find(({ shape }) => shape.join() === text)!);
  const { target, sampleWeights, count } = dataset;
  const right: Record<string, NumpyArray> =
    target.kind === 'classes'
      ? { labels: { shape: [count], values: target.labels } }
      : { targets: { shape: [count, target.names.length], values: target.values } };
  return {
    heads: fit.heads,
    arrays: fit.feeds.map(({ shape }) => `x${shapes.indexOf(shape.join())}`),
    sizes: fit.feeds.map((feed) => (resizes(dataset, feed) ? feed.shape : null)),
    shapes: fit.feeds.map(({ shape }) => shape),
    classes: target.kind === 'classes' ? target.classes : null,
    words: dataset.kind === 'text' ? dataset.words : null,
    preparation: dataset.preparation ?? null,
    validation: dataset.validation,
    test: dataset.test ?? 0,
    pixels: dataset.kind === 'images' || dataset.kind === 'video',
    files: {
      ...Object.fromEntries(feeds.map((feed, index) => [`x${index}`, arrayFor(dataset, feed)])),
      ...right,
      ...(sampleWeights && { sample_weights: { shape: [count], values: sampleWeights } }),
    },
  };
}
