import type { OutputEvaluation } from '../../../engine/protocol/curves';
import { scoreWords } from '../../../i18n/results/scores';
import { useWords } from '../../services';
import { useRunClassNames } from './useRunClassNames';

/** What always gives the same answer, in words. */
export function useSameAnswer({ majority }: OutputEvaluation): string {
  const words = useWords(scoreWords);
  const named = useRunClassNames();
  return majority === undefined ? words.mean : `“${named(majority)}”`;
}
