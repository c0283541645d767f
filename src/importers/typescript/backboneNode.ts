import type { AnyBrick } from '../../brick/brick';
import { initialParams } from '../../brick/brick';
import { compile } from '../../compile/compile';
import type { Step } from '../../compile/plan';
import { stepOf } from '../../compile/step';
import type { Document, Node } from '../../document/document';
import { type ArchitectureTemplate, type Library, buildTemplate } from '../../document/template';
import type { KerasGraph, KerasLayer } from '../kerasGraph/kerasGraph';

type Params = Readonly<Record<string, unknown>>;

/** Arguments that say how wide a layer is. */
const widths = ['filters', 'units'] as const;

/**
 * A model in the model as the backbone that has the same layers, as wide as these; null where none has. Which weights it
 * starts from the text does not say: the first that it can have.
 */
export function backboneNode(name: string, graph: KerasGraph, source: Step, library: Library): Node | null {
  const brick = Object.values(library.bricks).find(({ nested }) => nested !== undefined);
  if (!brick) return null;
  const layers = graph.layers.filter(({ calls }) => calls.length > 0);
  const trained = layers.filter(({ config }) => config['trainable'] !== false).map((layer) => layer.name);
  for (const params of candidates(brick, layers, library)) {
    const whole = nodeOf(brick, params, true);
    const nested = nestedOf(name, whole, source, library);
    if (!nested || !fits(nested, layers)) continue;
    if (trained.length === 0) return nodeOf(brick, params, false);
    if (trained.length === layers.length) return whole;
    const selection = trained.includes(layers.at(-1)!.name)
      ? { trainableLayers: 'from', trainableFrom: layers.find(({ name: own }) => trained.includes(own))!.name }
      : { trainableLayers: 'named', trainableNames: trained };
    return nodeOf(brick, { ...params, ...selection }, true);
  }
  return null;
}

/** Whether an architecture has the names of these layers, but for one: another end. Nothing is computed yet. */
function isLike(template: ArchitectureTemplate, layers: readonly KerasLayer[]): boolean {
  const { nodes } = buildTemplate(template);
  return layers.filter(({ name }) => !Object.hasOwn(nodes, name)).length <= 1;
}

const nodeOf = (brick: AnyBrick, params: Params, trainable: boolean): Node => ({
  type: brick.type,
  params: params as Node['params'],
  trainable,
  at: [0, 0],
});

/** Every architecture with every choice that its brick offers; the number of classes and the width that the layers have. */
function* candidates(brick: AnyBrick, layers: readonly KerasLayer[], library: Library): Iterable<Params> {
  const choices = (name: string) => brick.params[name]?.options ?? [];
  const classes = layers.at(-1)?.config['units'];
  for (const template of Object.values(library.architectures)) {
    if (!isLike(template, layers)) continue;
    const { id, options } = template;
    const alphas = options['alpha'] ? [1, 0.25, 0.5, 0.75, 0.35, 1.3, 1.4] : [1];
    // Weights that are published are more likely than none.
    const sources = choices('weights').filter((source) => source !== 'file' && source !== 'random');
    for (const weights of [...sources, 'random']) {
      for (const includeTop of [false, true]) {
        for (const pooling of includeTop ? ['none'] : choices('pooling')) {
          for (const alpha of alphas) {
            yield {
              ...initialParams(brick),
              architecture: id,
              weights,
              includeTop,
              pooling,
              alpha,
              ...(includeTop && typeof classes === 'number' ? { classes } : {}),
            };
          }
        }
      }
    }
  }
}

function nestedOf(name: string, node: Node, source: Step, library: Library) {
  const context = { library, compile: (document: Document) => compile(document, library) };
  const outcome = stepOf(name, node, [source], [], context);
  return 'step' in outcome ? (outcome.step.nested ?? null) : null;
}

function fits({ steps }: { readonly steps: readonly Step[] }, layers: readonly KerasLayer[]): boolean {
  const inner = new Map(steps.filter(({ inputs }) => inputs.length > 0).map((step) => [step.name, step]));
  if (inner.size !== layers.length) return false;
  return layers.every(({ name, config }) => {
    const step = inner.get(name);
    return (
      step !== undefined &&
      widths.every((width) => config[width] === undefined || config[width] === step.call.args[width])
    );
  });
}
