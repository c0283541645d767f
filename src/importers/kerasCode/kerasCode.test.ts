import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { library } from '../../../templates/index';
import vgg16 from '../../../templates/architectures/vgg16';
import { compile } from '../../compile/compile';
import { buildTemplate } from '../../document/template';
import { importNotes } from '../../i18n/imports/importNotes';
import { importTroubleText } from '../../i18n/troubles/importTrouble';
import { importModel, modelsInFile } from '../importModel';
import type { ImportHelp } from '../importer';

const fileOf = (code: string, name = 'model.py') => ({ name, blob: new Blob([code]) });
const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8');

async function planOf(code: string, help?: ImportHelp, name?: string) {
  const read = await importModel(fileOf(code, name), library, help);
  if (!read.ok) throw new Error(importTroubleText(read.error, 'en'));
  return compile(read.value.document, library);
}

/** Layers in order, each as its name and shape, then the parameters. */
async function told(code: string, help?: ImportHelp, name?: string): Promise<string> {
  const plan = await planOf(code, help, name);
  expect(plan.issues.filter(({ severity }) => severity === 'error')).toEqual([]);
  return `${plan.steps.map((step) => `${step.name} ${step.shape.join('×')}`).join(', ')}; ${plan.totals.parameters}`;
}

const dense = 'input_layer 4, dense 8, dense_1 3; 67';

