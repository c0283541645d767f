import { className } from '../../i18n/datasets';
import { useLanguage } from '../services';
import { useDataset } from './useDataset';

/** The word of a class of the chosen dataset; its number where the model tells more classes apart. */
export function useClassNames(): (index: number) => string {
  const language = useLanguage();
  const data = useDataset();
  const target = typeof data === 'string' ? null : data.target;
  const classes = target?.kind === 'classes' ? target.classes : [];
  const id = typeof data === 'string' ? '' : data.id;
  return (index) => (classes[index] === undefined ? String(index) : className(id, classes[index], language));
}
