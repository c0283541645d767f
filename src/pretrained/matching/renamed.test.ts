import { describe, expect, test } from 'vitest';
import { bricks } from '../../../bricks/index';
import { documentOf } from '../../../e2e/documents/documentOf';
import { Dice } from '../../../e2e/documents/randomParams';
import { randomGraph } from '../../../e2e/documents/randomGraph';
import { library } from '../../../templates/index';
import { initialParams } from '../../brick/brick';
import { compile } from '../../compile/compile';
import { type Plan, type Step, runnable } from '../../compile/plan';
import { randomNumbers } from '../../data/random';
import { type Document, type Json, type Node, emptyDocument } from '../../document/document';
import { kerasModelConfig } from '../../formats/saved/kerasModelConfig';
import { tfjsFiles } from '../../formats/saved/tfjsModel';
import { complete, matchWeights } from './match';
import { modelLayers } from './modelLayers';
import { layersOf } from './testWeightFile';

/** Branches, sums and joins of layers that all have the same width, so that shapes tell little. */
function branchedModel(dice: Dice): Document {
  const nodes: Record<string, Node> = {};
  const edges: Document['edges'][number][] = [];
  const place = (type: string, params: Readonly<Record<string, Json>>, from: readonly string[]): string => {
    const name = `brick${Object.keys(nodes).length}`;
    const all = { ...(initialParams(bricks[type]!) as Record<string, Json>), ...params };
    nodes[name] = { type, params: all, trainable: true, at: [0, 0] };
    from.forEach((source, port) => edges.push({ from: source, to: name, port }));
    return name;
  };
  const dense = (from: string) =>
    place('dense', { units: 4, activation: dice.pick(['linear', 'linear', 'relu', 'tanh']) }, [from]);
  const open = Array.from({ length: dice.between(1, 2) }, () => place('inputVector', { shape: [4] }, []));
  for (let count = dice.between(2, 10); count > 0; count--) {
    const from = dice.pick(open);
    const kind = dice.between(0, 5);
    if (kind <= 2) open.push(dense(from));
    else if (kind === 3)
      open.push(place(dice.pick(['batchNormalization', 'dropout', 'layerNormalization']), {}, [from]));
    else {
      const others = [from, ...dice.list(dice.between(1, 2), () => dice.pick(open))];
      const merged = place(
        dice.pick(['add', 'multiply', 'subtract', 'concatenate']),
        {},
        others.slice(0, kind === 4 ? 2 : 3),
      );
      open.push(dense(merged));
    }
  }
  return { ...emptyDocument('Branched'), nodes, edges };
}

const entries = <T>(dice: Dice, record: Readonly<Record<string, T>>) => dice.shuffled(Object.entries(record));

/** The same model with every brick called otherwise, and bricks and wires in another order. */
function renamed(
  dice: Dice,
  document: Document,
): { readonly other: Document; readonly names: ReadonlyMap<string, string> } {
  const old = Object.keys(document.nodes);
  const fresh = dice.chance(0.5) ? dice.shuffled(old) : dice.shuffled(old.map((_, index) => `layer_${index}`));
  const names = new Map(old.map((name, index) => [name, fresh[index]!]));
  const called = (name: string) => names.get(name)!;
  const nodes = entries(dice, document.nodes).map(([name, node]) => [called(name), node] as const);
  const edges = dice
    .shuffled(document.edges)
    .map(({ from, to, port }) => ({ from: called(from), to: called(to), port }));
  return { other: { ...document, nodes: Object.fromEntries(nodes), edges }, names };
}

/** What comes out, by the output's name in the file's model. */
type Meant = ReadonlyMap<string, number>;

/** Numbers for texts, so that what models compute can be compared without long texts. */
class Meanings {
  private readonly numbers = new Map<string, number>();

  /** By output, what comes out: layers with their settings, whose weights they have, and what comes in. */
  of(plan: Plan, original: (name: string) => string, weightsOf: (step: Step) => string): Meant {
    const said = new Map<string, number>();
    for (const step of plan.steps) {
      const inputs = step.inputs.map((name) => said.get(name)!);
      const { kerasArgs, traits, keras } = step.call;
      const inOrder = traits.commutes ? inputs.toSorted((a, b) => a - b) : inputs;
      const own = step.inputs.length === 0 ? original(step.name) : step.weights.length > 0 ? weightsOf(step) : '';
      const text = JSON.stringify([keras, kerasArgs, inOrder, own]);
      if (!this.numbers.has(text)) this.numbers.set(text, this.numbers.size);
      said.set(step.name, this.numbers.get(text)!);
    }
    return new Map(plan.outputs.map((name) => [original(name), said.get(name)!]));
  }
}

/** The configuration that a file of this model would have, of one of three kinds. */
async function configOf(plan: Plan, kind: number): Promise<unknown> {
  if (kind < 2) return kerasModelConfig(plan, kind === 0 ? 'keras' : 'h5');
  const files = await tfjsFiles(plan, [], null, async () => undefined);
  return JSON.parse(String(files['model.json'])).modelTopology.model_config;
}