test.each([
  [
    'a list',
    'import keras\nmodel = keras.Sequential([keras.Input((4,)), keras.layers.Dense(8), keras.layers.Dense(3)])',
  ],
  [
    'aliases',
    'import tensorflow.keras.layers as L, keras as k\nm = k.models.Sequential()\nm.add(L.Dense(8, input_dim=4))\nm.add(L.Dense(3))',
  ],
  [
    'all names of a module',
    'from keras.models import *\nfrom keras.layers import *\nm = Sequential([Dense(8, input_shape=(4,)), Dense(3)])',
  ],
  [
    'old modules',
    'from keras.layers.core import Dense\nfrom keras.engine.topology import Input\nfrom keras.engine.training import Model\ni = Input((4,))\nx = Dense(output_dim=8)(i)\nm = Model(input=i, output=Dense(3)(x))',
  ],
  ['no imports', 'model = Sequential()\nmodel.add(Dense(8, activation="relu", input_shape=(4,)))\nmodel.add(Dense(3))'],
  [
    'a loop',
    'import keras\nm = keras.Sequential()\nm.add(keras.Input((4,)))\nfor units in [8, 3]:\n    m.add(keras.layers.Dense(units))',
  ],
  [
    'a while loop',
    'import keras\nm = keras.Sequential([keras.Input((4,))])\nn = 8\nwhile n > 2:\n    m.add(keras.layers.Dense(n))\n    n = n // 2 - 1',
  ],
  [
    'a comprehension',
    'import keras\nm = keras.Sequential([keras.Input((4,))] + [keras.layers.Dense(u) for u in (8, 3)])',
  ],
  [
    'a function with arguments',
    'import keras\ndef build(size, *units, act="relu", **more):\n    x = i = keras.Input((size,))\n    for u in units: x = keras.layers.Dense(u, activation=act, **more)(x)\n    return keras.Model(i, x)\nm = build(4, 8, 3, use_bias=True)',
  ],
  [
    'a closure and a lambda',
    'import keras\ndef maker(act):\n    return lambda u: keras.layers.Dense(u, activation=act)\nd = maker("relu")\nm = keras.Sequential([keras.Input((4,)), d(8), d(3)])',
  ],
  [
    'partial',
    'import keras\nfrom functools import partial\nD = partial(keras.layers.Dense, activation="relu")\nm = keras.Sequential([keras.Input((4,)), D(8), D(units=3)])',
  ],
  [
    'a class that builds',
    'import keras\nclass Net:\n    def __init__(self, units):\n        self.model = keras.Sequential([keras.Input((4,))])\n        for u in units: self.model.add(keras.layers.Dense(u))\nnet = Net([8, 3])',
  ],
  [
    'a model of its own class',
    'import keras, tensorflow as tf\nclass Net(keras.Model):\n    def __init__(self):\n        super(Net, self).__init__()\n        self.a = keras.layers.Dense(8)\n        self.b = keras.layers.Dense(3)\n    def call(self, x, training=False):\n        return self.b(self.a(x))\nm = Net()\nm.build((None, 4))',
  ],
  [
    'pop',
    'import keras\nm = keras.Sequential([keras.Input((4,)), keras.layers.Dense(8), keras.layers.Dense(3), keras.layers.Dense(9)])\nm.pop()',
  ],
  [
    'layers of another',
    'import keras\ndef base():\n    return keras.Sequential([keras.Input((4,)), keras.layers.Dense(8), keras.layers.Dense(3), keras.layers.Dense(9)])\ndef cut(first):\n    return keras.Model(first.inputs, first.layers[-2].output)\nm = cut(base())',
  ],
  [
    'a console',
    '>>> import keras\n>>> m = keras.Sequential([\n...     keras.Input((4,)),\n...     keras.layers.Dense(8),\n...     keras.layers.Dense(3)])\n>>> m.count_params()\n67',
  ],
  [
    'numbers of lines',
    ' 1 import keras\n 2 m = keras.Sequential()\n 3 m.add(keras.Input((4,)))\n 4 for u in (8, 3):\n 5     m.add(keras.layers.Dense(u))',
  ],
  [
    'an indented block',
    '    import keras\n    m = keras.Sequential([keras.Input((4,))])\n    for u in (8, 3):\n        m.add(keras.layers.Dense(u))',
  ],
  [
    'smart quotes',
    'import keras\nm = keras.Sequential([keras.Input((4,)), keras.layers.Dense(8, activation=“relu”), keras.layers.Dense(3, activation=‘softmax’)])',
  ],
  [
    'tabs and spaces',
    'import keras\nm = keras.Sequential([keras.Input((4,))])\nfor u in (8, 3):\n\tif u:\n\t    m.add(keras.layers.Dense(u))',
  ],
  [
    'Python 2 and Korean',
    '# -*- coding: utf-8 -*-\nimport keras  # 케라스\nprint "모델", 1\nm = keras.Sequential([keras.Input((4,)), keras.layers.Dense(8), keras.layers.Dense(3)])  # 층 두 개\nprint m',
  ],
  [
    'magics',
    '%matplotlib inline\n!pip install keras\nimport keras\nm = keras.Sequential([keras.Input((4,)), keras.layers.Dense(8), keras.layers.Dense(3)])\nm?',
  ],
  [
    'what cannot be known beside it',
    'import os, sys, keras\nepochs = int(sys.argv[1])\ndata = open("x.csv").read()\nif os.path.exists("y"):\n    m = keras.models.load_model("y")\nelse:\n    m = keras.Sequential([keras.Input((4,)), keras.layers.Dense(8), keras.layers.Dense(3)])\nfor step in range(epochs):\n    print(step)',
  ],
])('%s', async (_, code) => {
  expect(await told(code)).toBe(dense);
});

