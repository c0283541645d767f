import { layerNames } from '../../../compile/layerNames';
import { kerasOrder } from '../../../compile/kerasOrder';
import type { Plan, Step } from '../../../compile/plan';
import { unwrapped } from '../../../formats/weights/torch/torchLayers';
import type { FileLayer, FileTensor } from '../../../formats/weights/weightFile';
import { wholeTensor } from '../../../formats/weights/wholeTensor';
import { type Match, type WeightPair, complete, worth } from '../matchOutcome';
import type { MatchReport } from '../matchReport';
import { numberOrders } from './numberOrder';
import { type TorchForm, torchForms } from './torchForms';
import { type Found, type Wanted, byName, byOrder, shapeIn, undecidedIn, withoutClass } from './torchPairing';

function wantedLayers(plan: Plan, order: (plan: Plan) => readonly Step[], above = ''): readonly Wanted[] {
  const names = layerNames(plan.steps);
  const orders = numberOrders(plan);
  return order(plan).flatMap((step): readonly Wanted[] => {
    const path = above + step.name;
    if (step.sharesWith !== undefined) return [];
    if (step.nested) return wantedLayers(step.nested, order, `${path}/`);
    if (step.weights.length === 0) return [];
    const forms = torchForms(step, orders.get(step.name)!);
    const modules: Map<string, readonly number[]>[] = [];
    for (const [[module, tensor], shape] of (forms ?? []).flatMap(({ from }) => from))
      (modules[module] ??= new Map()).set(tensor, shape);
    return [{ path, name: names.get(step.name)!, weights: step.weights, forms, modules }];
  });
}

/** A weight as Keras has it, made of the file's tensors when it is read. */
function tensorFor({ from, make }: TorchForm, shape: readonly number[], modules: readonly FileLayer[]): FileTensor {
  const sources = from.map(([[module, name]]) => modules[module]!.tensors.find((tensor) => tensor.name === name)!);
  return {
    name: sources[0]!.name,
    shape,
    async *pieces() {
      const given: Float32Array<ArrayBuffer>[] = [];
      for (const source of sources) given.push(await wholeTensor(source));
      yield make(given);
    },
  };
}

function matched(
  model: readonly Wanted[],
  file: readonly FileLayer[],
  found: Found,
  byOrder: MatchReport['byOrder'],
): Match {
  const loaded: string[] = [];
  const missing: string[] = [];
  const wrongShape: MatchReport['wrongShape'][number][] = [];
  const pairs: WeightPair[] = [];
  const used = new Set<FileTensor>();
  for (const layer of model) {
    const modules = found.get(layer);
    for (const { name, shape } of layer.weights) {
      const key = `${layer.path}/${name}`;
      const form = layer.forms?.find(({ of }) => of === name);
      const sources = form && modules && form.from.map(([[at, own]]) => [modules[at]!, own] as const);
      if (!form || !modules || !sources || sources.some(([module, own]) => !shapeIn(module, own))) {
        missing.push(key);
        continue;
      }
      for (const [module, own] of sources) used.add(module.tensors.find((tensor) => tensor.name === own)!);
      const wrong = form.from.findIndex(([, size], at) => shapeIn(...sources[at]!)!.join() !== size.join());
      if (wrong >= 0) {
        wrongShape.push({ name: key, expected: form.from[wrong]![1], got: shapeIn(...sources[wrong]!)! });
        continue;
      }
      loaded.push(key);
      pairs.push({ key, tensor: tensorFor(form, shape, modules) });
    }
  }
  const unused = (layer: FileLayer) =>
    layer.tensors.filter((tensor) => !used.has(tensor)).map((tensor) => `${layer.name}.${tensor.name}`);
  const last = file.findLastIndex(({ tensors }) => tensors.some((tensor) => used.has(tensor)));
  return {
    report: { loaded, missing, extra: file.flatMap(unused), byOrder, wrongShape },
    pairs,
    amid: file.slice(0, Math.max(0, last + 1)).flatMap(unused),
  };
}

/**
 * The model's weights in a file of PyTorch: by the names of its modules where they are the layers', else one after the other,
 * as the model computes them or as Keras lists them. Their values are turned into Keras's form when they are read.
 */
export function torchMatch(plan: Plan, file: readonly FileLayer[]): Match {
  const inside = unwrapped(file.map(({ name }) => `${name}.`));
  const model = wantedLayers(plan, ({ steps }) => steps);
  const whole = ({ name }: FileLayer) => name;
  const unwrappedName = ({ name }: FileLayer) => inside.get(`${name}.`)!.slice(0, -1);
  const named = [
    byName(model, file, whole),
    byName(model, file, unwrappedName),
    byName(model, file, unwrappedName, withoutClass),
  ].map((found) => matched(model, file, found, []));
  const right = named.find(complete);
  if (right) return right;
  const isRow = isChain(plan);
  const ordered = [model, wantedLayers(plan, kerasOrder)].map((layers) => {
    const found = byOrder(layers, file);
    return matched(layers, file, found, undecidedIn(layers, found, isRow));
  });
  return (
    ordered.find(complete) ??
    [...named, ...ordered].reduce((best, other) => (worth(other) > worth(best) ? other : best))
  );
}

/** Whether every layer has one input: the order in which it computes is the only one. */
const isChain = ({ steps }: Plan): boolean =>
  steps.every(({ inputs, nested }) => inputs.length <= 1 && (nested === undefined || isChain(nested)));
