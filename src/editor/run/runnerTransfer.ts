import type { Plan } from '../../compile/plan';
import { isBuiltIn } from '../../data/catalogue';
import type { Training } from '../../document/training';
import type { Engine } from '../../engine/client';
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
  attempt(work: () => Promise<void>): Promise<void>;
  /** The model that is asked about. */
  about(): Subject;
  preparation(): Preparation;
  /** Asks what the model's weights are now. */
  look(): Promise<void>;
  /** Nothing is under way any more. */
  settled(): void;
}

type Methods = Pick<Runner, 'importWeights' | 'savedDocument' | 'predictMany' | 'gradCam' | 'augmented'>;

/** The page's side of transfer learning. Every method resolves, with null where it failed. */
export function transferRunner({ engine, attempt, about, preparation, look, settled }: Parts): Methods {
  const asked = async <T extends RequestType>(request: Request<T>, signal?: AbortSignal): Promise<Answer<T> | null> => {
    let answer: Answer<T> | null = null;
    await attempt(async () => {
      try {
        answer = await engine.request<T>(request, signal);
      } finally {
        settled();
      }
    });
    return answer;
  };
  return {
    async importWeights(files) {
      const report = await asked<'importWeights'>({ type: 'importWeights', about: about(), files });
      if (report !== null) await look();
      return report;
    },
    async savedDocument(files) {
      let text: { readonly text: string | null } | null = null;
      await attempt(async () => {
        text = { text: await engine.request({ type: 'savedDocument', files }) };
      });
      return text;
    },
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
