import { statSync } from 'node:fs';
import { compile } from '../compile/compile';
import { type Plan, buildable, runnable } from '../compile/plan';
import type { Document } from '../document/document';
import type { Result } from '../document/result';
import type { NamedBlob } from '../formats/weights/weightFile';
import { savedContents } from '../formats/saved/savedContents';
import { issueText } from '../i18n/troubles/issues';
import { importNotes } from '../i18n/imports/importNotes';
import { importTroubleText } from '../i18n/troubles/importTrouble';
import type { ImportHelp, ImportTrouble, Imported, ListedModel } from '../importers/importer';
import { importModel, modelsInFile } from '../importers/importModel';
import { sizesIn } from '../importers/question';
import { importProject } from '../importers/project/importProject';
import { library, templates } from '../../templates/index';
import { CommandError } from './commandError';
import { suggestion } from './nearest';
import { openInThread } from './reading/openInThread';
import { templateSource } from './templateSource';
import { type Flags, givenTemplateFlags } from './templateOptions';
import { type LocalFile, filesAt, folderFiles } from './weightPath';

/** A model as the command line names it: a template's id, or a file. */
export interface Source {
  readonly document: Document;
  readonly plan: Plan;
  /** The model's weights, where the file that it came in has them. */
  readonly weights?: readonly NamedBlob[];
}

/**
 * Opens a file that an importer reads; what was assumed or left out is said on stderr. Rejects with `CommandError`, the
 * trouble on one line.
 */
export async function openFile(path: string, given: ImportHelp = {}): Promise<Source> {
  const imported = (await openedFolder(path, given)) ?? (await openedFile(path, given));
  if (!imported.ok) throw new CommandError(`${path}: ${importTroubleText(imported.error, 'en')}`);
  const { document, report, weights } = imported.value;
  for (const note of importNotes(report, 'en')) console.error(note);
  return { document, plan: compile(document, library), ...(weights ? { weights } : {}) };
}

async function openedFile(path: string, given: ImportHelp): Promise<Result<Imported, ImportTrouble>> {
  const [file, ...beside] = await filesTogether(path);
  return importModel(file, library, { ...given, beside: [...beside, ...(given.beside ?? [])], readSaved });
}

/** The project in a folder, such as one that we exported; null where the path is none. */
async function openedFolder(path: string, given: ImportHelp): Promise<Result<Imported, ImportTrouble> | null> {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) return null;
  return importProject(folderFiles(path), (file, help) => importModel(file, library, help), { ...given, readSaved });
}

const readSaved = (files: readonly NamedBlob[]) => savedContents(openInThread, files);

/** The models in a file, each with its number of parameters; what is in none is said on stderr. Rejects with `CommandError`. */
export async function listModels(path: string, given: ImportHelp = {}): Promise<readonly ListedModel[]> {
  const [file, ...beside] = await filesTogether(path);
  const listed = await modelsInFile(file, library, { ...given, beside, readSaved });
  if (!listed.ok) throw new CommandError(`${path}: ${importTroubleText(listed.error, 'en')}`);
  const { models, dropped } = listed.value;
  for (const { name, trouble } of models) if (trouble) console.error(`${name}: ${importTroubleText(trouble, 'en')}`);
  for (const note of importNotes({ taken: [], assumed: [], dropped }, 'en')) console.error(note);
  return models;
}

/** A file, and behind it what lies beside a `model.json`. Throws `CommandError`. */
async function filesTogether(path: string): Promise<readonly [LocalFile, ...LocalFile[]]> {
  const entry = statSync(path, { throwIfNoEntry: false });
  if (!entry) throw new CommandError(`There is no file ${path}.`);
  if (!entry.isFile()) throw new CommandError(`${path} is not a file but a folder.`);
  return (await filesAt(path)) as readonly [LocalFile, ...LocalFile[]];
}

/** The shape that `--input` says: `224x224x3`. Throws `CommandError`. */
export function shapesFrom({ input }: Flags): Pick<ImportHelp, 'shapes'> {
  if (typeof input !== 'string') return {};
  const shape = sizesIn(input);
  if (shape) return { shapes: { '': shape } };
  throw new CommandError(`--input takes sizes such as 224x224x3, not ${JSON.stringify(input)}.`);
}

/** Opens a template by its id, or a file. Rejects with `CommandError`. */
export async function openSource(name: string, flags: Flags): Promise<Source> {
  const template = templates.find(({ id }) => id === name);
  if (template) return templateSource(template, flags);
  if (!/[./\\]/.test(name) && !statSync(name, { throwIfNoEntry: false })) {
    const ids = templates.map(({ id }) => id);
    throw new CommandError(
      `There is no template ${JSON.stringify(name)}.${suggestion(name, ids)} Templates: ${ids.join(', ')}.`,
    );
  }
  const flag = givenTemplateFlags(flags).find((each) => each !== 'input');
  if (flag !== undefined) throw new CommandError(`--${flag} is for templates; ${name} is a file.`);
  return openFile(name, shapesFrom(flags));
}

/** The model if it can be run. Rejects with `CommandError`, which says the first problem, otherwise. */
export const openRunnable = (name: string, flags: Flags): Promise<Source> => openSound(name, flags, runnable);

/** The model if it can have weights: what nothing here computes may be in it. Rejects as `openRunnable` does. */
export const openBuildable = (name: string, flags: Flags): Promise<Source> => openSound(name, flags, buildable);

async function openSound(name: string, flags: Flags, isSound: (plan: Plan) => boolean): Promise<Source> {
  const source = await openSource(name, flags);
  if (isSound(source.plan)) return source;
  const problem = source.plan.issues.find(({ severity }) => severity === 'error');
  throw new CommandError(`${name}: ${problem ? issueText(problem, 'en', library) : 'There is no model in it yet.'}`);
}
