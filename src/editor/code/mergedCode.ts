import { freshName, intoBlock, pruned, settled } from '../../document/edits/change';
import { rename } from '../../document/edits';
import type { Document, Edge, Node } from '../../document/document';
import { blockOfNodes } from '../../document/items';
import type { Library } from '../../document/template';
import { arrange } from '../../layout/arrange';
import { towersOf } from '../../layout/towers';
import { freePlace } from '../building/placeBrick';
import { brickWidth, gap } from '../../layout/geometry';
import { inputsByName, matchedNames } from './matchedNames';
import { changedNode, changedTraining } from './changedParts';

/** A model as a text says it, with the names that its layers have in the document, where they have others there. */
export interface Said {
  readonly model: Document;
  readonly names: ReadonlyMap<string, string>;
}

const nothing: readonly string[] = [];

/**
 * What a text changes is changed in the document, all else stays: what the text said before beside what it says now. Places,
 * blocks and settings that code does not say are kept; a renamed layer keeps its place. Pure; answers the same document
 * where the text says the same.
 */
export function mergedCode(
  document: Document,
  before: Said,
  after: Document,
  library: Library,
): { readonly document: Document; readonly names: Said['names'] } {
  const matched = matchedNames(before.model, after);
  const nameBefore = (old: string) => before.names.get(old) ?? old;
  const kept = new Set(matched.values());
  const inside = new Set(Object.keys(before.model.nodes).map(nameBefore));
  const isOutside = (name: string) => !inside.has(name);
  const gone = Object.keys(before.model.nodes).filter((name) => !kept.has(name));
  let result = without(document, new Set(gone.map(nameBefore)));

  const names = new Map<string, string>();
  const fresh: string[] = [];
  for (const name of Object.keys(after.nodes)) {
    const old = matched.get(name);
    const here = old === undefined ? undefined : nameBefore(old);
    const node = after.nodes[name]!;
    if (here === undefined && isOutside(name) && Object.hasOwn(result.nodes, name)) {
      // It stood on the canvas, in no model: now it stands in this one.
      const { type, params, trainable } = node;
      result = { ...result, nodes: { ...result.nodes, [name]: { ...result.nodes[name]!, type, params, trainable } } };
      names.set(name, name);
    } else if (here === undefined || !Object.hasOwn(result.nodes, here)) {
      const own = freshName(name, result);
      result = { ...result, nodes: { ...result.nodes, [own]: { ...node, at: [0, 0] } } };
      names.set(name, own);
      fresh.push(own);
    } else if (old !== name) {
      const own = freshName(name, result);
      result = rename(here, own)(result);
      names.set(name, own);
    } else names.set(name, here);
  }
  result = changedNodes(result, before.model, after, matched, names);
  const wired = rewired(result, before, after, matched, names);
  result = blocked(wired, after, names, fresh);
  if (after.title !== before.model.title) result = { ...result, title: after.title };
  const training = changedTraining(result.training, before.model.training, after.training);
  if (training !== result.training) result = { ...result, training };
  result = pruned(result);
  if (result === document) return { document, names };
  return { document: placed(document, result, fresh, library), names };
}

/** The document without bricks; nothing takes their places. */
function without(document: Document, gone: ReadonlySet<string>): Document {
  if (gone.size === 0) return document;
  const stays = (name: string) => !gone.has(name);
  const blocks = Object.entries(document.blocks).map(([name, block]) => [
    name,
    block.nodes.every(stays) ? block : { ...block, nodes: block.nodes.filter(stays) },
  ]);
  return {
    ...document,
    nodes: Object.fromEntries(Object.entries(document.nodes).filter(([name]) => stays(name))),
    edges: document.edges.filter(({ from, to }) => stays(from) && stays(to)),
    blocks: Object.fromEntries(blocks),
  };
}

function changedNodes(
  document: Document,
  before: Document,
  after: Document,
  matched: ReadonlyMap<string, string>,
  names: ReadonlyMap<string, string>,
): Document {
  const changed: Record<string, Node> = {};
  for (const [name, old] of matched) {
    const own = names.get(name)!;
    const node = document.nodes[own]!;
    const next = changedNode(node, before.nodes[old]!, after.nodes[name]!);
    if (next !== node) changed[own] = next;
  }
  return Object.keys(changed).length === 0 ? document : { ...document, nodes: { ...document.nodes, ...changed } };
}

