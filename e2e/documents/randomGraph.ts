import { brickList } from '../../bricks/index';
import type { AnyBrick } from '../../src/brick/brick';
import { elements } from '../../src/brick/shape';
import { compile } from '../../src/compile/compile';
import type { Step } from '../../src/compile/plan';
import { stepOf } from '../../src/compile/step';
import { refusedWholes } from '../../src/compile/wired/wholeNumbers';
import { refusedMasks } from '../../src/compile/wired/masks';
import { randomNumbers } from '../../src/data/random';
import { type Document, type Json, type Node, emptyDocument } from '../../src/document/document';
import { library } from '../../templates/index';
import { Dice, randomParams } from './randomParams';

const context = { library, compile: (document: Document) => compile(document, library) };
/** Larger tensors and layers say nothing more about shapes. */
const largest = { elements: 20_000, parameters: 100_000 };

const sources = brickList.filter(({ inputs }) => inputs === 0);
const layers = brickList.filter(({ inputs, nested }) => inputs !== 0 && !nested);

function nodeOf(dice: Dice, brick: AnyBrick): Node {
  const inner = brickList.filter((other) => brick.wraps?.accepts(other));
  const params = { ...randomParams(dice, brick, inner) } as Record<string, Json>;
  // A memory between batches wants a fixed batch size of every input; it changes no other axis.
  if ('stateful' in params) params['stateful'] = false;
  if ('batchSize' in params) params['batchSize'] = null;
  const inside = params['layer'] as { params: Record<string, Json> } | undefined;
  if (inside && 'stateful' in inside.params) inside.params['stateful'] = false;
  return { type: brick.type, params, trainable: dice.chance(0.8), at: [0, 0] };
}

const small = ({ shape, parameters }: Step) =>
  (elements(shape) ?? 1) <= largest.elements && parameters <= largest.parameters;

/** Inputs for a brick out of the steps there are: any one, or two or three for a merge, mostly of like shapes. */
function inputsFor(dice: Dice, brick: AnyBrick, steps: readonly Step[]): Step[] {
  const first = dice.pick(steps);
  if (brick.inputs !== 'many') return [first];
  const alike = steps.filter(({ shape }) => shape.length === first.shape.length);
  const others = dice.chance(0.5) ? alike.filter(({ shape }) => shape.join() === first.shape.join()) : alike;
  return [first, ...dice.list(dice.between(1, 2), () => dice.pick(others))];
}

/** Some bricks fit few shapes: so many inputs and parameters are tried before another one is drawn. */
const tries = 12;

function grow(dice: Dice, name: string, brick: AnyBrick, steps: readonly Step[]) {
  for (let attempt = 0; attempt < tries; attempt++) {
    const node = nodeOf(dice, brick);
    const inputs = brick.inputs === 0 ? [] : inputsFor(dice, brick, steps);
    const outcome = stepOf(name, node, inputs, [], context);
    if (!('step' in outcome) || !small(outcome.step)) continue;
    const all = [...steps, outcome.step];
    if (refusedMasks(all).length === 0 && refusedWholes(all).length === 0) return { node, step: outcome.step };
  }
  return null;
}

/**
 * A valid model of 2 … 40 bricks of every kind with random parameters and wires; the seed decides everything. Backbones
 * are left out: they hold millions of weights, and every architecture is checked layer by layer elsewhere.
 */
export function randomGraph(seed: number): Document {
  const dice = new Dice(randomNumbers(seed));
  const count = dice.between(2, 40);
  const nodes: Record<string, Node> = {};
  const edges: Document['edges'][number][] = [];
  const steps: Step[] = [];
  while (steps.length < count) {
    // Data first, then at least one layer.
    const some = steps.length === 0 || (steps.length > 1 && dice.chance(0.1)) ? sources : layers;
    const grown = grow(dice, `brick${steps.length}`, dice.pick(some), steps);
    if (grown === null) continue;
    nodes[grown.step.name] = grown.node;
    grown.step.inputs.forEach((from, port) => edges.push({ from, to: grown.step.name, port }));
    steps.push(grown.step);
  }
  return { ...emptyDocument(`Random ${seed}`), nodes, edges };
}
