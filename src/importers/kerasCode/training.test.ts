import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { library } from '../../../templates/index';
import vgg16Transfer from '../../../templates/vgg16Transfer';
import { compile } from '../../compile/compile';
import { initialTraining } from '../../document/training';
import { buildTemplate } from '../../document/template';
import { importTroubleText } from '../../i18n/troubles/importTrouble';
import { importModel } from '../importModel';

async function imported(code: string) {
  const read = await importModel({ name: 'train.py', blob: new Blob([code]) }, library, { model: 'model' });
  if (!read.ok) throw new Error(importTroubleText(read.error, 'en'));
  return read.value;
}

const script = readFileSync(new URL('fixtures/catsAndDogs.py', import.meta.url), 'utf8');
const [beforeFineTuning] = script.split('conv_base.trainable = True') as [string];

test('cats and dogs on a frozen VGG16: a backbone, its head, and how it is trained', async () => {
  const { document } = await imported(beforeFineTuning);
  expect(document.nodes['vgg16']).toMatchObject({
    trainable: false,
    params: { architecture: 'vgg16', weights: 'imagenet', includeTop: false, trainableLayers: 'all' },
  });
  expect(document.training).toEqual({
    ...initialTraining,
    dataset: 'photos:',
    loss: 'binaryCrossentropy',
    metrics: ['accuracy'],
    optimizer: {
      name: 'rmsprop',
      settings: { learningRate: 2e-5, rho: 0.9, momentum: 0, epsilon: 1e-7, centered: false },
    },
    batchSize: 20,
    epochs: 30,
    preprocessing: 'scale',
    interpolation: 'nearest',
    augmentation: {
      ...initialTraining.augmentation,
      enabled: true,
      rotationRange: 40,
      widthShiftRange: 0.2,
      heightShiftRange: 0.2,
      shearRange: 0.2,
      zoomRange: 0.2,
    },
  });
});

test('the loop that sets the last block free trains from it on', async () => {
  const { document } = await imported(script);
  expect(document.nodes['vgg16']).toMatchObject({
    trainable: true,
    params: { trainableLayers: 'from', trainableFrom: 'block5_conv1' },
  });
  expect(document.training).toMatchObject({ epochs: 100, optimizer: { settings: { learningRate: 1e-5 } } });
});

test('with the sizes of the template it is the template', async () => {
  const own = beforeFineTuning
    .replace('input_shape=(150, 150, 3)', 'input_shape=(224, 224, 3)')
    .replace('Dense(256', 'Dense(512')
    .replace('activation="sigmoid"', 'activation="sigmoid", name="predictions"');
  const facts = (document: Parameters<typeof compile>[0]) => {
    const { steps, totals } = compile(document, library);
    return [
      totals,
      steps.slice(1).map(({ name, call, shape, trainable }) => ({ name, kerasArgs: call.kerasArgs, shape, trainable })),
    ];
  };
  expect(facts((await imported(own)).document)).toEqual(facts(buildTemplate(vgg16Transfer)));
});

const head =
  'import keras\nmodel = keras.Sequential([keras.Input((784,)), keras.layers.Dense(10, activation="softmax")])\n';

test.each([
  [
    'the usual words',
    'model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])\nmodel.fit(x, y, epochs=3, batch_size=128, validation_split=0.1)',
    { loss: 'sparseCategoricalCrossentropy', metrics: ['accuracy'], epochs: 3, batchSize: 128, validationSplit: 0.1 },
  ],
  [
    'Keras’s own values',
    'model.compile(loss="mse", optimizer=keras.optimizers.SGD())\nmodel.fit(x, y)',
    {
      loss: 'meanSquaredError',
      epochs: 1,
      batchSize: 32,
      optimizer: { name: 'sgd', settings: { learningRate: 0.01 } },
    },
  ],
  [
    'objects',
    'model.compile(optimizer=keras.optimizers.Adam(3e-4), loss=keras.losses.CategoricalCrossentropy())',
    {
      loss: 'categoricalCrossentropy',
      optimizer: { name: 'adam', settings: { learningRate: 3e-4, beta1: 0.9, beta2: 0.999, epsilon: 1e-7 } },
    },
  ],
  [
    'constants',
    'EPOCHS, BATCH_SIZE = 7, 16\nmodel.compile("sgd", "mse")\nmodel.fit(data.batch(BATCH_SIZE), epochs=EPOCHS)',
    { epochs: 7, batchSize: 16 },
  ],
  [
    'early stopping',
    'model.compile("sgd", "mse")\nstop = keras.callbacks.EarlyStopping(monitor="val_accuracy", patience=4)\nmodel.fit(x, y, callbacks=[stop])',
    { earlyStopping: { enabled: true, monitor: 'validationAccuracy', patience: 4, minDelta: 0 } },
  ],
  ['a seed', 'keras.utils.set_random_seed(42)\nmodel.compile("sgd", "mse")', { seed: 42 }],
  [
    'arguments of the command line',
    'import argparse\np = argparse.ArgumentParser()\np.add_argument("--epochs", type=int, default=9)\na = p.parse_args()\nmodel.compile("sgd", "mse")\nmodel.fit(x, y, epochs=a.epochs)',
    { epochs: 9 },
  ],
])('%s', async (_, code, training) => {
  const { document } = await imported(`${head}x = y = data = open("data")\n${code}`);
  expect(document.training).toMatchObject(training);
});

