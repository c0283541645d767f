import { type AnyBrick, initialParams } from '../../brick/brick';
import type { LayerValue } from '../../brick/fields';
import type { Shape } from '../../brick/shape';
import { compile } from '../../compile/compile';
import { checkParams } from '../../compile/params';
import type { Plan, Step, Weight } from '../../compile/plan';
import { stepOf } from '../../compile/step';
import type { Json, Node } from '../../document/document';
import type { Library } from '../../document/template';
import type { Params } from './readParams';

/** What the help panel explains: a brick with its numbers. Shapes are without the batch axis. */
export interface Subject {
  readonly brick: AnyBrick;
  readonly params: Params;
  readonly inputShapes: readonly Shape[];
  readonly shape: Shape;
  readonly weights: readonly Weight[];
  readonly parameters: number;
  /** The model inside a pretrained backbone. */
  readonly nested?: Plan;
  /** The brick inside a wrapper. */
  readonly inner?: Subject;
}

/** A brick of the model as compiled; null where its parameters are wrong. */
export function subjectOfStep(brick: AnyBrick, node: Pick<Node, 'params'>, step: Step, library: Library) {
  const checked = checkParams(brick, node);
  return 'problem' in checked ? null : subject(brick, checked.params, step, library);
}

/** A brick with the numbers of one of its examples, and a preset's settings over them; null where the library lacks what the example needs. */
export function subjectOfExample(
  brick: AnyBrick,
  index: number,
  library: Library,
  preset: Params = {},
): Subject | null {
  const example = brick.examples[index] ?? brick.examples[0];
  const params = { ...initialParams(brick), ...example.params, ...preset } as Record<string, Json>;
  const node: Node = { type: brick.type, params, trainable: true, at: [0, 0] };
  const context = { library, compile: (document: Parameters<typeof compile>[0]) => compile(document, library) };
  const sources = example.in.map((shape, port) => dataStep(`input_${port + 1}`, shape));
  const outcome = stepOf(brick.type, node, sources, [], context);
  return 'step' in outcome ? subject(brick, params, outcome.step, library) : null;
}

function subject(brick: AnyBrick, params: Params, step: Step, library: Library): Subject {
  const { inputShapes, shape, weights, parameters, nested } = step;
  const inner = innerSubject(step, params, library);
  return {
    brick,
    params,
    inputShapes,
    shape,
    weights,
    parameters,
    ...(nested ? { nested } : {}),
    ...(inner ? { inner } : {}),
  };
}

function innerSubject({ call }: Step, params: Params, library: Library): Subject | undefined {
  const argument = call.args['layer'];
  if (typeof argument !== 'object' || argument === null || !('role' in argument) || argument.role !== 'layer') return;
  const { type, inputShapes, shape } = argument.layer;
  const brick = library.bricks[type]!;
  const given = (params['layer'] as LayerValue).params;
  return { brick, params: { ...initialParams(brick), ...given }, inputShapes, shape, weights: [], parameters: 0 };
}

/** A step that stands for data of this shape. */
function dataStep(name: string, shape: Shape): Step {
  const args = { shape };
  return {
    name,
    type: 'input',
    call: { tfjs: 'input', keras: 'Input', args, kerasArgs: args, traits: {}, written: { first: [], silent: [] } },
    inputs: [],
    inputShapes: [],
    shape,
    weights: [],
    window: null,
    parameters: 0,
    trainableParameters: 0,
    trainable: true,
    blocks: [],
  };
}
