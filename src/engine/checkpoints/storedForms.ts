import { type Form, looksLike } from '../../storage/looksLike';
import type { WeightData } from '../protocol/weights';

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

export const stagesForm: Form = [{ after: 'number', trained: 'number' }];

export const checkpointForm: Form = {
  fingerprint: 'string',
  run: runForm,
  weights: {},
  optimizer: { name: 'string', state: {} },
  steps: 'number',
};

/** Are these whole tensors, with as many numbers as their shapes say? Keys and shapes are not looked at further. */
export function wholeTensors(data: unknown): data is WeightData {
  if (typeof data !== 'object' || data === null) return false;
  return Object.values(data).every(
    (each: unknown) => looksLike(each, tensorForm) && sizeOf(each as Tensor) === (each as Tensor).values.length,
  );
}
type Tensor = WeightData[string];
const tensorForm: Form = { shape: ['number'], values: 'bytes' };
const sizeOf = ({ shape }: Tensor) => shape.reduce((product, size) => product * size, 1);

export const startForm: Form = { fingerprint: 'string', file: 'string', name: 'string' };

export const placesForm: Form = [{ shape: ['number'], from: 'string' }];
