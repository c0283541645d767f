import { format } from 'prettier';
import { expect, test } from 'vitest';
import { formatted } from './formatted';
import { columnsOf } from './layout';

const filters = 'filters: 64, kernelSize: [3, 3], padding: "same", activation: "relu"';

const declarations = [
  'import { AdaptiveAveragePooling2d, BatchNormalization } from "deepbrick-runtime/layers";',
  'import { AdaptiveAveragePooling2dOfAVeryLongNameIndeed } from "deepbrick-runtime/layers";',
  `export const settings: Settings = { name: "${'long '.repeat(20)}", title: "${'long '.repeat(20)}", outputs: [{ a: 1, b: 2 }, { a: 3, b: 4 }], none: {}, empty: [], "own name": [1], rate: 1e-7, more: [true, null] };`,
];
const statements = [
  'const x = tf.input({ name: "digit", shape: [28, 28, 1] });',
  `x = apply(x, tf.layers.conv2d({ name: "conv2d", ${filters} }));`,
  `const someLongName = apply(image, tf.layers.conv2d({ name: "conv2d", ${filters} }));`,
  `x = convolutionBlock(x, { name: "block_1", ${filters} });`,
  `x = apply([${Array.from({ length: 20 }, (_, at) => `branch_${at}`).join(', ')}], tf.layers.concatenate({ name: "c" }));`,
  'x = apply(x, tf.layers.zeroPadding2d({ name: "padding", padding: [[0, 1], [0, 1]] }));',
  `x = apply(x, tf.layers.timeDistributed({ name: "each", layer: tf.layers.conv2d({ ${filters} }) }));`,
  `x = apply(x, new Own({ name: "a ), ] and '", kernelInitializer: tf.initializers.randomNormal({ mean: 0, stddev: 0.5 }) }));`,
  'x = apply(x, tf.layers.dense({ name: "안녕하세요, 합성곱 층입니다", units: 10, activation: "softmax" }));',
  'x = apply(x, tf.layers.dense({ name: \'so "many" quotes\', units: 10, activation: "softmax", trainable: false }));',
  'return tf.model({ inputs: [left, right], outputs: [first, second], name: "some_long_name_of_a_model" });',
  'x = apply(x, tf.layers.dense({ name: `${name}_dense_${number + 1}`, units: 2 * units, activation: "relu" }));',
];

test.each(declarations)('%s', async (code) => {
  const made = `${formatted(code).join('\n')}\n`;
  expect(made).toBe(await format(code, { parser: 'typescript' }));
});

test.each(statements)('%s', async (code) => {
  const made = `function f() {\n${formatted(code, 1).join('\n')}\n}\n`;
  expect(made).toBe(await format(`function f() {${code}}`, { parser: 'typescript' }));
});

test.each([
  ['abc', 3],
  ['한글', 4],
  ['漢字かな', 8],
  ['é', 1],
  ['e\u0301', 1],
  ['Ｆ', 2],
])('%s takes %i columns', (text, columns) => expect(columnsOf(text)).toBe(columns));
