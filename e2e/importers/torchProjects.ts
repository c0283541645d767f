import type { Argument } from '../../src/brick/call';
import { compile } from '../../src/compile/compile';
import { type Plan, runnable } from '../../src/compile/plan';
import { randomNumbers } from '../../src/data/random';
import { modelText } from '../../src/exporters/pytorch/modelText';
import { weightsFile } from '../../src/exporters/pytorch/weightsFile';
import { savedFiles } from '../../src/formats/saved/savedFiles';
import type { WeightTensors } from '../../src/formats/weights/weightTensors';
import { importTroubleText } from '../../src/i18n/troubles/importTrouble';
import { importModel } from '../../src/importers/importModel';
import { library } from '../../templates/index';
import { layersDiffer } from './layersDiffer';

/** A layer where it stands, or inside a wrapper. */
type Placed = Pick<Plan['steps'][number], 'call' | 'inputShapes' | 'shape'>;

/** How weights start and are held in check is no part of `model.py` as it is read. */
const untold = /(Initializer|Regularizer|Constraint)$/;
/** Whether inputs that hold whole numbers do, and what an LSTM's bias starts with, are neither. */
const others = new Set(['dtype', 'unitForgetBias', 'seed', 'batchSize']);

/** An argument as the text can say it: an axis from the front, a number as float32 has it. */
function plainArgument(name: string, value: Argument, step: Placed): unknown {
  const { call, inputShapes, shape } = step;
  const rank = (inputShapes[0]?.length ?? 0) + 1;
  if (name === 'targetShape') return shape;
  if (name === 'groups' && value === -1) return shape.at(-1);
  if (name === 'axis' || name === 'axes') {
    const front = (axis: unknown, port = 0) => {
      const own = call.keras === 'Dot' ? inputShapes[port]!.length + 1 : rank;
      return Number(axis) < 0 ? Number(axis) + own : Number(axis);
    };
    return Array.isArray(value) ? value.map((axis, port) => front(axis, port)) : front(value);
  }
  if (call.keras === 'Dot' && name === 'axes' && typeof value === 'number')
    return plainArgument(name, [value, value], step);
  if (typeof value === 'number') return Number(value.toPrecision(6));
  if (Array.isArray(value)) return value.map((each) => (typeof each === 'number' ? Number(each.toPrecision(6)) : each));
  if (typeof value !== 'object' || value === null || !('role' in value) || value.role !== 'layer') return value;
  const { layer } = value;
  return { layer: layer.call.keras, args: plainArguments(layer.call.kerasArgs, layer) };
}

function plainArguments(args: Readonly<Record<string, Argument>>, step: Placed): unknown {
  const { threshold } = args;
  // A ThresholdedReLU is the ReLU with that threshold.
  const told = Object.entries(threshold === undefined ? args : { maxValue: null, negativeSlope: 0, ...args }).filter(
    ([name]) => name === 'activityRegularizer' || (!untold.test(name) && !others.has(name)),
  );
  return Object.fromEntries(told.map(([name, value]) => [name, plainArgument(name, value, step)]));
}

/** Whether a window has no padding whichever is said: what comes out is as large as without. */
function isPadded({ call, inputShapes }: Plan['steps'][number]): boolean {
  const { kernelSize, poolSize, strides, dilationRate, padding } = call.kerasArgs;
  const window = kernelSize ?? poolSize;
  if (padding !== 'same' || window === undefined) return false;
  const at = (value: Argument | undefined, axis: number) => Number(Array.isArray(value) ? value[axis] : (value ?? 1));
  return inputShapes[0]!.slice(0, -1).some((size, axis) => {
    const reach = (at(window, axis) - 1) * at(dilationRate, axis) + 1;
    if (call.keras.endsWith('Transpose')) return reach > at(strides, axis);
    if (size === null) return reach > 1;
    return (Math.ceil(size / at(strides, axis)) - 1) * at(strides, axis) + reach > size;
  });
}

function facts({ steps }: Plan): ReadonlyMap<string, string> {
  return new Map(
    steps.map((step) => {
      const { name, call, inputs, shape, parameters, trainableParameters, nested } = step;
      const { padding, ...args } = call.kerasArgs;
      const told = padding === 'causal' ? padding : typeof padding === 'string' ? isPadded(step) : padding;
      const plain = plainArguments({ ...args, ...(told === undefined ? {} : { padding: told }) }, step);
      const inside = nested?.steps.map((each) => [each.name, each.trainableParameters]);
      const layer = call.keras;
      return [name, JSON.stringify({ layer, plain, inputs, shape, parameters, trainableParameters, inside })];
    }),
  );
}

/** Weights of a plan, all between −1/2 and 1/2. */
export function randomTensors({ steps }: Plan): WeightTensors {
  const random = randomNumbers(7);
  const tensors = steps.flatMap(({ name, weights }) =>
    weights.map(({ name: weight, shape }) => {
      const values = new Float32Array(shape.reduce((product, size) => product * size, 1));
      return [`${name}/${weight}`, { shape, values: values.map(() => random() - 0.5) }] as const;
    }),
  );
  return Object.fromEntries(tensors);
}

/** What an exported PyTorch project gives when it is opened: how it differs from the plan; null where there is none. */
export async function torchProjectDifferences(plan: Plan): Promise<readonly string[] | null> {
  const made = modelText(plan);
  if (made.refused.length > 0 || !runnable(plan)) return null;
  const tensors = randomTensors(plan);
  const bytes = Object.keys(tensors).length > 0 ? weightsFile(plan, made.tensors, tensors) : null;
  const beside = bytes ? [{ name: 'weights.safetensors', blob: new Blob([bytes]) }] : [];
  const read = await importModel({ name: 'model.py', blob: new Blob([made.text]) }, library, { beside });
  if (!read.ok) return [importTroubleText(read.error, 'en')];
  const again = compile(read.value.document, library);
  const different = layersDiffer(facts(plan), facts(again));
  if (plan.title !== read.value.document.title) different.push(`title: ${read.value.document.title}`);
  if (different.length > 0 || bytes === null) return different;
  const expected = await savedFiles({ plan: again, weights: tensors, document: null });
  const given = new Map((read.value.weights ?? []).map(({ name, blob }) => [name, blob]));
  for (const [name, content] of Object.entries(expected)) {
    const own = new Uint8Array((await given.get(name)?.arrayBuffer()) ?? new ArrayBuffer(0));
    const wanted = new Uint8Array(await new Blob([content]).arrayBuffer());
    if (own.length !== wanted.length || own.some((byte, at) => byte !== wanted[at])) return [`weights: ${name}`];
  }
  return [];
}
