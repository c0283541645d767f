import type { Plan } from '../../compile/plan';
import { isBuiltIn } from '../../data/catalogue';
import type { Training } from '../../document/training';
import type { Document } from '../../document/document';
import { type Result, done, refused } from '../../document/result';
import type { Engine } from '../../engine/client';
import type { EngineTrouble } from '../../engine/protocol/engineTrouble';
import { engineTroubleOf } from '../../engine/protocol/engineError';
import type { Subject } from '../../engine/protocol/model';
import type { Answer, Request, RequestType } from '../../engine/protocol/protocol';
import type { Preparation } from '../../engine/protocol/samples';
import type { Runner } from './runnerState';

/** Photos get the size that training gives them; drawings and the embedded data are averaged over what a cell covers. */
export function preparationOf({ preprocessing }: Plan, training: Training): Preparation {
  const photos = preprocessing !== undefined || !isBuiltIn(training.dataset);
  return { preprocessing: training.preprocessing, interpolation: photos ? training.interpolation : null };
}

interface Parts {
  readonly engine: Engine;
  /** Trouble is shown, besides. */
  attempt<T>(work: () => Promise<T>): Promise<Result<T, EngineTrouble>>;
  /** The model that is asked about. */
  about(): Subject;
  /** As it goes into a saved model. */
  document(): Document;
  preparation(): Preparation;
  /** Asks what the model's weights are now. */
  look(): Promise<unknown>;
  /** Nothing is under way any more. */
  settled(): void;
}

type Methods = Pick<Runner, 'importWeights' | 'save' | 'savedContents' | 'predictMany' | 'gradCam' | 'augmented'>;

/** What the engine answers, or why not, as data. */
export async function told<T>(answer: Promise<T>): Promise<Result<T, EngineTrouble>> {
  try {
    return done(await answer);
  } catch (thrown) {
    return refused(engineTroubleOf(thrown));
  }
}

/** The page's side of files and of transfer learning. */
export function transferRunner({ engine, attempt, about, document, preparation, look, settled }: Parts): Methods {
  const asked = <T extends RequestType>(
    request: Request<T>,
    signal?: AbortSignal,
  ): Promise<Result<Answer<T>, EngineTrouble>> => attempt(() => engine.request<T>(request, signal).finally(settled));
  return {
    async importWeights(files, byOrder, signal) {
      const report = await told(engine.request({ type: 'importWeights', about: about(), files, byOrder }, signal));
      settled();
      if (report.ok) await look();
      return report;
    },
    async save(format, signal) {
      const file = await told(engine.request({ type: 'save', about: about(), format, document: document() }, signal));
      settled();
      return file;
    },
    savedContents: (files, signal) => told(engine.request({ type: 'savedContents', files }, signal)),
    predictMany: (samples, signal) =>
      asked<'predictMany'>({ type: 'predictMany', about: about(), samples, preparation: preparation() }, signal),
    gradCam: (sample, path, classIndex) =>
      asked<'gradCam'>({
        type: 'gradCam',
        about: about(),
        sample,
        path,
        classIndex,
        preparation: preparation(),
      }),
    augmented: (picture, augmentation, count, seed) =>
      asked<'augmented'>({ type: 'augmented', picture, augmentation, count, seed }),
  };
}
