import { ZipError, type ZipEntry, zipEntries } from '../zipEntries';
import { mostUnpacked } from './fileBounds';
import { type NamedBlob, WeightFileError } from './weightFile';

/** DEFLATE makes no more of a byte than this. */
const densest = 1032;

/**
 * The files of a zip that somebody gave as weights. They and their `open` throw
 * `WeightFileError('truncated' | 'unsupportedType' | 'tooLarge')`: all that is unpacked of one zip has a limit.
 */
export async function zippedFiles({ name, blob }: NamedBlob): Promise<readonly ZipEntry[]> {
  const said = (error: unknown) => {
    if (!(error instanceof ZipError)) throw error;
    const { method } = error;
    throw new WeightFileError(
      method === null ? { code: 'truncated', name } : { code: 'unsupportedType', name, type: `zip method ${method}` },
    );
  };
  let unpacked = 0;
  const entries = await zipEntries(blob).catch(said);
  // Each file takes room of its own: a small zip could else hold the same bytes a million times.
  const taken = entries.reduce((sum, { packed }) => sum + packed, 0);
  const dense = entries.some(({ size, packed, stored }) => !stored && size > (packed + 1) * densest);
  if (taken > blob.size || dense) throw new WeightFileError({ code: 'truncated', name });
  return entries.map((entry) => ({
    ...entry,
    async open() {
      if (!entry.stored) unpacked += entry.size;
      if (unpacked > mostUnpacked) {
        throw new WeightFileError({ code: 'tooLarge', name, bytes: unpacked, most: mostUnpacked });
      }
      return entry.open().catch(said);
    },
  }));
}
