import { type StoreApi, createStore } from 'zustand/vanilla';
import { type Dataset, type DatasetFacts, factsOf } from '../../data/dataset';
import type { Tables } from '../../data/tables/readTable';
import { type TableTrouble, tableTroubleOf } from '../../data/tables/tableTrouble';
import { type Result, done, refused } from '../../document/result';
import { ownPrefix } from '../../document/training/datasetIds';
import type { OwnDatasets } from '../../data/ownDatasets';
import type { TableLook, TableStart } from './tableLook';

type Refusal = TableTrouble | { readonly code: 'cancelled' };

export interface OwnDataState {
  readonly project: string;
  /** The project's own datasets. */
  readonly facts: readonly DatasetFacts[];
  /** The file that is being read, and how much of it has been, 0 … 1. */
  readonly reading: { readonly name: string; readonly share: number } | null;
  /** The table that is looked at before it is taken. */
  readonly look: TableLook | null;
  readonly trouble: { readonly name: string; readonly trouble: TableTrouble } | null;
}

/** Datasets that somebody brings along, per project. Every method resolves; trouble is in the store. */
export interface OwnData {
  readonly store: StoreApi<OwnDataState>;
  openProject(id: string): Promise<void>;
  /** Looks through a file, as somebody has said that it is to be read, and shows what it proposes. */
  look(start: TableStart): Promise<Result<TableLook, Refusal>>;
  /** Changes how the table that is looked at will be taken. */
  choose(choices: TableLook['choices']): void;
  /** Reads and keeps the table that is looked at, and answers its dataset's id. */
  take(): Promise<Result<string, Refusal>>;
  /** Ends the reading that is under way. */
  cancel(): void;
  /** Looks at no table any more. */
  leave(): void;
  /** Deletes one; the answer brings it back, to its own project. */
  forget(id: string): Promise<() => Promise<void>>;
  load(id: string): Promise<Dataset | null>;
  /** What is kept of a project, or still held of it here, is kept of another, which it lives on in. */
  copyProject(from: string, to: string): Promise<void>;
  /** Deletes all datasets of a project that is gone; the answer brings them back. */
  removeProject(project: string): Promise<() => Promise<void>>;
}

const here = (datasets: OwnDatasets): Tables => {
  const tables = async () => (await import('../../data/tables/readTable')).tablesHere(datasets);
  return {
    survey: async (...asked) => (await tables()).survey(...asked),
    read: async (...asked) => (await tables()).read(...asked),
  };
};

/** Datasets are read in this thread unless `tables` does it elsewhere, into the same place. */
export function createOwnData(datasets: OwnDatasets, tables: Tables = here(datasets)): OwnData {
  const store = createStore<OwnDataState>(() => ({
    project: '',
    facts: [],
    reading: null,
    look: null,
    trouble: null,
  }));
  let reading: AbortController | null = null;
  /** What was read last: another tab may delete it. */
  let held: { readonly project: string; readonly dataset: Dataset } | null = null;

  /** Reads a file, alone: what was read before ends. */
  async function alone<T>(name: string, work: (reading: Parameters<Tables['read']>[1]) => Promise<T>) {
    reading?.abort();
    const own = new AbortController();
    reading = own;
    store.setState({ reading: { name, share: 0 }, trouble: null });
    const progress = (share: number) => reading === own && store.setState({ reading: { name, share } });
    try {
      const value = await work({ progress, signal: own.signal });
      return own.signal.aborted ? refused<Refusal>({ code: 'cancelled' }) : done(value);
    } catch (error) {
      if (own.signal.aborted) return refused<Refusal>({ code: 'cancelled' });
      const trouble = tableTroubleOf(error);
      store.setState({ trouble: { name, trouble } });
      return refused<Refusal>(trouble);
    } finally {
      if (reading === own) {
        reading = null;
        store.setState({ reading: null });
      }
    }
  }

  const guarded = async (work: () => Promise<void>) => {
    try {
      await work();
    } catch (error) {
      store.setState({ trouble: { name: '', trouble: tableTroubleOf(error) } });
    }
  };

  return {
    store,
    async openProject(project) {
      reading?.abort();
      store.setState({ project, facts: [], reading: null, look: null, trouble: null });
      try {
        const facts = await datasets.list(project);
        const [damaged] = await datasets.damaged(project);
        if (store.getState().project !== project) return;
        const trouble =
          damaged === undefined
            ? null
            : ({ name: damaged.slice(ownPrefix.length), trouble: { code: 'damaged' } } as const);
        store.setState({ facts, trouble });
      } catch (error) {
        store.setState({ trouble: { name: '', trouble: tableTroubleOf(error) } });
      }
    },
    async look(start) {
      const { file, said = {} } = start;
      const found = await alone(file.name, (own) => tables.survey(file, said, own));
      if (!found.ok) return found;
      const { tableLook } = await import('./tableLook');
      const look = tableLook(start, found.value);
      store.setState({ look });
      return done(look);
    },
    choose(choices) {
      const { look } = store.getState();
      if (look !== null) store.setState({ look: { ...look, choices } });
    },
    async take() {
      const { look, project } = store.getState();
      if (look === null) return refused({ code: 'cancelled' });
      const { file, choices } = look;
      const id = `${ownPrefix}${file.name.slice(0, 150)}`;
      const found = await alone(file.name, (own) => tables.read({ project, id, file, choices }, own));
      if (!found.ok) return found;
      if (store.getState().project === project) {
        store.setState({ facts: [...store.getState().facts.filter((each) => each.id !== id), found.value] });
      }
      return done(id);
    },
    cancel: () => reading?.abort(),
    leave() {
      reading?.abort();
      store.setState({ look: null });
    },
    async forget(id) {
      const { project } = store.getState();
      const kept = await datasets.load(project, id);
      await datasets.forget(project, id);
      store.setState(({ facts }) => ({ facts: facts.filter((each) => each.id !== id) }));
      return () =>
        guarded(async () => {
          if (kept === null) return;
          await datasets.save(project, kept);
          if (store.getState().project !== project) return;
          store.setState(({ facts }) => ({ facts: [...facts.filter((each) => each.id !== id), factsOf(kept)] }));
        });
    },
    async load(id) {
      const { project } = store.getState();
      const dataset = await datasets.load(project, id);
      if (dataset !== null) held = { project, dataset };
      return dataset;
    },
    copyProject: (from, to) =>
      guarded(async () => {
        const { project, facts } = store.getState();
        for (const { id } of project === from ? facts : []) {
          const last = held?.project === from && held.dataset.id === id ? held.dataset : null;
          const dataset = (await datasets.load(from, id)) ?? last;
          if (dataset !== null) await datasets.save(to, dataset);
        }
      }),
    async removeProject(project) {
      const kept: Dataset[] = [];
      await guarded(async () => {
        for (const { id } of await datasets.list(project)) {
          const dataset = await datasets.load(project, id);
          if (dataset !== null) kept.push(dataset);
          await datasets.forget(project, id);
        }
      });
      return () =>
        guarded(async () => {
          for (const dataset of kept) await datasets.save(project, dataset);
          if (store.getState().project === project) store.setState({ facts: kept.map(factsOf) });
        });
    },
  };
}
