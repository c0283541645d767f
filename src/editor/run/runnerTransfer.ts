import type { Plan } from '../../compile/plan';
import { isBuiltIn } from '../../data/catalogue';
import type { Training } from '../../document/training';
import type { Engine } from '../../engine/client';
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
  ensureModel(): Promise<void>;
  preparation(): Preparation;
  /** The weights now come from a file. */
  imported(): void;
  /** Nothing is under way any more. */
  settled(): void;
}

type Methods = Pick<Runner, 'importWeights' | 'savedDocument' | 'predictMany' | 'cancelMany' | 'gradCam' | 'augmented'>;

/** The page's side of transfer learning. Every method resolves, with null where it failed. */
export function transferRunner({ engine, attempt, ensureModel, preparation, imported, settled }: Parts): Methods {
  const asked = async <T extends RequestType>(
    request: () => Request<T>,
    { model } = { model: true },
  ): Promise<Answer<T> | null> => {
    let answer: Answer<T> | null = null;
    await attempt(async () => {
      try {
        if (model) await ensureModel();
        answer = await engine.request<T>(request());
      } finally {
        settled();
      }
    });
    return answer;
  };
  return {
    async importWeights(files) {
      const report = await asked<'importWeights'>(() => ({ type: 'importWeights', files }));
      if (report !== null) imported();
      return report;
    },
    async savedDocument(files) {
      let text: { readonly text: string | null } | null = null;
      await attempt(async () => {
        text = { text: await engine.request({ type: 'savedDocument', files }) };
      });
      return text;
    },
    predictMany: (samples) =>
      asked<'predictMany'>(() => ({ type: 'predictMany', samples, preparation: preparation() })),
    cancelMany: async () => void (await asked<'cancelMany'>(() => ({ type: 'cancelMany' }), { model: false })),
    gradCam: (sample, path, classIndex) =>
      asked<'gradCam'>(() => ({ type: 'gradCam', sample, path, classIndex, preparation: preparation() })),
    augmented: (picture, augmentation, count, seed) =>
      asked<'augmented'>(() => ({ type: 'augmented', picture, augmentation, count, seed }), { model: false }),
  };
}
