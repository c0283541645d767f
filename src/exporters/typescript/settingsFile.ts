import { resolvedLosses } from '../../compile/fittingLoss';
import { type Plan, preprocessingFor } from '../../compile/plan';
import type { Document } from '../../document/document';
import { optimizerSettings } from '../../document/training';
import { carriedDataset } from './carriedDatasets';
import { fineTuned } from './photoProject';
import { typescriptString } from './typescriptText';

/** Values that a line of the file holds. */
const widest = 100;

/** `src/settings.ts` of an exported project: how the document says the model is trained, as plain data. */
export function settingsFile(plan: Plan, training: Document['training']): string {
  const { optimizer, augmentation, classWeight, batchSize, epochs, validationSplit, shuffle, seed } = training;
  const { cachedVariants: _cached, ...changes } = augmentation;
  const dataset = carriedDataset(training.dataset);
  const settings = {
    outputs: resolvedLosses(plan, training).map(({ loss, weight, metrics }) => ({ loss, weight, metrics })),
    optimizer: optimizerOf(optimizer),
    classWeight,
    batchSize,
    epochs,
    validationSplit,
    shuffle,
    seed,
    preprocessing: preprocessingFor(plan, training.preprocessing),
    interpolation: training.interpolation,
    augmentation: changes,
    fineTuned: fineTuned(plan),
    earlyStopping: training.earlyStopping,
  };
  return [
    ...(dataset ? [`import { ${dataset.name} } from './${dataset.file}';`] : []),
    `import type { Settings } from './settingsType';`,
    '',
    '/** How the model is trained, as set in the editor. */',
    'export const settings: Settings = {',
    `  dataset: ${dataset ? dataset.name : typescriptString(training.dataset)},`,
    ...Object.entries(settings).map(([name, value]) => `  ${name}: ${literal(value, '  ')},`),
    '};',
    '',
  ].join('\n');
}

/** Its name and all its settings, those that the document leaves out too. */
function optimizerOf({ name, settings }: Document['training']['optimizer']) {
  const all = Object.entries(optimizerSettings[name]).map(([setting, usual]) => [setting, settings[setting] ?? usual]);
  return { name, ...Object.fromEntries(all) } as Readonly<Record<string, string | number | boolean>>;
}

/** A value of plain numbers, texts, lists and objects as TypeScript: on one line where it fits, else an item per line. */
function literal(value: unknown, indent: string): string {
  if (typeof value === 'string') return typescriptString(value);
  if (typeof value !== 'object' || value === null) return String(value);
  const list = Array.isArray(value);
  const entries = Object.entries(value);
  const items = (inner: string) => entries.map(([key, of]) => (list ? '' : `${key}: `) + literal(of, inner));
  const line = items(indent).join(', ');
  if (!line.includes('\n') && line.length <= widest) return list ? `[${line}]` : `{ ${line} }`;
  const lines = items(`${indent}  `).map((item) => `${indent}  ${item},\n`);
  const [open, close] = list ? '[]' : '{}';
  return `${open}\n${lines.join('')}${indent}${close}`;
}
