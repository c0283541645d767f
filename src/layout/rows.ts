import { brickWidth, depth, footHeight, gap, studHeight } from './geometry';

/** A tower to be placed: its height without studs and foot. */
export interface Column {
  readonly id: string;
  readonly height: number;
}

export interface Link {
  readonly from: string;
  readonly to: string;
}

export type Point = readonly [x: number, y: number];

/** Lower left corners of single bricks that are wired like this. */
export type Placing = (columns: readonly Column[], links: readonly Link[]) => Map<string, Point>;

/** Towers placed relative to the left end of a row's ground line. */
interface Section {
  readonly width: number;
  /** How far it reaches over and under the ground line. */
  readonly above: number;
  readonly below: number;
  readonly places: ReadonlyMap<string, Point>;
}

const step = brickWidth + gap.x;
const overhead = depth.y + studHeight;
/** Free room between two towers of a branch, one under the other. */
const laneGap = 28;

/**
 * Places towers in reading order: in rows from left to right, all on the ground line of their row, in rows no wider than
 * `maxWidth` where they can be parted. Branches lie under each other; a wire that leaps over towers gets the way free:
 * they are set lower.
 */
export function rowsOf(columns: readonly Column[], links: readonly Link[], maxWidth: number): Map<string, Point> {
  const places = new Map<string, Point>();
  let ground: number | null = null;
  let under = 0;
  const addRow = (row: readonly Section[]) => {
    const above = Math.max(...row.map((section) => section.above));
    ground = ground === null ? 0 : ground + under + gap.y + above;
    under = Math.max(...row.map((section) => section.below));
    let x = 0;
    for (const section of row) {
      for (const [id, [dx, dy]] of section.places) places.set(id, [x + dx, ground + dy]);
      x += section.width + gap.x;
    }
  };
  const parts = components(columns, links);
  const loose = parts.filter((part) => part.length === 1).flat();
  const wired = parts.filter((part) => part.length > 1);
  const flows = wired.map((part) => sectionsOf(part, links));
  if (loose.length > 0) flows.push(loose.map((column) => sectionOf([[column]], [], false)));
  for (const sections of flows) {
    let row: Section[] = [];
    let width = 0;
    for (const section of sections) {
      if (row.length > 0 && width + section.width > maxWidth) {
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

/** Towers that hang together, in their order. */
function components(columns: readonly Column[], links: readonly Link[]): Column[][] {
  const parent = new Map(columns.map(({ id }) => [id, id]));
  const root = (id: string): string => {
    let top = id;
    while (parent.get(top) !== top) top = parent.get(top)!;
    parent.set(id, top);
    return top;
  };
  for (const { from, to } of links) parent.set(root(from), root(to));
  const parts = new Map<string, Column[]>();
  for (const column of columns) {
    const part = parts.get(root(column.id));
    if (part) part.push(column);
    else parts.set(root(column.id), [column]);
  }
  return [...parts.values()];
}

/** Longest way from an input to each tower; links that close a circle do not count. */
function ranksOf(columns: readonly Column[], links: readonly Link[]): Map<string, number> {
  const rank = new Map(columns.map(({ id }) => [id, 0]));
  const waiting = new Map(columns.map(({ id }) => [id, 0]));
  const forward = new Map<string, string[]>();
  for (const { from, to } of links) {
    waiting.set(to, waiting.get(to)! + 1);
    forward.set(from, [...(forward.get(from) ?? []), to]);
  }
  const done = new Set<string>();
  const queue: string[] = [];
  const release = () => {
    for (const { id } of columns) if (waiting.get(id)! <= 0 && !done.has(id)) queue.push(id);
    if (queue.length === 0)
      queue.push(
        ...columns
          .map(({ id }) => id)
          .filter((id) => !done.has(id))
          .slice(0, 1),
      );
  };
  for (release(); queue.length > 0; queue.length === 0 && release()) {
    const id = queue.shift()!;
    if (done.has(id)) continue;
    done.add(id);
    for (const to of forward.get(id) ?? []) {
      waiting.set(to, waiting.get(to)! - 1);
      if (done.has(to)) continue;
      rank.set(to, Math.max(rank.get(to)!, rank.get(id)! + 1));
      if (waiting.get(to) === 0) queue.push(to);
    }
  }
  return rank;
}

/** Cuts the flow wherever everything passes through one tower: there a row may end. */
function sectionsOf(columns: readonly Column[], links: readonly Link[]): Section[] {
  const inside = new Set(columns.map(({ id }) => id));
  const own = links.filter(({ from, to }) => inside.has(from) && inside.has(to));
  const rank = ranksOf(columns, own);
  const levels: Column[][] = [];
  for (const column of columns) (levels[rank.get(column.id)!] ??= []).push(column);
  const leapt = levels.map(() => false);
  for (const { from, to } of own)
    for (let level = rank.get(from)! + 1; level < rank.get(to)!; level++) leapt[level] = true;
  const sections: Section[] = [];
  let open: Column[][] = [];
  const close = () => {
    if (open.length === 0) return;
    const ids = new Set(open.flat().map(({ id }) => id));
    const first = Math.min(...[...ids].map((id) => rank.get(id)!));
    const last = first + open.length - 1;
    const over = own.some(({ from, to }) => rank.get(from)! < first && rank.get(to)! > last);
    sections.push(
      sectionOf(
        open,
        own.filter(({ from, to }) => ids.has(from) && ids.has(to)),
        over,
      ),
    );
    open = [];
  };
  levels.forEach((level, index) => {
    if (level.length > 1 || leapt[index]) {
      open.push(level);
      return;
    }
    close();
    sections.push(sectionOf([level], [], false));
  });
  close();
  return sections;
}

/** Levels side by side; the towers of a level in lanes, a branch keeping its lane. Lane 0 stays free for wires that leap over. */
function sectionOf(levels: readonly (readonly Column[])[], links: readonly Link[], leapt: boolean): Section {
  const lane = new Map<string, number>();
  const tallest: number[] = leapt ? [0] : [];
  for (const level of levels) {
    const taken = new Set<number>(leapt ? [0] : []);
    for (const { id, height } of level) {
      const before = links.filter(({ to }) => to === id).map(({ from }) => lane.get(from));
      let free = before.find((candidate) => candidate !== undefined && !taken.has(candidate)) ?? 0;
      while (taken.has(free)) free++;
      taken.add(free);
      lane.set(id, free);
      tallest[free] = Math.max(tallest[free] ?? 0, height);
    }
  }
  const grounds: number[] = [];
  Array.from(tallest, (height = 0) => height).forEach((height, index) => {
    const base = index === 0 ? 0 : grounds[index - 1]! + laneGap + height + overhead;
    grounds.push(index === 0 || (leapt && index === 1) ? base : base + footHeight);
  });
  const places = new Map<string, Point>();
  levels.forEach((level, index) => {
    for (const { id } of level) places.set(id, [index * step, grounds[lane.get(id)!]!]);
  });
  const tops = levels.flat().map(({ id, height }) => height + overhead - grounds[lane.get(id)!]!);
  return {
    width: levels.length * step - gap.x,
    above: Math.max(0, ...tops),
    below: (grounds.at(-1) ?? 0) + footHeight,
    places,
  };
}
