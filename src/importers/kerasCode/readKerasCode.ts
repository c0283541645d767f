import { compile } from '../../compile/compile';
import { type Result, done, refused } from '../../document/result';
import type { Library } from '../../document/template';
import type { NamedBlob } from '../../formats/weights/weightFile';
import type { ImportHelp, ImportTrouble, Imported, ListedModel } from '../importer';
import type { CodeTrouble } from './codeError';
import { documentOf } from './documentOf';
import { layersOf } from './model/models';
import { type FoundModel, type FoundModels, modelsIn } from './modelsIn';
import { codeIn } from './text/codeIn';
import type { Layer, Value } from './values/value';
import { float, int, text, truth, tuple } from './values/make';

/** Longest code that is read, in bytes; a notebook may hold pictures besides. */
const longestCode = 1_000_000;
const longestNotebook = 20_000_000;

/** A model of a piece of code as a document. Never throws. */
export async function readKerasCode(
  file: NamedBlob,
  library: Library,
  help: ImportHelp = {},
): Promise<Result<Imported, ImportTrouble>> {
  const found = await modelsOf(file, library, help);
  if (!found.ok) return found;
  const chosen = chosenFrom(found.value, help.model ?? null, file.name);
  if (!chosen.ok) return chosen;
  return documentOf(chosen.value.model, library, { shapes: help.shapes ?? {} });
}

/** All models of a piece of code, with their parameters. Never throws. */
export async function listKerasCode(
  file: NamedBlob,
  library: Library,
  help: ImportHelp = {},
): Promise<Result<readonly ListedModel[], ImportTrouble>> {
  const found = await modelsOf(file, library, help);
  if (!found.ok) return found;
  return done(
    found.value.models.map(({ name, model }) => {
      const made = documentOf(model, library, { shapes: help.shapes ?? {} });
      return { name, parameters: made.ok ? compile(made.value.document, library).totals.parameters : null };
    }),
  );
}

async function modelsOf(
  file: NamedBlob,
  library: Library,
  { values = {} }: ImportHelp,
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
  return done(modelsIn(code, library, new Map(Object.entries(values).map(([key, value]) => [key, givenValue(value)]))));
}

function givenValue(value: number | string | boolean | readonly number[]): Value {
  if (typeof value === 'number') return Number.isInteger(value) ? int(value) : float(value);
  if (typeof value === 'string') return text(value);
  return typeof value === 'boolean' ? truth(value) : tuple(value.map((each) => givenValue(each)));
}

/** The model of this name, or the only one that is no part of another. */
function chosenFrom(
  { models, errors }: FoundModels,
  wanted: string | null,
  file: string,
): Result<FoundModel, ImportTrouble> {
  const first: CodeTrouble | null =
    errors.find(({ code }) => code === 'unknownValue')?.trouble ?? errors[0]?.trouble ?? null;
  if (models.length === 0) return refused({ code: 'noModel', where: null, data: { first } });
  const names = models.map(({ name }) => name);
  if (wanted !== null) {
    const named = models.find(({ name }) => name === wanted) ?? models.findLast(({ variable }) => variable === wanted);
    return named ? done(named) : refused({ code: 'whichModel', where: null, data: { file, models: names } });
  }
  const parts = new Set(models.flatMap(({ model }) => partsOf(model)));
  const whole = [
    ...new Map(models.filter(({ model }) => !parts.has(model)).map((each) => [each.model, each])).values(),
  ];
  const [only = models.at(-1)!] = whole;
  return whole.length <= 1 ? done(only) : refused({ code: 'whichModel', where: null, data: { file, models: names } });
}

/** Models inside a model. */
function partsOf(model: Layer, depth = 0): readonly Layer[] {
  if (depth > 8) return [];
  return layersOf(model).flatMap((layer) => (layer.model ? [layer, ...partsOf(layer, depth + 1)] : []));
}
