import type { Document } from '../../document/document';
import { type Result, done, refused } from '../../document/result';
import type { Library } from '../../document/template';
import type { ImportTrouble } from '../importer';
import { chosenModel } from './chosenModel';
import type { CodeTrouble } from './codeError';
import { documentOf } from './documentOf';
import { layersOf } from './model/models';
import { namesIn } from './model/graphOf';
import { type FoundModels, modelsIn } from './modelsIn';
import { type Extents, extentsIn } from './syntax/extents';
import { codeText } from './text/codeText';
import type { Layer } from './values/value';

/** The model of a text that is being written, and where in the text it is made. */
export interface TracedModel {
  readonly document: Document;
  /** Of every layer, by name, the lines that make and call it, from 1: as what is written goes, from its first line to its last. */
  readonly lines: ReadonlyMap<string, Extents>;
}

/** Why a text is no model, and at which line, from 1; null where no line is at fault. */
export interface TracedTrouble {
  readonly trouble: ImportTrouble;
  readonly line: number | null;
}

/** Longest text that is read while it is written. */
const longest = 1_000_000;

/** The model that Keras code makes, all of which must be understood. Never throws. */
export function tracedModel(text: string, library: Library): Result<TracedModel, TracedTrouble> {
  const file = 'model.py';
  if (text.length > longest) {
    const trouble = { code: 'tooLarge', where: null, data: { file, size: text.length, limit: longest } } as const;
    return refused({ trouble, line: null });
  }
  const found = modelsIn(codeText([{ text, line: 1, cell: null }]), library);
  const [first] = found.errors;
  if (first)
    return refused({ trouble: { code: 'code', where: null, data: first.trouble }, line: lineOf(first.trouble) });
  const chosen = chosenModel(found, null, file);
  if (!chosen.ok) return refused({ trouble: chosen.error, line: null });
  const { model } = chosen.value;
  const made = documentOf(model, library, {}, found.facts);
  const lines = made.ok || made.error.where !== null ? linesIn(model, found, text) : null;
  if (made.ok) return done({ document: made.value.document, lines: lines! });
  const { error } = made;
  const [place] = lines?.get(error.where ?? '')?.toReversed() ?? [];
  return refused({ trouble: error, line: error.code === 'code' ? lineOf(error.data) : (place?.[0] ?? null) });
}

const lineOf = ({ line }: CodeTrouble): number | null => (line > 0 ? line : null);

function linesIn(model: Layer, found: FoundModels, text: string): ReadonlyMap<string, Extents> {
  const extentAt = extentsIn(text);
  const lines = new Map<string, Extents>();
  const take = (of: Layer, names: ReadonlyMap<unknown, string>) => {
    for (const layer of [...of.model!.inputs.map((input) => input.layer), ...layersOf(of)]) {
      const own = names.get(layer);
      if (own !== undefined && !lines.has(own)) lines.set(own, found.linesOf(layer).map(extentAt));
      if (layer.model?.application === null && layer.model.outputs.length > 0) take(layer, namesIn(layer));
    }
  };
  take(model, namesIn(model));
  return withoutCommon(lines);
}

/** Lines that all layers have, such as that which calls the function of them all, say nothing of any. */
function withoutCommon(lines: ReadonlyMap<string, Extents>): ReadonlyMap<string, Extents> {
  const [one, ...others] = lines.values();
  const common = (one ?? [])
    .map(([first]) => first)
    .filter((line) => others.every((extents) => extents.some(([first]) => first === line)));
  if (others.length === 0 || common.length === 0) return lines;
  const own = (extents: Extents) => extents.filter(([first]) => !common.includes(first));
  return new Map(
    Array.from(lines, ([name, extents]) => [name, own(extents).length === 0 ? extents : own(extents)] as const),
  );
}
