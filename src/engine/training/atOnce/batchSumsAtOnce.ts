import type { Tensor } from '@tensorflow/tfjs-core';
import { hasKernel, runForOne } from '../../layers/ownKernel';

/** One group of threads looks at all outputs: more of them take longer so than in the many kernels of their formulas. */
const most = 65_536;

interface Judged {
  /** What is minimized, a scalar. */
  readonly whole: Tensor;
  /** The only output's own loss, its targets, and what it says: `[samples, units]`. */
  readonly loss: Tensor;
  readonly y: Tensor;
  readonly p: Tensor;
}

/**
 * The sums of a batch of a model with one output, in one kernel; what no number is makes its losses none. Null where the backend
 * in use has no such kernel.
 */
export function batchSumsAtOnce(judged: Judged, positive: number): Tensor | null {
  const { y, p } = judged;
  const fits = p.size <= most && p.rank === 2 && y.shape.join() === p.shape.join();
  if (!fits || Object.values(judged).some(({ dtype }) => dtype !== 'float32') || !hasKernel('BatchSums')) return null;
  return runForOne('BatchSums', { ...judged }, { positive });
}
