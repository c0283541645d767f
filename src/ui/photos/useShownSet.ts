import { useStore } from 'zustand';
import type { PhotoSet } from '../../data/photos/photos';
import { useServices } from '../services';

/** The set that is looked at; the first one until another is chosen. */
export function useShownSet(): PhotoSet | null {
  const { photos } = useServices();
  return useStore(photos.store, ({ sets, shown }) => sets.find(({ id }) => id === shown) ?? sets[0] ?? null);
}
