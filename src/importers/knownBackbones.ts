import { compile } from '../compile/compile';
import type { Plan } from '../compile/plan';
import { type ArchitectureTemplate, type Library, buildTemplate, optionsOf } from '../document/template';
import { applicationOf } from './kerasGraph/backbone';
import { graphDocument } from './kerasGraph/graphDocument';
import type { Config, KerasGraph, KerasLayer } from './kerasGraph/kerasGraph';

/** Arguments of `keras.applications` that give a model of the catalogue. */
type Arguments = Readonly<Record<'include_top' | 'pooling' | 'alpha' | 'classes', string | number | boolean | null>>;

/** A smaller model is none of `keras.applications`. */
const fewest = 19;
/** As many models in models as anybody has. */
const deepest = 16;

/** Which models of the catalogue are looked for, and which weights those that are found start from. */
export interface Recognition {
  accepts(template: ArchitectureTemplate): boolean;
  /** Null: those of the file. */
  weights(template: ArchitectureTemplate): string | null;
}

/** In a file with weights of its own. */
export const inFiles: Recognition = { accepts: () => true, weights: () => null };
/** In code: what `keras.applications` has not. Which weights it starts from the code does not say: the published ones. */
export const inCode: Recognition = {
  accepts: ({ architecture }) => architecture.keras === null,
  weights: ({ architecture }) => architecture.source,
};

/**
 * The same graph, in which models inside it that are the catalogue's, layer by layer, are said to be such: each opens as one
 * brick. A model that is such as a whole stays as it is.
 */
export function knownBackbones(
  graph: KerasGraph,
  library: Library,
  recognition: Recognition = inFiles,
  depth = 0,
): KerasGraph {
  const layers = graph.layers.map((layer): KerasLayer => {
    if (!layer.graph || layer.application !== undefined || depth > deepest) return layer;
    const known = layer.calls.length === 1 ? knownBackbone(layer.graph, library, recognition) : null;
    if (known === null) return { ...layer, graph: knownBackbones(layer.graph, library, recognition, depth + 1) };
    const weights = recognition.weights(known.template);
    const config: Config = { ...layer.config, ...known.given, weights, recognised: true };
    return { ...layer, application: applicationOf(known.template), config };
  });
  return { ...graph, layers };
}

interface Known {
  readonly template: ArchitectureTemplate;
  readonly given: Arguments;
}

/** Which model of the catalogue this is. */
function knownBackbone(graph: KerasGraph, library: Library, { accepts }: Recognition): Known | null {
  if (graph.inputs.length !== 1) return null;
  const names = new Set(graph.layers.map(({ name }) => name));
  const alike = Object.values(library.architectures).filter((template) => {
    if (!accepts(template) || (template.architecture.keras !== null && graph.layers.length < fewest)) return false;
    const own = Object.keys(buildTemplate(template).nodes);
    return own.filter((name) => names.has(name)).length > 0.8 * Math.min(own.length, names.size);
  });
  if (alike.length === 0) return null;
  const read = graphDocument(graph, library);
  if (!read.ok) return null;
  const plan = compile(read.value.document, library);
  const input = plan.steps.find(({ name }) => name === plan.inputs[0])?.shape ?? [null];
  for (const template of alike) {
    const field = template.options['inputShape'];
    if (!input.includes(null) && field && !field.schema.safeParse(input).success) continue;
    for (const given of candidates(template, plan)) {
      const { include_top: includeTop, pooling, alpha, classes } = given;
      const options = optionsOf<unknown>(template, {
        includeTop,
        pooling: pooling ?? 'none',
        alpha,
        classes,
        ...(input.includes(null) ? {} : { inputShape: input }),
      });
      if (isSame(plan, compile(buildTemplate(template, options), library))) return { template, given };
    }
  }
  return null;
}

/** With a top its classes are those that come out; without one a vector is pooled. */
function candidates(template: ArchitectureTemplate, plan: Plan): readonly Arguments[] {
  const end = plan.steps.find(({ name }) => name === plan.outputs[0])?.shape ?? [];
  const widths = [...new Set([1, ...template.architecture.files.map(({ alpha }) => alpha)])];
  return widths.flatMap((alpha): readonly Arguments[] => {
    if (end.length > 1) return [{ include_top: false, pooling: null, alpha, classes: 1000 }];
    const pooled = ['avg', 'max'].map((pooling) => ({ include_top: false, pooling, alpha, classes: 1000 }));
    return [{ include_top: true, pooling: null, alpha, classes: end[0] ?? 1000 }, ...pooled];
  });
}

/** How weights start says nothing of a model that has its own. */
const starting = /Initializer$/;

/** Whether a window needs no padding, so that `same` and `valid` are one. */
function isUnpadded({ call, inputShapes }: Plan['steps'][number]): boolean {
  const [x = []] = inputShapes;
  const numbers = (name: string) => {
    const value = call.args[name] ?? call.args[name === 'kernelSize' ? 'poolSize' : name];
    return x.slice(0, -1).map((_, axis) => Number(Array.isArray(value) ? value[axis] : (value ?? 1)));
  };
  const [kernel, strides, dilation] = [numbers('kernelSize'), numbers('strides'), numbers('dilationRate')];
  return x.slice(0, -1).every((size, axis) => {
    const reach = (kernel[axis]! - 1) * dilation[axis]! + 1;
    if (size === null) return reach === 1;
    return (Math.ceil(size / strides[axis]!) - 1) * strides[axis]! + reach <= size;
  });
}

/** Whether the layers of both, by name, are of one class with the same arguments and take from the same; inputs aside. */
function isSame(one: Plan, other: Plan): boolean {
  const inputs = new Set([...one.inputs, ...other.inputs]);
  const texts = ({ steps }: Plan) =>
    steps
      .filter(({ name }) => !inputs.has(name))
      .map((step) => {
        const { keras, kerasArgs } = step.call;
        const args = Object.entries(kerasArgs)
          .filter(([name]) => !starting.test(name) && name !== 'seed')
          .map(([name, value]) => [name, name === 'padding' && isUnpadded(step) ? 'valid' : value] as const)
          .toSorted(([a], [b]) => (a < b ? -1 : 1));
        const from = step.inputs.map((name) => (inputs.has(name) ? '' : name));
        return JSON.stringify([step.name, keras, args, from, step.weights.map(({ shape }) => shape)]);
      })
      .toSorted();
  const [own, theirs] = [texts(one), texts(other)];
  return own.length === theirs.length && own.every((text, at) => text === theirs[at]);
}
