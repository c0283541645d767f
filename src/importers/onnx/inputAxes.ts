import type { Conversion } from './conversion';
import type { OnnxNode, OnnxPort } from './file/onnxGraph';
import { channelsFirst, identity } from './value';

/** Operators whose pictures have the channels behind the batch. */
const first = new Set(
  'Conv ConvTranspose MaxPool AveragePool GlobalAveragePool GlobalMaxPool InstanceNormalization GroupNormalization Resize Upsample'.split(
    ' ',
  ),
);
const recurrent = new Set(['LSTM', 'GRU', 'RNN']);
/** Numbers of channels that pictures have. */
const pictures = [1, 3, 4];

/** What the first operators that an input comes to tell of its axes: the layer has the batch first and channels last. */
export function inputAxes(conversion: Conversion, { name, dims }: OnnxPort): readonly number[] {
  const rank = dims?.length ?? 0;
  if (rank < 3) return identity(rank);
  const seen = new Set<string>();
  const open = [name];
  for (let next = open.shift(); next !== undefined; next = open.shift()) {
    if (seen.has(next)) continue;
    seen.add(next);
    for (const node of conversion.readersOf(next)) {
      const { op, outputs } = node;
      if (first.has(op)) return channelsFirst(rank);
      if (recurrent.has(op) && rank === 3) return [1, 0, 2];
      if (op.startsWith('Reduce')) return isLastReduced(conversion, node, rank) ? channelsFirst(rank) : identity(rank);
      if (/^(Transpose|MatMul|Gemm|Gather)$/.test(op)) return identity(rank);
      if (/^(Flatten|Reshape)$/.test(op)) return rank === 4 ? guessed(dims!) : identity(rank);
      open.push(...outputs);
    }
  }
  return identity(rank);
}

/** Channels are what is left: behind the batch where the last axis goes. */
function isLastReduced({ graph }: Conversion, { attributes, inputs }: OnnxNode, rank: number): boolean {
  const axes = attributes.get('axes')?.ints ?? Array.from(graph.constants.get(inputs[1] ?? '')?.values ?? []);
  const over = axes.map((axis) => (axis < 0 ? axis + rank : axis));
  return over.includes(rank - 1) && !over.includes(1);
}

/** Of a picture that is only flattened: where as few channels are as pictures have. */
const guessed = (dims: readonly (number | null)[]) =>
  pictures.includes(dims[1] ?? 0) && !pictures.includes(dims[3] ?? 0) ? channelsFirst(4) : identity(4);
