import { useEffect, useState } from 'react';
import { loadBuiltIn } from '../../data/builtIn';
import { isBuiltIn } from '../../data/catalogue';
import type { Dataset, DatasetFacts } from '../../data/dataset';
import { isPhotos, photosToCome } from '../../document/training/datasetIds';
import { useEditor, useServices } from '../services';
import { useFacts } from './useFacts';

type Loaded = {
  readonly facts: DatasetFacts | null;
  readonly dataset: Dataset | 'failed' | 'missing';
};

/**
 * The chosen dataset with its samples; `toCome` where photos are waited for, `missing` where this browser does not have it, `failed` when the page is not whole.
 * Nothing is read, and it stays `loading`, where it is not `wanted`.
 */
export function useDataset(wanted = true): Dataset | 'loading' | 'failed' | 'missing' | 'toCome' {
  const { data, photos } = useServices();
  const id = useEditor((state) => state.document.training.dataset);
  const facts = useFacts(id);
  // An imported file of the same name has other facts.
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  useEffect(() => {
    if (!wanted || id === photosToCome) return undefined;
    let gone = false;
    const own = new AbortController();
    const load = isBuiltIn(id) ? loadBuiltIn(id) : isPhotos(id) ? photos.load(id, own.signal) : data.load(id);
    load.then(
      (dataset) => gone || setLoaded({ facts, dataset: dataset ?? 'missing' }),
      () => gone || setLoaded({ facts, dataset: 'failed' }),
    );
    return () => {
      gone = true;
      own.abort();
    };
  }, [id, data, photos, facts, wanted]);
  if (id === photosToCome) return 'toCome';
  return loaded !== null && loaded.facts === facts ? loaded.dataset : 'loading';
}
