import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chain, frozenHead } from '../../../../e2e/documents/chain';
import { hostile, hostileText } from '../../../../e2e/documents/hostile';
import { library, templates } from '../../../../templates/index';
import { buildTemplate } from '../../../document/template';
import { compile } from '../../../compile/compile';
import { modelFile } from './modelFile';
import { commentText } from '../../../compile/commentText';
import { projectNames, pythonString } from '../pythonText';

const template = (id: string) => buildTemplate(templates.find((candidate) => candidate.id === id)!);

/** Calls that black would break, on one line. */
const joined = (code: string) => code.replace(/\(\n {8}(?=\S)/g, '(').replace(/\n {4}\)/g, ')');

describe('modelFile', () => {
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
    expect(modelFile(compile(document, library))).toBe(`"""Digits CNN, made with DeepBrick: Keras 3."""

import keras
from keras import layers


def build_model():
    """Digits CNN: (28, 28, 1) to (10,), 5,258 parameters."""
    digit = keras.Input(shape=(28, 28, 1), name="digit")
    x = layers.Conv2D(8, (3, 3), activation="relu", name="conv2d")(digit)
    x = layers.MaxPooling2D((2, 2), name="max_pooling2d")(x)
    x = layers.Conv2D(16, (3, 3), activation="relu", name="conv2d_1")(x)
    x = layers.MaxPooling2D((2, 2), name="max_pooling2d_1")(x)
    x = layers.Flatten(name="flatten")(x)
    predictions = layers.Dense(10, activation="softmax", name="predictions")(x)

    return keras.Model(inputs=digit, outputs=predictions, name="digits_cnn")


if __name__ == "__main__":
    build_model().summary()
`);
  });

  test('a frozen backbone comes from keras.applications', () => {
    const document = frozenHead();
    const code = modelFile(compile(document, library));
    expect(code).toContain('keras.applications.VGG16(');
    for (const argument of ['weights=None', 'include_top=False', 'input_shape=(224, 224, 3)', 'pooling=None']) {
      expect(code).toContain(argument);
    }
    expect(code).toContain('    model.get_layer("vgg16").trainable = False\n');
  });

  test('a backbone of our own is a function of its own', () => {
    const own = { architecture: 'digits-backbone', pooling: 'avg' };
    const document = chain('digits', [
      ['inputImage', 'digit', { shape: [28, 28, 1] }],
      ['pretrainedBackbone', 'backbone', own],
      ['dense', 'answer', { units: 5, activation: 'softmax' }],
    ]);
    const code = modelFile(compile(document, library));
    expect(code).not.toContain('keras.applications');
    expect(code).toMatch(/def build_backbone\(name\):\n.*\n {4}input_layer = keras.Input\(shape=\(28, 28, 1\)/);
    expect(code).toContain('outputs=global_average_pooling2d, name=name)');
    expect(code).toContain('    x = build_backbone(name="backbone")(digit)\n');
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
    expect(joined(modelFile(plan))).toContain(text);
  });

  test('hostile names and titles stay in strings and comments', () => {
    const plain = (code: string) =>
      code
        .replace(/^ *#.*$/gm, '')
        .replace(/"""[^"]*"""/g, '')
        .replace(/f?"(?:[^"\\\n]|\\.)*"/g, 'text');
    fc.assert(
      fc.property(hostile(template('residual')), (document) => {
        const code = modelFile(compile(document, library));
        expect(plain(code)).toMatch(/^[\w .,=()[\]:*+\-\n]*$/);
        expect(
          code.match(/^\S.*$/gm)!.filter((line) => !/^("""|import|from|def|if|\):?$|[^"]*"""$)/.test(line)),
        ).toEqual([]);
        expect(code).not.toMatch(/[^\n\x20-\x7e\p{L}\p{M}\p{N}\p{P}\p{S}\p{Zs}]/u);
      }),
    );
  });

  test.each('filters name fit Data branch x number build_model count keras strides'.split(' '))(
    'functions have names of their own where blocks are called %s',
    (called) => {
      const residual = template('resnet50');
      const names = new Map(Object.keys(residual.blocks).map((name, place) => [name, `${called} ${place}`]));
      const blocks = Object.entries(residual.blocks).map(([name, block]) => [
        names.get(name)!,
        { ...block, parent: block.parent === undefined ? undefined : names.get(block.parent) },
      ]);
      const code = modelFile(compile({ ...residual, blocks: Object.fromEntries(blocks) }, library));
      const functions = [...code.matchAll(/^def (\w+)\(([^)]*)\)/gm)].map(([, name, given]) => ({
        name: name!,
        given: given!,
      }));
      expect(functions.length).toBeGreaterThan(1);
      expect(new Set(functions.map(({ name }) => name)).size).toBe(functions.length);
      const hidden = functions.filter(({ name }) =>
        functions.some(({ given }) => new RegExp(`\\b${name}\\b`).test(given)),
      );
      expect(hidden).toEqual([]);
      expect(functions.filter(({ name }) => projectNames.includes(name) && name !== 'build_model')).toEqual([]);
    },
  );

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
    expect(modelFile(plan)).toContain('# The model has open problems in the editor');
  });
});
