import type { Result } from '../../document/result';
import type { Library } from '../../document/template';
import type { ImportTrouble, Imported } from '../../importers/importer';
import { importModel } from '../../importers/importModel';
import type { Projects } from './projects';

/** Opens a file as a new project. What cannot be opened leaves the present project as it is. */
export async function openFile(
  file: File,
  projects: Pick<Projects, 'create'>,
  library: Library,
): Promise<Result<Imported, ImportTrouble>> {
  const imported = await importModel({ name: file.name, blob: file }, library);
  if (imported.ok) await projects.create(imported.value.document);
  return imported;
}
