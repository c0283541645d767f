import type { OnnxGraph, OnnxNode } from './file/onnxGraph';

/** Names of layers are no longer than a line. */
const longest = 60;

const plain = (text: string) =>
  text
    .replace(/^\/+|:\d+$/g, '')
    .replaceAll(/[^\p{L}\p{N}_-]+/gu, '_')
    .replaceAll(/^_+|_+$/g, '')
    .slice(-longest);

/**
 * What a layer is called: as the module whose weights it has (`features.0.weight`), else as its node, without the
 * operator's own name behind the module's (`/features/features.1/Relu`).
 */
export function layerNameOf({ name, op, inputs, outputs }: OnnxNode, { constants }: OnnxGraph): string {
  const weight = inputs.find((input) => constants.has(input) && /\.(weight|bias|kernel|running_mean)$/.test(input));
  if (weight !== undefined) return plain(weight.replace(/\.[^.]*$/, '')) || op.toLowerCase();
  const own = name === '' ? (outputs[0] ?? '') : name;
  const path = own.split('/').filter((part) => part !== '');
  // `features.0` says already that it lies in `features`.
  const modules = path.filter((part, at) => !path[at + 1]?.startsWith(`${part}.`));
  const isOperators = modules.length > 1 && modules.at(-1)!.replace(/_\d+$/, '') === op;
  const short = isOperators ? modules.slice(0, -1).join('_') : own;
  const found = plain(/^(\d+|val_\d+)$/.test(short) ? op.toLowerCase() : short);
  return found === '' ? op.toLowerCase() : found;
}
