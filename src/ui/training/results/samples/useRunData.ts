import { useStore } from 'zustand';
import type { Dataset } from '../../../../data/dataset';
import type { KeptAnswers } from '../../../../data/scores/keptAnswers';
import { useDataset } from '../../../samples/useDataset';
import { useEditor, useServices } from '../../../services';

/** Are these the samples that were judged? Their answers say so: positions alone would be those of any data. */
export function answersFit(
  { target, count }: Pick<Dataset, 'target' | 'count'>,
  { samples, right, units, limit }: KeptAnswers,
): boolean {
  const classes = target.kind === 'classes';
  const each = classes ? 1 : target.names.length;
  if (!classes && (limit !== null || units !== each)) return false;
  return samples.every((sample, place) => {
    if (sample >= count) return false;
    for (let unit = 0; unit < each; unit++) {
      const own = classes ? target.labels[sample] : target.values[sample * each + unit];
      if (own !== right[place * each + unit]) return false;
    }
    return true;
  });
}

/** The samples that the shown run was judged by; else why they are not to be had. */
export function useRunData(answers: KeptAnswers): Dataset | 'loading' | 'otherData' | 'changedData' {
  const { runner } = useServices();
  const chosen = useEditor((state) => state.document.training.dataset);
  const learned = useStore(runner.store, ({ run }) => run?.training.dataset);
  const data = useDataset();
  if (learned !== chosen) return 'otherData';
  if (data === 'loading') return 'loading';
  return typeof data === 'string' || !answersFit(data, answers) ? 'changedData' : data;
}
