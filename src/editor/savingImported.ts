import { createStore } from 'zustand/vanilla';

/** Fingerprint of the model that weights were last put into from a file; null before. Neither saved nor undone. */
export const importedStore = createStore<{ readonly fingerprint: string | null }>(() => ({ fingerprint: null }));