test.each([
  [
    'an image',
    'x = keras.Input((8, 8, 3))\nm = keras.Model(x, keras.layers.GlobalAveragePooling2D()(keras.layers.Conv2D(4, 3, padding="same")(x)))',
    'input_layer 8×8×3, conv2d 8×8×4, global_average_pooling2d 4; 112',
  ],
  [
    'operators',
    'x = keras.Input((4,))\ny = keras.layers.Dense(4)(x)\nm = keras.Model(x, keras.layers.Dense(1)((x + y) * 2))',
    'input_layer 4, dense 4, add 4, multiply 4, dense_1 1; 25',
  ],
  [
    'shapes of tensors',
    'x = keras.Input((6, 2))\nf = x.shape[-1] * 2\nm = keras.Model(x, keras.layers.Conv1D(f, 3)(x[:, 1:-1, :]))',
    'input_layer 6×2, get_item 4×2, conv1d 2×4; 28',
  ],
  [
    'operations',
    'x = keras.Input((4, 4, 2))\na = keras.ops.relu(x)\nb = tf.concat([a, x], axis=-1)\nm = keras.Model(x, tf.reduce_mean(b, axis=[1, 2]))',
    'input_layer 4×4×2, relu 4×4×2, concatenate 4×4×4, mean 4; 0',
  ],
  [
    'a Lambda',
    'm = keras.Sequential([keras.Input((4, 4, 1)), keras.layers.Lambda(lambda x: x / 255., name="scale"), keras.layers.Flatten()])',
    'input_layer 4×4×1, scale 4×4×1, flatten 16; 0',
  ],
  [
    'wrappers',
    'm = keras.Sequential([keras.Input((None, 5)), keras.layers.Bidirectional(keras.layers.LSTM(3, return_sequences=True)), keras.layers.TimeDistributed(keras.layers.Dense(2))])',
    'input_layer ×5, bidirectional ×6, time_distributed ×2; 230',
  ],
  [
    'two inputs',
    'a = keras.Input((3,), name="a")\nb = keras.Input((2,), name="b")\nm = keras.Model([a, b], keras.layers.Dense(1, name="out")(keras.layers.concatenate([a, b])))',
    'a 3, b 2, concatenate 5, out 1; 6',
  ],
  [
    'a layer of a class of the text',
    'class Block(keras.layers.Layer):\n    def __init__(self, u, **kw):\n        super().__init__(**kw)\n        self.d = keras.layers.Dense(u)\n        self.n = keras.layers.BatchNormalization()\n    def call(self, x):\n        return self.n(self.d(x)) + x\nx = keras.Input((4,))\nm = keras.Model(x, Block(4, name="block")(x))',
    'input_layer 4, dense 4, batch_normalization 4, add 4; 36',
  ],
  [
    'a class made from a layer',
    'class MCDropout(keras.layers.Dropout):\n    def call(self, inputs):\n        return super().call(inputs, training=True)\nm = keras.Sequential([keras.Input((4,)), MCDropout(0.5), keras.layers.Dense(1)])',
    'input_layer 4, mc_dropout 4, dense 1; 5',
  ],
  [
    'shapes of known data',
    '(x, y), _ = keras.datasets.mnist.load_data()\nx = x.reshape(60000, 784).astype("float32") / 255\nm = keras.Sequential([keras.layers.Dense(10, input_shape=x.shape[1:])])',
    'input_layer 784, dense 10; 7850',
  ],
  [
    'data of scikit-learn',
    'from sklearn.datasets import fetch_california_housing\nfrom sklearn.model_selection import train_test_split\nh = fetch_california_housing()\nx, t, y, v = train_test_split(h.data, h.target)\nm = keras.Sequential([keras.layers.Dense(2, input_shape=x.shape[1:])])',
    'input_layer 8, dense 2; 18',
  ],
  [
    'texts of any length',
    'm = keras.Sequential([keras.layers.Embedding(10, 4), keras.layers.LSTM(3)])',
    'input_layer , embedding ×4, lstm 3; 136',
  ],
  [
    'Keras 1',
    'm = Sequential()\nm.add(Convolution2D(4, 3, 3, border_mode="same", subsample=(2, 2), input_shape=(8, 8, 1)))\nm.add(Flatten())',
    'input_layer 8×8×1, conv2d 4×4×4, flatten 64; 40',
  ],
])('%s becomes bricks', async (_, code, layers) => {
  expect(await told(`import keras\nimport tensorflow as tf\n${code}`)).toBe(layers);
});

test('VGG16 as it is usually written is the template, layer by layer', async () => {
  for (const [top, options] of [
    ['', {}],
    ['\nmodel = build_vgg16((64, 64, 3), include_top=False)\n', { includeTop: false, inputShape: [64, 64, 3] }],
  ] as const) {
    const plan = await planOf(`${fixture('vgg16.py')}${top}`, { model: 'model' });
    const wanted = compile(buildTemplate(vgg16, options), library);
    const facts = ({ steps }: typeof plan) =>
      steps.map(({ name, call, shape, inputs }) => ({ name, kerasArgs: call.kerasArgs, shape, inputs }));
    expect(facts(plan)).toEqual(facts(wanted));
  }
});

