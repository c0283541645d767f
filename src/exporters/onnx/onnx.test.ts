import { BinaryReader, WireType } from '@bufbuild/protobuf/wire';
import { describe, expect, test } from 'vitest';
import { brickList } from '../../../bricks/index';
import { chain } from '../../../e2e/documents/chain';
import { randomGraph } from '../../../e2e/documents/randomGraph';
import { planOf } from '../../../e2e/keras/cases/plans';
import { library, templates } from '../../../templates/index';
import { compile } from '../../compile/compile';
import { layerNames } from '../../compile/layerNames';
import type { Plan } from '../../compile/plan';
import { isStateful } from '../../compile/stateful';
import { type Document, emptyDocument } from '../../document/document';
import { buildTemplate } from '../../document/template';
import { WeightsMismatch, type WeightTensors, wantedTensors } from '../../formats/weights/weightTensors';
import { ExportRefused } from '../exportRefused';
import type { Body } from './graph/parts';
import { onnxFiles } from './onnxFiles';
import { onnxModel } from './onnxModel';

const modelOf = (plan: Plan) => onnxModel({ document: emptyDocument(plan.title), plan }, null);
const compiled = (document: Document) => compile(document, library);
const template = (id: string) => buildTemplate(templates.find((one) => one.id === id)!);

/** The same value in every weight. */
const weightsFor = (plan: Plan): WeightTensors =>
  Object.fromEntries(
    wantedTensors(plan).map(({ key, shape }) => {
      const values = new Float32Array(shape.reduce((all, size) => all * size, 1)).fill(0.5);
      return [key, { shape, values }];
    }),
  );

/** What is wrong with a graph: names given twice, and inputs that nothing before has made. */
function faults(body: Body, before: ReadonlySet<string>): string[] {
  const known = new Set(before);
  const wrong: string[] = [];
  const define = (name: string) => {
    if (known.has(name)) wrong.push(`${name} is there twice`);
    known.add(name);
  };
  for (const { value } of body.inputs) define(value.name);
  for (const { name, inputs, outputs, attributes } of body.nodes) {
    for (const input of inputs) if (input && !known.has(input.name)) wrong.push(`${name} takes ${input.name}`);
    for (const attribute of Object.values(attributes)) {
      if (typeof attribute === 'object' && 'body' in attribute) wrong.push(...faults(attribute.body, known));
    }
    for (const output of outputs) if (output) define(output.name);
  }
  for (const { value } of body.outputs) if (!known.has(value.name)) wrong.push(`nothing makes ${value.name}`);
  return wrong;
}

const twice = (names: readonly string[]) => names.filter((name, at) => names.indexOf(name) !== at);

/** What is wrong with the model of a plan: its graph, and names and shapes of inputs and outputs, which are Keras's. */
function wrongIn(plan: Plan): string[] {
  const model = modelOf(plan);
  const constants = model.initializers.map(({ name }) => name);
  const names = layerNames(plan.steps);
  const ports = [...model.inputs, ...model.outputs].map(({ value, dims }) =>
    JSON.stringify([value.name, dims.slice(1).map((size) => (typeof size === 'number' ? size : null))]),
  );
  const ends = [...plan.inputs, ...plan.outputs].map((end) =>
    JSON.stringify([names.get(end), plan.steps.find(({ name }) => name === end)!.shape]),
  );
  return [
    ...twice(constants),
    ...twice(model.nodes.map(({ name }) => name)),
    ...faults(model, new Set(constants)),
    ...ends.filter((end, at) => end !== ports[at]),
  ];
}

describe('every brick is written', () => {
  const layers = brickList.filter(({ inputs, nested }) => inputs !== 0 && !nested);
  test.each(layers.map((brick) => ({ type: brick.type, brick })))('$type', ({ brick: { type, examples } }) => {
    expect(examples.flatMap(({ params, in: shapes }) => wrongIn(planOf({ type, params, in: shapes })))).toEqual([]);
  });
});

const plans = templates.map((one) => ({ id: one.id, plan: compiled(buildTemplate(one)) }));
const remembers = ({ plan }: { readonly plan: Plan }) => plan.steps.some(isStateful);

test.each(plans.filter((one) => !remembers(one)))('the template $id', ({ plan }) => {
  expect(wrongIn(plan)).toEqual([]);
  const { nodes } = modelOf(plan);
  const named = new Set(nodes.flatMap(({ name }) => name.split('/')));
  const weighty = plan.steps.filter(({ weights, nested }) => !nested && weights.length > 0);
  expect(weighty.filter(({ name }) => !named.has(name))).toEqual([]);
});

test('random models, with masks and layers in layers', () => {
  const seeds = Array.from({ length: 60 }, (_, seed) => seed);
  expect(seeds.filter((seed) => wrongIn(compiled(randomGraph(seed))).length > 0)).toEqual([]);
});

