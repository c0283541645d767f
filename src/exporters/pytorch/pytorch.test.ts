import { describe, expect, test } from 'vitest';
import { brickList } from '../../../bricks/index';
import { chain } from '../../../e2e/documents/chain';
import { documentOf } from '../../../e2e/documents/documentOf';
import { randomGraph } from '../../../e2e/documents/randomGraph';
import { planOf } from '../../../e2e/keras/cases/plans';
import { library, templates } from '../../../templates/index';
import { compile } from '../../compile/compile';
import type { Plan } from '../../compile/plan';
import { buildTemplate } from '../../document/template';
import { wantedTensors } from '../../formats/weights/weightTensors';
import type { ExportSupplies } from '../exporter';
import { pytorch } from './index';
import { modelText } from './modelText';
import { safetensors } from './safetensors';
import { weightsFile } from './weightsFile';

const planFor = (links: Parameters<typeof chain>[1]): Plan => compile(chain('Model', links), library);

const picture = planFor([
  ['inputImage', 'digit', { shape: [4, 3, 2] }],
  ['conv2d', 'conv', { filters: 2, kernelSize: [1, 1] }],
  ['flatten', 'flatten'],
  ['dropout', 'dropout'],
  ['dense', 'dense', { units: 2 }],
]);

/** Every weight a row of numbers of its own. */
const counting = (plan: Plan) =>
  Object.fromEntries(
    wantedTensors(plan).map(({ key, shape }) => {
      const size = shape.reduce((product, axis) => product * axis, 1);
      return [key, { shape, values: Float32Array.from({ length: size }, (_, index) => index) }];
    }),
  );

/** The tensors of a file, by name. */
function read(bytes: Uint8Array) {
  const view = new DataView(bytes.buffer);
  const length = view.getUint32(0, true);
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(8, 8 + length))) as Record<
    string,
    { dtype: string; shape: number[]; data_offsets: [number, number] }
  >;
  const { __metadata__: metadata, ...entries } = header;
  const tensors = Object.entries(entries).map(
    ([
      name,
      {
        shape,
        data_offsets: [start, end],
      },
    ]) => {
      const values = Array.from({ length: (end - start) / 4 }, (_, at) =>
        view.getFloat32(8 + length + start + at * 4, true),
      );
      return [name, { shape, values }] as const;
    },
  );
  return { metadata, length, tensors: Object.fromEntries(tensors) };
}

const examples = brickList.flatMap(({ type, inputs, examples: all }) =>
  inputs === 0 ? [] : all.map((example) => ({ type, params: example.params, in: example.in })),
);

describe('modelText', () => {
  test('every example of every brick is written with all of its weights, or refused by name', () => {
    const written = examples.map((example) => ({ example, plan: planOf(example) }));
    const models = written.map(({ example, plan }) => ({ example, plan, ...modelText(plan) }));
    const refused = models.filter((model) => model.refused.length > 0);
    expect(refused.filter(({ example }) => example.params.stateful !== true)).toEqual([]);
    for (const { text } of refused) expect(text).toMatch(/PyTorch is not given brick, a \w+: it is stateful/);
    for (const { plan, tensors, layers } of models.filter((model) => model.refused.length === 0)) {
      const wanted = wantedTensors(plan).map(({ key }) => key);
      expect(tensors.map(({ key }) => key).toSorted()).toEqual(wanted.toSorted());
      expect(layers.reduce((sum, { parameters }) => sum + parameters, 0)).toBe(plan.totals.parameters);
    }
  });

  test('templates and random models are the same text each time, in lines of 100 characters', () => {
    const documents = [
      ...templates.map((template) => buildTemplate(template)),
      ...Array.from({ length: 15 }, (_, seed) => randomGraph(seed)),
    ];
    for (const document of documents) {
      const { text } = modelText(compile(document, library));
      expect(modelText(compile(document, library)).text).toBe(text);
      expect(text.split('\n').filter((line) => line.length > 100)).toEqual([]);
    }
  });

  test('names that are words of Python or of PyTorch become others', () => {
    const { text, tensors } = modelText(
      planFor([
        ['inputVector', 'lambda', { shape: [4] }],
        ['dense', 'forward', { units: 3 }],
        ['dense', 'train', { units: 3 }],
        ['dense', 'class', { units: 3 }],
        ['dense', 'x', { units: 2 }],
      ]),
    );
    expect(tensors.filter(({ of }) => of === 'bias').map(({ name }) => name)).toEqual([
      'forward_2.bias',
      'train_2.bias',
      'class_2.bias',
      'x.bias',
    ]);
    expect(text).toContain('def forward(self, lambda_2: Tensor) -> Tensor:');
  });

  test('a picture is flattened as it lies, and the weights behind it are in its order', () => {
    const { text, tensors } = modelText(picture);
    expect(text).toContain(
      '        x = x.flatten(1)  # flatten\n        x = self.dropout(x)\n        return self.dense(x)',
    );
    const file = read(weightsFile(picture, tensors, counting(picture)));
    const { shape, values } = file.tensors['dense.weight']!;
    expect(shape).toEqual([2, 24]);
    // Column (channel, row, column) of the first unit is row (row, column, channel) of Keras's kernel.
    const rows = [0, 1].flatMap((channel) => Array.from({ length: 12 }, (_, cell) => (cell * 2 + channel) * 2));
    expect(values.slice(0, 24)).toEqual(rows);
    expect(file.tensors['conv.weight']).toEqual({ shape: [2, 2, 1, 1], values: [0, 2, 1, 3] });
  });

  test('a frozen layer is not trained, and blocks are modules', () => {
    const document = buildTemplate(templates.find(({ id }) => id === 'residual')!);
    const frozen = {
      ...document,
      nodes: { ...document.nodes, stem: { ...document.nodes['stem']!, trainable: false } },
    };
    const { text } = modelText(compile(frozen, library));
    expect(text).toContain('self.stem.requires_grad_(False)');
    expect(text).toContain('class Res1(nn.Module):');
    expect(text).toContain('x = self.res1(x)');
  });
});

