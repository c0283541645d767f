import { type Edge as FlowEdge, type Node as FlowNode, Position } from 'reactflow';
import { type Shape, shapeText } from '../../brick/shape';
import type { Plan } from '../../compile/plan';
import { kept } from '../../document/kept';
import { remembered } from '../../document/remembered';
import type { Library } from '../../document/template';
import { depth } from '../../layout/geometry';
import { lanesOf } from '../../layout/lanes';
import { roomBeside } from '../../layout/roomBeside';
import type { EditorState } from '../../editor/store';
import type { Item, Wire } from '../../layout/towers';
import { type ItemView, itemView } from '../brick/itemView';
import { viewContext } from '../brick/viewContext';
import { type Foot, feetAndHulls } from '../brick/feet';
import { type MarkNode, cutId, cutNode, cutsOf, hullId, hullNode, titleId, titleNode, titleOf } from './marks/marks';

export type BrickNodeData = {
  readonly item: Item;
  readonly view: ItemView;
  readonly foot: Foot | null;
  /** Takes a wire. */
  readonly takes: boolean;
  /** Free pixels to its right. */
  readonly room: number;
  /** The first broken brick carries its message. */
  readonly speaks: boolean;
};
export type BrickFlowNode = FlowNode<BrickNodeData, 'brick'>;
export type CanvasNode = BrickFlowNode | MarkNode;

export type WireEdgeData = {
  readonly wire: Wire;
  readonly shape: Shape | null;
  readonly lane: number | null;
  readonly broken: boolean;
};
export type WireFlowEdge = FlowEdge<WireEdgeData, 'wire'>;

/** Side of the square that takes the pointer around a wire's end. */
export const handleSize = 28;

/** Middles of the places where wires end, from the upper left corner of the front face. */
export function handlePlaces({ width, height }: Pick<Item, 'width' | 'height'>) {
  return {
    source: { x: width + depth.x, y: height / 2 - depth.y },
    target: { x: 0, y: height / 2 },
  } as const;
}

function handles(item: Item, takes: boolean) {
  const { source, target } = handlePlaces(item);
  const square = { width: handleSize, height: handleSize };
  const corner = ({ x, y }: { x: number; y: number }) => ({ x: x - handleSize / 2, y: y - handleSize / 2, ...square });
  const out = { type: 'source' as const, position: Position.Right, ...corner(source) };
  return takes ? [out, { type: 'target' as const, position: Position.Left, ...corner(target) }] : [out];
}

/** What the canvas shows of the editor's state. */
export type Shown = Pick<EditorState, 'document' | 'plan' | 'towers' | 'selection'>;

/** All nodes and edges, none of them selected. */
interface Drawing {
  readonly plan: Plan;
  readonly nodes: readonly CanvasNode[];
  readonly edges: readonly WireFlowEdge[];
  readonly views: ReadonlyMap<string, ItemView>;
}

export interface Flow extends Drawing {
  readonly drawing: Drawing;
}

const picked = remembered((one: CanvasNode | WireFlowEdge) => ({ ...one, selected: true }));

/** React Flow's nodes and edges for the present state; those that did not change are the very same objects as before. */
export function flowOf(state: Shown, library: Library, before: Flow | null): Flow {
  const { items, wires } = state.selection;
  const drawing = before?.plan === state.plan ? before.drawing : drawingOf(state, library, before?.drawing);
  const selected = new Set([...items, ...wires]);
  const shown = <T extends CanvasNode | WireFlowEdge>(one: T) => (selected.has(one.id) ? (picked(one) as T) : one);
  const nodes = kept(before?.nodes, drawing.nodes.map(shown));
  const edges = kept(before?.edges, drawing.edges.map(shown));
  return { ...drawing, nodes, edges, drawing };
}

function drawingOf({ document, plan, towers }: Shown, library: Library, before: Drawing | undefined): Drawing {
  const context = viewContext(document, plan, library);
  const views = new Map([...towers.items.values()].map((item) => [item.id, itemView(item, context)]));
  const { feet, hulls } = feetAndHulls(towers, views);
  const broken = new Set(plan.issues.filter(({ severity }) => severity === 'error').map(({ where }) => where));
  const firstBroken = [...broken].find((where) => where !== null) ?? '';
  const speaker = towers.itemOf.get(firstBroken);
  const lanes = lanesOf(towers);
  const room = roomBeside(towers);
  const known = new Map<string, unknown>();
  for (const { id, data } of [...(before?.nodes ?? []), ...(before?.edges ?? [])]) known.set(id, data);
  const same = <T>(id: string, data: T) => kept(known.get(id) as T | undefined, data);
  const frames = hulls.map((hull) => {
    const { color, parent } = towers.blocks[hull.block]!;
    return hullNode(same(hullId(hull), { hull, color, inner: parent !== undefined }));
  });
  const bricks = [...towers.items.values()].map((item) => {
    const { id, base } = item;
    const takes = library.bricks[document.nodes[base]!.type]?.inputs !== 0;
    const data = {
      item,
      view: views.get(id)!,
      foot: feet.get(id) ?? null,
      takes,
      room: room.get(id)!,
      speaks: speaker === id,
    };
    return brickNode(same(id, data));
  });
  const cuts = cutsOf(document, plan, towers).map((cut) => cutNode(same(cutId(cut), cut)));
  const title = titleOf(document, plan, towers, hulls);
  const titles = title === null ? [] : [titleNode(same(titleId, title))];
  const edges = towers.wires.map((wire) => {
    const { from, to } = wire.edge;
    const data = { wire, shape: plan.shapes[from] ?? null, lane: lanes.get(wire.id) ?? null, broken: broken.has(to) };
    return wireEdge(same(wire.id, data));
  });
  return { plan, nodes: [...titles, ...frames, ...bricks, ...cuts], edges, views };
}

const unnamed = { 'aria-roledescription': undefined };

const brickNode = remembered((data: BrickNodeData): BrickFlowNode => {
  const { id, x, y, width, height, level } = data.item;
  return {
    id,
    type: 'brick',
    position: { x, y: y - height },
    width,
    height,
    measured: { width, height },
    handles: handles(data.item, data.takes),
    // Upper bricks hide the studs below them.
    zIndex: level + 1,
    selected: false,
    data,
    domAttributes: unnamed,
  };
});

const wireEdge = remembered((data: WireEdgeData): WireFlowEdge => {
  const { id, from, to, edge } = data.wire;
  return {
    id,
    type: 'wire',
    source: from,
    target: to,
    selected: false,
    data,
    ariaLabel: `${edge.from} → ${edge.to}${data.shape ? `, ${shapeText(data.shape)}` : ''}`,
    domAttributes: unnamed,
  };
});
