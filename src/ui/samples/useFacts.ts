import { useMemo } from 'react';
import { useStore } from 'zustand';
import { builtInFacts } from '../../data/catalogue';
import type { DatasetFacts } from '../../data/dataset';
import { photoFacts, usable } from '../../data/photos/photoSet';
import { useServices } from '../services';

/** The project's own datasets: tables and texts, and sets of photos that can be trained on. */
export function useOwnFacts(): readonly DatasetFacts[] {
  const { data, photos } = useServices();
  const facts = useStore(data.store, (state) => state.facts);
  const sets = useStore(photos.store, (state) => state.sets);
  return useMemo(() => [...facts, ...sets.filter(usable).map(photoFacts)], [facts, sets]);
}

/** What is known of a dataset: a shipped one, or one of the project's own; null for one that this browser does not have. */
export function useFacts(id: string): DatasetFacts | null {
  const own = useOwnFacts();
  return builtInFacts(id) ?? own.find((each) => each.id === id) ?? null;
}