test('calls of a layer that keeps statistics stand in Keras’s order, its weights with its first use', () => {
  const document = documentOf(
    {
      row: ['inputVector', { shape: [4] }],
      one: ['dense', { units: 3 }],
      other: ['dense', { units: 3 }],
      normal: ['batchNormalization'],
      again: ['batchNormalization', {}, { sharesWith: 'normal' }],
      flat: ['flatten'],
      alsoFlat: ['flatten'],
      difference: ['subtract'],
    },
    [
      'row>one',
      'row>other',
      'one>normal',
      'other>again',
      'normal>flat',
      'again>alsoFlat',
      'flat>difference',
      'alsoFlat>difference@1',
    ],
  );
  const { text, tensors } = modelText(compile(document, library));
  const calls = [...text.matchAll(/(\w+) = self\.normal\(.*\)/g)].map(([, name]) => name);
  // Keras calls what it meets last on its way from the outputs first.
  expect(calls).toEqual(['again', 'x']);
  expect(tensors.map(({ key }) => key).filter((key) => /normal|again/.test(key))).toEqual([
    'normal/gamma',
    'normal/beta',
    'normal/movingMean',
    'normal/movingVariance',
  ]);
});

test('safetensors: a header that ends at a multiple of eight bytes, and the values behind it', () => {
  const values = Float32Array.of(1, -2.5, 3e-8);
  const bytes = safetensors([
    { name: 'a', shape: [3], values },
    { name: 'b', shape: [1, 1], values: Float32Array.of(7) },
  ]);
  const { metadata, length, tensors } = read(bytes);
  expect(metadata).toEqual({ format: 'pt' });
  expect(length % 8).toBe(0);
  expect(tensors).toEqual({ a: { shape: [3], values: [...values] }, b: { shape: [1, 1], values: [7] } });
});

test('a frozen backbone is not trained without its weights, and --fine-tune thaws its last stage', async () => {
  const document = buildTemplate(templates.find(({ id }) => id === 'digits-transfer')!);
  const plan = compile(document, library);
  const nothing = () => Promise.resolve(null);
  const supplies: ExportSupplies = {
    weights: nothing,
    kerasWeights: () => Promise.reject(new Error('A PyTorch project takes no HDF5.')),
    sample: nothing,
    data: nothing,
    imagenetClasses: () => Promise.reject(new Error('It does not answer with ImageNet’s classes.')),
    sources: () => Promise.reject(new Error('A PyTorch project takes none of our sources.')),
  };
  const files = await pytorch.files({ document, plan }, supplies);
  const settings = String(files['settings.py']);
  expect(settings).toContain('NEEDS_WEIGHTS = True');
  const tuned = /FINE_TUNED = \(([^)]*)\)/
    .exec(settings)![1]!
    .match(/"[^"]+"/g)!
    .map((name) => name.slice(1, -1));
  const { tensors } = modelText(plan);
  for (const name of tuned) expect(tensors.some((tensor) => tensor.name.startsWith(`${name}.`))).toBe(true);
  expect(files['train.py']).toContain('def thaw(model: Model) -> None:');
  expect(files['README.md']).toContain('is not trained without them');
});

test('a project holds what trains it, and says where data go that it does not hold', async () => {
  const document = buildTemplate(templates.find(({ id }) => id === 'mlp')!);
  const plan = compile(document, library);
  const supplies: ExportSupplies = {
    weights: () => Promise.resolve(counting(plan)),
    kerasWeights: () => Promise.reject(new Error('A PyTorch project takes no HDF5.')),
    sample: () => Promise.resolve(null),
    data: () => Promise.resolve(null),
    imagenetClasses: () => Promise.reject(new Error('It does not answer with ImageNet’s classes.')),
    sources: () => Promise.reject(new Error('A PyTorch project takes none of our sources.')),
  };
  const files = await pytorch.files({ document, plan }, supplies);
  expect(files['settings.py']).toContain('NEEDS_WEIGHTS = False');
  expect(Object.keys(files).toSorted()).toEqual(
    '.gitignore MLP.deepbrick.json README.md data.py losses.py metrics.py model.json model.py optimizers.py predict.py pyproject.toml settings.py test_model.py train.py training.py weights.safetensors'.split(
      ' ',
    ),
  );
  const expected = JSON.parse(files['model.json'] as string) as { parameters: number; layers: unknown[][] };
  expect(expected.parameters).toBe(plan.totals.parameters);
  expect(expected.layers.map(([name]) => name)).toEqual(plan.steps.map(({ name }) => name));
  const lines = Object.entries(files).flatMap(([path, text]) => (path.endsWith('.py') ? String(text).split('\n') : []));
  expect(lines.filter((line) => line.length > 100)).toEqual([]);
  expect(files['data.py']).toContain('--data FOLDER');
});
