import type { DragEvent } from 'react';
import { useReactFlow } from 'reactflow';
import { addBrick, insertOnWire } from '../../../document/edits';
import { brickWidth, heightOf } from '../../../layout/geometry';
import { entryById } from '../../palette/entries';
import { paletteDrag, paletteMime } from '../../palette/paletteDrag';
import { useServices } from '../../services';
import { newBrick, placeBrick } from '../../../editor/building/placeBrick';
import { useCanvasStore } from '../canvasStore';
import { dropTarget } from './dropTarget';
import { standUnder } from './standUnder';

/** Bricks that are dragged out of the palette: anywhere, onto a tower, or into a wire. */
export function usePaletteDrop(focusItem: (id: string) => void) {
  const { editor, library } = useServices();
  const store = useCanvasStore();
  const flow = useReactFlow();

  /** Lower left corner of the brick's front face when the pointer holds it by its middle. */
  const cornerOf = (event: DragEvent, height: number) => {
    const { x, y } = flow.screenToFlowPosition({ x: event.clientX, y: event.clientY });
    return { x: x - brickWidth / 2, y: y + height / 2 };
  };
  const ours = (event: DragEvent) => event.dataTransfer.types.includes(paletteMime);

  const onDragOver = (event: DragEvent) => {
    const { id } = paletteDrag.getState();
    const entry = id === null ? undefined : entryById(library.bricks, id);
    if (!ours(event) || !entry) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
    const { brick } = entry;
    const height = heightOf(brick);
    const { towers } = editor.store.getState();
    const target = dropTarget(towers, [], cornerOf(event, height), height, event);
    // Nothing comes before an input: it stands under a tower or on its own.
    const drop = brick.inputs === 0 && target.kind !== 'under' ? ({ kind: 'free' } as const) : target;
    const now = store.getState().held;
    if (JSON.stringify(now?.drop) !== JSON.stringify(drop)) store.setState({ held: { ids: [], drop, height } });
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
    const { brick, preset } = entry;
    const { x, y } = cornerOf(event, heightOf(brick));
    const at = [Math.round(x), Math.round(y)] as const;
    const { document, towers } = editor.store.getState();
    const wire = drop.kind === 'wire' ? towers.wires.find(({ id }) => id === drop.id) : undefined;
    if (!wire && drop.kind !== 'under') {
      focusItem(placeBrick(editor, brick.type, drop.kind === 'tower' ? { on: drop.on, preset } : { at, preset }));
      return;
    }
    const added = { ...newBrick(document, library, brick.type, preset), at };
    const { name } = added;
    editor.edit((before) => {
      if (wire) return insertOnWire(library, wire.edge, added)(before);
      const after = addBrick(library, added)(before);
      return drop.kind === 'under' ? standUnder(library, name, drop.tower)(after) : after;
    });
    editor.select([name]);
    focusItem(name);
  };

  return { onDragOver, onDragLeave, onDrop };
}
