import { useCallback, useMemo, useRef, useState } from 'react';
import { type NodeChange, type OnNodeDrag, useReactFlow } from 'reactflow';
import { useStore } from 'zustand';
import { move, moveOntoWire, pullOut, snapOnto, split } from '../../../document/edits';
import type { Edit } from '../../../document/document';
import type { Library } from '../../../document/template';
import type { Towers } from '../../../layout/towers';
import { useEditor, useServices } from '../../services';
import { type Drop, useCanvas, useCanvasStore } from '../canvasStore';
import { dropTarget, pointOf } from './dropTarget';
import type { CanvasNode, Flow } from '../flowNodes';
import { ghostNode } from '../marks/marks';
import { standUnder } from './standUnder';
import { type Holding, holdingOf, shifts } from './holding';

/** Coarseness of free placement, in pixels at 100 %. */
export const grid = 12;
/** A brick pulled out of a tower by less than this falls back into place. */
const pullThreshold = 14;

interface Grip extends Holding {
  /** Brick under the pointer, and where its front face's lower left corner was. */
  readonly primary: string;
  readonly x: number;
  readonly y: number;
  /** From the brick to the pointer. */
  readonly pointer: Delta;
  /** How far it has been dragged; null before the first step. */
  readonly delta: Delta | null;
}

interface Delta {
  readonly x: number;
  readonly y: number;
}

/**
 * Dragging bricks. While the pointer is down everything is local: positions of what is held, gaps that open and close.
 * Letting go is one edit, so one undo step.
 */
export function useHolding(flow: Flow, focusItem: (id: string) => void) {
  const { editor, preferences, library } = useServices();
  const snap = useStore(preferences, (state) => state.snap);
  const store = useCanvasStore();
  const { screenToFlowPosition } = useReactFlow();
  const held = useCanvas((state) => state.held);
  const towers = useEditor((state) => state.towers);
  const [delta, setDelta] = useState<Delta | null>(null);
  const grip = useRef<Grip | null>(null);

  const onNodeDragStart: OnNodeDrag<CanvasNode> = useCallback(
    (event, node, nodes) => {
      const item = editor.store.getState().towers.items.get(node.id);
      if (!item) return;
      const picked = event.altKey ? [node.id] : nodes.map(({ id }) => id);
      const holding = holdingOf(editor.store.getState().towers, picked, event.altKey);
      const { x, y } = screenToFlowPosition(pointOf(event));
      const pointer = { x: x - node.position.x, y: y - node.position.y };
      grip.current = { ...holding, primary: node.id, x: item.x, y: item.y, pointer, delta: null };
      store.setState({
        held: { ids: [...holding.moving], drop: { kind: 'free' }, height: holding.height, ghost: null },
      });
    },
    [editor, screenToFlowPosition, store],
  );

  const onNodesDragged = useCallback(
    (changes: readonly NodeChange<CanvasNode>[]) => {
      const held = grip.current;
      if (!held) return;
      for (const change of changes) {
        if (change.type !== 'position' || change.id !== held.primary || !change.position) continue;
        const { height } = editor.store.getState().towers.items.get(held.primary)!;
        const free = { x: change.position.x - held.x, y: change.position.y + height - held.y };
        const delta = snap ? { x: onGrid(held.x + free.x) - held.x, y: onGrid(held.y + free.y) - held.y } : free;
        grip.current = { ...held, delta };
        setDelta(delta);
      }
    },
    [editor, snap],
  );

  const onNodeDrag: OnNodeDrag<CanvasNode> = useCallback(
    (_event, node) => {
      const held = grip.current;
      if (!held) return;
      const { towers, document } = editor.store.getState();
      const lowest = held.towers[0] ?? held.pulled[0] ?? node.id;
      const stacks = library.bricks[document.nodes[towers.items.get(lowest)?.base ?? '']?.type ?? '']?.inputs !== 0;
      const { height } = towers.items.get(held.primary)!;
      const { x, y } = node.position;
      const [at, pointer] = [
        { x, y: y + height },
        { x: x + held.pointer.x, y: y + held.pointer.y },
      ];
      const next: Drop =
        stacks && !held.splits ? dropTarget(towers, [...held.moving], at, held.height, pointer) : { kind: 'free' };
      const now = store.getState().held;
      if (now && JSON.stringify(now.drop) !== JSON.stringify(next)) store.setState({ held: { ...now, drop: next } });
    },
    [editor, library, store],
  );

  const onNodeDragStop: OnNodeDrag<CanvasNode> = useCallback(() => {
    const gripped = grip.current;
    const drop = store.getState().held?.drop;
    grip.current = null;
    store.setState({ held: null });
    setDelta(null);
    if (!gripped?.delta || !drop) return;
    editor.edit(letGo(library, editor.store.getState().towers, gripped, drop, gripped.delta));
    focusItem(gripped.primary);
  }, [editor, focusItem, library, store]);

  // What makes room changes only with the drop target, not with every step of the pointer.
  const others = useMemo(() => {
    if (!held) return flow.nodes;
    const moving = new Set(held.ids);
    const shifted = shifts(towers, moving, held.drop, held.height);
    return flow.nodes.map((node): CanvasNode => {
      if (node.type !== 'brick') return node;
      const { x, y } = node.position;
      if (moving.has(node.id)) return { ...node, className: 'held', zIndex: (node.zIndex ?? 0) + 2000 };
      const shift = shifted.get(node.id);
      return shift === undefined ? node : { ...node, position: { x, y: y + shift } };
    });
  }, [flow.nodes, held, towers]);
  const ghost = held?.ghost;
  const nodes = useMemo(() => {
    if (ghost) return [...others, ghostNode(ghost)];
    if (!delta) return others;
    return others.map((node) => {
      const { x, y } = node.position;
      return node.className === 'held' ? { ...node, position: { x: x + delta.x, y: y + delta.y } } : node;
    });
  }, [others, delta, ghost]);

  return { nodes, onNodesDragged, onNodeDragStart, onNodeDrag, onNodeDragStop };
}

