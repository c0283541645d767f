import { sampleSize } from '../dataset';
import type { OwnDatasets } from '../ownDatasets';

/** So many values are read in a moment; more would stop the page, since the browser copies them as it reads. */
const most = 4_000_000;

/** Datasets of which large ones are read by `beside`, in another thread. */
export const largeBeside = (datasets: OwnDatasets, beside: OwnDatasets['load']): OwnDatasets => ({
  ...datasets,
  async load(project, id) {
    const facts = (await datasets.list(project)).find((each) => each.id === id);
    const large = facts !== undefined && facts.count * sampleSize(facts.shape) > most;
    return large ? beside(project, id) : datasets.load(project, id);
  },
});