test('data that are not here are said', async () => {
  const { report } = await imported(`${head}(x, y), _ = keras.datasets.cifar10.load_data()\nmodel.fit(x, y)`);
  expect(report.dropped).toContainEqual({
    code: 'trainingSetting',
    where: null,
    data: { setting: 'dataset', value: 'cifar10' },
  });
});

const compiled = (optimizer: string, before = '') => `import keras
${before}
model = keras.Sequential([keras.layers.Input((4,)), keras.layers.Dense(3, activation="softmax")])
model.compile(optimizer=${optimizer}, loss="categorical_crossentropy", metrics=["accuracy"])
`;

test.each([
  ['keras.optimizers.AdamW(0.002)', 'adamw', { learningRate: 0.002, weightDecay: 0.004 }],
  ['keras.optimizers.AdamW(weight_decay=0.01, clipnorm=1.0)', 'adamw', { weightDecay: 0.01, clipnorm: 1 }],
  ['keras.optimizers.Adam(1e-4, global_clipnorm=5)', 'adam', { learningRate: 1e-4, globalClipnorm: 5 }],
  ['keras.optimizers.SGD(0.1, weight_decay=5e-4, clipvalue=0.5)', 'sgd', { weightDecay: 5e-4, clipvalue: 0.5 }],
  ['"nadam"', 'nadam', { learningRate: 0.001 }],
  ['keras.optimizers.Lion(beta_2=0.98)', 'lion', { beta2: 0.98 }],
])('%s is taken as it is', async (code, name, settings) => {
  const { document, report } = await imported(compiled(code));
  expect(document.training.optimizer).toMatchObject({ name, settings });
  expect(report.dropped).toEqual([]);
});

const schedule = 'keras.optimizers.schedules.';
const other = (name: string, settings: object) => ({ name, settings });

test.each([
  [
    `${schedule}ExponentialDecay(0.01, 500, 0.9, staircase=True)`,
    0.01,
    other('exponentialDecay', { decaySteps: 500, decayRate: 0.9, staircase: true }),
  ],
  [
    `${schedule}InverseTimeDecay(0.1, decay_steps=10, decay_rate=0.5)`,
    0.1,
    other('inverseTimeDecay', { decaySteps: 10, decayRate: 0.5, staircase: false }),
  ],
  [
    `${schedule}PolynomialDecay(0.1, 200)`,
    0.1,
    other('polynomialDecay', { decaySteps: 200, endLearningRate: 0.0001, power: 1, cycle: false }),
  ],
  [
    `${schedule}CosineDecay(0.1, 200, alpha=0.01)`,
    0.1,
    other('cosineDecay', { decaySteps: 200, alpha: 0.01, warmupSteps: 0, initialLearningRate: 0 }),
  ],
  [
    `${schedule}CosineDecay(0.0, 200, warmup_target=0.02, warmup_steps=50)`,
    0.02,
    other('cosineDecay', { decaySteps: 200, alpha: 0, warmupSteps: 50, initialLearningRate: 0 }),
  ],
  [
    `${schedule}CosineDecayRestarts(0.1, 100, m_mul=0.8)`,
    0.1,
    other('cosineDecayRestarts', { firstDecaySteps: 100, tMul: 2, mMul: 0.8, alpha: 0 }),
  ],
  [
    `${schedule}PiecewiseConstantDecay([100, 200], [0.1, 0.01, 0.001])`,
    0.1,
    other('piecewiseConstantDecay', { boundaries: [100, 200], values: [0.01, 0.001] }),
  ],
])('%s is the learning rate of the optimizer', async (code, rate, expected) => {
  const { document, report } = await imported(compiled(`keras.optimizers.SGD(learning_rate=${code})`));
  expect(document.training).toMatchObject({
    optimizer: { name: 'sgd', settings: { learningRate: rate } },
    learningRateSchedule: expected,
  });
  expect(report.dropped).toEqual([]);
});

