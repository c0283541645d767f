import type { ParseTrouble } from '../../document/reading/parseTrouble';
import { parse } from '../../document/reading/parse';
import { type Result, done, refused } from '../../document/result';
import type { EngineTrouble } from '../../engine/protocol/engineTrouble';
import type { NamedBlob } from '../../formats/weights/weightFile';
import type { MatchReport } from '../../pretrained/matching/matchReport';
import type { Projects } from '../projects/projects';
import type { Runner } from './runner';

/** What came of opening a trained model. */
export interface Opened {
  /** `project`: the document inside the file became a project; `weights`: only its weights went into the model. */
  readonly kind: 'project' | 'weights';
  readonly report: MatchReport;
}

/** Why not; of weights that do not fit, what does not. */
export type OpenTrouble =
  EngineTrouble | { readonly code: 'badDocument'; readonly data: { readonly error: ParseTrouble } };

interface Parts {
  readonly projects: Pick<Projects, 'create'>;
  readonly runner: Pick<Runner, 'importWeights' | 'predict' | 'savedContents' | 'store'>;
}

/**
 * Opens a trained model: with the document inside, as a project of its own with the same weights; without one its weights
 * go into the model on the canvas, all or none. Where only their order says whose they are, it is refused
 * (`weightsByOrder`) unless `byOrder` accepts that.
 */
export async function openTrained(
  files: readonly NamedBlob[],
  parts: Parts,
  { byOrder = false } = {},
): Promise<Result<Opened, OpenTrouble>> {
  const { projects, runner } = parts;
  const saved = await runner.savedContents(files);
  if (!saved.ok) return saved;
  const { document } = saved.value;
  const parsed = document === null ? null : parse(document);
  if (parsed?.ok === false) return refused({ code: 'badDocument', data: { error: parsed.error } });
  if (parsed !== null) await projects.create(parsed.value);
  // A document of its own has its layers in the file's order.
  const report = await runner.importWeights(files, byOrder || parsed !== null);
  if (!report.ok) return report;
  // What was answered before came from other weights.
  const { sample } = runner.store.getState();
  if (sample !== null) await runner.predict(sample);
  return done({ kind: parsed === null ? 'weights' : 'project', report: report.value });
}
