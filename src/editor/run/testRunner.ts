import { afterEach } from 'vitest';
import { stripes, stripesTraining } from '../../../e2e/fixtures/stripes';
import { library } from '../../../templates/index';
import { initialParams } from '../../brick/brick';
import { type Document, type Node, emptyDocument } from '../../document/document';
import { type CheckpointStore, memoryCheckpoints } from '../../engine/checkpoints/checkpoints';
import type { Engine, EngineNews } from '../../engine/client';
import type { EngineEvent } from '../../engine/protocol/events';
import type { Picture } from '../../engine/protocol/samples';
import { EngineSession } from '../../engine/session';
import { createPreferences } from '../preferences';
import { createRunner } from './runner';
import { createEditor } from '../store';

/** The real engine, without the wire: as if the worker lived in this thread. */
function engineHere(checkpoints: CheckpointStore): Engine {
  const listeners = new Set<(event: EngineEvent) => void>();
  const emit = (event: EngineEvent) => {
    for (const listener of listeners) listener(event);
  };
  const session = new EngineSession({ wasmFiles: null, checkpoints, dataset: async () => stripes(), emit });
  return {
    request: (request, signal) => session.handle(request, signal),
    subscribe: (listener) => (listeners.add(listener), () => listeners.delete(listener)),
    restart: () => undefined,
    dispose: () => listeners.clear(),
  };
}

export const picture: Picture = { width: 12, height: 12, channels: 1, values: new Float32Array(144).fill(50) };

export function model(units = 2): Document {
  const place = (type: string, changes: object): Node => {
    const params = { ...initialParams(library.bricks[type]!), ...changes } as Node['params'];
    return { type, params, trainable: true, at: [0, 0] };
  };
  const nodes = {
    picture: place('inputImage', { shape: [12, 12, 1] }),
    flat: place('flatten', {}),
    classes: place('dense', { units, activation: 'softmax' }),
  };
  const edges = [
    { from: 'picture', to: 'flat', port: 0 },
    { from: 'flat', to: 'classes', port: 0 },
  ];
  return { ...emptyDocument('stripes'), nodes, edges, training: stripesTraining({ epochs: 2 }) };
}

/** A runner on the real engine in this thread. */
export function setUp(checkpoints: CheckpointStore = memoryCheckpoints(), document = model()) {
  const editor = createEditor(document, library);
  const values = new Map<string, string>();
  const storage = {
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => void values.set(key, value),
    removeItem: (key: string) => void values.delete(key),
  };
  const preferences = createPreferences(storage as Storage);
  preferences.setState({ backend: 'wasm' });
  const engine = engineHere(checkpoints);
  engines.push(engine);
  const events: EngineNews[] = [];
  engine.subscribe((event) => events.push(event));
  const runner = createRunner({ editor, engine, preferences });
  return { events, editor, preferences, runner, state: () => runner.store.getState() };
}

const engines: Engine[] = [];
afterEach(() => {
  for (const engine of engines.splice(0)) engine.dispose();
});
