import { useStore } from 'zustand';
import { className } from '../../i18n/datasets';
import { useEditor, useLanguage, useServices } from '../services';
import { useDataset } from './useDataset';

/** The word of a class of the chosen dataset; its number where the model tells more classes apart. */
export function useClassNames(): (index: number) => string {
  const { photos } = useServices();
  const language = useLanguage();
  const id = useEditor((state) => state.document.training.dataset);
  // A set of photos names its classes itself: no photo is read for them.
  const set = useStore(photos.store, ({ sets }) => sets.find((each) => each.id === id));
  const data = useDataset(set === undefined);
  const target = typeof data === 'string' ? null : data.target;
  const classes = set?.classes ?? (target?.kind === 'classes' ? target.classes : []);
  return (index) => (classes[index] === undefined ? String(index) : className(id, classes[index], language));
}
