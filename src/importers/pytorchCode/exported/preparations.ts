import type { Arguments } from '../arguments';
import { type TorchOperation, tensorAt } from '../operations/operation';
import type { TorchTensor } from '../trace/tensor';
import { emitLayer } from './emitLayer';

/** Sizes of whole numbers that are written as rows of `depth` numbers. */
function rowSizes({ dims }: TorchTensor, mode: string, depth: number): readonly number[] {
  if (mode === 'int') return dims;
  const replaces = mode !== 'one_hot' || dims.at(-1) === 1;
  return [...(replaces ? dims.slice(0, -1) : dims), depth];
}

/** A list of numbers, whole or not. */
function numbersAt(given: Arguments, name: string): readonly number[] {
  const value = given.value(name);
  const items = 'items' in value ? value.items : [value];
  return items.map((item) => given.with(name, item).number(name));
}

/** The functions of `layers.py` that prepare what a model is given. */
export const preparations: Readonly<Record<string, TorchOperation>> = {
  /** Whole numbers as rows. */
  encoded: {
    signature: 'whole mode depth',
    run(given, trace) {
      const input = tensorAt(given, 'whole');
      const [mode, depth] = [given.text('mode'), given.whole('depth')];
      const config = { num_tokens: depth, output_mode: mode };
      return emitLayer(trace, given, 'Shape', 'CategoryEncoding', config, input, { out: rowSizes(input, mode, depth) });
    },
  },
  discretized: {
    signature: "x boundaries mode='int'",
    run(given, trace) {
      const input = tensorAt(given, 'x');
      const [mode, boundaries] = [given.text('mode'), numbersAt(given, 'boundaries')];
      const out = rowSizes(input, mode, boundaries.length + 1);
      const config = { bin_boundaries: boundaries, output_mode: mode };
      return emitLayer(trace, given, 'Shape', 'Discretization', config, input, { out });
    },
  },
  /** With numbers that are given; those that are learned are a module's. */
  normalized: {
    signature: 'x mean variance dims invert=False',
    run(given, trace) {
      const config = {
        mean: numbersAt(given, 'mean'),
        variance: numbersAt(given, 'variance'),
        invert: given.flag('invert'),
      };
      const dims = given.wholes('dims');
      return emitLayer(trace, given, 'AlongAxes', 'Normalization', config, tensorAt(given, 'x'), { dims });
    },
  },
};
