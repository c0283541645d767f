import type { Form } from '../../storage/looksLike';

const epochForm = { epoch: 'number', loss: 'number', metrics: {}, validationMetrics: {}, seconds: 'number' } as const;

/** What of a stored run is read when it is shown. Results were of another form once: `settledRun.ts` looks at them. */
export const runForm: Form = {
  id: 'string',
  started: 'string',
  training: { optimizer: {}, batchSize: 'number', epochs: 'number' },
  loss: 'string',
  backend: 'string',
  epochs: [epochForm],
  state: 'string',
};

export const checkpointForm: Form = {
  fingerprint: 'string',
  run: runForm,
  weights: {},
  optimizer: { name: 'string', state: {} },
  steps: 'number',
};

export const startForm: Form = { fingerprint: 'string', file: 'string', name: 'string' };
