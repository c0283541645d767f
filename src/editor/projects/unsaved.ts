import * as z from 'zod/mini';
import { type Memory, recall, remember } from '../memory';

/** A change that could not be written into the database any more: the document, and the revision that it changed. */
export interface Unsaved {
  readonly revision: number;
  readonly document: unknown;
}

/** Something in the small memory that cannot be read: of which project, as far as that is known, and the text itself. */
export interface Leftover {
  readonly project: string;
  readonly text: string;
}

const unsavedKey = 'deepbrick:unsaved';
/** What could not be read lies here until it is deleted: nothing that was somebody's work is thrown away unasked. */
const leftoversKey = 'deepbrick:unsaved:damaged';

const changeSchema = z.object({ revision: z.int().check(z.gte(0)), document: z.unknown() });
const leftoverSchema = z.array(z.object({ project: z.string(), text: z.string() }));

/** Is anything kept there, readable or not? */
export const hasUnsaved = (place: Memory): boolean =>
  recall(place, unsavedKey) !== null || recall(place, leftoversKey) !== null;

/** The changes by project, and what is damaged among them. Never throws. */
export function unsavedIn(place: Memory): {
  readonly changes: ReadonlyMap<string, Unsaved>;
  readonly damaged: readonly Leftover[];
} {
  const text = recall(place, unsavedKey);
  if (text === null) return { changes: new Map(), damaged: [] };
  const stored = jsonIn(text);
  if (typeof stored !== 'object' || stored === null || Array.isArray(stored))
    return { changes: new Map(), damaged: [{ project: '', text }] };
  const changes = new Map<string, Unsaved>();
  const damaged: Leftover[] = [];
  for (const [project, change] of Object.entries(stored)) {
    const parsed = changeSchema.safeParse(change);
    if (parsed.success && parsed.data.document !== undefined) changes.set(project, parsed.data as Unsaved);
    else damaged.push({ project, text: JSON.stringify(change) });
  }
  return { changes, damaged };
}

function write(place: Memory, changes: ReadonlyMap<string, Unsaved>): boolean {
  return remember(place, unsavedKey, changes.size === 0 ? null : JSON.stringify(Object.fromEntries(changes)));
}

/** Keeps a change beside the others; false where the memory is full or refused. What is damaged there goes aside first. */
export function keepUnsaved(place: Memory, project: string, change: Unsaved): boolean {
  setAside(place);
  return write(place, new Map([...unsavedIn(place).changes, [project, change]]));
}

/** The change is in the database now, or nobody wants it. */
export function forgetUnsaved(place: Memory, project: string): void {
  const { changes, damaged } = unsavedIn(place);
  if (!changes.has(project)) return;
  const left = new Map(changes);
  left.delete(project);
  if (damaged.length > 0) setAside(place);
  write(place, left);
}

export const leftoversIn = (place: Memory): readonly Leftover[] => {
  const text = recall(place, leftoversKey);
  if (text === null) return [];
  const parsed = leftoverSchema.safeParse(jsonIn(text));
  return parsed.success ? parsed.data : [{ project: '', text }];
};

/** Puts what cannot be read, and these changes, where nothing is written over it. */
export function setAside(place: Memory, more: readonly string[] = []): void {
  const { changes, damaged } = unsavedIn(place);
  const unread = more.flatMap((project) => {
    const change = changes.get(project);
    return change === undefined ? [] : [{ project, text: JSON.stringify(change.document) }];
  });
  const added = [...damaged, ...unread];
  if (added.length === 0) return;
  const before = recall(place, unsavedKey);
  const left = new Map([...changes].filter(([project]) => !more.includes(project)));
  // First out, then in: together they may not have room.
  write(place, left);
  const all = [...leftoversIn(place), ...added];
  if (!remember(place, leftoversKey, JSON.stringify(all))) remember(place, unsavedKey, before);
}

/** Deletes one of them; the answer brings it back. */
export function forgetLeftover(place: Memory, index: number): () => void {
  const write = (leftovers: readonly Leftover[]) =>
    remember(place, leftoversKey, leftovers.length === 0 ? null : JSON.stringify(leftovers));
  const all = leftoversIn(place);
  write(all.filter((_, other) => other !== index));
  return () => {
    const gone = all[index];
    if (gone) write([...leftoversIn(place), gone]);
  };
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Undefined is no JSON: whoever reads it sees that it is damaged.
    return undefined;
  }
}
