import type { BackendName } from './protocol/backendInfo';
import { EngineError, cancelledError } from './protocol/engineError';
import { planSender } from './protocol/planOnce';
import type { EngineEvent } from './protocol/events';
import type { Answer, FromWorker, Request, RequestType, Sent, ToWorker } from './protocol/protocol';

/** The engine as the page sees it. */
export interface Engine {
  /**
   * Rejects with `EngineError`: what went wrong as data; `cancelled` when a newer request has taken its place. The signal
   * asks the worker to end it; what it says then is the answer.
   */
  request<T extends RequestType>(request: Request<T>, signal?: AbortSignal): Promise<Answer<T>>;
  /** Everything that happens in between; the answer ends the subscription. */
  subscribe(listener: (event: EngineEvent) => void): () => void;
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
  reject(failure: EngineError): void;
}

/** Of these only the newest matters: its elders are told at once that they are cancelled. */
const superseding: readonly RequestType[] = ['predict', 'model', 'gradCam', 'augmented', 'predictMany'];

const startWorker = (): Port => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'engine' });

interface Wire {
  readonly port: Port;
  sent(request: Request): Sent;
}

interface Starting {
  readonly start?: () => Port;
  /** The backend that a worker is to use; missing: it is asked for like anything else. */
  readonly backend?: () => BackendName | 'auto';
}

/** Starts the engine's worker at the first request. A worker that crashes is replaced; what it had not answered fails. */
export function createEngine({ start = startWorker, backend }: Starting = {}): Engine {
  const waiting = new Map<number, Waiting>();
  const listeners = new Set<(event: EngineEvent) => void>();
  let wire: Wire | null = null;
  let next = 1;

  const fail = (id: number, failure: EngineError) => {
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
      fail(message.id, new EngineError(message.error));
      return;
    }
    const request = waiting.get(message.id);
    waiting.delete(message.id);
    request?.resolve(message.answer);
  };
  const crashed = (failed: Port, detail: string) => {
    if (wire?.port !== failed) return;
    failed.terminate();
    wire = null;
    const failure = new EngineError({ code: 'failed', data: { detail } });
    for (const id of waiting.keys()) fail(id, failure);
  };
  const connect = (): Wire => {
    if (wire !== null) return wire;
    const port = start();
    port.addEventListener('message', ({ data }) => {
      if (wire?.port === port) receive(data);
    });
    port.addEventListener('error', (event) =>
      crashed(port, 'message' in event && event.message !== '' ? String(event.message) : 'The worker crashed.'),
    );
    port.addEventListener('messageerror', () => crashed(port, 'A message could not be read.'));
    wire = { port, sent: planSender() };
    // Whoever needs the backend is told where it does not start.
    if (backend !== undefined) port.postMessage({ id: next++, type: 'backend', force: backend() }, []);
    return wire;
  };
  const cancel = (id: number) => {
    const message: ToWorker = { id, type: 'cancel' };
    if (waiting.has(id)) wire?.port.postMessage(message, []);
  };

  return {
    request<T extends RequestType>(request: Request<T>, signal?: AbortSignal) {
      if (superseding.includes(request.type)) {
        for (const [id, { type }] of waiting) {
          if (type !== request.type) continue;
          cancel(id);
          fail(id, cancelledError());
        }
      }
      const id = next++;
      return new Promise<Answer<T>>((resolve, reject) => {
        const settle = resolve as (answer: Answer) => void;
        waiting.set(id, { type: request.type, resolve: settle, reject });
        const { port, sent } = connect();
        const message: ToWorker = { id, ...sent(request as Request) };
        port.postMessage(message, []);
        signal?.addEventListener('abort', () => cancel(id));
        if (signal?.aborted) cancel(id);
      });
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dispose() {
      wire?.port.terminate();
      wire = null;
      for (const id of waiting.keys()) fail(id, cancelledError());
    },
  };
}
