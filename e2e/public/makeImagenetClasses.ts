/**
 * Makes `public/imagenetClasses.json` from the npm package `@tensorflow-models/mobilenet` (Apache-2.0): the names of the
 * 1000 classes of ImageNet in their order, each the first of its synonyms with `_` for spaces, which are the names of
 * Keras's class index. Run it with
 *
 *     npx tsx e2e/public/makeImagenetClasses.ts
 */
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import * as z from 'zod/mini';

const classes = z.object({ IMAGENET_CLASSES: z.record(z.string(), z.string()) });

/** Keras writes it in one word. */
const otherwise: Readonly<Record<string, string>> = { 'jelly fish': 'jellyfish' };

/** Names by index. */
export function imagenetClasses(): readonly string[] {
  const loaded: unknown = createRequire(import.meta.url)('@tensorflow-models/mobilenet/dist/imagenet_classes.js');
  const { IMAGENET_CLASSES: synonyms } = classes.parse(loaded);
  return Array.from({ length: 1000 }, (_, index) => {
    const first = synonyms[index]!.split(', ')[0]!;
    return (otherwise[first] ?? first).replaceAll(' ', '_');
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const target = fileURLToPath(new URL('../../public/imagenetClasses.json', import.meta.url));
  writeFileSync(target, `${JSON.stringify(imagenetClasses(), null, 2)}\n`);
}
