import type { Document } from '../document/document';
import { blocksAround } from '../document/items';
import type { Chain } from './chains';
import { brickWidth, depth, footHeight, framePad, studHeight } from './geometry';
import { type Box, type Link, type Point, rowsOf } from './rows';

const overhead = depth.y + studHeight;

/** An unfolded block (or everything): its towers, and the blocks in it with theirs. */
interface Frame {
  readonly id: string | null;
  readonly towers: Chain[];
  readonly frames: Map<string, Frame>;
  /** Those of which an end is in it. */
  readonly links: Link[];
}

/** What was laid out: places of towers relative to the left end of the first ground line, and how far it reaches. */
interface Laid {
  readonly places: ReadonlyMap<string, Point>;
  readonly width: number;
  readonly above: number;
  readonly below: number;
}

/**
 * Lays towers out so that every unfolded block has a rectangle of its own, frame and name included: first what is inside
 * each block, then the blocks as boxes among the towers around them. `within`: the block whose inside is laid out.
 */
export function framedPlaces(
  document: Document,
  chains: readonly Chain[],
  links: readonly Link[],
  maxWidth: number | undefined,
  within?: string,
): ReadonlyMap<string, Point> {
  const root: Frame = { id: null, towers: [], frames: new Map(), links: [] };
  const framesOf = new Map<string, readonly Frame[]>();
  for (const chain of chains) {
    let frame = root;
    const around = [root];
    const path = blocksAround(document, chain.block).toReversed();
    for (const block of path.slice(within === undefined ? 0 : path.indexOf(within) + 1)) {
      const inner: Frame = frame.frames.get(block) ?? { id: block, towers: [], frames: new Map(), links: [] };
      frame.frames.set(block, inner);
      frame = inner;
      around.push(inner);
    }
    frame.towers.push(chain);
    framesOf.set(chain.items[0]!, around);
  }
  for (const link of links)
    for (const frame of new Set([...(framesOf.get(link.from) ?? []), ...(framesOf.get(link.to) ?? [])]))
      frame.links.push(link);
  return laid(root, maxWidth).places;
}

function laid(frame: Frame, maxWidth: number | undefined): Laid {
  const { links } = frame;
  const inner = new Map([...frame.frames].map(([id, child]) => [id, padded(child, laid(child, maxWidth))]));
  const boxOf = new Map<string, string>();
  const boxes: Box[] = frame.towers.map(({ items: [id], height }) => {
    boxOf.set(id!, id!);
    return { id: id!, width: brickWidth, above: height + overhead, below: footHeight };
  });
  for (const [id, { places, width, above, below }] of inner) {
    for (const tower of places.keys()) boxOf.set(tower, id);
    boxes.push({ id, width, above, below });
  }
  const between = links.flatMap(({ from, to }) => {
    const [one, other] = [boxOf.get(from), boxOf.get(to)];
    return one === undefined || other === undefined || one === other ? [] : [{ from: one, to: other }];
  });
  const rows = rowsOf(inDocumentOrder(boxes, links, boxOf), between, maxWidth);
  const places = new Map<string, Point>();
  const reach = { width: 0, above: 0, below: 0 };
  for (const { id, width, above, below } of boxes) {
    const [x, y] = rows.get(id)!;
    const inside = inner.get(id)?.places ?? new Map<string, Point>([[id, [0, 0]]]);
    for (const [tower, [dx, dy]] of inside) places.set(tower, [x + dx, y + dy]);
    reach.width = Math.max(reach.width, x + width);
    reach.above = Math.max(reach.above, above - y);
    reach.below = Math.max(reach.below, y + below);
  }
  return { places, ...reach };
}

/** Boxes in the order in which the wires first name what is in them: towers and blocks as they come in the model. */
function inDocumentOrder(boxes: readonly Box[], links: readonly Link[], boxOf: ReadonlyMap<string, string>) {
  const byId = new Map(boxes.map((box) => [box.id, box]));
  const ordered = new Set<Box>();
  for (const { from, to } of links)
    for (const tower of [from, to]) {
      const box = byId.get(boxOf.get(tower) ?? '');
      if (box) ordered.add(box);
    }
  for (const box of boxes) ordered.add(box);
  return [...ordered];
}

/** A block that is just one tower has its name at the tower's foot; any other gets a frame around it. */
function padded({ towers, frames }: Frame, inside: Laid): Laid {
  if (towers.length === 1 && frames.size === 0) return inside;
  const { side, top, bottom } = framePad;
  return {
    places: new Map([...inside.places].map(([id, [x, y]]) => [id, [x + side, y]])),
    width: inside.width + 2 * side,
    above: inside.above + top,
    below: inside.below + bottom,
  };
}
