import { createStore } from 'zustand/vanilla';
import type { ImportHelp, ImportReport } from '../importers/importer';
import type { ImportQuestion } from '../importers/question';
import type { Lock } from './locks';
import { type Worded, worded } from './worded';

/** Id of an item on the canvas: a brick's or a folded block's name. */
export type ItemId = string;

export type Panel = 'training' | 'prediction' | 'code' | 'summary' | 'problems';
export type Dialog =
  | 'gallery'
  | 'projects'
  | 'swapHead'
  | 'fineTune'
  | 'shortcuts'
  | 'commands'
  | 'rename'
  | 'share'
  | 'picture'
  | 'export'
  | 'brickHelp'
  | 'photos'
  | 'table'
  | 'compare'
  | 'saveModel'
  | 'openModel'
  | 'importCode'
  | 'ask'
  | 'importReport'
  | 'weights';

/** A short message in the corner; `action` is a button such as Undo. */
export interface Notice {
  readonly id: number;
  readonly tone: 'info' | 'success' | 'warning' | 'error';
  readonly text: Worded;
  readonly action?: { readonly label: Worded; readonly run: () => void };
}

/** Files that were dropped or opened on the page and belong somewhere on it: where they go takes them when it opens. */
export interface Brought {
  readonly to: 'picture' | 'trained';
  readonly files: readonly File[];
}

/** A file that is being opened. */
export interface Opening {
  readonly name: string;
  readonly cancel: () => void;
}

/** Files that open once a question is answered. */
export interface Asked {
  readonly files: readonly File[];
  readonly question: ImportQuestion;
  /** What has been said before. */
  readonly help: ImportHelp;
}

/** What is open on the screen; neither saved nor undone. */
export interface Session {
  readonly panel: Panel | null;
  readonly dialog: Dialog | null;
  readonly notices: readonly Notice[];
  /** Brick whose help is open: the palette's entry (a type, `activation/relu`), and its name where it stands in the model. */
  readonly helpOf: { readonly entry: string; readonly name: string | null } | null;
  /** Target that the export dialog begins with; null: the first. The dialog keeps here what was looked at last. */
  readonly exportTo: string | null;
  /** The palette's entry that is pointed at or focused. */
  readonly pointed: string | null;
  readonly brought: Brought | null;
  readonly opening: Opening | null;
  readonly asked: Asked | null;
  /** What became of a file that was opened. */
  readonly reported: { readonly title: string; readonly report: ImportReport } | null;
  /** Code that was pasted, to be looked at before it becomes a model. */
  readonly code: string;
  /** Item whose keyboard connection is being made (`C`). */
  readonly connectingFrom: ItemId | null;
  /** What the link that opened the page keeps from being changed. */
  readonly locks: readonly Lock[];
  /** What was said last to those who hear the page; the same words said again have another id. */
  readonly said: { readonly id: number; readonly text: string };
}

export function createSession() {
  const store = createStore<Session>(() => ({
    panel: null,
    dialog: null,
    notices: [],
    helpOf: null,
    exportTo: null,
    pointed: null,
    brought: null,
    opening: null,
    asked: null,
    reported: null,
    code: '',
    connectingFrom: null,
    locks: [],
    said: { id: 0, text: '' },
  }));
  let next = 1;
  return {
    store,
    show: (panel: Panel | null) => store.setState({ panel }),
    toggle: (panel: Panel) => store.setState(({ panel: open }) => ({ panel: open === panel ? null : panel })),
    open: (dialog: Dialog | null) => store.setState({ dialog }),
    help: (entry: string, name: string | null) => store.setState({ dialog: 'brickHelp', helpOf: { entry, name } }),
    importCode: (code: string) => store.setState({ dialog: 'importCode', code }),
    ask: (asked: Asked) => store.setState({ dialog: 'ask', asked }),
    showReport: (reported: NonNullable<Session['reported']>) => store.setState({ dialog: 'importReport', reported }),
    showOpening: (opening: Opening | null) => store.setState({ opening }),
    bring: (brought: Brought | null) => store.setState({ brought }),
    pointAt: (pointed: string | null) => store.setState({ pointed }),
    lock: (locks: readonly Lock[]) => store.setState({ locks }),
    /** Says something to those who hear the page. */
    say: (text: string) => store.setState(({ said }) => ({ said: { id: said.id + 1, text } })),
    connectFrom: (connectingFrom: ItemId | null) => store.setState({ connectingFrom }),
    /** Shows a message and answers its id; what is being shown is not shown twice. Of many only the last stay. */
    notify(notice: Omit<Notice, 'id'>): number {
      const said = worded(notice.text, 'en');
      const shown = store
        .getState()
        .notices.find(({ tone, text }) => tone === notice.tone && worded(text, 'en') === said);
      if (shown !== undefined) return shown.id;
      const id = next++;
      store.setState(({ notices }) => ({ notices: [...notices.slice(-2), { ...notice, id }] }));
      return id;
    },
    dismiss: (id: number) =>
      store.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) })),
  };
}

export type SessionStore = ReturnType<typeof createSession>;
