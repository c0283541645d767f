import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { readClassNames } from '../../../src/pretrained/classNames';
import { root } from '../../step';
import type { Compared } from '../compared';
import { PythonLines } from '../saved/pythonLines';

const shared = join(root, '../shared/data');
const shards = join(shared, 'weights/mobilenet_v1_0.25_224');
const photos = ['elephant_keras_docs.jpg', 'coffee.png'].map((name) => join(shared, 'photos', name));
const model = ['--alpha', '0.25'];
/** Probabilities may differ by this. Between pixels we round to whole levels, which Keras's datasets do not. */
const tolerance = { nearest: 1e-4, bilinear: 2e-3 };

const ours = z.array(z.object({ image: z.string(), values: z.array(z.number()) }));
const theirs = z.object({ answers: z.array(z.array(z.number())) });

async function deepbrick(...args: readonly string[]): Promise<string> {
  const command = ['--import', 'tsx', join(root, 'src/cli/deepbrick.ts'), ...args];
  return (await promisify(execFile)(process.execPath, command, { cwd: root })).stdout;
}

/** `African_elephant 46.4 %, tusker 41.2 %, Indian_elephant 8.1 %` */
function best(shares: readonly number[], names: readonly string[]): string {
  return [...shares.keys()]
    .toSorted((a, b) => shares[b]! - shares[a]!)
    .slice(0, 3)
    .map((index) => `${names[index]} ${(shares[index]! * 100).toFixed(2)} %`)
    .join(', ');
}

/**
 * Photos as Keras reads, resizes and judges them with ImageNet's weights, beside the same photos through our command line:
 * nearest, `load_img`'s own way, and bilinear, that of Keras's datasets. Nothing is compared where the shared data is absent.
 */
export async function checkPhotoAnswers(): Promise<Compared> {
  if (!existsSync(shards)) {
    console.log('Photos are not compared: they need the shared data.');
    return { compared: 0, problems: [] };
  }
  const folder = mkdtempSync(join(tmpdir(), 'deepbrick-photos-'));
  const python = new PythonLines('ask_photos.py');
  const names = readClassNames(readFileSync(join(root, 'public/imagenetClasses.json'), 'utf8'));
  const problems: string[] = [];
  let compared = 0;
  try {
    const weights = join(folder, 'mobilenet.h5');
    await deepbrick('convert', shards, weights, '--template', 'mobilenet', ...model);
    for (const interpolation of ['nearest', 'bilinear'] as const) {
      const { answers } = theirs.parse(await python.ask({ weights, photos, interpolation }));
      const images = photos.flatMap((photo) => ['--image', photo]);
      const given = ['--model', 'mobilenet', ...model, '--weights', shards, '--interpolation', interpolation];
      const said = ours.parse(JSON.parse(await deepbrick('predict', ...given, ...images, '--json')));
      photos.forEach((photo, place) => {
        const [one, other] = [answers[place]!, said[place]!.values];
        const gap = Math.max(...one.map((share, label) => Math.abs(share - other[label]!)));
        compared += 1;
        console.log(
          `${basename(photo)}, ${interpolation}: Keras says ${best(one, names)}; ${gap.toExponential(1)} apart`,
        );
        if (gap <= tolerance[interpolation]) return;
        problems.push(`${basename(photo)}, ${interpolation}: we say ${best(other, names)}, ${gap} from Keras`);
      });
    }
  } finally {
    python.end();
    rmSync(folder, { recursive: true, force: true });
  }
  return { compared, problems };
}
