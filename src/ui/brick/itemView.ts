import type { Shape } from '../../brick/shape';
import type { Issue } from '../../compile/issue';
import type { Document } from '../../document/document';
import { kept } from '../../document/kept';
import { remembered } from '../../document/remembered';
import type { Item } from '../../layout/towers';
import { blockFace } from './blockFace';
import type { BrickLook } from './brickLook';
import { faceFacts, parametersText, sharedText } from './faceText';
import { studsOf } from './studs';
import type { ViewContext } from './viewContext';
import { layerName } from './layerName';

/** What is known of one item on the canvas: how it looks and what its accessible name says. */
export interface ItemView {
  readonly look: BrickLook;
  readonly name: string;
  /** Keras class; nothing for a folded block. */
  readonly layer: string | null;
  readonly shape: Shape | null;
  readonly parameters: number;
  /** The brick whose layer it calls once more; null for a layer of its own. */
  readonly sharesWith: string | null;
  readonly frozen: boolean;
  readonly bypassed: boolean;
  /** First problem of the item's bricks. */
  readonly issue: Issue | null;
}

/** The last view of an item: it holds while all that it was made from is the very same. */
const known = new WeakMap<Item, { readonly from: readonly unknown[]; readonly view: ItemView }>();

export function itemView(item: Item, context: ViewContext): ItemView {
  const before = known.get(item);
  const from = sourcesOf(item, context);
  if (before?.from.length === from.length && from.every((each, index) => each === before.from[index]))
    return before.view;
  const view = kept(before?.view, viewOf(item, context));
  known.set(item, { from, view });
  return view;
}

function sourcesOf({ nodes, base }: Item, { document, library, plan, steps, issues, blocked }: ViewContext): unknown[] {
  const from: unknown[] = [library, steps.get(base), nodes.length > 1 && document.edges];
  for (const name of nodes)
    from.push(document.nodes[name], steps.get(name), plan.shapes[name], issues.get(name), blocked.has(name));
  return from;
}

function viewOf(item: Item, context: ViewContext): ItemView {
  const { document, plan, steps } = context;
  const nodes = item.nodes.map((name) => document.nodes[name]!);
  const issue = item.nodes.map((name) => context.issues.get(name)).find(Boolean) ?? null;
  const last = lastOf(item, context);
  const shape = plan.shapes[last];
  const parameters = item.nodes.reduce((sum, name) => sum + (steps.get(name)?.parameters ?? 0), 0);
  const frozen = nodes.every(({ trainable }) => !trainable);
  const bypassed = nodes.every((node) => node.bypassed === true);
  const blocked = !issue && item.nodes.some((name) => context.blocked.has(name));
  const state = issue?.severity === 'error' ? 'broken' : blocked ? 'blocked' : bypassed ? 'bypassed' : undefined;
  const common: Omit<BrickLook, 'category'> = {
    width: item.width,
    height: item.height,
    studs: studsOf(shape),
    name: item.id,
    state,
    frozen,
  };
  const sharesWith = item.kind === 'block' ? null : (steps.get(item.id)?.sharesWith ?? null);
  const note = sharesWith === null ? parametersText(parameters) : sharedText(sharesWith);
  const face = item.kind === 'block' ? blockFace(item, context, shape) : brickFace(item.id, context, shape);
  return {
    look: { ...common, ...face, ...(note ? { note } : {}) },
    name: item.id,
    layer: item.kind === 'block' ? null : layerName(context.library.bricks[nodes[0]!.type], nodes[0]!),
    shape: shape ?? null,
    parameters,
    sharesWith,
    frozen,
    bypassed,
    issue,
  };
}

function brickFace(name: string, { document, library }: ViewContext, shape: Shape | undefined) {
  const node = document.nodes[name]!;
  const brick = library.bricks[node.type];
  return {
    category: brick?.category ?? 'shape',
    facts: brick ? faceFacts(brick, node.params, shape, library.bricks) : [layerName(brick, node)],
  };
}

/** The brick inside whose output leaves the item. */
export function lastOf(item: Item, { document }: Pick<ViewContext, 'document'>): string {
  if (item.nodes.length === 1) return item.nodes[0]!;
  const inside = new Set(item.nodes);
  const targets = targetsOf(document.edges);
  const leaving = new Set<string>();
  const feeding = new Set<string>();
  for (const name of inside) for (const to of targets.get(name) ?? []) (inside.has(to) ? feeding : leaving).add(name);
  const names = item.nodes.toReversed();
  return names.find((name) => leaving.has(name)) ?? names.find((name) => !feeding.has(name)) ?? names[0]!;
}

/** Brick → those that take its output. */
const targetsOf = remembered((edges: Document['edges']): ReadonlyMap<string, readonly string[]> => {
  const targets = new Map<string, string[]>();
  for (const { from, to } of edges) {
    const known = targets.get(from);
    if (known) known.push(to);
    else targets.set(from, [to]);
  }
  return targets;
});
