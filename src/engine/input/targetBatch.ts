import { type Tensor, tensor } from '@tensorflow/tfjs-core';
import type { Target } from '../../data/dataset';
import type { Targets } from '../../data/targets';

/** An output, and what its loss compares it with. */
interface Judged {
  readonly units: number;
  readonly targets: Targets;
}

/** What one output should say about some samples: `[samples, units]`. */
export function targetBatch(target: Target, { units, targets }: Judged, samples: Uint32Array): Tensor {
  const rows = new Float32Array(samples.length * units).fill(targets === 'plusMinus' ? -1 : 0);
  samples.forEach((sample, row) => {
    if (target.kind === 'numbers') {
      rows.set(target.values.subarray(sample * units, (sample + 1) * units), row * units);
      return;
    }
    const label = target.labels[sample]!;
    if (units > 1) rows[row * units + label] = 1;
    else rows[row] = targets === 'plusMinus' ? label * 2 - 1 : label;
  });
  return tensor(rows, [samples.length, units]);
}