/** Bricks whose inputs the text has changed get them; the wires of all others stay, those of left out bricks too. */
function rewired(
  document: Document,
  before: Said,
  after: Document,
  matched: ReadonlyMap<string, string>,
  names: ReadonlyMap<string, string>,
): Document {
  const [inputsBefore, inputsAfter] = [inputsByName(before.model), inputsByName(after)];
  const told = new Map<string, readonly string[]>();
  for (const [name, inputs] of inputsAfter) {
    const old = matched.get(name);
    const wasFrom = (old === undefined ? undefined : inputsBefore.get(old)) ?? nothing;
    const isFrom = inputs.map((input) => matched.get(input) ?? null);
    const isSame =
      old !== undefined && wasFrom.length === isFrom.length && wasFrom.every((each, at) => each === isFrom[at]);
    if (!isSame)
      told.set(
        names.get(name)!,
        inputs.map((input) => names.get(input)!),
      );
  }
  if (told.size === 0) return document;
  const added = [...told].flatMap(([to, inputs]) => inputs.map((from, port): Edge => ({ from, to, port })));
  return { ...document, edges: [...document.edges.filter(({ to }) => !told.has(to)), ...added] };
}

/** New bricks go into the blocks that the text says; where it says none, into that of the brick they take from. */
function blocked(
  document: Document,
  after: Document,
  names: ReadonlyMap<string, string>,
  fresh: readonly string[],
): Document {
  let result = document;
  const isFresh = new Set(fresh);
  const saidBlock = blockOfNodes(after);
  const blocks = new Map<string, string>();
  const blockFor = (said: string): string => {
    const known = blocks.get(said);
    if (known !== undefined) return known;
    const { parent, folded, color } = after.blocks[said]!;
    const own = Object.hasOwn(result.blocks, said) ? said : freshName(said, result);
    blocks.set(said, own);
    if (own === said && Object.hasOwn(result.blocks, said)) return own;
    const around = parent === undefined ? undefined : blockFor(parent);
    const block = { nodes: [], folded, color, ...(around === undefined ? {} : { parent: around }) };
    result = { ...result, blocks: { ...result.blocks, [own]: block } };
    return own;
  };
  for (const [name, own] of names) {
    if (!isFresh.has(own)) continue;
    const said = saidBlock.get(name);
    const [from] = inputsByName(result).get(own) ?? nothing;
    const block = said === undefined ? blockOfNodes(result).get(from ?? '') : blockFor(said);
    if (block !== undefined) result = intoBlock(result, own, block);
  }
  return result;
}

/** New bricks stand on what they take from where nothing else stands there; a document of new bricks alone is laid out. */
function placed(before: Document, document: Document, fresh: readonly string[], library: Library): Document {
  if (fresh.length > 0 && fresh.length === Object.keys(document.nodes).length)
    return arrange(document, library, 'towers');
  const towers = towersOf(before, library);
  const isFresh = new Set(fresh);
  const inputs = inputsByName(document);
  const standing = new Set(
    Object.entries(document.nodes).flatMap(([name, { stacked, stackedPort = 0 }]) => {
      const under = stacked === true && !isFresh.has(name) ? inputs.get(name)?.[stackedPort] : undefined;
      return under === undefined ? [] : [under];
    }),
  );
  const nodes = { ...document.nodes };
  let [x, y] = freePlace(towers);
  for (const name of fresh) {
    const from = inputs.get(name) ?? nothing;
    const port = from.findIndex((each) => !standing.has(each));
    const { type, params, trainable } = nodes[name]!;
    const stacks = port >= 0 ? { stacked: true, ...(port > 0 ? { stackedPort: port } : {}) } : {};
    nodes[name] = { type, params, trainable, at: [x, y], ...stacks };
    if (port >= 0) standing.add(from[port]!);
    x += brickWidth + gap.x;
  }
  return settled(before, { ...document, nodes }, towers);
}