const gan = `import keras
discriminator = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1)], name="discriminator")
generator = keras.Sequential([keras.Input((2,)), keras.layers.Dense(8)], name="generator")
z = keras.Input((2,))
gan = keras.Model(z, discriminator(generator(z)))
`;

test('several models are a list to choose from', async () => {
  const names = ['discriminator', 'generator', 'gan'];
  const listed = await modelsInFile(fileOf(gan), library);
  const models = names.map((name, at) => ({ name, parameters: [9, 24, 33][at] }));
  expect(listed).toEqual({ ok: true, value: { models, dropped: [] } });
  expect(await told(gan, { model: 'generator' })).toMatch(/; 24$/);
  // What is no part of another is meant where none is chosen.
  expect(await told(gan)).toMatch(/; 33$/);
  const two = await importModel(fileOf(gan.split('z = ')[0]!), library);
  expect(two).toMatchObject({
    ok: false,
    error: { code: 'whichModel', data: { models: names.slice(0, 2) } },
  });
});

const cells = (...sources: readonly string[]) =>
  JSON.stringify({
    nbformat: 4,
    cells: sources.map((source) => ({ cell_type: 'code', source: source.split(/(?<=\n)/), outputs: [] })),
  });

test('a notebook is its code cells; a name that is used again is told apart by its cell', async () => {
  const notebook = cells(
    '%matplotlib inline\nimport keras',
    'model = keras.Sequential([keras.Input((4,))])\nmodel.add(keras.layers.Dense(2))',
    'model.add(keras.layers.Dense(3))',
  );
  const listed = await modelsInFile(fileOf(notebook, 'a.ipynb'), library);
  expect(listed).toEqual({
    ok: true,
    value: {
      models: [
        { name: 'model@1', parameters: 10 },
        { name: 'model@2', parameters: 19 },
      ],
      dropped: [],
    },
  });
});

test('Markdown is the code between its fences', async () => {
  const text =
    'A model:\n\n```python\nimport keras\nm = keras.Sequential([keras.Input((4,)), keras.layers.Dense(8)])\n```\n\nand\n\n```sh\nrm x\n```\n```py\nm.add(keras.layers.Dense(3))\n```\n';
  expect(await told(text, {}, 'readme.md')).toBe(dense);
});

test('what the text does not say is asked for by its name, and taken when it is said', async () => {
  const code =
    'import keras, pandas as pd\ntable = pd.read_csv("x.csv")\nclasses = len(table.label.unique())\nm = keras.Sequential([keras.Input((4,)), keras.layers.Dense(8), keras.layers.Dense(classes)])';
  const read = await importModel(fileOf(code), library);
  expect(read).toMatchObject({
    ok: false,
    error: {
      code: 'noModel',
      data: { first: { code: 'unknownValue', line: 4, data: { name: 'classes', wanted: 'Dense.units' } } },
    },
  });
  expect(await told(code, { values: { classes: 3 } })).toBe(dense);
});

