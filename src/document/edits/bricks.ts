import { type AnyBrick, initialParams } from '../../brick/brick';
import type { LayerValue } from '../../brick/fields';
import { closesCircle } from '../circle';
import { type Document, type Edge, type Edit, type Json, type Node, forbiddenNames } from '../document';
import { type Places, blockOfNodes, bricksOf, exitOf, foldedAround, itemsOf } from '../items';
import { longestName } from '../longestName';
import { type Library, layerName } from '../template';
import { bricksAmong, changeNodes, freshName, grounded, intoBlock, nameFree, pruned } from './change';
import { detached } from './detach';

export interface NewBrick {
  readonly type: string;
  readonly params?: Readonly<Record<string, Json>>;
  /** The layer's name; see `nameFor`. */
  readonly name?: string;
  /** Item to stack on: what stands there is pushed up, what was wired there follows the new brick. */
  readonly on?: string;
  /** Place where it cannot stack. */
  readonly at?: readonly [number, number];
}

/** The name a new brick gets: Keras's default, or its architecture's for a pretrained backbone (`vgg16`). */
export function nameFor(document: Document, library: Library, { type, params }: NewBrick): string {
  const brick = Object.hasOwn(library.bricks, type) ? library.bricks[type] : undefined;
  const architecture = { ...(brick ? initialParams(brick) : {}), ...params }['architecture'];
  return freshName(brick?.nested && typeof architecture === 'string' ? architecture : layerName(type), document);
}

/** All parameters of a new brick, those of a brick inside it too: a changed default never changes a saved model. */
function allParams(kind: AnyBrick, library: Library, given: NewBrick['params']): Record<string, Json> {
  const params = { ...initialParams(kind), ...given } as Record<string, Json>;
  for (const [name, { kind: control }] of Object.entries(kind.params)) {
    if (control !== 'layer') continue;
    const inner = params[name] as unknown as LayerValue;
    const brick = Object.hasOwn(library.bricks, inner.type) ? library.bricks[inner.type] : undefined;
    if (brick)
      params[name] = { type: inner.type, params: allParams(brick, library, inner.params as NewBrick['params']) };
  }
  return params;
}

/** Places a new brick, alone or on top of another. A type that the library lacks changes nothing. */
export function addBrick(library: Library, brick: NewBrick): Edit {
  return (document) => {
    const kind = Object.hasOwn(library.bricks, brick.type) ? library.bricks[brick.type]! : undefined;
    if (!kind) return document;
    const name = brick.name ?? nameFor(document, library, brick);
    if (!nameFree(document, name)) return document;
    const node: Node = grounded({
      type: brick.type,
      params: allParams(kind, library, brick.params),
      trainable: true,
      at: [...(brick.at ?? [0, 0])],
    });
    const placed = { ...document, nodes: { ...document.nodes, [name]: node } };
    return brick.on === undefined || kind.inputs === 0 ? placed : stackedOn(placed, name, name, brick.on);
  };
}

/**
 * Puts a run of connected bricks (`bottom` … `top`, wired to nothing else) onto an item. What stands there is pushed up;
 * where nothing stands, all that was wired to the item is wired to `top`.
 */
export function stackedOn(document: Document, bottom: string, top: string, on: string): Document {
  const items = itemsOf(document);
  const id = items.itemOf.get(on) ?? on;
  if (!items.members.has(id) || items.members.get(id)!.includes(bottom)) return document;
  const upper = items.above.get(id);
  const touching = upper === undefined ? undefined : items.below.get(upper)!.edge;
  const exit = touching?.from ?? exitOf(document, items, id);
  if (closesCircle(document, exit, bottom)) return document;
  const inside = new Set(items.members.get(id));
  const fits = (edge: Edge) => edge.to !== bottom && !closesCircle(document, top, edge.to);
  const moves = (edge: Edge) =>
    fits(edge) && (touching ? edge === touching : edge.from === exit && !inside.has(edge.to));
  const edges = document.edges
    .filter((edge) => !(edge.to === bottom && edge.port === 0))
    .map((edge) => (moves(edge) ? { ...edge, from: top } : edge));
  const joined = changeNodes(
    { ...document, edges: [...edges, { from: exit, to: bottom, port: 0 }] },
    [bottom],
    (node) => ({ ...node, stacked: true }),
  );
  const around = blockOfNodes(document);
  const folded = foldedAround(document, around.get(exit));
  const block = folded === undefined ? around.get(exit) : document.blocks[folded]!.parent;
  return around.has(bottom) || block === undefined ? joined : intoBlock(joined, bottom, block);
}

