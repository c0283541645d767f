/** One operation of Keras with what it is given, as lines of a script that end in `model`. */
export interface OperationCase {
  readonly name: string;
  readonly code: string;
  /** Least and largest value of the inputs. */
  readonly range: readonly [number, number];
}

const head = 'import keras\nfrom keras import ops\n';
const input = (name: string, shape: string) => `${name} = keras.Input(${shape}, name="${name}")\n`;

function made(expression: string, shapes: Readonly<Record<string, string>>, range: OperationCase['range'] = [-2, 2]) {
  const used = Object.entries(shapes).filter(([name]) => new RegExp(`\\b${name}\\b`).test(expression));
  const names = used.map(([name]) => name).join(', ');
  const code = `${head}${used.map(([name, shape]) => input(name, shape)).join('')}model = keras.Model([${names}], ${expression})\n`;
  const about = used.map(([name, shape]) => `${name} ${shape}`).join(', ');
  return { name: `${expression}; ${about}`, code, range };
}

const pair = { x: '(4, 5)', y: '(4, 5)', b: '(4, 1)', c: '(1, 5)' };

/** What stands on the two sides of an operation. */
const operands = ['x, y', 'x, x', 'x, 2', '2, x', 'x, -1.5', '-1.5, x', 'x, 0', '0, x', 'x, b', 'c, x'];
const two = 'add subtract multiply divide true_divide maximum minimum'.split(' ');
const signs = '+ - * /'.split(' ');

const alone =
  'abs absolute negative square sqrt exp log relu relu6 sigmoid softmax log_softmax tanh elu selu softplus softsign silu swish gelu hard_sigmoid hard_silu hard_swish hard_tanh leaky_relu celu mish soft_shrink hard_shrink squareplus sparse_plus tanh_shrink threshold log_sigmoid rsqrt reciprocal sign sin floor log1p identity stop_gradient normalize sum mean max min flip'.split(
    ' ',
  );

const vectors = { x: '(6,)', y: '(6,)' };
const series = { x: '(4, 5)' };
const pictures = { x: '(4, 6, 3)' };
const videos = { x: '(3, 4, 6, 2)' };

const reductions = 'mean max min sum amax amin prod std var'.split(' ');
const axes: readonly (readonly [Readonly<Record<string, string>>, readonly string[]])[] = [
  [vectors, ['1', '-1']],
  [series, ['1', '-2', '-1', '2', '(1, 2)']],
  [pictures, ['1', '(1, 2)', '(-3, -2)', '(2, 1)', '-1', '3', '(1, 2, 3)']],
  [videos, ['(1, 2, 3)', '-1']],
];

