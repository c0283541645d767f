import { brickList } from '../../../bricks/index';
import { compile } from '../../../src/compile/compile';
import { modelFile } from '../../../src/exporters/keras/model/modelFile';
import { projectFacts } from '../../../src/exporters/keras/project/facts';
import { scriptOf } from '../../../src/exporters/keras/project/scriptFile';
import type { Plan } from '../../../src/compile/plan';
import type { Document } from '../../../src/document/document';
import { type AnyTemplate, buildTemplate, isArchitecture, parseOptions } from '../../../src/document/template';
import { library, templates } from '../../../templates/index';
import { architectures } from './architectures';
import { callsOf } from './calls';
import type { Case, Share } from './case';
import { documents } from './documents';
import { datasetOf, fitFor } from './fit';
import { givenFor } from './given';
import type { Setting } from '../grid/combinations';
import { grid, wholeGrid } from '../grid/index';
import { maskedGraphs, zeroSteps } from '../grid/maskedGraphs';
import { distinct } from './distinct';
import { randomGraphs, repeatedGraphs } from '../grid/randomGraphs';
import { sharedModels } from '../grid/shared';
import { rowsOf } from './rows';
import { planOf } from './plans';
import { offline, smaller } from './smaller';

const text = ({ type, params, in: shapes, below = [], frozen }: Setting) =>
  [
    ...below.map((placed) => `${placed.type} ${JSON.stringify(placed.params)}, `),
    `${type} ${JSON.stringify(params)} on ${JSON.stringify(shapes)}`,
    ...(frozen ? [' frozen'] : []),
  ].join('');

function settingCase(setting: Setting, webgpu: boolean): Case {
  const plan = planOf(setting);
  const name = text(setting);
  const step = plan.steps.at(-1)!;
  return {
    group: setting.type,
    name,
    plan,
    script: modelFile(plan),
    rows: rowsOf(plan),
    inner: step.nested ? { [step.name]: rowsOf(step.nested) } : {},
    application: null,
    given: step.nested || step.inputs.length === 0 || setting.startsOnly ? null : givenFor(plan, name, setting),
    starts: !step.nested && step.inputs.length > 0,
    fit: null,
    calls: step.nested || step.inputs.length === 0 ? null : callsOf(step.call),
    mask: step.nested || step.inputs.length === 0 ? null : (step.call.traits.mask ?? 'ends'),
    webgpu,
  };
}

/** A recurrent layer over many steps, and a backbone as large as VGG16, take minutes without a GPU; smaller ones say the same. */
const manySteps = 25;
const manyParameters = 10_000_000;

const quick = ({ steps, totals }: Plan) =>
  totals.parameters < manyParameters &&
  steps.every(
    ({ weights, inputShapes }) =>
      !weights.some(({ name }) => name.endsWith('recurrentKernel')) || (inputShapes[0]?.[0] ?? 0) < manySteps,
  );

/** A document beside Keras: its layers, numbers, and a step of its optimizer. */
export function documentCase(group: string, name: string, document: Document, zeroSteps = 0): Case {
  const plan = compile(document, library);
  const broken = plan.issues.find(({ severity }) => severity === 'error');
  if (broken) throw new Error(`${name}: ${broken.code} ${JSON.stringify(broken.data)}`);
  const given = givenFor(plan, name, { inputRange: 1, zeroSteps });
  const fit = fitFor(plan, document.training, given, name);
  return {
    group,
    name,
    plan,
    script: scriptOf(projectFacts({ document, plan }, fit && datasetOf(fit))),
    rows: rowsOf(plan),
    inner: {},
    application: null,
    given,
    starts: true,
    fit,
    calls: null,
    mask: null,
    webgpu: quick(plan),
  };
}

/** A template as it is; where it takes long, only its layers, and the numbers of a smaller one. */
export function templateDocuments(template: AnyTemplate) {
  const document = offline(buildTemplate(template));
  const little = smaller(document);
  return [
    { name: template.id, document, numbers: little === null },
    ...(little === null ? [] : [{ name: `${template.id}, smaller`, document: little, numbers: true }]),
  ];
}

