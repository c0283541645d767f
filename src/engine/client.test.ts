import { afterEach, describe, expect, it, vi } from 'vitest';
import { stripesModel } from '../../e2e/fixtures/stripes';
import { type EngineNews, type Port, createEngine } from './client';
import { planReceiver } from './protocol/planOnce';
import type { FromWorker, Sent, ToWorker } from './protocol/protocol';

/** A wire whose far end the test holds. */
function wire() {
  const target = new EventTarget();
  const sent: ToWorker[] = [];
  let terminated = false;
  const port: Port = {
    postMessage: (message: ToWorker) => void sent.push(message),
    terminate: () => {
      terminated = true;
    },
    addEventListener: (type: string, listener: (event: never) => void) =>
      target.addEventListener(type, listener as (event: Event) => void),
  };
  const answer = (data: FromWorker) => target.dispatchEvent(new MessageEvent('message', { data }));
  const crash = () => target.dispatchEvent(new Event('error'));
  return { port, sent, answer, crash, terminated: () => terminated };
}

const about = { project: 'p', plan: stripesModel(), seed: 1 };
const picture = { width: 1, height: 1, channels: 1, values: new Float32Array(1) };

afterEach(() => void vi.useRealTimers());

describe('client', () => {
  it('answers each request with its own reply, in any order', async () => {
    const { port, sent, answer } = wire();
    const engine = createEngine({ start: () => port });
    const memory = engine.request({ type: 'memory' });
    const runs = engine.request({ type: 'runs', project: 'p' });
    expect(sent.map(({ type }) => type)).toEqual(['memory', 'runs']);
    answer({ id: sent[1]!.id, type: 'done', answer: [] });
    answer({ id: sent[0]!.id, type: 'done', answer: { tensors: 3, bytes: 12 } });
    expect(await memory).toEqual({ tensors: 3, bytes: 12 });
    expect(await runs).toEqual([]);
  });

  it('hands errors on as data, and events to whoever listens', async () => {
    const { port, sent, answer } = wire();
    const engine = createEngine({ start: () => port });
    const events: EngineNews[] = [];
    const leave = engine.subscribe((event) => events.push(event));
    const train = engine.request({ type: 'weights', about });
    const saved = (epoch: number) => ({ type: 'saved', epoch, project: 'p', runId: 'r' }) as const;
    answer({ type: 'event', event: saved(1) });
    leave();
    answer({ type: 'event', event: saved(2) });
    answer({ id: sent[0]!.id, type: 'error', error: { code: 'checkpointMismatch', data: { project: 'p' } } });
    await expect(train).rejects.toMatchObject({ error: { code: 'checkpointMismatch', data: { project: 'p' } } });
    expect(events).toEqual([saved(1)]);
  });

  it('drops the reply to a request that a newer one has superseded', async () => {
    const { port, sent, answer } = wire();
    const engine = createEngine({ start: () => port });
    const old = engine.request({ type: 'predict', about, sample: picture, layers: [] });
    const latest = engine.request({ type: 'predict', about, sample: picture, layers: [] });
    await expect(old).rejects.toMatchObject({ error: { code: 'cancelled' } });
    const prediction = { outputs: [], activations: [], milliseconds: 1 };
    expect(sent.slice(1)).toMatchObject([{ id: sent[0]!.id, type: 'cancel' }, { type: 'predict' }]);
    answer({ id: sent[0]!.id, type: 'done', answer: { ...prediction, milliseconds: 9 } });
    answer({ id: sent[2]!.id, type: 'done', answer: prediction });
    expect(await latest).toBe(prediction);
  });

  it('sends a plan once, and each worker the backend it is to use first; a cancelled request still has its answer', async () => {
    const wires = [wire(), wire()];
    let next = 0;
    const engine = createEngine({ start: () => wires[next++]!.port, backend: () => 'wasm' });
    const [first, second] = [planReceiver(), planReceiver()];
    const other = { ...about, plan: { ...about.plan } };
    const own = new AbortController();
    const asked = [about, about, other, about].map((each) =>
      engine.request({ type: 'predictMany', about: each, samples: [] }, own.signal).catch(() => null),
    );
    own.abort();
    const requests = wires[0]!.sent.filter((message) => message.type === 'predictMany');
    expect(wires[0]!.sent[0]).toMatchObject({ type: 'backend', force: 'wasm' });
    expect(requests.map((request) => request.about.plan !== null)).toEqual([true, false, true, true]);
    expect(requests.map((request) => first(request))).toMatchObject(
      [about, about, other, about].map((each) => ({ about: each })),
    );
    expect(wires[0]!.sent.at(-1)).toEqual({ id: requests[3]!.id, type: 'cancel' });
    wires[0]!.answer({ id: requests[3]!.id, type: 'done', answer: [] });
    expect(await asked[3]).toEqual([]);
    wires[0]!.crash();
    void engine.request({ type: 'model', about }).catch(() => null);
    expect(wires[1]!.sent.map(({ type }) => type)).toEqual(['backend', 'model']);
    expect(second(wires[1]!.sent[1] as Sent)).toMatchObject({ about });
    expect(() => planReceiver()(requests[1]!)).toThrow('without its plan');
    engine.dispose();
  });

  it('replaces a crashed worker and fails what it had not answered', async () => {
    const wires = [wire(), wire()];
    let next = 0;
    const engine = createEngine({ start: () => wires[next++]!.port });
    const lost = engine.request({ type: 'memory' });
    wires[0]!.crash();
    await expect(lost).rejects.toMatchObject({ error: { code: 'workerEnded', data: { how: 'crashed' } } });
    expect(wires[0]!.terminated()).toBe(true);
    const again = engine.request({ type: 'memory' });
    wires[0]!.crash();
    wires[1]!.answer({ id: wires[1]!.sent[0]!.id, type: 'done', answer: { tensors: 0, bytes: 0 } });
    expect(await again).toEqual({ tensors: 0, bytes: 0 });
    engine.dispose();
    expect(wires[1]!.terminated()).toBe(true);
  });

  it('watches over what is asked: tells of a silence and its end, and of none where nothing is asked', async () => {
    vi.useFakeTimers();
    const { port, sent, answer } = wire();
    const engine = createEngine({ start: () => port });
    const news: EngineNews[] = [];
    engine.subscribe((each) => news.push(each));
    const memory = engine.request({ type: 'memory' });
    vi.advanceTimersByTime(59_000);
    answer({ type: 'alive', sign: { steps: 1, patience: 30 } });
    vi.advanceTimersByTime(44_000);
    expect(news).toEqual([]);
    vi.advanceTimersByTime(10_000);
    const silence = { request: 'memory', kind: 'silent', seconds: 45 } as const;
    expect(news.splice(0)).toEqual([{ type: 'silence', silence }]);
    answer({ id: sent[0]!.id, type: 'done', answer: { tensors: 0, bytes: 0 } });
    await memory;
    expect(news.splice(0)).toEqual([{ type: 'silence', silence: null }]);
    vi.advanceTimersByTime(1_000_000);
    expect(news).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it.each(['stop', 'cancel', 'restart'] as const)('ends a silent worker for good: %s', async (how) => {
    vi.useFakeTimers();
    const wires = [wire(), wire()];
    let next = 0;
    const engine = createEngine({ start: () => wires[next++]!.port });
    const own = new AbortController();
    const failed = engine.request({ type: 'predictMany', about, samples: [] }, own.signal).catch((thrown) => thrown);
    wires[0]!.answer({ type: 'alive', sign: { steps: 0, patience: 0 } });
    vi.advanceTimersByTime(20_000);
    expect(wires[0]!.terminated()).toBe(false);
    const stop = how === 'stop' ? engine.request({ type: 'stop' }).catch((thrown: unknown) => thrown) : null;
    if (how === 'cancel') own.abort();
    if (how === 'restart') engine.restart();
    vi.advanceTimersByTime(1_000);
    const silent = { code: 'workerEnded', data: { how: 'silent' } };
    expect(await failed).toMatchObject({ error: how === 'restart' ? { code: 'cancelled' } : silent });
    expect(wires[0]!.terminated()).toBe(true);
    await stop;
    const again = engine.request({ type: 'memory' });
    wires[1]!.answer({ id: wires[1]!.sent[0]!.id, type: 'done', answer: { tensors: 1, bytes: 4 } });
    expect(await again).toEqual({ tensors: 1, bytes: 4 });
    engine.dispose();
    expect(vi.getTimerCount()).toBe(0);
  });
});
