import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chain, frozenHead } from '../../../e2e/documents/chain';
import { hostile, hostileText } from '../../../e2e/documents/hostile';
import { library, templates } from '../../../templates/index';
import { buildTemplate } from '../../document/template';
import { compile } from '../../compile/compile';
import { toKeras } from './keras';
import { layerNames } from '../../compile/layerNames';
import { commentText } from '../../compile/commentText';
import { pythonString } from '../keras/pythonText';

const template = (id: string) => buildTemplate(templates.find((candidate) => candidate.id === id)!);

describe('toKeras', () => {
  test('a small CNN, whole', () => {
    const document = chain('Digits CNN', [
      ['inputImage', 'digit'],
      ['conv2d', 'conv2d', { filters: 8, activation: 'relu' }],
      ['maxPooling2d', 'max_pooling2d'],
      ['conv2d', 'conv2d_1', { filters: 16, activation: 'relu' }],
      ['maxPooling2d', 'max_pooling2d_1'],
      ['flatten', 'flatten'],
      ['dense', 'predictions', { units: 10, activation: 'softmax' }],
    ]);
    expect(toKeras(compile(document, library), document.training)).toBe(`# Digits CNN: Keras 3, exported by DeepBrick.
import keras
from keras import layers


def build_model():
    digit = keras.Input(shape=(28, 28, 1), name="digit")
    conv2d = layers.Conv2D(8, (3, 3), activation="relu", name="conv2d")(digit)
    max_pooling2d = layers.MaxPooling2D((2, 2), strides=(2, 2), name="max_pooling2d")(conv2d)
    conv2d_1 = layers.Conv2D(16, (3, 3), activation="relu", name="conv2d_1")(max_pooling2d)
    max_pooling2d_1 = layers.MaxPooling2D((2, 2), strides=(2, 2), name="max_pooling2d_1")(conv2d_1)
    flatten = layers.Flatten(name="flatten")(max_pooling2d_1)
    predictions = layers.Dense(10, activation="softmax", name="predictions")(flatten)

    model = keras.Model(inputs=digit, outputs=predictions, name="digits_cnn")
    return model


def compile_model(model):
    model.compile(
        optimizer=keras.optimizers.Adam(learning_rate=0.001, beta_1=0.9, beta_2=0.999, epsilon=1e-7),
        loss="sparse_categorical_crossentropy",
        metrics=["accuracy"],
    )


if __name__ == "__main__":
    model = build_model()
    compile_model(model)
    model.summary()
`);
  });

  test('a frozen backbone comes from keras.applications', () => {
    const document = frozenHead();
    const code = toKeras(compile(document, library), document.training);
    expect(code).toContain('keras.applications.VGG16(');
    for (const argument of ['weights=None', 'include_top=False', 'input_shape=(224, 224, 3)', 'pooling=None']) {
      expect(code).toContain(argument);
    }
    expect(code).toContain('    model.get_layer("vgg16").trainable = False\n');
    expect(code).toContain('loss="binary_crossentropy"');
  });

  test('a backbone of our own is a function of its own', () => {
    const own = { architecture: 'digits-backbone', pooling: 'avg' };
    const document = chain('digits', [
      ['inputImage', 'digit', { shape: [28, 28, 1] }],
      ['pretrainedBackbone', 'backbone', own],
      ['dense', 'answer', { units: 5, activation: 'softmax' }],
    ]);
    const code = toKeras(compile(document, library));
    expect(code).not.toContain('keras.applications');
    expect(code).toContain('def build_backbone(name):\n    input_layer = keras.Input(shape=(28, 28, 1)');
    expect(code).toContain('outputs=global_average_pooling2d, name=name)');
    expect(code).toContain('    backbone = build_backbone(name="backbone")(digit)\n');
  });

  test.each([
    ['dense', { kernelInitializer: { name: 'leCunNormal' } }, 'kernel_initializer="lecun_normal"'],
    ['dense', { kernelInitializer: { name: 'constant', value: 0.5 } }, 'keras.initializers.Constant(value=0.5)'],
    ['dense', { kernelRegularizer: { name: 'l1l2', l1: 0.1, l2: 0 } }, 'keras.regularizers.L1L2(l1=0.1, l2=0)'],
    [
      'dense',
      { kernelConstraint: { name: 'maxNorm', maxValue: 3, axis: 0 } },
      'constraints.MaxNorm(max_value=3, axis=0)',
    ],
    ['dense', { activation: 'logSoftmax' }, 'activation="log_softmax"'],
    ['dense', { useBias: false }, 'use_bias=False'],
    ['activation', { activation: 'linear' }, 'layers.Activation("linear", '],
    ['batchNormalization', { momentum: 0.9 }, 'layers.BatchNormalization(momentum=0.9, name='],
    ['reshape', { targetShape: [null, 2] }, 'layers.Reshape((-1, 2), '],
    ['dropout', { rate: 0.25 }, 'layers.Dropout(0.25, '],
  ])('%s %o prints %s', (type, params, text) => {
    const plan = compile(
      chain('one', [
        ['inputVector', 'input', { shape: [8] }],
        [type, 'it', params],
      ]),
      library,
    );
    expect(plan.issues).toEqual([]);
    expect(toKeras(plan).replace(/\n {8}(?=\S)/g, ' ')).toContain(text);
  });

  test('hostile names and titles leave the lines of the script as they are', () => {
    const residual = template('residual');
    const outline = (code: string) =>
      code
        .split('\n')
        .filter((line) => !/^ *#|^ {8}|^ {4}\)/.test(line))
        .map((line) => /^ *[^A-Za-z ]*(?:\w+(?= =)|)(.*?)\(/.exec(line)?.[1] ?? line);
    const wanted = outline(toKeras(compile(residual, library)));
    fc.assert(
      fc.property(hostile(residual), (document) => {
        const plan = compile(document, library);
        const code = toKeras(plan);
        expect(outline(code)).toEqual(wanted);
        expect(code).not.toMatch(/[^\n\x20-\x7e\p{L}\p{M}\p{N}\p{P}\p{S}\p{Zs}]/u);
      }),
    );
  });

  test('string literals and comments stay on one line', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(pythonString(text)).toMatch(
          /^"(?:[^"\\\p{C}\p{Zl}\p{Zp}]|\\(?:[\\"n]|x[0-9a-f]{2}|u[0-9a-f]{4}|U[0-9a-f]{8}))*"$/u,
        );
        expect(commentText(text)).toMatch(/^[^\p{C}\p{Zl}\p{Zp}]*$/u);
      }),
    );
  });

  test('a broken model still prints, and says so', () => {
    const plan = compile(
      chain('broken', [
        ['inputVector', 'a'],
        ['conv2d', 'b'],
      ]),
      library,
    );
    expect(toKeras(plan)).toContain('# The model has open problems in the editor');
  });
});

describe('layerNames', () => {
  test.each([
    [
      ['conv2d', 'a-b.c_d'],
      ['conv2d', 'a-b.c_d'],
    ],
    [
      ['a/b', 'a_b'],
      ['a_b_1', 'a_b'],
    ],
    [
      ['a/b', 'a b'],
      ['a_b', 'a_b_1'],
    ],
    [
      ['한글', '합성곱'],
      ['conv2d', 'conv2d_1'],
    ],
    [
      ['_x', '.y'],
      ['x', 'y'],
    ],
  ])('%o → %o', (names, legal) => {
    expect([...layerNames(names.map((name) => ({ name, type: 'conv2d' }))).values()]).toEqual(legal);
  });

  test('are legal and unique whatever the names', () => {
    fc.assert(
      fc.property(fc.uniqueArray(hostileText, { maxLength: 20 }), (names) => {
        const legal = [...layerNames(names.map((name) => ({ name, type: 'maxPooling2d' }))).values()];
        expect(new Set(legal).size).toBe(names.length);
        for (const name of legal) expect(name).toMatch(/^[A-Za-z0-9][-A-Za-z0-9._]*$/);
      }),
    );
  });
});
