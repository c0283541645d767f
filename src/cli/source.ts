import { readFileSync, statSync } from 'node:fs';
import { compile } from '../compile/compile';
import { type Plan, runnable } from '../compile/plan';
import type { Document } from '../document/document';
import { longestText, parse } from '../document/reading/parse';
import { issueText } from '../i18n/troubles/issues';
import { parseErrorText } from '../i18n/troubles/parseErrors';
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

/** Opens a `.deepbrick.json` file. Throws `CommandError` with the trouble on one line. */
export function openFile(path: string): Source {
  const entry = statSync(path, { throwIfNoEntry: false });
  if (!entry) throw new CommandError(`There is no file ${path}.`);
  if (!entry.isFile()) throw new CommandError(`${path} is not a file but a folder.`);
  // A character has at most four bytes: whatever is larger need not be read to be refused.
  const limit = longestText * 4;
  if (entry.size > limit) {
    throw new CommandError(`${path}: ${parseErrorText({ code: 'tooLarge', data: { size: entry.size, limit } }, 'en')}`);
  }
  const parsed = parse(readFileSync(path, 'utf8'));
  if (!parsed.ok) throw new CommandError(`${path}: ${parseErrorText(parsed.error, 'en')}`);
  return { document: parsed.value, plan: compile(parsed.value, library) };
}

/** Opens a template by its id, or a file. Throws `CommandError`. */
export function openSource(name: string, flags: Flags): Source {
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

/** The model if it can be built. Throws `CommandError` with the first problem otherwise. */
export function openRunnable(name: string, flags: Flags): Source {
  const source = openSource(name, flags);
  if (runnable(source.plan)) return source;
  const problem = source.plan.issues.find(({ severity }) => severity === 'error');
  throw new CommandError(`${name}: ${problem ? issueText(problem, 'en', library) : 'There is no model in it yet.'}`);
}
