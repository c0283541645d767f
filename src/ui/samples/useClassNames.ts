import { useStore } from 'zustand';
import { className } from '../../i18n/panels/datasets';
import { useEditor, useLanguage, useServices } from '../services';
import { useDataset } from './useDataset';

/**
 * The word of a class of the chosen dataset; its number where the model tells more classes apart. A set of photos has its
 * words without a photo being read. `of`: the dataset that was learned from; of one that is not chosen any more there are
 * numbers.
 */
export function useClassNames(of: string | null = null): (index: number) => string {
  const { photos } = useServices();
  const language = useLanguage();
  const chosen = useEditor((state) => state.document.training.dataset);
  const named = useStore(photos.store, ({ sets }) => sets.find(({ id }) => id === chosen)?.classes ?? null);
  const data = useDataset(named === null);
  const target = typeof data === 'string' ? null : data.target;
  const classes = named ?? (target?.kind === 'classes' ? target.classes : []);
  if (of !== null && of !== chosen) return String;
  return (index) => (classes[index] === undefined ? String(index) : className(chosen, classes[index], language));
}
