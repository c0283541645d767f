import { openAsBlob, statSync } from 'node:fs';
import { basename } from 'node:path';
import { compile } from '../compile/compile';
import { type Plan, runnable } from '../compile/plan';
import type { Document } from '../document/document';
import { issueText } from '../i18n/troubles/issues';
import { importTroubleText, importNotes } from '../i18n/troubles/importTrouble';
import { importModel } from '../importers/importModel';
import { templateDocument } from '../layout/templateDocument';
import { library, templates } from '../../templates/index';
import { CommandError } from './commandError';
import { suggestion } from './nearest';
import { type Flags, givenTemplateFlags, optionsFrom } from './templateOptions';

/** A model as the command line names it: a template's id, or a file. */
export interface Source {
  readonly document: Document;
  readonly plan: Plan;
}

/**
 * Opens a file that an importer reads; what was assumed or left out is said on stderr. Rejects with `CommandError`, the
 * trouble on one line.
 */
export async function openFile(path: string): Promise<Source> {
  const entry = statSync(path, { throwIfNoEntry: false });
  if (!entry) throw new CommandError(`There is no file ${path}.`);
  if (!entry.isFile()) throw new CommandError(`${path} is not a file but a folder.`);
  const imported = await importModel({ name: basename(path), blob: await openAsBlob(path) }, library);
  if (!imported.ok) throw new CommandError(`${path}: ${importTroubleText(imported.error, 'en')}`);
  const { document, report } = imported.value;
  for (const note of importNotes(report, 'en')) console.error(note);
  return { document, plan: compile(document, library) };
}

/** Opens a template by its id, or a file. Rejects with `CommandError`. */
export async function openSource(name: string, flags: Flags): Promise<Source> {
  const template = templates.find(({ id }) => id === name);
  if (template) {
    const document = templateDocument(template, optionsFrom(template, flags), library);
    return { document, plan: compile(document, library) };
  }
  if (!/[./\\]/.test(name) && !statSync(name, { throwIfNoEntry: false })) {
    const ids = templates.map(({ id }) => id);
    throw new CommandError(
      `There is no template ${JSON.stringify(name)}.${suggestion(name, ids)} Templates: ${ids.join(', ')}.`,
    );
  }
  const [flag] = givenTemplateFlags(flags);
  if (flag !== undefined) throw new CommandError(`--${flag} is for templates; ${name} is a file.`);
  return openFile(name);
}

/** The model if it can be built. Rejects with `CommandError`, which says the first problem, otherwise. */
export async function openRunnable(name: string, flags: Flags): Promise<Source> {
  const source = await openSource(name, flags);
  if (runnable(source.plan)) return source;
  const problem = source.plan.issues.find(({ severity }) => severity === 'error');
  throw new CommandError(`${name}: ${problem ? issueText(problem, 'en', library) : 'There is no model in it yet.'}`);
}
