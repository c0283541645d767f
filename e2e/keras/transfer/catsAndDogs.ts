import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readPhoto } from '../../../src/cli/readPhoto';
import type { Dataset } from '../../../src/data/dataset';
import type { Interpolation } from '../../../src/data/photos/photos';

type Size = readonly [height: number, width: number, channels: number];

/** Photos of `train/<class>` and `validation/<class>` as the engine takes them; `names` are paths inside the folder. */
export async function photosIn(folder: string, size: Size, interpolation: Interpolation): Promise<Dataset> {
  const classes = readdirSync(join(folder, 'train')).toSorted();
  const found = (['train', 'validation'] as const).flatMap((part) =>
    classes.flatMap((name, label) =>
      readdirSync(join(folder, part, name))
        .toSorted()
        .map((file) => ({ path: join(part, name, file), label, part })),
    ),
  );
  const cells = size[0] * size[1] * size[2];
  const values = new Uint8Array(found.length * cells);
  for (const [index, { path }] of found.entries()) {
    values.set((await readPhoto(join(folder, path), size, interpolation)).values, index * cells);
  }
  return {
    id: 'photos',
    kind: 'images',
    shape: size,
    values,
    target: { kind: 'classes', classes, labels: Uint8Array.from(found, ({ label }) => label) },
    count: found.length,
    validation: found.filter(({ part }) => part === 'validation').length,
    vocabulary: null,
    sampleWeights: null,
    names: found.map(({ path }) => path),
    words: null,
  };
}

/** The bytes of the photos held back, one after the other, and their names. */
export function heldBack({ values, shape, count, validation, names }: Dataset) {
  const cells = shape.reduce((product, axis) => product * axis, 1);
  const pixels = Uint8Array.from(values.subarray((count - validation) * cells));
  return { pixels, names: names!.slice(count - validation) };
}
