import type { Dataset } from '../dataset';
import type { Reading } from './reading/pieces';
import { type Said, surveyOf } from './survey';
import { type TableChoices, proposedChoices } from './taking/choices';
import { takeTable } from './taking/takeTable';

/**
 * A dataset of a file without asking: as it is proposed, columns guessed, the answer by its name, its kind and its place; or
 * `like` another table was taken, where its columns have the same names.
 * Rejects with `TableError`, or with the signal's reason when it was cancelled.
 */
export async function importFile(
  id: string,
  source: Blob | string,
  name: string,
  { progress, signal }: Reading,
  { said = {}, like }: { readonly said?: Said; readonly like?: TableChoices | undefined } = {},
): Promise<Dataset> {
  const file = typeof source === 'string' ? new Blob([source]) : source;
  const survey = await surveyOf(file, name, said, { progress: (share) => progress(share / 2), signal });
  const same =
    like !== undefined &&
    like.columns.length === survey.columns.length &&
    like.columns.every(({ name }, place) => name === survey.columns[place]!.name);
  const choices = same ? { ...like, how: survey.how } : proposedChoices(survey);
  return takeTable(id, file, choices, { progress: (share) => progress(0.5 + share / 2), signal });
}
