import type { Shape } from '../../brick/shape';
import { depth, footHeight } from '../../layout/geometry';
import type { Document } from '../../document/document';
import { blocksAround } from '../../document/items';
import type { Item, Tower, Towers } from '../../layout/towers';
import type { ItemView } from '../brick/itemView';

/** The label under a tower. */
export interface Foot {
  /** The block that the tower is, with its fold button; null where it is none or only a part of one. */
  readonly block: string | null;
  readonly folded: boolean;
  readonly color: string;
  readonly shape: Shape | null;
  readonly parameters: number;
}

/** A block that is not one tower: a frame around its items. */
export interface Hull {
  readonly block: string;
  /** Number of the frame: a block that lies in several places has one for each. */
  readonly part: number;
  readonly color: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Unfolded blocks → ids of the items in them, nested ones included. */
function itemsOfBlocks(document: Document, towers: Towers): Map<string, Item[]> {
  const inside = new Map<string, Item[]>();
  for (const item of towers.items.values()) {
    for (const block of blocksAround(document, item.block ?? undefined)) {
      const items = inside.get(block);
      if (items) items.push(item);
      else inside.set(block, [item]);
    }
  }
  return inside;
}

const samePart = (items: readonly Item[], tower: Tower) =>
  items.length === tower.items.length && items.every((item) => item.tower === tower.id);

/** The label of every tower, and frames for the blocks whose label is not at a tower's foot. */
export function feetAndHulls(document: Document, towers: Towers, views: ReadonlyMap<string, ItemView>) {
  const inside = itemsOfBlocks(document, towers);
  const labelled = new Set<string>();
  const feet = new Map<string, Foot>();
  for (const tower of towers.towers) {
    const first = towers.items.get(tower.id)!;
    const single = tower.items.length === 1 && first.kind === 'block';
    const around = blocksAround(document, first.block ?? undefined);
    const whole = around.find((block) => samePart(inside.get(block)!, tower) && !labelled.has(block));
    const block = single ? first.id : (whole ?? null);
    if (block !== null && !single) labelled.add(block);
    feet.set(tower.id, {
      block,
      folded: single,
      color: (block === null ? undefined : document.blocks[block]?.color) ?? 'none',
      shape: views.get(tower.items.at(-1)!)?.shape ?? null,
      parameters: tower.items.reduce((sum, id) => sum + (views.get(id)?.parameters ?? 0), 0),
    });
  }
  const hulls: Hull[] = [];
  for (const [block, items] of inside) {
    if (labelled.has(block)) continue;
    const within = [...inside.keys()].filter(
      (other) => other !== block && blocksAround(document, other).includes(block),
    );
    const color = document.blocks[block]!.color;
    const pad = 18 + 16 * Math.min(within.length, 4);
    clusters(items, towers).forEach((cluster, part) => hulls.push({ block, part, color, ...frame(cluster, pad) }));
  }
  return { feet, hulls };
}

/** The block's items as groups around which a frame can be drawn that holds nothing else. */
function clusters(items: readonly Item[], towers: Towers): readonly (readonly Item[])[] {
  const inside = new Set(items.map(({ id }) => id));
  const others = [...towers.items.values()].filter(({ id }) => !inside.has(id)).map((item) => frame([item], -22));
  const byTower = new Map<string, Item[]>();
  for (const item of items) byTower.set(item.tower, [...(byTower.get(item.tower) ?? []), item]);
  const groups: Item[][] = [];
  for (const part of [...byTower.values()].sort((one, other) => one[0]!.x - other[0]!.x)) {
    const joined = groups.find((group) => {
      const box = frame([...group, ...part], 0);
      return !others.some((other) => crosses(box, other));
    });
    if (joined) joined.push(...part);
    else groups.push([...part]);
  }
  return groups;
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const crosses = (one: Box, other: Box) =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height;

function frame(items: readonly Item[], pad: number): Box {
  const left = Math.min(...items.map(({ x }) => x)) - pad;
  const right = Math.max(...items.map(({ x, width }) => x + width + depth.x)) + pad;
  const top = Math.min(...items.map(({ y, height }) => y - height - depth.y)) - pad - 22;
  const bottom = Math.max(...items.map(({ y }) => y)) + footHeight + pad - 8;
  return { x: left, y: top, width: right - left, height: bottom - top };
}
