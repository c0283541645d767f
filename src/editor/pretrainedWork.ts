import type { Plan } from '../compile/plan';
import { WeightFileError } from '../formats/weights/weightFile';
import type { WeightCache } from '../pretrained/cache';
import type { WeightsEntry } from '../pretrained/catalogue';
import { directRoute, proxyRoute, weightsOf } from '../pretrained/download';
import { DownloadError } from '../pretrained/downloadTrouble';
import { StoreFullError } from '../pretrained/fileStore';
import { keepFiles } from '../pretrained/keepFiles';
import { type DownloadProgress, speedometer } from '../pretrained/progress';
import { OtherModelError, verifyChosen } from '../pretrained/verifyChosen';
import type { PretrainedTrouble } from './pretrainedState';

export { weightsFileFor } from '../pretrained/catalogue';

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

interface Chosen extends Work {
  readonly entry: WeightsEntry | null;
  readonly files: readonly File[];
  /** The architecture of an entry; null where nobody knows it. */
  planOf(entry: WeightsEntry): Promise<Plan | null>;
}

/** Opens chosen files and keeps them with progress; the id they have. Rejects as `keepFiles` and `verifyChosen` do. */
export async function keepInPage({ entry, files, progress, planOf, ...work }: Chosen): Promise<string> {
  askToStay();
  const tell = speedometer(progress);
  return keepFiles({
    ...work,
    entry,
    files: files.map((file) => ({ name: file.name, blob: file })),
    progress: (read, total) => tell(read, total, read === total),
    verify: async (chosen) => verifyChosen(chosen, entry === null ? null : await planOf(entry)),
  });
}

/** Anything that was thrown, as data. */
export function troubleOf(id: string, error: unknown): PretrainedTrouble {
  if (error instanceof DownloadError) return error.trouble;
  if (error instanceof WeightFileError) return { code: 'unreadable', id, file: error.trouble };
  if (error instanceof OtherModelError) return { code: 'otherModel', id, ...error.data };
  if (error instanceof StoreFullError) return { code: 'full', id, bytes: null };
  return { code: 'failed', id, detail: error instanceof Error ? error.message : String(error) };
}
