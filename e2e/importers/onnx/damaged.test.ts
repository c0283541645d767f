import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { library } from '../../../templates/index';
import { importTroubleText } from '../../../src/i18n/troubles/importTrouble';
import { Unfit } from '../../../src/importers/onnx/conversion';
import { convert } from '../../../src/importers/onnx/convert';
import { OnnxBeside, OnnxDamaged, OnnxType } from '../../../src/importers/onnx/file/onnxGraph';
import { readModel } from '../../../src/importers/onnx/file/readModel';
import { onnx } from '../../../src/importers/onnx/index';

const models = JSON.parse(gunzipSync(readFileSync('e2e/fixtures/onnx.bin')).toString()) as Readonly<
  Record<string, { readonly file: string }>
>;
const files = Object.values(models).map(({ file }) => new Uint8Array(Buffer.from(file, 'base64')));

/** `ONNX_RUNS=10000`: more of them, by hand. */
const numRuns = Number(process.env['ONNX_RUNS'] ?? 400);
/** No file of this size is worth waiting longer for. */
const mostMilliseconds = 2_000;

test('a file with wrong bytes, or cut off, is read or refused by a declared error, in time', () => {
  const changes = fc.array(fc.tuple(fc.nat(), fc.nat({ max: 255 })), { minLength: 1, maxLength: 6 });
  const property = fc.property(fc.constantFrom(...files), changes, fc.nat({ max: 400 }), (file, wrong, cut) => {
    const bytes = file.slice(0, cut > 200 ? file.length : file.length - cut);
    for (const [at, value] of wrong) bytes[at % bytes.length] = value;
    const start = performance.now();
    try {
      const graph = readModel(bytes, new Map());
      if (graph !== null) convert(graph, 'model');
    } catch (error) {
      const isDeclared = [Unfit, OnnxBeside, OnnxDamaged, OnnxType].some((kind) => error instanceof kind);
      if (!isDeclared) throw error;
    }
    expect(performance.now() - start).toBeLessThan(mostMilliseconds);
  });
  fc.assert(property, { numRuns });
}, 600_000);

test.each([
  ['nothing', new Uint8Array()],
  ['no graph', Uint8Array.of(8, 7)],
  ['half a file', files[0]!.subarray(0, files[0]!.length >> 1)],
])('%s is refused in words', async (_, bytes) => {
  const read = await onnx.read({ name: 'net.onnx', blob: new Blob([Uint8Array.from(bytes)]) }, library);
  if (read.ok) throw new Error('It opened.');
  for (const language of ['en', 'ko'] as const) expect(importTroubleText(read.error, language)).toContain('net.onnx');
});
