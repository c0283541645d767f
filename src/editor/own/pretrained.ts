import { createStore } from 'zustand/vanilla';
import type { DownloadProgress } from '../../pretrained/progress';
import type { WeightCache } from '../../pretrained/storage/cache';
import type { Pretrained, PretrainedState, PretrainedTrouble } from './pretrainedState';
import type { Look } from './pretrainedWork';

export type { Pretrained, PretrainedState, PretrainedTrouble } from './pretrainedState';

interface Parts {
  /** Made when it is first needed. */
  cache(): Promise<WeightCache>;
  look: Look;
  /** Origin of the server that may pass on downloads. */
  readonly origin: string;
  /** Keeps two tabs from fetching the same file; missing where pages have no locks. */
  readonly locks?: LockManager;
}

const starting: DownloadProgress = { received: 0, total: null, bytesPerSecond: 0, secondsLeft: null };

/** Downloading, hashing and the catalogue are loaded when they are first wanted: the page starts without them. */
/** Most of it comes when it is first wanted. */
export const loadPretrainedWork = () => import('./pretrainedWork');

export function createPretrained({ cache: makeCache, look, origin, locks }: Parts): Pretrained {
  const store = createStore<PretrainedState>(() => ({ cached: null, downloads: {}, trouble: null }));
  const cancels = new Map<string, AbortController>();
  let made: Promise<WeightCache> | null = null;
  const cache = () => (made ??= makeCache());

  const show = (id: string, progress: DownloadProgress | null) =>
    store.setState(({ downloads }) => {
      const others = Object.entries(downloads).filter(([other]) => other !== id);
      return { downloads: Object.fromEntries(progress === null ? others : [...others, [id, progress]]) };
    });

  async function refresh() {
    await guarded('', async () => store.setState({ cached: await (await cache()).list() }));
  }

  async function guarded(id: string, work: () => Promise<void>): Promise<boolean> {
    try {
      await work();
      return true;
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') return false;
      const { troubleOf } = await loadPretrainedWork();
      store.setState({ trouble: troubleOf(id, error) });
      return false;
    }
  }

  /** One job at a time for an id, with progress; its cancelling is no trouble. */
  async function job(
    id: string,
    work: (signal: AbortSignal, progress: (now: DownloadProgress) => void) => Promise<void>,
  ) {
    if (cancels.has(id)) return false;
    const cancel = new AbortController();
    cancels.set(id, cancel);
    store.setState(({ trouble }) => ({ trouble: trouble?.id === id ? null : trouble }));
    show(id, starting);
    const run = () => work(cancel.signal, (now) => !cancel.signal.aborted && show(id, now));
    const done = await guarded(id, () =>
      locks ? locks.request(`deepbrick-weights-${id}`, { signal: cancel.signal }, run) : run(),
    );
    cancels.delete(id);
    show(id, null);
    await refresh();
    return done;
  }

  const pretrained: Pretrained = {
    store,
    refresh,
    async ensure(from) {
      if (from.source === 'digits') return true;
      const { weightsFileFor } = await loadPretrainedWork();
      const entry = weightsFileFor(from);
      const id = entry?.id ?? from.file;
      if ((await (await cache()).get(id)) !== null) return true;
      return entry !== null && pretrained.download(entry);
    },
    download: (entry) =>
      job(entry.id, async (signal, progress) => {
        const { downloadInPage } = await loadPretrainedWork();
        await downloadInPage({ entry, cache: await cache(), origin, signal, progress });
      }),
    cancel: (id) => cancels.get(id)?.abort(),
    async addFiles(entry, files) {
      const id = entry?.id ?? files[0]?.name ?? '';
      let kept: string | null = null;
      await job(id, async (signal, progress) => {
        const { keepInPage } = await loadPretrainedWork();
        kept = await keepInPage({ entry, files, cache: await cache(), look, signal, progress });
      });
      return kept;
    },
    async remove(id) {
      await guarded(id, async () => (await cache()).remove(id));
      await refresh();
    },
    dismiss: () => store.setState({ trouble: null }),
  };
  return pretrained;
}

/** A trouble is about the weights whose id it has. */
export const troubleWith = ({ trouble }: PretrainedState, id: string): PretrainedTrouble | null =>
  trouble?.id === id ? trouble : null;
