import { resolve } from 'node:path';
import type { Shape } from '../brick/shape';
import type { WeightsEntry } from '../document/architecture';
import { publishedFile } from '../document/publishedWeights';
import { type ArchitectureTemplate, initialOptions } from '../document/template';
import type { NamedBlob } from '../formats/weights/weightFile';
import { downloadText } from '../i18n/panels/pretrained';
import { WeightCache } from '../pretrained/storage/cache';
import { weightsOf } from '../pretrained/download';
import { DownloadError } from '../pretrained/downloadTrouble';
import { cacheFolder, folderStore } from '../pretrained/storage/folderStore';
import type { DownloadProgress } from '../pretrained/progress';
import { CommandError } from './commandError';
import { filesAt } from './weightPath';
import { weightsRoute } from './server/weightsProxy';

export const folderCache = (): WeightCache => new WeightCache(folderStore(cacheFolder()));

/** The published file for an architecture with these options. Throws `CommandError` where there is none. */
export function entryFor(template: ArchitectureTemplate, options: Readonly<Record<string, unknown>>): WeightsEntry {
  const { alpha = 1, classes, inputShape } = options;
  const includeTop = options['includeTop'] !== false;
  const wanted = { source: 'imagenet', includeTop, alpha: Number(alpha) } as const;
  const entry = publishedFile(template, wanted, inputShape as Shape);
  if (entry !== null && (!includeTop || classes === initialOptions(template)['classes'])) return entry;
  throw unpublished(template);
}

/** There are no weights for an architecture with the options that were given. */
export const unpublished = ({ id }: ArchitectureTemplate): CommandError =>
  new CommandError(
    `Nobody publishes weights of ${id} with these options; give --weights <file>, or see weights list --all.`,
  );

/** Weights that come with DeepBrick itself. */
export const embeddedWeights = (): Promise<readonly NamedBlob[]> =>
  filesAt(resolve(import.meta.dirname, '../../public/digitsBackbone'));

/** The files of an entry, downloaded when they are not in the cache; Ctrl+C keeps what came. Throws `CommandError`. */
export async function downloaded(entry: WeightsEntry): Promise<readonly NamedBlob[]> {
  const cancel = new AbortController();
  const stop = () => cancel.abort();
  process.once('SIGINT', stop);
  const { isTTY } = process.stderr;
  const progress = (now: DownloadProgress) => {
    if (isTTY) process.stderr.write(`\r\u001B[K${entry.id}: ${progressText(now)}`);
  };
  try {
    return await weightsOf({ entry, cache: folderCache(), routes: [weightsRoute()], signal: cancel.signal, progress });
  } catch (error) {
    if (error instanceof DownloadError) throw new CommandError(downloadText(error.trouble, 'en'));
    if (cancel.signal.aborted) throw new CommandError(`${entry.id}: cancelled; what came is kept for the next time.`);
    throw error;
  } finally {
    if (isTTY) process.stderr.write('\r\u001B[K');
    process.off('SIGINT', stop);
  }
}

const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1);

/** `12.4 of 58.9 MB, 3.1 MB/s, 15 s left`. */
function progressText({ received, total, bytesPerSecond, secondsLeft }: DownloadProgress): string {
  const amount = total === null ? megabytes(received) : `${megabytes(received)} of ${megabytes(total)}`;
  const left = secondsLeft === null ? '' : `, ${Math.ceil(secondsLeft)} s left`;
  return `${amount} MB, ${megabytes(bytesPerSecond)} MB/s${left}`;
}
