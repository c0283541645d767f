import type { BuiltInDataset } from './catalogue';
import type { Dataset } from './dataset';
import { digitRange, digitValues, oddDigits } from './digits/digits';
import { loadDigits } from './digits/loadDigits';
import { clips } from './made/clips';
import { groups } from './made/groups';
import { line } from './made/line';
import { reviews } from './made/reviews';
import { threshold } from './made/threshold';
import { topicTexts } from './made/topics';
import { wave } from './made/wave';

const loaders: Readonly<Record<BuiltInDataset, () => Promise<Dataset>>> = {
  digits: () => loadDigits(),
  'digits-odd': async () => oddDigits(await loadBuiltIn('digits')),
  'digits-value': async () => digitValues(await loadBuiltIn('digits')),
  'digits-0-4': async () => digitRange(await loadBuiltIn('digits'), 0, 4),
  'digits-5-9': async () => digitRange(await loadBuiltIn('digits'), 5, 9),
  line: async () => line(),
  threshold: async () => threshold(),
  groups: async () => groups(),
  wave: async () => wave(),
  clips: async () => clips(),
  reviews: async () => reviews(),
  topics: async () => topicTexts(),
};

const loaded = new Map<BuiltInDataset, Promise<Dataset>>();

/** A dataset that every page has, loaded or made once. Rejects with `DatasetError`; a later call tries again. */
export function loadBuiltIn(id: BuiltInDataset): Promise<Dataset> {
  const known = loaded.get(id);
  if (known !== undefined) return known;
  const fresh = loaders[id]();
  loaded.set(id, fresh);
  fresh.catch(() => loaded.delete(id));
  return fresh;
}
