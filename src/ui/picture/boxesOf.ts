import type { Category } from '../../brick/brick';
import { type Shape, shapeText } from '../../brick/shape';
import type { Plan, Step } from '../../compile/plan';
import type { Library } from '../../document/template';

/** One layer as a box: its front is as wide as it has channels, as tall as its picture, and leans back by its width. */
export interface Box {
  readonly name: string;
  readonly shape: string;
  readonly category: Category;
  readonly frozen: boolean;
  /** Upper left corner of the front face. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly lean: number;
}

/** From the middle of one box's right to that of the other's left; over the boxes between where `over` says how high. */
export interface Arrow {
  readonly path: string;
}

export interface BoxesPicture {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly Box[];
  readonly arrows: readonly Arrow[];
}

const gap = { apart: 30, inBlock: 8 } as const;
const between = 96;
/** Slanted labels of two lines do not touch when they begin so far apart. */
const labelStep = 46;
const margin = 32;
/** Room under a box for its slanted name and shape. */
const labelRoom = 110;
/** By square roots: what is 224 wide is no wider than a page, and what is 7 wide is still seen. */
const root = (size: number | null) => Math.sqrt(size ?? 1);

type Look = Pick<Box, 'width' | 'height' | 'lean'>;

/** `[height, width, channels]` as a block, a sequence `[steps, features]` as a plate, values as a bar. */
function lookOf(shape: Shape): Look {
  const side = (size: number | null) => 12 + 9.5 * root(size);
  const thick = (size: number | null) => 4 + 1.7 * root(size);
  if (shape.length >= 3) {
    const [height, width, channels] = [shape.at(-3)!, shape.at(-2)!, shape.at(-1)!];
    return { height: side(height), width: thick(channels), lean: side(width) * 0.32 };
  }
  if (shape.length === 2) return { height: side(shape[0]!), width: thick(shape[1]!), lean: 7 };
  return { height: 12 + root(shape[0] ?? 1), width: 9, lean: 6 };
}

const sameShape = (one: Shape, other: Shape | undefined) => other !== undefined && shapeText(one) === shapeText(other);

/** Layers that leave the shape as it is and have no weights stand for nothing in such a figure: activations, dropout. */
const isShown = ({ inputs, shape, inputShapes, weights }: Step) =>
  inputs.length !== 1 || weights.length > 0 || !sameShape(shape, inputShapes[0]);

/** Layers of a block that follow each other stand close. */
function gapAfter(here: readonly Step[], next: readonly Step[]): number {
  const [one, other] = [here[0]?.blocks.join('/'), next[0]?.blocks.join('/')];
  const isOne = here.length === 1 && next.length === 1 && one !== '' && one === other;
  return isOne ? gap.inBlock : gap.apart;
}

/**
 * The plan as the usual figure of a paper: a box for each layer that changes something, in the order in which they are
 * computed from left to right, branches under each other.
 */
export function boxesOf(plan: Plan, library: Library): BoxesPicture {
  /** Layer → the one that stands for it. */
  const standsFor = new Map<string, string>();
  const shown: Step[] = [];
  for (const step of plan.steps) {
    const isBox = isShown(step);
    standsFor.set(step.name, isBox ? step.name : standsFor.get(step.inputs[0]!)!);
    if (isBox) shown.push(step);
  }
  const sources = new Map(shown.map(({ name, inputs }) => [name, inputs.map((input) => standsFor.get(input)!)]));
  const column = new Map<string, number>();
  for (const { name } of shown)
    column.set(name, Math.max(-1, ...sources.get(name)!.map((from) => column.get(from)!)) + 1);
  const columns = Array.from({ length: Math.max(-1, ...column.values()) + 1 }, (_, at) =>
    shown.filter(({ name }) => column.get(name) === at),
  );
  const boxes = new Map<string, Box>();
  let left = 0;
  columns.forEach((steps, place) => {
    const looks = steps.map(({ shape }) => lookOf(shape));
    const tall = looks.reduce((sum, { height, lean }) => sum + height + lean + between, -between);
    let top = -tall / 2;
    steps.forEach((step, at) => {
      const look = looks[at]!;
      boxes.set(step.name, {
        name: step.name,
        shape: shapeText(step.shape),
        category: library.bricks[step.type]!.category,
        frozen: !step.trainable && step.weights.length > 0,
        x: left,
        y: top + look.lean,
        ...look,
      });
      top += look.height + look.lean + between;
    });
    const room = Math.max(...looks.map(({ width, lean }) => width + lean));
    left += Math.max(labelStep, room + gapAfter(steps, columns[place + 1] ?? []));
  });
  const all = [...boxes.values()];
  const arrows = shown.flatMap(({ name }) =>
    sources
      .get(name)!
      .map((from) => arrow(boxes.get(from)!, boxes.get(name)!, column.get(name)! - column.get(from)!, all)),
  );
  return { ...extent(all), boxes: all, arrows };
}

function arrow(from: Box, to: Box, columns: number, all: readonly Box[]): Arrow {
  const start = [from.x + from.width + from.lean / 2, from.y + from.height / 2 - from.lean / 2] as const;
  const end = [to.x - 3, to.y + to.height / 2] as const;
  if (columns === 1) return { path: `M ${start.join(' ')} L ${end.join(' ')}` };
  const passed = all.filter(({ x }) => x > from.x && x < to.x);
  const over = Math.min(from.y - from.lean, to.y - to.lean, ...passed.map(({ y, lean }) => y - lean)) - 18;
  return { path: `M ${start.join(' ')} C ${start[0] + 24} ${over}, ${end[0] - 40} ${over}, ${end.join(' ')}` };
}

function extent(boxes: readonly Box[]) {
  if (boxes.length === 0) return { x: 0, y: 0, width: 0, height: 0 };
  const x = Math.min(...boxes.map((box) => box.x)) - margin;
  const y = Math.min(...boxes.map((box) => box.y - box.lean)) - margin - 20;
  const right = Math.max(...boxes.map((box) => box.x + box.width + box.lean)) + margin + labelRoom;
  const bottom = Math.max(...boxes.map((box) => box.y + box.height)) + labelRoom + margin;
  return { x, y, width: Math.ceil(right - x), height: Math.ceil(bottom - y) };
}
