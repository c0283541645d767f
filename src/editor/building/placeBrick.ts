import { addBrick, connect, freshName, nameFor } from '../../document/edits';
import type { Document, Edit, Json } from '../../document/document';
import { exitOf, itemsOf } from '../../document/items';
import type { Library } from '../../document/template';
import type { Editor } from '../store';
import { brickWidth, gap } from '../../layout/geometry';
import type { Towers } from '../../layout/towers';

/** A place of its own, right of everything, on the ground of the last tower. */
export function freePlace(towers: Towers): readonly [number, number] {
  const items = [...towers.items.values()];
  if (items.length === 0) return [0, 0];
  const last = items.reduce((best, item) => (item.x > best.x ? item : best));
  return [last.x + brickWidth + gap.x, towers.items.get(last.tower)!.y];
}

/** The item on which the next brick goes: the selected one, else the model's output. */
export function growingPoint(editor: Editor): string | null {
  const { selection, towers, plan } = editor.store.getState();
  const selected = selection.items.at(-1);
  if (selected !== undefined && towers.items.has(selected)) return selected;
  const output = plan.outputs.at(-1) ?? plan.inputs.at(-1);
  return output === undefined ? null : (towers.itemOf.get(output) ?? null);
}

/** Settings that a new brick gets over its initial ones, and the name it then has. */
export type Preset = { readonly name: string; readonly params: Readonly<Record<string, Json>> } | null;

interface Placing {
  readonly preset?: Preset;
  /** Stack on this item; what stands there is pushed up. */
  readonly on?: string | null;
  /** Wire to this item's output without stacking. */
  readonly from?: string | null;
  /** Lower left corner of the front face, where it does not stack. */
  readonly at?: readonly [number, number];
}

/** A brick to be placed, with the name it will have. */
export function newBrick(document: Document, library: Library, type: string, preset: Preset) {
  if (preset === null) return { type, name: nameFor(document, library, { type }) };
  return { type, params: preset.params, name: freshName(preset.name, document) };
}

/** Adds a new brick as one undo step, selects it, and returns its name. */
export function placeBrick(editor: Editor, type: string, { on, from, at, preset = null }: Placing): string {
  const { document, towers } = editor.store.getState();
  const { library } = editor;
  const brick = newBrick(document, library, type, preset);
  const { name } = brick;
  const place = at ?? freePlace(towers);
  const stacks = on != null && library.bricks[type]?.inputs !== 0;
  const add = addBrick(library, stacks ? { ...brick, on, at: place } : { ...brick, at: place });
  const wired: Edit = (before) => {
    const added = add(before);
    if (from == null) return added;
    return connect(library, exitOf(before, itemsOf(before), from), name, towers)(added);
  };
  if (editor.edit(wired)) editor.select([name]);
  return name;
}

/** A click in the palette: the brick goes after the selection. */
export function appendBrick(editor: Editor, type: string, preset: Preset = null): string {
  return placeBrick(editor, type, { on: growingPoint(editor), preset });
}
