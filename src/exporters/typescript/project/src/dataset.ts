import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import type { LayersModel } from '@tensorflow/tfjs';
import type { Dataset } from '../../../../data/dataset';
import { importFile } from '../../../../data/tables/importFile';
import { readFolder } from './pictures';
import { settings } from './settings';

/** The data of the settings. */
function standard(): Dataset {
  const { dataset } = settings;
  if (typeof dataset === 'function') return dataset();
  throw new Error(`The editor trained on ${dataset}, which is not in this project: npm run train -- --data FILE`);
}

/**
 * The data that the model learns from. A file of your own, CSV or tab-separated in UTF-8, is read as the editor does:
 * a table of numbers with the answer in its last column (a column sample_weight says how much a row counts), or a text
 * and its label in each row. Its rows are mixed, the last 15 % are for validation. A folder is one of photos.
 */
export async function loadDataset(path: string | undefined, model: LayersModel): Promise<Dataset> {
  if (path === undefined) return standard();
  if (statSync(path).isDirectory()) return readFolder(path, model);
  const reading = { progress: () => undefined, signal: new AbortController().signal };
  return importFile(basename(path), readFileSync(path, 'utf8'), path, reading);
}
