import { useSyncExternalStore } from 'react';

type IssueWords = typeof import('../../i18n/troubles/issues');

let words: IssueWords | null = null;
const waiting = new Set<() => void>();

/** The sentences of all problems, in both languages: a model without problems does without them. */
export async function loadIssueWords(): Promise<void> {
  words ??= await import('../../i18n/troubles/issues');
  for (const tell of waiting) tell();
}

function wait(tell: () => void): () => void {
  waiting.add(tell);
  if (words === null) void loadIssueWords();
  return () => waiting.delete(tell);
}

const notAtAll = () => () => undefined;

/** The words of problems where they are wanted; null until they are there. */
export const useIssueWords = (wanted: boolean): IssueWords | null =>
  useSyncExternalStore(wanted ? wait : notAtAll, () => (wanted ? words : null));
