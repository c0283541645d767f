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

const loaders: Readonly<Record<BuiltInDataset, (digits: LoadDigits) => Promise<Dataset>>> = {
  digits: (digits) => digits(),
  'digits-odd': async (digits) => oddDigits(await loadBuiltIn('digits', digits)),
  'digits-value': async (digits) => digitValues(await loadBuiltIn('digits', digits)),
  'digits-0-4': async (digits) => digitRange(await loadBuiltIn('digits', digits), 0, 4),
  'digits-5-9': async (digits) => digitRange(await loadBuiltIn('digits', digits), 5, 9),
  line: async () => line(),
  threshold: async () => threshold(),
  groups: async () => groups(),
  wave: async () => wave(),
  clips: async () => clips(),
  reviews: async () => reviews(),
  topics: async () => topicTexts(),
};

const loaded = new Map<BuiltInDataset, Promise<Dataset>>();

/** Loads the digits: from a server in the page, from the disk on the command line. */
export type LoadDigits = () => Promise<Dataset>;

/** A dataset that every page has, loaded or made once. Rejects with `DatasetError`; a later call tries again. */
export function loadBuiltIn(id: BuiltInDataset, digits: LoadDigits = loadDigits): Promise<Dataset> {
  const known = loaded.get(id);
  if (known !== undefined) return known;
  const fresh = loaders[id](digits);
  loaded.set(id, fresh);
  fresh.catch(() => loaded.delete(id));
  return fresh;
}
