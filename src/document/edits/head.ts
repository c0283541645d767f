import type { Shape } from '../../brick/shape';
import { downstream } from '../circle';
import type { Document, Edit, Json } from '../document';
import { type Places, itemsOf } from '../items';
import type { Library } from '../template';
import { type NewBrick, addBrick, nameFor, remove, setTrainable } from './bricks';
import { changeNode, freshName, grounded } from './change';
import { columnWidth } from './fixes';

/** What the new top of a model is made of. */
export interface Head {
  readonly reduce: 'flatten' | 'globalAverage' | 'globalMax';
  /** Units of the hidden Dense layer; 0 leaves it out. */
  readonly units: number;
  /** Rate of the Dropout layer, 0 … 1; 0 leaves it out. */
  readonly dropout: number;
  /** 1: yes or no (sigmoid, binary crossentropy); n: one of n (softmax, sparse categorical crossentropy). */
  readonly classes: number;
}

const reducers = {
  flatten: 'flatten',
  globalAverage: 'globalAveragePooling2d',
  globalMax: 'globalMaxPooling2d',
} as const satisfies Record<Head['reduce'], string>;

type Shapes = Readonly<Record<string, Shape>>;

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
    if (below !== undefined && brick?.type === 'dense') beforeDense ??= below;
    if (below === undefined) return beforeDense ?? name;
    name = below;
  }
  return null;
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
    if (type.startsWith('global')) return sources.get(name)?.[0] ?? null;
    const single = shapes[name]?.slice(0, -1).every((size) => size === 1) ?? false;
    if (!single || sources.get(name)?.length !== 1 || library.bricks[type]?.nested) return null;
  }
  return null;
}

/**
 * Replaces everything behind the convolutional part (or the backbone) by a new top in a block named `head`:
 * Flatten or global pooling + Dense relu + Dropout + Dense, with the loss that fits; all the rest is frozen.
 * `shapes` are the plan's. A document without bricks stays as it is.
 */
export function swapHead(head: Head, library: Library, shapes: Shapes, places: Places): Edit {
  return (document) => {
    const trunk = trunkOf(document, library, shapes);
    if (trunk === null) return document;
    const old = [...downstream(document, [trunk])].filter((name) => name !== trunk && name in document.nodes);
    let result = withoutTop(remove(old, places)(document), trunk, library);
    result = setTrainable(Object.keys(result.nodes), false)(result);
    const block = freshName('head', result);
    const last = head.classes === 1 ? 'sigmoid' : 'softmax';
    const vector = shapes[trunk]?.length === 1 && !library.bricks[document.nodes[trunk]!.type]?.nested;
    const layers: (NewBrick & { name?: string })[] = [
      ...(vector ? [] : [{ type: reducers[head.reduce] }]),
      ...(head.units > 0 ? [{ type: 'dense', params: { units: head.units, activation: 'relu' } }] : []),
      ...(head.dropout > 0 ? [{ type: 'dropout', params: { rate: head.dropout } }] : []),
      { type: 'dense', name: freshName('predictions', result), params: { units: head.classes, activation: last } },
    ];
    const names: string[] = [];
    const [x, y] = placeOfHead(document, trunk, old, places);
    for (const layer of layers) {
      const name = layer.name ?? nameFor(result, library, layer);
      const below = names.at(-1) ?? trunk;
      const edge = { from: below, to: name, port: 0 };
      const added = addBrick(library, { ...layer, name, at: [x, y] })(result);
      if (added === result) continue;
      result = { ...added, edges: [...added.edges, edge] };
      if (names.length > 0) result = changeNode(result, name, (node) => ({ ...node, stacked: true }));
      names.push(name);
    }
    return {
      ...result,
      blocks: { ...result.blocks, [block]: { nodes: names, folded: false, color: 'none' } },
      training: {
        ...result.training,
        loss: head.classes === 1 ? 'binaryCrossentropy' : 'sparseCategoricalCrossentropy',
      },
    };
  };
}

/** A backbone gives its feature map: its own top and pooling are what the new head replaces. */
function withoutTop(document: Document, trunk: string, library: Library): Document {
  const brick = library.bricks[document.nodes[trunk]!.type];
  if (!brick?.nested) return document;
  return changeNode(document, trunk, (node) => {
    const params: Record<string, Json> = { ...node.params };
    if ('includeTop' in brick.params) params['includeTop'] = false;
    if ('pooling' in brick.params) params['pooling'] = 'none';
    return { ...node, params };
  });
}

/** Where the old top stood, or the column right of the trunk. */
function placeOfHead(
  document: Document,
  trunk: string,
  old: readonly string[],
  places: Places,
): readonly [number, number] {
  const { itemOf, below } = itemsOf(document);
  const ground = (name: string) => {
    let id = itemOf.get(name)!;
    for (let down = below.get(id); down; down = below.get(id)) id = down.item;
    return id;
  };
  const trunkGround = ground(trunk);
  const oldGround = old.map(ground).find((id) => id !== trunkGround);
  const place = places.items.get(oldGround ?? trunkGround);
  const [x, y] = place ? [place.x, place.y] : grounded(document.nodes[trunk]!).at;
  return oldGround === undefined ? [x + columnWidth, y] : [x, y];
}
