import { type StoreApi, createStore } from 'zustand/vanilla';
import { engineTroubleOf } from '../../../engine/protocol/engineError';
import type { ExportChoices } from '../../../exporters/exportChoices';
import type { BuiltExport } from '../../../exporters/exportedFiles';
import type { Exporter } from '../../../exporters/exporter';
import { type LeavingTrouble, builtExport, packed, sizeOf } from './packedExport';
import { type ExportParts, pageSupplies } from './pageSupplies';

/** The files that are shown, and that a download has: the same values. */
export interface ShownExport extends BuiltExport {
  /** What to do with them, as a command line. */
  readonly next: string;
  /** All of them together. */
  readonly bytes: number;
}

export interface ExportingState {
  readonly exporter: Exporter;
  readonly choices: ExportChoices;
  /** Null until they are made, and where the model is refused; what was chosen before stays until they are. */
  readonly shown: ShownExport | null;
  /** Why there are none, or why they could not be packed. */
  readonly trouble: LeavingTrouble | null;
  readonly work: 'building' | 'packing' | null;
  /** How much of it is packed, 0 … 1. */
  readonly done: number;
}

/** The files of the model on the canvas for a target: chosen, looked at, downloaded. */
export interface Exporting {
  readonly store: StoreApi<ExportingState>;
  /** Makes the files for another target, or by other choices; resolves when they are there. Never rejects. */
  choose(change: { readonly exporter?: Exporter; readonly choices?: Partial<ExportChoices> }): Promise<void>;
  /** What is shown as one file to hand over; null where that was stopped or failed, which `trouble` says. Never rejects. */
  download(): Promise<File | null>;
  /** Stops what is being done. */
  cancel(): void;
}

/** Begins with nothing made: `choose` makes the first files. What the page has is asked for once, when it is first wanted. */
export function createExporting(exporter: Exporter, choices: ExportChoices, parts: ExportParts): Exporting {
  const { document, plan } = parts.editor.store.getState();
  const store = createStore<ExportingState>(() => ({
    exporter,
    choices,
    shown: null,
    trouble: null,
    work: null,
    done: 0,
  }));
  let present = new AbortController();
  /** Ends what is being done for what comes now. */
  const begin = (): AbortSignal => {
    present.abort();
    present = new AbortController();
    return present.signal;
  };
  // What is asked for is for the next choice, too: only `cancel` ends it.
  let asking = new AbortController();
  const supplies = pageSupplies(parts, () => asking.signal);

  return {
    store,
    async choose({ exporter: other, choices: changed }) {
      const signal = begin();
      store.setState((state) => ({
        exporter: other ?? state.exporter,
        choices: { ...state.choices, ...changed },
        shown: other === undefined || other === state.exporter ? state.shown : null,
        trouble: null,
        work: 'building',
      }));
      const { exporter: target, choices: chosen } = store.getState();
      const built = await builtExport(target, chosen, { model: { document, plan }, supplies, signal });
      if (signal.aborted) return;
      if (!built.ok) {
        store.setState({ shown: null, trouble: built.error, work: null });
        return;
      }
      const { files } = built.value;
      try {
        const next = await target.next({ plan, tests: chosen.tests || !target.options.includes('tests') });
        const bytes = Object.values(files).reduce((sum, content) => sum + sizeOf(content), 0);
        if (!signal.aborted) store.setState({ shown: { ...built.value, next, bytes }, work: null });
      } catch (error) {
        // A part of the page that did not come.
        if (!signal.aborted) store.setState({ shown: null, trouble: engineTroubleOf(error), work: null });
      }
    },
    async download() {
      const { shown, exporter: target, work } = store.getState();
      if (shown === null || work !== null) return null;
      const signal = begin();
      store.setState({ work: 'packing', done: 0, trouble: null });
      const progress = (part: number) => {
        if (!signal.aborted) store.setState({ done: part });
      };
      const file = await packed(target, shown.files, document.title, { signal, progress });
      if (signal.aborted) return null;
      store.setState({ work: null, trouble: file.ok ? null : file.error });
      return file.ok ? file.value : null;
    },
    cancel() {
      const { work } = store.getState();
      if (work === null) return;
      present.abort();
      asking.abort();
      asking = new AbortController();
      const building = work === 'building';
      store.setState((state) => ({
        work: null,
        shown: building ? null : state.shown,
        trouble: building ? { code: 'cancelled', data: {} } : null,
      }));
    },
  };
}
