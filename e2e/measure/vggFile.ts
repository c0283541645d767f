import { writeFileSync } from 'node:fs';
import { compile } from '../../src/compile/compile';
import { randomNumbers } from '../../src/data/random';
import { fileText } from '../../src/formats/file';
import { saveModel } from '../../src/formats/saved/saveModel';
import { templateDocument } from '../../src/layout/templateDocument';
import { library, templates } from '../../templates/index';

/** VGG16's document, as the gallery makes it. */
export function vggDocument(includeTop: boolean) {
  const template = templates.find(({ id }) => id === 'vgg16');
  if (template === undefined) throw new Error('There is no template "vgg16".');
  return templateDocument(template, { includeTop }, library);
}

export const vggText = (includeTop: boolean): string => fileText(vggDocument(includeTop));

/** Writes a Keras `.h5` of VGG16 with random weights: 59 MB without its top, 553 MB with it. */
export async function writeVggFile(includeTop: boolean, path: string): Promise<void> {
  const plan = compile(vggDocument(includeTop), library);
  const random = randomNumbers(1);
  const weights = Object.fromEntries(
    plan.steps.flatMap(({ name, weights: own }) =>
      own.map(({ name: weight, shape }) => {
        const values = new Float32Array(shape.reduce((product, axis) => product * axis, 1));
        for (let at = 0; at < values.length; at++) values[at] = (random() - 0.5) / 32;
        return [`${name}/${weight}`, { shape, values }] as const;
      }),
    ),
  );
  const file = await saveModel({ plan, weights, document: null }, 'h5');
  writeFileSync(path, new Uint8Array(await file.arrayBuffer()));
}
