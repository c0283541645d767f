import { photosToCome } from '../../../document/training/datasetIds';

/** What one of our own exported scripts says of the document besides the model. */
export interface OwnScript {
  readonly title: string | null;
  readonly dataset: string | null;
}

/** Reads the first words of an exported script; all null of another text. */
export function ownScript(text: string): OwnScript {
  const [, words = ''] = /^\s*"""([\s\S]*?)"""/.exec(text.slice(0, 20_000)) ?? [];
  const said = words.replace(/\s+/g, ' ');
  const title = /^(.*?), made with DeepBrick: Keras 3/.exec(said)?.[1] ?? null;
  if (title === null) return { title: null, dataset: null };
  const photos = /The editor's photos/.test(said) ? photosToCome : null;
  return { title, dataset: /The editor's data(?:set)? \('([^']+)'\)/.exec(said)?.[1] ?? photos };
}
