import type { AnyBrick } from '../brick/brick';
import { type Shape, ShapeError } from '../brick/shape';
import type { Node } from '../document/document';
import { placeholderType } from '../document/structure/placeholder';
import type { Library } from '../document/template';
import type { Problem } from './issue';
import type { Body, CompileContext } from './nested/body';
import { nestedBody } from './nested/nestedBody';
import { callOf } from './callOf';
import { checkParams } from './params';
import { placeholderBody } from './nested/placeholderBody';
import type { Step, Weight } from './plan';
import { weightsOf } from './weights';
import { wrapperBody } from './nested/wrapperBody';

/** A step, or the problem that stops it. */
export type Outcome = { readonly step: Step } | Problem;

const size = ({ shape }: Weight) => shape.reduce((product, axis) => product * axis, 1);
const count = (weights: readonly Weight[]) => weights.reduce((sum, weight) => sum + size(weight), 0);

/** The last step made of a node: documents are immutable, so it still holds while what comes in is the same. */
const known = new WeakMap<Node, { readonly library: Library; readonly step: Step }>();

const sameShape = (a: Shape, b: Shape) => a.length === b.length && a.every((axis, index) => axis === b[index]);

function holds(step: Step, name: string, inputs: readonly (Step | undefined)[], blocks: readonly string[]): boolean {
  return (
    step.name === name &&
    step.inputs.length === inputs.length &&
    inputs.every(
      (input, port) =>
        input?.name === step.inputs[port] && input !== undefined && sameShape(input.shape, step.inputShapes[port]!),
    ) &&
    step.blocks.length === blocks.length &&
    step.blocks.every((block, depth) => block === blocks[depth])
  );
}

/**
 * One layer of the plan. `sources` are the steps that come in, by port; a hole is a missing input.
 * Never throws for anything a document can hold. The very same step comes back while nothing about it changed.
 */
export function stepOf(
  name: string,
  node: Node,
  sources: readonly (Step | undefined)[],
  blocks: readonly string[],
  context: CompileContext,
): Outcome {
  const before = known.get(node);
  if (before?.library === context.library && holds(before.step, name, sources, blocks)) return before;
  const outcome = build(name, node, sources, blocks, context);
  if ('step' in outcome) known.set(node, { library: context.library, step: outcome.step });
  return outcome;
}

function build(
  name: string,
  node: Node,
  sources: readonly (Step | undefined)[],
  blocks: readonly string[],
  context: CompileContext,
): Outcome {
  const { library } = context;
  const isPlaceholder = node.type === placeholderType;
  const brick = Object.hasOwn(library.bricks, node.type) ? library.bricks[node.type] : undefined;
  if (!brick && !isPlaceholder) return { code: 'unknownBrick', data: { type: node.type } };
  const checked = brick ? checkParams(brick, node) : null;
  if (checked && 'problem' in checked) return { code: 'parameter', data: checked.problem };
  const hole = sources.indexOf(undefined);
  if (hole >= 0) return { code: 'missingInput', data: { port: hole } };
  if (brick?.inputs !== 0 && sources.length === 0) return { code: 'missingInput', data: { port: 0 } };
  const inputs = sources as readonly Step[];
  const inputShapes = inputs.map(({ shape }) => shape);
  try {
    const body =
      brick && checked
        ? bodyOf(brick, checked.params, inputShapes, node.trainable, context)
        : placeholderBody(node.params, inputShapes, node.trainable);
    if ('code' in body) return body;
    return {
      step: {
        name,
        type: node.type,
        trainable: node.trainable,
        ...body,
        inputs: inputs.map((input) => input.name),
        inputShapes,
        parameters: count(body.weights),
        trainableParameters: count(body.weights.filter(({ trainable }) => trainable)),
        blocks,
      },
    };
  } catch (error) {
    if (error instanceof ShapeError) return { code: error.code, data: error.data };
    throw error;
  }
}

function bodyOf(
  brick: AnyBrick,
  params: Record<string, unknown>,
  inputShapes: readonly Shape[],
  trainable: boolean,
  context: CompileContext,
): Body | Problem {
  if (brick.wraps) return wrapperBody(brick, params, inputShapes, trainable, context);
  const shape = brick.shape(inputShapes, params);
  const call = callOf(brick, params, inputShapes);
  if (brick.nested) return nestedBody(brick.nested(params, inputShapes), call, inputShapes, trainable, context);
  const weights = weightsOf(brick, params, inputShapes, call.args, trainable);
  return { call, shape, weights, window: brick.window?.(params) ?? null };
}
