import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { library, templates } from '../../../../templates/index';
import { projectSources } from '../../../cli/projectSources';
import { buildTemplate } from '../../../document/template';
import { exporters } from '../../../exporters';
import { type Engine, type Port, createEngine } from '../../../engine/client';
import { engineHere } from '../../../engine/testEngine';
import { createPreferences } from '../../preferences';
import { createEditor } from '../../store';
import { memoryStorage } from '../../testStorage';
import { packedExport } from './packedExport';
import { createRunner } from '../runner';

const digits = buildTemplate(templates.find(({ id }) => id === 'digits')!);

/** An export of the digits, which nobody has trained; says what was asked for on the way. */
function packed(id: string, { sources = async () => projectSources(), engine = engineHere() } = {}) {
  const asked: string[] = [];
  const editor = createEditor(digits, library);
  const preferences = createPreferences(memoryStorage());
  const told: Engine = {
    ...engine,
    request(request, signal) {
      asked.push(request.type);
      return engine.request(request, signal);
    },
  };
  const parts = {
    editor,
    runner: createRunner({ editor, engine: told, preferences }),
    data: { load: async () => null },
    language: 'en' as const,
    sources() {
      asked.push('sources');
      return sources();
    },
    packing: () => void asked.push('packing'),
  };
  return {
    asked,
    answer: packedExport(
      exporters.find((exporter) => exporter.id === id)!,
      parts,
    ),
  };
}

test('every file of a project lies in one folder of the zip, and untrained is said', async () => {
  const { asked, answer } = packed('typescript');
  const got = await answer;
  if (!got.ok) throw new Error(got.error.code);
  expect([got.value.file.name, got.value.file.type, got.value.trained]).toEqual([
    'Digits CNN.zip',
    'application/zip',
    false,
  ]);
  const paths = Object.keys(unzipSync(new Uint8Array(await got.value.file.arrayBuffer())));
  expect(paths.filter((path) => !path.startsWith('deepbrick-digits-cnn/'))).toEqual([]);
  expect(paths).toContain('deepbrick-digits-cnn/src/model.ts');
  // The worker says that there are none to take along.
  expect(asked).toEqual(['model', 'sources', 'packing']);
});

test('a target that takes nothing along costs nothing', async () => {
  const { asked, answer } = packed('dot');
  expect(await answer).toMatchObject({ ok: true });
  expect(asked).toEqual(['packing']);
});

test('a target that holds the weights says so where there are none', async () => {
  const { asked, answer } = packed('onnx');
  expect(await answer).toEqual({
    ok: false,
    error: { code: 'weightsNeeded', where: null, data: { target: 'ONNX' } },
  });
  expect(asked).toEqual(['model']);
});

test('what fails is the answer, not thrown', async () => {
  const { answer } = packed('typescript', { sources: () => Promise.reject(new Error('digits.png: 404')) });
  expect(await answer).toEqual({ ok: false, error: { code: 'failed', data: { detail: 'digits.png: 404' } } });
});

test('weights that the engine does not give are its trouble', async () => {
  const { answer } = packed('typescript', { engine: createEngine({ start: () => crashingPort() }) });
  expect(await answer).toEqual({
    ok: false,
    error: { code: 'workerEnded', data: { how: 'crashed', detail: '' } },
  });
});

/** A worker that crashes at whatever it is asked. */
function crashingPort(): Port {
  const target = new EventTarget();
  return {
    postMessage: () => void queueMicrotask(() => target.dispatchEvent(new Event('error'))),
    terminate: () => undefined,
    addEventListener: (type: string, listener: (event: never) => void) =>
      target.addEventListener(type, listener as (event: Event) => void),
  };
}
