import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { compile } from '../../compile/compile';
import type { Plan } from '../../compile/plan';
import { type Place, buildTemplate, defineTemplate } from '../../document/template';
import type { FileLayer, FileTensor, WeightFile } from '../../formats/weights/weightFile';
import { library } from '../../../templates/index';
import vgg16 from '../../../templates/architectures/vgg16';
import { modelLayers } from './modelLayers';

/** The plan of an architecture. */
export const planOf = (id: string, options: object = {}): Plan =>
  compile(buildTemplate(library.architectures[id]!, { ...options }), library);

/** The plan of a model placed by hand. */
export function placed(build: (place: Place) => void): Plan {
  const template = defineTemplate({ ...vgg16, id: 'placed', title: 'Placed', options: {}, build });
  return compile(buildTemplate(template), library);
}

export const tensorOf = (name: string, shape: readonly number[]): FileTensor => ({
  name,
  shape,
  async *pieces() {
    yield new Float32Array(shape.reduce((product, size) => product * size, 1));
  },
});

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** The layers as Keras stores a model's: in its order, with other names where `rename` gives them. */
export function layersOf(plan: Plan, rename: (name: string, index: number) => string = (name) => name): FileLayer[] {
  return modelLayers(plan).map(({ name, weights }, index) => {
    const stored = rename(name, index);
    const tensors = weights.map((weight) => tensorOf(`${stored}/${snake(weight.name)}:0`, weight.shape));
    return { name: stored, tensors, layers: [] };
  });
}

export const fileOf = (layers: readonly FileLayer[], format: WeightFile['format'] = 'kerasH5') => ({ layers, format });

const manifestSchema = z.object({
  weightsManifest: z.array(z.object({ weights: z.array(z.object({ name: z.string(), shape: z.array(z.number()) })) })),
});

/** Layers of a `model.json` of TensorFlow.js by its manifest, without values. */
export function manifestLayers(path: string): FileLayer[] {
  const { weightsManifest } = manifestSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  const layers = new Map<string, FileTensor[]>();
  for (const { name, shape } of weightsManifest.flatMap(({ weights }) => weights)) {
    const layer = name.split('/')[0]!;
    layers.set(layer, [...(layers.get(layer) ?? []), tensorOf(name, shape)]);
  }
  return [...layers].map(([name, tensors]) => ({ name, tensors, layers: [] }));
}