const turnedIn = (plan: Plan) => modelOf(plan).nodes.flatMap(({ op, name }) => (op === 'Transpose' ? [name] : []));

test.each(['vgg16', 'lenet5', 'digits'])(
  'pictures of %s are turned once only, where they come in: what is flattened for a Dense layer meets rows in its order',
  (id) => {
    const [first, ...others] = turnedIn(compiled(template(id)));
    expect(first).toMatch(/channels_first$/);
    expect(others).toEqual([]);
  },
);

test('what is flattened for anything else is turned before', () => {
  const picture = ['inputImage', 'picture', { shape: [4, 5, 3] }] as const;
  const conv = ['conv2d', 'conv', { filters: 2 }] as const;
  const flat = ['flatten', 'flat'] as const;
  const turned = (...rest: readonly Parameters<typeof chain>[1][number][]) =>
    turnedIn(compiled(chain('', [picture, conv, flat, ...rest]))).includes('conv/channels_last');
  expect(turned(['dense', 'dense'])).toBe(false);
  expect(turned(['dropout', 'dropout'], ['relu', 'relu'], ['dense', 'dense'])).toBe(false);
  expect(turned()).toBe(true);
  expect(turned(['softmax', 'softmax'], ['dense', 'dense'])).toBe(true);
  expect(turned(['reshape', 'rows', { targetShape: [2, 6] }], ['dense', 'dense'])).toBe(true);
});

test('the file reads back: version, producer, graph, operators, title', () => {
  const plan = compiled(template('digits'));
  const model = { document: template('digits'), plan };
  const bytes = onnxFiles(model, weightsFor(plan))['model.onnx'] as Uint8Array;
  expect(onnxFiles(model, weightsFor(plan))['model.onnx']).toEqual(bytes);
  const fields = fieldsOf(bytes);
  expect([fields.get(1), fields.get(2)]).toEqual([[8n], [text('DeepBrick')]]);
  const graph = fieldsOf(fields.get(7)![0] as Uint8Array);
  expect(graph.get(2)).toEqual([text(plan.title)]);
  const nodes = graph.get(1)!.map((node) => fieldsOf(node as Uint8Array));
  const written = modelOf(plan);
  expect(nodes.map((node) => node.get(4))).toEqual(written.nodes.map(({ op }) => [text(op)]));
  expect(nodes.map((node) => node.get(3))).toEqual(written.nodes.map(({ name }) => [text(name)]));
  const stored = graph.get(5)!.map((tensor) => (fieldsOf(tensor as Uint8Array).get(9)![0] as Uint8Array).length);
  expect(stored.reduce((all, size) => all + size, 0)).toBeGreaterThanOrEqual(plan.totals.parameters * 4);
});

const text = (words: string) => new TextEncoder().encode(words);

/** Fields of a message by number. */
function fieldsOf(bytes: Uint8Array): Map<number, (bigint | string | Uint8Array)[]> {
  const reader = new BinaryReader(bytes);
  const fields = new Map<number, (bigint | string | Uint8Array)[]>();
  while (reader.pos < reader.len) {
    const [number, type] = reader.tag();
    const value = type === WireType.Varint ? reader.int64() : type === WireType.LengthDelimited ? reader.bytes() : null;
    if (value === null) reader.skip(type, number);
    else fields.set(number, [...(fields.get(number) ?? []), value]);
  }
  return fields;
}

describe('what cannot be written is refused', () => {
  const memory = chain('Memory', [
    ['inputSequence', 'input', { shape: [5, 2], batchSize: 4 }],
    ['lstm', 'memory', { units: 3, stateful: true }],
  ]);
  const digits = template('digits');
  const wide = chain('Wide', [
    ['inputVector', 'input', { shape: [50_000] }],
    ['dense', 'wide', { units: 20_000 }],
  ]);
  test.each<readonly [string, Document, string, string | null]>([
    ['a memory between batches', memory, 'layerRefused', 'memory'],
    ['a model without weights', digits, 'weightsNeeded', null],
    ['an unfinished model', { ...digits, edges: [] }, 'openProblems', null],
    ['a file of more than 2 GB', wide, 'tooLarge', null],
  ])('%s', (_, document, code, where) => {
    const write = () => onnxFiles({ document, plan: compiled(document) }, null);
    expect(write).toThrow(ExportRefused);
    expect(write).toThrow(expect.objectContaining({ trouble: expect.objectContaining({ code, where }) }));
  });

  test.each(plans.filter(remembers))('the template $id, which keeps its memory between batches', ({ plan }) => {
    expect(() => modelOf(plan)).toThrow(ExportRefused);
  });

  test('weights of another model', () => {
    const plan = compiled(digits);
    const { [Object.keys(weightsFor(plan))[0]!]: _one, ...others } = weightsFor(plan);
    expect(() => onnxFiles({ document: digits, plan }, others)).toThrow(WeightsMismatch);
  });
});
