import { useStore } from 'zustand';
import { className } from '../../i18n/datasets';
import { useEditor, useLanguage, useServices } from '../services';
import { useDataset } from './useDataset';

/** The word of a class of the chosen dataset; its number where the model tells more classes apart. */
export function useClassNames(): (index: number) => string {
  const language = useLanguage();
  const { photos } = useServices();
  const chosen = useEditor((state) => state.document.training.dataset);
  // Known before any photo is read.
  const set = useStore(photos.store, ({ sets }) => sets.find((each) => each.id === chosen));
  const data = useDataset();
  const target = typeof data === 'string' ? null : data.target;
  const classes = set?.classes ?? (target?.kind === 'classes' ? target.classes : []);
  const id = typeof data === 'string' ? '' : data.id;
  return (index) => (classes[index] === undefined ? String(index) : className(id, classes[index], language));
}
