import { createXXHash128 } from 'hash-wasm';
import type { FrozenPart } from '../../compile/frozen/frozenPart';
import type { BuiltModel } from '../model/model';

/**
 * What features depend on beside the picture, as 32 hexadecimal digits: the frozen layers with their wires and weights,
 * the preparation of pictures, and the size of what goes in.
 */
export async function featureKey(built: BuiltModel, { before }: FrozenPart, preparation: readonly unknown[]) {
  const hash = await createXXHash128();
  const layers = built.flat.steps
    .filter(({ path }) => before.has(path))
    .map(({ path, step, inputs, sharesWith }) => {
      const layer = [path, step.call.tfjs, step.call.own ?? null, step.call.args, step.shape, inputs];
      return sharesWith === null ? layer : [...layer, sharesWith];
    });
  const firsts = new Set(
    built.flat.steps.map(({ path, sharesWith }) => (before.has(path) ? (sharesWith ?? path) : null)),
  );
  hash.update(JSON.stringify([preparation, layers]));
  for (const { key, path, variable } of built.weights) {
    if (!firsts.has(path)) continue;
    const values = await variable.data<'float32'>();
    hash.update(key);
    hash.update(new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
  }
  return hash.digest();
}