/** Every operation that a brick can do, and its neighbours, with the kinds of values that it is given. */
export const operationCases: readonly OperationCase[] = [
  ...two.flatMap((name) => operands.map((given) => made(`ops.${name}(${given})`, pair, [0.5, 2]))),
  ...signs.flatMap((sign) =>
    operands.map((given) => {
      const [left, right] = given.split(', ');
      return made(`${left} ${sign} ${right}`, pair, [0.5, 2]);
    }),
  ),
  ...['x ** 2', 'x ** 3', '2 ** x', 'x ** 0.5', 'x ** y', 'x ** 1', '-x', 'abs(x)', 'x // 2', 'x % 2'].map((text) =>
    made(text, pair, [0.5, 2]),
  ),
  ...['power(x, 2)', 'power(2, x)', 'power(x, y)', 'power(x, 0.5)', 'power(x, 1)'].map((text) =>
    made(`ops.${text}`, pair, [0.5, 2]),
  ),
  ...[
    'x @ ops.transpose(y, (0, 2, 1))',
    'ops.matmul(x, ops.transpose(y, (0, 2, 1)))',
    'ops.dot(x, y)',
    'ops.where(x > 0, x, y)',
  ].map((text) => made(text, pair)),
  ...['(0, 1)', '(-1, 1)', '(-2, 0.5)', '(0.5, 1.5)', '(-1.5, -0.5)', '(0, 6)'].map((limits) =>
    made(`ops.clip(x, ${limits.slice(1, -1)})`, series),
  ),
  ...alone.map((name) => made(`ops.${name}(x)`, series, /sqrt|log$|log1p|reciprocal/.test(name) ? [0.5, 2] : [-2, 2])),
  ...['softmax', 'log_softmax', 'normalize'].flatMap((name) =>
    ['1', '2', '-2', '-1'].map((axis) => made(`ops.${name}(x, axis=${axis})`, series)),
  ),
  ...[
    'ops.leaky_relu(x, 0.3)',
    'ops.leaky_relu(x, negative_slope=0.1)',
    'ops.elu(x, alpha=0.5)',
    'ops.gelu(x, approximate=False)',
    'ops.gelu(x, approximate=True)',
    'ops.celu(x, alpha=2.0)',
    'ops.glu(ops.concatenate([x, x], -1))',
    'ops.cast(x, "float32")',
    'ops.relu(ops.add(x, -0.5))',
  ].map((text) => made(text, series)),
  ...reductions.flatMap((name) =>
    axes.flatMap(([shapes, all]) =>
      all.flatMap((axis) => ['', ', keepdims=True'].map((kept) => made(`ops.${name}(x, axis=${axis}${kept})`, shapes))),
    ),
  ),
  ...['(-1, 20)', '(-1, 2, 10)', '(-1, 2, -1)', '(2, -1)', '(-1, 5, 4, 1)']
    .slice(0, 2)
    .concat('(-1, 5, 4, 1)')
    .map((shape) => made(`ops.reshape(x, ${shape})`, series)),
  ...[
    'ops.expand_dims(x, 1)',
    'ops.expand_dims(x, -1)',
    'ops.expand_dims(x, axis=2)',
    'x[:, None]',
    'x[..., None]',
    'ops.squeeze(ops.expand_dims(x, 1), 1)',
    'ops.squeeze(ops.mean(x, axis=1, keepdims=True), axis=1)',
    'ops.squeeze(ops.expand_dims(x, -1), axis=-1)',
    'ops.transpose(x, (0, 2, 1))',
    'ops.transpose(x, axes=[0, 1, 2])',
    'ops.swapaxes(x, 1, 2)',
    'ops.moveaxis(x, 1, 2)',
    'ops.moveaxis(x, -1, 1)',
    'ops.repeat(x, 2, axis=1)',
    'ops.tile(x, (1, 2, 1))',
    'ops.roll(x, 1, axis=1)',
    'ops.cumsum(x, axis=1)',
    'ops.pad(x, [[0, 0], [1, 2], [0, 0]])',
    'ops.pad(x, [[0, 0], [0, 0], [1, 1]])',
    'ops.flip(x, axis=1)',
  ].map((text) => made(text, series)),
  ...[
    'ops.transpose(x, (0, 3, 1, 2))',
    'ops.transpose(x, (0, 2, 1, 3))',
    'ops.pad(x, [[0, 0], [1, 2], [3, 0], [0, 0]])',
    'ops.pad(x, [[0, 0], [1, 1], [1, 1], [0, 0]], mode="reflect")',
    'ops.image.resize(x, (8, 9))',
    'ops.image.resize(x, (8, 9), interpolation="nearest")',
    'ops.max_pool(x, 2)',
    'ops.max_pool(x, 2, strides=1, padding="same")',
    'ops.average_pool(x, (2, 3))',
    'ops.average_pool(x, 2, strides=2, padding="same")',
    'x[:, 1:3, 2:5]',
    'x[:, 1:3, 2:5, :]',
    'x[..., 0:2]',
    'x[..., 0]',
    'x[:, :, :, 0:1]',
    'x[:, ::2, ::2, :]',
  ].map((text) => made(text, pictures)),
  ...[
    'x[:, 1:3]',
    'x[:, 1:]',
    'x[:, :-1]',
    'x[:, -2:]',
    'x[:, -3:-1, :]',
    'x[:, 0]',
    'x[:, -1]',
    'x[:, 2, :]',
    'x[:, :, 1:3]',
    'x[:, :, 0]',
    'x[:, ::2]',
    'x[:, ::-1]',
    'x[:]',
    'x[...]',
    'ops.take(x, 0, axis=1)',
    'ops.take(x, [0, 2], axis=1)',
  ].map((text) => made(text, series)),
  ...[
    'x[:, 1:3]',
    'x[:, 0:1]',
    'x[:, 2]',
    'ops.expand_dims(x, -1)',
    'ops.expand_dims(x, 1)',
    'ops.reshape(x, (-1, 2, 3))',
    'ops.tile(x, (1, 2))',
    'ops.repeat(ops.expand_dims(x, 1), 3, axis=1)',
    'ops.concatenate([x, y])',
    'ops.concatenate([x, y], axis=1)',
    'ops.concatenate([x, y, x], axis=-1)',
    'ops.stack([x, y], axis=1)',
    'ops.stack([x, y], axis=-1)',
    'ops.hstack([x, y])',
    'ops.split(x, 2, axis=1)',
    'ops.split(x, [2, 3], axis=-1)',
    'ops.split(x, 2, axis=1)[1]',
    'ops.sum(x * y, axis=-1, keepdims=True)',
    'ops.add(ops.add(x, y), x)',
    'ops.multiply(ops.tanh(x), ops.sigmoid(y))',
    '(x - ops.mean(x)) / 2',
    'ops.one_hot(ops.cast(x, "int32"), 3)',
  ].map((text) => made(text, vectors)),
  ...[
    'ops.concatenate([x, y], axis=1)',
    'ops.concatenate([x, y], axis=2)',
    'ops.concatenate([x, y], axis=-2)',
    'ops.split(x, 2, axis=1)[0]',
    'ops.split(x, 2, axis=1)',
    'ops.unstack(x, axis=1)',
    'ops.stack([x, y], axis=1)',
    'ops.abs(x - y)',
    'ops.square(x - y)',
    'ops.sqrt(ops.sum(ops.square(x - y), axis=-1))',
    'ops.max(ops.stack([x, y]), axis=0)',
    'ops.einsum("btf,bsf->bts", x, y)',
    'ops.average([x, y], axis=0)',
  ].map((text) => made(text, pair)),
];
