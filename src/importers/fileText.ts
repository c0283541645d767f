import { longestText } from '../document/reading/parse';
import { type Result, done, refused } from '../document/result';
import type { NamedBlob } from '../formats/weights/weightFile';
import type { ImportTrouble } from './importer';

/** The first bytes as text: of a file in UTF-8, all but perhaps the last character. */
export function textOf(first: Uint8Array): string {
  return new TextDecoder().decode(first).trimStart();
}

/** The whole text of a file; one that is larger than any model's is not read. */
export async function fileText({ name, blob }: NamedBlob): Promise<Result<string, ImportTrouble>> {
  // A character has at most four bytes.
  const limit = longestText * 4;
  if (blob.size > limit) {
    return refused({ code: 'tooLarge', where: null, data: { file: name, size: blob.size, limit } });
  }
  const text = await blob.text().catch(() => null);
  return text === null ? refused({ code: 'unreadable', where: null, data: { file: name } }) : done(text);
}
