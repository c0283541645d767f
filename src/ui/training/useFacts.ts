import { useStore } from 'zustand';
import { builtInFacts } from '../../data/catalogue';
import type { DatasetFacts } from '../../data/dataset';
import { useServices } from '../services';

/** What is known of a dataset: a shipped one, or one of the project's own; null for one that this browser does not have. */
export function useFacts(id: string): DatasetFacts | null {
  const { data } = useServices();
  const own = useStore(data.store, ({ facts }) => facts.find((each) => each.id === id) ?? null);
  return builtInFacts(id) ?? own;
}
