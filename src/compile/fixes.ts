import { type AnyBrick, initialParams } from '../brick/brick';
import { type Shape, ShapeError } from '../brick/shape';
import type { Document } from '../document/document';
import { type Library, offeredBricks } from '../document/template';
import type { Graph } from './graph';
import type { Fix, Issue } from './issue';
import { checkParams } from './params';

interface Surroundings {
  readonly document: Document;
  readonly library: Library;
  readonly graph: Graph;
  readonly shapes: ReadonlyMap<string, Shape>;
}

/** One-click ways out of an issue. An adapter is offered only after trying that the brick then takes its input. */
export function fixesFor(issue: Issue, surroundings: Surroundings): readonly Fix[] {
  const { document, library, graph } = surroundings;
  const { where } = issue;
  const isInput = (name: string) => library.bricks[document.nodes[name]!.type]?.inputs === 0;
  if (issue.code === 'noInput') return [];
  if (where === null) return [];
  switch (issue.code) {
    case 'rank':
      return offeredBricks(library)
        .filter((brick) => brick.inputs === 1 && fits(brick, where, surroundings))
        .map(({ type }) => ({ kind: 'insert', brick: type, before: where, port: 0 }));
    case 'windowTooLarge': {
      const node = document.nodes[where]!;
      const brick = library.bricks[node.type]!;
      if (!brick.params['padding']?.options?.includes('same')) return [{ kind: 'remove', node: where }];
      return [{ kind: 'setParam', node: where, param: 'padding', value: 'same' }];
    }
    case 'parameter': {
      const field = library.bricks[document.nodes[where]!.type]?.params[issue.data.param];
      if (!field) return [{ kind: 'remove', node: where }];
      return [{ kind: 'setParam', node: where, param: issue.data.param, value: field.initial }];
    }
    case 'missingInput':
      return graph.sources.get(where)?.some((source) => source !== undefined) ? [] : inputsFor(where, surroundings);
    case 'doubleInput':
    case 'unexpectedInput':
    case 'danglingEdge': {
      const from = typeof issue.data.from === 'string' ? issue.data.from : issue.data.from.at(-1)!;
      const edge = document.edges.findLast((candidate) => candidate.to === where && candidate.from === from);
      return edge ? [{ kind: 'disconnect', ...edge }] : [];
    }
    case 'cycle': {
      const inside = new Set(issue.data.through);
      const edge = document.edges.findLast(({ from, to }) => inside.has(from) && inside.has(to));
      return edge ? [{ kind: 'disconnect', ...edge }] : [];
    }
    case 'pictureTooSmall': {
      const below = graph.sources.get(where)?.[0];
      if (below === undefined || !isInput(below)) return [];
      const value = issue.data.shape.map((size, axis) => (axis < 2 ? Math.max(size ?? 1, issue.data.minimum) : size));
      return [{ kind: 'setParam', node: below, param: 'shape', value }];
    }
    case 'unknownLayer': {
      const { param, layer, nearest } = issue.data;
      const given = document.nodes[where]!.params[param];
      const others = Array.isArray(given) ? given.filter((name) => name !== layer) : null;
      if (others === null && nearest === null) return [];
      return [{ kind: 'setParam', node: where, param, value: others ?? nearest }];
    }
    case 'weightsSource':
      return [{ kind: 'setParam', node: where, param: 'weights', value: issue.data.fitting }];
    case 'weightsFile':
      return [{ kind: 'setParam', node: where, param: 'weights', value: 'random' }];
    case 'weightsAlpha': {
      const { alpha, published } = issue.data;
      const value = published.toSorted((one, other) => Math.abs(one - alpha) - Math.abs(other - alpha))[0];
      return [{ kind: 'setParam', node: where, param: 'alpha', value }];
    }
    case 'weightsClasses':
      return [
        { kind: 'setParam', node: where, param: 'classes', value: issue.data.expected },
        { kind: 'setParam', node: where, param: 'includeTop', value: false },
      ];
    case 'weightsSize':
      return [{ kind: 'setParam', node: where, param: 'includeTop', value: false }];
    case 'channels': {
      const below = graph.sources.get(where)?.[0];
      if (below === undefined || !isInput(below)) return [];
      const value = [...issue.data.shape.slice(0, -1), issue.data.expected];
      return [{ kind: 'setParam', node: below, param: 'shape', value }];
    }
    case 'axisOutside': {
      const axis = library.bricks[document.nodes[where]!.type]?.params['axis'];
      return axis ? [{ kind: 'setParam', node: where, param: 'axis', value: axis.initial }] : [];
    }
    case 'maskRefused': {
      const { from } = issue.data;
      const isSetting = library.bricks[document.nodes[from]!.type]?.params['maskZero'] !== undefined;
      return [
        isSetting ? { kind: 'setParam', node: from, param: 'maskZero', value: false } : { kind: 'remove', node: from },
      ];
    }
    case 'sharedShape':
    case 'sharedMask':
      return [{ kind: 'ownWeights', node: where }];
    case 'loose':
      return [...inputsFor(where, surroundings), { kind: 'remove', node: where }];
    case 'placeholder':
    case 'unknownBrick':
      return [{ kind: 'remove', node: where }];
    default:
      return [];
  }
}

/** Input bricks whose initial shape the brick takes; none for a brick that is an input itself. */
function inputsFor(where: string, surroundings: Surroundings): Fix[] {
  const { document, library } = surroundings;
  if (library.bricks[document.nodes[where]!.type]?.inputs !== 1) return [];
  return offeredBricks(library)
    .filter((brick) => brick.inputs === 0 && takes(where, [brick.shape([], initialParams(brick))], surroundings))
    .map(({ type }) => ({ kind: 'addInput', brick: type, to: where }));
}

/** Does the brick make of what comes in something that the brick there takes? */
function fits(brick: AnyBrick, where: string, surroundings: Surroundings): boolean {
  const below = surroundings.graph.sources.get(where)?.[0];
  const shape = below === undefined ? undefined : surroundings.shapes.get(below);
  if (!shape) return false;
  try {
    return takes(where, [brick.shape([shape], initialParams(brick))], surroundings);
  } catch (error) {
    if (error instanceof ShapeError) return false;
    throw error;
  }
}

/** Does the brick accept inputs of these shapes, with the parameters it has? */
function takes(where: string, inputs: readonly Shape[], { document, library }: Surroundings): boolean {
  const node = document.nodes[where]!;
  const brick = library.bricks[node.type]!;
  const checked = checkParams(brick, node);
  if ('problem' in checked) return false;
  try {
    brick.shape(inputs, checked.params);
    return true;
  } catch (error) {
    if (error instanceof ShapeError) return false;
    throw error;
  }
}
