import { compile } from '../../compile/compile';
import { type Result, done, refused } from '../../document/result';
import type { Library } from '../../document/template';
import type { NamedBlob } from '../../formats/weights/weightFile';
import type { ImportHelp, ImportTrouble, ImportNote, Imported, ListedModels } from '../importer';
import { usualSizes } from '../question';
import { chosenModel, noModel } from './chosenModel';
import { documentOf } from './documentOf';
import { type FoundModels, modelsIn } from './modelsIn';
import { codeIn, longestNotebook } from './text/codeIn';
import type { Literal } from '../literal';
import type { Value } from './values/value';
import { dict, float, int, list, none, text, truth, tuple } from './values/make';

/** Longest code that is read, in bytes. */
export const longestCode = 1_000_000;

/** A model of a piece of code as a document. Never throws. */
export async function readKerasCode(
  file: NamedBlob,
  library: Library,
  help: ImportHelp = {},
): Promise<Result<Imported, ImportTrouble>> {
  const found = await modelsOf(file, library, help);
  if (!found.ok) return found;
  const chosen = chosenModel(found.value, help.model ?? null, file.name);
  if (!chosen.ok) return chosen;
  const made = documentOf(chosen.value.model, library, { shapes: help.shapes ?? {} }, found.value.facts);
  if (!made.ok) return made;
  const { report } = made.value;
  return done({ ...made.value, report: { ...report, dropped: [...report.dropped, ...notesOf(found.value)] } });
}

/** As many lines that were left out as are said. */
const mostNotes = 5;

/** Lines that could not be followed. */
function notesOf({ errors, skipped }: FoundModels): readonly ImportNote[] {
  const troubles = [...skipped, ...errors.map(({ trouble }) => trouble)];
  return troubles.slice(0, mostNotes).map((trouble) => ({ code: 'codeLine', where: null, data: trouble }));
}

/** All models of a piece of code, with their parameters. Never throws. */
export async function listKerasCode(
  file: NamedBlob,
  library: Library,
  help: ImportHelp = {},
): Promise<Result<ListedModels, ImportTrouble>> {
  const found = await modelsOf(file, library, help);
  if (!found.ok) return found;
  if (found.value.models.length === 0) return refused(noModel(found.value));
  const models = found.value.models.map(({ name, model }) => {
    const shapes = help.shapes ?? {};
    const first = documentOf(model, library, { shapes });
    // What takes any size has the same parameters for all.
    const usual = first.ok ? null : usualSizes(first.error, shapes);
    const made = usual ? documentOf(model, library, { shapes: usual }) : first;
    if (!made.ok) return { name, parameters: null, trouble: made.error };
    return { name, parameters: compile(made.value.document, library).totals.parameters };
  });
  return done({ models, dropped: notesOf(found.value) });
}

async function modelsOf(
  file: NamedBlob,
  library: Library,
  { values = {}, shapes = {} }: ImportHelp,
): Promise<Result<FoundModels, ImportTrouble>> {
  const { name, blob } = file;
  if (blob.size > longestNotebook)
    return refused({ code: 'tooLarge', where: null, data: { file: name, size: blob.size, limit: longestNotebook } });
  const written = await blob.text().catch(() => null);
  if (written === null) return refused({ code: 'unreadable', where: null, data: { file: name } });
  const code = codeIn(written);
  if (code.text.length > longestCode) {
    return refused({ code: 'tooLarge', where: null, data: { file: name, size: code.text.length, limit: longestCode } });
  }
  return done(
    modelsIn(
      code,
      library,
      new Map(Object.entries(values).map(([key, value]) => [key, givenValue(value)])),
      shapes[''] ?? null,
    ),
  );
}

export function givenValue(value: Literal): Value {
  if (value === null) return none;
  if (typeof value === 'number') return Number.isInteger(value) ? int(value) : float(value);
  if (typeof value === 'string') return text(value);
  if (typeof value === 'boolean') return truth(value);
  if (isSeveral(value)) {
    const items = value.map((each) => givenValue(each));
    return items.every(({ kind }) => kind === 'number') ? tuple(items) : list(items);
  }
  return dict(
    Object.entries(value).map(([key, each]) => [/^\d+$/.test(key) ? int(Number(key)) : text(key), givenValue(each)]),
  );
}

const isSeveral = (value: Literal): value is readonly Literal[] => Array.isArray(value);
