import type { Document } from '../../document/document';
import type { NamedBlob } from '../../formats/weights/weightFile';
import type { MatchReport } from '../../pretrained/matching/matchReport';
import type { Projects } from '../projects/projects';
import type { Runner } from './runner';

/** What came of opening a trained model. */
export type Opened =
  | {
      /** `project`: the document inside the file became a project; `weights`: only its weights went into the model. */
      readonly kind: 'project' | 'weights';
      readonly report: MatchReport;
    }
  /** Nothing was changed in the model; why, where it is the weights that do not fit. Anything else is in the runner's `error`. */
  | { readonly kind: 'refused'; readonly report: MatchReport | null };

interface Parts {
  readonly projects: Pick<Projects, 'create'>;
  readonly runner: Pick<Runner, 'importWeights' | 'predict' | 'store' | 'dismissError'>;
  /** The document that DeepBrick wrote into the file; null for a file of another program. */
  readonly documentIn: (files: readonly NamedBlob[]) => Promise<Document | null>;
}

/**
 * Opens a trained model: with the document inside, as a project of its own with the same weights; without one its weights
 * go into the model on the canvas, all or none. Rejects with what `documentIn` throws.
 */
export async function openTrained(files: readonly NamedBlob[], parts: Parts): Promise<Opened> {
  const { projects, runner, documentIn } = parts;
  const document = await documentIn(files);
  runner.dismissError();
  if (document !== null) await projects.create(document);
  const report = await runner.importWeights(files);
  if (report === null) {
    const { error } = runner.store.getState();
    return { kind: 'refused', report: error?.code === 'weightsMismatch' ? error.data.report : null };
  }
  // What was answered before came from other weights.
  const { sample } = runner.store.getState();
  if (sample !== null) await runner.predict(sample);
  return { kind: document === null ? 'weights' : 'project', report };
}
