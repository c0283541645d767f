import { builtInHere } from '../../../src/cli/builtInHere';
import { compile } from '../../../src/compile/compile';
import type { Plan } from '../../../src/compile/plan';
import type { Document } from '../../../src/document/document';
import { type AnyTemplate, buildTemplate } from '../../../src/document/template';
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
const mostInput = 100_000;

function caseOf(template: AnyTemplate): ProjectCase {
  const document = buildTemplate(template);
  const plan = compile(document, library);
  const { source } = projectFacts({ document, plan }, null);
  const large = plan.totals.parameters > mostParameters;
  return { id: template.id, group: template.group ?? 'start', document, plan, large, photos: source === 'photos' };
}

export const projectCases: readonly ProjectCase[] = templates.map(caseOf);

/** One of every family: the first of its templates, and both recipes of transfer learning. */
export const families: readonly ProjectCase[] = projectCases.filter(
  ({ id, group }, at) => projectCases.findIndex((one) => one.group === group) === at || id.endsWith('transfer'),
);

const sizeOf = (plan: Plan) =>
  Math.max(
    ...plan.inputs.map((name) => (plan.shapes[name] ?? []).reduce<number>((size, axis) => size * (axis ?? 1), 1)),
  );

/** A sample of drawn numbers with our engine's answer; null where a model has several ends. */
async function sampleOf({ plan, id }: ProjectCase, numbers: typeof Numbers): Promise<StoredSample | null> {
  if (plan.inputs.length + plan.outputs.length > 2) return null;
  const [given] = givenFor(plan, id, { inputRange: 1 }).inputs;
  const [batch, ...shape] = given!.shape as [number, ...number[]];
  const values = valuesOf(given!);
  const input = values.slice(0, values.length / batch);
  const answers = await numbers.predictions(plan, drawnWeights(plan), [{ shape: given!.shape, values }]);
  const output = answers[0]!;
  return { shape, input, output: output.slice(0, output.length / batch) };
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
    sample: () => sampleOf(one, numbers),
    async data() {
      const dataset = await builtInHere(document.training.dataset);
      return dataset && fewSamples(dataset, heavy ? 8 : 96, heavy ? 4 : 32);
    },
    sources: async () => ({ files: {}, digits: {} }),
  };
}
