import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import type { LayersModel } from '@tensorflow/tfjs';
import type { Dataset } from '../../data/dataset';
import { importFile } from '../../data/tables/importFile';
import { readFolder } from './pictures';
import type { Settings } from '../settings';

/** The data of the settings. Throws where the project does not contain them. */
export function ownData({ dataset }: Pick<Settings, 'dataset'>): Dataset {
  if (typeof dataset === 'function') return dataset();
  throw new Error(`The editor's data (${dataset}) are not in this project: npm run train -- --data FILE`);
}

/** A file or a folder of photos, read as the editor reads it. */
export async function readData(path: string, model: LayersModel, settings: Settings): Promise<Dataset> {
  if (statSync(path).isDirectory()) return readFolder(path, model, settings);
  const reading = { progress: () => undefined, signal: new AbortController().signal };
  return importFile(basename(path), readFileSync(path, 'utf8'), path, reading);
}
