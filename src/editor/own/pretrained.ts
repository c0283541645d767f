import { type Result, done, refused } from '../../document/result';
import { createStore } from 'zustand/vanilla';
import type { DownloadProgress } from '../../pretrained/progress';
import type { WeightCache } from '../../pretrained/storage/cache';
import type { Pretrained, PretrainedNotKept, PretrainedState } from './pretrainedState';
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

/** Downloading and hashing are loaded when they are first wanted: the page starts without them. */
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

  async function guarded<T>(id: string, work: () => Promise<T>): Promise<Result<T, PretrainedNotKept>> {
    try {
      return done(await work());
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') return refused({ code: 'cancelled', id });
      const { troubleOf } = await loadPretrainedWork();
      const trouble = troubleOf(id, error);
      store.setState({ trouble });
      return refused(trouble);
    }
  }

  /** One job at a time for an id, with progress; its cancelling is no trouble. */
  async function job<T>(
    id: string,
    work: (signal: AbortSignal, progress: (now: DownloadProgress) => void) => Promise<T>,
  ): Promise<Result<T, PretrainedNotKept>> {
    if (cancels.has(id)) return refused({ code: 'underWay', id });
    const cancel = new AbortController();
    cancels.set(id, cancel);
    store.setState(({ trouble }) => ({ trouble: trouble?.id === id ? null : trouble }));
    show(id, starting);
    const run = () => work(cancel.signal, (now) => !cancel.signal.aborted && show(id, now));
    const ended = await guarded(id, () =>
      locks ? locks.request(`deepbrick-weights-${id}`, { signal: cancel.signal }, run) : run(),
    );
    cancels.delete(id);
    show(id, null);
    await refresh();
    return ended;
  }

  return {
    store,
    refresh,
    download: (entry) =>
      job(entry.id, async (signal, progress) => {
        const { downloadInPage } = await loadPretrainedWork();
        await downloadInPage({ entry, cache: await cache(), origin, signal, progress });
        return entry.id;
      }),
    cancel: (id) => cancels.get(id)?.abort(),
    addFiles: (entry, files) =>
      job(entry?.id ?? files[0]?.name ?? '', async (signal, progress) => {
        const { keepInPage } = await loadPretrainedWork();
        return keepInPage({ entry, files, cache: await cache(), look, signal, progress });
      }),
    async remove(id) {
      await guarded(id, async () => (await cache()).remove(id));
      await refresh();
    },
    dismiss: () => store.setState({ trouble: null }),
  };
}
