import { gap } from './geometry';
import { type Link, flowOrder } from './order';

export type { Link };

/** A tower to be placed: its height without studs and foot. */
export interface Column {
  readonly id: string;
  readonly height: number;
}

export type Point = readonly [x: number, y: number];

/** Lower left corners of single bricks that are wired like this. */
export type Placing = (columns: readonly Column[], links: readonly Link[]) => Map<string, Point>;

/** Something to be placed in a row: how wide it is, and how far it reaches over and under the ground line. */
export interface Box {
  readonly id: string;
  readonly width: number;
  readonly above: number;
  readonly below: number;
}

/** Room over and under a row in which wires leap over towers. */
const laneRoom = 26;
/** A row is about so many times as wide as all rows together are tall. */
const aspect = 1.7;
const leastWidth = 1100;

/** Boxes next to each other between two places where a row may end. */
interface Section {
  readonly boxes: readonly Box[];
  readonly width: number;
  /** A wire leaps over one of its boxes. */
  readonly leapt: boolean;
}

const widthOf = (boxes: readonly Box[]) => boxes.reduce((sum, { width }) => sum + width + gap.x, -gap.x);

/**
 * Places boxes in reading order, the branches of a split side by side, all on the ground line of their row. Rows are no
 * wider than `maxWidth` where they can be parted: where a single output is all that goes on. Without `maxWidth`
 * they are as wide as makes the whole about as wide as a screen.
 */
export function rowsOf(boxes: readonly Box[], links: readonly Link[], maxWidth?: number): Map<string, Point> {
  const limit = maxWidth ?? comfortable(boxes);
  const places = new Map<string, Point>();
  let ground: number | null = null;
  let under = 0;
  const addRow = (row: readonly Section[]) => {
    const room = row.some(({ leapt }) => leapt) ? laneRoom : 0;
    const all = row.flatMap((section) => section.boxes);
    const above = Math.max(...all.map((box) => box.above)) + room;
    ground = ground === null ? 0 : ground + under + gap.y + above;
    under = Math.max(...all.map((box) => box.below)) + room;
    let x = 0;
    for (const { id, width } of all) {
      places.set(id, [x, ground]);
      x += width + gap.x;
    }
  };
  for (const flow of flowsOf(boxes, links)) {
    let row: Section[] = [];
    let width = 0;
    for (const section of flow.flatMap((part) => parted(part, limit))) {
      if (row.length > 0 && width + section.width > limit) {
        addRow(row);
        row = [];
        width = 0;
      }
      row.push(section);
      width += section.width + gap.x;
    }
    if (row.length > 0) addRow(row);
  }
  return places;
}

function comfortable(boxes: readonly Box[]): number {
  const area = boxes.reduce((sum, { width, above, below }) => sum + (width + gap.x) * (above + below + gap.y), 0);
  return Math.max(leastWidth, Math.round(Math.sqrt(area * aspect)));
}

/** What hangs together, each as its sections; what is wired to nothing comes last, all together. */
function flowsOf(boxes: readonly Box[], links: readonly Link[]): Section[][] {
  const byId = new Map(boxes.map((box) => [box.id, box]));
  const parts = components(boxes, links);
  const flows = parts
    .filter((part) => part.length > 1)
    .map((part) => {
      const order = flowOrder(
        part.map(({ id }) => id),
        links,
      );
      return sectionsOf(
        order.map((id) => byId.get(id)!),
        links,
      );
    });
  const loose = parts.filter((part) => part.length === 1).flat();
  if (loose.length > 0) flows.push(loose.map((box) => ({ boxes: [box], width: box.width, leapt: false })));
  return flows;
}

function components(boxes: readonly Box[], links: readonly Link[]): Box[][] {
  const parent = new Map(boxes.map(({ id }) => [id, id]));
  const root = (id: string): string => {
    let top = id;
    while (parent.get(top) !== top) top = parent.get(top)!;
    parent.set(id, top);
    return top;
  };
  for (const { from, to } of links) parent.set(root(from), root(to));
  const parts = new Map<string, Box[]>();
  for (const box of boxes) {
    const part = parts.get(root(box.id));
    if (part) part.push(box);
    else parts.set(root(box.id), [box]);
  }
  return [...parts.values()];
}

/** Cuts the order behind every box whose output is all that goes on from there, and goes on to the next. */
function sectionsOf(order: readonly Box[], links: readonly Link[]): Section[] {
  const place = new Map(order.map(({ id }, index) => [id, index]));
  const neighbours = new Set<number>();
  const change = Array.from({ length: order.length + 1 }, () => 0);
  for (const link of links) {
    const [one, other] = [place.get(link.from), place.get(link.to)];
    if (one === undefined || other === undefined) continue;
    const [from, to] = [Math.min(one, other), Math.max(one, other)];
    if (to - from < 2) {
      neighbours.add(from);
      continue;
    }
    change[from + 1] = change[from + 1]! + 1;
    change[to] = change[to]! - 1;
  }
  const sections: Section[] = [];
  let open: Box[] = [];
  let passing = 0;
  order.forEach((box, index) => {
    open.push(box);
    passing += change[index]!;
    if (passing > 0 || (!neighbours.has(index) && index < order.length - 1)) return;
    sections.push({ boxes: open, width: widthOf(open), leapt: open.length > 1 });
    open = [];
  });
  return sections;
}

/** A section that is far too wide for a row is parted all the same. */
function parted(section: Section, limit: number): Section[] {
  if (section.width <= 3 * limit) return [section];
  const parts: Section[] = [];
  let boxes: Box[] = [];
  for (const box of section.boxes) {
    if (boxes.length > 0 && widthOf([...boxes, box]) > limit) {
      parts.push({ boxes, width: widthOf(boxes), leapt: true });
      boxes = [];
    }
    boxes.push(box);
  }
  return [...parts, { boxes, width: widthOf(boxes), leapt: true }];
}
