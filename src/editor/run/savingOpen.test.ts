import { describe, expect, test } from 'vitest';
import { datasetInNode } from '../../../e2e/fixtures/datasets';
import { digitsWeightFile } from '../../../e2e/fixtures/digitsWeights';
import { library, templates } from '../../../templates/index';
import { sampleValues } from '../../data/dataset';
import { type Document, emptyDocument } from '../../document/document';
import { parse } from '../../document/reading/parse';
import { buildTemplate } from '../../document/template';
import { memoryCheckpoints } from '../../engine/checkpoints/checkpoints';
import { EngineSession } from '../../engine/session';
import { engineOf } from '../../engine/testEngine';
import { readSavedModel } from '../../formats/saved/readSavedModel';
import { type SavedFormat, saveModel, savedEndings } from '../../formats/saved/saveModel';
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
  const session = new EngineSession({
    wasmFiles: null,
    checkpoints: memoryCheckpoints(),
    dataset: async () => few,
    weightFile: digitsWeightFile,
    emit: () => undefined,
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
  const documentIn = async (files: readonly NamedBlob[]) => {
    const { document: text, weights } = await readSavedModel(files);
    weights.close();
    const parsed = text === null ? null : parse(text);
    return parsed?.ok ? parsed.value : null;
  };
  const answer = async () => {
    const values = Float32Array.from(sampleValues(few, 3));
    await runner.predict({ width: 28, height: 28, channels: 1, values });
    return [...runner.store.getState().prediction!.outputs[0]!.values];
  };
  return { editor, runner, parts: { runner, projects, documentIn }, answer };
}

const transfer = buildTemplate(templates.find(({ id }) => id === 'digits-transfer')!);
const trained = await page({ ...transfer, training: { ...transfer.training, epochs: 2 } });
await trained.runner.train();
const answer = await trained.answer();
const { plan, document } = trained.editor.store.getState();
const weights = (await trained.runner.weights())!;

const saved = async (format: SavedFormat, withDocument = true): Promise<NamedBlob> => ({
  name: `digits${savedEndings[format]}`,
  blob: await saveModel({ plan, weights, document: withDocument ? document : null }, format),
});

describe.each(['keras', 'h5', 'tfjs'] as const)('%s', (format) => {
  test('opens in an empty page as a project of its own, with the same answer', async () => {
    const other = await page(emptyDocument('empty'));
    const opened = await openTrained([await saved(format)], other.parts);
    expect(opened.kind).toBe('project');
    expect(other.editor.store.getState().document.title).toBe(document.title);
    expect(await other.answer()).toEqual(answer);
  });

  test('without the document only its weights go into the model on the canvas', async () => {
    const other = await page(transfer);
    const before = await other.answer();
    const opened = await openTrained([await saved(format, false)], other.parts);
    expect(opened).toMatchObject({ kind: 'weights', report: { missing: [], extra: [], wrongShape: [] } });
    expect(opened.report?.loaded).toHaveLength(12);
    expect(before).not.toEqual(answer);
    expect(await other.answer()).toEqual(answer);
    expect(other.runner.store.getState().model?.weights).toBe('imported');
  });
});

test('weights alone go into the same model', async () => {
  const other = await page(transfer);
  expect(await openTrained([await saved('weights', false)], other.parts)).toMatchObject({ kind: 'weights' });
  expect(await other.answer()).toEqual(answer);
});

test('weights of another model are refused with what does not fit, and nothing is changed', async () => {
  const other = await page(buildTemplate(templates.find(({ id }) => id === 'lenet5')!));
  const before = await other.answer();
  const opened = await openTrained([await saved('keras', false)], other.parts);
  expect(opened.kind).toBe('refused');
  expect(opened.report?.missing.length).toBeGreaterThan(0);
  expect(await other.answer()).toEqual(before);
});
