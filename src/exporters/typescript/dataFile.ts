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
 * names. A file (CSV, tab-separated, JSON lines) is read as the editor does: with
 * the columns of the editor's table as that one was taken, else as it is guessed
 * to be meant. Its rows are divided into training, validation and test as that
 * one's were; what prepares them is learned from those for training. A folder is
 * one of photos. Throws where they are not there.
 */
export async function loadDataset(
  path: string | undefined,
  model: LayersModel,
): Promise<Dataset> {
${answer.length <= 80 ? answer : answer.replace(/ (?=[?:] )/g, '\n    ')}
}
`;
}
