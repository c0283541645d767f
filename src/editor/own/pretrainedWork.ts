import type { NamedBlob } from '../../formats/weights/weightFile';
import type { WeightCache } from '../../pretrained/storage/cache';
import type { WeightsEntry } from '../../document/architecture';
import { directRoute, proxyRoute, weightsOf } from '../../pretrained/download';
import { DownloadError } from '../../pretrained/downloadTrouble';
import { StoreFullError } from '../../pretrained/storage/fileStore';
import { keepFiles } from '../../pretrained/storage/keepFiles';
import { type DownloadProgress, speedometer } from '../../pretrained/progress';
import { ChosenError, type ChosenTrouble } from '../../pretrained/chosenTrouble';
import type { PretrainedTrouble } from './pretrainedState';

interface Work {
  readonly cache: WeightCache;
  readonly signal: AbortSignal;
  progress(now: DownloadProgress): void;
}

/** Browsers may throw away what a page has not asked to keep; the answer changes nothing here. */
function askToStay(): void {
  if ('navigator' in globalThis) void navigator.storage?.persist?.();
}

/** Through the server of the page, else directly. Rejects as `weightsOf` does. */
export async function downloadInPage(work: Work & { readonly entry: WeightsEntry; readonly origin: string }) {
  askToStay();
  await weightsOf({ ...work, routes: [proxyRoute(work.origin), directRoute()] });
}

/** What is wrong with files that are to be kept, for an entry or as somebody's own. */
export type Look = (entry: WeightsEntry | null, files: readonly NamedBlob[]) => Promise<ChosenTrouble | null>;

interface Chosen extends Work {
  readonly entry: WeightsEntry | null;
  readonly files: readonly File[];
  look: Look;
}

/** Opens chosen files and keeps them with progress; the id they have. Rejects as `keepFiles` does, and with `ChosenError`. */
export async function keepInPage({ entry, files, progress, look, ...work }: Chosen): Promise<string> {
  askToStay();
  const tell = speedometer(progress);
  return keepFiles({
    ...work,
    entry,
    files: files.map((file) => ({ name: file.name, blob: file })),
    progress: (read, total) => tell(read, total, read === total),
    async verify(chosen) {
      const trouble = await look(entry, chosen);
      if (trouble !== null) throw new ChosenError(trouble);
    },
  });
}

/** Anything that was thrown, as data. */
export function troubleOf(id: string, error: unknown): PretrainedTrouble {
  if (error instanceof DownloadError) return error.trouble;
  if (error instanceof ChosenError) return { ...error.trouble, id };
  if (error instanceof StoreFullError) return { code: 'full', id, bytes: null };
  return { code: 'failed', id, detail: error instanceof Error ? error.message : String(error) };
}
