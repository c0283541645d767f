import { augmented } from './input/augmented';
import { gradCam } from './prediction/gradCam';
import type { Guard } from './backend/guard';
import { chosenTrouble } from '../pretrained/verifyChosen';
import type { BuiltModel } from './model/model';
import { predictMany } from './prediction/predictMany';
import type { EngineEvent } from './protocol/events';
import { savedDocument } from './model/savedDocument';
import type { Share } from './protocol/share';
import type { Handlers } from './protocol/protocol';

interface Engine {
  model(): BuiltModel;
  guard(): Promise<Guard>;
  emit(event: EngineEvent): void;
}

type Answered = Pick<
  Handlers,
  'checkWeights' | 'savedDocument' | 'predictMany' | 'cancelMany' | 'gradCam' | 'augmented'
>;

/** Requests that look at files and pictures and leave the model as it is. */
export function transferHandlers({ model, guard, emit }: Engine): Answered {
  /** Counts the requests for many predictions: a newer one, or its cancelling, ends the one before. */
  let latest = 0;
  return {
    checkWeights: ({ plan, files }) => chosenTrouble(files, plan),
    savedDocument: async ({ files }) => savedDocument(files),
    async predictMany({ samples, preparation }) {
      const asked = ++latest;
      const progress = (share: Share) => emit({ type: 'many', ...share });
      const cancelled = () => asked !== latest;
      return predictMany(model(), samples, preparation, await guard(), { progress, cancelled });
    },
    cancelMany: async () => (latest++, null),
    gradCam: async (request) => gradCam(model(), request, await guard()),
    augmented: async (request) => augmented(request, await guard()),
  };
}
