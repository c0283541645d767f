import { type Result, done } from '../../document/result';
import type { Library } from '../../document/template';
import type { EngineTrouble } from '../../engine/protocol/engineTrouble';
import type { SavedContents } from '../../formats/saved/savedContents';
import { type NamedBlob, WeightFileError } from '../../formats/weights/weightFile';
import type { ImportTrouble, Imported } from '../../importers/importer';
import { importModel } from '../../importers/importModel';
import type { MatchReport } from '../../pretrained/matching/matchReport';
import type { Projects } from './projects';

interface Parts {
  readonly projects: Pick<Projects, 'create'>;
  /** The worker alone reads files of weights, and puts them into its model. */
  readonly runner: {
    savedContents(files: readonly NamedBlob[]): Promise<Result<SavedContents, EngineTrouble>>;
    importWeights(files: readonly NamedBlob[], byOrder: boolean): Promise<Result<MatchReport, EngineTrouble>>;
  };
  readonly library: Library;
}

/** A model that opened; of one with weights, whether these are in it. */
export interface OpenedFile extends Imported {
  /** Why its weights did not come along; null where they did, or where there are none. */
  readonly withoutWeights: EngineTrouble | null;
}

/**
 * Opens a file as a new project, its weights as the project's own; `beside`: files that were chosen together with it. What
 * cannot be opened leaves the present project as it is.
 */
export async function openFile(
  file: File,
  { projects, runner, library }: Parts,
  beside: readonly File[] = [],
): Promise<Result<OpenedFile, ImportTrouble>> {
  const readSaved = async (files: readonly NamedBlob[]) => {
    const contents = await runner.savedContents(files);
    if (contents.ok) return contents.value;
    const { error } = contents;
    const trouble =
      error.code === 'weightsUnreadable' ? error.data.trouble : ({ code: 'noReader', name: file.name } as const);
    throw new WeightFileError(trouble);
  };
  const others = beside.map((blob) => ({ name: blob.name, blob }));
  const imported = await importModel({ name: file.name, blob: file }, library, { beside: others, readSaved });
  if (!imported.ok) return imported;
  const { document, weights } = imported.value;
  await projects.create(document);
  const put = weights ? await runner.importWeights(weights, false) : null;
  return done({ ...imported.value, withoutWeights: put === null || put.ok ? null : put.error });
}
