import type { WeightsEntry } from '../../document/architecture';
import { useServices } from '../services';

/** Keeps files that were chosen or dropped: for an entry of the catalogue, or as somebody's own (null). */
export function useAddFiles(entry: WeightsEntry | null, onAdded?: (id: string) => void) {
  const { pretrained } = useServices();
  return (files: readonly File[]): void => {
    void pretrained.addFiles(entry, files).then((kept) => kept.ok && onAdded?.(kept.value));
  };
}
