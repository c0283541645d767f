import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { library, templates } from '../../../templates/index';
import { projectSources } from '../../cli/projectSources';
import { done, refused } from '../../document/result';
import { buildTemplate } from '../../document/template';
import { exporters } from '../../exporters';
import { createEditor } from '../store';
import { packedExport } from './packedExport';
import type { Runner } from './runner';

const digits = buildTemplate(templates.find(({ id }) => id === 'digits')!);

/** An export of the digits by a runner that has not trained. */
function packed(
  id: string,
  sources = async () => projectSources(),
  weights: Awaited<ReturnType<Runner['weights']>> = done(null),
) {
  const asked: string[] = [];
  const answered: Runner['weights'] = async () => {
    asked.push('weights');
    return weights;
  };
  const runner = { weights: answered } as unknown as Runner;
  const parts = {
    editor: createEditor(digits, library),
    runner,
    data: { load: async () => null },
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
  expect(asked).toEqual(['weights', 'sources', 'packing']);
});

test('a target that takes nothing along costs nothing', async () => {
  const { asked, answer } = packed('dot');
  expect(await answer).toMatchObject({ ok: true });
  expect(asked).toEqual(['packing']);
});

test('what fails is the answer, not thrown', async () => {
  const { answer } = packed('typescript', () => Promise.reject(new Error('digits.png: 404')));
  expect(await answer).toEqual({ ok: false, error: { code: 'failed', data: { detail: 'digits.png: 404' } } });
});

test('weights that the engine does not give are its trouble', async () => {
  const error = { code: 'deviceLost', data: { reason: 'unknown' } } as const;
  const { answer } = packed('typescript', undefined, refused(error));
  expect(await answer).toEqual({ ok: false, error });
});
