import { multiplyAddsOf } from '../../compile/numbers/numbers';
import type { BackendName } from '../protocol/backendInfo';
import type { Request } from '../protocol/protocol';
import type { Steps } from './steps';

/** Multiply-adds per second that a slow machine does at least, in one thread: a twentieth of an ordinary one. */
const slowest: Readonly<Record<BackendName, number>> = { cpu: 5e6, wasm: 5e7, webgl: 5e7, webgpu: 5e7 };

/** Weights per second that are drawn, copied or written at least. */
const slowestWeights = 1e6;

/** Of a model whose size is open: a sequence of any length. */
const unknown = 60;

/** Nobody is left without a word for longer, whatever is computed. */
const most = 600;

/** Forward and backward are three times forward. */
function computed(request: Request): number {
  switch (request.type) {
    case 'train':
      return 3 * request.training.batchSize;
    case 'test':
    case 'importance':
    case 'linear':
      return request.run.training.batchSize;
    case 'evaluate':
      return request.training.batchSize;
    case 'predictMany':
      return 16;
    case 'gradCam':
      return 3;
    case 'predict':
    case 'probe':
    case 'glimpse':
      return 1;
    default:
      return 0;
  }
}

/**
 * Seconds that the request may keep the worker's thread in one piece, in which it can say nothing: a batch, a prediction, the
 * first weights. Once steps of it are known, they say it. `backend` is null until one is in use.
 */
export function patienceOf(request: Request, backend: BackendName | null, { longest }: Pick<Steps, 'longest'>): number {
  if (!('about' in request) || request.type === 'model') return 0;
  const { plan } = request.about;
  const multiplyAdds = multiplyAddsOf(plan.steps);
  const samples = computed(request);
  const computing = multiplyAdds === null ? unknown : (multiplyAdds * samples) / slowest[backend ?? 'cpu'];
  const first = Math.min(most, plan.totals.parameters / slowestWeights + (samples === 0 ? 0 : computing));
  return longest === null ? first : Math.min(most, Math.max(first / 20, (20 * longest) / 1000));
}