const onGrid = (value: number) => Math.round(value / grid) * grid;

/** The edit that a gesture ends in. */
function letGo(library: Library, towers: Towers, grip: Grip, drop: Drop, delta: Delta): Edit {
  const picked = [
    ...grip.towers.flatMap((id) => towers.towers.find((tower) => tower.id === id)!.items),
    ...grip.pulled,
  ];
  if (drop.kind === 'tower') return snapOnto(picked, drop.on, towers);
  const lowest = towers.items.get(picked[0] ?? '');
  if (!lowest) return (document) => document;
  const wire = drop.kind === 'wire' ? towers.wires.find(({ id }) => id === drop.id) : undefined;
  if (wire) return moveOntoWire(picked, wire.edge, [lowest.x + delta.x, lowest.y + delta.y], towers);
  const free = setDown(towers, grip, delta);
  if (drop.kind !== 'under' || picked.length > 1) return free;
  return (document) => {
    const alone = pullOut(picked, [lowest.x, lowest.y], towers)(document);
    const under = standUnder(library, picked[0]!, drop.tower)(alone);
    return under === alone ? free(document) : under;
  };
}

/** Where it is let go, there it stands: towers move, single bricks come out of theirs. */
function setDown(towers: Towers, grip: Grip, delta: Delta): Edit {
  return (document) => {
    const moved = grip.towers.length > 0 ? move(grip.towers, delta.x, delta.y)(document) : document;
    const first = towers.items.get(grip.pulled[0] ?? '');
    if (!first || Math.hypot(delta.x, delta.y) < pullThreshold) return moved;
    const at = [first.x + delta.x, first.y + delta.y] as const;
    if (!grip.splits) return pullOut(grip.pulled, at, towers)(moved);
    return split(grip.pulled[0]!, at, towers)(moved);
  };
}
