import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { type Comparison, comparePhotos } from '../../editor/run/comparing/comparePhotos';
import type { Choosable } from '../../editor/run/comparing/contestants';
import { useServices } from '../services';

/** Compares models on photos, shows how far it is, and ends with the dialog. */
export function useComparison() {
  const { preferences, photos: pictures } = useServices();
  const backend = useStore(preferences, (state) => state.backend);
  const [comparison, setComparison] = useState<Comparison | null>(null);
  const [busy, setBusy] = useState(false);
  const control = useRef<AbortController | null>(null);
  const cancel = () => {
    control.current?.abort();
    setBusy(false);
  };
  useEffect(() => () => control.current?.abort(), []);

  const compare = async (models: readonly Choosable[], files: readonly File[]) => {
    cancel();
    const own = new AbortController();
    control.current = own;
    setBusy(true);
    setComparison(null);
    try {
      await comparePhotos(models, files, { pictures, backend, told: setComparison, signal: own.signal });
    } finally {
      if (control.current === own) setBusy(false);
    }
  };
  return { comparison, busy, compare, cancel };
}
