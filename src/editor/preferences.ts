import { createStore } from 'zustand/vanilla';
import { createJSONStorage, persist } from 'zustand/middleware';
import * as z from 'zod/mini';
import type { Language } from '../brick/brick';
import type { Column } from './besideModel';
import type { BackendName } from '../engine/protocol/backendInfo';

export type Theme = 'light' | 'dark' | 'system';

const schema = z.object({
  language: z.enum(['en', 'ko']),
  theme: z.enum(['light', 'dark', 'system']),
  backend: z.enum(['auto', 'webgpu', 'wasm', 'webgl', 'cpu']),
  snap: z.boolean(),
  minimap: z.boolean(),
  liveBricks: z.boolean(),
  logLoss: z.boolean(),
  paletteOpen: z.boolean(),
  inspectorOpen: z.boolean(),
  columnsAway: z.array(z.enum(['paletteOpen', 'inspectorOpen'])),
  dockSide: z.enum(['below', 'right']),
  dockHeight: z.nullable(z.number()),
  dockWidth: z.nullable(z.number()),
  paletteWidth: z.nullable(z.number()),
  inspectorWidth: z.nullable(z.number()),
});

const fields = new Map<string, z.ZodMiniType>(Object.entries(schema.shape));

/** What a person prefers on this device; kept in local storage, never in a document. */
export interface Preferences {
  readonly language: Language;
  readonly theme: Theme;
  readonly backend: BackendName | 'auto';
  readonly snap: boolean;
  readonly minimap: boolean;
  /** Bricks show what they do while they are trained. */
  readonly liveBricks: boolean;
  /** The loss is drawn on a logarithmic scale. */
  readonly logLoss: boolean;
  readonly paletteOpen: boolean;
  readonly inspectorOpen: boolean;
  /** Columns that made way for a panel beside the model. */
  readonly columnsAway: readonly Column[];
  /** Where the panels lie; on a narrow screen always below. */
  readonly dockSide: 'below' | 'right';
  /** Pixels as they were dragged; null: the usual ones. */
  readonly dockHeight: number | null;
  readonly dockWidth: number | null;
  readonly paletteWidth: number | null;
  readonly inspectorWidth: number | null;
}

/** Korean where the browser prefers Korean, English otherwise. */
function firstLanguage(): Language {
  return globalThis.navigator?.language?.toLowerCase().startsWith('ko') ? 'ko' : 'en';
}

export function createPreferences(storage?: Storage) {
  const initial = (): Preferences => ({
    language: firstLanguage(),
    theme: 'system',
    backend: 'auto',
    snap: true,
    minimap: true,
    liveBricks: true,
    logLoss: false,
    paletteOpen: true,
    inspectorOpen: true,
    columnsAway: [],
    dockSide: 'below',
    dockHeight: null,
    dockWidth: null,
    paletteWidth: null,
    inspectorWidth: null,
  });
  return createStore<Preferences>()(
    persist(initial, {
      name: 'deepbrick:preferences',
      version: 1,
      ...(storage ? { storage: createJSONStorage(() => storage) } : {}),
      merge: (saved, current) => {
        // Each on its own: one that is damaged, or of another version, takes no other with it.
        const stored = Object.entries(typeof saved === 'object' && saved !== null ? saved : {});
        const fine = stored.filter(([name, value]) => fields.get(name)?.safeParse(value).success);
        return { ...current, ...Object.fromEntries(fine) };
      },
    }),
  );
}

export type PreferencesStore = ReturnType<typeof createPreferences>;
