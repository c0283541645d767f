import type { DragEvent } from 'react';
import { useReactFlow } from 'reactflow';
import { brickWidth, heightOf } from '../../../layout/geometry';
import { entryById } from '../../palette/entries';
import { paletteDrag, paletteMime } from '../../palette/paletteDrag';
import { useServices } from '../../services';
import { newBrick } from '../../../editor/building/placeBrick';
import { type Drop, useCanvasStore } from '../canvasStore';
import { dropEdit } from './dropEdit';
import { dropTarget } from './dropTarget';
import { ghostOf } from './ghost';

type Entry = NonNullable<ReturnType<typeof entryById>>;

/** Bricks that are dragged out of the palette: anywhere, onto a tower, or into a wire. */
export function usePaletteDrop(focusItem: (id: string) => void) {
  const { editor, library } = useServices();
  const store = useCanvasStore();
  const flow = useReactFlow();

  const pointerOf = (event: DragEvent) => flow.screenToFlowPosition({ x: event.clientX, y: event.clientY });
  /** Lower left corner of the brick's front face when the pointer holds it by its middle. */
  const cornerOf = ({ x, y }: { readonly x: number; readonly y: number }, height: number) => ({
    x: x - brickWidth / 2,
    y: y + height / 2,
  });
  const ours = (event: DragEvent) => event.dataTransfer.types.includes(paletteMime);

  const letGo = ({ brick, preset }: Entry, drop: Drop, at: readonly [number, number] = [0, 0]) => {
    const { document, towers } = editor.store.getState();
    const added = newBrick(document, library, brick.type, preset);
    return { name: added.name, edit: dropEdit(added, drop, at, towers, library) };
  };

  const ghostAt = (entry: Entry, drop: Drop) => {
    const { name, edit } = letGo(entry, drop);
    return ghostOf(edit, name, editor.store.getState(), library);
  };

  const onDragOver = (event: DragEvent) => {
    const { id } = paletteDrag.getState();
    const entry = id === null ? undefined : entryById(library.bricks, id);
    if (!ours(event) || !entry) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
    const { brick } = entry;
    const height = heightOf(brick);
    const { towers } = editor.store.getState();
    const pointer = pointerOf(event);
    const target = dropTarget(towers, [], cornerOf(pointer, height), height, pointer);
    // Nothing comes before an input: it stands under a tower or on its own.
    const drop = brick.inputs === 0 && target.kind !== 'under' ? ({ kind: 'free' } as const) : target;
    const now = store.getState().held;
    if (JSON.stringify(now?.drop) === JSON.stringify(drop)) return;
    // Elsewhere what is dragged is seen under the pointer.
    const stacks = drop.kind === 'tower' || drop.kind === 'under';
    store.setState({ held: { ids: [], drop, height, ghost: stacks ? ghostAt(entry, drop) : null } });
  };

  const onDragLeave = (event: DragEvent) => {
    const inside = event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget);
    if (!inside) store.setState({ held: null });
  };

  const onDrop = (event: DragEvent) => {
    const entry = entryById(library.bricks, event.dataTransfer.getData(paletteMime));
    const drop = store.getState().held?.drop ?? { kind: 'free' };
    store.setState({ held: null });
    if (!ours(event) || !entry) return;
    event.preventDefault();
    event.stopPropagation();
    const { x, y } = cornerOf(pointerOf(event), heightOf(entry.brick));
    const { name, edit } = letGo(entry, drop, [Math.round(x), Math.round(y)]);
    if (editor.edit(edit)) editor.select([name]);
    focusItem(name);
  };

  return { onDragOver, onDragLeave, onDrop };
}
