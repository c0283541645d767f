import { builtInHere } from '../../src/cli/builtInHere';
import { imagenetClassesHere } from '../../src/cli/imagenetClassesHere';
import { projectSources } from '../../src/cli/projectSources';
import { type Dataset, sampleSize } from '../../src/data/dataset';
import { derivedSeed, randomNumbers } from '../../src/data/random';
import type { ExportSupplies, ExportedModel, ProjectSources } from '../../src/exporters/exporter';
import { type WeightTensors, wantedTensors } from '../../src/formats/weights/weightTensors';

/** Stands in front of our own files: what carries it is copied and not written. */
export const copied = '// Copied from DeepBrick as it is.\n';

/** More weights than these only take longer: such a model leaves untrained. */
const mostWeights = 300_000;
const samples = 6;

/** Numbers that depend on the name only. */
function numbers(name: string, size: number): Float32Array<ArrayBuffer> {
  const random = randomNumbers(derivedSeed(1, name));
  const values = new Float32Array(size);
  for (let place = 0; place < size; place++) values[place] = random() - 0.5;
  return values;
}

const product = (shape: readonly number[]) => shape.reduce((size, axis) => size * axis, 1);

function weightsFor({ plan }: ExportedModel): WeightTensors | null {
  if (plan.totals.parameters > mostWeights) return null;
  const entries = wantedTensors(plan).map(({ key, shape }) => [key, { shape, values: numbers(key, product(shape)) }]);
  return Object.fromEntries(entries) as WeightTensors;
}

/** The first samples, of which two are held back for validation. */
function few(dataset: Dataset): Dataset {
  const { target, sampleWeights, values, shape } = dataset;
  return {
    ...dataset,
    count: samples,
    validation: 2,
    values: values.slice(0, samples * sampleSize(shape)),
    target:
      target.kind === 'classes'
        ? { ...target, labels: target.labels.slice(0, samples) }
        : { ...target, values: target.values.slice(0, samples * target.names.length) },
    sampleWeights: sampleWeights && sampleWeights.slice(0, samples),
  };
}

/** A copy need not be whole, but what it imports is copied with it. */
const importsOf = (text: string) => text.match(/^.*\b(from|import) ?\(?'.*$/gm)?.join('\n') ?? '';

const { files, digits } = projectSources();
const sources: ProjectSources = {
  files: Object.fromEntries(Object.entries(files).map(([path, text]) => [path, copied + importsOf(text)])),
  digits: Object.fromEntries(Object.keys(digits).map((name) => [name, Uint8Array.of(1, 2, 3)])),
};

/** Everything that a trained model has, from fixed seeds. */
export function trainedSupplies(model: ExportedModel): ExportSupplies {
  const { plan, document } = model;
  const shapeOf = (name: string | undefined) => plan.steps.find((step) => step.name === name)?.shape ?? [];
  const whole = (name: string | undefined) => shapeOf(name).map((size) => size ?? 2);
  const weights = weightsFor(model);
  return {
    weights: async () => weights,
    kerasWeights: async () => Uint8Array.of(4, 5, 6),
    async sample() {
      const [shape, answer] = [whole(plan.inputs[0]), whole(plan.outputs[0])];
      if (plan.inputs.length !== 1 || product(shape) > 1000) return null;
      return { shape, input: numbers('input', product(shape)), output: numbers('output', product(answer)) };
    },
    async data() {
      const dataset = await builtInHere(document.training.dataset);
      return dataset && few(dataset);
    },
    imagenetClasses: async () => imagenetClassesHere(),
    sources: async () => sources,
  };
}

/** A model that nobody has trained, whose samples are elsewhere. */
export const bareSupplies: ExportSupplies = {
  weights: async () => null,
  kerasWeights: async () => Uint8Array.of(4, 5, 6),
  sample: async () => null,
  data: async () => null,
  imagenetClasses: async () => imagenetClassesHere(),
  sources: async () => sources,
};
