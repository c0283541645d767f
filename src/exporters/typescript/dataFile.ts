import type { Carried } from './carriedDatasets';
import { runtimePackage } from './projectTree';
import { formatted } from './text/formatted';
import { typescriptString } from './text/typescriptText';

/** `src/data.ts` of an exported project. */
export function dataFile({ dataset, missing }: Carried): string {
  const own = dataset ? `${dataset.name}()` : `notCarried(name)`;
  const imports = [
    'import type { LayersModel } from "@tensorflow/tfjs";',
    `import type { Dataset } from "${runtimePackage}/data/dataset";`,
    ...(dataset ? [`import { ${dataset.name} } from "${runtimePackage}/${dataset.file}";`] : []),
    `import { ${dataset ? '' : 'notCarried, '}readData } from "${runtimePackage}/reading/readData";`,
    'import { settings } from "./settings";',
  ];
  const answer = `  return path === undefined ? ${own} : readData(path, model, settings);`;
  const name = formatted(`const name = ${typescriptString(missing)};`);
  return `${imports.join('\n')}
${dataset ? '' : `\n${name.join('\n')}\n`}
/**
 * The data that the model learns from: those of the editor, or what \`path\`
 * names. A file, CSV or tab-separated in UTF-8, is read as the editor does: a
 * table of numbers with the answer in its last column (a column sample_weight
 * says how much a row counts), or a text and its label in each row. Its rows are
 * mixed, the last 15 % are for validation. A folder is one of photos. Throws
 * where they are not there.
 */
export async function loadDataset(
  path: string | undefined,
  model: LayersModel,
): Promise<Dataset> {
${answer.length <= 80 ? answer : answer.replace(/ (?=[?:] )/g, '\n    ')}
}
`;
}
