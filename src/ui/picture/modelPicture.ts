import { type Shape, shapeText } from '../../brick/shape';
import type { Plan } from '../../compile/plan';
import type { Document } from '../../document/document';
import type { Library } from '../../document/template';
import { boxesOf } from '../../layout/bounds';
import { depth } from '../../layout/geometry';
import type { Hull } from '../../layout/hulls';
import { lanesOf, wireEnd, wireStart } from '../../layout/lanes';
import { type Towers, towersOf } from '../../layout/towers';
import type { BrickLook } from '../brick/brickLook';
import { textWidth } from '../brick/fitText';
import { itemView } from '../brick/itemView';
import { viewContext } from '../brick/viewContext';
import { type Foot, feetAndHulls } from '../brick/feet';
import { type Route, wireRoute } from '../../layout/wireRoute';

/** Free room around the model. */
const margin = 32;

interface Chip {
  readonly text: string;
  readonly width: number;
}

/** Everything that a picture of the canvas shows, in the canvas's own coordinates. */
export interface ModelPicture {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly hulls: readonly (Hull & { readonly color: string })[];
  readonly wires: readonly (Route & { readonly id: string; readonly chip: Chip | null })[];
  /** The lower ones of a tower first: upper bricks hide the studs below them. */
  readonly bricks: readonly { readonly id: string; readonly x: number; readonly y: number; readonly look: BrickLook }[];
  readonly feet: readonly { readonly id: string; readonly x: number; readonly y: number; readonly foot: Foot }[];
}

/** The whole document as the canvas shows it at 100 %, whatever is in view. */
export function modelPicture(document: Document, plan: Plan, library: Library): ModelPicture {
  const towers = towersOf(document, library);
  const context = viewContext(document, plan, library);
  const views = new Map([...towers.items.values()].map((item) => [item.id, itemView(item, context)]));
  const { feet, hulls } = feetAndHulls(towers, views);
  const bricks = [...towers.items.values()]
    .toSorted((one, other) => one.level - other.level)
    .map(({ id, x, y }) => ({ id, x, y, look: views.get(id)!.look }));
  return {
    ...extent(towers, hulls),
    hulls: hulls.map((hull) => ({ ...hull, color: document.blocks[hull.block]!.color })),
    wires: wiresOf(towers, plan.shapes),
    bricks,
    feet: towers.towers.map(({ id }) => {
      const { x, y } = towers.items.get(id)!;
      return { id, x, y, foot: feet.get(id)! };
    }),
  };
}

function wiresOf(towers: Towers, shapes: Readonly<Record<string, Shape>>): ModelPicture['wires'] {
  const lanes = lanesOf(towers);
  return towers.wires.map((wire) => {
    const [start, end] = [wireStart(towers.items.get(wire.from)!), wireEnd(towers.items.get(wire.to)!)];
    const route = wireRoute(start, end, lanes.get(wire.id) ?? null);
    const shape = shapes[wire.edge.from];
    const text = shape ? shapeText(shape) : '';
    const width = textWidth(text, 11) + 18;
    return { ...route, id: wire.id, chip: text && route.room > width + 24 ? { text, width } : null };
  });
}

function extent(towers: Towers, hulls: readonly Hull[]) {
  const rooms = [
    ...boxesOf(towers),
    ...hulls.map(({ x, y, width, height }) => ({ left: x, right: x + width, top: y, bottom: y + height })),
  ];
  if (rooms.length === 0) return { x: 0, y: 0, width: 0, height: 0 };
  const x = Math.min(...rooms.map(({ left }) => left)) - margin;
  const y = Math.min(...rooms.map(({ top }) => top)) - margin;
  const right = Math.max(...rooms.map((room) => room.right)) + depth.x + margin;
  const bottom = Math.max(...rooms.map((room) => room.bottom)) + margin;
  return { x, y, width: Math.ceil(right - x), height: Math.ceil(bottom - y) };
}
