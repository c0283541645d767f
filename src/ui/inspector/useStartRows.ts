import type { Plan } from '../../compile/plan';
import { inspectorWords } from '../../i18n/inspector';
import { useWords } from '../services';
import type { TotalRow } from './TotalRows';

/** Where weights start, and how pictures are prepared for these. */
export function useStartRows({
  weightsFrom: from,
  preprocessing,
}: Pick<Plan, 'weightsFrom' | 'preprocessing'>): readonly TotalRow[] {
  const words = useWords(inspectorWords);
  const start = from?.source === 'file' ? words.file(from.file.slice(0, 8)) : words[from?.source ?? 'random'];
  return [[words.weightsStart, start], ...(preprocessing ? [[words.preparation, words[preprocessing]] as const] : [])];
}
