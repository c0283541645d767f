import { repairAveragePoolGradient } from './averagePoolGradient';
import { repairListGradients } from './listGradients';
import { repairMaxGradient } from './maxGradient';
import { repairResizeNearestGradient } from './resizeNearestGradient';

let repaired = false;

/** Puts right gradients of tfjs that are wrong on some or all backends. A second call does nothing. */
export function repairGradients(): void {
  if (repaired) return;
  repaired = true;
  repairAveragePoolGradient();
  repairListGradients();
  repairMaxGradient();
  repairResizeNearestGradient();
}
