/**
 * Trains every recipe, documents of `../shared/cases` where they are, on the first samples of their data, and one invented
 * document of every kind for three epochs, as the page does and as the exported project does. By hand, in minutes; writes `curves.md`:
 * `npx vitest run --config e2e/exported/everyCurve.config.ts everyCurve`.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { compile } from '../../src/compile/compile';
import { type Plan, runnable } from '../../src/compile/plan';
import { type BuiltInDataset, builtInFacts } from '../../src/data/catalogue';
import { compatibilityOf } from '../../src/data/compatibility';
import type { Dataset } from '../../src/data/dataset';
import type { Document } from '../../src/document/document';
import { parse } from '../../src/document/reading/parse';
import { buildTemplate } from '../../src/document/template';
import type { Training } from '../../src/document/training';
import { library, templates } from '../../templates/index';
import { invented } from '../documents/invented/invented';
import { datasetInNode } from '../fixtures/datasets';
import { writeSection } from '../keras/projects/table';
import { root } from '../step';
import { curvesLead } from './curvesLead';
import { differenceOf } from './differenceOf';
import { fewSamples } from './fewSamples';
import { pageRun } from './pageCurve';
import { projectCurve } from './projectCurve';

const shared = join(root, '../shared/cases');

function given(): readonly (readonly [string, Document])[] {
  if (!existsSync(shared)) return [];
  return readdirSync(shared, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.deepbrick.json'))
    .flatMap((name) => {
      const read = parse(readFileSync(join(shared, name), 'utf8'));
      return read.ok ? [[name.replace('.deepbrick.json', ''), read.value] as const] : [];
    });
}

const recipes = templates
  .filter(({ architecture }) => !architecture)
  .map((template) => [template.id, buildTemplate(template)] as const);
/** Models that start from files are compared with their weights by `photoProject.test.ts`. */
const startsAtRandom = ({ weightsFrom, steps }: Plan) =>
  weightsFrom === undefined && steps.every((step) => step.weightsFrom === undefined);
/** Data that the model takes; what is meant to diverge has no curve. */
function isTrained([name, document]: readonly [string, Document]): boolean {
  const facts = builtInFacts(document.training.dataset);
  const plan = compile(document, library);
  const fits = facts !== null && runnable(plan) && 'feeds' in compatibilityOf(plan, document.training, facts);
  return fits && startsAtRandom(plan) && !name.startsWith('nan-');
}
const documents = [...recipes, ...given()].filter(isTrained);
const ofEveryKind = await invented();
const rows: string[][] = [];

/** The largest relative difference of page and project, which goes into the report. */
async function compared(name: string, plan: Plan, training: Training, dataset: Dataset): Promise<number> {
  const { start, epochs } = await pageRun(plan, training, dataset);
  // What starts from a file is exported with its weights.
  const weights = startsAtRandom(plan) ? undefined : start;
  const difference = differenceOf(epochs, await projectCurve(plan, training, dataset, weights));
  rows.push([name, String(epochs.length), epochs.at(-1)!['loss']!.toFixed(6), String(difference)]);
  return difference;
}

describe('page and project', () => {
  test.each(documents)('%s', { timeout: 600_000 }, async (name, { training: own, ...rest }) => {
    const dataset = fewSamples(await datasetInNode(own.dataset as BuiltInDataset), 48, 16);
    const training = { ...own, epochs: 3, batchSize: 16 };
    const plan = compile({ ...rest, training }, library);
    expect(await compared(name, plan, training, dataset)).toBeLessThanOrEqual(1e-6);
  });
  test.each(ofEveryKind.map((one) => [one.name, one] as const))(
    '%s',
    { timeout: 600_000 },
    async (name, { document, dataset }) => {
      const plan = compile(document, library);
      expect(plan.issues.filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(await compared(name, plan, document.training, dataset)).toBeLessThanOrEqual(1e-6);
    },
  );
});

afterAll(async () => {
  const head = ['document', 'epochs', 'last loss', 'largest relative difference'];
  const about = (all: readonly (readonly string[])[]) => `${all.length} documents.`;
  const names = [...documents.map(([name]) => name), ...ofEveryKind.map(({ name }) => name)];
  await writeSection(join(root, 'e2e/exported/curves.md'), curvesLead, { title: 'On wasm', about, head, rows }, names);
});
