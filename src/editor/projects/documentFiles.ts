import type { Document } from '../../document/document';
import { longestText, parse } from '../../document/reading/parse';
import type { ParseError } from '../../document/reading/parseError';
import { serialize } from '../../document/reading/serialize';
import { type Result, done, refused } from '../../document/result';
import { fileName } from '../../formats/file';
import type { Projects } from './projects';

/** Why a file does not become a project; sizes in bytes. */
export type FileTrouble =
  | {
      readonly code: 'fileTooLarge';
      readonly data: { readonly name: string; readonly size: number; readonly limit: number };
    }
  | { readonly code: 'fileUnreadable'; readonly data: { readonly name: string } }
  | { readonly code: 'notDocument'; readonly data: ParseError };

/** Opens a `.deepbrick.json` file as a new project. What cannot be opened leaves the present project as it is. */
export async function openFile(file: File, projects: Pick<Projects, 'create'>): Promise<Result<Document, FileTrouble>> {
  const { name, size } = file;
  if (size > longestText) return refused({ code: 'fileTooLarge', data: { name, size, limit: longestText } });
  const text = await file.text().catch(() => null);
  if (text === null) return refused({ code: 'fileUnreadable', data: { name } });
  const parsed = parse(text);
  if (!parsed.ok) return refused({ code: 'notDocument', data: parsed.error });
  await projects.create(parsed.value);
  return done(parsed.value);
}

/** The document as a file that `openFile` opens again. */
export const documentFile = (document: Document): File =>
  new File([serialize(document)], fileName(document.title), { type: 'application/json' });
