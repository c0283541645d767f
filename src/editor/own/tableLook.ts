import type { Said, Survey } from '../../data/tables/survey';
import { type TableChoices, proposedChoices } from '../../data/tables/taking/choices';

/** A file to look through, and how somebody has said that it is to be read. */
export interface TableStart {
  readonly file: File;
  readonly said?: Said;
}

/** A table that is looked at before it is taken: what was found in it, and how it will be taken. */
export interface TableLook {
  readonly file: File;
  readonly said: Said;
  readonly survey: Survey;
  readonly choices: TableChoices;
}

export const tableLook = ({ file, said = {} }: TableStart, survey: Survey): TableLook => ({
  file,
  said,
  survey,
  choices: proposedChoices(survey),
});