test.each([
  ['m = keras.Sequential([keras.Input((4,)), keras.layers.Dense(8])', 'Line 2: “m = keras'],
  ['x = keras.Input((4,))\nm = keras.Model(x, keras.layers.Dense(units)(x))', 'Line 3: nothing is called units.'],
  // A layer that cannot be called is no missing input.
  [
    'm = keras.Sequential([keras.Input((4,)), keras.layers.Lambda(lambda x: thing(x)), keras.layers.Dense(2)])',
    'Line 2: nothing is called thing.',
  ],
  ['x = keras.Input((4,))\nm = keras.Model(x, keras.layers.Dense()(x))', 'Line 3: Dense(…) needs units'],
  ['m = keras.Sequential([keras.layers.Dense(3)])', 'nothing says what goes into sequential'],
  ['while True:\n    pass', 'Line 2: this takes more than'],
  ['n = 0\nfor i in range(10**12):\n    n += 1', 'this takes more than'],
  ['def f():\n    return f()\nf()', 'too much lies inside each other'],
  [`m = ${'('.repeat(500)}1${')'.repeat(500)}`, 'too much lies inside each other'],
  ['x = keras.Input((4,))\nm = keras.Model(keras.Input((4,)), keras.layers.Dense(1)(x))', 'Line 3: the outputs of'],
  ['raise ValueError("no")', 'Line 2: the code ends here with an error of its own: no'],
  [
    'm = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)]).get_layer("missing")',
    'Line 2: no layer is called missing; there are dense.',
  ],
  [
    'm = keras.Sequential([keras.Input((4,)), keras.layers.Dense(2)])\nm.add(keras.layers.Dense(units))',
    'Line 3: nothing is called units.',
  ],
  [
    'm = keras.Sequential([keras.Input((4,)), keras.layers.Dense(2)])\nm = keras.Sequential([keras.layers.Dense(units)])',
    'Line 3: nothing is called units.',
  ],
  ['import os\nos.remove("x")', 'The code makes no model under a name.'],
])('%j is told with its line', async (code, text) => {
  const read = await importModel(fileOf(`import keras\n${code}`), library);
  expect(read.ok).toBe(false);
  if (read.ok) return;
  expect(importTroubleText(read.error, 'en')).toContain(text);
  expect(importTroubleText(read.error, 'ko')).toMatch(/[가-힣]/);
});

test('a shape that is said builds a model whose text does not say it', async () => {
  const code = 'import keras\nm = keras.Sequential([keras.layers.Dense(8), keras.layers.Dense(3)])';
  expect(await told(code, { shapes: { '': [4] } })).toBe('input_layer 4, dense 8, dense_1 3; 67');
});

test('what depends on a value that the text does not say is left out, and said', async () => {
  const code =
    'import keras, sys\nm = keras.Sequential([keras.Input((4,)), keras.layers.Dense(8)])\nif len(sys.argv) > 1:\n    m.add(keras.layers.Dropout(0.5))\nm.add(keras.layers.Dense(3))';
  const read = await importModel(fileOf(code), library);
  if (!read.ok) throw new Error(read.error.code);
  expect(importNotes(read.value.report, 'en').join('\n')).toContain('Skipped. Line 3: whether');
});

test.each([
  ['layers.Flatten()(Mine(4, name="m")(x))', 'm'],
  ['layers.Flatten()(shop.Mine(4)(x))', 'mine'],
  ['keras.Sequential([Mine(units=4), layers.Flatten()])(x)', 'mine'],
])('a class that nobody knows is a placeholder where it is used as a layer: %s', async (code, name) => {
  const text = `import keras, shop\nfrom keras import layers\nx = keras.Input((4, 2))\ny = ${code}\nm = keras.Model(x, y)\n`;
  const read = await importModel(fileOf(text), library);
  if (!read.ok) throw new Error(read.error.code);
  expect(read.value.document.nodes[name]).toMatchObject({ type: 'placeholder', params: { className: 'Mine' } });
  const listed = await modelsInFile(fileOf(text), library);
  expect(listed).toMatchObject({ ok: true, value: { dropped: [] } });
});

test('a list of models says what is in none of them, and that there are none', async () => {
  const text = `import keras\nm = keras.Sequential([keras.Input((4,)), keras.layers.Dense(2)])\nmine(3)\n`;
  const listed = await modelsInFile(fileOf(text), library);
  if (!listed.ok) throw new Error(listed.error.code);
  expect(listed.value.models).toEqual([{ name: 'm', parameters: 10 }]);
  expect(importNotes({ taken: [], assumed: [], dropped: listed.value.dropped }, 'en')).toEqual([
    'Skipped. Line 3: nothing is called mine. Paste the lines that make it, too.',
  ]);
  const none = await modelsInFile(fileOf('import keras\nmine(3)\n'), library);
  expect(none).toMatchObject({ ok: false, error: { code: 'noModel', data: { first: { line: 2 } } } });
});
