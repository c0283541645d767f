import type { Shape } from '../../brick/shape';
import type { Document } from '../document';
import type { Library } from '../template';

/** Output shapes by brick, as the plan has them. */
export type Shapes = Readonly<Record<string, Shape>>;

/** The last brick that stays: the end of the convolutional part, a backbone, or what feeds the last Dense. */
export function trunkOf(document: Document, library: Library, shapes: Shapes): string | null {
  const sources = new Map<string, string[]>();
  for (const { from, to, port } of document.edges) {
    const list = sources.get(to) ?? [];
    if (Object.hasOwn(document.nodes, from)) list[port] = from;
    sources.set(to, list);
  }
  const feeding = new Set(document.edges.map(({ from }) => from));
  const names = Object.keys(document.nodes);
  const output = names.findLast((name) => !feeding.has(name) && sources.has(name)) ?? names.at(-1);
  let beforeDense: string | null = null;
  const seen = new Set<string>();
  for (let name = output; name !== undefined && !seen.has(name);) {
    seen.add(name);
    const brick = library.bricks[document.nodes[name]!.type];
    const into: readonly string[] = sources.get(name) ?? [];
    if (brick?.inputs === 0) return beforeDense ?? name;
    const small = shapes[name]?.slice(0, -1).every((size) => size === 1) ?? false;
    const pooled = small && into.length === 1 ? belowGlobalPooling(name, sources, document, library, shapes) : null;
    if (pooled !== null) return pooled;
    if (brick?.nested || (shapes[name]?.length ?? 0) > 1 || into.length > 1) return name;
    const [below] = into;
    if (below !== undefined && mixes(document, library, name, shapes[below])) beforeDense ??= below;
    if (below === undefined) return beforeDense ?? name;
    name = below;
  }
  return null;
}

/** Does each number that comes out see all that come in, as behind global pooling, or a Dense on a vector? */
function mixes({ nodes }: Document, library: Library, name: string, input?: Shape): boolean {
  const { type, params } = nodes[name]!;
  const brick = library.bricks[type];
  // A merge sees several values, and says nothing of them before it knows them.
  if (brick?.inputs !== 1) return false;
  return brick.traits?.(params, input ? [input] : []).positions === 'mixed';
}

/**
 * What feeds the global pooling straight below a brick whose maps are single values, if there is one: MobileNet keeps
 * its pooled features as a 1×1 map, and its classes are a convolution of that.
 */
function belowGlobalPooling(
  from: string,
  sources: ReadonlyMap<string, readonly string[]>,
  document: Document,
  library: Library,
  shapes: Shapes,
): string | null {
  const seen = new Set<string>();
  for (let name: string | undefined = from; name !== undefined && !seen.has(name); name = sources.get(name)?.[0]) {
    seen.add(name);
    const { type } = document.nodes[name]!;
    if (mixes(document, library, name)) return sources.get(name)?.[0] ?? null;
    const single = shapes[name]?.slice(0, -1).every((size) => size === 1) ?? false;
    if (!single || sources.get(name)?.length !== 1 || library.bricks[type]?.nested) return null;
  }
  return null;
}

/** Everything that a brick is made from, and itself, without the inputs; in document order. */
export function trunkLayers(document: Document, library: Library, trunk: string): readonly string[] {
  const sources = new Map<string, string[]>();
  for (const { from, to } of document.edges) sources.set(to, [...(sources.get(to) ?? []), from]);
  const seen = new Set([trunk]);
  for (const name of seen) for (const source of sources.get(name) ?? []) seen.add(source);
  return Object.keys(document.nodes).filter(
    (name) => seen.has(name) && library.bricks[document.nodes[name]!.type]?.inputs !== 0,
  );
}
