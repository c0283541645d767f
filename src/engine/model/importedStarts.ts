import { fingerprint } from '../../compile/fingerprint';
import type { Plan } from '../../compile/plan';
import type { NamedBlob } from '../../formats/weights/weightFile';
import { DownloadError } from '../../pretrained/downloadTrouble';
import type { ImportedStart } from '../checkpoints/checkpoint';
import { errorOf } from '../protocol/failure';
import type { EngineError } from '../protocol/engineError';
import type { Surroundings } from '../surroundings';

/** Files that were put into models of projects: they are kept on this device, so that a reload finds them. */
export class ImportedStarts {
  private keeping: AbortController | null = null;

  constructor(private readonly surroundings: Surroundings) {}

  /** This model starts from these files now. Where they cannot be kept the page is told; the model has them all the same. */
  async keep(project: string, plan: Plan, files: readonly NamedBlob[]): Promise<void> {
    const { keepFiles, checkpoints, emit } = this.surroundings;
    if (!keepFiles) return;
    const name = files[0]?.name ?? '';
    const own = new AbortController();
    this.keeping = own;
    const progress = (share: { done: number; total: number }) => emit({ type: 'weights', name, ...share });
    try {
      const file = await keepFiles(files, own.signal, progress);
      await checkpoints.saveStart(project, { fingerprint: fingerprint(plan), file, name });
    } catch (error) {
      emit({ type: 'warning', error: own.signal.aborted || isFull(error) ? notKept(name, files) : errorOf(error) });
    }
  }

  /** Ends what is being kept. */
  cancel(): void {
    this.keeping?.abort();
  }

  /** The model of a project that starts from files which are here; null where there is none. */
  async fingerprint(project: string): Promise<string | null> {
    const start = await this.surroundings.checkpoints.start(project);
    return start !== null && (await this.files(start)) !== null ? start.fingerprint : null;
  }

  /** The files that a model starts from; null where its plan says it. That they are gone the page is told if they are `needed`. */
  async filesFor(project: string, plan: Plan, needed: boolean): Promise<readonly NamedBlob[] | null> {
    const start = await this.surroundings.checkpoints.start(project);
    if (start === null || start.fingerprint !== fingerprint(plan)) return null;
    const files = await this.files(start);
    if (files === null && needed) {
      this.surroundings.emit({ type: 'warning', error: { code: 'startGone', data: { name: start.name } } });
    }
    return files;
  }

  private async files({ file }: ImportedStart): Promise<readonly NamedBlob[] | null> {
    const own = { source: 'file', architecture: '', includeTop: false, alpha: 1, inputShape: null } as const;
    return (await this.surroundings.weightFile?.({ ...own, file })) ?? null;
  }
}

const isFull = (error: unknown) =>
  (error instanceof DownloadError && error.trouble.code === 'noRoom') ||
  (error instanceof DOMException && error.name === 'QuotaExceededError');

const notKept = (name: string, files: readonly NamedBlob[]): EngineError => ({
  code: 'startNotKept',
  data: { name, bytes: files.reduce((sum, { blob }) => sum + blob.size, 0) },
});
