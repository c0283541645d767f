import { blockTree } from '../document/structure/blockTree';
import { blocksAround } from '../document/items';
import { remembered } from '../document/remembered';
import { brickWidth, depth, footHeight, framePad } from './geometry';
import type { Item, Tower, Towers } from './towers';

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The frame around an unfolded block that is not one tower. */
export interface Hull extends Rectangle {
  readonly block: string;
  /** Number of the frame: a block that lies in several places has one for each. */
  readonly part: number;
}

export interface BlockLabels {
  /** Tower → the block that it is, whose name stands at its foot. */
  readonly atFoot: ReadonlyMap<string, string>;
  readonly hulls: readonly Hull[];
}

interface Frame {
  readonly hull: Hull;
  readonly items: readonly Item[];
}

/** Where the names of unfolded blocks stand: at the foot of a tower that is the whole block, else on a frame. */
export const blockLabels = remembered((towers: Towers): BlockLabels => {
  const inside = itemsOfBlocks(towers);
  const atFoot = new Map<string, string>();
  const labelled = new Set<string>();
  for (const tower of towers.towers) {
    const first = towers.items.get(tower.id)!;
    if (tower.items.length === 1 && first.kind === 'block') continue;
    const around = blocksAround(towers, first.block ?? undefined);
    const whole = around.find((block) => samePart(inside.get(block)!, tower) && !labelled.has(block));
    if (whole === undefined) continue;
    labelled.add(whole);
    atFoot.set(tower.id, whole);
  }
  const tree = blockTree(towers.blocks);
  const innerFirst = [...inside.keys()].toSorted((one, other) => tree.depth.get(other)! - tree.depth.get(one)!);
  const frames: Frame[] = [];
  /** Frames of the blocks in a block. */
  const within = new Map<string, readonly Frame[]>();
  const cores = [...towers.items.values()].map(coreOf).toSorted((one, other) => one.x - other.x);
  for (const block of innerFirst) {
    const nested = (tree.inner.get(block) ?? []).flatMap((name) => within.get(name) ?? []);
    const own: Frame[] = [];
    if (!labelled.has(block))
      clusters(inside.get(block)!, cores).forEach((cluster, part) => {
        const items = new Set(cluster);
        const inner = nested.filter((frame) => frame.items.every((item) => items.has(item)));
        const box = union([...cluster.map(roomOf), ...inner.map(({ hull }) => hull)]);
        own.push({ hull: { block, part, ...grown(box, framePad) }, items: cluster });
      });
    within.set(block, [...nested, ...own]);
    frames.push(...own);
  }
  return { atFoot, hulls: frames.map(({ hull }) => hull).reverse() };
});

/** Unfolded blocks → the items in them, nested ones included. */
function itemsOfBlocks(towers: Towers): ReadonlyMap<string, readonly Item[]> {
  const inside = new Map<string, Item[]>();
  for (const item of towers.items.values()) {
    for (const block of blocksAround(towers, item.block ?? undefined)) {
      const items = inside.get(block);
      if (items) items.push(item);
      else inside.set(block, [item]);
    }
  }
  return inside;
}

const samePart = (items: readonly Item[], tower: Tower) =>
  items.length === tower.items.length && items.every((item) => item.tower === tower.id);

/**
 * The block's items as groups around which a frame can be drawn that holds nothing else. `cores`: of all items, from left
 * to right.
 */
function clusters(items: readonly Item[], cores: readonly Core[]): readonly (readonly Item[])[] {
  const inside = new Set(items.map(({ id }) => id));
  const byTower = new Map<string, Item[]>();
  for (const item of items) {
    const part = byTower.get(item.tower);
    if (part) part.push(item);
    else byTower.set(item.tower, [item]);
  }
  const whole = union(items.map(roomOf));
  const others = cores.filter((core) => !inside.has(core.id) && crosses(whole, core));
  if (others.length === 0) return [items];
  const groups: { readonly items: Item[]; box: Rectangle }[] = [];
  for (const part of [...byTower.values()].toSorted((one, other) => one[0]!.x - other[0]!.x)) {
    const own = union(part.map(roomOf));
    const joined = groups.find(({ box }) => !holdsAny(union([box, own]), others));
    if (joined) {
      joined.items.push(...part);
      joined.box = union([joined.box, own]);
    } else groups.push({ items: [...part], box: own });
  }
  return groups.map((group) => group.items);
}

interface Core extends Rectangle {
  readonly id: string;
}

/** Does any of these, sorted from left to right, reach into the rectangle? No core is wider than a brick. */
function holdsAny(box: Rectangle, cores: readonly Core[]): boolean {
  const right = box.x + box.width;
  for (let place = placeOf(cores, box.x - brickWidth); place < cores.length && cores[place]!.x < right; place++)
    if (crosses(box, cores[place]!)) return true;
  return false;
}

/** How many of the sorted ones begin left of `x`. */
function placeOf(cores: readonly Core[], x: number): number {
  let [low, high] = [0, cores.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cores[middle]!.x < x) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The front face without its rim: what a foreign frame must not hold. */
const coreOf = ({ id, x, y, width, height }: Item): Core => ({
  id,
  x: x + 8,
  y: y - height + 4,
  width: width - 16,
  height: height - 8,
});

/** A brick with its lean to the back and the label that may stand under it. */
export const roomOf = ({ x, y, width, height }: Item): Rectangle => ({
  x,
  y: y - height - depth.y,
  width: width + depth.x,
  height: height + depth.y + footHeight,
});

export function crosses(one: Rectangle, other: Rectangle): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}

function union(boxes: readonly Rectangle[]): Rectangle {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y, width, height } of boxes) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + width);
    bottom = Math.max(bottom, y + height);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

function grown({ x, y, width, height }: Rectangle, { side, top, bottom }: typeof framePad): Rectangle {
  return { x: x - side, y: y - top, width: width + 2 * side, height: height + top + bottom };
}
