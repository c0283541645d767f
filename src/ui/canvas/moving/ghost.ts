import { compile } from '../../../compile/compile';
import type { Issue } from '../../../compile/issue';
import type { Edit } from '../../../document/document';
import type { EditorState } from '../../../editor/store';
import type { Library } from '../../../document/template';
import { type Item, towersOf } from '../../../layout/towers';
import { type ItemView, itemView } from '../../brick/itemView';
import { viewContext } from '../../brick/viewContext';

/** A brick that is held over a tower as it will stand there when it is let go, and what then will be wrong. */
export interface Ghost {
  readonly item: Item;
  readonly view: ItemView;
  /** The first error that the model does not have yet. */
  readonly issue: Issue | null;
}

/** So many bricks are compiled anew within a frame or two. */
const mostBricks = 1000;

/** What the edit of letting go would make of its brick; null where it would stand alone, or where that takes too long to tell. */
export function ghostOf(
  edit: Edit,
  name: string,
  { document, plan }: Pick<EditorState, 'document' | 'plan'>,
  library: Library,
): Ghost | null {
  if (Object.keys(document.nodes).length > mostBricks) return null;
  const after = edit(document);
  const { items, towers } = towersOf(after, library);
  const item = items.get(name);
  // A tower that does not take it leaves it where nothing is.
  if (!item || towers.some(({ id, items: own }) => id === name && own.length === 1)) return null;
  const then = compile(after, library);
  const known = new Set(plan.issues.map(({ code, where }) => `${code} ${where}`));
  const issue = then.issues.find(({ severity, code, where }) => severity === 'error' && !known.has(`${code} ${where}`));
  return { item, view: itemView(item, viewContext(after, then, library)), issue: issue ?? null };
}
