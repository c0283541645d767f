import { useEffect, useState } from 'react';
import type { LoadTemplates } from '../../editor/opening/start';
import type { AnyTemplate } from '../../document/template';
import { fetched } from '../kit/part/fetchedPart';
import { useServices } from '../services';

const known = new WeakMap<LoadTemplates, readonly AnyTemplate[]>();

/** All templates; null until they have come. Throws `PartMissing` while it is drawn where they do not come. */
export function useTemplates(): readonly AnyTemplate[] | null {
  const { loadTemplates } = useServices();
  const [templates, setTemplates] = useState(known.get(loadTemplates) ?? null);
  const [missing, setMissing] = useState<unknown>(null);
  useEffect(() => {
    let gone = false;
    fetched(loadTemplates).then(
      (all) => {
        known.set(loadTemplates, all);
        if (!gone) setTemplates(all);
      },
      (error: unknown) => {
        if (!gone) setMissing(error);
      },
    );
    return () => {
      gone = true;
    };
  }, [loadTemplates]);
  if (missing !== null) throw missing;
  return templates;
}
