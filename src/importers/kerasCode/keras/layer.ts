import type { Layer, ModelBody } from '../values/value';

export const emptyBody = (sequence: Layer[] | null = null, application: string | null = null): ModelBody => ({
  sequence,
  inputs: [],
  outputs: [],
  application,
  compiled: null,
  fitted: null,
});
