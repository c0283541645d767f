import type { Node as FlowNode } from 'reactflow';
import { frozenFacts } from '../../../compile/frozen/frozenFacts';
import type { Plan } from '../../../compile/plan';
import type { Document } from '../../../document/document';
import { remembered } from '../../../document/remembered';
import { bounds } from '../../../layout/bounds';
import { depth } from '../../../layout/geometry';
import type { Hull, Rectangle } from '../../../layout/hulls';
import type { Item, Towers } from '../../../layout/towers';
import type { Ghost } from '../moving/ghost';

export type HullNodeData = { readonly hull: Hull; readonly color: string; readonly inner: boolean };
export type HullFlowNode = FlowNode<HullNodeData, 'hull'>;
/** `frozen`: parameters that training leaves as they are; `kept`: what comes out of them is computed once per sample. */
export type TitleNodeData = {
  readonly title: string;
  readonly frozen: number;
  readonly kept: boolean;
  readonly place: Rectangle;
};
export type TitleFlowNode = FlowNode<TitleNodeData, 'title'>;
/** A line behind the frozen part: over a brick in its tower, or beside it. */
export type CutNodeData = { readonly end: string; readonly side: 'over' | 'beside'; readonly place: Rectangle };
export type CutFlowNode = FlowNode<CutNodeData, 'cut'>;
export type GhostNodeData = { readonly ghost: Ghost };
export type GhostFlowNode = FlowNode<GhostNodeData, 'ghost'>;
/** What stands on the canvas beside the bricks. */
export type MarkNode = HullFlowNode | TitleFlowNode | CutFlowNode | GhostFlowNode;

const titleRoom = { width: 420, height: 50, over: 22 } as const;
/** How far the line reaches beyond the bricks that it parts. */
const reach = 26;

/** The name of the model over its upper left corner; null for an empty canvas, and where there is nothing to say. */
export function titleOf(
  { title, training }: Document,
  plan: Plan,
  towers: Towers,
  hulls: readonly Hull[],
): TitleNodeData | null {
  const { parameters, ends } = frozenFacts(plan);
  if (towers.items.size === 0 || (title.trim() === '' && parameters === 0)) return null;
  const { x, y } = bounds(towers);
  const top = Math.min(y, ...hulls.map((hull) => hull.y));
  const left = Math.min(x, ...hulls.map((hull) => hull.x));
  const place = {
    x: left,
    y: top - titleRoom.over - titleRoom.height,
    width: titleRoom.width,
    height: titleRoom.height,
  };
  return { title, frozen: parameters, kept: ends.length > 0 && keeps(training), place };
}

/** Random changes that are new in every epoch, and a switch, keep the features from being kept. */
const keeps = ({ featureCache, augmentation }: Document['training']) =>
  featureCache === 'auto' && !(augmentation.enabled && augmentation.cachedVariants === 0);

/** Where the outputs of the frozen part are kept, one line for each brick at its end. */
export function cutsOf({ training }: Document, plan: Plan, towers: Towers): readonly CutNodeData[] {
  if (!keeps(training)) return [];
  return frozenFacts(plan).ends.flatMap((end) => {
    const item = towers.items.get(towers.itemOf.get(end) ?? '');
    if (!item) return [];
    const tower = towers.towers.find(({ id }) => id === item.tower)!;
    return [
      cutAt(
        end,
        item,
        tower.items.map((id) => towers.items.get(id)!),
      ),
    ];
  });
}

function cutAt(end: string, { level, x, y, width, height }: Item, tower: readonly Item[]): CutNodeData {
  if (level < tower.length - 1) {
    const line = { x: x - reach, y: y - height, width: width + depth.x + 2 * reach, height: 0 };
    return { end, side: 'over', place: line };
  }
  const tall = tower.reduce((sum, one) => sum + one.height, 0);
  const line = { x: x + width + depth.x + 15, y: tower[0]!.y - tall - depth.y - reach, width: 0 };
  return { end, side: 'beside', place: { ...line, height: tall + depth.y + 2 * reach } };
}

/** Nothing of these can be taken hold of. */
const still = {
  selectable: false,
  draggable: false,
  connectable: false,
  style: { pointerEvents: 'none' },
  domAttributes: { 'aria-roledescription': undefined },
} as const;

function placed({ x, y, width, height }: Rectangle, zIndex: number) {
  // A width of nothing is taken as not measured.
  const size = { width: Math.max(1, width), height: Math.max(1, height) };
  return { position: { x, y }, ...size, measured: size, zIndex, ...still };
}

export const hullId = ({ part, block }: Hull) => `hull ${part} ${block}`;
export const titleId = 'title of the model';
export const cutId = ({ end }: CutNodeData) => `cut ${end}`;

export const hullNode = remembered((data: HullNodeData): HullFlowNode => {
  return { id: hullId(data.hull), type: 'hull', data, ...placed(data.hull, -1) };
});

export const titleNode = remembered((data: TitleNodeData): TitleFlowNode => {
  return { id: titleId, type: 'title', data, ...placed(data.place, -1) };
});

/** Before the bricks of its tower, which lean over it. */
export const cutNode = remembered((data: CutNodeData): CutFlowNode => {
  return { id: cutId(data), type: 'cut', data, ...placed(data.place, 1000) };
});

/** Before the brick that it will stand on, behind the one above, which hides its studs. */
export const ghostNode = remembered((ghost: Ghost): GhostFlowNode => {
  const { x, y, width, height, level } = ghost.item;
  return { id: 'ghost', type: 'ghost', data: { ghost }, ...placed({ x, y: y - height, width, height }, level) };
});
