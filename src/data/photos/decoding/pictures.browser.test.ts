import { expect, test } from 'vitest';
import { bytesOf, colourModes, pictureAnswers, valuesOf } from '../../../../e2e/keras/pictures/pictureAnswers';
import packed from '../../../../e2e/fixtures/pictures.bin?url';
import { decode, lookAt } from '../decode';
import { sized } from '../resize';

/** Written by `e2e/keras/pictures/pictures.py`: what Keras's `load_img` makes of pictures of every kind and mode. */
async function answers() {
  const { body } = await fetch(packed);
  return pictureAnswers(await new Response(body!.pipeThrough(new DecompressionStream('gzip'))).text());
}

/** What Chromium gives otherwise than Pillow, without a way to what lies in the file. */
function mostOf(name: string, alpha: boolean): number {
  // How ink becomes light, and greys of the short range of an AVIF become those of the long one, is rounded otherwise.
  if (name.startsWith('ink') || name === 'grey, limited range.avif') return 1;
  // Models of four channels alone see it.
  return alpha && name.startsWith('alpha, sampling') ? 15 : 0;
}

test('pictures of every kind and mode have the pixels that load_img reads', async () => {
  const wrong: string[] = [];
  for (const answer of await answers()) {
    const picture = await decode(new Blob([bytesOf(answer.file)]));
    for (const mode of colourModes) {
      const values = sized(picture, answer[mode].shape, 'nearest');
      const expected = valuesOf(answer[mode]);
      const gaps = expected
        .map((value, at) => Math.abs(value - values[at]!))
        .filter((gap, at) => gap > mostOf(answer.name, mode === 'rgba' && at % 4 === 3));
      if (gaps.length > 0) wrong.push(`${answer.name}, ${mode}: ${gaps.length} differ, by up to ${Math.max(...gaps)}`);
    }
    picture.close();
  }
  expect(wrong).toEqual([]);
});

test('a look says the size as it is stored, and whether it is nearly one colour everywhere', async () => {
  const files = new Map((await answers()).map(({ name, file }) => [name, new Blob([bytesOf(file)])]));
  expect(await lookAt(files.get('turned 6.jpeg')!)).toMatchObject({ width: 13, height: 9, uniform: false });
  const { uniform, thumbnail } = await lookAt(files.get('transparent white.png')!);
  expect(uniform).toBe(true);
  const white = await decode(thumbnail);
  expect([...sized(white, [1, 1, 3], 'nearest')].every((value) => value > 250)).toBe(true);
});
