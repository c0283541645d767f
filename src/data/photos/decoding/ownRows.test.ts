import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { assert, asyncProperty, array, constantFrom, nat, tuple } from 'fast-check';
import { expect, test } from 'vitest';
import { bytesOf, colourModes, pictureAnswers, valuesOf } from '../../../../e2e/keras/pictures/pictureAnswers';
import { imageHeader } from '../imageHeader';
import { sized } from '../resize';
import { ownRows } from './ownRows';

const packed = join(import.meta.dirname, '../../../../e2e/fixtures/pictures.bin');
const answers = pictureAnswers(gunzipSync(readFileSync(packed)).toString()).filter(({ name }) =>
  /\.(png|gif|bmp)$/.test(name),
);
const files = answers.map(({ file }) => bytesOf(file));

test('each kind that is read here has the pixels that load_img reads', async () => {
  const read: string[] = [];
  for (const answer of answers) {
    const bytes = bytesOf(answer.file);
    const header = imageHeader(bytes);
    if ('reason' in header) throw new Error(`${answer.name}: ${header.reason}`);
    const rows = await ownRows(header.format, bytes);
    if (rows === null) continue;
    read.push(answer.name);
    for (const mode of colourModes) {
      const values = sized(rows, answer[mode].shape, 'nearest');
      expect([answer.name, mode, ...values]).toEqual([answer.name, mode, ...valuesOf(answer[mode])]);
    }
  }
  for (const kind of ['png', 'gif', 'bmp'])
    expect(read.filter((name) => name.endsWith(kind)).length).toBeGreaterThan(3);
});

test('a file with wrong bytes, or cut off, is read or refused with an error, and never hangs', async () => {
  const changes = array(tuple(nat({ max: 5000 }), nat({ max: 255 })), { minLength: 1, maxLength: 4 });
  await assert(
    asyncProperty(constantFrom(...files), changes, nat({ max: 40 }), async (file, wrong, cut) => {
      const bytes = file.slice(0, cut > 20 ? file.length : file.length - cut * 3);
      // What the file says of its size is left as it is: a larger picture is refused before it is decoded.
      for (const [at, value] of wrong) if (bytes.length > 30) bytes[30 + (at % (bytes.length - 30))] = value;
      const header = imageHeader(bytes);
      if ('reason' in header) return;
      const rows = await ownRows(header.format, bytes).catch((error: unknown) => {
        if (error instanceof Error) return null;
        throw error;
      });
      if (rows === null) return;
      expect([rows.width, rows.height].every((side) => side > 0)).toBe(true);
      expect(sized(rows, [4, 4, 3], 'bilinear').every((value) => value >= 0 && value <= 255)).toBe(true);
    }),
    { numRuns: 1500 },
  );
});
