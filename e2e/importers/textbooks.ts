/**
 * Models of two textbooks, made from the notebooks' code by our importer, beside what real Keras says of them.
 *
 * `BOOKS=FOLDER npx tsx e2e/importers/textbooks.ts TABLE` – FOLDER holds the notebooks as `owner/name/path.ipynb`, TABLE
 * is the list of models with what Keras says; nothing of the books comes into the repository.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { library } from '../../templates/index';
import { compile } from '../../src/compile/compile';
import { codeTroubleText } from '../../src/i18n/troubles/codeTrouble';
import { importTroubleText } from '../../src/i18n/troubles/importTrouble';
import { documentOf } from '../../src/importers/kerasCode/documentOf';
import type { FoundModel } from '../../src/importers/kerasCode/foundModels';
import { type FoundModels, modelsIn } from '../../src/importers/kerasCode/modelsIn';
import { codeIn } from '../../src/importers/kerasCode/text/codeIn';
import { walked } from '../../src/importers/kerasCode/model/walk';
import type { Layer, Tensor } from '../../src/importers/kerasCode/values/value';

const books = process.env['BOOKS'] ?? '';
const [table = ''] = process.argv.slice(2);
if (books === '' || table === '') throw new Error('BOOKS=FOLDER npx tsx e2e/importers/textbooks.ts TABLE');

/** How often each class stands in a model, models inside it counted with their layers. */
function classes(model: Layer, counts = new Map<string, number>()): Map<string, number> {
  const { model: body } = model;
  if (!body) return counts;
  const isSequence = body.sequence !== null;
  const isOwn = model.instance?.class.members.has('call') === true;
  const layers =
    isSequence || isOwn
      ? [...(body.sequence ?? inside(model))].filter(({ base }) => base !== 'InputLayer')
      : inside(model);
  for (const layer of layers) {
    counts.set(layer.className, (counts.get(layer.className) ?? 0) + 1);
    classes(layer, counts);
  }
  return counts;
}

const inside = ({ name, model, line }: Layer) => walked(name, model!.inputs, model!.outputs, line).layers;

const shapeOf = ({ shape }: Tensor) =>
  shape ? `(${shape.map((size) => size ?? 'None').join(', ')}${shape.length === 1 ? ',' : ''})` : '?';
const shapesOf = (tensors: readonly Tensor[]) =>
  tensors.length === 1 ? shapeOf(tensors[0]!) : `[${tensors.map(shapeOf).join(', ')}]`;

function facts({ model }: FoundModel): { readonly said: readonly string[]; readonly trouble: string } {
  const counts = [...classes(model)].toSorted(([one], [other]) => (one < other ? -1 : 1));
  const layers = counts.map(([name, count]) => `${name}:${count}`).join(' ');
  const body = model.model;
  const open = body?.inputs.filter(({ shape }) => shape?.length === 4 && shape.slice(1).includes(null)) ?? [];
  // Pictures of any size: whoever imports is asked for one.
  const shapes = Object.fromEntries(
    open.map(({ layer, shape }) => [layer.name, shape!.slice(1).map((size) => size ?? 224)]),
  );
  const document = documentOf(model, library, { shapes });
  const plan = document.ok ? compile(document.value.document, library) : null;
  const parameters = plan ? String(plan.totals.parameters) : '?';
  const broken =
    plan?.issues.filter(({ severity }) => severity === 'error').map(({ code, where }) => `${code} at ${where}`) ?? [];
  const trouble = document.ok
    ? broken.join(', ')
    : document.error.code === 'code'
      ? codeTroubleText(document.error.data, 'en')
      : importTroubleText(document.error, 'en');
  return {
    said: [
      model.className,
      parameters,
      body ? shapesOf(body.inputs) : '?',
      body ? shapesOf(body.outputs) : '?',
      layers,
    ],
    trouble,
  };
}

const rows = readFileSync(table, 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split('\t'));
const read = new Map<string, FoundModels>();
const modelsOf = (file: string) => {
  if (!read.has(file)) read.set(file, modelsIn(codeIn(readFileSync(`${books}/${file}`, 'utf8')), library));
  return read.get(file)!;
};
const lines: string[] = [];
const sums = { all: 0, equal: 0, straight: 0, straightEqual: 0 };
for (const [repository = '', notebook = '', cell = '', variable = '', ...wanted] of rows) {
  const { models } = modelsOf(`${repository}/${notebook}`);
  const found = models.findLast(
    (each) => each.variable === variable && each.cell !== null && each.cell <= Number(cell),
  );
  const { said, trouble } = found ? facts(found) : { said: [], trouble: 'no model of this name' };
  const differences = wanted.flatMap((value, index) =>
    value === 'None' || value === said[index] ? [] : [`${value} ≠ ${said[index] ?? ''}`],
  );
  const outcome =
    differences.length === 0 ? 'equal' : `${differences.join('; ')}${trouble === '' ? '' : ` — ${trouble}`}`;
  const isStraight = wanted[0] === 'Sequential' || wanted[0] === 'Functional';
  sums.all += 1;
  if (isStraight) sums.straight += 1;
  if (differences.length === 0) sums.equal += 1;
  if (differences.length === 0 && isStraight) sums.straightEqual += 1;
  lines.push(`| ${notebook.split('/').at(-1)} | ${cell} | ${variable} | ${wanted[0]} | ${outcome} |`);
}
const head = `# Models of two textbooks, from their code

\`BOOKS=… npx tsx e2e/importers/textbooks.ts TABLE\`: class, parameters, input and output shapes and layers beside real Keras.
Sequential and Functional: ${sums.straightEqual} of ${sums.straight} equal; all: ${sums.equal} of ${sums.all}.

| notebook | code cell | variable | class | outcome |
| --- | --- | --- | --- | --- |
`;
writeFileSync(new URL('textbooks.md', import.meta.url), `${head}${lines.join('\n')}\n`);
console.log(head + lines.join('\n'));
if (process.argv.includes('--errors')) {
  for (const [file, { models, errors }] of read) {
    console.log(file, models.map(({ name }) => name).join(' '));
    for (const { trouble } of errors) console.log('   ', trouble.line, trouble.code, JSON.stringify(trouble.data));
  }
}
