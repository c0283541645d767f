import { builtInHere } from '../../../src/cli/builtInHere';
import { imagenetClassesHere } from '../../../src/cli/imagenetClassesHere';
import { compile } from '../../../src/compile/compile';
import { fixedBatch } from '../../../src/compile/stateful';
import type { Plan } from '../../../src/compile/plan';
import type { Document } from '../../../src/document/document';
import { buildTemplate } from '../../../src/document/template';
import type { Training } from '../../../src/document/training';
import type { ExportSupplies, StoredSample } from '../../../src/exporters/exporter';
import { projectFacts } from '../../../src/exporters/keras/project/facts';
import { saveModel } from '../../../src/formats/saved/saveModel';
import { library, templates } from '../../../templates/index';
import { givenFor } from '../cases/given';
import { valuesOf } from '../cases/numbers';
import { drawnWeights } from '../saved/plans';
import type * as Numbers from '../saved/numbers';
import { fewSamples } from './fewSamples';

/** A template as it is exported and run. */
export interface ProjectCase {
  readonly id: string;
  readonly group: string;
  readonly document: Document;
  readonly plan: Plan;
  /** Too large to be trained here: only its layers are compared. */
  readonly large: boolean;
  readonly photos: boolean;
}

/** A larger model takes minutes per step without a GPU. */
const mostParameters = 30_000_000;
const mostInput = 50_000;

function caseOf(id: string, group: string, document: Document): ProjectCase {
  const plan = compile(document, library);
  const { source } = projectFacts({ document, plan }, null);
  const large = plan.totals.parameters > mostParameters;
  return { id, group, document, plan, large, photos: source === 'photos' };
}

/** Photos with all that can be done to them: nearest pixels, ImageNet's means, every random change, classes that count alike. */
function changedPhotos(): ProjectCase {
  const document = buildTemplate(
    templates.find(({ id }) => id === 'transfer')!,
    { alpha: '0.25' },
  );
  const changes = { rotationRange: 15, shearRange: 5, zoomRange: 0.3, brightnessRange: 0.4, verticalFlip: true };
  const training: Training = {
    ...document.training,
    classWeight: 'balanced',
    validationSplit: 0.25,
    shuffle: false,
    preprocessing: 'torch',
    interpolation: 'nearest',
    augmentation: { ...document.training.augmentation, ...changes, enabled: true, fillMode: 'reflect' },
    earlyStopping: { enabled: true, monitor: 'validationLoss', patience: 4, minDelta: 0.01, restoreBestWeights: true },
  };
  return caseOf('changed-photos-transfer', 'imageToClasses', { ...document, training });
}

export const projectCases: readonly ProjectCase[] = [
  ...templates.map((template) => caseOf(template.id, template.group ?? 'start', buildTemplate(template))),
  changedPhotos(),
];

/** The first that is quick on every backend. */
const firstOf = (group: string) =>
  projectCases.find((one) => one.group === group && !one.photos && one.plan.totals.parameters < mostParameters / 3);

/** One of every family: the first of its templates that is small enough, and the recipes of transfer learning. */
export const families: readonly ProjectCase[] = projectCases.filter(
  (one) => firstOf(one.group) === one || one.id.endsWith('transfer'),
);

const sizeOf = (plan: Plan) =>
  Math.max(
    ...plan.inputs.map((name) => (plan.shapes[name] ?? []).reduce<number>((size, axis) => size * (axis ?? 1), 1)),
  );

/** A sample of drawn numbers with our engine's answer; null where a model has several ends, or takes the cpu minutes. */
async function sampleOf({ plan, id }: ProjectCase, numbers: typeof Numbers): Promise<StoredSample | null> {
  if (plan.inputs.length + plan.outputs.length > 2) return null;
  if (sizeOf(plan) > mostInput && plan.totals.parameters > mostParameters / 3) return null;
  const [given] = givenFor(plan, id, { inputRange: 1 }).inputs;
  const [drawn, ...shape] = given!.shape as [number, ...number[]];
  const batch = fixedBatch(plan) ?? 1;
  const size = valuesOf(given!).length / drawn;
  const values = valuesOf(given!).slice(0, size * batch);
  const [output] = await numbers.predictions(plan, drawnWeights(plan), [{ shape: [batch, ...shape], values }]);
  return { shape, input: values.slice(0, size), output: output!.slice(0, output!.length / batch) };
}

/** What goes along: drawn weights with a sample that our engine answered, and a few samples to train on. */
export function suppliesOf(one: ProjectCase, numbers: typeof Numbers): ExportSupplies {
  const { plan, document, large } = one;
  const heavy = sizeOf(plan) > mostInput;
  return {
    weights: async () => (large ? null : drawnWeights(plan)),
    async kerasWeights() {
      const file = await saveModel({ plan, weights: drawnWeights(plan), document: null }, 'weights');
      return new Uint8Array(await file.arrayBuffer());
    },
    imagenetClasses: async () => imagenetClassesHere(),
    sample: () => sampleOf(one, numbers),
    async data() {
      const dataset = await builtInHere(document.training.dataset);
      return dataset && fewSamples(dataset, heavy ? 8 : 96, heavy ? 4 : 32);
    },
    sources: async () => ({ files: {}, digits: {} }),
  };
}
