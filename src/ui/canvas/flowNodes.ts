import { type Edge as FlowEdge, type Node as FlowNode, Position } from 'reactflow';
import { type Shape, shapeText } from '../../brick/shape';
import { depth } from '../../layout/geometry';
import type { Hull } from '../../layout/hulls';
import { lanesOf } from '../../layout/lanes';
import type { EditorState } from '../../editor/store';
import type { Document } from '../../document/document';
import type { Library } from '../../document/template';
import type { Item } from '../../layout/towers';
import { type ItemView, itemView } from '../brick/itemView';
import { viewContext } from '../brick/viewContext';
import { type Foot, feetAndHulls } from '../brick/feet';

export type BrickNodeData = {
  readonly view: ItemView;
  readonly foot: Foot | null;
  /** Takes a wire. */
  readonly takes: boolean;
  /** The first broken brick carries its message. */
  readonly speaks: boolean;
};
export type BrickFlowNode = FlowNode<BrickNodeData, 'brick'>;
export type HullFlowNode = FlowNode<{ readonly hull: Hull; readonly color: string; readonly inner: boolean }, 'hull'>;
export type CanvasNode = BrickFlowNode | HullFlowNode;

export type WireEdgeData = { readonly shape: Shape | null; readonly lane: number | null; readonly broken: boolean };
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

/** React Flow's nodes and edges for the present state; those that did not change are the very same objects as before. */
export function flowOf(state: EditorState, library: Library, before: Flow | null): Flow {
  const { document, plan, towers, selection } = state;
  const context = viewContext(document, plan, library);
  const views = new Map([...towers.items.values()].map((item) => [item.id, itemView(item, context)]));
  const { feet, hulls } = feetAndHulls(document, towers, views);
  const firstBroken = plan.issues.find(({ severity, where }) => severity === 'error' && where !== null)?.where;
  const speaker = firstBroken == null ? undefined : towers.itemOf.get(firstBroken);
  const selected = new Set([...selection.items, ...selection.wires]);
  const old = new Map<string, CanvasNode | WireFlowEdge>();
  for (const one of [...(before?.nodes ?? []), ...(before?.edges ?? [])]) old.set(one.id, one);
  const same = <T extends CanvasNode | WireFlowEdge>(next: T): T => {
    const known = old.get(next.id);
    return known !== undefined && alike(known, next) ? (known as T) : next;
  };
  const nodes: CanvasNode[] = [];
  for (const hull of hulls) nodes.push(same(hullNode(hull, document)));
  for (const item of towers.items.values()) {
    const takes = library.bricks[document.nodes[item.base]!.type]?.inputs !== 0;
    const data = { view: views.get(item.id)!, foot: feet.get(item.id) ?? null, takes, speaks: speaker === item.id };
    nodes.push(same(brickNode(item, data, selected.has(item.id))));
  }
  const broken = new Set(plan.issues.filter(({ severity }) => severity === 'error').map(({ where }) => where));
  const lanes = lanesOf(towers);
  const edges = towers.wires.map((wire): WireFlowEdge => {
    const shape = plan.shapes[wire.edge.from] ?? null;
    return same({
      id: wire.id,
      type: 'wire',
      source: wire.from,
      target: wire.to,
      selected: selected.has(wire.id),
      data: { shape, lane: lanes.get(wire.id) ?? null, broken: broken.has(wire.edge.to) },
      ariaLabel: `${wire.edge.from} → ${wire.edge.to}${shape ? `, ${shapeText(shape)}` : ''}`,
      domAttributes: { 'aria-roledescription': undefined },
    });
  });
  return { nodes, edges, views };
}

export interface Flow {
  readonly nodes: readonly CanvasNode[];
  readonly edges: readonly WireFlowEdge[];
  readonly views: ReadonlyMap<string, ItemView>;
}

function brickNode(item: Item, data: BrickNodeData, selected: boolean): BrickFlowNode {
  return {
    id: item.id,
    type: 'brick',
    position: { x: item.x, y: item.y - item.height },
    width: item.width,
    height: item.height,
    measured: { width: item.width, height: item.height },
    handles: handles(item, data.takes),
    // Upper bricks hide the studs below them.
    zIndex: item.level + 1,
    selected,
    data,
    domAttributes: { 'aria-roledescription': undefined },
  };
}

function hullNode(hull: Hull, { blocks }: Document): HullFlowNode {
  const { width, height } = hull;
  const { color, parent } = blocks[hull.block]!;
  return {
    id: `hull ${hull.part} ${hull.block}`,
    type: 'hull',
    position: { x: hull.x, y: hull.y },
    width,
    height,
    measured: { width, height },
    zIndex: -1,
    selectable: false,
    draggable: false,
    connectable: false,
    style: { pointerEvents: 'none' },
    data: { hull, color, inner: parent !== undefined },
    domAttributes: { 'aria-roledescription': undefined },
  };
}

/** Plain data of a few dozen values: comparing it costs far less than rendering it. */
function alike(one: CanvasNode | WireFlowEdge, other: CanvasNode | WireFlowEdge): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}
