import type { Library } from '../../document/template';
import type { Result } from '../../document/result';
import type { ImportHelp, ImportTrouble, Imported, ListedModel } from '../../importers/importer';
import { importModel, modelsInFile } from '../../importers/importModel';

/** What a piece of code has in it, and the model that is chosen. */
export interface CodeModels {
  readonly models: readonly ListedModel[];
  /** Name of the chosen one; null where none is. */
  readonly chosen: string | null;
  readonly imported: Result<Imported, ImportTrouble>;
}

/**
 * Looks at code without running it, or at any other text that opens as a model. `wanted`: name of the model; where it is
 * missing or not there any more, the one that is no part of another, else the last. `help`: answers to what it does not say.
 */
export async function codeModels(
  code: string,
  wanted: string | null,
  library: Library,
  help: ImportHelp = {},
): Promise<CodeModels> {
  const file = { name: 'code', blob: new Blob([code]) };
  const listed = await modelsInFile(file, library, help);
  const models = listed.ok ? listed.value.models : [];
  const known = models.some(({ name }) => name === wanted) ? wanted : null;
  const first = await importModel(file, library, known === null ? help : { ...help, model: known });
  if (first.ok || first.error.code !== 'whichModel') {
    const own = first.ok ? models.find(({ name }) => models.length === 1 || name === known) : undefined;
    return { models, chosen: known ?? own?.name ?? null, imported: first };
  }
  const last = models.at(-1)!.name;
  return { models, chosen: last, imported: await importModel(file, library, { ...help, model: last }) };
}

/** The line of a text at which something is wrong, from 1; null where no line is at fault. */
export function faultyLine(imported: CodeModels['imported']): number | null {
  if (imported.ok) return null;
  const { error } = imported;
  const trouble = error.code === 'code' ? error.data : error.code === 'noModel' ? error.data.first : null;
  return trouble && trouble.line > 0 ? trouble.line : null;
}

/** Where a line lies in a text, as letters from and to. */
export function lineRange(text: string, line: number): readonly [from: number, to: number] {
  const before = text.split('\n', line - 1).join('\n').length;
  const from = line === 1 ? 0 : Math.min(before + 1, text.length);
  const end = text.indexOf('\n', from);
  return [from, end < 0 ? text.length : end];
}
