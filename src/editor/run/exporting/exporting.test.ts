import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { trainedSupplies } from '../../../../e2e/exported/writtenSupplies';
import { library, templates } from '../../../../templates/index';
import { done, refused } from '../../../document/result';
import type { Document } from '../../../document/document';
import { buildTemplate } from '../../../document/template';
import type { WeightData } from '../../../engine/protocol/weights';
import { everything } from '../../../exporters/exportChoices';
import { exporters } from '../../../exporters';
import { createEditor } from '../../store';
import { createExporting } from './exporting';
import type { ExportParts } from './pageSupplies';

const target = (id: string) => exporters.find((exporter) => exporter.id === id)!;
const template = (id: string) => buildTemplate(templates.find((one) => one.id === id)!);

/** The page's export of a document with weights that are there, `trained` or none; says what was asked for. */
function exportingOf(document: Document, { trained = true, wait = async () => {} } = {}) {
  const editor = createEditor(document, library);
  const given = trainedSupplies(editor.store.getState());
  const asked: string[] = [];
  const parts: ExportParts = {
    editor,
    runner: {
      async weights() {
        asked.push('weights');
        await wait();
        return done(trained ? ((await given.weights()) as WeightData) : null);
      },
      async save() {
        asked.push('save');
        return done(new Blob([await given.kerasWeights()]));
      },
      probe: async () => refused({ code: 'cancelled', data: {} }),
    },
    data: { load: async () => null },
    sources: () => given.sources(),
  };
  return { asked, editor, exporting: createExporting(target('typescript'), everything('en'), parts) };
}

const bytesOf = (content: string | Uint8Array) =>
  Buffer.from(typeof content === 'string' ? new TextEncoder().encode(content) : content);
/** Its samples are made up, not fetched. */
const groups = template('deepbrick-07');

describe('what is shown is what is downloaded', () => {
  test.each(exporters.filter(({ project }) => project))('byte for byte: $name', async (exporter) => {
    const { exporting } = exportingOf(groups);
    await exporting.choose({ exporter });
    const { shown, trouble } = exporting.store.getState();
    expect(trouble).toBeNull();
    const file = (await exporting.download())!;
    expect(file.name).toMatch(/\.zip$/);
    const found = unzipSync(new Uint8Array(await file.arrayBuffer()));
    const paths = Object.keys(found).map((path) => path.replace(/^[^/]+\//, ''));
    expect(paths).toEqual(Object.keys(shown!.files));
    const different = Object.entries(shown!.files).filter(
      ([, content], at) => Buffer.compare(bytesOf(content), Buffer.from(Object.values(found)[at]!)) !== 0,
    );
    expect(different.map(([path]) => path)).toEqual([]);
    expect(shown!.bytes).toBe(Object.values(found).reduce((sum, content) => sum + content.byteLength, 0));
  });

  test.each(exporters.filter(({ project }) => !project))('as the one file there is: $name', async (exporter) => {
    const { exporting } = exportingOf(groups);
    await exporting.choose({ exporter });
    const [text] = Object.values(exporting.store.getState().shown!.files);
    const file = (await exporting.download())!;
    expect([file.name.split('.').at(-1), await file.text()]).toEqual([exporter.file.split('.').at(-1), text]);
  });

  test('an edit made meanwhile is not in it', async () => {
    const { exporting, editor } = exportingOf(groups);
    await exporting.choose({ exporter: target('dot') });
    const before = exporting.store.getState().shown;
    editor.open(template('digits'));
    await exporting.choose({ exporter: target('keras') });
    await exporting.choose({ exporter: target('dot') });
    expect(exporting.store.getState().shown).toEqual(before);
  });
});

describe('choosing', () => {
  test('without data and tests there are fewer files, with both all of them again', async () => {
    const { exporting } = exportingOf(groups);
    const paths = () => Object.keys(exporting.store.getState().shown!.files);
    await exporting.choose({ exporter: target('keras') });
    const all = paths();
    await exporting.choose({ choices: { data: false, tests: false } });
    expect(all.filter((path) => !paths().includes(path))).toEqual([
      'test_model.py',
      'expected.json',
      'data/data.npz',
      'data/data.json',
    ]);
    expect(exporting.store.getState().shown!.next).not.toContain('test_model');
    await exporting.choose({ choices: { data: true, tests: true } });
    expect(paths()).toEqual(all);
  });

  test('weights are asked for once, whatever is chosen', async () => {
    const { exporting, asked } = exportingOf(groups);
    for (const id of ['keras', 'pytorch', 'onnx', 'keras']) await exporting.choose({ exporter: target(id) });
    expect(asked).toEqual(['weights', 'save']);
  });

  test('the last choice counts, whichever is made first', async () => {
    const { exporting } = exportingOf(groups);
    await Promise.all(['onnx', 'keras', 'dot'].map((id) => exporting.choose({ exporter: target(id) })));
    const { shown, exporter, work } = exporting.store.getState();
    expect([exporter.id, work, Object.keys(shown!.files)]).toEqual(['dot', null, ['model.dot']]);
  });

  test('a model that a target refuses has no files, but a reason; another target has them', async () => {
    const { exporting } = exportingOf(groups, { trained: false });
    await exporting.choose({ exporter: target('onnx') });
    expect(exporting.store.getState()).toMatchObject({ shown: null, work: null, trouble: { code: 'weightsNeeded' } });
    expect(await exporting.download()).toBeNull();
    await exporting.choose({ exporter: target('keras') });
    const { shown, trouble } = exporting.store.getState();
    expect([trouble, shown!.notes]).toEqual([
      null,
      [{ code: 'noWeights', where: null, data: { reason: 'untrained' } }],
    ]);
  });
});

describe('stopping', () => {
  test('what takes long ends at once, and begins again', async () => {
    let free: () => void = () => undefined;
    let waits = true;
    const wait = () => (waits ? new Promise<void>((resolve) => (free = resolve)) : Promise.resolve());
    const { exporting } = exportingOf(groups, { wait });
    const choosing = exporting.choose({ exporter: target('keras') });
    exporting.cancel();
    await choosing;
    expect(exporting.store.getState()).toMatchObject({ shown: null, work: null, trouble: { code: 'cancelled' } });
    waits = false;
    free();
    await exporting.choose({});
    expect(exporting.store.getState()).toMatchObject({ work: null, trouble: null, exporter: { id: 'keras' } });
    expect(exporting.store.getState().shown).not.toBeNull();
  });

  test('packing ends without a file; what is shown stays', async () => {
    const { exporting } = exportingOf(groups);
    await exporting.choose({ exporter: target('keras') });
    const { shown } = exporting.store.getState();
    const packing = exporting.download();
    exporting.cancel();
    expect(await packing).toBeNull();
    expect(exporting.store.getState()).toMatchObject({ work: null, trouble: null });
    expect(exporting.store.getState().shown).toBe(shown);
    expect((await exporting.download())!.size).toBeGreaterThan(0);
  });
});
