import type { BackendName } from './protocol/backendInfo';
import { EngineError, cancelledError } from './protocol/engineError';
import type { EngineTrouble } from './protocol/engineTrouble';
import type { EngineEvent } from './protocol/events';
import { planSender } from './protocol/planOnce';
import type { Answer, FromWorker, Request, RequestType, Sent, ToWorker } from './protocol/protocol';
import { type Silence, Watchdog } from './watch/watchdog';

/** What the engine tells, and what the page notices of it: that it gives no answer, and with null that it does again. */
export type EngineNews = EngineEvent | { readonly type: 'silence'; readonly silence: Silence | null };

/** The engine as the page sees it. */
export interface Engine {
  /**
   * Rejects with `EngineError`: what went wrong as data; `cancelled` when a newer request has taken its place,
   * `workerEnded` when the worker has ended before it answered. The signal asks the worker to end it; what it says then is
   * the answer.
   */
  request<T extends RequestType>(request: Request<T>, signal?: AbortSignal): Promise<Answer<T>>;
  /** Everything that happens in between; the answer ends the subscription. */
  subscribe(listener: (event: EngineNews) => void): () => void;
  /** Ends the worker, whatever it is busy with: what was asked is cancelled, and the next request starts a fresh one. */
  restart(): void;
  dispose(): void;
}

/** The page's end of the wire; a `Worker`, or a test's. */
export type Port = Pick<Worker, 'postMessage' | 'terminate'> & {
  addEventListener(type: 'message', listener: (event: MessageEvent<FromWorker>) => void): void;
  addEventListener(type: 'error' | 'messageerror', listener: (event: Event) => void): void;
};

interface Waiting {
  readonly type: RequestType;
  /** Somebody has asked for its end, or it is there to end something. */
  ending: boolean;
  resolve(answer: Answer): void;
  reject(failure: EngineError): void;
}

/** Of these only the newest matters: its elders are told at once that they are cancelled. */
const superseding: readonly RequestType[] = ['predict', 'model', 'gradCam', 'augmented', 'predictMany'];

export const startWorker = (): Port =>
  new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'engine' });

interface Wire {
  readonly port: Port;
  sent(request: Request): Sent;
}

interface Starting {
  readonly start?: () => Port;
  /** The backend that a worker is to use; missing: it is asked for like anything else. */
  readonly backend?: () => BackendName | 'auto';
  /** Milliseconds of what the watchdog takes for a second; a test has less time. */
  readonly second?: number;
}

/** Starts the engine's worker at the first request. A worker that crashes is replaced; what it had not answered fails. */
export function createEngine({ start = startWorker, backend, second = 1000 }: Starting = {}): Engine {
  const waiting = new Map<number, Waiting>();
  const listeners = new Set<(event: EngineNews) => void>();
  const watchdog = new Watchdog();
  let watching: ReturnType<typeof setInterval> | null = null;
  let wire: Wire | null = null;
  let next = 1;

  const tell = (event: EngineNews) => {
    for (const listener of listeners) listener(event);
  };
  /** Begins to watch when something is waited for, and ends with the last answer. */
  const watch = () => {
    if (waiting.size > 0) {
      watching ??= setInterval(tick, second);
      return;
    }
    if (watching !== null) clearInterval(watching);
    watching = null;
    if (watchdog.rest()) tell({ type: 'silence', silence: null });
  };
  const settle = (id: number, how: (request: Waiting) => void) => {
    const request = waiting.get(id);
    waiting.delete(id);
    if (request !== undefined) how(request);
    watch();
  };
  const end = (error: EngineTrouble) => {
    wire?.port.terminate();
    wire = null;
    for (const id of waiting.keys()) settle(id, ({ reject }) => reject(new EngineError(error)));
  };
  function tick() {
    const [longest] = waiting.values();
    if (longest === undefined) return;
    const silence = watchdog.tick(
      longest.type,
      [...waiting.values()].some(({ ending }) => ending),
    );
    if (silence === 'end') end({ code: 'workerEnded', data: { how: 'silent', detail: '' } });
    else if (silence !== undefined) tell({ type: 'silence', silence });
  }
  const receive = (message: FromWorker) => {
    watchdog.heard(message.type === 'alive' ? message.sign : null);
    if (message.type === 'event') tell(message.event);
    else if (message.type === 'error') settle(message.id, ({ reject }) => reject(new EngineError(message.error)));
    else if (message.type === 'done') settle(message.id, ({ resolve }) => resolve(message.answer));
  };
  const crashed = (failed: Port, detail: string) => {
    if (wire?.port === failed) end({ code: 'workerEnded', data: { how: 'crashed', detail } });
  };
  const connect = (): Wire => {
    if (wire !== null) return wire;
    const port = start();
    port.addEventListener('message', ({ data }) => {
      if (wire?.port === port) receive(data);
    });
    port.addEventListener('error', (event) => crashed(port, 'message' in event ? String(event.message) : ''));
    port.addEventListener('messageerror', () => crashed(port, 'messageerror'));
    wire = { port, sent: planSender() };
    watchdog.begin();
    // Whoever needs the backend is told where it does not start.
    if (backend !== undefined) port.postMessage({ id: next++, type: 'backend', force: backend() }, []);
    return wire;
  };
  const cancel = (id: number) => {
    const request = waiting.get(id);
    if (request === undefined) return;
    request.ending = true;
    const message: ToWorker = { id, type: 'cancel' };
    wire?.port.postMessage(message, []);
  };

  return {
    request<T extends RequestType>(request: Request<T>, signal?: AbortSignal) {
      if (superseding.includes(request.type)) {
        for (const [id, { type }] of waiting) {
          if (type !== request.type) continue;
          cancel(id);
          settle(id, ({ reject }) => reject(cancelledError()));
        }
      }
      const id = next++;
      return new Promise<Answer<T>>((resolve, reject) => {
        const { port, sent } = connect();
        const answered = resolve as (answer: Answer) => void;
        waiting.set(id, { type: request.type, ending: request.type === 'stop', resolve: answered, reject });
        watch();
        const message: ToWorker = { id, ...sent(request as Request) };
        try {
          port.postMessage(message, []);
        } catch (error) {
          settle(id, () => reject(error));
        }
        signal?.addEventListener('abort', () => cancel(id));
        if (signal?.aborted) cancel(id);
      });
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    restart: () => end({ code: 'cancelled', data: {} }),
    dispose: () => end({ code: 'cancelled', data: {} }),
  };
}
