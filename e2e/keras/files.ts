import type { Compared } from './compared';
import { architectures } from './outputs/architecture';
import { checkLoadedOutputs } from './outputs/loadedOutputs';
import { checkPhotoAnswers } from './outputs/photoAnswers';
import { savedCases } from './saved/plans';
import { checkSavedModels } from './savedModels';

/** Of each way in which a layer keeps its weights one, and a model around a model. */
const saved: readonly string[] = [
  'brick-batchNormalization',
  'brick-bidirectional',
  'brick-separableConv2d',
  'template-lenet5',
  'template-residual',
  'backbone in part',
];

/**
 * What is quick of the checks by hand `savedModels.ts` and `loadedOutputs.ts`: some models saved in every format,
 * weight files of one of Keras's architectures, and photos under ImageNet's weights.
 */
export async function checkFiles(): Promise<Compared> {
  const start = performance.now();
  const some = savedCases().filter(({ name }) => saved.includes(name));
  const quick = architectures(48).filter(({ keras }) => keras === 'MobileNetV2');
  const parts = await Promise.all([checkSavedModels(some), checkLoadedOutputs(quick), checkPhotoAnswers()]);
  const compared = parts.reduce((sum, part) => sum + part.compared, 0);
  console.log(`${compared} files compared in ${Math.round((performance.now() - start) / 1000)} s`);
  return { compared, problems: parts.flatMap(({ problems }) => problems) };
}
