import { bricks } from '../../../bricks/index';
import { initialParams } from '../../../src/brick/brick';
import { compile } from '../../../src/compile/compile';
import type { Plan, Step } from '../../../src/compile/plan';
import { type Outcome, stepOf } from '../../../src/compile/step';
import type { Document, Node } from '../../../src/document/document';
import { library } from '../../../templates/index';
import type { Setting } from '../grid/combinations';
import { inputStep } from '../inputStep';

const context = { library, compile: (document: Document) => compile(document, library) };

type Placed = Pick<Setting, 'type' | 'params' | 'frozen'>;

function outcomeOf(name: string, { type, params, frozen }: Placed, inputs: readonly Step[]): Outcome {
  const brick = bricks[type];
  if (!brick) throw new Error(`There is no brick ${type}`);
  const node = { type, params: { ...initialParams(brick), ...params }, trainable: frozen !== true, at: [0, 0] } as Node;
  return stepOf(name, node, inputs, [], context);
}

/** One brick on others as a step; throws where its parameters or shapes do not fit. */
export function stepFor(name: string, placed: Placed, inputs: readonly Step[]): Step {
  const outcome = outcomeOf(name, placed, inputs);
  if ('step' in outcome) return outcome.step;
  throw new Error(`${placed.type} ${JSON.stringify(placed.params)}: ${outcome.code} ${JSON.stringify(outcome.data)}`);
}

/** Do parameters and shapes fit? */
export function fits(setting: Setting): boolean {
  const inputs = setting.in.map((shape, port) => inputStep(`input_${port}`, shape));
  return 'step' in outcomeOf('brick', setting, inputs);
}

/** A plan of the setting's inputs, the bricks below, and the brick itself, which is named `brick`. */
export function planOf(setting: Setting): Plan {
  const inputs = setting.in.map((shape, port) => inputStep(`input_${port}`, shape));
  const steps = [...inputs];
  let below = inputs[0];
  (setting.below ?? []).forEach((placed, index) => {
    below = stepFor(`below_${index}`, placed, [below!]);
    steps.push(below);
  });
  const step = stepFor('brick', setting, below ? [below, ...inputs.slice(1)] : []);
  steps.push(step);
  const sum = (of: (step: Step) => number) => steps.reduce((total, one) => total + of(one), 0);
  const [parameters, trainable] = [sum((one) => one.parameters), sum((one) => one.trainableParameters)];
  return {
    title: setting.type,
    steps,
    inputs: inputs.length === 0 ? ['brick'] : inputs.map(({ name }) => name),
    outputs: ['brick'],
    totals: { parameters, trainable, nonTrainable: parameters - trainable },
    shapes: {},
    issues: [],
    blocked: [],
  };
}
