import { useState } from 'react';
import type { Dataset } from '../../../data/dataset';

/** A place among the samples held back for validation; beyond the last comes the first. */
export function useSampleStep({ count, validation, test = 0 }: Pick<Dataset, 'count' | 'validation' | 'test'>) {
  const [step, setStep] = useState(0);
  const held = Math.max(1, validation);
  const place = step % held;
  return {
    /** Position in the dataset. */
    index: count - test - held + place,
    place,
    held,
    go: (by: number) => setStep((place + by + held) % held),
  };
}