test('a schedule is read by its name alone, too, and one that nothing here computes is told', async () => {
  const before = 'from keras.optimizers.schedules import CosineDecay\nrate = CosineDecay(0.05, 40)';
  const { document } = await imported(compiled('keras.optimizers.AdamW(rate)', before));
  expect(document.training.learningRateSchedule).toMatchObject({ name: 'cosineDecay', settings: { decaySteps: 40 } });
  const broken = await imported(compiled(`keras.optimizers.SGD(${schedule}CosineDecay(0.1, -5))`));
  expect(broken.document.training.learningRateSchedule.name).toBe('constant');
  expect(broken.report.dropped.map(({ code }) => code)).toEqual(['trainingSetting']);
});

test('callbacks that lower the learning rate are taken, one that a function of the code is in is told', async () => {
  const fit = (callback: string) => `${compiled('"adam"')}
x_train = keras.datasets.mnist.load_data()[0][0]
model.fit(x_train, x_train, callbacks=[${callback}])
`;
  const lowered = await imported(
    fit('keras.callbacks.ReduceLROnPlateau(monitor="val_accuracy", factor=0.2, patience=4)'),
  );
  expect(lowered.document.training.learningRateSchedule).toEqual(
    other('reduceLROnPlateau', {
      monitor: 'validationAccuracy',
      factor: 0.2,
      patience: 4,
      minDelta: 0.0001,
      cooldown: 0,
      minLr: 0,
    }),
  );
  const own = await imported(fit('keras.callbacks.LearningRateScheduler(lambda epoch: 0.1 / (epoch + 1))'));
  expect(own.report.dropped).toContainEqual({
    code: 'trainingSetting',
    where: null,
    data: { setting: 'callbacks', value: 'LearningRateScheduler' },
  });
});

test.each([
  ['Huber(2.5)', { loss: 'huber', lossSettings: { delta: 2.5 } }, null],
  [
    'CategoricalCrossentropy(label_smoothing=0.1)',
    { loss: 'categoricalCrossentropy', lossSettings: { labelSmoothing: 0.1 } },
    null,
  ],
  [
    'CategoricalFocalCrossentropy(0.5, gamma=1.5)',
    { loss: 'categoricalFocalCrossentropy', lossSettings: { alpha: 0.5, gamma: 1.5 } },
    null,
  ],
  [
    'BinaryFocalCrossentropy(apply_class_balancing=True)',
    { loss: 'binaryFocalCrossentropy', lossSettings: { applyClassBalancing: true } },
    null,
  ],
  ['KLDivergence()', { loss: 'kullbackLeiblerDivergence', lossSettings: {} }, null],
  ['Tversky(beta=0.3, axis=(1, 2))', { loss: 'auto', lossSettings: {} }, 'Tversky(axis=[1,2])'],
  ['MeanSquaredError(reduction="sum")', { loss: 'auto', lossSettings: {} }, 'MeanSquaredError(reduction="sum")'],
  ['Huber(delta=-1)', { loss: 'auto', lossSettings: {} }, 'Huber(delta=-1)'],
])('the loss %s', async (loss, expected, dropped) => {
  const { document, report } = await imported(`
import keras
model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(3, activation="softmax")])
model.compile(optimizer="adam", loss=keras.losses.${loss})
`);
  expect(document.training).toMatchObject(expected);
  const left = report.dropped.flatMap((note) =>
    note.code === 'trainingSetting' && note.data.setting === 'loss' ? [note.data.value] : [],
  );
  expect(left).toEqual(dropped === null ? [] : [dropped]);
});
