import type { Document } from '../../document/document';
import { documentOf } from '../../document/reading/parse';
import { type Memory } from '../memory';
import type { ProjectStorage, StoredEntry } from './projectStorage';
import type { PendingChange, Recovery } from './nothingToRecover';
import type { ProjectTrouble } from './projectTrouble';
import { forgetLeftover, forgetUnsaved, leftoversIn, setAside, unsavedIn } from './unsaved';

interface Surroundings {
  readonly memory: readonly Memory[];
  readonly entryOf: (id: string, document: Document, revision: number) => StoredEntry;
  /** A write whose failure shows in the state; false when it failed. */
  readonly guarded: (write: () => Promise<void>) => Promise<boolean>;
}

const leftoverId = (place: number, index: number) => `unsaved ${place} ${index}`;

export function createRecovery({ memory, entryOf, guarded }: Surroundings): Recovery {
  const pending = new Map<string, PendingChange>();
  const leftovers = new Map<string, { title: string; trouble: ProjectTrouble }>();
  /** Project → under which name which memory keeps its change. */
  const sources = new Map<string, { readonly place: Memory; readonly project: string }>();

  const forgetSource = (id: string) => {
    const source = sources.get(id);
    if (source) forgetUnsaved(source.place, source.project);
    sources.delete(id);
    pending.delete(id);
  };

  const bringFrom = async (place: Memory, storage: ProjectStorage) => {
    setAside(place);
    for (const [project, { revision, document }] of unsavedIn(place).changes) {
      const parsed = documentOf(document);
      if (!parsed.ok) {
        setAside(place, [project]);
        continue;
      }
      const stored = (await storage.entry(project))?.revision ?? 0;
      // Another tab has gone on with the project since: both keep their work.
      const id = stored > revision + 1 ? crypto.randomUUID() : project;
      const entry = entryOf(id, parsed.value, id === project ? stored + 1 : 1);
      const done = await guarded(() => storage.save(entry, parsed.value));
      if (done) {
        forgetUnsaved(place, project);
        continue;
      }
      pending.set(id, { document: parsed.value, entry: { ...entry, revision: id === project ? stored : 0 } });
      sources.set(id, { place, project });
    }
  };

  const findLeftovers = () => {
    leftovers.clear();
    memory.forEach((place, at) =>
      leftoversIn(place).forEach(({ text }, index) => {
        const { title, trouble } = leftoverFacts(text);
        leftovers.set(leftoverId(at, index), { title, trouble });
      }),
    );
  };

  const placeOf = (id: string) => {
    const [, at = '', index = ''] = /^unsaved (\d+) (\d+)$/.exec(id) ?? [];
    const place = at === '' ? undefined : memory[Number(at)];
    return place ? { place, index: Number(index) } : null;
  };

  return {
    pending,
    leftovers,
    async bring(storage) {
      for (const [id, { document, entry }] of pending) {
        const done = await guarded(() => storage.save({ ...entry, revision: entry.revision + 1 }, document));
        if (done) forgetSource(id);
      }
      const waiting = new Set([...sources.values()].map(({ project }) => project));
      if (waiting.size === 0) for (const place of memory) await bringFrom(place, storage);
      findLeftovers();
    },
    written: forgetSource,
    text(id) {
      const found = placeOf(id);
      return (found && leftoversIn(found.place)[found.index]?.text) ?? null;
    },
    forget(id) {
      const found = placeOf(id);
      const restore = found && forgetLeftover(found.place, found.index);
      findLeftovers();
      return () => {
        restore?.();
        findLeftovers();
      };
    },
  };
}

function leftoverFacts(text: string): { readonly title: string; readonly trouble: ProjectTrouble } {
  const damaged = { title: '', trouble: { code: 'unsavedDamaged', data: {} } } as const;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return damaged;
  }
  const parsed = documentOf(value);
  const title = typeof value === 'object' && value !== null && 'title' in value ? value.title : '';
  return parsed.ok ? damaged : { title: typeof title === 'string' ? title : '', trouble: parsed.error };
}
