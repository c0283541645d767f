import type { HeadedStore } from '../../checkpoints/checkpointHeads';
import { settled } from '../../checkpoints/settledRun';
import type { ModelState, Subject } from '../../protocol/model';
import { identityOf } from '../planIdentity';
import { originOf } from '../weightInitialisation';
import type { ImportedStarts } from './importedStarts';

/** What a model that is not in memory has: what it learned, else the file that was put into it, else what its plan says. */
export async function storedState(
  subject: Subject,
  checkpoints: HeadedStore,
  starts: ImportedStarts,
): Promise<ModelState> {
  const head = await checkpoints.head(subject.project);
  if (head?.fingerprint === identityOf(subject.plan).layers) return { weights: 'trained', run: settled(head.run) };
  const imported = await starts.filesFor(subject, false);
  return { weights: imported === null ? originOf(subject.plan) : 'imported', run: null };
}
