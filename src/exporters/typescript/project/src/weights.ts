import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as tf from '@tensorflow/tfjs';

/** One tensor in weights.bin: little-endian float32 numbers, offset in bytes. */
interface Entry {
  /** Name of the layer; a layer inside a nested model has the model's name before it. */
  readonly layer: readonly string[];
  readonly name: string;
  readonly shape: readonly number[];
  readonly offset: number;
}

interface Manifest {
  readonly format: 'deepbrick-weights';
  readonly version: 1;
  readonly weights: readonly Entry[];
}

/** The weights that came out of the editor; the test holds on to them. */
export const exportedWeights = resolve(import.meta.dirname, '../weights');
/** The weights of the last training here. */
export const trainedWeights = resolve(exportedWeights, 'trained');

/** Folder of the weights to go on with: those trained here, else those of the editor, else null. */
export function newestWeights(): string | null {
  return [trainedWeights, exportedWeights].find(hasWeights) ?? null;
}

export const hasWeights = (folder: string): boolean => existsSync(join(folder, 'weights.json'));

/** Puts the stored weights into the model. Throws when they belong to another model. */
export function loadWeights(model: tf.LayersModel, from: string): void {
  const { weights } = JSON.parse(readFileSync(join(from, 'weights.json'), 'utf8')) as Manifest;
  const bytes = new Uint8Array(readFileSync(join(from, 'weights.bin')));
  const byLayer = new Map<string, Entry[]>();
  for (const entry of weights) {
    const key = JSON.stringify(entry.layer);
    byLayer.set(key, [...(byLayer.get(key) ?? []), entry]);
  }
  for (const entries of byLayer.values()) {
    const tensors = entries.map(({ shape, offset }) => {
      const size = shape.reduce((product, axis) => product * axis, 1);
      return tf.tensor(new Float32Array(bytes.buffer, offset, size), [...shape], 'float32');
    });
    findLayer(model, entries[0]!.layer).setWeights(tensors);
    tf.dispose(tensors);
  }
}

/** Writes all weights of the model. */
export async function saveWeights(model: tf.LayersModel, to: string): Promise<void> {
  const entries: Entry[] = [];
  const parts: Uint8Array[] = [];
  let offset = 0;
  for (const [path, layer] of layersOf(model)) {
    const tensors = layer.getWeights();
    for (const [index, tensor] of tensors.entries()) {
      const values = await tensor.data<'float32'>();
      const name = layer.weights[index]!.originalName.split('/').at(-1)!;
      entries.push({ layer: path, name, shape: tensor.shape, offset });
      parts.push(new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
      offset += values.byteLength;
    }
  }
  const manifest: Manifest = { format: 'deepbrick-weights', version: 1, weights: entries };
  mkdirSync(to, { recursive: true });
  writeFileSync(join(to, 'weights.bin'), Buffer.concat(parts));
  writeFileSync(join(to, 'weights.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}

function findLayer(model: tf.LayersModel, path: readonly string[]): tf.layers.Layer {
  const [first, ...rest] = path;
  const layer = model.getLayer(first!);
  return rest.length === 0 ? layer : findLayer(layer as unknown as tf.LayersModel, rest);
}

function layersOf(model: tf.LayersModel, path: readonly string[] = []): [readonly string[], tf.layers.Layer][] {
  return model.layers.flatMap((layer): [readonly string[], tf.layers.Layer][] => {
    const here = [...path, layer.name];
    const inner = (layer as unknown as Partial<tf.LayersModel>).layers;
    return inner ? layersOf(layer as unknown as tf.LayersModel, here) : [[here, layer]];
  });
}
