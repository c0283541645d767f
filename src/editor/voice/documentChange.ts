import type { Document, Node } from '../../document/document';

/** What became of a document, in the one sense that is worth a sentence. Names are those of bricks, then of blocks. */
export type DocumentChange =
  | { readonly code: 'added' | 'removed' | 'frozen' | 'unfrozen' | 'bypassed' | 'usedAgain'; readonly data: Named }
  | { readonly code: 'moved' | 'changed'; readonly data: Named }
  | { readonly code: 'renamed'; readonly data: { readonly from: string; readonly to: string } }
  | { readonly code: 'connected' | 'disconnected'; readonly data: Wires }
  | { readonly code: 'grouped' | 'ungrouped' | 'folded' | 'unfolded'; readonly data: Named }
  | { readonly code: 'title' | 'settings'; readonly data: Record<never, never> };

/** The first name, and how many there are. */
interface Named {
  readonly name: string;
  readonly count: number;
}

/** The first wire, and how many there are. */
interface Wires {
  readonly from: string;
  readonly to: string;
  readonly count: number;
}

const named = <C extends string>(code: C, names: readonly string[]) =>
  names[0] === undefined ? null : { code, data: { name: names[0], count: names.length } };

const missing = (from: Readonly<Record<string, unknown>>, than: Readonly<Record<string, unknown>>) =>
  Object.keys(from).filter((name) => !Object.hasOwn(than, name));

const wireKey = ({ from, to, port }: Document['edges'][number]) => JSON.stringify([from, to, port]);

function wires(before: Document, after: Document) {
  const known = new Set(before.edges.map(wireKey));
  const fresh = after.edges.filter((edge) => !known.has(wireKey(edge)));
  const [first] = fresh;
  return first === undefined ? null : { from: first.from, to: first.to, count: fresh.length };
}

/** Names of bricks that are there before and after, and of which `is` has come true. */
function turned(before: Document, after: Document, is: (node: Node) => boolean): readonly string[] {
  if (before.nodes === after.nodes) return [];
  return Object.entries(after.nodes).flatMap(([name, node]) => {
    const was = Object.hasOwn(before.nodes, name) ? before.nodes[name] : undefined;
    return was !== undefined && was !== node && is(node) && !is(was) ? [name] : [];
  });
}

/** What is different afterwards, the weightiest first: bricks, wires, blocks, what bricks are in, their settings, places; null where nothing is. */
export function documentChange(before: Document, after: Document): DocumentChange | null {
  if (before === after) return null;
  const [added, removed] = [missing(after.nodes, before.nodes), missing(before.nodes, after.nodes)];
  const [[to], [from]] = [added, removed];
  if (to !== undefined && from !== undefined && added.length === 1 && removed.length === 1)
    return { code: 'renamed', data: { from, to } };
  if (added.length > 0 || removed.length > 0)
    return added.length > 0 ? named('added', added) : named('removed', removed);
  return blocks(before, after) ?? connections(before, after) ?? states(before, after) ?? rest(before, after);
}

function connections(before: Document, after: Document): DocumentChange | null {
  if (before.edges === after.edges) return null;
  const [made, cut] = [wires(before, after), wires(after, before)];
  if (made !== null) return { code: 'connected', data: made };
  return cut === null ? null : { code: 'disconnected', data: cut };
}

function blocks(before: Document, after: Document): DocumentChange | null {
  if (before.blocks === after.blocks) return null;
  const [added, removed] = [missing(after.blocks, before.blocks), missing(before.blocks, after.blocks)];
  const [[to], [from]] = [added, removed];
  if (to !== undefined && from !== undefined && added.length === 1 && removed.length === 1)
    return { code: 'renamed', data: { from, to } };
  if (added.length > 0) return named('grouped', added);
  if (removed.length > 0) return named('ungrouped', removed);
  const turnedTo = (folded: boolean) =>
    Object.keys(after.blocks).filter(
      (name) => after.blocks[name]!.folded === folded && before.blocks[name]!.folded !== folded,
    );
  return named('folded', turnedTo(true)) ?? named('unfolded', turnedTo(false));
}

function states(before: Document, after: Document): DocumentChange | null {
  return (
    named(
      'frozen',
      turned(before, after, ({ trainable }) => !trainable),
    ) ??
    named(
      'unfrozen',
      turned(before, after, ({ trainable }) => trainable),
    ) ??
    named(
      'bypassed',
      turned(before, after, ({ bypassed }) => bypassed === true),
    ) ??
    named(
      'usedAgain',
      turned(before, after, ({ bypassed }) => bypassed !== true),
    )
  );
}

function rest(before: Document, after: Document): DocumentChange | null {
  const different = (is: (was: Node, node: Node) => boolean) =>
    before.nodes === after.nodes
      ? []
      : Object.keys(after.nodes).filter((name) => is(before.nodes[name]!, after.nodes[name]!));
  const set = different((was, node) => was.params !== node.params || was.sharesWith !== node.sharesWith);
  const placed = different((was, node) => was.at !== node.at || was.stacked !== node.stacked);
  const found = named('changed', set) ?? named('moved', placed);
  if (found !== null) return found;
  if (before.title !== after.title) return { code: 'title', data: {} };
  return before.training === after.training && before.weights === after.weights ? null : { code: 'settings', data: {} };
}