/** Puts a model's file into the renamed model; what the weights make of it, and whether it was said that they are a guess. */
async function outcome(dice: Dice, document: Document): Promise<'right' | 'wrong' | 'told' | 'refused'> {
  const plan = compile(document, library);
  const { other, names } = renamed(dice, document);
  const target = compile(other, library);
  const originals = new Map([...names].map(([name, fresh]) => [fresh, name]));
  const kind = dice.between(0, 2);
  const config = await configOf(plan, kind);
  const match = matchWeights(target, { format: kind === 2 ? 'tfjs' : 'keras', layers: layersOf(plan), config });
  if (match.report.loaded.length < modelLayers(target).flatMap(({ weights }) => weights).length) return 'refused';
  const givers = new Map(match.pairs.map(({ key, tensor }) => [key.split('/')[0]!, tensor.name.split('/')[0]!]));
  const meanings = new Meanings();
  const meant = meanings.of(
    plan,
    (name) => name,
    ({ name }) => name,
  );
  const got = meanings.of(
    target,
    (name) => originals.get(name)!,
    ({ name }) => givers.get(name)!,
  );
  const moved = [...meant.keys()].filter((name) => meant.get(name) !== got.get(name));
  if (moved.length === 0) return 'right';
  // Outputs that are alike in everything but their names have the weights of their names.
  const alike = [meant, got].map((each) => [...each.values()].toSorted().join());
  const named = moved.every((name) => givers.get(names.get(name)!) === names.get(name));
  if (alike[0] === alike[1] && named) return 'right';
  return match.report.byOrder.length > 0 ? 'told' : 'wrong';
}

test('a model whose bricks are all called otherwise, in another order, gets every weight by the graph', async () => {
  const counts = { right: 0, wrong: 0, told: 0, refused: 0 };
  for (let seed = 1; counts.right + counts.wrong + counts.told + counts.refused < 1000; seed++) {
    const dice = new Dice(randomNumbers(seed));
    // Random graphs of all bricks take long to draw.
    const document = seed % 25 === 0 ? randomGraph(seed) : branchedModel(dice);
    const plan = compile(document, library);
    if (!runnable(plan) || modelLayers(plan).length === 0) continue;
    counts[await outcome(dice, document)]++;
  }
  expect(counts).toMatchObject({ wrong: 0, refused: 0 });
  // Two inputs or two outputs that are alike in everything but their names.
  expect(counts.told).toBeLessThan(100);
}, 60_000);

/** Two branches of the same shapes, one of them with another activation. */
const branches = (names: { readonly left: string; readonly right: string }, right = 'tanh'): Document =>
  documentOf(
    {
      numbers: ['inputVector', { shape: [4] }],
      [names.left]: ['dense', { units: 4, activation: 'relu' }],
      [names.right]: ['dense', { units: 4, activation: right }],
      sum: ['add'],
    },
    [`numbers>${names.left}`, `numbers>${names.right}`, `${names.left}>sum`, `${names.right}>sum@1`],
  );
const [own, swapped] = [branches({ left: 'a', right: 'b' }), branches({ left: 'b', right: 'a' })].map((document) =>
  compile(document, library),
) as [Plan, Plan];
const config = kerasModelConfig(own, 'keras');
const giversOf = ({ pairs }: ReturnType<typeof matchWeights>) =>
  Object.fromEntries(pairs.map(({ key, tensor }) => [key.split('/')[0]!, tensor.name.split('/')[0]!]));
const other = compile(branches({ left: 'x', right: 'y' }), library);

describe('the file’s graph', () => {
  test('goes before names that fit by chance', () => {
    const match = matchWeights(swapped, { format: 'keras', layers: layersOf(own), config });
    expect(giversOf(match)).toEqual({ b: 'a', a: 'b' });
    expect(match.report.byOrder).toEqual([]);
  });

  test('does not ask about branches that are the same', () => {
    const twice = compile(branches({ left: 'x', right: 'y' }, 'relu'), library);
    const source = compile(branches({ left: 'a', right: 'b' }, 'relu'), library);
    const match = matchWeights(twice, {
      format: 'keras',
      layers: layersOf(source),
      config: kerasModelConfig(source, 'keras'),
    });
    expect(complete(match)).toBe(true);
    expect(match.report.byOrder).toEqual([]);
  });

  test.each([
    [
      'a circle',
      {
        layers: [
          ['a', ['b']],
          ['b', ['a']],
        ],
      },
    ],
    ['a layer that is not there', { layers: [['a', ['z']]] }],
  ])('is left alone where it is none: %s', (_, { layers }) => {
    const broken = {
      class_name: 'Functional',
      config: {
        layers: layers.map(([name, inputs]) => ({
          class_name: 'Dense',
          name,
          config: { name },
          inbound_nodes: [(inputs as string[]).map((input) => [input, 0, 0, {}])],
        })),
        input_layers: [['a', 0, 0]],
        output_layers: [['a', 0, 0]],
      },
    };
    expect(giversOf(matchWeights(own, { format: 'keras', layers: layersOf(own), config: broken }))).toEqual({
      a: 'a',
      b: 'b',
    });
  });
});

describe('a file without a graph', () => {
  test.each(['kerasH5', 'kerasWeightsH5'] as const)('%s under other names says that it goes by order', (format) => {
    const match = matchWeights(other, { format, layers: layersOf(own), config: null });
    expect(complete(match)).toBe(true);
    expect(match.report.byOrder).toEqual([['x', 'y']]);
  });

  test('that only counts its layers is not taken for one that names them', () => {
    const named = compile(branches({ left: 'dense_1', right: 'dense' }), library);
    const layers = layersOf(own).map((layer, index) => {
      const counted = index === 0 ? 'dense' : 'dense_1';
      return { ...layer, name: counted, counted, nameless: true as const };
    });
    const match = matchWeights(named, { format: 'kerasWeightsH5', layers, config: null });
    expect(giversOf(match)).toEqual({ dense_1: 'a', dense: 'b' });
    expect(match.report.byOrder).toEqual([['dense_1', 'dense']]);
  });

  test('of the same names does not ask', () => {
    expect(matchWeights(own, { format: 'kerasH5', layers: layersOf(own), config: null }).report.byOrder).toEqual([]);
  });
});
