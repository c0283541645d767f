/**
 * Trains random documents with random settings on drawn samples, as the page does and as the exported project does, and where
 * no early stop is set as a project that is started anew for every epoch. By hand, in minutes; writes `curves.md`:
 * `COUNT=200 FIRST=0 BACKEND=cpu npx vitest run --config e2e/exported/everyCurve.config.ts randomCurves`.
 */
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { compile } from '../../src/compile/compile';
import { library } from '../../templates/index';
import { randomTrained } from '../documents/randomTrained';
import { writeSection } from '../keras/projects/table';
import { root } from '../step';
import { curvesLead } from './curvesLead';
import { differenceOf } from './differenceOf';
import { pageRun } from './pageCurve';
import { projectCurve, resumedCurve } from './projectCurve';

const count = Number(process.env['COUNT'] ?? 100);
const first = Number(process.env['FIRST'] ?? 0);
const backend = process.env['BACKEND'] === 'cpu' ? 'cpu' : 'wasm';

const found = [];
for (let seed = 3_000_000 + first * 1000; found.length < count; seed++) {
  const one = randomTrained(seed);
  if (one !== null) found.push(one);
}
const differences: number[] = [];
const resumed: number[] = [];
const said: string[] = [];

/** A curve, or why there is none: numbers that grow without bounds, an index that no word has. */
const outcomeOf = (curve: Promise<Parameters<typeof differenceOf>[0]>) =>
  curve.then(
    (epochs) => ({ epochs, why: null }),
    (error: unknown) => ({ epochs: [], why: String(error) }),
  );

test.each(found.map((one) => [one.name, one] as const))(
  '%s',
  { timeout: 300_000 },
  async (name, { document: { training, ...rest }, dataset }) => {
    const plan = compile({ ...rest, training }, library);
    expect(plan.issues.filter(({ severity }) => severity === 'error')).toEqual([]);
    const page = await outcomeOf(pageRun(plan, training, dataset, backend).then(({ epochs }) => epochs));
    const project = await outcomeOf(projectCurve(plan, training, dataset));
    if (page.why !== null || project.why !== null) {
      said.push(`${name}: page: ${page.why ?? 'trains'}; project: ${project.why ?? 'trains'}`);
    }
    expect(page.why === null).toBe(project.why === null);
    const difference = differenceOf(page.epochs, project.epochs);
    const goesOn = project.why === null && !training.earlyStopping.enabled;
    const again = goesOn ? differenceOf(project.epochs, await resumedCurve(plan, training, dataset)) : 0;
    expect(Math.max(difference, again)).toBeLessThanOrEqual(1e-6);
    if (project.why === null) differences.push(difference);
    if (goesOn) resumed.push(again);
  },
);

afterAll(async () => {
  for (const line of said) console.log(line);
  const largest = (numbers: readonly number[]) => Math.max(0, ...numbers).toExponential(1);
  await writeSection(
    join(root, 'e2e/exported/curves.md'),
    curvesLead,
    {
      title: 'Random documents, random settings',
      about: () =>
        'Heads on random graphs, one to three outputs, every setting of training drawn. Where the numbers grow without bounds, page and project stop alike.',
      head: [
        'which',
        'documents',
        'stop alike',
        'largest difference',
        'started anew every epoch',
        'largest difference',
      ],
      rows: [
        [
          `${backend}, from ${first}`,
          String(found.length),
          String(said.length),
          largest(differences),
          String(resumed.length),
          largest(resumed),
        ],
      ],
    },
    ['wasm', 'cpu'].flatMap((name) => Array.from({ length: 10 }, (_, at) => `${name}, from ${at}`)),
  );
});
