import { describe, expect, test } from 'vitest';
import { datasetInNode } from '../../../e2e/fixtures/datasets';
import { digitsWeightFile } from '../../../e2e/fixtures/digitsWeights';
import { library, templates } from '../../../templates/index';
import { sampleValues } from '../../data/dataset';
import { type Document, emptyDocument } from '../../document/document';
import { buildTemplate } from '../../document/template';
import { memoryCheckpoints } from '../../engine/checkpoints/checkpoints';
import { EngineSession } from '../../engine/session';
import type { EngineEvent } from '../../engine/protocol/events';
import { engineOf } from '../../engine/testEngine';
import { saveModel } from '../../formats/saved/saveModel';
import { type SavedFormat, savedEndings } from '../../formats/saved/savedFormat';
import type { NamedBlob } from '../../formats/weights/weightFile';
import { createPreferences } from '../preferences';
import { createRunner } from './runner';
import { openTrained } from './savingOpen';
import { createEditor } from '../store';
import { memoryStorage } from '../testStorage';

const high = await datasetInNode('digits-5-9');
const few = { ...high, count: 200, validation: 40 };

/** A page with the real engine in this thread. */
async function page(document: Document) {
  const told = new Set<(event: EngineEvent) => void>();
  const session = new EngineSession({
    wasmFiles: null,
    checkpoints: memoryCheckpoints(),
    dataset: async () => few,
    weightFile: digitsWeightFile,
    emit: (event) => {
      for (const listener of told) listener(event);
    },
  });
  const engine = engineOf(session);
  const preferences = createPreferences(memoryStorage());
  preferences.setState({ backend: 'wasm' });
  const editor = createEditor(document, library);
  const runner = createRunner({ editor, engine, preferences });
  await runner.openProject('first');
  const projects = {
    create: async (created: Document) => {
      editor.open(created);
      void runner.openProject('second');
      return 'second';
    },
  };
  const answer = async () => {
    const values = Float32Array.from(sampleValues(few, 3));
    await runner.predict({ width: 28, height: 28, channels: 1, values });
    return [...runner.store.getState().prediction!.outputs[0]!.values];
  };
  return { editor, runner, told, parts: { runner, projects }, answer };
}

const transfer = buildTemplate(templates.find(({ id }) => id === 'digits-transfer')!);
const trained = await page({ ...transfer, training: { ...transfer.training, epochs: 2 } });
await trained.runner.train();
const answer = await trained.answer();
const { plan, document } = trained.editor.store.getState();
const learned = await trained.runner.weights();
const weights = learned.ok && learned.value ? learned.value : {};
const signal = new AbortController().signal;

/** As the page saves it; without the document, as another program would. */
async function saved(format: SavedFormat, withDocument = true): Promise<NamedBlob> {
  const name = `digits${savedEndings[format]}`;
  if (!withDocument) return { name, blob: await saveModel({ plan, weights, document: null }, format) };
  const file = await trained.runner.save(format, signal);
  if (!file.ok) throw new Error(file.error.code);
  return { name, blob: file.value };
}

describe('saving', () => {
  test('is refused without trained weights', async () => {
    const other = await page(buildTemplate(templates.find(({ id }) => id === 'lenet5')!));
    expect(await other.runner.save('keras', signal)).toMatchObject({ ok: false, error: { code: 'notTrained' } });
  });

  test.each(['keras', 'h5', 'tfjs', 'weights'] as const)(
    '%s tells how far it is, and ends when cancelled',
    async (format) => {
      const own = new AbortController();
      const shares: (number | undefined)[] = [];
      trained.told.add((event) => {
        if (event.type !== 'saving') return;
        shares.push(event.done / event.total);
        if (shares.length === 3) own.abort();
      });
      expect(await trained.runner.save(format, own.signal)).toMatchObject({ ok: false, error: { code: 'cancelled' } });
      expect(shares).toHaveLength(3);
      expect(shares).toEqual(shares.toSorted());
      expect(trained.runner.store.getState()).toMatchObject({ saving: null, error: null });
      trained.told.clear();
    },
  );
});

describe.each(['keras', 'h5', 'tfjs'] as const)('%s', (format) => {
  test('opens in an empty page as a project of its own, with the same answer', async () => {
    const other = await page(emptyDocument('empty'));
    const opened = await openTrained([await saved(format)], other.parts);
    expect(opened).toMatchObject({ ok: true, value: { kind: 'project' } });
    expect(other.editor.store.getState().document.title).toBe(document.title);
    expect(await other.answer()).toEqual(answer);
  });

  test('without the document only its weights go into the model on the canvas', async () => {
    const other = await page(transfer);
    const before = await other.answer();
    const opened = await openTrained([await saved(format, false)], other.parts);
    const report = { missing: [], extra: [], wrongShape: [], loaded: { length: 12 } };
    expect(opened).toMatchObject({ ok: true, value: { kind: 'weights', report } });
    expect(before).not.toEqual(answer);
    expect(await other.answer()).toEqual(answer);
    expect(other.runner.store.getState().model?.weights).toBe('imported');
  });
});

test('weights alone go into the same model', async () => {
  const other = await page(transfer);
  expect(await openTrained([await saved('weights', false)], other.parts)).toMatchObject({
    ok: true,
    value: { kind: 'weights' },
  });
  expect(await other.answer()).toEqual(answer);
});

test('weights of another model are refused with what does not fit, and nothing is changed', async () => {
  const other = await page(buildTemplate(templates.find(({ id }) => id === 'lenet5')!));
  const before = await other.answer();
  const opened = await openTrained([await saved('keras', false)], other.parts);
  expect(opened).toMatchObject({ ok: false, error: { code: 'weightsMismatch' } });
  expect(await other.answer()).toEqual(before);
});
