/**
 * `npx tsx e2e/importers/oracle.ts [NAME] [--whole] [--share 3] [--fixtures]`: every brick in every setting of the grid, and whole
 * documents, go to Keras and come back out of `to_json()`, a `.keras` and an `.h5`: the document must be the same. Writes
 * `oracle.md`; `--fixtures` writes the configurations that the unit tests read.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { bricks } from '../../bricks/index';
import { initialParams } from '../../src/brick/brick';
import { modelFile } from '../../src/exporters/keras/model/modelFile';
import { flatGraph } from '../../src/importers/kerasGraph/flatGraph';
import { modelGraph } from '../../src/importers/kerasDialects/modelGraph';
import { placedLayer } from '../../src/importers/kerasGraph/placedLayer';
import { library } from '../../templates/index';
import { planOf } from '../keras/cases/plans';
import { grid, wholeGrid } from '../keras/grid/index';
import type { Setting } from '../keras/grid/combinations';
import { PythonLines } from '../keras/saved/pythonLines';
import { documentCases } from './documentCases';
import { documentsDiffer } from './documentsDiffer';

const answer = z.union([
  z.object({ json: z.unknown(), keras: z.unknown(), h5: z.optional(z.unknown()), unwritten: z.optional(z.string()) }),
  z.object({ error: z.string() }),
]);
type Answer = z.infer<typeof answer>;

const { values, positionals } = parseArgs({
  options: { whole: { type: 'boolean' }, share: { type: 'string' }, fixtures: { type: 'boolean' } },
  allowPositionals: true,
});
const only = positionals[0] ?? '';
const python = new PythonLines('../../importers/configs.py');
const asked = async (script: string): Promise<Answer> => answer.parse(await python.ask({ script }));

const examples = Object.values(bricks).flatMap(({ type, examples: all }) =>
  all.map((example): Setting => ({ type, params: example.params, in: example.in })),
);
const isAsked = ({ type, in: shapes }: Setting) =>
  type.includes(only) && shapes.length > 0 && bricks[type]!.nested === undefined;
/** Of the grid every third setting, or whatever the share is; the examples all. */
const share = Number(values.share ?? 1);
const inGrid = (values.whole ? wholeGrid : grid).filter((_, index) => index % share === 0);
const settings = [...examples, ...inGrid].filter(isAsked);

/** What comes back of the last layer; what was sent is said by the setting. */
function difference(setting: Setting, config: unknown): string | null {
  const graph = modelGraph(config);
  if (!graph.ok) return `graph: ${graph.error.code}`;
  const flat = flatGraph(graph.value, { repeats: () => true, whole: () => false });
  if (!flat.ok) return `graph: ${flat.error.code}`;
  const found = flat.value.layers.find(({ name }) => name === 'brick');
  if (!found) return 'not there';
  const { className, config: own } = found.layer;
  const inputs = found.inputs.length;
  const placed = placedLayer({ name: 'brick', className, config: own, inputs }, Object.values(library.bricks));
  if (!placed.ok) return `${placed.error.code} ${JSON.stringify(placed.error.data)}`;
  const wanted = { ...initialParams(bricks[setting.type]!), ...setting.params };
  const { brick, params } = placed.value;
  return documentsDiffer(
    { type: setting.type, params: wanted, trainable: setting.frozen !== true },
    { type: brick.type, params: { ...initialParams(brick), ...params }, trainable: own['trainable'] !== false },
    setting.in[0]!,
  );
}

const problems = new Map<string, string[]>();
const note = (group: string, text: string) => problems.set(group, [...(problems.get(group) ?? []), text]);
const fixtures: Record<string, unknown>[] = [];
let compared = 0;
let unread = 0;
let unwritten = 0;
/** The configurations that came; Keras itself writes no `.h5` of some layers. */
function configsOf(said: Exclude<Answer, { error: string }>): [string, unknown][] {
  const { unwritten: why, ...configs } = said;
  if (why !== undefined) unwritten += 1;
  return Object.entries(configs).filter(([, config]) => config !== undefined);
}
const seen = new Set<string>();
for (const [index, setting] of settings.entries()) {
  const plan = planOf(setting);
  const said = await asked(modelFile(plan));
  if ('error' in said) {
    unread += 1;
    note(setting.type, `Keras: ${said.error}`);
    continue;
  }
  for (const [format, config] of configsOf(said)) {
    compared += 1;
    const gap = difference(setting, config);
    if (gap !== null)
      note(setting.type, `${format} ${JSON.stringify(setting.params)} on ${JSON.stringify(setting.in)}: ${gap}`);
  }
  const isNew = !seen.has(setting.type);
  seen.add(setting.type);
  if (isNew) fixtures.push({ type: setting.type, params: setting.params, in: setting.in, config: said.json });
  if (index % 100 === 0) console.log(`${index} of ${settings.length}`);
}
let documents = 0;
let configurations = 0;
for (const one of only === '' || only === 'documents' ? documentCases() : []) {
  const said = await asked(one.script);
  if ('error' in said) {
    unread += 1;
    note(one.name, `Keras: ${said.error}`);
    continue;
  }
  documents += 1;
  for (const [, config] of configsOf(said)) {
    configurations += 1;
    const gap = one.difference(config);
    if (gap !== null) note(one.name, gap);
  }
}
python.end();
if (values.fixtures) {
  const text = fixtures.map((each) => JSON.stringify(each)).join('\n');
  writeFileSync(join(import.meta.dirname, '../../src/importers/kerasConfig/fixtures/bricks.jsonl'), `${text}\n`);
}
const lines = [...problems].flatMap(([group, texts]) => texts.map((text) => `- ${group}: ${text}`));
for (const line of lines) console.log(line);
const verdict = `${settings.length} settings of ${seen.size} bricks in three configurations each (${compared}), ${documents} documents likewise (${configurations}): ${lines.length - unread} differences, ${unread} that Keras did not build, ${unwritten} of which it writes no .h5.`;
console.log(verdict);
if (only === '')
  writeFileSync(
    join(import.meta.dirname, 'oracle.md'),
    `# To Keras and back\n\n${verdict}\n${lines.length > 0 ? `\n${lines.join('\n')}\n` : ''}`,
  );
process.exitCode = lines.length > 0 ? 1 : 0;
