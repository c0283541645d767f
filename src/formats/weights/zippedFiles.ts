import { ZipError, type ZipEntry, zipEntries } from '../zipEntries';
import { type NamedBlob, WeightFileError } from './weightFile';

/** The files of a zip that somebody gave as weights. They and their `open` throw `WeightFileError('truncated' | 'unsupportedType')`. */
export async function zippedFiles({ name, blob }: NamedBlob): Promise<readonly ZipEntry[]> {
  const said = (error: unknown) => {
    if (!(error instanceof ZipError)) throw error;
    const { method } = error;
    throw new WeightFileError(
      method === null ? { code: 'truncated', name } : { code: 'unsupportedType', name, type: `zip method ${method}` },
    );
  };
  const entries = await zipEntries(blob).catch(said);
  return entries.map((entry) => ({ ...entry, open: () => entry.open().catch(said) }));
}
