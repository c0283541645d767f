import { writeFileSync } from 'node:fs';
import { compile } from '../../src/compile/compile';
import { fileText } from '../../src/formats/file';
import { templateDocument } from '../../src/layout/templateDocument';
import { library, templates } from '../../templates/index';
import { randomH5 } from '../fixtures/randomWeights';

function vggDocument(includeTop: boolean) {
  const template = templates.find(({ id }) => id === 'vgg16');
  if (template === undefined) throw new Error('There is no template "vgg16".');
  return templateDocument(template, { includeTop }, library);
}

/** VGG16's document, as the gallery makes it. */
export const vggText = (includeTop: boolean): string => fileText(vggDocument(includeTop));

/** Writes a Keras `.h5` of VGG16 with random weights: 59 MB without its top, 553 MB with it. */
export async function writeVggFile(includeTop: boolean, path: string): Promise<void> {
  writeFileSync(path, await randomH5(compile(vggDocument(includeTop), library)));
}
