import { type Asked, type LayerPrinter, type LayerPrinters, construct, numbersOf, tupleText } from '../layer';
import { discretized, encoded, normalization as learned, normalized } from '../python/preparation';

const listText = (values: readonly number[]) => `[${values.map((value) => String(value)).join(', ')}]`;

const dimsText = (axes: readonly number[]) => (axes.length > 0 ? tupleText(axes) : '()');

/** What is learned of the data is kept by a module; what is given stands in the code. */
const normalization: LayerPrinter = ({ call, inputShapes }) => {
  const axes = numbersOf(call.args['axis'], 0);
  const invert = call.args['invert'] === true;
  const mean = numbersOf(call.args['mean'], 0);
  if (mean.length === 0) {
    const sizes = axes.map((axis) => inputShapes[0]![axis - 1]!);
    return {
      takes: 'last',
      module: construct('Normalization', [dimsText(sizes), dimsText(axes)], {
        invert: invert ? 'True' : null,
      }),
      tensors: [
        { path: 'mean', of: 'mean', starts: 'zeros' },
        { path: 'variance', of: 'variance', starts: 'ones' },
        { path: 'count', of: 'count', starts: 'zeros' },
      ],
      forward: ([x], self) => `${self}(${x})`,
      parts: [learned],
    };
  }
  const variance = numbersOf(call.args['variance'], 0);
  const given = [listText(mean), listText(variance), dimsText(axes), ...(invert ? ['invert=True'] : [])];
  return { takes: 'last', forward: ([x]) => `normalized(${[x, ...given].join(', ')})`, parts: [normalized] };
};

const modeOf = ({ call }: Asked) => String(call.kerasArgs['outputMode']);

const category: LayerPrinter = (asked) => ({
  takes: 'last',
  forward: ([x]) => `encoded(${x}, "${modeOf(asked)}", ${Number(asked.call.kerasArgs['numTokens'])})`,
  parts: [encoded],
});

const discretization: LayerPrinter = (asked) => {
  const boundaries = listText(numbersOf(asked.call.kerasArgs['binBoundaries'], 0));
  const mode = modeOf(asked);
  return {
    takes: 'last',
    forward: ([x]) => `discretized(${x}, ${boundaries}${mode === 'int' ? '' : `, "${mode}"`})`,
    parts: [discretized],
  };
};

export const preparations: LayerPrinters = {
  Normalization: normalization,
  CategoryEncoding: category,
  Discretization: discretization,
};
