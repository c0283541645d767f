import type { NamedBlob } from '../../../formats/weights/weightFile';
import { DownloadError } from '../../../pretrained/downloadTrouble';
import type { ImportedStart } from '../../checkpoints/checkpoint';
import { engineTroubleOf } from '../../protocol/engineError';
import type { EngineTrouble } from '../../protocol/engineTrouble';
import type { Subject } from '../../protocol/model';
import type { Share } from '../../protocol/share';
import type { Surroundings } from '../../surroundings';
import { identityOf } from '../planIdentity';
import type { ImportedFiles } from '../weightInitialisation';
import { sharedKeys } from './tensorPlaces';

/** Files that were put into models of projects: they are kept on this device, so that a reload finds them. */
export class ImportedStarts {
  constructor(private readonly surroundings: Surroundings) {}

  /** This model starts from these files now. Where they cannot be kept the page is told; the model has them all the same. */
  async keep({ project, plan }: Subject, { files, places }: ImportedFiles, stopped: AbortSignal): Promise<void> {
    const { keepFiles, checkpoints, emit } = this.surroundings;
    if (!keepFiles) return;
    const name = files[0]?.name ?? '';
    const progress = (share: Share) => emit({ type: 'weights', name, ...share, project, runId: null });
    try {
      const file = await keepFiles(files, stopped, progress);
      await checkpoints.saveStart(project, { fingerprint: identityOf(plan).layers, file, name, places: places ?? {} });
    } catch (error) {
      emit({
        type: 'warning',
        error: stopped.aborted || isFull(error) ? notKept(name, files) : engineTroubleOf(error),
        project,
        runId: null,
      });
    }
  }

  /**
   * The files that a model starts from, or another state of it of which weights are still there; null where its plan says
   * it. That they are gone the page is told if they are `needed`.
   */
  async filesFor({ project, plan }: Subject, needed: boolean): Promise<ImportedFiles | null> {
    const start = await this.surroundings.checkpoints.start(project);
    const damaged = start === 'damaged';
    const isChanged = start !== null && !damaged && start.fingerprint !== identityOf(plan).layers;
    if (start === null || (isChanged && sharedKeys(plan, start.places ?? {}).length === 0)) return null;
    const files = damaged ? null : await this.files(start);
    if (files === null && needed) {
      const error: EngineTrouble = damaged
        ? { code: 'weightsDamaged', data: {} }
        : { code: 'startGone', data: { name: start.name } };
      this.surroundings.emit({ type: 'warning', error, project, runId: null });
    }
    return files && { files, places: isChanged ? (start.places ?? null) : null };
  }

  private async files({ file }: ImportedStart): Promise<readonly NamedBlob[] | null> {
    const own = { source: 'file', architecture: '', includeTop: false, alpha: 1, inputShape: null } as const;
    return (await this.surroundings.weightFile?.({ ...own, file })) ?? null;
  }
}

const isFull = (error: unknown) =>
  (error instanceof DownloadError && error.trouble.code === 'noRoom') ||
  (error instanceof DOMException && error.name === 'QuotaExceededError');

const notKept = (name: string, files: readonly NamedBlob[]): EngineTrouble => ({
  code: 'startNotKept',
  data: { name, bytes: files.reduce((sum, { blob }) => sum + blob.size, 0) },
});
