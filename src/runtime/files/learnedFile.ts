import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Dataset } from '../../data/dataset';
import { type Learned, learnedFrom } from '../../data/learned';

const file = 'data.json';

/** Keeps what is to be known of the data beside the weights that learn from them. */
export function saveLearned(folder: string, dataset: Dataset): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, file), JSON.stringify(learnedFrom(dataset)));
}

/** What the weights of a folder have learned from, or null. */
export function readLearned(folder: string): Learned | null {
  const path = join(folder, file);
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Learned) : null;
}
