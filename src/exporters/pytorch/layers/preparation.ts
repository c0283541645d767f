import { type Asked, type LayerPrinter, type LayerPrinters, construct, numbersOf, tupleText } from '../layer';
import { encoded, normalization } from '../python/preparation';

const listText = (values: readonly number[]) => `[${values.map((value) => String(value)).join(', ')}]`;

/** Keras's `epsilon()`: no deviation counts as less. */
const least = 1e-7;

/** What is learned of the data is kept by a module; what is given stands in the code. */
const normalized: LayerPrinter = ({ call, inputShapes }) => {
  const axes = numbersOf(call.args['axis'], 0);
  const invert = call.args['invert'] === true;
  const mean = numbersOf(call.args['mean'], 0);
  if (mean.length === 0) {
    const sizes = axes.map((axis) => inputShapes[0]![axis - 1]!);
    return {
      takes: 'last',
      module: construct(
        'Normalization',
        [sizes.length > 0 ? tupleText(sizes) : '()', axes.length > 0 ? tupleText(axes) : '()'],
        {
          invert: invert ? 'True' : null,
        },
      ),
      tensors: [
        { path: 'mean', of: 'mean', starts: 'zeros' },
        { path: 'variance', of: 'variance', starts: 'ones' },
        { path: 'count', of: 'count', starts: 'zeros' },
      ],
      forward: ([x], self) => `${self}(${x})`,
      parts: [normalization],
    };
  }
  const deviation = numbersOf(call.args['variance'], 0).map((variance) => Math.max(Math.sqrt(variance), least));
  const behind = inputShapes[0]!.length - (axes.at(-1) ?? 0);
  const view = mean.length === 1 || behind === 0 ? '' : `.view(-1${', 1'.repeat(behind)})`;
  const constant = (x: string, values: readonly number[]) =>
    values.length === 1 ? String(values[0]) : `${x}.new_tensor(${listText(values)})${view}`;
  return {
    takes: 'last',
    forward: ([x]) =>
      invert
        ? `${x} * ${constant(x!, deviation)} + ${constant(x!, mean)}`
        : `(${x} - ${constant(x!, mean)}) / ${constant(x!, deviation)}`,
  };
};

/** Whole numbers as rows, or as they are. */
function asRows({ call }: Asked, whole: string, depth: number): string {
  const mode = String(call.kerasArgs['outputMode']);
  return mode === 'int' ? whole : `encoded(${whole}, "${mode}", ${depth})`;
}

const isWhole = ({ call }: Asked) => call.kerasArgs['outputMode'] === 'int';

const category: LayerPrinter = (asked) => ({
  takes: 'last',
  forward: ([x]) => asRows(asked, x!, Number(asked.call.kerasArgs['numTokens'])),
  parts: [encoded],
});

const discretization: LayerPrinter = (asked) => {
  const boundaries = numbersOf(asked.call.kerasArgs['binBoundaries'], 0);
  return {
    takes: 'last',
    forward([x]) {
      const whole = `torch.bucketize(${x}, torch.tensor(${listText(boundaries)}, device=${x}.device), right=True).float()`;
      return asRows(asked, whole, boundaries.length + 1);
    },
    parts: isWhole(asked) ? [] : [encoded],
  };
};

export const preparations: LayerPrinters = {
  Normalization: normalized,
  CategoryEncoding: category,
  Discretization: discretization,
};
