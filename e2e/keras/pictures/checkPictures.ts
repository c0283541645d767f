import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readPhoto } from '../../../src/cli/readPhoto';
import { kerasPython } from '../python';
import { bytesOf, colourModes, pictureAnswers, valuesOf } from './pictureAnswers';

/** Pictures of every kind and mode, made anew, as the command line reads them, against what `load_img` makes of them. */
export async function checkPictures(): Promise<{ readonly compared: number; readonly problems: readonly string[] }> {
  const seed = String(Date.now() % 1_000_000);
  const script = join(import.meta.dirname, 'pictures.py');
  const { status, stdout, stderr } = spawnSync(kerasPython(), [script, seed], {
    encoding: 'utf8',
    env: { ...process.env, KERAS_BACKEND: 'jax' },
    maxBuffer: 2 ** 26,
  });
  if (status !== 0) throw new Error(`pictures.py ${seed}: ${stderr}`);
  const folder = mkdtempSync(join(tmpdir(), 'deepbrick-pictures-'));
  const problems: string[] = [];
  // `readPhoto.test.ts` holds what of an AVIF is the same: sharp does not blend its colours, and the command line says so.
  const answers = pictureAnswers(stdout).filter(({ name }) => !name.endsWith('avif'));
  for (const answer of answers) {
    const path = join(folder, answer.name);
    writeFileSync(path, bytesOf(answer.file));
    for (const mode of colourModes) {
      const expected = valuesOf(answer[mode]);
      const { values } = await readPhoto(path, answer[mode].shape, 'nearest');
      const wrong = expected.filter((value, at) => value !== values[at]).length;
      if (wrong > 0)
        problems.push(`${answer.name}, ${mode}, seed ${seed}: ${wrong} of ${expected.length} values differ`);
    }
  }
  rmSync(folder, { recursive: true });
  return { compared: answers.length * colourModes.length, problems };
}
