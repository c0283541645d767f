import type { Answered, Asked } from './messages';

interface OfflineParts {
  /** Everything that was done is kept: the page may be loaded anew. */
  readonly saved: () => Promise<void>;
  /** Says that the page now works without a network. */
  readonly kept: () => void;
  /** Offers a newer page; `load` takes it. */
  readonly offer: (load: () => void) => void;
}

/** Nobody has begun with anything when the page is loaded anew for the sake of threads. */
function untouched(): () => boolean {
  let touched = false;
  const touch = () => (touched = true);
  for (const kind of ['pointerdown', 'keydown', 'drop'] as const)
    addEventListener(kind, touch, { capture: true, once: true });
  return () => !touched;
}

const triedKey = 'deepbrick:isolated';
/** Milliseconds after the start in which the page has files of its own to fetch. */
const busy = 3_000;

/**
 * Makes the page work without a network, and gives it threads on hosts that send no headers for them, by a service worker.
 * Rejects where the browser does not want one.
 */
export async function startOffline({ saved, kept, offer }: OfflineParts): Promise<void> {
  const workers = navigator.serviceWorker;
  const calm = new Promise<void>((resolve) => setTimeout(resolve, busy));
  const still = untouched();
  const controlled = workers.controller !== null;
  await workers.register(new URL('serviceWorker.js', document.baseURI), { updateViaCache: 'none' });
  const registration = await workers.getRegistration();
  if (!registration) return;
  if (!controlled && !crossOriginIsolated && self === top && sessionStorage.getItem(triedKey) === null) {
    await taken(workers);
    sessionStorage.setItem(triedKey, 'once');
    await saved();
    // Otherwise threads come with the next visit.
    if (still()) location.reload();
  }
  watchUpdates(registration, workers, calm, saved, offer);
  await calm;
  const worker = registration.active ?? (await workers.ready).active;
  if (worker === null || savesData()) return;
  const answer = await ask(worker, { type: 'keep' });
  if (answer.type === 'kept' && answer.fresh) kept();
}

const savesData = () => (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;

const taken = (workers: ServiceWorkerContainer) =>
  workers.controller === null
    ? new Promise<void>((resolve) => workers.addEventListener('controllerchange', () => resolve(), { once: true }))
    : Promise.resolve();

function ask(worker: ServiceWorker, asked: Asked): Promise<Answered> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.addEventListener('message', ({ data }: MessageEvent<Answered>) => resolve(data), { once: true });
    port1.start();
    worker.postMessage(asked, [port2]);
  });
}

/** A newer page is there when its worker waits; where this page is the newer one already, its worker takes over as soon as it is calm. */
function watchUpdates(
  registration: ServiceWorkerRegistration,
  workers: ServiceWorkerContainer,
  calm: Promise<void>,
  saved: () => Promise<void>,
  offer: OfflineParts['offer'],
): void {
  const waits = async (worker: ServiceWorker) => {
    const script = document.querySelector<HTMLScriptElement>('script[type=module]')?.src ?? '';
    const answer = await ask(worker, { type: 'isYours', script });
    const takeOver = () => worker.postMessage({ type: 'takeOver' } satisfies Asked, []);
    // A file that is asked for meanwhile wakes the old worker up again, and Chromium then waits minutes for its end.
    if (answer.type === 'yours' && answer.yours) return calm.then(takeOver);
    offer(() => {
      workers.addEventListener('controllerchange', () => void saved().then(() => location.reload()), { once: true });
      takeOver();
    });
  };
  const watch = (worker: ServiceWorker | null) =>
    worker?.addEventListener('statechange', () => {
      if (worker.state === 'installed' && workers.controller !== null) void waits(worker);
    });
  if (registration.waiting) void waits(registration.waiting);
  watch(registration.installing);
  registration.addEventListener('updatefound', () => watch(registration.installing));
}