/** Removes bricks and whole blocks; what followed takes its input from what came before, where there is one. */
export function remove(names: readonly string[], places: Places): Edit {
  return (document) => {
    const gone = bricksAmong(document, names);
    if (gone.size === 0) return document;
    const after = detached(document, gone, places);
    const stays = (name: string) => !gone.has(name);
    const nodes = Object.fromEntries(Object.entries(after.nodes).filter(([name]) => stays(name)));
    const blocks = Object.fromEntries(
      Object.entries(after.blocks).map(([name, block]) => [
        name,
        block.nodes.every(stays) ? block : { ...block, nodes: block.nodes.filter(stays) },
      ]),
    );
    const edges = after.edges.filter(({ from, to }) => stays(from) && stays(to));
    return pruned({ ...after, nodes, edges, blocks });
  };
}

/** Renames a brick or a block. A name that is taken or not allowed changes nothing. */
export function rename(from: string, to: string): Edit {
  return (document) => {
    if (!nameFree(document, to)) return document;
    const renamed = (name: string) => (name === from ? to : name);
    if (Object.hasOwn(document.blocks, from)) {
      const blocks = Object.entries(document.blocks).map(([name, block]) => [
        renamed(name),
        block.parent === from ? { ...block, parent: to } : block,
      ]);
      return { ...document, blocks: Object.fromEntries(blocks) };
    }
    if (!Object.hasOwn(document.nodes, from)) return document;
    const blocks = Object.entries(document.blocks).map(([name, block]) => [
      name,
      block.nodes.includes(from) ? { ...block, nodes: block.nodes.map(renamed) } : block,
    ]);
    return {
      ...document,
      nodes: Object.fromEntries(Object.entries(document.nodes).map(([name, node]) => [renamed(name), node])),
      edges: document.edges.map((edge) =>
        edge.from === from || edge.to === from ? { ...edge, from: renamed(edge.from), to: renamed(edge.to) } : edge,
      ),
      blocks: Object.fromEntries(blocks),
      training: renamedOutput(document.training, from, to),
    };
  };
}

/** Loss and weight of an output go with its name. */
export function renamedOutput(training: Document['training'], from: string, to: string): Document['training'] {
  if (!Object.hasOwn(training.outputs, from)) return training;
  const outputs = Object.entries(training.outputs).map(([name, own]) => [name === from ? to : name, own]);
  return { ...training, outputs: Object.fromEntries(outputs) };
}

/** Why a name cannot be given; null when it can. */
export function nameTrouble(document: Document, from: string, to: string): NameTrouble | null {
  if (to === from) return null;
  if (to === '') return 'nameEmpty';
  if (forbiddenNames.includes(to)) return 'nameForbidden';
  if (to.length > longestName) return 'nameTooLong';
  return nameFree(document, to) ? null : 'nameTaken';
}
export type NameTrouble = 'nameEmpty' | 'nameForbidden' | 'nameTooLong' | 'nameTaken';

/** Sets one parameter of one or several bricks. Values are not judged: `compile` says what is wrong with them. */
export function setParam(names: string | readonly string[], param: string, value: Json): Edit {
  // JSON has no NaN, Infinity or −0; as text the first two stay visible, and `compile` names them.
  const kept: Json = typeof value !== 'number' ? value : Number.isFinite(value) ? value + 0 : String(value);
  return (document) =>
    forbiddenNames.includes(param) || param === ''
      ? document
      : changeNodes(document, typeof names === 'string' ? [names] : names, (node) =>
          JSON.stringify(node.params[param]) === JSON.stringify(kept)
            ? node
            : { ...node, params: { ...node.params, [param]: kept } },
        );
}

/** Leaves bricks out of the model, or takes them in again. */
export function setBypassed(names: readonly string[], bypassed: boolean): Edit {
  return (document) =>
    changeNodes(document, bricksOf(document, names), (node) => {
      if ((node.bypassed ?? false) === bypassed) return node;
      const { bypassed: _, ...rest } = node;
      return bypassed ? { ...rest, bypassed } : rest;
    });
}

/** Freezes or thaws bricks and whole blocks. */
export function setTrainable(names: readonly string[], trainable: boolean): Edit {
  return (document) =>
    changeNodes(document, bricksOf(document, names), (node) =>
      node.trainable === trainable ? node : { ...node, trainable },
    );
}

/** Tri-state of a brick, a block or a selection. */
export function trainableState(document: Document, names: readonly string[]): 'trainable' | 'frozen' | 'mixed' {
  const bricks = bricksOf(document, names);
  const trained = bricks.filter((name) => document.nodes[name]!.trainable).length;
  if (trained === bricks.length) return 'trainable';
  return trained === 0 ? 'frozen' : 'mixed';
}
