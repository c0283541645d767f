import { EngineFailure } from './protocol/failure';
import type { EngineEvent } from './protocol/events';
import type { Answer, FromWorker, Request, RequestType, ToWorker } from './protocol/protocol';

/** The engine as the page sees it. */
export interface Engine {
  /** Rejects with `EngineFailure`: what went wrong as data; `cancelled` when a newer request has taken its place. */
  request<T extends RequestType>(request: Request<T>): Promise<Answer<T>>;
  /** Everything that happens in between; the answer ends the subscription. */
  subscribe(listener: (event: EngineEvent) => void): () => void;
  /** Counts the workers started so far: a new one knows neither model nor backend. */
  readonly generation: () => number;
  dispose(): void;
}

/** The page's end of the wire; a `Worker`, or a test's. */
export type Port = Pick<Worker, 'postMessage' | 'terminate'> & {
  addEventListener(type: 'message', listener: (event: MessageEvent<FromWorker>) => void): void;
  addEventListener(type: 'error' | 'messageerror', listener: (event: Event) => void): void;
};

interface Waiting {
  readonly type: RequestType;
  resolve(answer: Answer): void;
  reject(failure: EngineFailure): void;
}

/** Of these only the newest matters: its elders are told at once that they are cancelled. */
const superseding: readonly RequestType[] = ['predict', 'load', 'restore', 'gradCam', 'augmented', 'predictMany'];

const startWorker = (): Port => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'engine' });

/** Starts the engine's worker at the first request. A worker that crashes is replaced; what it had not answered fails. */
export function createEngine(start: () => Port = startWorker): Engine {
  const waiting = new Map<number, Waiting>();
  const listeners = new Set<(event: EngineEvent) => void>();
  let port: Port | null = null;
  let next = 1;
  let generation = 0;

  const fail = (id: number, failure: EngineFailure) => {
    const request = waiting.get(id);
    waiting.delete(id);
    request?.reject(failure);
  };
  const receive = (message: FromWorker) => {
    if (message.type === 'event') {
      for (const listener of listeners) listener(message.event);
      return;
    }
    if (message.type === 'error') {
      fail(message.id, new EngineFailure(message.error));
      return;
    }
    const request = waiting.get(message.id);
    waiting.delete(message.id);
    request?.resolve(message.answer);
  };
  const crashed = (failed: Port, detail: string) => {
    if (port !== failed) return;
    failed.terminate();
    port = null;
    const failure = new EngineFailure({ code: 'failed', data: { detail } });
    for (const id of waiting.keys()) fail(id, failure);
  };
  const connect = (): Port => {
    if (port !== null) return port;
    const fresh = start();
    fresh.addEventListener('message', ({ data }) => {
      if (port === fresh) receive(data);
    });
    fresh.addEventListener('error', (event) =>
      crashed(fresh, 'message' in event && event.message !== '' ? String(event.message) : 'The worker crashed.'),
    );
    fresh.addEventListener('messageerror', () => crashed(fresh, 'A message could not be read.'));
    port = fresh;
    generation++;
    return fresh;
  };

  return {
    request<T extends RequestType>(request: Request<T>) {
      if (superseding.includes(request.type)) {
        for (const [id, { type }] of waiting) {
          if (type === request.type) fail(id, new EngineFailure({ code: 'cancelled', data: {} }));
        }
      }
      const id = next++;
      return new Promise<Answer<T>>((resolve, reject) => {
        const settle = resolve as (answer: Answer) => void;
        waiting.set(id, { type: request.type, resolve: settle, reject });
        const message: ToWorker = { id, ...(request as Request) };
        connect().postMessage(message, []);
      });
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    generation: () => generation,
    dispose() {
      port?.terminate();
      port = null;
      for (const id of waiting.keys()) fail(id, new EngineFailure({ code: 'cancelled', data: {} }));
    },
  };
}
