import type { Document } from '../document/document';

/** What a link to the page can lock for those who open it. */
export const lockNames = ['model', 'settings', 'templates', 'code'] as const;
export type Lock = (typeof lockNames)[number];

/** An edit that was refused because the link locks what it changes. */
export type LockedEdit = { readonly code: 'locked'; readonly data: { readonly lock: Lock } };

/** Everything about the bricks but where they stand. */
function structure({ nodes, edges, weights }: Document): string {
  const bricks = Object.entries(nodes).map(([name, { type, params, trainable, bypassed, sharesWith }]) => [
    name,
    { type, params, trainable, bypassed, sharesWith },
  ]);
  return JSON.stringify([bricks, edges, weights]);
}

/** The lock that forbids this change; null where none does. Moving, folding and naming the project are always free. */
export function lockOf(locks: readonly Lock[], before: Document, after: Document): Lock | null {
  if (locks.includes('settings') && before.training !== after.training) return 'settings';
  const same = before.nodes === after.nodes && before.edges === after.edges && before.weights === after.weights;
  if (same || !locks.includes('model')) return null;
  return structure(before) === structure(after) ? null : 'model';
}
