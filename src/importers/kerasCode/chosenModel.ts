import { type Result, done, refused } from '../../document/result';
import type { ImportTrouble } from '../importer';
import type { CodeTrouble } from './codeError';
import type { FoundModel } from './foundModels';
import { layersOf } from './model/models';
import type { FoundModels } from './modelsIn';
import type { Layer } from './values/value';

/** The model of this name, or the only one that is no part of another; not one that lacks what could not be read. */
export function chosenModel(
  found: FoundModels,
  wanted: string | null,
  file: string,
): Result<FoundModel, ImportTrouble> {
  const { models } = found;
  const chosen = wanted === null ? only(models) : byName(models, wanted);
  if (chosen) {
    const missing = lacking(found, chosen, wanted);
    return missing ? refused({ code: 'code', where: null, data: missing }) : done(chosen);
  }
  if (models.length === 0) return refused(noModel(found));
  return refused({ code: 'whichModel', where: null, data: { file, models: models.map(({ name }) => name) } });
}

/** Why code makes no model: what is asked for comes before what is wrong. */
export function noModel({ errors }: FoundModels): ImportTrouble {
  const [first = null] = errors.map(({ trouble }) => trouble);
  const asked = errors.find(({ trouble }) => trouble.code === 'unknownValue')?.trouble;
  return { code: 'noModel', where: null, data: { first: asked ?? first } };
}

const byName = (models: readonly FoundModel[], wanted: string) =>
  models.find(({ name }) => name === wanted) ?? models.findLast(({ variable }) => variable === wanted);

/** Models that are no part of another, where they are one. */
function only(models: readonly FoundModel[]): FoundModel | undefined {
  const parts = new Set(models.flatMap(({ model }) => partsOf(model)));
  const whole = new Map(models.filter(({ model }) => !parts.has(model)).map((each) => [each.model, each]));
  return whole.size <= 1 ? (whole.values().next().value ?? models.at(-1)) : undefined;
}

/** Models inside a model. */
function partsOf(model: Layer, depth = 0): readonly Layer[] {
  if (depth > 8) return [];
  return layersOf(model).flatMap((layer) => (layer.model ? [layer, ...partsOf(layer, depth + 1)] : []));
}

/** Calls of a model that change nothing of its layers. */
const harmless = /\.(fit|fit_generator|compile|evaluate|predict|summary|save|save_weights|load_weights)\b/;

/** Why a model is not what the code says: a statement that adds to it failed, or one that makes it anew. */
function lacking(
  { errors }: FoundModels,
  { variable, model, line }: FoundModel,
  wanted: string | null,
): CodeTrouble | null {
  const [name = variable] = variable.split(/[.[@]/);
  const own = new RegExp(`(^|[^\\w.])${name.replace(/\W/g, '')}\\b`);
  const anew = new RegExp(`^\\s*${name.replace(/\W/g, '')}\\s*=[^=]`);
  const isChain = model.model?.sequence != null;
  const found = errors.find(({ trouble, text }) => {
    if (trouble.line < line) return false;
    if (anew.test(text)) return wanted === null || wanted === variable;
    return isChain && own.test(text) && !harmless.test(text);
  });
  return found?.trouble ?? null;
}
