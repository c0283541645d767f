import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import type { LayersModel } from '@tensorflow/tfjs';
import type { Dataset } from '../../data/dataset';
import { importFile } from '../../data/tables/importFile';
import { readLearned } from '../files/learnedFile';
import { exportedWeights } from '../files/weightFiles';
import { readFolder } from './pictures';
import type { Settings } from '../settings';

/** Throws: the data that the model learned from in the editor are not in the project. */
export function notCarried(data: string): never {
  throw new Error(`The editor's data (${data}) are not in this project: npm run train -- --data FILE`);
}

/** A file or a folder of photos, read as the editor reads it: a table with the columns of the editor's as that one was taken. */
export async function readData(path: string, model: LayersModel, settings: Settings): Promise<Dataset> {
  if (statSync(path).isDirectory()) return readFolder(path, model, settings);
  const reading = { progress: () => undefined, signal: new AbortController().signal };
  return importFile(basename(path), new Blob([readFileSync(path)]), path, reading, {
    like: readLearned(exportedWeights)?.table,
  });
}
