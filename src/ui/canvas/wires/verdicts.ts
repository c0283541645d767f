import { type ConnectTrouble, canConnect } from '../../../document/edits';
import type { Document } from '../../../document/document';
import { exitOf, itemsOf } from '../../../document/items';
import type { Library } from '../../../document/template';
import type { Plan } from '../../../compile/plan';
import type { Towers } from '../../../layout/towers';

/** May a wire lead here? If not, why not and what would help. */
export type Verdict = { readonly ok: true } | ConnectTrouble;

/** The bricks between which a wire from one item to another really runs. */
export function wireEnds(document: Document, from: string, to: string) {
  const items = itemsOf(document);
  return { from: exitOf(document, items, from), to: items.base.get(to) ?? to };
}

/** What a wire from an item would meet at every other one. */
export function verdictsFrom(
  document: Document,
  library: Library,
  plan: Plan,
  towers: Towers,
  from: string,
): ReadonlyMap<string, Verdict> {
  const items = itemsOf(document);
  const source = exitOf(document, items, from);
  const verdicts = new Map<string, Verdict>();
  for (const id of towers.items.keys()) {
    const target = id === from ? source : (items.base.get(id) ?? id);
    verdicts.set(id, canConnect(document, library, plan, source, target));
  }
  return verdicts;
}
