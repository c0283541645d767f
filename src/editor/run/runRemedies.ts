import type { Fix } from '../../document/fix';
import type { Training } from '../../document/training';
import { lowerRate } from '../../document/training/lowerRate';
import { optimizerSettings } from '../../document/training/trainingChoices';
import type { EngineTrouble } from '../../engine/protocol/engineTrouble';
import type { NamedCause } from '../../engine/soundness/namedCause';

const rateOf = ({ name, settings }: Training['optimizer']) =>
  Number(settings['learningRate'] ?? optimizerSettings[name]['learningRate']);

/** The likely cause that the run's trouble names. */
function causeOf(error: EngineTrouble): NamedCause | null {
  if (error.code === 'stuckLoss') return { kind: 'learningRate', ...error.data };
  return error.code === 'notANumber' || error.code === 'absurdLoss' ? error.data.cause : null;
}

/** What mends the likely cause of a run's trouble in one step; nothing where it has been changed since. */
export function runRemedies(error: EngineTrouble, training: Training): readonly Fix[] {
  if (error.code === 'tooLarge') {
    const { batchSize } = error.data;
    return batchSize === null || batchSize >= training.batchSize ? [] : [{ kind: 'setBatchSize', batchSize }];
  }
  const cause = causeOf(error);
  switch (cause?.kind) {
    case 'learningRate': {
      const same = cause.optimizer === training.optimizer.name && cause.rate === rateOf(training.optimizer);
      return same ? [{ kind: 'setLearningRate', rate: lowerRate(cause) }] : [];
    }
    case 'loss':
      // With several outputs it is not said which one's.
      return training.loss === 'auto' || Object.keys(training.outputs).length > 0
        ? []
        : [{ kind: 'setLoss', output: null, loss: 'auto' }];
    default:
      return [];
  }
}
