import { useEffect, useState } from 'react';
import { type DigitsDataset, loadDigits } from '../../data/digits';

let loading: Promise<DigitsDataset> | null = null;

/** The digits, loaded once for all panels; `failed` when the page is not whole. */
export function useDigits(): DigitsDataset | 'loading' | 'failed' {
  const [digits, setDigits] = useState<DigitsDataset | 'loading' | 'failed'>('loading');
  useEffect(() => {
    let gone = false;
    loading ??= loadDigits();
    loading.then(
      (loaded) => gone || setDigits(loaded),
      () => {
        loading = null;
        if (!gone) setDigits('failed');
      },
    );
    return () => {
      gone = true;
    };
  }, []);
  return digits;
}