function templateCases(template: AnyTemplate): Case[] {
  return templateDocuments(template).map(({ name, document, numbers }) => {
    const one = documentCase('templates', name, document);
    return numbers ? one : { ...one, given: null, starts: false, fit: null };
  });
}

function architectureCase(template: AnyTemplate, keras: string, options: Readonly<Record<string, unknown>>): Case {
  const name = `${template.id} ${JSON.stringify(options)}`;
  const plan = compile(buildTemplate(template, options), library);
  return {
    group: 'architectures',
    name,
    plan,
    script: modelFile(plan),
    rows: rowsOf(plan),
    inner: {},
    application: { name: keras, settings: parseOptions(template, options) },
    given: null,
    starts: false,
    fit: null,
    calls: null,
    mask: null,
    webgpu: false,
  };
}

/** Every n-th of the grid goes to WebGPU as well, and at least three of every brick; of a share every n-th alone. */
const spread = 12;

function gridCases(settings: readonly Setting[], all: boolean): Case[] {
  const seen = new Map<string, number>();
  return settings.map((setting, index) => {
    const before = seen.get(setting.type) ?? 0;
    seen.set(setting.type, before + 1);
    return settingCase(setting, all ? before < 3 || before % spread === 0 : index % spread === 0);
  });
}

/** Every n-th of the graphs with masks goes to Keras: so all layers, merges and consumers come by. */
const shareOfMasked = 29;

/** Graphs whose values come with masks, or go twice into one layer. */
function graphCases(whole: boolean): Case[] {
  const graphs = [
    ...maskedGraphs.filter((_, index) => whole || index % shareOfMasked === 0),
    ...randomGraphs(whole ? 300 : 16),
    ...repeatedGraphs.filter((_, index) => whole || index % 3 === 0),
  ];
  return graphs.map(({ title, document }, index) => {
    const one = documentCase('masks', title, document, zeroSteps);
    return { ...one, webgpu: index % spread === 0 };
  });
}

/** Every n-th of the models that train goes to WebGPU as well: simulated, each takes seconds. */
const shareOnGpu = 3;

const fewerOnGpu = (cases: readonly Case[], whole: boolean): Case[] =>
  cases.map((one, index) => ({ ...one, webgpu: one.webgpu && (whole || index % shareOnGpu === 0) }));

/** Models in which a layer is called several times; of a share every third. */
const sharedCases = (every: number): Case[] =>
  sharedModels
    .filter((_, index) => every === 1 || index % 3 === 0)
    .map(({ title, document }) => documentCase('shared', title, document, title.includes('maskZero') ? zeroSteps : 0));

/** Everything that real Keras is asked about; of the grid a share, and of each architecture's variants. */
export function allCases({ whole, every }: Share): Case[] {
  const examples = brickList.flatMap(({ type, examples }) =>
    examples.map((example, at) =>
      // Simulated, WebGPU takes half of the time: of a share the first example of each brick, and every fourth.
      settingCase({ type, params: example.params, in: example.in }, every === 1 || at % 4 === 0),
    ),
  );
  return distinct([
    ...examples,
    ...gridCases(
      (whole ? wholeGrid : grid).filter((_, index) => index % every === 0),
      every === 1,
    ),
    ...fewerOnGpu(
      templates.flatMap((template) => {
        const keras = isArchitecture(template) && template.architecture.keras;
        if (!keras) return templateCases(template);
        return architectures(template)
          .filter((_, index) => index % Math.min(every, 4) === 0)
          .map((options) => architectureCase(template, keras.model, options));
      }),
      whole,
    ),
    ...graphCases(whole),
    ...fewerOnGpu(sharedCases(every), whole),
    ...fewerOnGpu(
      documents.map(({ title, document }) => documentCase('documents', title, document)),
      whole,
    ),
  ]);
}
