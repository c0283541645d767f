import { downstream } from '../circle';
import type { Document, Edit, Json } from '../document';
import { type Places, itemsOf } from '../items';
import type { Library } from '../template';
import type { LossName } from '../training/losses';
import type { TrunkTraining } from '../transferAdvice';
import { type NewBrick, addBrick, nameFor, remove } from './bricks';
import { changeNode, freshName, grounded } from './change';
import { columnWidth } from './fixes';
import { trainTrunk } from './fineTune';
import { type Shapes, trunkOf } from './trunk';

/** What the new top of a model is made of. */
export interface Head {
  readonly reduce: 'flatten' | 'globalAverage' | 'globalMax';
  /** Units of the hidden Dense layer; 0 leaves it out. */
  readonly units: number;
  /** Rate of the Dropout layer, 0 … 1; 0 leaves it out. */
  readonly dropout: number;
  /** 1: yes or no (sigmoid, binary crossentropy); n: one of n (softmax, sparse categorical crossentropy). */
  readonly classes: number;
  /** The loss; the one that fits when left out. */
  readonly loss?: LossName;
  /** How much of what stays is trained; only the head when left out. */
  readonly trains?: TrunkTraining;
}

const reducers = {
  flatten: 'flatten',
  globalAverage: 'globalAveragePooling2d',
  globalMax: 'globalMaxPooling2d',
} as const satisfies Record<Head['reduce'], string>;

/**
 * Replaces everything behind the convolutional part (or the backbone) by a new top in a block named `head`:
 * Flatten or global pooling + Dense relu + Dropout + Dense, with the loss that fits; the rest is frozen, but
 * for what `trains` says.
 * `shapes` are the plan's. A document without bricks stays as it is.
 */
export function swapHead(head: Head, library: Library, shapes: Shapes, places: Places): Edit {
  return (document) => {
    const trunk = trunkOf(document, library, shapes);
    if (trunk === null) return document;
    const old = [...downstream(document, [trunk])].filter((name) => name !== trunk && name in document.nodes);
    let result = withoutTop(remove(old, places)(document), trunk, library);
    result = trainTrunk(head.trains ?? 'none', trunk, library)(result);
    const block = freshName('head', result);
    const last = head.classes === 1 ? 'sigmoid' : 'softmax';
    const vector = shapes[trunk]?.length === 1 && !library.bricks[document.nodes[trunk]!.type]?.nested;
    const layers: (NewBrick & { name?: string })[] = [
      ...(vector ? [] : [{ type: reducers[head.reduce] }]),
      ...(head.units > 0 ? [{ type: 'dense', params: { units: head.units, activation: 'relu' } }] : []),
      ...(head.dropout > 0 ? [{ type: 'dropout', params: { rate: head.dropout } }] : []),
      {
        type: 'dense',
        name: freshName('predictions', result),
        params: { units: head.classes, activation: last },
      },
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
        lossSettings: {},
        loss: head.loss ?? (head.classes === 1 ? 'binaryCrossentropy' : 'sparseCategoricalCrossentropy'),
      },
    };
  };
}

/** The trunk gives its feature map: a backbone's own top and pooling are what the new head replaces, and those of a file. */
function withoutTop(document: Document, trunk: string, library: Library): Document {
  const brick = library.bricks[document.nodes[trunk]!.type];
  if (!brick?.nested) {
    const { weights } = document;
    return weights?.includeTop ? { ...document, weights: { ...weights, includeTop: false } } : document;
  }
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
