import { library, templates } from '../../../templates/index';
import { arrange } from '../../layout/arrange';
import { towersOf } from '../../layout/towers';
import type { Document, Edit } from '../document';
import { documentSchema } from '../document';
import { type Places, bricksOf } from '../items';
import { sharedName, repaired } from '../reading/repair';
import { buildTemplate } from '../template';

export { library };

/** A template's document, arranged, frozen to the last value: an edit that changed it in place would throw. */
export function example(id: string, options: Readonly<Record<string, unknown>> = {}): Document {
  const template = templates.find((candidate) => candidate.id === id)!;
  return deepFrozen(arrange(buildTemplate(template, options), library, 'towers'));
}

/** The same with its stages folded. */
export function foldedExample(id: string, options: Readonly<Record<string, unknown>> = {}): Document {
  const { blocks, ...rest } = buildTemplate(
    templates.find((candidate) => candidate.id === id)!,
    options,
  );
  const folded = Object.entries(blocks).map(([name, block]) => [name, { ...block, folded: name !== 'top' }] as const);
  return deepFrozen(arrange({ ...rest, blocks: Object.fromEntries(folded) }, library, 'towers'));
}

export function deepFrozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const inner of Object.values(value)) deepFrozen(inner);
  return Object.freeze(value);
}

export const placesOf = (document: Document): Places => towersOf(document, library);

/** Applies edits that are made for the document as it then is. */
export function after(document: Document, ...edits: ((places: Places, document: Document) => Edit)[]): Document {
  return edits.reduce((present, edit) => deepFrozen(edit(placesOf(present), present)(present)), document);
}

/** Towers from the bottom to the top, by the name of the lowest: `a: a b c`. */
export function towersText(document: Document): string[] {
  return towersOf(document, library).towers.map(({ items }) => items.join(' '));
}

export const edgesText = (document: Document) =>
  document.edges.map(({ from, to, port }) => `${from}→${to}${port === 0 ? '' : `:${port}`}`);

/** What every document must keep, whatever is done to it. Empty when all is well. */
export function brokenRules(document: Document): string[] {
  const broken: string[] = [];
  const parsed = documentSchema.safeParse(document);
  if (!parsed.success)
    broken.push(`schema: ${parsed.error.issues[0]!.path.join('.')} ${parsed.error.issues[0]!.message}`);
  if (sharedName(document) !== null) broken.push(`name used twice: ${sharedName(document)}`);
  if (repaired(document) !== document) broken.push('blocks out of order');
  for (const name of Object.keys(document.blocks))
    if (bricksOf(document, [name]).length === 0) broken.push(`empty block ${name}`);
  for (const { from, to } of document.edges)
    if (!(from in document.nodes) || !(to in document.nodes)) broken.push(`dangling ${from}→${to}`);
  const keys = document.edges.map(({ from, to, port }) => `${from}→${to}:${port}`);
  if (new Set(keys).size !== keys.length) broken.push('a wire twice');
  return broken;
}
