import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { compile } from '../../../src/compile/compile';
import { buildable, runnable } from '../../../src/compile/plan';
import { parse } from '../../../src/document/reading/parse';
import { selectBackend } from '../../../src/engine/backend/backend';
import { buildModel, disposeModel } from '../../../src/engine/model/model';
import { setWeights, weightData } from '../../../src/engine/model/trainableModel';
import { fileText } from '../../../src/formats/file';
import { isKeptRefused } from '../../../src/formats/saved/keptWeights';
import { readSavedModel } from '../../../src/formats/saved/readSavedModel';
import { saveModel } from '../../../src/formats/saved/saveModel';
import type { SavedFormat } from '../../../src/formats/saved/savedFormat';
import { engineTroubleText } from '../../../src/i18n/troubles/engineTrouble';
import { library } from '../../../templates/index';
import { opened, written } from './kept';

/** Files of Keras by name; made by `run.ts --fixture`, which has Keras load what is written here. */
const files = JSON.parse(
  gunzipSync(readFileSync(new URL('../../fixtures/kept.bin', import.meta.url))).toString(),
) as Readonly<Record<string, string>>;

const blobOf = (name: string) => ({ name, blob: new Blob([Uint8Array.from(Buffer.from(files[name]!, 'base64'))]) });
const names = Object.keys(files).map((name) => [name, name.split('.').at(-1) as SavedFormat] as const);

interface Layer {
  readonly class_name: string;
  readonly config: Readonly<Record<string, unknown>>;
  readonly inbound_nodes?: unknown;
}

/** Entries of layers whose class no brick is of, in a model's configuration, those of models inside too. */
function foreign(config: unknown): readonly Layer[] {
  const { layers = [] } = (config as { config: { layers?: readonly Layer[] } }).config;
  return layers.flatMap((layer) => {
    if ('layers' in layer.config) return foreign(layer);
    return /(^|>)(Scale|Block|Gate|Tower|MultiHeadAttention)$/.test(layer.class_name) ? [layer] : [];
  });
}

/** What Keras reads of a layer; the numbers of shared objects are the file's own. */
const plain = (layers: readonly Layer[]) =>
  JSON.parse(
    JSON.stringify(
      layers.map(({ class_name, config, ...entry }) => [
        class_name,
        config,
        (entry as { registered_name?: unknown }).registered_name,
      ]),
    ),
  ) as unknown;

const configIn = async (name: string, blob: Blob) => {
  const { weights } = await readSavedModel([{ name, blob }]);
  weights.close();
  return weights.config;
};

test.each(names)(
  '%s: what no brick computes has its weights, and is saved with them as it was',
  async (name, format) => {
    const model = await opened(blobOf(name));
    const { plan } = model;
    expect([buildable(plan), runnable(plan)]).toEqual([true, false]);
    const kept = plan.steps.filter(({ call }) => call.kept);
    expect(kept.length).toBeGreaterThan(0);
    for (const step of kept) expect(step.parameters).toBeGreaterThan(0);
    const blob = (await written(model, format))!;
    const again = await opened({ name, blob });
    expect(again.weights).toEqual(model.weights);
    const [before, after] = [await configIn(name, blobOf(name).blob), await configIn(name, blob)];
    expect(plain(foreign(after))).toEqual(plain(foreign(before)));
  },
);

// The pooling behind the attention is written in words of TensorFlow.js's that only our document explains.
const toTfjs = names.filter(([name, format]) => format === 'h5' && !name.startsWith('attention'));

test.each(toTfjs)('%s: goes into a model.json and back', async (name) => {
  const model = await opened(blobOf(name));
  const blob = (await written(model, 'tfjs'))!;
  const again = await opened({ name: 'model.zip', blob });
  expect(Object.values(again.weights)).toEqual(Object.values(model.weights));
  expect(callsOf(again)).toEqual(callsOf(model));
});

const callsOf = (model: Awaited<ReturnType<typeof opened>>) => model.plan.steps.map(({ call }) => call.kept?.call);

test.each([
  ['block.keras', 'h5'],
  ['block.h5', 'keras'],
  ['scale.keras', 'tfjs'],
] as const)('%s: cannot be written as %s, which is said by the layer’s name', async (name, format) => {
  const model = await opened(blobOf(name));
  const error: unknown = await saveModel({ ...model, document: null }, format).catch((thrown: unknown) => thrown);
  if (!isKeptRefused(error)) throw error;
  for (const language of ['en', 'ko'] as const) {
    expect(engineTroubleText({ code: 'keptNames', data: error }, language)).toContain(
      name.startsWith('b') ? 'block' : 'my.scale',
    );
  }
});

test('a saved document keeps it all, and the engine its weights', async () => {
  const model = await opened(blobOf('gate.keras'));
  const parsed = parse(fileText(model.document));
  if (!parsed.ok) throw new Error(parsed.error.code);
  expect(parsed.value.nodes['gate']).toEqual(model.document.nodes['gate']);
  await selectBackend('cpu', null);
  const built = buildModel(compile(parsed.value, library));
  setWeights(built, model.weights as Parameters<typeof setWeights>[1]);
  expect(await weightData(built)).toEqual(model.weights);
  disposeModel(built);
});
