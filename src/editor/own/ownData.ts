import { type StoreApi, createStore } from 'zustand/vanilla';
import { type Dataset, type DatasetFacts, factsOf } from '../../data/dataset';
import type { ReadTable } from '../../data/tables/readTable';
import { type TableTrouble, tableTroubleOf } from '../../data/tables/tableTrouble';
import { type Result, done, refused } from '../../document/result';
import { ownPrefix } from '../../document/training/datasetIds';
import type { OwnDatasets } from '../../data/ownDatasets';

export interface OwnDataState {
  readonly project: string;
  /** The project's own datasets. */
  readonly facts: readonly DatasetFacts[];
  /** The file that is being read, and how much of it has been, 0 … 1. */
  readonly reading: { readonly name: string; readonly share: number } | null;
  readonly trouble: { readonly name: string; readonly trouble: TableTrouble } | null;
}

/** Datasets that somebody brings along, per project. Every method resolves; trouble is in the store. */
export interface OwnData {
  readonly store: StoreApi<OwnDataState>;
  openProject(id: string): Promise<void>;
  /** Reads and keeps a file and answers its dataset's id; trouble is shown from the store as well. */
  add(file: File): Promise<Result<string, TableTrouble | { readonly code: 'cancelled' }>>;
  /** Ends the reading that is under way. */
  cancel(): void;
  /** Deletes one; the answer brings it back, to its own project. */
  forget(id: string): Promise<() => Promise<void>>;
  load(id: string): Promise<Dataset | null>;
  /** What is kept of a project, or still held of it here, is kept of another, which it lives on in. */
  copyProject(from: string, to: string): Promise<void>;
  /** Deletes all datasets of a project that is gone; the answer brings them back. */
  removeProject(project: string): Promise<() => Promise<void>>;
}

const readHere =
  (datasets: OwnDatasets): ReadTable =>
  async (...asked) =>
    (await import('../../data/tables/readTable')).readTableHere(datasets)(...asked);

/** Datasets are read in this thread unless `read` does it elsewhere, into the same place. */
export function createOwnData(datasets: OwnDatasets, read: ReadTable = readHere(datasets)): OwnData {
  const store = createStore<OwnDataState>(() => ({ project: '', facts: [], reading: null, trouble: null }));
  let reading: AbortController | null = null;
  /** What was read last: another tab may delete it. */
  let held: { readonly project: string; readonly dataset: Dataset } | null = null;

  const added = async (file: File, signal: AbortSignal): Promise<string> => {
    const { project } = store.getState();
    const id = `${ownPrefix}${file.name.slice(0, 150)}`;
    const progress = (share: number) => store.setState({ reading: { name: file.name, share } });
    const found = await read({ project, id, file }, { progress, signal });
    const facts = [...store.getState().facts.filter((each) => each.id !== id), found];
    if (store.getState().project === project) store.setState({ facts });
    return id;
  };

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
      store.setState({ project, facts: [], reading: null, trouble: null });
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
    async add(file) {
      reading?.abort();
      const own = new AbortController();
      reading = own;
      store.setState({ reading: { name: file.name, share: 0 }, trouble: null });
      try {
        return done(await added(file, own.signal));
      } catch (error) {
        if (own.signal.aborted) return refused({ code: 'cancelled' });
        const trouble = tableTroubleOf(error);
        store.setState({ trouble: { name: file.name, trouble } });
        return refused(trouble);
      } finally {
        if (reading === own) store.setState({ reading: null });
      }
    },
    cancel: () => reading?.abort(),
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
