import { compile } from '../../compile/compile';
import { type Result, done, refused } from '../../document/result';
import type { Library } from '../../document/template';
import { WeightsMismatch } from '../../formats/weights/weightTensors';
import type { ImportHelp, ImportNote, ImportTrouble, Imported, ListedModels } from '../importer';
import { usualSizes } from '../question';
import type { CodeTrouble } from '../kerasCode/codeError';
import type { CodeText } from '../kerasCode/text/codeText';
import type { Value } from '../kerasCode/values/value';
import { weightFiles } from '../onnx/weightFiles';
import { documentOf } from './convert/documentOf';
import { modulesIn } from './modules/moduleClass';
import { stateBeside } from './stateBeside';
import { type TorchModel, type TorchText, torchModels } from './torchModels';

/** As many lines that were left out as are said. */
const mostNotes = 5;

const notesOf = ({ errors, skipped }: TorchText): readonly ImportNote[] =>
  [...skipped, ...errors].slice(0, mostNotes).map((trouble) => ({ code: 'codeLine', where: null, data: trouble }));

/** The model of this name, or the only one that is no part of another. */
function chosenModel(text: TorchText, wanted: string | undefined, file: string): Result<TorchModel, ImportTrouble> {
  const { models, base } = text;
  // What would be left is the new end of a network that is not in the text.
  const network = text.errors.find(({ code }) => code === 'torchvision');
  if (network && wanted === undefined && models.every(({ name }) => name.startsWith('Sequential')))
    return refused({ code: 'noModel', where: null, data: { first: network } });
  const inside = new Set(models.flatMap(({ module }) => [...modulesIn(module, base).keys()].slice(1)));
  const whole = new Map(models.filter(({ module }) => !inside.has(module)).map((each) => [each.module, each]));
  const only = whole.size === 1 ? whole.values().next().value : undefined;
  const chosen = wanted === undefined ? only : models.find(({ name }) => name === wanted);
  if (chosen) return done(chosen);
  if (models.length > 0)
    return refused({ code: 'whichModel', where: null, data: { file, models: models.map(({ name }) => name) } });
  return refused(noModel(text));
}

/** Why code makes no model: what is asked for comes before what is wrong. */
function noModel({ errors }: TorchText): ImportTrouble {
  const first: CodeTrouble | undefined = errors.find(({ code }) => code === 'unknownValue') ?? errors[0];
  return { code: 'noModel', where: null, data: { first: first ?? null } };
}

/** Weights whose sizes are not those of the bricks are none. */
function notFitting(error: unknown): null {
  if (error instanceof WeightsMismatch) return null;
  throw error;
}

/** A model of code for PyTorch as a document. Never throws. */
export async function readPytorchCode(
  code: CodeText,
  file: string,
  library: Library,
  values: ReadonlyMap<string, Value>,
  { model, shapes = {}, beside = [] }: ImportHelp,
): Promise<Result<Imported, ImportTrouble>> {
  const text = torchModels(code, library, values);
  const chosen = chosenModel(text, model, file);
  if (!chosen.ok) return chosen;
  const given = await stateBeside(beside);
  if (!given.ok) return given;
  const state = given.value;
  const made = documentOf(chosen.value, text, library, shapes, state?.numbersOf ?? null);
  if (!made.ok) return made;
  const { document, report, converted } = made.value;
  const notes = [...report.dropped, ...notesOf(text)];
  if (state === null) return done({ document, report: { ...report, dropped: notes } });
  const weights = await weightFiles(compile(document, library), converted.drafts).catch(notFitting);
  const missing = state.missing();
  if (missing.length === 0 && weights) return done({ document, report: { ...report, dropped: notes }, weights });
  const lost: ImportNote = { code: 'missingWeights', where: null, data: { names: missing.slice(0, 5) } };
  return done({ document, report: { ...report, dropped: [...notes, lost] } });
}

/** All models of code for PyTorch, with their parameters. Never throws. */
export function listPytorchCode(
  code: CodeText,
  library: Library,
  values: ReadonlyMap<string, Value>,
  { shapes = {} }: ImportHelp,
): Result<ListedModels, ImportTrouble> {
  const text = torchModels(code, library, values);
  if (text.models.length === 0) return refused(noModel(text));
  const models = text.models.map((model) => {
    const first = documentOf(model, text, library, shapes);
    // Its parameters do not depend on it.
    const answer = first.ok ? null : usualSizes(first.error, shapes);
    const made = answer ? documentOf(model, text, library, answer) : first;
    if (!made.ok) return { name: model.name, parameters: null, trouble: made.error };
    return { name: model.name, parameters: compile(made.value.document, library).totals.parameters };
  });
  return done({ models, dropped: notesOf(text) });
}
