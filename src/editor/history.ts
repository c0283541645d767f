/** Most steps that can be undone. */
export const historyLength = 200;

/** Snapshots of an immutable value; consecutive changes with the same key are one step. */
export interface History<T> {
  readonly past: readonly T[];
  readonly present: T;
  readonly future: readonly T[];
  /** Key of the last change; `null` starts a new step at the next change. */
  readonly mergeKey: string | null;
}

export function begin<T>(present: T): History<T> {
  return { past: [], present, future: [], mergeKey: null };
}

/** A change. With the key of the change before, it joins that step: one gesture, one undo. */
export function record<T>(history: History<T>, next: T, mergeKey: string | null = null): History<T> {
  if (next === history.present) return history;
  const merges = mergeKey !== null && mergeKey === history.mergeKey && history.past.length > 0;
  const past = merges ? history.past : [...history.past, history.present].slice(-historyLength);
  return { past, present: next, future: [], mergeKey };
}

/** Ends a gesture: the next change is a step of its own even with the same key. */
export function seal<T>(history: History<T>): History<T> {
  return history.mergeKey === null ? history : { ...history, mergeKey: null };
}

export function undo<T>(history: History<T>): History<T> {
  const present = history.past.at(-1);
  if (present === undefined) return history;
  return { past: history.past.slice(0, -1), present, future: [history.present, ...history.future], mergeKey: null };
}

export function redo<T>(history: History<T>): History<T> {
  const [present, ...future] = history.future;
  if (present === undefined) return history;
  return { past: [...history.past, history.present], present, future, mergeKey: null };
}
