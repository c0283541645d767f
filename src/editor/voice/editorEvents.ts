import type { Issue } from '../../compile/issue';
import type { EditorState } from '../store';
import { type DocumentChange, documentChange } from './documentChange';

/** What is said of the model on the canvas. */
export type EditorEvent =
  | { readonly code: 'opened'; readonly data: { readonly title: string; readonly bricks: number } }
  | { readonly code: 'done' | 'undone' | 'redone'; readonly data: DocumentChange };

/** What whoever changes it hears from the field itself, letter by letter or step by step. */
const fromTheField: readonly DocumentChange['code'][] = ['changed', 'title', 'settings'];

type Seen = Pick<EditorState, 'document' | 'history'>;

/** What happened between two states of the editor; null for what needs no word, such as what is being typed. */
export function editorEvent(before: Seen, after: Seen): EditorEvent | null {
  if (before.document === after.document) return null;
  const { past, future } = after.history;
  if (past.length === 0 && future.length === 0) {
    const { title, nodes } = after.document;
    return { code: 'opened', data: { title, bricks: Object.keys(nodes).length } };
  }
  const change = documentChange(before.document, after.document);
  if (change === null) return null;
  if (future.length > before.history.future.length) return { code: 'undone', data: change };
  if (
    future.length > 0 ||
    (future.length < before.history.future.length && after.document === before.history.future[0])
  )
    return { code: 'redone', data: change };
  return fromTheField.includes(change.code) ? null : { code: 'done', data: change };
}

/** What is said of problems once nothing is being changed any more. */
export type ProblemEvent =
  | { readonly code: 'problem'; readonly data: { readonly issue: Issue; readonly count: number } }
  | { readonly code: 'solved'; readonly data: { readonly left: number } };

const issueKey = ({ code, where, data }: Issue) => JSON.stringify([code, where, data]);

/** The first new problem, or how many are left where some are gone. */
export function problemEvent(before: readonly Issue[], after: readonly Issue[]): ProblemEvent | null {
  const known = new Set(before.map(issueKey));
  const fresh = after.find((issue) => !known.has(issueKey(issue)));
  if (fresh !== undefined) return { code: 'problem', data: { issue: fresh, count: after.length } };
  return after.length < before.length ? { code: 'solved', data: { left: after.length } } : null;
}
