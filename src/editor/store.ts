import { createStore } from 'zustand/vanilla';
import { compile } from '../compile/compile';
import type { Plan } from '../compile/plan';
import type { Document, Edit } from '../document/document';
import { type Overfull, overfull } from '../document/reading/overfull';
import { sharingKept } from '../document/structure/sharing';
import type { Library } from '../document/template';
import { type Towers, towersOf } from '../layout/towers';
import { type Lock, type LockedEdit, lockOf } from './locks';
import { type History, begin, record, redo, seal, undo } from './history';

/** What is picked on the canvas: names of bricks and of folded blocks, and ids of wires. */
export interface Selection {
  readonly items: readonly string[];
  readonly wires: readonly string[];
}

export interface EditorState {
  readonly history: History<Document>;
  /** The document on the canvas: `history.present`. */
  readonly document: Document;
  /** Derived from the document, always up to date. */
  readonly plan: Plan;
  readonly towers: Towers;
  readonly selection: Selection;
}

export type Editor = ReturnType<typeof createEditor>;

const nothing: Selection = { items: [], wires: [] };

const size = ({ nodes, blocks }: Document) => Object.keys(nodes).length + Object.keys(blocks).length;
const grows = (before: Document, after: Document) => after !== before && size(after) > size(before);

/** What is still there after an edit stays selected. */
function kept(selection: Selection, towers: Towers): Selection {
  const wires = new Set(towers.wires.map(({ id }) => id));
  const items = selection.items.filter((id) => towers.items.has(id));
  const stillWires = selection.wires.filter((id) => wires.has(id));
  if (items.length === selection.items.length && stillWires.length === selection.wires.length) return selection;
  return { items, wires: stillWires };
}

/** Why an edit was not made. */
export type RefusedEdit = Overfull | LockedEdit;

interface EditorOptions {
  /** Told of an edit that is not made: it would make more of the document than could be opened again, or is locked. */
  readonly refused?: (why: RefusedEdit) => void;
  readonly locks?: () => readonly Lock[];
}

/** The document being edited, with undo, selection and everything derived. No React, no browser. */
export function createEditor(
  document: Document,
  library: Library,
  { refused = () => undefined, locks = () => [] }: EditorOptions = {},
) {
  const derive = (present: Document, before?: Towers) => ({
    document: present,
    plan: compile(present, library),
    towers: towersOf(present, library, before),
  });
  const store = createStore<EditorState>(() => ({
    history: begin(document),
    ...derive(document),
    selection: nothing,
  }));
  const enter = (history: History<Document>) => {
    const state = store.getState();
    if (history === state.history) return;
    if (history.present === state.document) {
      store.setState({ history });
      return;
    }
    const derived = derive(history.present, state.towers);
    store.setState({ history, ...derived, selection: kept(state.selection, derived.towers) });
  };

  return {
    store,
    library,
    /** Applies a pure edit as one undo step, or into the step before when both carry the same `mergeKey`; false where it is refused. */
    edit(edit: Edit, mergeKey: string | null = null): boolean {
      const { history } = store.getState();
      const after = sharingKept(history.present, edit(history.present));
      const lock = lockOf(locks(), history.present, after);
      const many = grows(history.present, after) ? overfull(after) : null;
      const why: RefusedEdit | null = lock === null ? many : { code: 'locked', data: { lock } };
      if (why === null) enter(record(history, after, mergeKey));
      else refused(why);
      return why === null;
    },
    /** Ends a gesture: call on pointer up, blur and Enter. */
    seal: () => enter(seal(store.getState().history)),
    undo: () => enter(undo(store.getState().history)),
    redo: () => enter(redo(store.getState().history)),
    select(items: readonly string[], wires: readonly string[] = []) {
      store.setState({ selection: { items, wires } });
    },
    /** Another project: a new history begins. */
    open(present: Document) {
      store.setState({ history: begin(present), ...derive(present), selection: nothing });
    },
  };
}
