import { transformWithOxc } from 'vite';
import type { Plan } from '../../src/compile/plan';
import type { Dataset } from '../../src/data/dataset';
import type { Training } from '../../src/document/training';
import type { WeightData } from '../../src/engine/protocol/weights';
import { setWeights } from '../../src/engine/model/trainableModel';
import { settingsFile } from '../../src/exporters/typescript/settingsFile';
import { toTypeScript } from '../../src/exporters/typescript/typescript';
import { adopted } from '../../src/runtime/model/adopted';
import { fit, seeded } from '../../src/runtime/fit';
import { type Scores, scoresOf } from '../../src/runtime/scores';
import type { Settings } from '../../src/runtime/settings';
import { creatorFrom } from './trainedExport';

/** The settings that the printed `settings.ts` exports; the data are given otherwise. */
async function settingsFrom(code: string): Promise<Settings> {
  const { code: script } = await transformWithOxc(code, 'settings.ts');
  const body = script
    .replaceAll(/^import .*$/gm, '')
    .replace(/dataset: [^'",]+,/, 'dataset: "given",')
    .replace(/^export const settings/m, 'const settings');
  return (new Function(`'use strict';\n${body}\nreturn settings;`) as () => Settings)();
}

/** What an exported project's own code makes of a document: the scores of every epoch, and what it was warned of. */
export async function projectCurve(
  plan: Plan,
  training: Training,
  dataset: Dataset,
  weights: WeightData | null = null,
): Promise<readonly Scores[]> {
  const settings = await settingsFrom(settingsFile(plan, training));
  const model = adopted(await creatorFrom(toTypeScript(plan)), settings.editorNames);
  try {
    seeded(model, settings);
    if (weights !== null) setWeights(model, weights);
    const { epochs } = await fit({
      model,
      dataset,
      settings,
      from: null,
      finished: async () => undefined,
      warn: () => undefined,
    });
    return epochs.map(scoresOf);
  } finally {
    model.model.dispose();
  }
}
